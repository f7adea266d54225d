import Diagnostics
import Drawing
import Glibc
import QPDF
import Testing

@testable import Rendering

/// A page with every kind of structure.
func sampleDocument() -> PagedDocument {
  let ink = Color(0x222222)
  func text(_ string: String, _ x: Double, _ y: Double) -> Item {
    .text(TextLine(string, at: Point(x, y), Font(.notoSerif, 10), ink))
  }
  func group(_ role: Role, _ items: [Item]) -> Item { .group(Group(role, items)) }
  let figure = Group(
    .figure, alternative: "Two visits (2013, 2016)", offset: Point(40, 200), scale: 0.5,
    [
      .group(
        Group(
          .mark, id: "e-1", title: "Visit", link: .destination("row-1"),
          [.fill(.circle(Point(20, 20), radius: 8), ink), text("2013", 40, 24)]))
    ])
  let first = Frame(
    size: Size(300, 400), ground: Color(0xFFFFFF),
    items: [
      group(.artifact, [text("OFFICIAL", 120, 20)]),
      .group(
        Group(
          .section, destination: "top",
          [
            group(.heading(1), [text("Azerbaijan and ", 40, 60), text("Pakistan", 40, 76)]),
            group(
              .paragraph,
              [
                text("Trade grew, says ", 40, 100),
                .group(
                  Group(.link, link: .uri("https://example.org/(a) b"), [text("a wire", 130, 100)])),
                text(" of 2016.", 160, 100),
              ]),
            group(
              .list,
              [
                group(.listItem, [text("one", 40, 120)]), group(.listItem, [text("two", 40, 134)]),
              ]),
            group(
              .table,
              [
                group(
                  .tableRow,
                  [
                    group(.tableHeader, [text("Year", 40, 160)]),
                    group(.tableHeader, [text("Visits", 100, 160)]),
                  ]),
                .group(
                  Group(
                    .tableRow, destination: "row-1",
                    [
                      group(.tableCell, [text("2013", 40, 174)]),
                      group(.tableCell, [text("2", 100, 174)]),
                    ])),
              ]),
            .group(figure),
          ])),
    ])
  let second = Frame(
    size: Size(300, 400), items: [group(.paragraph, [text("The end", 40, 60)])])
  return PagedDocument(
    pages: [Page(first, label: "i"), Page(second, label: "1")],
    outline: [
      OutlineEntry("Relations", level: 1, destination: "top"),
      OutlineEntry("Visits", level: 2, destination: "row-1"),
      OutlineEntry("Nowhere", level: 2, destination: "missing"),
    ], title: "Azərbaycan – Pakistan", author: "Desk", subject: "Relations",
    keywords: ["trade", "visits"], language: "en-GB", date: "2017-01-16",
    attachments: [
      Attachment(
        name: "events.json", type: "application/json", description: "The events",
        bytes: Array("{}".utf8))
    ])
}

/// What a program prints about a file; nil when it is not installed.
func output(of command: String, _ bytes: [UInt8]) -> String? {
  var path = Array("/tmp/rendering-XXXXXX".utf8CString)
  let file = mkstemp(&path)
  guard file >= 0 else { return nil }
  defer { unlink(path) }
  bytes.withUnsafeBytes { _ = write(file, $0.baseAddress, $0.count) }
  close(file)
  let name = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  guard let pipe = popen(command + " " + name + " 2>&1", "r") else { return nil }
  var result: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 4096)
  while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 {
    result += buffer.prefix(count)
  }
  let status = pclose(pipe)
  return status == 127 << 8 ? nil : String(decoding: result, as: UTF8.self)
}

@Suite struct StructureTests {
  let bytes: [UInt8]

  init() throws { bytes = try PDFWriter.write(sampleDocument(), fonts: FontLibrary.load()) }

  @Test func theDocumentIsTheSameTwice() throws {
    #expect(try bytes == PDFWriter.write(sampleDocument(), fonts: FontLibrary.load()))
  }

