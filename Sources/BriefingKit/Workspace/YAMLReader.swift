public import Diagnostics
import Yams

extension YAML {
  /// Reads a file of one document; nil when it says nothing.
  ///
  /// Anchors, aliases and tags are refused: a file that a person fills in has no need of them, and
  /// a small file can't unfold into a big one.
  public static func read(_ text: SourceText) throws(Failure) -> YAML? {
    try YAMLReader(text).document()
  }
}

/// Turns the nodes of Yams, which know line and column, into nodes with places in a text.
private struct YAMLReader {
  let text: SourceText
  /// Those that a node has when none is written.
  private let usualTags = [Tag.Name.str, .seq, .map].map { Tag($0, .basic) }

  private static let deepest = 50

  init(_ text: SourceText) { self.text = text }

  func document() throws(Failure) -> YAML? {
    // The encoding and the resolver are named, so that neither the environment nor patterns for
    // types have a part in it.
    let string = String(decoding: text.bytes, as: UTF8.self)
    let parser: Parser
    let root: Node?
    do {
      parser = try Parser(yaml: string, resolver: .basic, encoding: .utf8)
      root = try parser.singleRoot()
    } catch {
      throw fault(error)
    }
    // The nodes' anchors live as long as the parser.
    defer { withExtendedLifetime(parser) {} }
    guard let root else { return nil }
    return try value(root, depth: 0)
  }

  private func value(_ node: Node, depth: Int) throws(Failure) -> YAML {
    let place = place(node)
    guard depth < YAMLReader.deepest else { throw fault("nested too deeply", place) }
    if node.anchor != nil { throw fault("anchors are not read here", place) }
    guard usualTags.contains(node.tag) else {
      throw fault("tags are not read here", place)
    }
    switch node {
    case .scalar(let scalar):
      return YAML(.scalar(scalar.string), place, isQuoted: ![.plain, .any].contains(scalar.style))
    case .sequence(let sequence):
      var items: [YAML] = []
      for item in sequence { items.append(try value(item, depth: depth + 1)) }
      return YAML(.list(items), place)
    case .mapping(let mapping):
      var members: [(name: YAML, value: YAML)] = []
      for (key, member) in mapping {
        let name = try value(key, depth: depth + 1)
        guard name.text != nil else { throw fault("expected a name", name.place) }
        members.append((name, try value(member, depth: depth + 1)))
      }
      return YAML(.map(members), place)
    case .alias: throw fault("aliases are not read here", place)
    }
  }

  private func fault(_ error: any Error) -> Failure {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _):
      fault(problem, place(mark))
    case .composer(_, let problem, let mark, _): fault(problem, place(mark))
    case .duplicatedKeysInMapping(let names, let context):
      fault(
        "“\(names.first ?? "")” stands here more than once",
        again(names.first, after: byte(context.mark)) ?? place(context.mark))
    case .reader(let problem, let offset, _, let yaml):
      fault(problem, place(character: offset ?? 0, of: yaml))
    default: fault("it can't be read", place(nil))
    }
  }

  private func fault(_ message: String, _ place: Diagnostic.Place) -> Failure {
    // Yams speaks to programmers here.
    let message = message.hasPrefix("Maximum nesting level") ? "nested too deeply" : message
    return Failure(Diagnostic(.error, "yaml/malformed", message, at: place))
  }

  /// From the node's first character to its last where it is a plain word.
  private func place(_ node: Node) -> Diagnostic.Place {
    let start = byte(node.mark)
    let word = Array((node.scalar?.string ?? "").utf8)
    let isPlain = text.bytes[start...].starts(with: word)
    return Diagnostic.Place(text, Span(start, start + max(1, isPlain ? word.count : 1)))
  }

  /// Where a name begins a line for the second time; nil where it does not.
  private func again(_ name: String?, after start: Int) -> Diagnostic.Place? {
    guard let name else { return nil }
    let word = Array(name.utf8)
    var places: [Int] = []
    for number in 0..<text.lineStarts.count {
      let line = text.line(number)
      guard line.end > start else { continue }
      let bytes = text.bytes[line.start..<line.end]
      let first = bytes.firstIndex { $0 != 0x20 } ?? line.end
      let rest = bytes[first...]
      guard rest.starts(with: word),
        rest.dropFirst(word.count).first(where: { $0 != 0x20 }) == UInt8(ascii: ":")
      else { continue }
      places.append(first)
    }
    guard places.count > 1 else { return nil }
    return Diagnostic.Place(text, Span(places[1], places[1] + word.count))
  }

  private func place(_ mark: Mark?) -> Diagnostic.Place {
    let start = byte(mark)
    return Diagnostic.Place(text, Span(start, start + 1))
  }

  private func place(character: Int, of yaml: String) -> Diagnostic.Place {
    let start = yaml.prefix(character).utf8.count
    return Diagnostic.Place(text, Span(start, start + 1))
  }

  /// Yams counts lines and columns from 1, columns in scalars.
  private func byte(_ mark: Mark?) -> Int {
    guard let mark else { return 0 }
    let line = text.line(min(max(mark.line, 1), text.lineStarts.count) - 1)
    var at = line.start
    var column = mark.column - 1
    while at < line.end {
      if text.bytes[at] & 0xC0 != 0x80 {
        if column == 0 { break }
        column -= 1
      }
      at += 1
    }
    return at
  }
}
