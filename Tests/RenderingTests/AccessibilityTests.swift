import Cairo
import Drawing
import Matterhorn
import Testing

@testable import Rendering

@Suite struct AccessiblePDF {
  @Test func aDocumentOfOursHasNoKnownFault() throws {
    let bytes = try PDFWriter.write(sampleDocument(), fonts: FontLibrary.load())
    let found = try Matterhorn(bytes)
    #expect(found.failures == [])
    #expect(found.paints > 10)
  }

  @Test func inkOutsideMarksIsFound() {
    let content = PageContent(
      Array("0 0 m 9 9 l S /P << /MCID 0 >> BDC (a\\)b) Tj EMC /Artifact BMC f EMC <41> Tj".utf8))
    #expect(content.paints == 4)
    #expect(content.unmarked == 2)
    #expect(content.identifiers == [0])
    #expect(content.faults.isEmpty)
  }

  @Test(arguments: [
    ("/P << /MCID 0 >> BDC /Artifact BMC EMC EMC", "01-003"),
    ("/Artifact BMC /P << /MCID 0 >> BDC EMC EMC", "01-004"), ("EMC", "EMC"),
    ("/Artifact BMC f", "a mark"),
  ])
  func wrongNestingIsFound(stream: String, fault: String) {
    #expect(PageContent(Array(stream.utf8)).faults.contains { $0.hasPrefix(fault) })
  }
}

@Suite struct Colours {
  private let bytes = ColorProfile.bytes

  private func long(_ at: Int) -> Int { bytes[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }

  @Test func theProfileIsAsLongAsItSays() {
    #expect(long(0) == bytes.count)
    #expect(Array(bytes[36..<40]) == Array("acsp".utf8))
  }

  @Test func itsTagsLieWithinIt() {
    for index in 0..<long(128) {
      let entry = 132 + 12 * index
      #expect(long(entry + 4) % 4 == 0)
      #expect(long(entry + 4) + long(entry + 8) <= bytes.count)
    }
  }

  /// The three primaries add up to the white of the profile, D50.
  @Test func itsPrimariesMakeWhite() {
    let columns = (0..<long(128)).map { 132 + 12 * $0 }.filter {
      ["rXYZ", "gXYZ", "bXYZ"].contains(String(decoding: bytes[$0..<$0 + 4], as: UTF8.self))
    }.map { long($0 + 4) + 8 }
    for (place, white) in [(0, 0.9642), (4, 1.0), (8, 0.8249)] {
      let sum = columns.reduce(0.0) { $0 + Double(long($1 + place)) / 65536 }
      #expect(abs(sum - white) < 0.001)
    }
  }
}
