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

  /// One frame as a PDF of one page: a figure, unless the frame has a structure of its own.
  public static func write(_ frame: Frame, fonts: FontLibrary) throws(Failure) -> [UInt8] {
    var page = frame
    if !frame.items.haveStructure {
      let alternative = [frame.title, frame.alternative].filter { !$0.isEmpty }
      page.items = [
        .group(
          Group(
            .figure, alternative: alternative.joined(separator: ": "),
            area: Rect(0, 0, frame.size.width, frame.size.height), frame.items))
      ]
    }
    return try write(
      PagedDocument(
        pages: [Page(page, label: "1")], title: frame.title, language: frame.language, date: ""),
      fonts: fonts)
  }

  private static func draw(
    _ document: PagedDocument, _ fonts: FontLibrary
  ) throws(GraphicsError) -> [UInt8] {
    let first = document.pages.first?.frame.size ?? Size(595.28, 841.89)
    let canvas = try Canvas.pdf(width: first.width, height: first.height)
    let known = Set(document.pages.flatMap(\.frame.items.destinationNames))
    var painter = StructurePainter(canvas: canvas, engine: fonts.engine, known: known)
    for page in document.pages {
      try canvas.setPageSize(width: page.frame.size.width, height: page.frame.size.height)
      try canvas.setPageLabel(page.label)
      try painter.draw(page.frame)
      try canvas.showPage()
    }
    try addOutline(document.outline.filter { known.contains($0.destination) }, to: canvas)
    try describe(document, on: canvas)
    let finisher = PDFFinisher(
      file: try PDFFile(canvas.finish()), document: document, figures: painter.figures,
      linkTexts: painter.linkTexts)
    return try finisher.finish()
  }

  private static func addOutline(
    _ entries: [OutlineEntry], to canvas: Canvas
  ) throws(GraphicsError) {
    // The entries that stand open above the next, outermost first.
    var above: [(level: Int, number: Int)] = []
    for entry in entries {
      while let last = above.last, last.level >= entry.level { above.removeLast() }
      let number = try canvas.addOutline(
        entry.title.plain, destination: entry.destination, parent: above.last?.number ?? 0)
      above.append((entry.level, number))
    }
  }

  /// Fixed dates: left alone, the library asks the clock. The rest is said when finishing.
  private static func describe(
    _ document: PagedDocument, on canvas: Canvas
  ) throws(GraphicsError) {
    try canvas.setProperty(.title, document.title.plain)
    try canvas.setProperty(.created, "2000-01-01T00:00:00Z")
    try canvas.setProperty(.modified, "2000-01-01T00:00:00Z")
  }
}

extension [Item] {
  /// Whether any of the groups has a meaning for the structure of a document.
  fileprivate var haveStructure: Bool {
    contains { item in
      guard case .group(let group) = item else { return false }
      switch group.role {
      case .group, .mark, .artifact: return group.items.haveStructure
      default: return true
      }
    }
  }
}
