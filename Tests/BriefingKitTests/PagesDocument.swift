import Chronicle
import Chronology
import Drawing
import Layout
import Testing

@testable import BriefingKit

private struct Flat {
  var strings: [String] = []
  var destinations: [String] = []
  var links: [String] = []
  var roles: Set<Role> = []

  init(_ document: PagedDocument) {
    for page in document.pages { add(page.frame.items) }
  }

  init(_ page: Page) { add(page.frame.items) }

  var text: String {
    String(strings.joined().map { $0 == "\u{A0}" ? " " : $0 })
  }

  private mutating func add(_ items: [Item]) {
    for item in items {
      switch item {
      case .path, .image: break
      case .text(let line): strings.append(line.string)
      case .group(let group):
        roles.insert(group.role)
        if let name = group.destination { destinations.append(name) }
        if case .destination(let name)? = group.link { links.append(name) }
        add(group.items)
      }
    }
  }
}

/// The lowest text of a page that is no furniture.
private func depth(_ items: [Item], _ offset: Double = 0) -> Double {
  items.reduce(0) { deepest, item in
    switch item {
    case .path, .image: deepest
    case .text(let line): max(deepest, offset + line.origin.y)
    case .group(let group):
      group.role == .artifact
        ? deepest : max(deepest, depth(group.items, offset + group.offset.y))
    }
  }
}

/// The baselines of the lines that are no furniture and in no figure.
private func baselines(_ items: [Item], _ offset: Double = 0) -> [(string: String, y: Double)] {
  items.flatMap { item -> [(string: String, y: Double)] in
    switch item {
    case .path, .image: []
    case .text(let line): [(line.string, offset + line.origin.y)]
    case .group(let group):
      [.artifact, .figure].contains(group.role)
        ? [] : baselines(group.items, offset + group.offset.y)
    }
  }
}

@Suite struct BriefingPages {
  private func make(
    _ ledger: Ledger, _ change: (inout BriefingSettings) -> Void = { _ in }
  ) -> PagedDocument {
    var settings = ArticleLedger.settings
    change(&settings)
    return BriefingMaker(
      ledger: ledger, settings: settings, measurer: FixedMeasurer(advance: 0.5)
    ).document()
  }

