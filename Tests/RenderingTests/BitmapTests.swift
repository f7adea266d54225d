import Drawing
import Testing

@testable import Rendering

@Suite struct BitmapTests {
  @Test(arguments: [
    ("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy"),
  ])
  func bytesAreTextAsRFC4648HasIt(_ plain: String, _ text: String) {
    #expect(Base64.text(Array(plain.utf8)) == text)
  }

  @Test func aPNGKnowsItsSize() throws {
    let png = try PNGWriter.write(WriterTests.frame, scale: 2, fonts: FontLibrary.load())
    let bitmap = try #require(Bitmap(png: png))
    #expect(bitmap.width == 400 && bitmap.height == 200)
    #expect(Bitmap(png: Array(png.prefix(20))) == nil)
    #expect(Bitmap(png: Array("GIF89a".utf8)) == nil)
  }

  /// A picture drawn to its own size is itself, pixel for pixel.
  @Test func aPictureIsDrawnIntoItsRectangle() throws {
    let fonts = try FontLibrary.load()
    let png = try PNGWriter.write(WriterTests.frame, scale: 1, fonts: fonts)
    let bitmap = try #require(Bitmap(png: png))
    let frame = Frame(
      size: WriterTests.frame.size, items: [.image(bitmap, Rect(0, 0, 200, 100))])
    #expect(try PNGWriter.write(frame, scale: 1, fonts: fonts) == png)
  }

  @Test func aBrokenPictureIsAFailure() throws {
    let fonts = try FontLibrary.load()
    let png = try PNGWriter.write(WriterTests.frame, scale: 1, fonts: fonts)
    let broken = try #require(Bitmap(png: Array(png.prefix(60))))
    let frame = Frame(size: Size(20, 20), items: [.image(broken, Rect(0, 0, 10, 10))])
    #expect(throws: (any Error).self) { try PNGWriter.write(frame, scale: 1, fonts: fonts) }
  }
}
