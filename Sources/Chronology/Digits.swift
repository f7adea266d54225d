/// A run of digits of which some may be unspecified: `19XX`, `1X`, `X2`.
public struct Digits: Hashable, Sendable {
  /// The number, with 0 for each unspecified digit.
  public let value: Int
  /// The number of digits.
  public var count: Int { Int(size) }
  private let size: UInt8
  /// A bit for each unspecified digit, the last digit's first.
  let unspecified: UInt16

  /// Digits that are all known.
  public init(_ value: Int, count: Int) {
    self.value = value
    size = UInt8(clamping: count)
    unspecified = 0
  }

  /// Reads digits and "X"; nil for anything else, or for none.
  init?(_ text: some Collection<UInt8>) {
    guard !text.isEmpty, text.count <= 16 else { return nil }
    var value = 0
    var mask: UInt16 = 0
    for byte in text {
      mask <<= 1
      value *= 10
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value += Int(byte - 48)
      case UInt8(ascii: "X"): mask |= 1
      default: return nil
      }
    }
    self.value = value
    size = UInt8(text.count)
    unspecified = mask
  }

  /// Whether all digits are known.
  public var isSpecified: Bool { unspecified == 0 }

  /// How many digits are unspecified, and whether these are the last ones.
  var unspecifiedTail: (count: Int, isTail: Bool) {
    let count = unspecified.nonzeroBitCount
    return (count, Int(unspecified) == (1 << count) - 1)
  }

  /// The number with 9 for each unspecified digit.
  public var highest: Int {
    var result = value
    var place = 1
    for bit in 0..<count {
      if unspecified >> UInt16(bit) & 1 == 1 { result += 9 * place }
      place *= 10
    }
    return result
  }

  /// Whether a number has these digits.
  public func matches(_ number: Int) -> Bool {
    var rest = number
    var mine = value
    for bit in 0..<count {
      if unspecified >> UInt16(bit) & 1 == 0, rest % 10 != mine % 10 { return false }
      rest /= 10
      mine /= 10
    }
    return rest == 0
  }

  /// As EDTF writes them.
  public var text: String {
    var result = ""
    write { result.unicodeScalars.append(Unicode.Scalar($0)) }
    return result
  }

  /// Gives the bytes of its text, from the first digit to the last.
  func write(_ body: (UInt8) -> Void) {
    var place = 1
    for _ in 1..<max(1, count) { place *= 10 }
    for bit in (0..<count).reversed() {
      let digit = UInt8(truncatingIfNeeded: 48 + value / place % 10)
      body(unspecified >> UInt16(bit) & 1 == 1 ? UInt8(ascii: "X") : digit)
      place /= 10
    }
  }
}
