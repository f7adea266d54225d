import Chronicle
import Prose
import Testing

@testable import Extraction

/// Of several with a date each beside one verb, each event tells of its own.
@Suite struct DateSeriesTests {
  static func headlines(_ text: String) throws -> [String] {
    let page = "---\ndate: 2024-06-01\nparties: [KAZ, KOR]\nside: KAZ\n---\n\n\(text)\n"
    let document = try DocumentReader.read(path: "a.md", bytes: Array(page.utf8))
    return Extractor.extract([document]).ledger.events.map(\.content.headline)
  }

  @Test(arguments: [
    (
      "Roh Moo-hyun (May 2005), Lee Myung-bak (May 2009 and August 2011) and Moon Jae-in (18–21 April 2019) were all welcomed in Astana.",
      [
        "Roh Moo-hyun visits Astana", "Lee Myung-bak visits Astana", "Lee Myung-bak visits Astana",
        "Moon Jae-in visits Astana",
      ]
    ),
    (
      "The Korean Foreign Minister, Ban Ki-moon, visited Astana in 2004, and his successor, Song Min-soon, in 2007.",
      ["Ban Ki-moon visits Astana", "Song Min-soon visits Astana"]
    ),
    (
      "Astana was visited by Presidents Roh (2005), Park (2014) and Moon (2019).",
      ["Roh visits Kazakhstan", "Park visits Kazakhstan", "Moon visits Kazakhstan"]
    ),
    (
      "President Nazarbayev visited Seoul (May 1995), Busan (June 2003) and Jeju (2010).",
      [
        "President Nazarbayev visits Seoul", "President Nazarbayev visits Busan",
        "President Nazarbayev visits Jeju",
      ]
    ),
  ])
  func `of visits the guest and the place`(_ text: String, _ headlines: [String]) throws {
    #expect(try Self.headlines(text) == headlines)
  }

  @Test func `of houses, sessions and gifts the place`() throws {
    #expect(
      try Self.headlines("Joint Commission sessions were held in Seoul (2001) and Astana (2004).")
        == ["Joint Commission sessions held in Seoul", "Joint Commission sessions held in Astana"])
    let gifts =
      "Korean grants went to a school in Almaty (2 million dollars, 2005) and a clinic in Aktau (1.5 million dollars, 2008)."
    #expect(
      try Self.headlines(gifts) == ["Korean grants go to a school in Almaty", "Clinic in Aktau"])
  }

  @Test(arguments: [
    (
      "Agreements on taxation (May 1997), on extradition (November 2003) and on the environment (2011) were signed in Seoul.",
      ["Agreement on taxation", "Agreement on extradition", "Agreement on the environment"]
    ),
    (
      "The framework comprises the Treaty of Friendship (1992), the Air Services Agreement (1995) and the Convention on Double Taxation (1997).",
      ["Treaty of Friendship", "Air Services Agreement", "Convention on Double Taxation"]
    ),
  ])
  func `of papers the subject`(_ text: String, _ headlines: [String]) throws {
    #expect(try Self.headlines(text) == headlines)
  }
}
