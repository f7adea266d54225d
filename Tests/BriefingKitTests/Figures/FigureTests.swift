import Analytics
import Charts
import Chronicle
import Chronology
import Drawing
import Testing

@testable import BriefingKit

@Suite struct FigureTests {
  let measurer = FixedMeasurer(advance: 0.5)
  var maker: FigureMaker {
    FigureMaker(
      ledger: SampleLedger.ledger, measurer: measurer,
      names: ["PAK": "Pakistan", "AZE": "Azerbaijan"])
  }

  func only(_ ids: Set<String>) -> FigureMaker {
    var ledger = SampleLedger.ledger
    ledger.events = ledger.events.filter { ids.contains($0.id) }
    return FigureMaker(ledger: ledger, measurer: measurer)
  }

  @Test func titlesAreFindings() {
    #expect(
      maker.slide(.timeline).title
        == "18 of 35 counted events are political; none begins in 2006–2009")
    #expect(
      maker.page(.timeline, width: 752).title
        == "18 of 35 counted events are political; 7 of the 35 belong to one visit, in March 2015")
    #expect(
      maker.slide(.countsByYear).title
        == "10 of 35 counted events fall in 2015, 7 of them from one visit")
    #expect(
      maker.slide(.countsByDomain).title
        == "18 of 35 counted events are political; energy and culture have none")
    #expect(
      maker.slide(.yearByDomain).title
        == "Political events fall in 12 of 27 years, those of any other domain in at most 4")
  }

  @Test func titlesOfTwoSidesNameTheVoice() {
    #expect(
      maker.slide(.balance).title
        == "As the Ambassador of Pakistan tells it: 21 acts towards Azerbaijan, 14 from it")
    #expect(
      maker.slide(.visits).title
        == "5 visits to Azerbaijan, 2 to Pakistan; none from May 1996 to June 2004")
    #expect(
      maker.slide(.cadence).title
        == "The median interval between top visits is 19 months; the longest was 99")
  }

  @Test func aClauseThatDoesNotHoldFallsAway() {
    let few = only(["e03", "e04", "e14"])
    #expect(few.slide(.timeline).title == "All 3 counted events are political")
    #expect(
      few.slide(.countsByYear).title == "No year has more than 1 of the 3 counted events"
        || few.slide(.countsByYear).title
          == "1992, 1993 and 1995 have 1 each of the 3 counted events"
    )
  }

  @Test func oneEventAndNoneAreSaidAsSuch() {
    #expect(
      only(["e17"]).slide(.timeline).title == "The one counted event, of April 2005, is political")
    let dated: [FigureName] = [
      .timeline, .countsByYear, .countsByYearStacked, .countsByDomain, .yearByDomain,
    ]
    for name in dated {
      #expect(only([]).slide(name).title == "No dated event in this document")
      #expect(only(["e07", "e08"]).slide(name).title == "No dated event in this document")
    }
    #expect(
      only([]).slide(.balance).title == "No act of one side towards the other in this document")
    #expect(
      only(["e14"]).slide(.cadence).title
        == "Fewer than two visits by leaders with a known month in this document")
  }

  @Test func theSourceNamesTheVoiceAndTheReach() {
    let text = maker.slide(.timeline).text
    #expect(
      text.contains(
        "1 document, by the Ambassador of Pakistan to Azerbaijan; reaches to 16 January 2017; "
          + "counts what the documents mention, not what happened"))
  }

  @Test func severalDocumentsAreCountedBySide() {
    var ledger = SampleLedger.ledger
    for (index, side) in ["PAK", "AZE", "neutral", nil].enumerated() {
      var document = ledger.documents[0]
      document.id = "S\(index + 2)"
      document.side = side
      ledger.documents.append(document)
    }
    let maker = FigureMaker(
      ledger: ledger, measurer: measurer, names: ["PAK": "Pakistan", "AZE": "Azerbaijan"])
    #expect(
      maker.slide(.timeline).text.contains(
        "5 documents (2 of Pakistan, 1 of Azerbaijan, 1 neutral, 1 of no named side)"))
  }

  @Test func theSumOfTheColumnsIsWrittenOut() {
    let reading = FrameReading(maker.slide(.countsByYear).frame, measurer)
    #expect(reading.texts.contains { $0.string == "35 + 2 + 1 + 16 + 2 = 56 events in the ledger" })
  }

  @Test func marksCarryTheirEvent() throws {
    let groups = FrameReading(maker.page(.timeline, width: 752).frame, measurer).groups
    let mark = try #require(groups.first { $0.id == "e-e22" })
    #expect(mark.role == .mark)
    #expect(mark.title == "President Hussain visits Azerbaijan, 11–14 March 2015")
    #expect(mark.link == .destination("event-e22"))
  }

  @Test func everyLabelOfThePlateHasItsNumber() {
    let numbers = Dictionary(
      uniqueKeysWithValues: SampleLedger.ledger.events.enumerated().map { ($1.id, 100 + $0) })
    let maker = FigureMaker(ledger: SampleLedger.ledger, measurer: measurer, numbers: numbers)
    let texts = FrameReading(maker.page(.timeline, width: 752).frame, measurer).texts
    #expect(texts.contains { $0.string == "\(numbers["e03"] ?? 0)" })
  }

  @Test func aVisitSpeaksForItsOutcomes() {
    for figure in [maker.slide(.timeline), maker.page(.timeline, width: 752)] {
      let texts = FrameReading(figure.frame, measurer).texts.map(\.string)
      #expect(texts.contains("President Hussain visits Azerbaijan"))
      #expect(texts.contains("+ 6 outcomes"))
    }
    // On paper the bare marks have the numbers by which the chronology names them.
    let page = FrameReading(maker.page(.timeline, width: 752).frame, measurer)
    let ids = ["e24", "e28", "e29"]
    let marks = page.groups.filter { ids.map { "e-" + $0 }.contains($0.id ?? "") }
    #expect(marks.count == 3)
    let numbers = SampleLedger.ledger.events.enumerated().filter { ids.contains($1.id) }
    let list = Numbers.list(numbers.map { $0.offset + 1 })
    #expect(page.texts.contains { $0.string == list })
  }

  @Test func aDoubtfulDateIsQuotedAndNotCounted() {
    let slide = maker.slide(.timeline)
    #expect(slide.frame.items.isEmpty == false)
    #expect(slide.subtitle.contains("1 doubtful"))
    #expect(
      FrameReading(slide.frame, measurer).texts.contains { $0.string == "(source: “2106”)" })
  }

  @Test func anEarlierEditionIsComparedWith() {
    let previous = PreviousCounts(name: "edition 1", counted: [.political: 15, .economy: 6])
    let maker = FigureMaker(
      ledger: SampleLedger.ledger, measurer: measurer, previous: previous)
    let figure = maker.slide(.countsByDomain)
    #expect(figure.title == "18 of 35 counted events are political; edition 1 counted 21")
    let texts = FrameReading(figure.frame, measurer).texts.map(\.string)
    #expect(texts.contains("+3"))
    #expect(!texts.contains("+0"))
  }

  @Test func withoutATitleTheSourceStays() {
    let texts = FrameReading(maker.slide(.timeline, titled: false).frame, measurer).texts
    #expect(!texts.contains { $0.string.hasPrefix("18 of 35") })
    #expect(texts.contains { $0.string.hasPrefix("1 document") })
  }

  @Test func datesAreWrittenAsPeopleWriteThem() {
    let text = maker.slide(.timeline).text
    for words in [
      "October 1991 or later", "June 1992", "1992 or 1993", "since 1993", "11–14 March 2015",
      "1 February 2012", "about 2017",
    ] { #expect(text.contains("- \(words): "), "\(words)") }
  }

  @Test func dataAreQuotedWhereTheyMust() {
    var ledger = SampleLedger.ledger
    ledger.events = [ledger.events[0]]
    ledger.events[0].content.headline = "Says \"yes\", twice"
    let csv = FigureMaker(ledger: ledger, measurer: measurer).slide(.timeline).csv
    #expect(csv.hasSuffix(",\"Says \"\"yes\"\", twice\"\n"))
  }

  @Test func visitsThatGoNeitherWayAreSaidAndPlannedOnesStandApart() throws {
    var ledger = SampleLedger.ledger
    func visit(_ id: String, _ actors: [String], _ recipients: [String], _ status: Status) {
      var content = Content()
      content.type = .visit
      content.date = EDTF(status == .planned ? "2017-05" : "2016-05")
      content.status = status
      (content.actors, content.recipients) = (actors, recipients)
      ledger.events.append(Event(id: id, content: content, partOf: nil, mentions: []))
    }
    visit("both", ["PAK", "AZE"], ["TUR"], .occurred)
    visit("others", ["PAK", "TUR"], ["AZE"], .occurred)
    visit("guest", ["TUR"], ["PAK", "AZE"], .occurred)
    visit("plan", ["PAK"], ["AZE"], .planned)
    let maker = FigureMaker(
      ledger: ledger, measurer: measurer, names: ["PAK": "Pakistan", "AZE": "Azerbaijan"])
    let figure = maker.slide(.visits)
    #expect(figure.title.hasPrefix("5 visits to Azerbaijan"), "\(figure.title)")
    #expect(figure.text.contains(": 5 visits; 1 more planned"), "\(figure.text)")
    #expect(figure.text.contains("2 joint visits not drawn"), "\(figure.text)")
  }

  @Test func everyLongQuietStretchIsPointedOut() {
    var events: [Event] = []
    for year in [1960, 1966, 1975, 1990, 1991, 1999, 2010, 2016] {
      var content = Content()
      content.date = EDTF("\(year)-05")
      content.headline = "Event of \(year)"
      events.append(Event(id: "x\(year)", content: content, partOf: nil, mentions: []))
    }
    let ledger = Ledger(
      asOf: Day(year: 2016, month: 12, day: 31), parties: [], documents: [], events: events)
    let frame = FigureMaker(ledger: ledger, measurer: measurer).slide(.timeline).frame
    let named = FrameReading(frame, measurer).texts.count { $0.string.hasPrefix("none") }
    // Six stretches, not all of which have room between the years.
    #expect((3...6).contains(named), "\(named)")
  }

  @Test func theYearsOfTheTableAddUp() {
    let lines = maker.slide(.countsByYear).csv.split(separator: "\n").dropFirst()
    let totals = lines.compactMap { Int($0.split(separator: ",")[1]) }
    #expect(totals.reduce(0, +) == 35)
  }

  @Test(arguments: FigureName.allCases)
  func inAnotherLanguageOnlyTheDocumentsSpeakTheirs(_ name: FigureName) {
    let maker = FigureMaker(
      ledger: SampleLedger.ledger, measurer: measurer,
      names: ["PAK": "Pakistan", "AZE": "Azerbaijan"], language: Language("ur"))
    // Words of the documents stand within marks of their direction; a line may break in them.
    var told: Set<String> = ["Ambassador", "of", "to", "n", "Pakistan", "Azerbaijan"]
    for event in SampleLedger.ledger.events {
      let texts = [event.content.headline] + event.content.participants.map(\.name)
      for text in texts { told.formUnion(text.split { !$0.isLetter }.map(String.init)) }
    }
    for figure in [
      maker.slide(name), maker.slide(name, size: .halfSlide), maker.page(name, width: 482),
    ] {
      #expect(figure.frame.language == "ur")
      let lines = FrameReading(figure.frame, measurer).texts.map(\.string) + [figure.text]
      for line in lines {
        for word in line.split(whereSeparator: { !($0.isLetter && $0.isASCII) }) {
          #expect(told.contains { $0.hasPrefix(word) }, "\(word) in \(line)")
        }
      }
    }
  }

  @Test(arguments: [752.0, 482])
  func fromRightToLeftLanesAreNamedAtTheRight(_ width: Double) {
    let language = Language("ur")
    let maker = FigureMaker(
      ledger: SampleLedger.ledger, measurer: measurer,
      names: ["PAK": "Pakistan", "AZE": "Azerbaijan"], language: language)
    let frame = maker.page(.timeline, width: width).frame
    let texts = FrameReading(frame, measurer).texts
    let names = Domain.allCases.compactMap { language.word(.domain, $0.rawValue) }
    let lanes = texts.filter { names.contains($0.string) }
    #expect(lanes.count > 4)
    for lane in lanes { #expect(lane.box.maxX > width - 20, "\(lane)") }
    // The key begins at the right too.
    let key = texts.first { $0.string == language.word(.mark, "point") }
    #expect((key?.box.maxX ?? 0) > width - 20)
    #expect(FrameReading(frame, measurer).collisions.isEmpty)
  }

  @Test func fromRightToLeftWhatTheDocumentsSayEndsWhereItBegan() {
    var ledger = SampleLedger.ledger
    ledger.documents[0].voice = "Ambassador of Pakistan to Azerbaijan"
    let maker = FigureMaker(
      ledger: ledger, measurer: measurer, names: ["PAK": "Pakistan", "AZE": "Azerbaijan"],
      language: Language("ur"))
    for name in FigureName.allCases {
      for figure in [maker.slide(name), maker.slide(name, size: .halfSlide)] {
        var depth = 0
        for scalar in figure.title.unicodeScalars {
          if (0x2066...0x2068).contains(scalar.value) { depth += 1 }
          if scalar.value == 0x2069 { depth -= 1 }
        }
        #expect(depth == 0, "\(figure.title)")
      }
    }
  }

  @Test func fromRightToLeftTheFirstYearIsNamedToo() {
    let maker = FigureMaker(
      ledger: SampleLedger.ledger, measurer: measurer, language: Language("ur"))
    let texts = FrameReading(maker.slide(.timeline).frame, measurer).texts
    #expect(texts.count { $0.string == "1991" } == 2)
  }
}

@Suite struct `What figures may mislead by` {
  private let measurer = FixedMeasurer(advance: 0.5)

  private func event(_ id: String, _ date: String, _ status: Status = .occurred) -> Event {
    var content = Content()
    content.date = EDTF(date)
    content.headline = "Event \(id)"
    content.status = status
    return Event(id: id, content: content, mentions: [])
  }

  private func maker(_ events: [Event], asOf: Int = 2020) -> FigureMaker {
    let ledger = Ledger(
      asOf: Day(year: asOf, month: 12, day: 31), parties: [], documents: [], events: events)
    return FigureMaker(ledger: ledger, measurer: measurer)
  }

  @Test func `a plan for later gives the table of years no more years`() {
    let told = maker([
      event("a", "2017"), event("b", "2018"), event("c", "2019"), event("p", "2060", .planned),
    ])
    #expect(told.slide(.yearByDomain).subtitle.contains("2017–2020;"))
    #expect(told.slide(.yearByDomain).title.contains("of 4 years"))
  }

  @Test func `a key names each kind once`() {
    let events =
      [event("a", "2017-05"), event("p", "2019-05-02", .planned), event("q", "2018", .planned)]
      + [event("c", "2018-06", .hypothetical), event("d", "2015/2016", .hypothetical)]
    let texts = FrameReading(maker(events).page(.timeline, width: 752).frame, measurer).texts
    #expect(texts.count { $0.string == "planned" } == 1)
    #expect(texts.count { $0.string == "conditional" } == 1)
  }

  @Test func `what the median crosses is moved off its line`() throws {
    var visits: [Event] = []
    for (index, date) in ["1995-05", "2011-02", "2013-11", "2023-04"].enumerated() {
      var visit = event("v\(index)", date)
      visit.content.type = .visit
      visit.content.actors = ["PAK"]
      visit.content.recipients = ["AZE"]
      visit.content.participants = [
        Participant(name: "A B\(index)", role: "President", side: "PAK")
      ]
      visits.append(visit)
    }
    let ledger = Ledger(
      asOf: Day(year: 2023, month: 4, day: 28), parties: ["PAK", "AZE"], documents: [],
      events: visits)
    let frame = FigureMaker(ledger: ledger, measurer: measurer).slide(.cadence).frame
    let texts = FrameReading(frame, measurer).texts.filter { $0.string == "113 months" }
    #expect(texts.count == 2)
    let places = texts.map(\.box.centre.y).sorted()
    #expect(try #require(places.last) - places[0] > 6)
  }
}
