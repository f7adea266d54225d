import Diagnostics

/// One rule of a rule file: its name and the fields below it, unread.
struct RuleBlock: Sendable {
  struct Field: Sendable {
    var key: String
    var span: Span
    fileprivate var bytes: ArraySlice<UInt8>

    var value: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// A path one can read aloud: `visit/paid`.
  var id: String
  var span: Span
  var fields: [Field]
  var text: SourceText

  func values(_ key: String) -> [Field] { fields.filter { $0.key == key } }
  func value(_ key: String) -> String? { fields.first { $0.key == key }?.value }
}

/// Reads rule files: a line `rule ID`, then indented lines `key value`; `#` begins a comment line. A
/// line `define NAME PATTERN` gives a name to a part of patterns, which they use as `$NAME`.
///
///     rule time/month-year
///       pattern  m=@month "of"? y=@year
///       example  "in June 1992" => 1992-06
///       not      "the 1992 sessions"
enum RuleFile {
  static func read(_ text: SourceText) -> (rules: [RuleBlock], diagnostics: [Diagnostic]) {
    var rules: [RuleBlock] = []
    var problems: [Diagnostic] = []
    func problem(_ message: String, _ span: Span, hint: String) {
      problems.append(
        Diagnostic(.error, "rules/syntax", message, at: .init(text, span), hints: [hint]))
    }
    for index in text.lineStarts.indices {
      let span = text.line(index)
      guard let line = RuleLine(text.bytes, span), !line.isComment else { continue }
      if line.isIndented {
        guard !rules.isEmpty else {
          problem("a field before the first rule", span, hint: "begin with a line \"rule NAME\"")
          continue
        }
        let start = span.end - line.rest.count
        rules[rules.count - 1].fields.append(
          .init(
            key: text.string(line.first), span: Span(max(span.start, start), span.end),
            bytes: text.bytes[line.rest.start..<line.rest.end]))
      } else if line.begins(with: "define") {
        continue
      } else if line.begins(with: "rule"), line.rest.count > 0 {
        rules.append(RuleBlock(id: text.string(line.rest), span: span, fields: [], text: text))
      } else {
        let body = text.string(Span(line.first.start, line.end))
        problem(
          "expected \"rule NAME\", found \"\(body)\"", span, hint: "indent the fields of a rule")
      }
    }
    return (rules, problems)
  }

  /// The named parts of patterns, in the order of the file.
  static func definitions(_ text: SourceText) -> [(name: String, pattern: String, span: Span)] {
    text.lineStarts.indices.compactMap { index in
      let span = text.line(index)
      guard let line = RuleLine(text.bytes, span), line.begins(with: "define") else { return nil }
      guard let rest = RuleLine(text.bytes, line.rest) else {
        return ("", "", Span(span.end, span.end))
      }
      let pattern = text.string(rest.rest)
      return (
        text.string(rest.first), pattern,
        Span(max(span.start, span.end - rest.rest.count), span.end)
      )
    }
  }
}

/// A line with its first word and the rest, both without spaces around.
private struct RuleLine {
  let bytes: [UInt8]
  let first: Span
  let rest: Span
  let end: Int
  let isIndented: Bool

  /// Nil for an empty line.
  init?(_ bytes: [UInt8], _ line: Span) {
    var start = line.start
    var end = line.end
    while start < end, Self.isSpace(bytes[start]) { start += 1 }
    while start < end, Self.isSpace(bytes[end - 1]) { end -= 1 }
    guard start < end else { return nil }
    var cut = start
    while cut < end, bytes[cut] != 0x20, bytes[cut] != 0x09 { cut += 1 }
    var next = cut
    while next < end, Self.isSpace(bytes[next]) { next += 1 }
    self.bytes = bytes
    first = Span(start, cut)
    rest = Span(next, end)
    self.end = end
    isIndented = bytes[line.start] == 0x20 || bytes[line.start] == 0x09
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }

  var isComment: Bool { bytes[first.start] == UInt8(ascii: "#") }

  func begins(with word: StaticString) -> Bool {
    let word = UnsafeBufferPointer(start: word.utf8Start, count: word.utf8CodeUnitCount)
    return bytes[first.start..<first.end].elementsEqual(word)
  }
}

extension String {
  var trimmingSpaces: String {
    var view = self[...]
    while let c = view.first, c == " " || c == "\t" || c == "\r" { view.removeFirst() }
    while let c = view.last, c == " " || c == "\t" || c == "\r" { view.removeLast() }
    return String(view)
  }
}
