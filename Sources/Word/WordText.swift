import Drawing
import Layout

/// Runs of text and what they look like.
enum WordText {
  static func properties(
    _ font: Font, _ color: Color, isRightToLeft: Bool, lowered: Double = 0, _ xml: XMLWriter
  ) {
    xml.element("w:rPr") {
      let face = font.family.rawValue
      xml.element("w:rFonts", ["w:ascii": face, "w:hAnsi": face, "w:cs": face])
      if font.weight >= .semibold {
        xml.element("w:b")
        xml.element("w:bCs")
      }
      if font.italic {
        xml.element("w:i")
        xml.element("w:iCs")
      }
      xml.element("w:color", ["w:val": hex(color)])
      if font.letterSpacing != 0 {
        xml.element("w:spacing", ["w:val": WordBody.twips(font.letterSpacing)])
      }
      if lowered != 0 { xml.element("w:position", ["w:val": "\(-Int((2 * lowered).rounded()))"]) }
      let size = "\(Int((2 * font.size).rounded()))"
      xml.element("w:sz", ["w:val": size])
      xml.element("w:szCs", ["w:val": size])
      if isRightToLeft { xml.element("w:rtl") }
    }
  }

  /// `1A1F2B`.
  static func hex(_ color: Color) -> String { String(color.hex.dropFirst().prefix(6)).uppercased() }

  /// Words with their line breaks, within a run.
  static func words(_ words: String, _ xml: XMLWriter) {
    let lines = words.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in lines.enumerated() {
      if index > 0 { xml.element("w:br") }
      xml.element("w:t", ["xml:space": "preserve"]) { xml.text(String(line)) }
    }
  }
}

extension Font.Weight {
  fileprivate static func >= (a: Font.Weight, b: Font.Weight) -> Bool { a.rawValue >= b.rawValue }
}
