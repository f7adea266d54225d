import Cairo
import QPDF
import Testing

/// A file of a catalog, a page tree and one stream, in the form in which cairo writes.
private func smallFile(_ content: String = "0 0 m") -> [UInt8] {
  let objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Count 1 /Kids [ 3 0 R ] >>",
    "<< /Type /Page /Parent 2 0 R /Contents 4 0 R /MediaBox [ 0 0 9.5 9 ] /Note (a \\(b\\) \\101) >>",
    "<< /Length 5 0 R >>\nstream\n\(content)\nendstream",
    "\(content.utf8.count)",
    "(nobody refers to it)",
  ]
  var text = "%PDF-1.5\n"
  var table = "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
  for (index, object) in objects.enumerated() {
    let digits = String(text.utf8.count)
    table += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
  }
  let start = text.utf8.count
  text += table + "trailer\n<< /Size 7 /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
  return Array(text.utf8)
}

@Suite struct PDFFileTests {
  @Test func objectsAreReadWhenAskedFor() throws {
    let file = try PDFFile(smallFile())
    let page = try #require(file.pages.first)
    #expect(file.pages.count == 1)
    #expect(file.name(file.get(page, "/Type")) == "/Page")
    #expect(file.items(file.get(page, "/MediaBox")).compactMap(file.integer) == [0, 0, 9])
    #expect(try file.stream(file.get(page, "/Contents")) == Array("0 0 m".utf8))
    #expect(file.isNull(file.get(page, "/Nothing")))
    #expect(file.isNull(file.get(file.get(page, "/Nothing"), "/Below")))
  }

  @Test func whatIsWrittenIsSoundAndHasWhatWasSet() throws {
    let file = try PDFFile(smallFile())
    let page = try #require(file.pages.first)
    file.set(page, "/Lang", file.text("az"))
    file.set(page, "/Title", file.text("Bakı"))
    file.set(page, "/Kind", file.name("/image/svg+xml"))
    file.set(file.root, "/Extra", file.stream(Array("more".utf8), ["/Type": file.name("/More")]))
    file.replaceStream(file.get(page, "/Contents"), Array("1 1 m".utf8))
    let bytes = try file.write()
    #expect(QPDF(bytes).check() == [])
    let found = String(decoding: try #require(QPDF(bytes).plain()), as: UTF8.self)
    for part in ["/Lang (az)", "/Kind /image#2fsvg+xml", "/Note (a \\(b\\) A)", "1 1 m", "more"] {
      #expect(found.contains(part), "\(part)")
    }
    #expect(found.contains("<feff00420061006b0131>"))
    #expect(!found.contains("nobody"))
  }

  @Test func whatIsUnsoundIsFound() throws {
    let whole = try PDFFile(smallFile()).write()
    #expect(QPDF(Array(whole.dropLast(20))).check() != [])
    #expect(QPDF([]).check() != [])
    #expect(QPDF([]).plain() == nil)
  }

  @Test func theSameFileGivesTheSameBytes() throws {
    #expect(try PDFFile(smallFile()).write() == PDFFile(smallFile()).write())
    #expect(try PDFFile(smallFile()).write() != PDFFile(smallFile("0 1 m")).write())
  }

  @Test func aFileCutShortIsRefusedOrReadAsFarAsItGoes() {
    let whole = smallFile()
    for count in 0..<whole.count - 8 {
      #expect(throws: GraphicsError.self) { try PDFFile(Array(whole.prefix(count))).write() }
    }
    // A byte changed anywhere: whatever comes of it, nothing breaks.
    for index in whole.indices {
      var bytes = whole
      bytes[index] = bytes[index] == 0x39 ? 0x28 : 0x39
      _ = try? PDFFile(bytes).write()
    }
  }
}
