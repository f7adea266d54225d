import CQPDF

/// A PDF as libqpdf reads it: a judge that had no part in the writing.
public final class QPDF {
  private var handle: qpdf_data?
  /// What libqpdf warned of or failed over so far, in its words.
  public private(set) var complaints: [String] = []

  /// - Parameter bytes: a whole PDF file.
  public init(_ bytes: [UInt8]) {
    handle = qpdf_init()
    qpdf_silence_errors(handle)
    qpdf_set_suppress_warnings(handle, QPDF_BOOL(1))
    // The bytes stay where they are for as long as the handle reads them.
    kept = UnsafeMutableBufferPointer<CChar>.allocate(capacity: max(bytes.count, 1))
    for (place, byte) in bytes.enumerated() { kept[place] = CChar(bitPattern: byte) }
    note(qpdf_read_memory(handle, "the file", kept.baseAddress, UInt64(bytes.count), nil))
  }

  private let kept: UnsafeMutableBufferPointer<CChar>

  deinit {
    qpdf_cleanup(&handle)
    kept.deallocate()
  }

  /// Reads every object and unpacks every stream; what is wrong with them, empty for a sound file.
  public func check() -> [String] {
    if complaints.isEmpty { note(qpdf_check_pdf(handle)) }
    return complaints
  }

  /// The same document with one plain table of objects and nothing compressed.
  ///
  /// - Returns: nil where the file can't be read.
  public func plain() -> [UInt8]? {
    note(qpdf_init_write_memory(handle))
    qpdf_set_deterministic_ID(handle, QPDF_BOOL(1))
    qpdf_set_stream_data_mode(handle, qpdf_s_uncompress)
    qpdf_set_object_stream_mode(handle, qpdf_o_disable)
    qpdf_set_suppress_original_object_IDs(handle, QPDF_BOOL(1))
    note(qpdf_write(handle))
    guard complaints.isEmpty, let start = qpdf_get_buffer(handle) else { return nil }
    return Array(UnsafeBufferPointer(start: start, count: qpdf_get_buffer_length(handle)))
  }

  private func note(_ code: QPDF_ERROR_CODE) {
    while qpdf_more_warnings(handle) != 0 {
      complaints.append(text(qpdf_next_warning(handle)))
    }
    if qpdf_has_error(handle) != 0 {
      complaints.append(text(qpdf_get_error(handle)))
    } else if code & 2 != 0 {
      complaints.append("failed without a word")
    }
  }

  private func text(_ error: qpdf_error?) -> String {
    qpdf_get_error_full_text(handle, error).map { String(cString: $0) } ?? "an error"
  }
}
