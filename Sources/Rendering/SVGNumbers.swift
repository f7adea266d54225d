/// Reads the numbers of SVG: separated by spaces, a comma, or nothing where the next can't go on.
struct SVGNumbers {
  private let bytes: [UInt8]
  private(set) var at = 0

  init(_ text: some StringProtocol) { bytes = Array(text.utf8) }

  var isAtEnd: Bool { at >= bytes.count }
  var byte: UInt8? { at < bytes.count ? bytes[at] : nil }

  mutating func skip() { at += 1 }

  mutating func skipSpace() {
    while let byte, byte <= 0x20 || byte == 0x2C { at += 1 }
  }

  /// The next number; nil where there is none.
  mutating func next() -> Double? {
    skipSpace()
    let start = at
    if byte == 0x2B || byte == 0x2D { at += 1 }
    let digits = at
    while let byte, isDigit(byte) { at += 1 }
    var count = at - digits
    if byte == 0x2E {
      at += 1
      let decimals = at
      while let byte, isDigit(byte) { at += 1 }
      count += at - decimals
    }
    guard count > 0 else {
      at = start
      return nil
    }
    if let byte, byte | 0x20 == 0x65 {
      var end = at + 1
      if end < bytes.count, bytes[end] == 0x2B || bytes[end] == 0x2D { end += 1 }
      if end < bytes.count, isDigit(bytes[end]) {
        while end < bytes.count, isDigit(bytes[end]) { end += 1 }
        at = end
      }
    }
    guard let value = Double(String(decoding: bytes[start..<at], as: UTF8.self)),
      abs(value) < 1e9
    else { return nil }
    return value
  }

  /// A flag of an arc: 0 or 1, after which nothing need stand.
  mutating func flag() -> Bool? {
    skipSpace()
    guard let byte, byte == 0x30 || byte == 0x31 else { return nil }
    at += 1
    return byte == 0x31
  }

  private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

  /// All numbers of a list; nil where something else stands in it.
  static func all(_ text: some StringProtocol) -> [Double]? {
    var numbers = SVGNumbers(text)
    var values: [Double] = []
    while true {
      numbers.skipSpace()
      if numbers.isAtEnd { return values }
      guard let value = numbers.next() else { return nil }
      values.append(value)
    }
  }

  /// A length in user units: a number, with "px" or nothing behind it.
  static func length(_ text: String?) -> Double? {
    guard let text else { return nil }
    var numbers = SVGNumbers(text)
    guard let value = numbers.next() else { return nil }
    let unit = text.utf8.dropFirst(numbers.at).filter { $0 > 0x20 }
    return unit.isEmpty || unit.elementsEqual("px".utf8) ? value : nil
  }
}
