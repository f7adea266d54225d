import Cairo
import Diagnostics
import Drawing
import Glibc
import Scratch
import Testing

@testable import Rendering

@Suite struct FontTests {
  @Test func widthsGrowWithSizeAndWeight() throws {
    let measurer = PangoMeasurer(try FontLibrary.load())
    let small = measurer.width(of: "Baku", Font(.inter, 10))
    let large = measurer.width(of: "Baku", Font(.inter, 20))
    #expect(small > 20 && small < 30)
    #expect(abs(large - 2 * small) < 0.02)
    #expect(measurer.width(of: "Baku", Font(.inter, 10, .bold)) > small)
    #expect(measurer.width(of: "Baku", Font(.notoSerif, 10)) != small)
  }

  @Test func tabularFiguresHaveOneWidth() throws {
    let measurer = PangoMeasurer(try FontLibrary.load())
    let font = Font(.inter, 10, tabular: true)
    #expect(measurer.width(of: "1111", font) == measurer.width(of: "0000", font))
    #expect(
      measurer.width(of: "1111", Font(.inter, 10)) < measurer.width(of: "0000", Font(.inter, 10)))
  }

  @Test(arguments: ["UNCLASSIFIED", "NATO CONFIDENTIAL", "TOP SECRET", "LA VALLETTA, FYA"])
  func spacedLettersAreReadAsWords(_ text: String) throws {
    var frame = WriterTests.frame
    let font = Font(.inter, 7.5, .semibold, letterSpacing: 0.9)
    frame.items = [.text(TextLine(text, at: Point(10, 34), font, Color(0)))]
    let pdf = try PDFWriter.write(frame, fonts: try FontLibrary.load())
    guard let words = output(of: "pdftotext -q /dev/stdin - <", pdf) else { return }
    #expect(words.hasPrefix(text + "\n"))
  }

  @Test func aMissingFontNamesItsPackage() {
    let failure = #expect(throws: Failure.self) { try FontLibrary.load(root: "/nowhere") }
    #expect(
      failure?.diagnostic.message
        == "the font Inter-Regular of the package fonts-inter is missing")
    #expect(failure?.diagnostic.path == "/nowhere/opentype/inter/Inter-Regular.otf")
    #expect(failure?.diagnostic.hints == ["apt-get install fonts-inter fonts-noto-core"])
  }

  @Test func aFileThatIsNoFontIsNamed() throws {
    let folder = ScratchFolder()
    let names =
      ["Regular", "Medium", "SemiBold", "Bold", "Italic"].map { "opentype/inter/Inter-\($0).otf" }
      + ["Serif-Regular", "Serif-Italic", "Serif-Bold", "NaskhArabic-Regular", "NaskhArabic-Bold"]
      .map { "truetype/noto/Noto\($0).ttf" }
    for name in names { folder.write(name, "no font") }
    let failure = #expect(throws: Failure.self) { try FontLibrary.load(root: folder.path) }
    #expect(failure?.diagnostic.id == "fonts/unreadable")
    #expect(failure?.diagnostic.message.contains("Inter-Regular.otf") == true)
  }

  @Test func aCharacterIsFoundInAnyOfTheFonts() throws {
    let engine = try FontLibrary.load().engine
    #expect("Əж→ک".unicodeScalars.allSatisfy(engine.has))
    #expect(!"京".unicodeScalars.contains(where: engine.has))
  }
}

@Suite struct ScriptFontTests {
  @Test func latinCyrillicAndArabicNeedNoOtherFont() throws {
    let texts = ["Əliyev, ığdır", "Визит в Баку", "صدر کا دورہ", "Ελλάδα", "₼ → ●"]
    #expect(try FontLibrary.load(for: texts, root: "/nowhere").doubts.isEmpty)
  }

  @Test(arguments: [
    ("საქართველო", "Georgian"), ("Հայաստան", "Armenian"), ("ירושלים", "Hebrew"),
    ("दिल्ली", "Devanagari"), ("กรุงเทพ", "Thai"), ("北京", "Chinese, Japanese and Korean"),
    ("서울", "Chinese, Japanese and Korean"),
  ])
  func aScriptIsKnownByItsLetters(_ text: String, _ name: String) {
    #expect(ScriptFont.needed(for: ("Baku" + text).unicodeScalars).map(\.name) == [name])
  }

