import Prose

/// Sees from a text's clear dates which way it writes those in numbers: from 25/4/2015 or 4/25/2015,
/// else from "25 April 2015" or "April 25, 2015".
enum NumericOrder {
  /// Whether the month stands first; nil where the text shows neither order, or both.
  static func monthFirst(in text: [UInt8]) -> Bool? {
    var dayFirst = 0
    var monthFirst = 0
    var isOpen = false
    text.withUnsafeBufferPointer { bytes in
      var i = 0
      while true {
        i = bytes.digit(from: i)
        guard i < bytes.count else { break }
        guard i == 0 || !bytes[i - 1].isDigit else {
          i += 1
          continue
        }
        if let (a, b) = pair(bytes, i) {
          if a > 12, b <= 12 { dayFirst += 1 }
          if b > 12, a <= 12 { monthFirst += 1 }
          isOpen = isOpen || a <= 12 && b <= 12 && a != b
        }
        i += 1
      }
    }
    if dayFirst > 0, monthFirst == 0 { return false }
    if monthFirst > 0, dayFirst == 0 { return true }
    return isOpen && dayFirst == 0 ? stated(text) ?? spelled(text) : nil
  }

  /// What the text says of itself: "dates are day/month/year".
  private static func stated(_ text: [UInt8]) -> Bool? {
    text.withUnsafeBufferPointer { bytes in
      let bytes = UnsafeBufferPointer(rebasing: bytes.prefix(longest))
      let isDayFirst = says(dayForms, UInt8(ascii: "d"), bytes)
      let isMonthFirst = says(monthForms, UInt8(ascii: "m"), bytes)
      return isDayFirst == isMonthFirst ? nil : isMonthFirst
    }
  }

  private static let dayForms = ["day/month", "dd/mm", "dd.mm", "dd-mm", "day first"].map {
    Array($0.utf8)
  }
  private static let monthForms = ["month/day", "mm/dd", "mm-dd", "month first"].map {
    Array($0.utf8)
  }

  /// Whether one of some forms, which begin with a small letter, stands in a text, in any case.
  private static func says(
    _ forms: [[UInt8]], _ letter: UInt8, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    for i in bytes.indices where bytes[i] | 0x20 == letter {
      for form in forms where i + form.count <= bytes.count {
        var k = 1
        while k < form.count, bytes[i + k].inLowerCase == form[k] { k += 1 }
        if k == form.count { return true }
      }
    }
    return false
  }

  /// The locale by which a text's dates in numbers are read: that of its own order, where it shows one.
  static func locale(_ monthFirst: Bool?, else locale: String) -> String {
    monthFirst.map { $0 ? "en-US" : "en-GB" } ?? locale
  }

  /// The order of day and month in dates with a month in words.
  private static func spelled(_ text: [UInt8]) -> Bool? {
    let tokens = Tokenizer.tokens(of: Array(text.prefix(longest)))
    var dayFirst = 0
    var monthFirst = 0
    for i in tokens.indices where tokens[i].kind == .word {
      guard DateLexicon.builtIn.value(.month, tokens[i...i]) != nil else { continue }
      let isAfterDay = i > 0 && isDay(tokens[i - 1])
      if isAfterDay, i + 1 < tokens.count, isYear(tokens[i + 1]) { dayFirst += 1 }
      if !isAfterDay, i + 3 < tokens.count, isDay(tokens[i + 1]), isYear(tokens[i + 3]) {
        monthFirst += 1
      }
    }
    if dayFirst > 0, monthFirst == 0 { return false }
    return monthFirst > 0 && dayFirst == 0 ? true : nil
  }

  /// So many bytes of a text show how it writes.
  private static let longest = 1 << 20

  private static func isDay(_ token: Token) -> Bool {
    token.kind == .number && token.end - token.start <= 2
  }

  private static func isYear(_ token: Token) -> Bool {
    token.kind == .number && token.end - token.start == 4
  }

  /// The first two numbers of a date such as 25/4/2015 at a byte.
  private static func pair(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int) -> (Int, Int)? {
    var i = start
    guard let a = number(bytes, &i), i < bytes.count, marks.contains(bytes[i]) else { return nil }
    let mark = bytes[i]
    i += 1
    guard let b = number(bytes, &i), i < bytes.count, bytes[i] == mark else { return nil }
    i += 1
    let year = i
    while i < bytes.count, bytes[i].isDigit { i += 1 }
    guard i - year == 4 || i - year == 2, (1...31).contains(a), (1...31).contains(b) else {
      return nil
    }
    return (a, b)
  }

  /// One or two digits.
  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ i: inout Int) -> Int? {
    let start = i
    var value = 0
    while i < bytes.count, bytes[i].isDigit, i - start < 3 {
      value = value * 10 + Int(bytes[i] - 48)
      i += 1
    }
    return (1...2).contains(i - start) ? value : nil
  }

  private static let marks = Array("/.-".utf8)
}
