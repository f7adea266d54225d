import CLibXML2
import Diagnostics

/// Reads the visible text and the blocks of an HTML page through libxml2's event parser.
///
/// No tree is built: memory and time stay in step with the page, however deep it nests.
enum HTMLReader {
  struct Page {
    var text: [UInt8] = []
    var blocks: [Block] = []
    var fields: [Document.Field] = []
  }

  /// Parses a page in UTF-8.
  static func read(_ source: [UInt8]) -> Page {
    _ = ready
    guard !source.isEmpty, source.count <= Int(Int32.max) else { return Page() }
    let builder = PageBuilder()
    var handler = htmlSAXHandler()
    handler.startElement = { context, name, attributes in
      guard let builder = builderOf(context), let name else { return }
      builder.open(String(cString: name), attributesOf(attributes))
    }
    handler.endElement = { context, name in
      guard let builder = builderOf(context), let name else { return }
      builder.close(String(cString: name))
    }
    handler.characters = { context, start, count in
      builderOf(context)?.append(UnsafeBufferPointer(start: start, count: Int(count)))
    }
    handler.ignorableWhitespace = handler.characters
    handler.cdataBlock = handler.characters
    source.withUnsafeBufferPointer { buffer in
      guard let context = htmlNewParserCtxt() else { return }
      defer { htmlFreeParserCtxt(context) }
      let old = context.pointee.sax
      withUnsafeMutablePointer(to: &handler) { sax in
        context.pointee.sax = sax
        context.pointee.userData = Unmanaged.passUnretained(builder).toOpaque()
        let options =
          HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue | HTML_PARSE_NONET.rawValue
          | HTML_PARSE_IGNORE_ENC.rawValue
        buffer.withMemoryRebound(to: CChar.self) { chars in
          _ = htmlCtxtReadMemory(
            context, chars.baseAddress, Int32(chars.count), nil, "UTF-8", Int32(options))
        }
        context.pointee.sax = old
      }
    }
    return builder.finish()
  }

  private static let ready: Void = xmlInitParser()

  /// The encoding that a page names in its first kilobyte.
  static func declaredCharset(_ bytes: [UInt8]) -> String? {
    let head = bytes.prefix(2_048).map { Bytes.isUpper($0) ? $0 | 0x20 : $0 }
    var i = 0
    while i < head.count {
      guard head[i] == 0x63, Bytes.has("charset=", head, at: i) else {
        i += 1
        continue
      }
      i += 8
      while i < head.count, head[i] == 0x22 || head[i] == 0x27 || head[i] == 0x20 { i += 1 }
      var end = i
      while end < head.count, end - i < 40,
        Bytes.isLetter(head[end]) || Bytes.isDigit(head[end]) || head[end] == 0x2D
          || head[end] == 0x5F
      {
        end += 1
      }
      let name = String(decoding: head[i..<end], as: UTF8.self)
      return name.isEmpty || name == "utf-8" || name == "utf8" ? nil : name
    }
    return nil
  }
}

private func builderOf(_ context: UnsafeMutableRawPointer?) -> PageBuilder? {
  context.map { Unmanaged<PageBuilder>.fromOpaque($0).takeUnretainedValue() }
}

private func attributesOf(
  _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
) -> [(name: String, value: String)] {
  guard let attributes else { return [] }
  var result: [(name: String, value: String)] = []
  var i = 0
  while let name = attributes[i] {
    let value = attributes[i + 1].map { String(cString: $0) } ?? ""
    result.append((String(cString: name), value))
    i += 2
  }
  return result
}
