import Chronicle
import Diagnostics
import Drawing
import Layout
import Prose
import Testing

@testable import BriefingKit

@Suite struct `What a document says against others` {
  private func denials(_ text: String) throws -> [Denial] {
    Denial.all(in: [try DocumentReader.read(path: "a.txt", bytes: Array(text.utf8))])
  }

  @Test func `is the sentence after its own telling`() throws {
    let text = "A ferry sails via Turku. Not a direct one, contrary to what is often written. End."
    let denial = try #require(try denials(text).first)
    #expect(try denials(text).count == 1)
    #expect(denial.words == "Not a direct one, contrary to what is often written")
    #expect(denial.start == 25)
  }

  @Test(arguments: ["A ferry sails via Turku. It is slow.", "Contrary to plan, they met."])
  func `is no other sentence`(text: String) throws { #expect(try denials(text).isEmpty) }

  @Test func `stands beside the line of what others tell`() {
    var ferry = event("a", "2015-10", .transportLink, from: ["FIN", "NAM"])
    ferry.mentions[0].end = 24
    var other = ferry.mentions[0]
    other.document = "S2"
    var settings = BriefingSettings()
    settings.denials = [Denial(document: "S1", start: 25, words: "Not a direct one")]
    func line() -> String {
      let writer = PageWriter(
        story: Story(ledger([ferry]), settings), setter: Typesetter(FixedMeasurer(advance: 0.5)),
        pages: nil, figure: { _, _ in nil })
      return writer.entry(ferry).words
    }
    #expect(line() == "Event a")
    ferry.mentions.append(other)
    #expect(line() == "Event a; against this S1: “Not a direct one”")
  }
}
