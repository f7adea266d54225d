public import Diagnostics
public import Drawing
public import Layout

/// A document for word processors: the blocks of pages, without the pages.
public struct WordDocument {
  /// Blocks on sheets of one size.
  public struct Part {
    public var sheet: Size
    /// Where text stands on a sheet.
    public var area: Rect
    /// The left half of the running head; nil: none.
    public var title: String?
    public var blocks: [any Block]

    public init(sheet: Size, area: Rect, title: String?, blocks: [any Block]) {
      self.sheet = sheet
      self.area = area
      self.title = title
      self.blocks = blocks
    }
  }

  /// What stands at head and foot of every page.
  public struct Furniture {
    /// In the middle, at head and foot.
    public var marking: String?
    /// At the end of the head.
    public var notice = ""
    /// At the start of the foot.
    public var edition = ""
    /// `page of count` in the language's words, cut around the two numbers: three pieces.
    public var pageOf: [String] = ["", " / ", ""]
    public var font: Font
    public var color: Color
    public var markingColor: Color
    public var noticeColor: Color

    public init(font: Font, color: Color, markingColor: Color, noticeColor: Color) {
      self.font = font
      self.color = color
      self.markingColor = markingColor
      self.noticeColor = noticeColor
    }
  }

  public var title: String
  public var subject = ""
  public var keywords: [String] = []
  /// BCP 47.
  public var language: String
  public var isRightToLeft = false
  /// `2017-01-16`; no clock is read.
  public var date: String
  public var furniture: Furniture
  public var parts: [Part]

  public init(
    title: String, language: String, date: String, furniture: Furniture, parts: [Part]
  ) {
    self.title = title
    self.language = language
    self.date = date
    self.furniture = furniture
    self.parts = parts
  }

  /// The bytes of a `.docx`.
  ///
  /// - Parameter picture: draws a frame as PNG.
  /// - Throws: ``Failure`` where a picture can't be drawn or the file can't be packed.
  public func bytes(picture: @escaping (Frame) throws(Failure) -> [UInt8]) throws(Failure)
    -> [UInt8]
  {
    let body = try WordBody(self, picture: picture)
    let xml = try body.write()
    var files: [(path: String, bytes: [UInt8])] = [
      ("[Content_Types].xml", WordParts.contentTypes(furniture: body.furnitureFiles.map(\.path))),
      ("_rels/.rels", WordParts.packageRelations),
      ("docProps/core.xml", WordParts.core(self)),
      ("docProps/app.xml", WordParts.app),
      ("word/document.xml", xml),
      ("word/styles.xml", WordParts.styles(self)),
      ("word/settings.xml", WordParts.settings),
      ("word/fontTable.xml", WordParts.fonts),
      ("word/_rels/document.xml.rels", WordParts.relations(body.relations)),
    ]
    files += body.furnitureFiles.map { ("word/\($0.path)", $0.bytes) }
    files += body.pictures.enumerated().map { ("word/media/picture\($0 + 1).png", $1) }
    return try ZipArchive.write(files)
  }
}
