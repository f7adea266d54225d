import Drawing
import Testing

@testable import Cairo
@testable import Rendering

/// Plain texts are shaped without asking for runs and parts of letters; nothing comes of that.
@Suite struct ShortShapingTests {
  static let plain: [Unicode.Scalar] =
    [0x20...0x7E, 0xC0...0x24F, 0xA0...0xB7, 0x2013...0x2026].joined().compactMap {
      Unicode.Scalar($0)
    }
    .filter { TextFace.isPlain(String($0)) }

  @Test(
    arguments: [Font.Family.inter, .notoSerif], [Font.Weight.regular, .medium, .semibold, .bold])
  func aPlainTextIsShapedAsAnyOther(family: Font.Family, weight: Font.Weight) throws {
    let engine = try FontLibrary.load().engine
    let fonts = PDFGlyphs()
    for isTabular in [false, true] {
      let style = Font(family, 10, weight, tabular: isTabular).style
      for (place, scalar) in Self.plain.enumerated() {
        let next = Self.plain[(place * 7 + 3) % Self.plain.count]
        for text in ["f\(scalar)i \(next)1\(scalar)-\(next)A", "\(scalar)\(next)\(scalar)"] {
          func glyphs(_ line: ShapedLine) -> [[PDFTextRun.Glyph]] {
            PDFTextRun.runs(of: line, x: 0, y: 0, size: 1000, fonts).map(\.glyphs)
          }
          #expect(
            engine.width(of: text, style) * TextFace.unitsPerSize
              == Double(engine.laidLine(text, style).width) * style.size, "\(text)")
          #expect(
            glyphs(engine.line(text, style, rightToLeft: false))
              == glyphs(engine.laidLine(text, style)), "\(text)")
        }
      }
    }
  }
}