  @Test func textIsFoundByItsStructure() throws {
    guard let found = output(of: "pdfinfo -struct-text", bytes) else { return }
    let words = found.split(separator: "\n").map { $0.drop { $0 == " " } }
      .filter { word in !["Object", "/Scope", "/Placement"].contains { word.hasPrefix($0) } }
    #expect(
      words == [
        "Document", "Sect", "H1 (block)", "\"Azerbaijan and Pakistan\"", "P (block)",
        "Span (inline)", "\"Trade grew, says \"", "Link (inline)", "\"a wire\"",
        "Span (inline)", "\" of 2016.\"", "L (block)", "LI (block)", "LBody (block)",
        "\"one\"", "LI (block)", "LBody (block)", "\"two\"", "Table (block)", "TR", "TH:",
        "\"Year\"", "TH:", "\"Visits\"", "TR", "TD",
        "\"2013\"", "TD", "\"2\"", "Figure:", "/BBox [46 186 71.18 194]", "\"2013\"",
        "Link (inline)", "P (block)", "\"The end\"",
      ])
  }

  @Test func theDocumentSaysWhatItIs() throws {
    guard let found = output(of: "TZ=UTC pdfinfo", bytes) else { return }
    #expect(found.contains("Title:           Azərbaycan – Pakistan\n"))
    #expect(found.contains("Keywords:        trade, visits\n"))
    #expect(found.contains("CreationDate:    Mon Jan 16 00:00:00 2017 UTC\n"))
    #expect(found.contains("Tagged:          yes\n"))
    #expect(found.contains("Metadata Stream: yes\n"))
    #expect(found.contains("Pages:           2\n"))
  }

  @Test func theFileIsSound() {
    #expect(QPDF(bytes).check() == [])
  }

  @Test func objectsCarryTheWordsOfFiguresLinksAndPlaces() throws {
    let found = String(decoding: try #require(QPDF(bytes).plain()), as: UTF8.self)
    #expect(found.contains("/Alt (Two visits \\(2013, 2016\\))"))
    #expect(found.contains("/Lang (en-GB)"))
    #expect(found.contains("/DisplayDocTitle true"))
    #expect(found.contains("/Contents (a wire)"))
    #expect(found.contains("/Contents (Visit)"))
    #expect(found.contains("(https://example.org/\\(a\\)%20b)"))
    #expect(found.contains("/Dest (row-1)"))
    #expect(found.contains("/Title (Visits)"))
    #expect(!found.contains("Nowhere"))
    #expect(found.contains("/AFRelationship /Data"))
    #expect(found.contains("/GTS_PDFA1"))
    #expect(found.contains("/Artifact BMC"))
    #expect(!found.contains("NonStruct"))
  }

  @Test func attachmentsComeOutAsTheyWentIn() {
    let found = output(of: "f() { pdfdetach -save 1 -o /dev/stdout \"$1\"; }; f", bytes)
    #expect(found == nil || found == "{}")
  }

  @Test func aGroundKeepsWhatWasDrawnBefore() throws {
    let page = Path.rect(Rect(0, 0, 100, 100))
    let text = TextLine("under", at: Point(10, 50), Font(.inter, 10), Color(0))
    let frame = Frame(
      size: Size(100, 100),
      items: [
        .group(Group(.paragraph, [.text(text)])),
        .group(Group(.artifact, [.fill(page, Color(0xFFFFFF))])),
      ])
    let bytes = try PDFWriter.write(frame, fonts: FontLibrary.load())
    guard let found = output(of: "pdfinfo -struct-text", bytes) else { return }
    #expect(found.contains("\"under\""))
  }

  @Test func linksWithoutATargetAreText() throws {
    let text = TextLine("see there", at: Point(10, 50), Font(.inter, 10), Color(0))
    let frame = Frame(
      size: Size(100, 100),
      items: [
        .group(
          Group(
            .paragraph, [.group(Group(.link, link: .destination("missing"), [.text(text)]))]))
      ])
    let bytes = try PDFWriter.write(frame, fonts: FontLibrary.load())
    guard let found = output(of: "pdfinfo -struct-text", bytes) else { return }
    #expect(found.contains("\"see there\""))
    #expect(!found.contains("Link"))
  }
}
