import Drawing
import Layout
import Testing

@testable import BriefingKit

@Suite struct `The card for word processors` {
  private func card(_ paper: Paper, _ change: (inout BriefingSettings) -> Void)
    -> (blocks: [any Block], setter: Typesetter)
  {
    var settings = ArticleLedger.settings
    settings.paper = paper
    change(&settings)
    let story = Story(ArticleLedger.ledger, settings)
    let measurer = FixedMeasurer(advance: 0.5)
    let setter = Typesetter(measurer, grid: PageStyle.grid)
    let writer = PageWriter(
      story: story, setter: setter, pages: nil,
      figure: FigureShelf(story: story, measurer: measurer).frame)
    let sheet = Sheets(story: story, measurer: measurer).card
    return (CardPage(writer: writer, template: sheet).blocks, setter)
  }

  private func strings(_ items: [Item]) -> [String] {
    items.flatMap { item -> [String] in
      switch item {
      case .path, .image: []
      case .text(let line): [line.string]
      case .group(let group): strings(group.items)
      }
    }
  }

  @Test(arguments: Paper.allCases, [0, 3, 5])
  func `is one page, with room for what a person fills in`(paper: Paper, points: Int) {
    let (blocks, setter) = card(paper) { settings in
      let all = (0..<points).map { "Point \($0): have the text initialled before the session" }
      settings.objectives = all
      settings.pointsToMake = all
    }
    let box = Box(blocks, width: paper.block.width, setter)
    #expect(box.height <= paper.block.height)
    let words = strings(box.placed(at: Point(0, 0)))
    #expect(words.contains { $0.hasPrefix("Our objectives") })
    #expect(words.contains { $0.hasPrefix("Point 0") } == (points > 0))
  }

  @Test func `names every section that it sends the reader to`() {
    let (blocks, setter) = card(.a4) { _ in }
    let words = strings(Box(blocks, width: 482, setter).placed(at: Point(0, 0))).joined()
    #expect(words.contains("under"))
    #expect(!words.contains("“”"))
  }

  @Test func `the open points of the card lie in the state of play`() {
    let story = Story(ArticleLedger.ledger, ArticleLedger.settings)
    let writer = PageWriter(
      story: story, setter: Typesetter(FixedMeasurer(advance: 0.5)), pages: nil,
      figure: { _, _ in nil })
    for destination in [
      StateSection.destination, ChronologySection.destination, DoubtSection.destination,
      MeetingSection.destination, AgreementsSection.agreementsDestination,
    ] {
      #expect(!writer.page(destination).contains("“”"), "\(destination)")
    }
  }
}
