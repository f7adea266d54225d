import Drawing
import Layout
import Testing

@testable import BriefingKit

@Suite struct `Points on the first page` {
  private func lines(_ items: [Item], _ offset: Double = 0) -> [(string: String, y: Double)] {
    items.flatMap { item -> [(string: String, y: Double)] in
      switch item {
      case .path, .image: []
      case .text(let line): [(line.string, offset + line.origin.y)]
      case .group(let group): lines(group.items, offset + group.offset.y)
      }
    }
  }

  private func card(
    _ paper: Paper, _ form: BriefingForm, _ language: String = "en-GB", ours: [String],
    avoid: [String] = ["Fog"]
  ) -> [(string: String, y: Double)] {
    var settings = ArticleLedger.settings
    settings.paper = paper
    settings.form = form
    settings.language = language
    settings.objectives = ours
    settings.pointsToMake = ["Thanks"]
    settings.pointsToAvoid = avoid
    let document = BriefingMaker(
      ledger: ArticleLedger.ledger, settings: settings, measurer: FixedMeasurer(advance: 0.5)
    ).document()
    return lines(document.pages[0].frame.items)
  }

  private func points(_ count: Int) -> [String] { (1...count).map { "Ask\($0)." } }

  private static let forms = Paper.allCases.flatMap { paper in
    [BriefingForm.card, .twoPager, .full].map { (paper, $0) }
  }

  @Test("go before what is made", arguments: forms, [5, 20, 26])
  func all(_ sheet: (paper: Paper, form: BriefingForm), count: Int) {
    let words = card(sheet.paper, sheet.form, ours: points(count)).map(\.string)
    for point in points(count) + ["Thanks", "Fog"] { #expect(words.contains(point), "\(point)") }
  }

  @Test func `that no page can hold take nothing else from it`() {
    let long = (1...2000).map { "word\($0)" }.joined(separator: " ")
    let words = card(.a4, .full, ours: ["Ask1", long]).map(\.string)
    #expect(words.contains("Ask1"))
    #expect(words.contains("diplomatic relations "))
    #expect(words.contains { $0.hasPrefix("Contact") })
  }

  @Test("are cut in their own column only", arguments: Paper.allCases, ["en-GB", "ur"])
  func cut(_ paper: Paper, _ language: String) {
    let told = card(paper, .card, language, ours: points(90), avoid: ["Fog1", "Fog2", "Fog3"])
    let words = told.map(\.string)
    #expect(words.contains { $0.contains("Fog3") })
    #expect(words.contains { $0.contains("Thanks") })
    #expect(words.contains { $0.contains("Ask1") } && !words.contains { $0.contains("Ask90") })
    #expect(told.allSatisfy { $0.y < paper.portrait.height })
  }
}
