import CZip
public import Diagnostics

/// Files packed into one, in memory; the same files give the same bytes.
public enum ZipArchive {
  /// The first day that the format knows, 1 January 1980: no clock is read.
  private static let day: UInt16 = 1 << 5 | 1

  /// Packs files under their paths, in this order.
  public static func write(_ files: [(path: String, bytes: [UInt8])]) throws(Failure) -> [UInt8] {
    var fault = zip_error_t()
    zip_error_init(&fault)
    defer { zip_error_fini(&fault) }
    guard let target = zip_source_buffer_create(nil, 0, 0, &fault) else { throw failure(&fault) }
    zip_source_keep(target)
    defer { zip_source_free(target) }
    guard let archive = zip_open_from_source(target, ZIP_TRUNCATE, &fault) else {
      zip_source_free(target)
      throw failure(&fault)
    }
    // libzip reads the bytes when it closes the archive: they are held till then.
    let held = files.map { UnsafeMutableBufferPointer<UInt8>.copy(of: $0.bytes) }
    defer { held.forEach { $0.deallocate() } }
    for (file, bytes) in zip(files, held) {
      guard add(file.path, bytes, to: archive) else {
        let words = String(cString: zip_strerror(archive))
        zip_discard(archive)
        throw Failure("word/zip", "can't pack \(file.path): \(words)")
      }
    }
    guard zip_close(archive) == 0 else {
      let words = String(cString: zip_strerror(archive))
      zip_discard(archive)
      throw Failure("word/zip", "can't pack the document: \(words)")
    }
    return try contents(of: target)
  }

  private static func add(
    _ path: String, _ bytes: UnsafeMutableBufferPointer<UInt8>, to archive: OpaquePointer
  ) -> Bool {
    guard
      let source = zip_source_buffer(archive, bytes.baseAddress, UInt64(bytes.count), 0)
    else { return false }
    let index = zip_file_add(archive, path, source, UInt32(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      return false
    }
    let place = UInt64(index)
    return zip_set_file_compression(archive, place, Int32(ZIP_CM_DEFLATE), 6) == 0
      && zip_file_set_dostime(archive, place, 0, day, 0) == 0
  }

  private static func contents(of source: OpaquePointer) throws(Failure) -> [UInt8] {
    guard zip_source_open(source) == 0 else {
      throw Failure("word/zip", "can't read the packed document")
    }
    defer { zip_source_close(source) }
    var status = zip_stat_t()
    guard zip_source_stat(source, &status) == 0 else {
      throw Failure("word/zip", "can't read the packed document")
    }
    var bytes = [UInt8](repeating: 0, count: Int(status.size))
    let got = bytes.withUnsafeMutableBytes { zip_source_read(source, $0.baseAddress, status.size) }
    guard got == Int64(bytes.count) else {
      throw Failure("word/zip", "can't read the packed document")
    }
    return bytes
  }

  private static func failure(_ fault: inout zip_error_t) -> Failure {
    Failure("word/zip", "can't pack: \(String(cString: zip_error_strerror(&fault)))")
  }
}

extension UnsafeMutableBufferPointer<UInt8> {
  fileprivate static func copy(of bytes: [UInt8]) -> Self {
    let copy = allocate(capacity: Swift.max(1, bytes.count))
    _ = copy.initialize(from: bytes)
    return Self(start: copy.baseAddress, count: bytes.count)
  }
}
