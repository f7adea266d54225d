import Chronicle
import Chronology
import Prose
import Testing

@testable import Extraction

/// States under the names that they had.
@Suite struct FormerStateTests {
  static func actors(_ text: String) throws -> [String] {
    let document = try DocumentReader.read(path: "a.txt", bytes: Array(text.utf8))
    return Extractor.extract([document], settings: .init(parties: ["SRB", "KEN"])).ledger.events
      .map {
        "\($0.content.date?.description ?? "") " + $0.content.actors.joined(separator: "+") + ">"
          + $0.content.recipients.joined(separator: "+")
      }
  }

  @Test func thePartyHasTheNameOfItsTime() throws {
    let text = """
      Serbia and Kenya

      1965
      3 May. Yugoslavia opens an embassy in Nairobi.
      8 June. Trade agreement signed in Belgrade.

      2011
      4 May. Serbia opens a consulate in Mombasa.
      """
    #expect(
      try Self.actors(text) == [
        "1965-05-03 YUG>KEN", "1965-06-08 KEN+YUG>", "2011-05-04 SRB>KEN",
      ])
  }

  /// A text that never speaks of the gone state means the one that it names.
  @Test func whereItIsNotNamedNothingChanges() throws {
    #expect(
      try Self.actors("Serbia and Kenya\n\nSerbia opened an embassy in Nairobi in May 1965.")
        == ["1965-05 SRB>KEN"])
  }
}
