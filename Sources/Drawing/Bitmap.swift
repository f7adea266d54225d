/// A picture of pixels as a PNG file, to be placed in a frame as it is.
public struct Bitmap: Hashable, Sendable {
  public let png: [UInt8]
  /// In pixels.
  public let width: Int
  public let height: Int

  /// Reads the size from a PNG's head; nil where there is none.
  public init?(png: [UInt8]) {
    let head: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    guard png.count > 32, png.starts(with: head), png[12..<16].elementsEqual("IHDR".utf8) else {
      return nil
    }
    func number(_ at: Int) -> Int { png[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    (width, height) = (number(16), number(20))
    guard (1...20_000).contains(width), (1...20_000).contains(height) else { return nil }
    self.png = png
  }
}
