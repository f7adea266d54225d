/// Reads off a page's operators with which codes its glyphs are shown, in their order.
struct PDFSheetReader {
  private var reader: PDFReader
  private let isWide: (String) -> Bool
  private var operands: [PDFObject.Value] = []
  private var font = ""
  /// Marks that are open, and whether each says other words than the fonts do.
  private var marks: [Bool] = []
  private var shown: [PDFGlyphs.Code] = []
  private var at = 0

  /// - Parameter isWide: whether the codes of a font have two bytes.
  init(_ bytes: [UInt8], isWide: @escaping (String) -> Bool) {
    reader = PDFReader(bytes: bytes, at: 0) { _ in PDFObject(.null) }
    self.isWide = isWide
  }

  /// The next glyph's code; nil after the last.
  mutating func next() -> PDFGlyphs.Code? {
    while at == shown.count {
      guard readOperator() else { return nil }
    }
    defer { at += 1 }
    return shown[at]
  }

  /// Goes past the next operator; false at the end.
  private mutating func readOperator() -> Bool {
    while let byte = reader.spaced {
      guard isLetter(byte) else {
        operands.append(reader.value(depth: 0))
        continue
      }
      let start = reader.at
      while let byte = reader.peek, isLetter(byte) || byte == UInt8(ascii: "*") { reader.at += 1 }
      run(reader.bytes[start..<reader.at])
      operands = []
      return true
    }
    return false
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20)
  }

  private mutating func run(_ name: ArraySlice<UInt8>) {
    if name.elementsEqual("Tf".utf8) {
      if case .name(let name)? = operands.first { font = name }
    } else if name.elementsEqual("Tj".utf8) {
      if case .string(let string)? = operands.first { show(string) }
    } else if name.elementsEqual("TJ".utf8) {
      guard case .array(let parts)? = operands.first else { return }
      for part in parts { if case .string(let string) = part.value { show(string) } }
    } else if name.elementsEqual("BDC".utf8) {
      var speaks = false
      if case .dictionary(let entries)? = operands.last {
        speaks = entries.contains { $0.key == "/ActualText" }
      }
      marks.append(speaks)
    } else if name.elementsEqual("BMC".utf8) {
      marks.append(false)
    } else if name.elementsEqual("EMC".utf8) {
      _ = marks.popLast()
    }
  }

  private mutating func show(_ string: [UInt8]) {
    let isWide = isWide(font)
    let step = isWide ? 2 : 1
    for start in stride(from: 0, to: string.count - step + 1, by: step) {
      shown.append(
        PDFGlyphs.Code(
          font: font,
          value: isWide ? Int(string[start]) << 8 | Int(string[start + 1]) : Int(string[start]),
          isWide: isWide, isReadable: !marks.contains(true)))
    }
  }
}
