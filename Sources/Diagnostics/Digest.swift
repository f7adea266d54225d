import CGLib

/// Digests of bytes, by GLib.
public enum Digest {
  /// SHA-256 of the bytes in 64 lower-case hexadecimal digits.
  public static func sha256(_ bytes: [UInt8]) -> String {
    bytes.withUnsafeBufferPointer { gLib($0) }
  }

  /// SHA-256 of the UTF-8 of a string.
  public static func sha256(_ string: String) -> String { sha256(Array(string.utf8)) }

  static func gLib(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard
      let text = g_compute_checksum_for_data(
        G_CHECKSUM_SHA256, bytes.baseAddress, gsize(bytes.count))
    else { return "" }
    defer { g_free(text) }
    return String(cString: text)
  }
}
