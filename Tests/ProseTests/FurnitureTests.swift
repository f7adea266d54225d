import Diagnostics
import Testing

@testable import Prose

@Suite struct FurnitureTests {
  private static let prose = """
    The ministers met in the capital on 3 May 1999 and signed the agreement on fisheries. They met \
    again in 2001, when the commission was set up, and agreed to open a second consulate.
    """

  /// Lines before, the prose, and lines after.
  private func site(_ before: String = "A river and its treaty", _ after: String) throws -> Document
  {
    try document("\(before)\n\n\(Self.prose)\n\n\(Self.prose)\n\n\(after)")
  }

  @Test(arguments: [
    "Related articles\n\nThe river floods again\n\n4 June 2023",
    "MORE FROM WORLD\nA bridge too few (11 June 2022)\nThe long dry (7 June 2022)",
    "You may also like\n\nTen walks for autumn\n2 October 2024",
    "Related: Fish prices fall (Feb. 20) | What comes next (Feb. 18)",
    "Latest news\nFlag day\n14 August 2018\nFair draws 400\n21 July 2018",
    "© 2009–2018 The River Gazette. All rights reserved.",
    "Last updated: 4 May 2021",
    "(Reporting by A. Writer; editing by B. Reader. Corrects name in second paragraph.)",
    "Media contact: 021 555 0142. Next release: 9 March 2023.",
    "First published in print on 9 June 2022; corrected online on 13 June 2022.",
    "Next revision due: March 2025. File opened 1998.",
    "Report no. 2020-03. Photographs: 2015–2019. Errata slip inserted 20 April 2020.",
    "Subscriptions: four issues a year. This issue closed for press on 19 August 2016.",
    "The river floods again\n\n23 February 2021\n\nThe river floods again\n\nFarmers fear the worst.",
  ])
  func theEndOfASite(after: String) throws {
    let found = try site("A river and its treaty", after)
    #expect(found.prose.count == 3)
    #expect(found.prose.last.map { found.text.string($0.span) } == Self.prose)
  }

  @Test(arguments: [
    "You are here: Start »» World »»", "Home > News > World", "Start » World » Rivers",
    "0 comment Line Spacing+- AFont Size+- Print", "We use cookies to improve your experience.",
    "This website uses cookies. Policy of 25 May 2018. Accept", "Ref. MFA/PR/2023/041",
    "Skip to main content", "Home\nNews\nAbout us\nContact", "(check against delivery)",
    "The River Quarterly, Bern — No. 3/2016",
  ])
  func theHeadOfASite(line: String) throws {
    let found = try document(
      "\(line)\n\nA river and its treaty\n\n\(Self.prose)\n\nThe end came soon.")
    #expect(
      found.prose.map { found.text.string($0.span) }
        == ["A river and its treaty", Self.prose, "The end came soon."])
  }

  @Test(arguments: [
    "The cookie factory was opened by both presidents in 1994.",
    "Related questions were settled by the protocol of 3 May 1999.",
    "Contacts between the two parliaments began in 1995.",
    "Updated figures were exchanged in June 2004.",
    "Home affairs ministers met in 2003.", "News of the agreement reached the capital in May 1999.",
    "In 2003 the photographs were returned to the museum.",
    "The copyright agreement was signed on 4 May 2001.",
    "Printing presses were delivered in 1997.",
    "More from necessity than from love the two signed in 1998.",
  ])
  func ownProseStays(line: String) throws {
    let found = try site("A river and its treaty", "\(line)\n\n\(Self.prose)")
    #expect(furniture(found) == [])
  }

  @Test func proseAfterABoxOfTeasersStays() throws {
    let text = """
      A river and its treaty

      \(Self.prose)

      Related articles

      The river floods again
      4 June 2023

      \(Self.prose)

      The treaty has been in force since 2001.
      """
    let found = try document(text)
    #expect(
      furniture(found) == [
        "furniture (teaser): Related articles", "furniture (teaser): The river floods again",
        "furniture (teaser): 4 June 2023",
      ])
  }

  @Test func partsOfAPageByTheirElements() throws {
    let html = """
      <html><body><nav><a href=a>Visits 1999</a></nav>
      <div class="site-sidebar"><p>Flag day</p><p>14 August 2018</p></div>
      <article><h1>A river</h1><p>\(Self.prose)</p></article>
      <footer>Page of 2020</footer></body></html>
      """
    #expect(
      furniture(try document(html, "a.html")) == [
        "furniture (navigation): Visits 1999", "furniture (side bar): Flag day",
        "furniture (side bar): 14 August 2018", "furniture (page footer): Page of 2020",
      ])
  }

  @Test func aClassNameDoesNotEatTheArticle() throws {
    let html = """
      <body><div class="menu"><h1>A river</h1><p>\(Self.prose)</p><p>\(Self.prose)</p></div></body>
      """
    #expect(furniture(try document(html, "a.html")) == [])
  }

  /// Of every text of the corpus: the number of blocks that are furniture.
  @Test(arguments: [
    ("d01-oped.txt", 4), ("d02-embassy-history.html", 14), ("d02-embassy-history.txt", 14),
    ("d03-communique.txt", 2), ("d04-wire.txt", 2), ("d05-chronology.txt", 1),
    ("d06-interview.txt", 2), ("d07-speech.txt", 3), ("d08-agreements.txt", 1),
    ("d09-parliament-brief.txt", 1), ("d10-aid-report.txt", 1), ("d11-note.md", 0),
  ])
  func theCorpus(name: String, count: Int) throws {
    let found = try DocumentReader.read(path: name, bytes: try resource("Corpus/" + name))
    #expect(furniture(found).count == count, "\(furniture(found))")
    #expect(found.diagnostics.isEmpty)
  }
}
