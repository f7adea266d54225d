public import Diagnostics

/// Makes a document of the bytes of a file.
public enum DocumentReader {
  /// Reads a text, Markdown or HTML file, by the ending of its name and by what it holds.
  ///
  /// Encodings: UTF-8, UTF-16 with a byte order mark, else Windows-1252 with a warning. Line ends
  /// become LF; all spans refer to the text so made, of HTML to the visible text. An empty file is
  /// a document without blocks and a warning.
  ///
  /// - Parameters:
  ///   - path: name for messages; its ending decides on the format.
  ///   - bytes: the whole file.
  ///   - isDigested: whether anybody will ask for the digest of the bytes.
  /// - Throws: ``Failure`` `document/not-read` where the file is no text of a known format.
  public static func read(path: String, bytes: [UInt8], isDigested: Bool = true) throws(Failure)
    -> Document
  {
    guard let format = format(ofName: path) else {
      let name = FileSignature.format(of: bytes, path: path) ?? fileExtension(of: path).uppercased()
      throw refusal(path, name)
    }
    if let name = FileSignature.format(of: bytes, path: path) { throw refusal(path, name) }
    let sha256 = isDigested ? Digest.sha256(bytes) : ""
    if format == .html || (format == .text && looksLikeHTML(bytes)) {
      return html(path, bytes, sha256)
    }
    let decoder = TextDecoder(bytes)
    let text = SourceText(path: path, bytes: decoder.text)
    var blocks: [Block]
    var fields: [Document.Field] = []
    if format == .markdown {
      let reader = MarkdownReader(text)
      fields = reader.fields
      blocks = reader.blocks
    } else {
      var lines = TextLine.lines(of: text)
      fields = HeadFields.take(from: &lines, text)
      blocks = BlockFinder(bytes: text.bytes).blocks(of: lines)
    }
    return finished(format, text, sha256, fields, &blocks, decoder.diagnostics(about: text))
  }

  /// The text of a file that is no document, decoded as documents are, and what was doubtful.
  public static func text(path: String, bytes: [UInt8]) -> (SourceText, [Diagnostic]) {
    let decoder = TextDecoder(bytes)
    let text = SourceText(path: path, bytes: decoder.text)
    return (text, decoder.diagnostics(about: text))
  }

  /// The blocks of text that is read already and has no markup, none of them taken for furniture or
  /// for a title; all spans refer to it as it is.
  public static func blocks(ofPlain text: SourceText) -> [Block] {
    BlockFinder(bytes: text.bytes).blocks(of: TextLine.lines(of: text))
  }

  private static func html(_ path: String, _ bytes: [UInt8], _ sha256: String) -> Document {
    let decoder = TextDecoder(bytes, declared: HTMLReader.declaredCharset(bytes))
    let page = HTMLReader.read(decoder.text)
    let text = SourceText(path: path, bytes: page.text)
    var blocks = page.blocks
    // The places of the decoder are those of the source, not of the visible text.
    let diagnostics = decoder.doubts.map {
      Diagnostic(.warning, $0.id, $0.message, path: path, notes: $0.notes, hints: $0.hints)
    }
    return finished(.html, text, sha256, page.fields, &blocks, diagnostics)
  }

  private static func finished(
    _ format: Document.Format, _ text: SourceText, _ sha256: String, _ fields: [Document.Field],
    _ blocks: inout [Block], _ doubts: [Diagnostic]
  ) -> Document {
    Furniture.mark(&blocks, text)
    if format == .text { Title.mark(&blocks, text) }
    var diagnostics = doubts
    if blocks.isEmpty {
      diagnostics.append(
        Diagnostic(
          .warning, "document/empty", "no text in this document", path: text.path,
          hints: ["remove the file, or save it again with its text"]))
    }
    return Document(
      format: format, text: text, sha256: sha256, fields: fields, blocks: blocks,
      diagnostics: diagnostics)
  }

  private static func refusal(_ path: String, _ format: String) -> Failure {
    Failure(
      "document/not-read", "not read: \(format)", path: path,
      hints: ["documents are .txt, .md and .html files; save this one as text"])
  }

  /// The format that a file name stands for; nil for names of other formats.
  static func format(ofName path: String) -> Document.Format? {
    switch fileExtension(of: path) {
    case "", "txt", "text": .text
    case "md", "markdown", "mdown", "mkd": .markdown
    case "html", "htm", "xhtml": .html
    default: nil
    }
  }

  /// What follows the last full stop of the file's name, in lower case.
  static func fileExtension(of path: String) -> String {
    let name = path.utf8.split(separator: 0x2F).last ?? Substring(path).utf8
    guard let dot = name.lastIndex(of: 0x2E), dot != name.startIndex else { return "" }
    let ending = name[name.index(after: dot)...]
    // "No. 5" and "Feb. report" have no ending.
    guard ending.count <= 8, !ending.contains(0x20) else { return "" }
    return String(Substring(ending)).lowercased()
  }

  private static func looksLikeHTML(_ bytes: [UInt8]) -> Bool {
    let head = Folded(bytes, Bytes.trimmed(bytes, Span(0, min(bytes.count, 256))))
    return head.hasPrefix("<!doctype html") || head.hasPrefix("<html")
  }
}

/// Finds the document's title among its first blocks.
enum Title {
  /// Makes the first short line of more than a word the heading of level 1.
  static func mark(_ blocks: inout [Block], _ text: SourceText) {
    guard !blocks.contains(where: { $0.headingLevel == 1 }) else { return }
    let first = blocks.indices.filter { !blocks[$0].isFurniture }.prefix(3)
    guard let title = first.first(where: { canBeTitle(blocks[$0], text) }), blocks.count > 1 else {
      return
    }
    blocks[title].kind = .heading(1)
    blocks[title].label = nil
  }

  private static func canBeTitle(_ block: Block, _ text: SourceText) -> Bool {
    guard block.kind == .paragraph || block.headingLevel != nil else { return false }
    return LineShape.isTitleLike(text.bytes, block.span, limit: 180)
      && Folded(text.bytes, block.span).wordCount > 1
      && !LineShape.isYear(text.bytes, block.span)
  }
}
