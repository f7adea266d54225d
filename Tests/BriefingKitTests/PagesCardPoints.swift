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
    avoid: [String] = ["Fog"], others: [String] = []
  ) -> [(string: String, y: Double)] {
    var settings = ArticleLedger.settings
    settings.paper = paper
    settings.form = form
    settings.language = language
    settings.objectives = ours
    settings.pointsToMake = ["Thanks"]
    settings.pointsToAvoid = avoid
    settings.theirPoints = others
    settings.biographies = others.map { Biography(name: "Ms \($0)", text: "Minister.") }
    let document = BriefingMaker(
      ledger: ArticleLedger.ledger, settings: settings, measurer: FixedMeasurer(advance: 0.5)
    ).document()
    #expect(
      document.pages.count == (form == .card ? 1 : form == .twoPager ? 2 : document.pages.count))
    return document.pages.prefix(2).enumerated().flatMap { index, page in
      lines(page.frame.items).filter { _ in index == 0 || form == .twoPager }
    }
  }

  @Test("of the other side stand where no page of their own follows", arguments: Paper.allCases)
  func others(_ paper: Paper) {
    for form in [BriefingForm.card, .twoPager] {
      let words = card(paper, form, ours: points(3), others: ["Visas", "Rice"]).map(\.string)
      for point in ["Visas", "Rice", "Their likely points", "Biographies", "Ms Rice."] {
        #expect(words.contains { $0.hasPrefix(point) }, "\(form) \(point)")
      }
    }
  }

  @Test func `that find no room are said to be in the full briefing`() {
    let many = (1...60).map { "Visas\($0)" }
    let words = card(.a4, .card, ours: points(90), others: many).map(\.string)
    #expect(words.count { $0.hasPrefix("+") && $0.hasSuffix("more in the full briefing") } == 3)
    #expect(words.contains { $0.hasPrefix("In the full briefing only: ") })
  }

  private func points(_ count: Int) -> [String] { (1...count).map { "Ask\($0)." } }

  private static let forms = Paper.allCases.flatMap { paper in
    [BriefingForm.card, .twoPager, .full].map { (paper, $0) }
  }

  @Test("stand below the facts and the sentences", arguments: forms, [5, 20, 90])
  func all(_ sheet: (paper: Paper, form: BriefingForm), count: Int) {
    let words = card(sheet.paper, sheet.form, ours: points(count)).map(\.string)
    for point in points(min(count, 5)) + ["Thanks", "Fog"] {
      #expect(words.contains(point), "\(point)")
    }
    #expect(words.contains("diplomatic relations "))
    #expect(words.contains { $0.hasPrefix("Contact") })
    #expect(words.contains { $0.hasPrefix("+") } || words.contains(points(count)[count - 1]))
  }

  @Test(arguments: Paper.allCases)
  func `have a column wide enough for their numbers`(_ paper: Paper) {
    #expect(card(paper, .card, ours: points(14)).contains { $0.string == "10" })
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
