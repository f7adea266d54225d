import Diagnostics
import Prose

/// The years that a document names in its own prose.
struct YearTally {
  private var years: [Int] = []

  /// No years.
  init() {}

  init(_ document: Document) {
    document.text.bytes.withUnsafeBufferPointer { bytes in
      for block in document.blocks where !block.isFurniture {
        let text = UnsafeBufferPointer(rebasing: bytes[block.span.start..<block.span.end])
        var i = text.digit(from: 0)
        while i < text.count {
          let start = i
          var value = 0
          while i < text.count, text[i].isDigit {
            value = i - start < 5 ? value * 10 + Int(text[i] - 0x30) : value
            i += 1
          }
          if i - start == 4, Self.plausible.contains(value) { years.append(value) }
          i = text.digit(from: i)
        }
      }
    }
  }

  /// Whether more than half of them lie after a year; never where there are few.
  func areMostly(after year: Int) -> Bool {
    years.count >= 4 && years.count { $0 > year } * 2 > years.count
  }

  /// Whether later years are told of more than twice.
  func reach(beyond year: Int) -> Bool { years.count { $0 > year } > 2 }

  private static let plausible = 1500...2099
}
