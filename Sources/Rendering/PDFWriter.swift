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
    var parts: [DrawnPart] = []
    for part in 0..<partCount(of: document) {
      parts.append(try draw(part: part, of: document, fonts: fonts))
    }
    return try join(parts, document)
  }

  /// In how many parts a document is drawn, which does not depend on the number of cores.
  public static func partCount(of document: PagedDocument) -> Int {
    max(1, min(document.pages.count, 2))
  }

  /// One part of a document, which may be drawn beside the others with other fonts.
  public static func draw(
    part: Int, of document: PagedDocument, fonts: FontLibrary
  ) throws(Failure) -> DrawnPart {
    let count = partCount(of: document)
    let bounds = [part, part + 1].map { document.pages.count * $0 / count }
    let canvas = PDFCanvas(series: part)
    let known = Set(document.pages.flatMap(\.frame.items.destinationNames))
    var painter = StructurePainter(canvas: canvas, engine: fonts.engine, known: known)
    do {
      for page in document.pages[bounds[0]..<bounds[1]] {
        canvas.beginPage(
          width: page.frame.size.width, height: page.frame.size.height, label: page.label)
        try painter.draw(page.frame)
        canvas.endPage()
      }
    } catch {
      throw failure(error)
    }
    return DrawnPart(canvas: canvas, known: known)
  }

  /// All parts of a document in their order, none of which is to be used after.
  public static func join(
    _ parts: [DrawnPart], _ document: PagedDocument
  ) throws(Failure) -> DrawnPages {
    let canvas = parts.first?.canvas ?? PDFCanvas()
    for part in parts.dropFirst() { canvas.append(part.canvas) }
    let known = parts.first?.known ?? []
    addOutline(document.outline.filter { known.contains($0.destination) }, to: canvas)
    do {
      return DrawnPages(file: try canvas.finish())
    } catch {
      throw failure(error)
    }
  }

  /// The attachment with its bytes packed, so that less is left to be done when pages are ready.
  public static func packed(_ attachment: Attachment) throws(Failure) -> Attachment {
    var attachment = attachment
    do {
      attachment.packed = try PDFFile.packed(attachment.bytes)
    } catch {
      throw failure(error)
    }
    return attachment
  }

  fileprivate static func failure(_ error: GraphicsError) -> Failure {
    Failure("render/pdf", "\(error.operation): \(error.message)")
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

/// Some pages of a PDF; handed from the thread that drew them to the one that joins them.
public struct DrawnPart: @unchecked Sendable {
  fileprivate let canvas: PDFCanvas
  /// Where links may lead.
  fileprivate let known: Set<String>
}

/// A PDF that lacks only what it says of itself, and its attachments.
public struct DrawnPages {
  fileprivate let file: PDFFile

  /// The file's bytes; to be asked for once.
  public func finish(_ document: PagedDocument) throws(Failure) -> [UInt8] {
    do {
      return try PDFFinisher(file: file, document: document).finish()
    } catch {
      throw PDFWriter.failure(error)
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