  @Test func formsHaveTheirPages() {
    #expect(make(ArticleLedger.ledger) { $0.form = .card }.pages.count == 1)
    #expect(make(ArticleLedger.ledger) { $0.form = .twoPager }.pages.count == 2)
    let full = make(ArticleLedger.ledger)
    #expect(
      full.outline.filter { $0.level == 1 }.map(\.title) == [
        "At a glance", "Timeline", "Pattern by year and domain", "State of play",
        "Visits, meetings and agreements", "What each side did for the other",
        "Conflicting and doubtful dates", "For the meeting", "Chronology", "Sources and method",
        "Evidence",
      ])
  }

  @Test func everyEventHasItsRowAndEveryMentionItsQuotation() {
    let flat = Flat(make(ArticleLedger.ledger))
    for event in ArticleLedger.ledger.events {
      #expect(flat.destinations.contains("event-\(event.id)"))
      for index in event.mentions.indices {
        #expect(flat.destinations.contains("quote-\(event.id)-\(index + 1)"))
      }
    }
  }

  @Test func everyLinkLeadsSomewhereAndNoNameIsGivenTwice() {
    let flat = Flat(make(ArticleLedger.ledger))
    #expect(!flat.links.isEmpty)
    #expect(Set(flat.links).subtracting(flat.destinations) == [])
    #expect(Set(flat.destinations).count == flat.destinations.count)
  }

  @Test func whatStandsInDoubleMarksStandsInADocument() {
    let text = Flat(make(ArticleLedger.ledger)).text
    func plain(_ text: String) -> String { text.filter { $0.isLetter || $0.isNumber } }
    let sources =
      ArticleLedger.ledger.events.flatMap { $0.mentions.map(\.quote) }
      + ArticleLedger.openings.map(\.mention.quote)
    let source = plain(sources.joined(separator: " "))
    let quotations = text.split(separator: "“").dropFirst().compactMap {
      $0.split(separator: "”", maxSplits: 1, omittingEmptySubsequences: false).first.map(
        String.init)
    }
    #expect(quotations.count > 100)
    for quotation in quotations { #expect(source.contains(plain(quotation)), "“\(quotation)”") }
  }

  @Test func contestedWordsStandInMarksOnly() {
    let text = Flat(make(ArticleLedger.ledger)).text.lowercased()
    var depth = 0
    var outside = ""
    for character in text {
      if character == "“" { depth += 1 }
      if depth == 0 { outside.append(character) }
      if character == "”" { depth -= 1 }
    }
    #expect(!outside.contains("genocide"))
    #expect(!outside.contains("occupation"))
  }

  @Test func everyPageHasItsFurniture() {
    let document = make(ArticleLedger.ledger) { $0.marking = "Restricted" }
    for (index, page) in document.pages.enumerated() {
      let strings = Flat(page).strings
      #expect(strings.contains("\(index + 1) of \(document.pages.count)"))
      #expect(strings.filter { $0 == "RESTRICTED" }.count == 2)
      #expect(strings.contains { $0.hasPrefix("Pakistan and Azerbaijan: briefing") } == (index > 0))
    }
    #expect(!Flat(make(ArticleLedger.ledger)).text.contains("RESTRICTED"))
  }

  @Test(arguments: Paper.allCases)
  func nothingStandsBelowTheBlock(paper: Paper) {
    let document = make(ArticleLedger.ledger) { $0.paper = paper }
    for page in document.pages {
      // A line on what follows may hang below by one line.
      #expect(depth(page.frame.items) <= page.frame.size.height - 44)
    }
    let portrait = document.pages[0].frame.size
    #expect(portrait == (paper == .a4 ? Size(595.28, 841.89) : Size(612, 792)))
    #expect(document.pages[1].frame.size == Size(portrait.height, portrait.width))
  }

  @Test(arguments: Paper.allCases)
  func everyLineStandsOnTheGrid(paper: Paper) {
    let document = make(ArticleLedger.ledger) { $0.paper = paper }
    for (index, page) in document.pages.enumerated() where page.frame.size.width < 700 {
      for line in baselines(page.frame.items) {
        let steps = (line.y - paper.block.y - 7 - PageStyle.grid.phase) / PageStyle.grid.step
        #expect(abs(steps - steps.rounded()) < 0.01, "page \(index + 1): \(line.string)")
      }
    }
  }

  @Test func noEventsIsADocumentThatSaysSo() {
    let document = make(
      Ledger(asOf: nil, parties: [], documents: [], events: []))
    let text = Flat(document).text
    #expect(text.contains("none found in these documents"))
    #expect(text.contains("No document has been read."))
    #expect(document.date == "1970-01-01")
    #expect(document.pages.count < 8)
  }

  @Test func oneEventIsOneEntry() {
    let document = make(ledger([event("a", "1990-03", .recognition, from: ["FIN"], to: ["NAM"])]))
    let text = Flat(document).text
    #expect(text.contains("March 1990"))
    #expect(text.contains("“Sentence of a”"))
    #expect(text.contains("1 of 1 counted event is political"))
    #expect(!document.outline.contains { $0.title == "Timeline" })
  }

  private var thousand: Ledger {
    let types: [EventType] = [.visit, .agreement, .aid, .meeting, .support, .other]
    let events = (0..<1000).map { index in
      let year = 1960 + index % 57
      let month = 1 + index % 12
      let date = index % 7 == 0 ? nil : "\(year)-\(month < 10 ? "0" : "")\(month)"
      return event(
        "k\(index)", date, types[index % types.count], Domain.allCases[index % 8],
        from: [index % 2 == 0 ? "FIN" : "NAM"], to: [index % 2 == 0 ? "NAM" : "FIN"])
    }
    return ledger(events)
  }

  @Test func aThousandEventsHold() {
    let document = make(thousand)
    let flat = Flat(document)
    let entries = flat.destinations.filter { $0.hasPrefix("event-k") }
    #expect(Set(entries).count == 400)
    #expect(flat.text.contains("600 more events are in events.csv"))
    for page in document.pages {
      #expect(depth(page.frame.items) <= page.frame.size.height - 44)
    }
    #expect(flat.text.contains("follow on the next page."))
  }

  @Test func theSameLedgerGivesTheSamePages() {
    #expect(make(ArticleLedger.ledger).pages == make(ArticleLedger.ledger).pages)
  }

  @Test func aPersonsPartIsPrinted() {
    let document = make(ArticleLedger.ledger) {
      $0.form = .card
      $0.occasion = "State visit"
      $0.objectives = ["Agree a date for the seventh session"]
    }
    let text = Flat(document).text
    #expect(text.contains("State visit"))
    #expect(text.contains("Agree a date for the seventh session"))
    #expect(!text.contains("Their principal"))
  }
}
