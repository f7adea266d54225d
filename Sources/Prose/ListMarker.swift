import Diagnostics

/// What stands before the text of a list item or numbered section: "a.", "(ii)", "3.1", "–".
struct ListMarker: Equatable {
  enum Style: Hashable {
    case bullet
    case bracketed
    case number
    case lowerLetter
    case upperLetter
    case lowerRoman
    case upperRoman
  }

  var style: Style
  /// Place in its list from 1; 0 for bullets and brackets.
  var ordinal: Int
  /// The numbers before the last: [3] of "3.1".
  var parents: [Int] = []
  /// The marker as written.
  var span: Span
  /// Where the text begins.
  var textStart: Int
  /// The other reading of "I.", "V.", "c.": a roman number or a letter.
  var other: (style: Style, ordinal: Int)?

  static func == (a: ListMarker, b: ListMarker) -> Bool { a.span == b.span && a.style == b.style }

  /// Whether two markers can follow each other in one list.
  func precedes(_ next: ListMarker) -> Bool {
    if style == .bullet || style == .bracketed { return next.style == style }
    return style == next.style && parents == next.parents && ordinal + 1 == next.ordinal
  }

  /// Reads a marker at the start of a line.
  ///
  /// Whether a number or letter really counts the items of a list can only be seen from its
  /// neighbours: see ``ListSequence``.
  static func read(_ bytes: [UInt8], _ line: Span) -> ListMarker? {
    bullet(bytes, line) ?? bracketed(bytes, line) ?? number(bytes, line) ?? letters(bytes, line)
  }

  private static func textStart(_ bytes: [UInt8], _ from: Int, _ line: Span) -> Int? {
    var i = from
    while i < line.end {
      if bytes[i] == 0x20 || bytes[i] == 0x09 {
        i += 1
      } else if bytes[i] == 0xC2, i + 1 < line.end, bytes[i + 1] == 0xA0 {
        i += 2
      } else {
        break
      }
    }
    return i > from && i < line.end ? i : nil
  }

  private static func bullet(_ bytes: [UInt8], _ line: Span) -> ListMarker? {
    guard let scalar = Bytes.scalar(bytes, at: line.start) else { return nil }
    switch scalar.value {
    case 0x2D, 0x2A, 0x2B, 0xB7, 0x2010...0x2015, 0x2022, 0x2023, 0x2043, 0x25AA, 0x25CF, 0x25E6,
      0x25A0, 0x27A2, 0xF0B7:
      break
    default: return nil
    }
    var end = line.start + UTF8.width(scalar)
    guard var start = textStart(bytes, end, line) else { return nil }
    if let box = checkbox(bytes, start, line), let after = textStart(bytes, box, line) {
      end = box
      start = after
    }
    return ListMarker(
      style: .bullet, ordinal: 0, span: Span(line.start, end), textStart: start)
  }

  /// The end of "[x]" or "[ ]" at a place.
  private static func checkbox(_ bytes: [UInt8], _ start: Int, _ line: Span) -> Int? {
    guard start + 3 < line.end, bytes[start] == 0x5B, bytes[start + 2] == 0x5D else { return nil }
    return [0x20, 0x78, 0x58].contains(bytes[start + 1]) ? start + 3 : nil
  }

  private static func bracketed(_ bytes: [UInt8], _ line: Span) -> ListMarker? {
    if let end = checkbox(bytes, line.start, line), let start = textStart(bytes, end, line) {
      return ListMarker(
        style: .bullet, ordinal: 0, span: Span(line.start, end), textStart: start)
    }
    guard bytes[line.start] == 0x28 else { return nil }
    var i = line.start + 1
    while i < line.end, i - line.start <= 5, Bytes.isLower(bytes[i]) || Bytes.isDigit(bytes[i]) {
      i += 1
    }
    guard i < line.end, bytes[i] == 0x29, i > line.start + 1,
      let start = textStart(bytes, i + 1, line)
    else { return nil }
    let inner = bytes[(line.start + 1)..<i]
    let isNumber = inner.allSatisfy(Bytes.isDigit) && inner.count <= 2
    let isRoman = roman(inner) != nil
    guard isNumber || isRoman || inner.count == 1 else { return nil }
    // "(c) 2009" is a notice of rights.
    if inner.elementsEqual([0x63]), Bytes.isDigit(bytes[start]) { return nil }
    return ListMarker(
      style: .bracketed, ordinal: 0, span: Span(line.start, i + 1), textStart: start)
  }

