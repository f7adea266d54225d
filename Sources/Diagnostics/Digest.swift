import CGLib
import CSHA256

/// Digests of bytes, by the processor where it can, else by GLib.
public enum Digest {
  /// SHA-256 of the bytes in 64 lower-case hexadecimal digits.
  public static func sha256(_ bytes: [UInt8]) -> String {
    bytes.withUnsafeBufferPointer { isFast ? hardware($0) : gLib($0) }
  }

  /// SHA-256 of the UTF-8 of a string.
  public static func sha256(_ string: String) -> String { sha256(Array(string.utf8)) }

  private static let isFast = briefing_has_sha256()

  static func gLib(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    guard
      let text = g_compute_checksum_for_data(
        G_CHECKSUM_SHA256, bytes.baseAddress, gsize(bytes.count))
    else { return "" }
    defer { g_free(text) }
    return String(cString: text)
  }

  private static func hardware(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 32) { digest in
      briefing_sha256(bytes.baseAddress, bytes.count, digest.baseAddress)
      return String(unsafeUninitializedCapacity: 64) { text in
        for (i, byte) in digest.enumerated() {
          text.initializeElement(at: 2 * i, to: digit(byte >> 4))
          text.initializeElement(at: 2 * i + 1, to: digit(byte & 15))
        }
        return 64
      }
    }
  }

  private static func digit(_ value: UInt8) -> UInt8 { value < 10 ? 48 + value : 87 + value }
}
