internal import Cairo
public import Diagnostics
public import Drawing

/// Writes pages as a PDF whose text can be read, searched and followed by its structure.
public enum PDFWriter {
  /// The file's bytes; the same document gives the same bytes.
  public static func write(
    _ document: PagedDocument, fonts: FontLibrary
  ) throws(Failure) -> [UInt8] {
    try draw(document, fonts: fonts).finish(document)
  }

  /// The pages of a document, drawn; what it says of itself and its attachments may still change.
  public static func draw(
    _ document: PagedDocument, fonts: FontLibrary
  ) throws(Failure) -> DrawnPages {
    do {
      return DrawnPages(file: try draw(document, fonts))
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
  ) throws(GraphicsError) -> PDFFile {
    let canvas = PDFCanvas()
    let known = Set(document.pages.flatMap(\.frame.items.destinationNames))
    var painter = StructurePainter(canvas: canvas, engine: fonts.engine, known: known)
    for page in document.pages {
      canvas.beginPage(
        width: page.frame.size.width, height: page.frame.size.height, label: page.label)
      try painter.draw(page.frame)
      canvas.endPage()
    }
    addOutline(document.outline.filter { known.contains($0.destination) }, to: canvas)
    return try canvas.finish()
  }

  private static func addOutline(_ entries: [OutlineEntry], to canvas: PDFCanvas) {
    // The entries that stand open above the next, outermost first.
    var above: [(level: Int, number: Int)] = []
    for entry in entries {
      while let last = above.last, last.level >= entry.level { above.removeLast() }
      let number = canvas.addBookmark(
        entry.title.plain, place: entry.destination, parent: above.last?.number ?? 0)
      above.append((entry.level, number))
    }
  }
}

/// A PDF that lacks only what it says of itself, and its attachments.
public struct DrawnPages {
  fileprivate let file: PDFFile

  /// The file's bytes; to be asked for once.
  public func finish(_ document: PagedDocument) throws(Failure) -> [UInt8] {
    do {
      return try PDFFinisher(file: file, document: document).finish()
    } catch {
      throw Failure("render/pdf", "\(error.operation): \(error.message)")
    }
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
