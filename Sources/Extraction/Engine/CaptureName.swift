/// The name of a part of a match or of a rule's constant: its first eight bytes, as one number.
struct CaptureName: Hashable, Sendable, ExpressibleByStringLiteral {
  let value: UInt64

  init(_ text: some Sequence<UInt8>) {
    value = text.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  init(_ text: String) { self.init(text.utf8) }

  @inline(__always)
  init(stringLiteral text: StaticString) {
    var value: UInt64 = 0
    for i in 0..<min(8, text.utf8CodeUnitCount) { value = value << 8 | UInt64(text.utf8Start[i]) }
    self.value = value
  }

  /// With a digit behind it, that tells it from others of its kind; as it is for 0.
  func numbered(_ digit: UInt8) -> CaptureName {
    digit == 0 ? self : CaptureName(value: value << 8 | UInt64(48 + digit))
  }

  private init(value: UInt64) { self.value = value }

  /// The letter it begins with, in one or two.
  func begins(with letter: Unicode.Scalar) -> Bool {
    value >> 8 == UInt64(letter.value) || value == UInt64(letter.value)
  }
}
