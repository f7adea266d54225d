import CLibXML2

/// Writes one XML file, element by element.
final class XMLWriter {
  private let buffer: xmlBufferPtr
  private let writer: xmlTextWriterPtr

  /// nil where there is no memory.
  init?() {
    guard let buffer = xmlBufferCreate() else { return nil }
    guard let writer = xmlNewTextWriterMemory(buffer, 0) else {
      xmlBufferFree(buffer)
      return nil
    }
    self.buffer = buffer
    self.writer = writer
    xmlTextWriterStartDocument(writer, "1.0", "UTF-8", "yes")
  }

  deinit {
    xmlFreeTextWriter(writer)
    xmlBufferFree(buffer)
  }

  /// An element with its attributes, those with no value left out, and what stands in it.
  func element<Fault: Error>(
    _ name: String, _ attributes: KeyValuePairs<String, String?> = [:],
    _ contents: () throws(Fault) -> Void
  ) throws(Fault) {
    open(name, attributes)
    try contents()
    xmlTextWriterEndElement(writer)
  }

  /// An element with nothing in it.
  func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:]) {
    open(name, attributes)
    xmlTextWriterEndElement(writer)
  }

  private func open(_ name: String, _ attributes: KeyValuePairs<String, String?>) {
    xmlTextWriterStartElement(writer, name)
    for case (let key, let value?) in attributes {
      xmlTextWriterWriteAttribute(writer, key, Self.legal(value))
    }
  }

  func text(_ words: String) { xmlTextWriterWriteString(writer, Self.legal(words)) }

  /// Without the control characters that XML can't hold.
  private static func legal(_ words: String) -> String {
    func isLegal(_ scalar: Unicode.Scalar) -> Bool {
      scalar.value >= 0x20 && scalar.value != 0xFFFE && scalar.value != 0xFFFF
        || scalar == "\t" || scalar == "\n"
    }
    guard !words.unicodeScalars.allSatisfy(isLegal) else { return words }
    return String(String.UnicodeScalarView(words.unicodeScalars.filter(isLegal)))
  }

  /// The file's bytes; nothing can be written after.
  func finish() -> [UInt8] {
    xmlTextWriterEndDocument(writer)
    xmlTextWriterFlush(writer)
    guard let bytes = xmlBufferContent(buffer) else { return [] }
    return Array(UnsafeBufferPointer(start: bytes, count: Int(xmlBufferLength(buffer))))
  }
}
