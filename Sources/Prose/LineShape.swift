import Diagnostics

/// What a line shows by its form alone: columns, a label, a year, capitals.
enum LineShape {
  /// Cells of a line whose columns are parted by tabs or by wide gaps; nil when there are none.
  static func cells(_ bytes: [UInt8], _ line: Span) -> [Span]? {
    if Bytes.has(0x09, bytes, line) {
      var cells: [Span] = []
      var start = line.start
      for i in line.start...line.end where i == line.end || bytes[i] == 0x09 {
        cells.append(Bytes.trimmed(bytes, Span(start, i)))
        start = i + 1
      }
      return cells.count > 1 && cells.contains { $0.count > 0 } ? cells : nil
    }
    guard Bytes.hasPair(0x20, 0x20, bytes, line) else { return nil }
    let gaps = wideGaps(bytes, line)
    guard
      gaps.count > 1 || gaps.contains(where: { $0.count > 2 })
        || gaps.first.map({ isYear(bytes, Span(line.start, $0.start)) }) ?? false
    else { return nil }
    var cells: [Span] = []
    var start = line.start
    for gap in gaps {
      cells.append(Span(start, gap.start))
      start = gap.end
    }
    return cells + [Span(start, line.end)]
  }

  /// Runs of two and more spaces that do not follow the end of a sentence.
  private static func wideGaps(_ bytes: [UInt8], _ line: Span) -> [Span] {
    var gaps: [Span] = []
    var i = line.start
    while i < line.end {
      guard bytes[i] == 0x20 else {
        i += 1
        continue
      }
      let start = i
      while i < line.end, bytes[i] == 0x20 { i += 1 }
      let before = start > line.start ? bytes[start - 1] : 0x2E
      let endsSentence = [0x2E, 0x21, 0x3F, 0x3A].contains(before)
      if i - start > 1, !endsSentence || i - start > 2 { gaps.append(Span(start, i)) }
    }
    return gaps
  }

  /// The label of an entry, before a colon or a gap of two spaces.
  static func label(_ bytes: [UInt8], _ line: Span) -> Span? {
    let limit = min(line.end, line.start + 60)
    var words = 1
    var i = line.start
    var hasDigit = false
    while i < limit {
      let byte = bytes[i]
      if Bytes.isDigit(byte) { hasDigit = true }
      if byte == 0x3A, i > line.start, i + 1 < line.end, bytes[i + 1] == 0x20 {
        return words <= 4 || hasDigit ? Span(line.start, i) : nil
      }
      if byte == 0x20, i + 1 < line.end {
        if bytes[i + 1] == 0x20 {
          return hasDigit && i - line.start <= 30 ? Span(line.start, i) : nil
        }
        words += 1
        let endsSentence = i > line.start && bytes[i - 1] == 0x2E && i - line.start > 6
        if words > 5 || (endsSentence && !hasDigitAhead(bytes, i + 1)) { return nil }
      }
      if byte == 0x09 || byte == 0x22 || byte == 0x3B { return nil }
      i += 1
    }
    return nil
  }

  private static func hasDigitAhead(_ bytes: [UInt8], _ i: Int) -> Bool {
    i < bytes.count && Bytes.isDigit(bytes[i])
  }

  /// Whether the line is a year or a span of years: "1991", "2025 (forecast)", "1992–93:".
  static func isYear(_ bytes: [UInt8], _ line: Span) -> Bool {
    guard line.count >= 4, line.count <= 40, let afterFirst = year(bytes, line.start, line) else {
      return false
    }
    var i = afterFirst
    if let dash = Bytes.scalar(bytes, at: i), i < line.end, "-–—/".unicodeScalars.contains(dash) {
      let start = i + UTF8.width(dash)
      var end = start
      while end < line.end, Bytes.isDigit(bytes[end]) { end += 1 }
      guard end - start == 2 || end - start == 4 else { return false }
      i = end
    }
    if i < line.end, bytes[i] == 0x3A || bytes[i] == 0x2E { i += 1 }
    while i < line.end, bytes[i] == 0x20 { i += 1 }
    if i == line.end { return true }
    return bytes[i] == 0x28 && bytes[line.end - 1] == 0x29
      && !bytes[i..<line.end].contains(where: Bytes.isDigit)
  }

  private static func year(_ bytes: [UInt8], _ start: Int, _ line: Span) -> Int? {
    guard start + 4 <= line.end, bytes[start] == 0x31 || bytes[start] == 0x32 else { return nil }
    for i in start..<(start + 4) where !Bytes.isDigit(bytes[i]) { return nil }
    return start + 4 < line.end && Bytes.isDigit(bytes[start + 4]) ? nil : start + 4
  }

  /// Whether the line is in capitals: at least four letters, none of them small.
  static func isCapitals(_ bytes: [UInt8], _ line: Span) -> Bool {
    guard line.count <= 240, !bytes[line.start..<line.end].contains(where: Bytes.isLower) else {
      return false
    }
    var upper = 0
    for scalar in String(decoding: bytes[line.start..<line.end], as: UTF8.self).unicodeScalars {
      if scalar.properties.isLowercase { return false }
      if scalar.properties.isUppercase { upper += 1 }
    }
    return upper >= 4
  }

  /// Whether the line ends as a sentence does, quotes and brackets aside.
  static func endsSentence(_ bytes: [UInt8], _ line: Span) -> Bool {
    var end = line.end
    while let last = Bytes.scalar(bytes, before: end, from: line.start) {
      switch last.value {
      case 0x2E, 0x21, 0x3F, 0x2026: return true
      case 0x22, 0x27, 0x29, 0x5D, 0x2019, 0x201D, 0xBB: end -= UTF8.width(last)
      default: return false
      }
    }
    return false
  }

  /// Whether the line can head a section: short, begun like a title, not ended like a sentence.
  static func isTitleLike(_ bytes: [UInt8], _ line: Span, limit: Int) -> Bool {
    guard line.count > 0, line.count <= limit * 3, Bytes.scalarCount(bytes, line) <= limit,
      let first = Bytes.scalar(bytes, at: line.start),
      let last = Bytes.scalar(bytes, before: line.end, from: line.start)
    else { return false }
    let opens =
      first.properties.isUppercase || first.properties.numericType != nil
      || "\"“‘«¿¡".unicodeScalars.contains(first)
    return opens && !".;:,…-–—".unicodeScalars.contains(last)
  }

  /// Whether semicolons part the line into three cells or more: "Air Services Agreement; Baku; 4 May 1999".
  static func isRow(_ bytes: [UInt8], _ line: Span) -> Bool {
    guard line.count <= 300, !endsSentence(bytes, line) else { return false }
    return bytes[line.start..<line.end].count { $0 == 0x3B } >= 2
  }

  /// Whether a year of four digits stands in the line.
  static func hasYear(_ bytes: [UInt8], _ line: Span) -> Bool {
    var run = 0
    for i in line.start...line.end {
      if i < line.end, Bytes.isDigit(bytes[i]) {
        run += 1
        continue
      }
      if run == 4, bytes[i - 4] == UInt8(ascii: "1") || bytes[i - 4] == UInt8(ascii: "2") {
        return true
      }
      run = 0
    }
    return false
  }

  /// Whether the only numbers of the line are years.
  static func hasYearsAlone(_ bytes: [UInt8], _ line: Span) -> Bool {
    var run = 0
    for i in line.start...line.end {
      if i < line.end, Bytes.isDigit(bytes[i]) {
        run += 1
      } else {
        if run != 0 && run != 4 { return false }
        run = 0
      }
    }
    return true
  }
}
