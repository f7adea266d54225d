internal import CLibXML2
public import Diagnostics
public import Drawing

/// Reads an SVG of paths and plain shapes as a drawing: what a logo is made of.
///
/// Fills, strokes, opacity, transforms, linear gradients, `use`, classes of a style sheet. What a frame
/// has no form for (text, pictures, filters, masks, radial gradients) is refused by its name, never left
/// out. Nothing outside the file is read.
public enum SVGReader {
  /// The drawing, its upper left corner at the origin.
  ///
  /// - Parameter path: name for messages.
  /// - Throws: ``Failure`` `svg/unreadable` with the line of what can't be drawn.
  public static func read(_ bytes: [UInt8], path: String) throws(Failure) -> Artwork {
    guard bytes.count <= 4 << 20 else { throw fault("it is larger than 4 MiB", 0, bytes, path) }
    let tree = try bytes.withUnsafeBytes { buffer -> Result<XMLTree, SVGFault> in
      let options =
        XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
        | XML_PARSE_NOWARNING.rawValue | XML_PARSE_NOCDATA.rawValue
      let document = xmlReadMemory(
        buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil, nil,
        Int32(options))
      guard let document else {
        let line = xmlGetLastError().map { Int($0.pointee.line) } ?? 0
        return .failure(SVGFault("it is no SVG", line))
      }
      defer { xmlFreeDoc(document) }
      guard let root = xmlDocGetRootElement(document) else {
        return .failure(SVGFault("it is no SVG", 0))
      }
      return .success(XMLTree(root, depth: 0))
    }.mapError { fault($0.message, $0.line, bytes, path) }.get()
    do {
      var drawing = try SVGDrawing(tree)
      try drawing.draw()
      return Artwork(size: drawing.size, items: drawing.items, source: bytes)
    } catch {
      throw fault(error.message, error.line, bytes, path)
    }
  }

  private static func fault(
    _ message: String, _ line: Int, _ bytes: [UInt8], _ path: String
  ) -> Failure {
    let text = SourceText(path: path, text: String(decoding: bytes, as: UTF8.self))
    let place = line > 0 && line <= text.lineStarts.count ? text.line(line - 1) : nil
    return Failure(
      Diagnostic(
        .error, "svg/unreadable", "\(path) can't be drawn: \(message)",
        at: place.map { Diagnostic.Place(text, Span($0.start, min($0.end, $0.start + 1))) },
        path: path, hints: ["save it with all text and effects as plain paths, or as PNG"]))
  }
}

/// What can't be drawn, and its line; 0: the whole.
struct SVGFault: Error {
  let message: String
  let line: Int

  init(_ message: String, _ line: Int) {
    self.message = message
    self.line = line
  }
}

/// An element with what is in it.
struct XMLTree {
  let name: String
  let attributes: [String: String]
  let children: [XMLTree]
  /// Of the element itself.
  let text: String
  let line: Int

  /// Deeper elements are left away, and so are the names' spaces.
  fileprivate init(_ node: UnsafeMutablePointer<xmlNode>, depth: Int) {
    name = String(cString: node.pointee.name)
    line = Int(xmlGetLineNo(node))
    var attributes: [String: String] = [:]
    var attribute = node.pointee.properties
    while let next = attribute {
      attributes[String(cString: next.pointee.name)] = Self.text(next.pointee.children)
      attribute = next.pointee.next
    }
    self.attributes = attributes
    var children: [XMLTree] = []
    var child = node.pointee.children
    while let next = child {
      if next.pointee.type == XML_ELEMENT_NODE, depth < 200 {
        children.append(XMLTree(next, depth: depth + 1))
      }
      child = next.pointee.next
    }
    self.children = children
    text = Self.text(node.pointee.children)
  }

  private static func text(_ first: UnsafeMutablePointer<xmlNode>?) -> String {
    var text = ""
    var child = first
    while let next = child {
      if next.pointee.type == XML_TEXT_NODE, let content = next.pointee.content {
        text += String(cString: content)
      }
      child = next.pointee.next
    }
    return text
  }
}
