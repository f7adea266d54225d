internal import Cairo
public import Diagnostics
public import Drawing

/// Writes a frame as a picture of pixels.
public enum PNGWriter {
  /// The file's bytes.
  ///
  /// - Parameter scale: pixels per unit of the frame; 2 for sharp slides.
  /// - Throws: ``Failure`` when the picture is empty or too large for memory.
  public static func write(
    _ frame: Frame, scale: Double, fonts: FontLibrary
  ) throws(Failure) -> [UInt8] {
    let width = (frame.size.width * scale).rounded(.up)
    let height = (frame.size.height * scale).rounded(.up)
    // 32,767 is the longest side that cairo draws.
    guard (1...32767).contains(width), (1...32767).contains(height) else {
      throw Failure(
        "render/picture-size", "a picture of \(width) × \(height) pixels cannot be drawn")
    }
    do {
      let canvas = try Canvas(width: Int(width), height: Int(height))
      let ink = Ink(canvas: canvas, engine: fonts.engine)
      try canvas.transform(x: 0, y: 0, scale: scale)
      try ink.ground(frame)
      try ink.draw(frame.items)
      return try canvas.finish()
    } catch {
      throw Failure("render/png", "\(error.operation): \(error.message)")
    }
  }
}
