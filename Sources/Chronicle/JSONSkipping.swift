extension JSONReader {
  /// Goes past a value that nobody asks for: refuses what ``value(depth:)`` refuses, makes nothing.
  mutating func skip(depth: Int) throws(JSON.Malformed) {
    skipSpace()
    guard depth < JSONReader.deepest else { throw malformed("nested too deeply") }
    switch peek {
    case UInt8(ascii: "{")?: try skipMembers(depth)
    case UInt8(ascii: "[")?: try skipElements(depth)
    case UInt8(ascii: "\"")?: try skipString()
    case UInt8(ascii: "-")?, (UInt8(ascii: "0")...UInt8(ascii: "9"))?: try skipNumber()
    default: _ = try value(depth: depth)
    }
  }

  private mutating func skipMembers(_ depth: Int) throws(JSON.Malformed) {
    at += 1
    skipSpace()
    if take(UInt8(ascii: "}")) { return }
    while true {
      skipSpace()
      guard peek == UInt8(ascii: "\"") else { throw malformed("expected a name in quotes") }
      try skipString()
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw malformed("expected a colon") }
      try skip(depth: depth + 1)
      skipSpace()
      if take(UInt8(ascii: "}")) { return }
      guard take(UInt8(ascii: ",")) else { throw malformed("expected a comma or }") }
    }
  }

  private mutating func skipElements(_ depth: Int) throws(JSON.Malformed) {
    at += 1
    skipSpace()
    if take(UInt8(ascii: "]")) { return }
    while true {
      try skip(depth: depth + 1)
      skipSpace()
      if take(UInt8(ascii: "]")) { return }
      guard take(UInt8(ascii: ",")) else { throw malformed("expected a comma or ]") }
    }
  }

  private mutating func skipString() throws(JSON.Malformed) {
    let start = at
    at += 1
    var isText = true
    while true {
      isText = skipPlain() && isText
      switch peek {
      case UInt8(ascii: "\"")?:
        guard isText else {
          at = start
          throw malformed("expected text in UTF-8")
        }
        at += 1
        return
      case UInt8(ascii: "\\")?:
        var scalar: [UInt8] = []
        try escape(&scalar)
      case nil: throw malformed("expected a closing quote")
      default: throw malformed("expected control characters to be escaped")
      }
    }
  }

  /// Whole numbers of a few digits are in range; others are read.
  private mutating func skipNumber() throws(JSON.Malformed) {
    let start = at
    while let byte = peek, byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") { at += 1 }
    let isPlain =
      at > start && at - start < 18 && (bytes[start] != UInt8(ascii: "0") || at - start == 1)
    switch peek {
    case UInt8(ascii: ".")?, UInt8(ascii: "e")?, UInt8(ascii: "E")?: break
    default: if isPlain { return }
    }
    at = start
    _ = try number()
  }
}
