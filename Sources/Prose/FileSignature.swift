/// Names the format of a file that is no text, by its first bytes.
enum FileSignature {
  /// The name of the format for a person, or nil when the bytes may be text.
  static func format(of bytes: [UInt8], path: String) -> String? {
    for (signature, offset, name) in signatures
    where bytes.count >= offset + signature.count
      && bytes[offset..<(offset + signature.count)].elementsEqual(signature)
    {
      return name == "ZIP" ? zipFormat(bytes, path) : name
    }
    if bytes.starts(with: Array("MZ".utf8)), bytes.contains(0) { return "Windows program" }
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return nil }
    if TextDecoder.unmarkedUTF16(bytes) != nil { return nil }
    return bytes.contains(0) ? "binary data" : nil
  }

  private static func zipFormat(_ bytes: [UInt8], _ path: String) -> String {
    switch DocumentReader.fileExtension(of: path) {
    case "docx": "DOCX"
    case "xlsx": "XLSX"
    case "pptx": "PPTX"
    case "odt": "ODT"
    case "epub": "EPUB"
    default: "ZIP"
    }
  }

  private static let signatures: [([UInt8], Int, String)] = [
    (Array("%PDF-".utf8), 0, "PDF"),
    ([0x50, 0x4B, 0x03, 0x04], 0, "ZIP"),
    ([0x50, 0x4B, 0x05, 0x06], 0, "ZIP"),
    ([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], 0, "DOC or XLS (old Office)"),
    (Array("{\\rtf".utf8), 0, "RTF"),
    ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], 0, "PNG"),
    ([0xFF, 0xD8, 0xFF], 0, "JPEG"),
    (Array("GIF8".utf8), 0, "GIF"),
    (Array("RIFF".utf8), 0, "RIFF (sound, film or WebP)"),
    ([0x49, 0x49, 0x2A, 0x00], 0, "TIFF"),
    ([0x4D, 0x4D, 0x00, 0x2A], 0, "TIFF"),
    ([0x7F, 0x45, 0x4C, 0x46], 0, "ELF"),
    ([0x1F, 0x8B], 0, "GZIP"),
    (Array("BZh".utf8) + [0x31], 0, "BZIP2"),
    (Array("BZh9".utf8), 0, "BZIP2"),
    ([0xFD, 0x37, 0x7A, 0x58, 0x5A, 0x00], 0, "XZ"),
    ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], 0, "7Z"),
    (Array("Rar!".utf8), 0, "RAR"),
    ([0x28, 0xB5, 0x2F, 0xFD], 0, "ZSTD"),
    (Array("%!PS".utf8), 0, "PostScript"),
    (Array("SQLite format 3".utf8), 0, "SQLite"),
    (Array("OggS".utf8), 0, "OGG"),
    ([0x49, 0x44, 0x33], 0, "MP3"),
    (Array("ftyp".utf8), 4, "MP4"),
    (Array("ustar".utf8), 257, "TAR"),
  ]
}
