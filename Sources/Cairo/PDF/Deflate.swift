internal import CZlib

/// The compression of PDF, by zlib.
enum Deflate {
  /// Twice as fast as the usual 6, and a twentieth larger.
  private static let level: Int32 = 4

  /// The bytes in fewer.
  static func compress(_ bytes: [UInt8]) throws(GraphicsError) -> [UInt8] {
    var count = compressBound(UInt(bytes.count))
    var status = Z_OK
    let result = [UInt8](unsafeUninitializedCapacity: Int(count)) { buffer, filled in
      status = compress2(
        buffer.baseAddress, &count, bytes, UInt(bytes.count), level)
      filled = status == Z_OK ? Int(count) : 0
    }
    if status != Z_OK { throw GraphicsError("compress", String(cString: zError(status))) }
    return result
  }

  /// What was compressed.
  static func expand(_ bytes: [UInt8]) throws(GraphicsError) -> [UInt8] {
    var stream = z_stream()
    var status = inflateInit_(&stream, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { inflateEnd(&stream) }
    var result: [UInt8] = []
    var source = bytes
    source.withUnsafeMutableBufferPointer { source in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      while status == Z_OK {
        let step = 1 << 16
        result += [UInt8](unsafeUninitializedCapacity: step) { buffer, filled in
          stream.next_out = buffer.baseAddress
          stream.avail_out = UInt32(step)
          status = inflate(&stream, Z_NO_FLUSH)
          filled = step - Int(stream.avail_out)
        }
      }
    }
    if status != Z_STREAM_END { throw GraphicsError("expand", String(cString: zError(status))) }
    return result
  }
}
