import Diagnostics

/// Sees from a text's clear numeric dates, 25/4/2015 or 4/25/2015, which way it writes them.
enum NumericOrder {
  /// Whether the month stands first; nil where the text shows neither order, or both.
  static func monthFirst(in text: SourceText) -> Bool? {
    var dayFirst = 0
    var monthFirst = 0
    text.bytes.withUnsafeBufferPointer { bytes in
      var i = 0
      while i < bytes.count {
        guard isDigit(bytes[i]), i == 0 || !isDigit(bytes[i - 1]) else {
          i += 1
          continue
        }
        if let (a, b) = pair(bytes, i) {
          if a > 12, b <= 12 { dayFirst += 1 }
          if b > 12, a <= 12 { monthFirst += 1 }
        }
        i += 1
      }
    }
    if dayFirst > 0, monthFirst == 0 { return false }
    return monthFirst > 0 && dayFirst == 0 ? true : nil
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
    while i < bytes.count, isDigit(bytes[i]) { i += 1 }
    guard i - year == 4 || i - year == 2, (1...31).contains(a), (1...31).contains(b) else {
      return nil
    }
    return (a, b)
  }

  /// One or two digits.
  private static func number(_ bytes: UnsafeBufferPointer<UInt8>, _ i: inout Int) -> Int? {
    let start = i
    var value = 0
    while i < bytes.count, isDigit(bytes[i]), i - start < 3 {
      value = value * 10 + Int(bytes[i] - 48)
      i += 1
    }
    return (1...2).contains(i - start) ? value : nil
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 48 && byte <= 57 }

  private static let marks = Array("/.-".utf8)
}
