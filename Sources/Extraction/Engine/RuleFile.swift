import Diagnostics

/// One rule of a rule file: its name and the fields below it, unread.
struct RuleBlock: Sendable {
  struct Field: Sendable {
    var key: String
    var value: String
    var span: Span
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
      let line = text.string(span)
      let body = line.trimmingSpaces
      if body.isEmpty || body.hasPrefix("#") { continue }
      let (key, value) = body.firstWord
      if line.first == " " || line.first == "\t" {
        guard !rules.isEmpty else {
          problem("a field before the first rule", span, hint: "begin with a line \"rule NAME\"")
          continue
        }
        let start = span.end - value.utf8.count
        rules[rules.count - 1].fields.append(
          .init(key: key, value: value, span: Span(max(span.start, start), span.end)))
      } else if key == "define" {
        continue
      } else if key == "rule", !value.isEmpty {
        rules.append(RuleBlock(id: value, span: span, fields: [], text: text))
      } else {
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
      let (key, rest) = text.string(span).firstWord
      guard key == "define" else { return nil }
      let (name, pattern) = rest.firstWord
      return (name, pattern, Span(max(span.start, span.end - pattern.utf8.count), span.end))
    }
  }
}

extension String {
  var trimmingSpaces: String {
    var view = self[...]
    while let c = view.first, c == " " || c == "\t" || c == "\r" { view.removeFirst() }
    while let c = view.last, c == " " || c == "\t" || c == "\r" { view.removeLast() }
    return String(view)
  }

  /// The first word and the rest, both without spaces around.
  var firstWord: (String, String) {
    let text = trimmingSpaces
    guard let cut = text.firstIndex(where: { $0 == " " || $0 == "\t" }) else { return (text, "") }
    return (String(text[..<cut]), String(text[cut...]).trimmingSpaces)
  }
}
