import Diagnostics

/// The fields between the two lines `---` at the start of a Markdown file.
struct FrontMatter {
  private(set) var fields: [Document.Field] = []
  /// Index of the line after the closing `---`; 0 where there is no front matter.
  private(set) var nextLine = 0

  private let text: SourceText
  /// Longest front matter, in lines.
  private static let limit = 200

  init(_ text: SourceText) {
    self.text = text
    let lines = text.lineStarts.count
    guard lines > 1, isRule(0) else { return }
    guard let last = (1..<min(lines, Self.limit)).first(where: isRule) else { return }
    nextLine = last + 1
    var index = 1
    while index < last { index = readField(index, last) }
  }

  private func isRule(_ index: Int) -> Bool {
    let span = Bytes.trimmed(text.bytes, text.line(index))
    guard span.count == 3 else { return false }
    return Bytes.has("---", text.bytes, at: span.start)
      || (index > 0 && Bytes.has("...", text.bytes, at: span.start))
  }

  /// Reads the field of a line and the list below it. Returns the next line.
  private mutating func readField(_ index: Int, _ last: Int) -> Int {
    let bytes = text.bytes
    let line = text.line(index)
    guard let colon = (line.start..<line.end).first(where: { bytes[$0] == 0x3A }),
      line.count > 0, !Bytes.isSpace(bytes[line.start]), bytes[line.start] != 0x23,
      colon + 1 == line.end || Bytes.isSpace(bytes[colon + 1])
    else { return index + 1 }
    let key = text.string(Bytes.trimmed(bytes, Span(line.start, colon))).lowercased()
    var value = Bytes.trimmed(bytes, Span(colon + 1, line.end))
    if let comment = comment(in: value) { value = Bytes.trimmed(bytes, Span(value.start, comment)) }
    if value.count > 0, bytes[value.start] != 0x7C, bytes[value.start] != 0x3E {
      let bare = unwrapped(value)
      fields.append(Document.Field(key: key, value: listed(bare), span: bare))
      return index + 1
    }
    var next = index + 1
    var parts: [Span] = []
    while next < last, let part = continuation(next) {
      if part.count > 0 { parts.append(part) }
      next += 1
    }
    let isList = value.count == 0
    if let first = parts.first, let end = parts.last?.end {
      let words = parts.map { text.string($0) }
      fields.append(
        Document.Field(
          key: key, value: words.joined(separator: isList ? ", " : " "),
          span: Span(first.start, end)))
    }
    return next
  }

  /// The value of a line below a key: indented, or an item of a list.
  private func continuation(_ index: Int) -> Span? {
    let line = text.line(index)
    var span = Bytes.trimmed(text.bytes, line)
    guard span.count > 0 else { return span }
    if text.bytes[span.start] == 0x2D {
      span = Bytes.trimmed(text.bytes, Span(span.start + 1, span.end))
    } else if span.start == line.start {
      return nil
    }
    return unwrapped(span)
  }

  /// Where a comment begins: "#" after a space, outside quotes.
  private func comment(in span: Span) -> Int? {
    var quote: UInt8?
    for i in span.start..<span.end {
      let byte = text.bytes[i]
      if let open = quote {
        if byte == open { quote = nil }
      } else if (byte == 0x22 || byte == 0x27) && i == span.start {
        quote = byte
      } else if byte == 0x23, i == span.start || Bytes.isSpace(text.bytes[i - 1]) {
        return i
      }
    }
    return nil
  }

  /// Without the quotes or brackets around it.
  private func unwrapped(_ span: Span) -> Span {
    guard span.count > 1 else { return span }
    switch (text.bytes[span.start], text.bytes[span.end - 1]) {
    case (0x22, 0x22), (0x27, 0x27), (0x5B, 0x5D):
      return Bytes.trimmed(text.bytes, Span(span.start + 1, span.end - 1))
    default: return span
    }
  }

  /// The items of a list in brackets with single spaces and without quotes.
  private func listed(_ span: Span) -> String {
    guard span.start > 0, text.bytes[span.start - 1] == 0x5B || isBracketed(span) else {
      return text.string(span)
    }
    return text.string(span).split(separator: ",").map { part in
      var part = part.drop { $0 == " " || $0 == "\"" || $0 == "'" }
      while let last = part.last, last == " " || last == "\"" || last == "'" { part.removeLast() }
      return String(part)
    }.joined(separator: ", ")
  }

  private func isBracketed(_ span: Span) -> Bool {
    var i = span.start - 1
    while i > 0, text.bytes[i] == 0x20 { i -= 1 }
    return i >= 0 && text.bytes[i] == 0x5B
  }
}
