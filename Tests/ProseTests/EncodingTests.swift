import Diagnostics
import Testing

@testable import Prose

@Suite struct EncodingTests {
  private func read(_ bytes: [UInt8]) throws -> (String, [String]) {
    let document = try DocumentReader.read(path: "a.txt", bytes: bytes)
    let all = Span(0, document.text.bytes.count)
    return (document.text.string(all), document.diagnostics.map(\.id))
  }

  private func utf16(_ text: String, bigEndian: Bool, mark: Bool = true) -> [UInt8] {
    ((mark ? [0xFEFF] : []) + Array(text.utf16)).flatMap { unit -> [UInt8] in
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      return bigEndian ? pair : pair.reversed()
    }
  }

  @Test func readsUTF8WithAndWithoutAMark() throws {
    #expect(try read(Array("Əliyev in Gəncə\n".utf8)) == ("Əliyev in Gəncə\n", []))
    #expect(try read([0xEF, 0xBB, 0xBF] + Array("Əliyev\n".utf8)) == ("Əliyev\n", []))
  }

  @Test func readsUTF16InBothOrders() throws {
    let text = "Türkiye – 1992, 😀\r\nzwei"
    let expected = "Türkiye – 1992, 😀\nzwei"
    for bigEndian in [true, false] {
      #expect(try read(utf16(text, bigEndian: bigEndian)) == (expected, []))
    }
    let plain = utf16("A plain Latin text without a mark", bigEndian: false, mark: false)
    #expect(try read(plain) == ("A plain Latin text without a mark", []))
  }

  @Test func warnsOfDamagedUTF16() throws {
    let half = utf16("ab", bigEndian: true) + [0xD8, 0x00, 0x00, 0x63]
    #expect(try read(half) == ("ab\u{FFFD}c", ["encoding/invalid-utf-16"]))
    #expect(try read(utf16("ab", bigEndian: true) + [0x00]).1 == ["encoding/invalid-utf-16"])
  }

  @Test func takesOtherBytesForWindows1252() throws {
    let bytes = Array("The ".utf8) + [0x93] + Array("caf".utf8) + [0xE9, 0x94, 0x20, 0x80]
    let (text, ids) = try read(bytes)
    #expect(text == "The “café” €")
    #expect(ids == ["encoding/windows-1252"])
  }

  @Test func repairsDamagedUTF8AndSaysWhere() throws {
    let bytes = Array("Größe\nnächste Zeile: ü".utf8) + [0xFF] + Array(" und ö".utf8)
    let document = try DocumentReader.read(path: "a.txt", bytes: bytes)
    let doubt = try #require(document.diagnostics.first)
    #expect(doubt.id == "encoding/invalid-utf-8")
    let place = try #require(doubt.place)
    #expect(document.text.string(place.span) == "\u{FFFD}")
    #expect(document.text.position(of: place.span.start) == Position(line: 2, column: 17))
  }

  @Test func makesAllLineEndsTheSame() throws {
    #expect(try read(Array("a\r\nb\rc\n\r\nd".utf8)).0 == "a\nb\nc\n\nd")
  }

  @Test func anEmptyFileIsAWarning() throws {
    for text in ["", "\n\n  \n", "\u{FEFF}"] {
      #expect(try read(Array(text.utf8)).1 == ["document/empty"])
    }
  }

  @Test(arguments: [
    ("a.txt", Array("%PDF-1.7\n".utf8), "PDF"),
    ("a.pdf", Array("%PDF-1.7\n".utf8), "PDF"),
    ("report.docx", [0x50, 0x4B, 3, 4, 0, 0], "DOCX"),
    ("a.md", [0x50, 0x4B, 3, 4, 0, 0], "ZIP"),
    ("a.txt", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "PNG"),
    ("a.html", [0xFF, 0xD8, 0xFF, 0xE0], "JPEG"),
    ("tool", [0x7F, 0x45, 0x4C, 0x46, 2, 1], "ELF"),
    ("a.txt", Array("{\\rtf1 x}".utf8), "RTF"),
    ("a.txt", Array("some text".utf8) + [0, 1, 2, 3] + Array("more".utf8), "binary data"),
    ("table.csv", Array("a,b\n".utf8), "CSV"),
  ])
  func refusesWhatIsNoText(path: String, bytes: [UInt8], format: String) {
    let failure = #expect(throws: Failure.self) {
      try DocumentReader.read(path: path, bytes: bytes)
    }
    #expect(failure?.diagnostic.message == "not read: \(format)")
    #expect(failure?.diagnostic.path == path)
  }
}
