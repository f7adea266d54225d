import CGLib

/// Digests of bytes, by GLib.
public enum Digest {
  /// SHA-256 of the bytes in 64 lower-case hexadecimal digits.
  public static func sha256(_ bytes: [UInt8]) -> String {
    bytes.withUnsafeBufferPointer { gLib($0) }
  }

  /// SHA-256 of the UTF-8 of a string.
  public static func sha256(_ string: String) -> String { sha256(Array(string.utf8)) }

  /// The first eight bytes of the SHA-256 as a number, for names: most of the work is to write all of it
  /// as text.
  package static func number(_ bytes: [UInt8]) -> UInt64 {
    guard let checksum = g_checksum_new(G_CHECKSUM_SHA256) else { return 0 }
    defer { g_checksum_free(checksum) }
    bytes.withUnsafeBufferPointer {
      g_checksum_update(checksum, $0.baseAddress, gssize($0.count))
    }
    var digest = [UInt8](repeating: 0, count: 32)
    var count = gsize(digest.count)
    g_checksum_get_digest(checksum, &digest, &count)
    return digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
  }

  static func gLib(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard
      let text = g_compute_checksum_for_data(
        G_CHECKSUM_SHA256, bytes.baseAddress, gsize(bytes.count))
    else { return "" }
    defer { g_free(text) }
    return String(cString: text)
  }
}
