extension UInt8 {
  var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  /// The byte, or the small letter of an ASCII capital.
  var inLowerCase: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}

extension UnsafeBufferPointer<UInt8> {
  /// The first digit from a byte on, looked for at eight places at a time; the end where none is.
  func digit(from start: Int) -> Int {
    let ones: UInt64 = 0x0101_0101_0101_0101
    let high = ones &* 0x80
    var i = start
    while i + 8 <= count {
      let word = UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: i, as: UInt64.self)
      let low = word & ~high
      // The highest bit of each byte of ASCII from "0" on, and no higher than "9".
      let digits = (low &+ ones &* 0x50) & ~(low &+ ones &* 0x46) & ~word & high
      if digits != 0 { return i + digits.trailingZeroBitCount / 8 }
      i += 8
    }
    while i < count, !self[i].isDigit { i += 1 }
    return i
  }
}
