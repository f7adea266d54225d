internal import CQPDF

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// An object of a ``PDFFile``; valid as long as the file.
public struct PDFObject {
  let handle: UInt32
}

/// A PDF in memory whose objects can be read and changed.
///
/// Reading what is not there gives null, as in PDF itself; a real error is thrown by ``write()``.
public final class PDFFile {
  private var data: qpdf_data?
  /// The library reads the bytes as long as it lives.
  private let source: UnsafeMutableBufferPointer<CChar>

  /// Opens a file's bytes.
  public init(_ bytes: [UInt8]) throws(GraphicsError) {
    source = .allocate(capacity: bytes.count)
    _ = source.initialize(from: bytes.map { CChar(bitPattern: $0) })
    data = qpdf_init()
    qpdf_silence_errors(data)
    qpdf_set_suppress_warnings(data, 1)
    qpdf_read_memory(data, "document", source.baseAddress, UInt64(source.count), nil)
    try check("read PDF")
  }

  deinit {
    qpdf_cleanup(&data)
    source.deallocate()
  }

  private func check(_ operation: String) throws(GraphicsError) {
    guard qpdf_has_error(data) != 0, let error = qpdf_get_error(data) else { return }
    throw GraphicsError(operation, String(cString: qpdf_get_error_full_text(data, error)))
  }

  /// The file's bytes, compressed, its identifier drawn from its content.
  public func write() throws(GraphicsError) -> [UInt8] {
    try check("change PDF")
    qpdf_init_write_memory(data)
    qpdf_set_object_stream_mode(data, qpdf_o_generate)
    qpdf_set_deterministic_ID(data, 1)
    qpdf_set_minimum_pdf_version(data, "1.7")
    qpdf_write(data)
    try check("write PDF")
    return Array(
      UnsafeBufferPointer(
        start: qpdf_get_buffer(data), count: Int(qpdf_get_buffer_length(data))))
  }

  // MARK: Reading

  public var trailer: PDFObject { PDFObject(handle: qpdf_get_trailer(data)) }
  public var root: PDFObject { PDFObject(handle: qpdf_get_root(data)) }

  public var pages: [PDFObject] {
    (0..<max(0, qpdf_get_num_pages(data))).map {
      PDFObject(handle: qpdf_get_page_n(data, Int($0)))
    }
  }

  /// A dictionary's value; null for no dictionary or no such key.
  public func get(_ object: PDFObject, _ key: String) -> PDFObject {
    guard isDictionary(object) else { return null }
    return PDFObject(handle: qpdf_oh_get_key(data, object.handle, key))
  }

  public func isNull(_ object: PDFObject) -> Bool { qpdf_oh_is_null(data, object.handle) != 0 }

  public func isDictionary(_ object: PDFObject) -> Bool {
    qpdf_oh_is_dictionary(data, object.handle) != 0
  }

  public func isArray(_ object: PDFObject) -> Bool { qpdf_oh_is_array(data, object.handle) != 0 }

  /// An array's items; one other object stands for an array of it, null for none.
  public func items(_ object: PDFObject) -> [PDFObject] {
    if isNull(object) { return [] }
    guard isArray(object) else { return [object] }
    return (0..<qpdf_oh_get_array_n_items(data, object.handle)).map {
      PDFObject(handle: qpdf_oh_get_array_item(data, object.handle, $0))
    }
  }

  /// A name with its slash, `/Figure`; empty for other objects.
  public func name(_ object: PDFObject) -> String {
    guard qpdf_oh_is_name(data, object.handle) != 0 else { return "" }
    return String(cString: qpdf_oh_get_name(data, object.handle))
  }

  /// Number of an indirect object; 0 for direct ones.
  public func number(_ object: PDFObject) -> Int {
    Int(qpdf_oh_get_object_id(data, object.handle))
  }

  /// A whole number; nil for other objects.
  public func integer(_ object: PDFObject) -> Int? {
    guard qpdf_oh_is_integer(data, object.handle) != 0 else { return nil }
    return Int(qpdf_oh_get_int_value(data, object.handle))
  }

  /// A stream's bytes, decoded.
  public func stream(_ object: PDFObject) throws(GraphicsError) -> [UInt8] {
    var decoded: QPDF_BOOL = 0
    var buffer: UnsafeMutablePointer<UInt8>?
    var count = 0
    qpdf_oh_get_stream_data(
      data, object.handle, qpdf_dl_generalized, &decoded, &buffer, &count)
    defer { free(buffer) }
    try check("read stream")
    return Array(UnsafeBufferPointer(start: buffer, count: count))
  }

  // MARK: Making

  public var null: PDFObject { PDFObject(handle: qpdf_oh_new_null(data)) }

  public func name(_ name: String) -> PDFObject {
    PDFObject(handle: qpdf_oh_new_name(data, name))
  }

  public func text(_ string: String) -> PDFObject {
    PDFObject(handle: qpdf_oh_new_unicode_string(data, string))
  }

  public func bool(_ value: Bool) -> PDFObject {
    PDFObject(handle: qpdf_oh_new_bool(data, value ? 1 : 0))
  }

  public func integer(_ value: Int) -> PDFObject {
    PDFObject(handle: qpdf_oh_new_integer(data, Int64(value)))
  }

  public func array(_ items: [PDFObject]) -> PDFObject {
    let result = PDFObject(handle: qpdf_oh_new_array(data))
    for item in items { qpdf_oh_append_item(data, result.handle, item.handle) }
    return result
  }

  public func dictionary(_ entries: KeyValuePairs<String, PDFObject>) -> PDFObject {
    let result = PDFObject(handle: qpdf_oh_new_dictionary(data))
    for (key, value) in entries { set(result, key, value) }
    return result
  }

  /// A new indirect stream.
  public func stream(
    _ bytes: [UInt8], _ entries: KeyValuePairs<String, PDFObject>
  ) -> PDFObject {
    let result = PDFObject(handle: qpdf_oh_new_stream(data))
    replaceStream(result, bytes)
    let description = PDFObject(handle: qpdf_oh_get_dict(data, result.handle))
    for (key, value) in entries { set(description, key, value) }
    return result
  }

  /// The object with a number of its own.
  public func indirect(_ object: PDFObject) -> PDFObject {
    PDFObject(handle: qpdf_make_indirect_object(data, object.handle))
  }

  // MARK: Changing

  public func set(_ object: PDFObject, _ key: String, _ value: PDFObject) {
    qpdf_oh_replace_key(data, object.handle, key, value.handle)
  }

  public func remove(_ object: PDFObject, _ key: String) {
    qpdf_oh_remove_key(data, object.handle, key)
  }

  public func set(_ array: PDFObject, at index: Int, _ value: PDFObject) {
    qpdf_oh_set_array_item(data, array.handle, Int32(index), value.handle)
  }

  public func replaceStream(_ object: PDFObject, _ bytes: [UInt8]) {
    let none = null
    qpdf_oh_replace_stream_data(
      data, object.handle, bytes, bytes.count, none.handle, none.handle)
  }
}
