internal import Cairo
public import Drawing

/// Reads pictures of pixels.
public enum PNGReader {
  /// What a file holds.
  public enum Content {
    case bitmap(Bitmap)
    /// It begins as a PNG and can't be drawn.
    case damaged
    case other
  }

  public static func read(_ bytes: [UInt8]) -> Content {
    let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    guard bytes.starts(with: signature) else { return .other }
    guard let bitmap = Bitmap(png: bytes), (try? Pixels(png: bytes)) != nil else {
      return .damaged
    }
    return .bitmap(bitmap)
  }
}
