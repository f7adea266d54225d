import Diagnostics
import Prose

/// The years that a document names in its own prose.
struct YearTally {
  private var years: [Int] = []

  init(_ document: Document) {
    let bytes = document.text.bytes
    for block in document.blocks where !block.isFurniture {
      var value = 0
      var digits = 0
      for i in block.span.start...block.span.end {
        if i < block.span.end, bytes[i] >= 0x30, bytes[i] <= 0x39 {
          value = digits < 5 ? value * 10 + Int(bytes[i] - 0x30) : value
          digits += 1
        } else {
          if digits == 4, Self.plausible.contains(value) { years.append(value) }
          (value, digits) = (0, 0)
        }
      }
    }
  }

  /// Whether more than half of them lie after a year; never where there are few.
  func areMostly(after year: Int) -> Bool {
    years.count >= 4 && years.count { $0 > year } * 2 > years.count
  }

  private static let plausible = 1500...2099
}
