import CLibXML2
import CZip

/// A `.docx` taken apart.
struct PackageReader {
  /// By path, in the order of the file.
  var parts: [(path: String, bytes: [UInt8])] = []

  init?(_ bytes: [UInt8]) {
    var bytes = bytes
    var fault = zip_error_t()
    let found = bytes.withUnsafeMutableBytes { buffer -> [(String, [UInt8])]? in
      guard
        let source = zip_source_buffer_create(
          buffer.baseAddress, UInt64(buffer.count), 0, &fault),
        let archive = zip_open_from_source(source, ZIP_RDONLY | ZIP_CHECKCONS, &fault)
      else { return nil }
      defer { zip_discard(archive) }
      return (0..<UInt64(zip_get_num_entries(archive, 0))).map { index in
        let path = zip_get_name(archive, index, 0).map { String(cString: $0) } ?? ""
        return (path, Self.contents(archive, index))
      }
    }
    guard let found else { return nil }
    parts = found
  }

  private static func contents(_ archive: OpaquePointer, _ index: UInt64) -> [UInt8] {
    var status = zip_stat_t()
    guard zip_stat_index(archive, index, 0, &status) == 0,
      let file = zip_fopen_index(archive, index, 0)
    else { return [] }
    defer { zip_fclose(file) }
    var bytes = [UInt8](repeating: 0, count: Int(status.size))
    let got = bytes.withUnsafeMutableBytes { zip_fread(file, $0.baseAddress, status.size) }
    return got == Int64(bytes.count) ? bytes : []
  }

  func text(_ path: String) -> String {
    String(decoding: parts.first { $0.path == path }?.bytes ?? [], as: UTF8.self)
  }

  /// Whether a part is XML that a parser reads without a fault.
  static func isWellFormed(_ bytes: [UInt8]) -> Bool {
    let document = bytes.withUnsafeBytes { buffer in
      xmlReadMemory(
        buffer.bindMemory(to: CChar.self).baseAddress, Int32(buffer.count), nil, nil,
        Int32(XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue))
    }
    defer { xmlFreeDoc(document) }
    return document != nil
  }
}

/// The values of an attribute, in order: `values("w:anchor", text)`.
func values(_ attribute: String, _ text: String) -> [String] {
  text.split(separator: " \(attribute)=\"", omittingEmptySubsequences: false).dropFirst()
    .map { String($0.prefix { $0 != "\"" }) }
}
