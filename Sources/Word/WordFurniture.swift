import Drawing

/// Head and foot of the pages of a part.
struct WordFurniture {
  let document: WordDocument
  let part: WordDocument.Part

  private var furniture: WordDocument.Furniture { document.furniture }

  /// One file: the text at the start, the marking in the middle, the text at the end.
  func file(_ kind: String) -> [UInt8] {
    WordParts.file { xml in
      xml.element(
        kind == "header" ? "w:hdr" : "w:ftr",
        ["xmlns:w": WordParts.main, "xmlns:r": WordParts.links]
      ) {
        xml.element("w:p") {
          xml.element("w:pPr") {
            xml.element("w:pStyle", ["w:val": kind == "header" ? "Header" : "Footer"])
            tabs(xml)
            if document.isRightToLeft { xml.element("w:bidi") }
          }
          kind == "header" ? head(xml) : foot(xml)
        }
      }
    }
  }

  private func tabs(_ xml: XMLWriter) {
    xml.element("w:tabs") {
      for (kind, place) in [("center", part.area.width / 2), ("right", part.area.width)] {
        xml.element("w:tab", ["w:val": kind, "w:pos": WordBody.twips(place)])
      }
    }
  }

  private func head(_ xml: XMLWriter) {
    if let title = part.title { words(xml, title) }
    marking(xml)
    tab(xml)
    if !furniture.notice.isEmpty { words(xml, furniture.notice, furniture.noticeColor) }
  }

  private func foot(_ xml: XMLWriter) {
    words(xml, furniture.edition)
    marking(xml)
    tab(xml)
    for (index, piece) in furniture.pageOf.enumerated() {
      if !piece.isEmpty { words(xml, piece) }
      if index < 2 { field(xml, index == 0 ? "PAGE" : "NUMPAGES") }
    }
  }

  private func marking(_ xml: XMLWriter) {
    tab(xml)
    guard let marking = furniture.marking else { return }
    var font = furniture.font
    font.weight = .semibold
    run(xml, font, furniture.markingColor) { WordText.words(marking, xml) }
  }

  private func tab(_ xml: XMLWriter) { xml.element("w:r") { xml.element("w:tab") } }

  private func words(_ xml: XMLWriter, _ words: String, _ color: Color? = nil) {
    run(xml, furniture.font, color ?? furniture.color) { WordText.words(words, xml) }
  }

  /// A number that the word processor keeps.
  private func field(_ xml: XMLWriter, _ name: String) {
    xml.element("w:fldSimple", ["w:instr": " \(name) "]) {
      run(xml, furniture.font, furniture.color) { WordText.words("1", xml) }
    }
  }

  private func run(_ xml: XMLWriter, _ font: Font, _ color: Color, _ contents: () -> Void) {
    xml.element("w:r") {
      WordText.properties(font, color, isRightToLeft: document.isRightToLeft, xml)
      contents()
    }
  }
}
