internal import Cairo
public import Diagnostics
public import Drawing

/// Writes pages as a PDF whose text can be read, searched and followed by its structure.
public enum PDFWriter {
  /// The file's bytes; the same document gives the same bytes.
  public static func write(
    _ document: PagedDocument, fonts: FontLibrary
  ) throws(Failure) -> [UInt8] {
    do {
      return try draw(document, fonts)
    } catch {
      throw Failure("render/pdf", "\(error.operation): \(error.message)")
    }
  }

  /// One frame as a PDF of one page.
  public static func write(_ frame: Frame, fonts: FontLibrary) throws(Failure) -> [UInt8] {
    try write(
      PagedDocument(
        pages: [Page(frame, label: "1")], title: frame.title, language: frame.language, date: ""),
      fonts: fonts)
  }

  private static func draw(
    _ document: PagedDocument, _ fonts: FontLibrary
  ) throws(GraphicsError) -> [UInt8] {
    let first = document.pages.first?.frame.size ?? Size(595.28, 841.89)
    let canvas = try Canvas.pdf(width: first.width, height: first.height)
    let ink = Ink(canvas: canvas, engine: fonts.engine)
    for page in document.pages {
      try canvas.setPageSize(width: page.frame.size.width, height: page.frame.size.height)
      try canvas.setPageLabel(page.label)
      try ink.ground(page.frame)
      try ink.draw(page.frame.items)
      try canvas.showPage()
    }
    try describe(document, on: canvas)
    return try canvas.finish()
  }

  private static func describe(
    _ document: PagedDocument, on canvas: Canvas
  ) throws(GraphicsError) {
    try canvas.setProperty(.title, document.title.plain)
    try canvas.setProperty(.author, document.author.plain)
    try canvas.setProperty(.subject, document.subject.plain)
    try canvas.setProperty(.keywords, document.keywords.joined(separator: ", ").plain)
    // Left alone, the library asks the clock.
    let date = document.date.isEmpty ? "1970-01-01" : document.date
    try canvas.setProperty(.created, date + "T00:00:00Z")
    try canvas.setProperty(.modified, date + "T00:00:00Z")
  }
}
