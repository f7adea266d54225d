internal import CDeflate

/// The compression of PDF, by libdeflate.
enum Deflate {
  /// Three times as fast as zlib where both compress as well.
  private static let level: Int32 = 1

  /// The bytes in fewer.
  static func compress(_ bytes: [UInt8]) throws(GraphicsError) -> [UInt8] {
    guard let compressor = libdeflate_alloc_compressor(level) else {
      throw GraphicsError("compress", "out of memory")
    }
    defer { libdeflate_free_compressor(compressor) }
    let most = libdeflate_zlib_compress_bound(compressor, bytes.count)
    return [UInt8](unsafeUninitializedCapacity: most) { buffer, filled in
      filled = libdeflate_zlib_compress(
        compressor, bytes, bytes.count, buffer.baseAddress, buffer.count)
    }
  }

  /// What was compressed.
  static func expand(_ bytes: [UInt8]) throws(GraphicsError) -> [UInt8] {
    guard let expander = libdeflate_alloc_decompressor() else {
      throw GraphicsError("expand", "out of memory")
    }
    defer { libdeflate_free_decompressor(expander) }
    // A byte can't stand for more.
    let limit = 1032 * (bytes.count + 64)
    var size = 4 * bytes.count + 1024
    while true {
      var status = LIBDEFLATE_SUCCESS
      let result = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
        status = libdeflate_zlib_decompress(
          expander, bytes, bytes.count, buffer.baseAddress, buffer.count, &filled)
        if status != LIBDEFLATE_SUCCESS { filled = 0 }
      }
      if status == LIBDEFLATE_SUCCESS { return result }
      guard status == LIBDEFLATE_INSUFFICIENT_SPACE, size < limit else {
        throw GraphicsError("expand", "the bytes are no whole stream")
      }
      size *= 4
    }
  }
}
