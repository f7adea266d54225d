import CYAML
public import Diagnostics
import Glibc

extension YAML {
  /// Reads a file of one document; nil when it says nothing.
  ///
  /// Anchors, aliases and tags are refused: a file that a person fills in has no need of them, and
  /// a small file can't unfold into a big one.
  public static func read(_ text: SourceText) throws(Failure) -> YAML? {
    var reader = YAMLReader(text)
    defer { reader.close() }
    return try reader.document()
  }
}

/// Turns libyaml's events into nodes.
private struct YAMLReader {
  private let text: SourceText
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutablePointer<UInt8>

  private static let deepest = 50

  init(_ text: SourceText) {
    self.text = text
    parser = .allocate(capacity: 1)
    input = .allocate(capacity: max(1, text.bytes.count))
    input.initialize(from: text.bytes, count: text.bytes.count)
    // The only failure is lack of memory.
    precondition(yaml_parser_initialize(parser) == 1, "out of memory")
    yaml_parser_set_input_string(parser, input, text.bytes.count)
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
  }

  func close() {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  mutating func document() throws(Failure) -> YAML? {
    var result: YAML?
    while true {
      var event = try next()
      defer { yaml_event_delete(&event) }
      switch event.type {
      case YAML_STREAM_START_EVENT, YAML_DOCUMENT_END_EVENT: continue
      case YAML_STREAM_END_EVENT: return result
      case YAML_DOCUMENT_START_EVENT:
        guard result == nil else { throw fault("a second document begins here", place(event)) }
        var first = try next()
        defer { yaml_event_delete(&first) }
        result = try node(first, depth: 0)
      default: throw fault("expected a document", place(event))
      }
    }
  }

  private func next() throws(Failure) -> yaml_event_t {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else {
      let problem = parser.pointee.problem.map { String(cString: $0) } ?? "it can't be read"
      throw fault(problem, place(parser.pointee.problem_mark, parser.pointee.problem_mark))
    }
    return event
  }

  private mutating func node(_ event: yaml_event_t, depth: Int) throws(Failure) -> YAML {
    let place = place(event)
    guard depth < YAMLReader.deepest else { throw fault("nested too deeply", place) }
    switch event.type {
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      try refuse(scalar.anchor, scalar.tag, place)
      let bytes = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      return YAML(.scalar(String(decoding: bytes, as: UTF8.self)), place)
    case YAML_SEQUENCE_START_EVENT:
      try refuse(event.data.sequence_start.anchor, event.data.sequence_start.tag, place)
      return YAML(.list(try items(depth)), place)
    case YAML_MAPPING_START_EVENT:
      try refuse(event.data.mapping_start.anchor, event.data.mapping_start.tag, place)
      return YAML(.map(try members(depth)), place)
    default: throw fault("aliases are not read here", place)
    }
  }

  private mutating func items(_ depth: Int) throws(Failure) -> [YAML] {
    var result: [YAML] = []
    while true {
      var event = try next()
      defer { yaml_event_delete(&event) }
      if event.type == YAML_SEQUENCE_END_EVENT { return result }
      result.append(try node(event, depth: depth + 1))
    }
  }

  private mutating func members(_ depth: Int) throws(Failure) -> [(name: YAML, value: YAML)] {
    var result: [(name: YAML, value: YAML)] = []
    var names: Set<String> = []
    while true {
      var event = try next()
      defer { yaml_event_delete(&event) }
      if event.type == YAML_MAPPING_END_EVENT { return result }
      let name = try node(event, depth: depth + 1)
      guard let word = name.text else { throw fault("expected a name", name.place) }
      guard names.insert(word).inserted else {
        throw fault("“\(word)” stands here for the second time", name.place)
      }
      var second = try next()
      defer { yaml_event_delete(&second) }
      result.append((name, try node(second, depth: depth + 1)))
    }
  }

  private func refuse(
    _ anchor: UnsafePointer<UInt8>?, _ tag: UnsafePointer<UInt8>?, _ place: Diagnostic.Place
  ) throws(Failure) {
    if anchor != nil { throw fault("anchors are not read here", place) }
    if tag != nil { throw fault("tags are not read here", place) }
  }

  private func fault(_ message: String, _ place: Diagnostic.Place) -> Failure {
    Failure(Diagnostic(.error, "yaml/malformed", message, at: place))
  }

  private func place(_ event: yaml_event_t) -> Diagnostic.Place {
    place(event.start_mark, event.end_mark)
  }

  /// libyaml counts lines and columns from 0, columns in scalars.
  private func place(_ start: yaml_mark_t, _ end: yaml_mark_t) -> Diagnostic.Place {
    let first = byte(start)
    let last = start.line == end.line ? byte(end) : first + 1
    return Diagnostic.Place(text, Span(first, max(first + 1, last)))
  }

  private func byte(_ mark: yaml_mark_t) -> Int {
    let line = text.line(min(Int(mark.line), text.lineStarts.count - 1))
    var at = line.start
    var column = Int(mark.column)
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