  private static func number(_ bytes: [UInt8], _ line: Span) -> ListMarker? {
    var numbers: [Int] = []
    var i = line.start
    var closed = false
    while i < line.end, Bytes.isDigit(bytes[i]), numbers.count < 5 {
      let start = i
      var value = 0
      while i < line.end, Bytes.isDigit(bytes[i]), i - start < 4 {
        value = value * 10 + Int(bytes[i] - 0x30)
        i += 1
      }
      // "09.06" is a date, "2015." a year.
      guard i - start <= 3, bytes[start] != 0x30, i == line.end || !Bytes.isDigit(bytes[i])
      else { return nil }
      numbers.append(value)
      closed = false
      if i < line.end, bytes[i] == 0x2E || (bytes[i] == 0x29 && numbers.count == 1) {
        closed = true
        i += 1
        if bytes[i - 1] == 0x29 { break }
      }
    }
    guard let last = numbers.last, closed || numbers.count > 1,
      let start = textStart(bytes, i, line)
    else { return nil }
    return ListMarker(
      style: .number, ordinal: last, parents: numbers.dropLast(), span: Span(line.start, i),
      textStart: start)
  }

  private static func letters(_ bytes: [UInt8], _ line: Span) -> ListMarker? {
    var i = line.start
    while i < line.end, i - line.start < 6, Bytes.isLetter(bytes[i]) { i += 1 }
    guard i > line.start, i < line.end, bytes[i] == 0x2E || bytes[i] == 0x29,
      let start = textStart(bytes, i + 1, line)
    else { return nil }
    let word = bytes[line.start..<i]
    let isUpper = Bytes.isUpper(bytes[line.start])
    guard word.allSatisfy({ Bytes.isUpper($0) == isUpper }) else { return nil }
    let asRoman = roman(word).map { (isUpper ? Style.upperRoman : .lowerRoman, $0) }
    let span = Span(line.start, i + 1)
    guard word.count == 1 else {
      guard let asRoman else { return nil }
      return ListMarker(style: asRoman.0, ordinal: asRoman.1, span: span, textStart: start)
    }
    let ordinal = Int(bytes[line.start] | 0x20) - 0x60
    var marker = ListMarker(
      style: isUpper ? .upperLetter : .lowerLetter, ordinal: ordinal, span: span, textStart: start)
    marker.other = asRoman.map { (style: $0.0, ordinal: $0.1) }
    return marker
  }

  /// The value of a roman number up to 39 in letters of one case.
  private static func roman(_ word: ArraySlice<UInt8>) -> Int? {
    var total = 0
    var last = 0
    for byte in word.reversed() {
      let value: Int
      switch byte | 0x20 {
      case 0x69: value = 1
      case 0x76: value = 5
      case 0x78: value = 10
      default: return nil
      }
      total += value < last ? -value : value
      last = max(last, value)
    }
    return total > 0 ? total : nil
  }
}

/// Decides which numbers and letters at the starts of lines really count something.
///
/// "H. Aliyev came" and "24. August" are no list items: a marker needs a neighbour in its series,
/// or to be the number 1.
struct ListSequence {
  private struct Key: Hashable {
    let style: ListMarker.Style
    let parents: [Int]
    let ordinal: Int
  }

  private var seen: Set<Key> = []

  init(_ markers: [ListMarker?]) {
    for case let marker? in markers where marker.ordinal > 0 {
      seen.insert(Key(style: marker.style, parents: marker.parents, ordinal: marker.ordinal))
      if let other = marker.other {
        seen.insert(Key(style: other.style, parents: [], ordinal: other.ordinal))
      }
    }
  }

  /// The marker in its proper reading, or nil when it counts nothing.
  func confirmed(_ marker: ListMarker) -> ListMarker? {
    guard marker.ordinal > 0 else { return marker }
    if let other = marker.other, other.ordinal == 1 || !hasNeighbour(marker),
      hasNeighbour(other.style, [], other.ordinal)
    {
      var result = marker
      result.style = other.style
      result.ordinal = other.ordinal
      result.other = nil
      return result
    }
    let isFirst = marker.style == .number && marker.ordinal == 1
    return isFirst || hasNeighbour(marker) ? marker : nil
  }

  private func hasNeighbour(_ marker: ListMarker) -> Bool {
    hasNeighbour(marker.style, marker.parents, marker.ordinal)
  }

  private func hasNeighbour(_ style: ListMarker.Style, _ parents: [Int], _ ordinal: Int) -> Bool {
    seen.contains(Key(style: style, parents: parents, ordinal: ordinal - 1))
      || seen.contains(Key(style: style, parents: parents, ordinal: ordinal + 1))
  }
}
