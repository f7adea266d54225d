import CGLib

/// Digests of bytes, by GLib.
public enum Digest {
  /// SHA-256 of the bytes in 64 lower-case hexadecimal digits.
  public static func sha256(_ bytes: [UInt8]) -> String {
    bytes.withUnsafeBufferPointer { buffer in
      guard
        let text = g_compute_checksum_for_data(
          G_CHECKSUM_SHA256, buffer.baseAddress, gsize(buffer.count))
      else { return "" }
      defer { g_free(text) }
      return String(cString: text)
    }
  }

  /// SHA-256 of the UTF-8 of a string.
  public static func sha256(_ string: String) -> String { sha256(Array(string.utf8)) }
}