  @Test func lettersOfAnotherScriptAreDrawnInItsFont() throws {
    let text = "საქართველო"
    let (fonts, doubts) = try FontLibrary.load(for: [text])
    #expect(doubts.isEmpty)
    var frame = WriterTests.frame
    frame.items = [.text(TextLine(text, at: Point(10, 34), Font(.inter, 12), Color(0)))]
    let pdf = try PDFWriter.write(frame, fonts: fonts)
    if let list = output(of: "pdffonts", pdf) { #expect(list.contains("NotoSansGeorgian")) }
    if let words = output(of: "pdftotext -q /dev/stdin - <", pdf) { #expect(words.contains(text)) }
  }

  @Test func emojiAreNeverBoxesInSilence() throws {
    let (_, doubts) = try FontLibrary.load(for: ["Baku 🇦🇿 1️⃣ 🎉"], root: "/nowhere")
    #expect(
      doubts.map(\.message) == [
        "emoji are drawn as boxes: the font NotoColorEmoji.ttf is missing"
      ])
    #expect(doubts.first?.hints == ["apt-get install fonts-noto-color-emoji"])
  }

  static let fonts = "/usr/share/fonts"
  static let hasEmoji = access(fonts + "/truetype/noto/NotoColorEmoji.ttf", R_OK) == 0

  @Test(.enabled(if: hasEmoji)) func lettersThatArePicturesBreakNoPDF() throws {
    let (fonts, doubts) = try FontLibrary.load(for: ["Baku 🎉"], root: Self.fonts)
    #expect(doubts.map(\.id) == ["fonts/pictures"])
    var frame = WriterTests.frame
    frame.items = [
      .text(TextLine("Baku 🎉 Ganja", at: Point(10, 34), Font(.inter, 12), Color(0)))
    ]
    let pdf = try PDFWriter.write(frame, fonts: fonts)
    if let words = output(of: "pdftotext -q /dev/stdin - <", pdf) {
      #expect(words.contains("Baku") && words.contains("Ganja"))
    }
  }

  @Test(.enabled(if: hasEmoji)) func lettersThatArePicturesAreAsLargeAsTheText() throws {
    let (fonts, _) = try FontLibrary.load(for: ["🎉"], root: Self.fonts)
    let measurer = PangoMeasurer(fonts)
    for size in [8.0, 24] {
      let width = measurer.width(of: "🎉", Font(.inter, size))
      #expect((0.9 * size...1.5 * size).contains(width), "\(width)")
    }
    let frame = Frame(
      size: Size(60, 60), ground: Color(0xFFFFFF),
      items: [.text(TextLine("🎉", at: Point(10, 40), Font(.inter, 20), Color(0)))])
    let pixels = try Pixels(png: PNGWriter.write(frame, scale: 1, fonts: fonts))
    let rows = (0..<60).filter { y in
      (0..<60).contains { x in pixels.bytes[(y * 60 + x) * 4] < 200 }
    }
    let high = (rows.last ?? 0) - (rows.first ?? 0)
    #expect((12...26).contains(high), "\(high)")
  }

  @Test func whatNoFontHasIsNamed() throws {
    let (_, doubts) = try FontLibrary.load(for: ["\u{12000}\u{10900}", "\u{200F}\u{2066}a"])
    #expect(
      doubts.map(\.message) == [
        "characters that none of the fonts has are drawn as boxes: U+10900, U+12000"
      ])
  }

  @Test func aFontThatIsNotThereIsNamedWithItsPackage() throws {
    let (_, doubts) = try FontLibrary.load(for: ["北京", "תל אביב"], root: "/nowhere")
    #expect(doubts.map(\.id) == ["fonts/no-letters", "fonts/no-letters"])
    #expect(
      doubts[1].message
        == "the letters of Chinese, Japanese and Korean are drawn as boxes: the font "
        + "NotoSansCJK-Regular.ttc is missing")
    #expect(
      doubts.map(\.hints) == [
        ["apt-get install fonts-noto-core"], ["apt-get install fonts-noto-cjk"],
      ])
  }
}

@Suite struct WriterTests {
  static let frame = Frame(
    size: Size(200, 100), ground: Color(0xFFFFFF),
    items: [
      .fill(.circle(Point(30, 30), radius: 10), Color(0x224488)),
      .text(TextLine("Bakı and Islamabad", at: Point(50, 34), Font(.inter, 12), Color(0))),
    ])

  @Test func aPictureHasTheFramesSizeInPixels() throws {
    let bytes = try PNGWriter.write(Self.frame, scale: 2, fonts: FontLibrary.load())
    #expect(Array(bytes.prefix(8)) == [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
    #expect(Array(bytes[16..<24]) == [0, 0, 1, 144, 0, 0, 0, 200])
  }

  @Test func anEmptyPictureIsRefused() throws {
    let fonts = try FontLibrary.load()
    #expect(throws: Failure.self) {
      try PNGWriter.write(Frame(size: Size(0, 10)), scale: 1, fonts: fonts)
    }
  }

  @Test func thePDFIsTheSameTwice() throws {
    let first = try PDFWriter.write(Self.frame, fonts: FontLibrary.load())
    let second = try PDFWriter.write(Self.frame, fonts: FontLibrary.load())
    #expect(first.starts(with: Array("%PDF-1.".utf8)))
    #expect(first == second)
  }
}
