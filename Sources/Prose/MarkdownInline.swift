import Diagnostics

/// Finds the marks inside a Markdown block that are no text.
public enum MarkdownInline {
  /// The words of a piece of Markdown, without its marks: `**6 May**` is "6 May".
  public static func words(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var from = 0
    for mark in markup(bytes, Span(0, bytes.count)) where mark.end > from {
      kept += bytes[from..<max(from, mark.start)]
      from = mark.end
    }
    return String(decoding: kept + bytes[from...], as: UTF8.self)
  }

  /// Stars, backticks, brackets and addresses of links, pictures, tags: in order.
  static func markup(_ bytes: [UInt8], _ span: Span) -> [Span] {
    var result: [Span] = []
    var i = span.start
    while i < span.end {
      switch bytes[i] {
      case 0x5C where i + 1 < span.end && isEscapable(bytes[i + 1]):
        result.append(Span(i, i + 1))
        i += 2
      case 0x2A, 0x60:
        result.append(Span(i, i + 1))
        i += 1
      case 0x7E where i + 1 < span.end && bytes[i + 1] == 0x7E:
        result.append(Span(i, i + 2))
        i += 2
      case 0x5F where !isInWord(bytes, i, span):
        result.append(Span(i, i + 1))
        i += 1
      case 0x21 where i + 1 < span.end && bytes[i + 1] == 0x5B:
        let end = endOfLink(bytes, i + 1, span)
        if let end { result.append(Span(i, end.1)) }
        i = end?.1 ?? i + 1
      case 0x5B:
        if let (close, end) = endOfLink(bytes, i, span) {
          let isNote = i + 1 < span.end && bytes[i + 1] == 0x5E
          if isNote {
            result.append(Span(i, end))
            i = end
          } else {
            result += [Span(i, i + 1), Span(close, end)]
            i += 1
          }
        } else {
          i += 1
        }
      case 0x3C:
        if let end = endOfTag(bytes, i, span) {
          result.append(Span(i, end))
          i = end
        } else {
          i += 1
        }
      default: i += 1
      }
    }
    return result
  }

  private static func isEscapable(_ byte: UInt8) -> Bool {
    "\\`*_{}[]()#+-.!|>~<".utf8.contains(byte)
  }

  private static func isInWord(_ bytes: [UInt8], _ i: Int, _ span: Span) -> Bool {
    func isWord(_ k: Int) -> Bool {
      k >= span.start && k < span.end
        && (Bytes.isLetter(bytes[k]) || Bytes.isDigit(bytes[k]) || bytes[k] >= 0x80)
    }
    return isWord(i - 1) && isWord(i + 1)
  }

  /// Of "[words](address)" or "[words][name]" the bracket that closes the words, and the end;
  /// of "[^1]" its last byte and end. Nil for other brackets.
  private static func endOfLink(_ bytes: [UInt8], _ open: Int, _ span: Span) -> (Int, Int)? {
    let limit = min(span.end, open + 600)
    var depth = 0
    var close = open
    while close < limit {
      if bytes[close] == 0x5B { depth += 1 }
      if bytes[close] == 0x5D {
        depth -= 1
        if depth == 0 { break }
      }
      close += 1
    }
    guard close < limit else { return nil }
    if open + 1 < close, bytes[open + 1] == 0x5E { return (close, close + 1) }
    guard close + 1 < span.end, bytes[close + 1] == 0x28 || bytes[close + 1] == 0x5B else {
      return nil
    }
    let closer: UInt8 = bytes[close + 1] == 0x28 ? 0x29 : 0x5D
    let opener = bytes[close + 1]
    var level = 0
    for end in (close + 1)..<min(span.end, close + 2_000) {
      if bytes[end] == opener { level += 1 }
      if bytes[end] == closer {
        level -= 1
        if level == 0 { return (close, end + 1) }
      }
    }
    return nil
  }

  /// The end of a tag such as `<br>` or an address such as `<https://…>`.
  private static func endOfTag(_ bytes: [UInt8], _ open: Int, _ span: Span) -> Int? {
    guard open + 2 < span.end else { return nil }
    if Bytes.has("<!--", bytes, at: open) {
      var end = open + 4
      while end < span.end, !Bytes.has("-->", bytes, at: end) { end += 1 }
      return min(span.end, end + 3)
    }
    guard Bytes.isLetter(bytes[open + 1]) || bytes[open + 1] == 0x2F else { return nil }
    for end in (open + 1)..<min(span.end, open + 300) where bytes[end] == 0x3E { return end + 1 }
    return nil
  }
}
