import Chronicle
import Chronology
import Testing

@testable import Analytics

/// An event with just what a table asks of it.
func event(
  _ id: String, _ date: String?, _ domain: Domain = .political, type: EventType = .other,
  status: Status = .occurred, proposed: String? = nil, total: Bool = false, partOf: String? = nil,
  actors: [String] = [], recipients: [String] = [], role: String? = nil, flags: [String] = []
) -> Event {
  var content = Content()
  content.date = date.flatMap { EDTF($0) }
  content.domain = domain
  content.type = type
  content.status = status
  content.proposedDate = proposed.flatMap { EDTF($0) }.map { ProposedDate(date: $0, reason: "") }
  content.isAggregate = total
  content.actors = actors
  content.recipients = recipients
  content.flags = flags
  if let role { content.participants = [Participant(name: "N", role: role, side: nil)] }
  return Event(id: id, content: content, partOf: partOf, mentions: [])
}

func tally(_ events: [Event], asOf: Int? = 2017) -> Tally {
  Tally(
    Ledger(
      asOf: asOf.flatMap { Day(year: $0, month: 1, day: 16) }, parties: [], documents: [],
      events: events))
}

@Suite struct ColumnTests {
  @Test func whatHappenedInAKnownYearIsCounted() {
    for date in ["1992-06", "1992", "1992~", "1992/1993", "1991-10/..", "../1997-08", "1992-22"] {
      #expect(Column(of: event("a", date)) == .counted, "\(date)")
    }
    #expect(Column(of: event("a", "1993/..", status: .ongoing)) == .counted)
  }

  @Test func theFirstReasonDecides() {
    let all = event("a", nil, status: .hypothetical, proposed: "2016", total: true)
    #expect(Column(of: all) == .conditional)
    #expect(Column(of: event("a", nil, status: .planned, total: true)) == .aggregate)
    #expect(Column(of: event("a", nil, status: .planned)) == .planned)
    #expect(Column(of: event("a", nil, proposed: "2016")) == .undated)
    #expect(Column(of: event("a", "2106", proposed: "2016")) == .doubtful)
    #expect(Column(of: event("a", "2106", flags: ["implausible_year"])) == .doubtful)
    #expect(Column(of: event("a", "199X")) == .imprecise)
    #expect(Column(of: event("a", "19XX")) == .imprecise)
  }

  @Test func countsAndColumnsEqualTheLedger() {
    let events = [
      event("a", "1992-06"), event("b", nil), event("c", "2106", proposed: "2016"),
      event("d", "2018", status: .planned), event("e", "2000/..", total: true),
      event("f", "2001", status: .hypothetical), event("g", "199X"),
    ]
    let tally = tally(events)
    #expect(Column.allCases.map { tally.count($0) } == [1, 1, 1, 1, 1, 1, 1])
    #expect(Column.allCases.reduce(0) { $0 + tally.count($1) } == events.count)
    let byDomain = Domain.allCases.reduce(0) { $0 + tally.total(of: $1) }
    #expect(byDomain == events.count)
  }
}

@Suite struct TallyTests {
  @Test func anIntervalCountsAtItsFirstYearAndAnOpenStartAtItsLast() {
    let tally = tally([
      event("a", "1992/1993"), event("b", "../1997-08"), event("c", "1993/..", status: .ongoing),
    ])
    #expect([1992, 1993, 1997].map { tally.counted(in: $0) } == [1, 1, 1])
    #expect(tally.counted(in: 1990...1992) == 1)
  }

  @Test func aDoubtfulEventIsDrawnAtItsProposedYearOutsideTheCounts() {
    let tally = tally([event("a", "2106-04", proposed: "2016-04")])
    #expect(tally.placements[0].year == 2016)
    #expect(tally.counted(in: 2016) == 0)
    #expect(tally.years == 2016...2017)
  }

  @Test func onlyAYearThatIsKnownIsFirm() {
    let firm = ["1992", "2015-03-11/2015-03-14", "2015-12-30/2016-01-02"]
    let open = ["1992/1993", "1991-10/..", "1992~", "1992?", "../1997"]
    #expect(firm.allSatisfy { Placement(event("a", $0)).isFirm })
    #expect(open.allSatisfy { !Placement(event("a", $0)).isFirm })
    #expect(Placement(event("a", "1993/..", status: .ongoing)).isFirm)
  }

  @Test func domainsStandByCountThenInTheFixedOrder() {
    let tally = tally([
      event("a", "1992", .culture), event("b", "1993", .culture), event("c", "1993", .energy),
      event("d", "1993", .defence), event("e", nil, .education),
    ])
    #expect(
      tally.domains == [
        .culture, .defence, .energy, .political, .economy, .transport, .education, .humanitarian,
      ])
  }

  @Test func allYearsOfThePeakAreNamed() {
    let tally = tally(
      ["1992", "1992-03", "1995", "1995", "1996"].enumerated().map {
        event("e\($0.offset)", $0.element)
      })
    #expect(tally.peak.years == [1992, 1995])
    #expect(tally.peak.count == 2)
  }

  @Test func theQuietRunIsTheLongestWithoutABeginning() {
    let tally = tally([event("a", "1990"), event("b", "1995"), event("c", "2000")])
    // Two runs of four years: the later.
    #expect(tally.longestQuietRun() == 1996...1999)
    #expect(tally.longestQuietRun(atLeast: 5) == nil)
  }

  @Test func aYearInWhichAnEventMayHaveBegunIsNotQuiet() {
    #expect(tally([event("a", "1990/1994"), event("b", "1996")]).longestQuietRun() == nil)
    // What goes on from a known year does not begin later.
    let ongoing = tally([event("a", "1990/1994", status: .ongoing), event("b", "1996")])
    #expect(ongoing.longestQuietRun() == 1991...1995)
  }

  @Test func anOccasionHasItsOutcomes() {
    let tally = tally([
      event("v", "2015-03-11/2015-03-14", type: .visit), event("x", "2015-03-12", partOf: "v"),
      event("y", "2016-03-12", partOf: "v"), event("z", nil, partOf: "v"),
    ])
    #expect(tally.occasions.map(\.id) == ["v"])
    #expect(tally.occasions[0].outcomes.map(\.id) == ["x", "y", "z"])
    #expect(tally.counted(of: tally.occasions[0], in: 2015).map(\.id) == ["v", "x"])
  }

  @Test func actsHaveADirection() {
    let tally = tally([
      event("a", "1992", actors: ["PAK"], recipients: ["AZE"]),
      event("b", "1993", actors: ["AZE"], recipients: ["OIC", "PAK"]),
      event("c", "1994", actors: ["AZE", "PAK"]),
      event("d", nil, actors: ["PAK"], recipients: ["AZE"]),
      event("e", "1996", actors: ["ECO"], recipients: ["PAK"]), event("f", "1997", actors: ["AZE"]),
      event("g", "2018", status: .planned, actors: ["AZE"], recipients: ["PAK"]),
    ])
    let acts = tally.acts("PAK", "AZE")
    #expect(acts.map(\.id) == ["a", "b", "c", "d"])
    #expect(acts.map(\.way) == [.there, .back, .together, .there])
  }

  @Test func aVisitRanksByTheVisitorNotByTheHost() {
    var visit = event("v", "2012-03", type: .visit, actors: ["PAK"], recipients: ["AZE"])
    visit.content.participants = [
      Participant(name: "Khar", role: "Foreign Minister", side: "PAK"),
      Participant(name: "Aliyev", role: "President", side: "AZE"),
    ]
    let visits = tally([visit]).visits("PAK", "AZE")
    #expect(visits.map(\.rank) == [.minister])
    #expect(visits.map(\.way) == [.there])
  }

  @Test func cadenceIsCountedInMonthsBetweenTopVisits() {
    func top(_ id: String, _ date: String, _ from: String, _ to: String) -> Event {
      event(id, date, type: .visit, actors: [from], recipients: [to], role: "President")
    }
    let cadence = tally([
      top("a", "1995-10", "PAK", "AZE"), top("b", "1996-04", "AZE", "PAK"),
      top("c", "2004-07", "PAK", "AZE"), top("d", "2010", "PAK", "AZE"),
      event(
        "e", "2011-01", type: .visit, actors: ["PAK"], recipients: ["AZE"], role: "Foreign Minister"
      ),
      top("f", "2012-10-16/2012-10-17", "PAK", "AZE"),
    ]).cadence("PAK", "AZE", asOf: Day(year: 2013, month: 1, day: 16))
    #expect(cadence.intervals.map(\.months) == [6, 99, 99])
    #expect(cadence.median == 99)
    #expect(cadence.longest?.to.id == "f")
    #expect(cadence.withoutMonth == 1)
    #expect(cadence.open == 3)
  }

  @Test func theMedianOfTwoLiesBetweenThem() {
    func top(_ date: String) -> Event {
      event(
        date, date, type: .visit, actors: ["PAK"], recipients: ["AZE"], role: "Prime Minister")
    }
    let three = tally([top("2000-01"), top("2000-02"), top("2000-05")])
    #expect(three.cadence("PAK", "AZE", asOf: nil).median == 2)
    #expect(tally([]).cadence("PAK", "AZE", asOf: nil).median == nil)
  }

  @Test func anEmptyLedgerHasNoYears() {
    let tally = tally([])
    #expect(tally.years == nil)
    #expect(tally.peak.years.isEmpty)
    #expect(tally.longestQuietRun() == nil)
  }
}

@Suite struct SalienceTests {
  @Test func foundingActsFirstThenRankThenPaperThenSessions() {
    let events = [
      event("s", "2012", type: .consultation),
      event("m", "2012", type: .visit, role: "Foreign Minister"),
      event("a", "2012", type: .agreement), event("p", "2012", type: .visit, role: "President"),
      event("r", "1991", type: .recognition),
      event("g", "2012", type: .meeting, role: "Prime Minister"),
      event("o", "2016", type: .training),
    ]
    #expect(events.sorted(by: Salience.precedes).map(\.id) == ["r", "p", "g", "m", "a", "s", "o"])
  }

  @Test func onlyRelationsAndMissionsAreFounding() {
    func rank(_ headline: String) -> Salience {
      var founded = event("a", "1995", type: .establishment)
      founded.content.headline = headline
      return Salience(of: founded)
    }
    #expect(rank("Diplomatic relations established") == .founding)
    #expect(rank("Pakistan opens embassy in Baku") == .founding)
    #expect(rank("Consulate-General opened in Karachi") == .founding)
    #expect(rank("Parliamentary friendship group formed") == .agreement)
  }

  @Test func aDeputyDoesNotRankAsTheOneDeputisedFor() {
    #expect(
      Salience(of: event("a", "2012", type: .visit, role: "Deputy Prime Minister")) == .minister)
    #expect(Salience(of: event("a", "2012", type: .visit, role: "Deputy Minister")) == .session)
  }

  @Test(arguments: [
    ("King Mahendra", "", Salience.headOfState), ("Emperor Naruhito", "", .headOfState),
    ("Prime Minister Mori", "", .headOfGovernment), ("President Geingob", "", .headOfState),
    ("Crown Prince Akihito", "", .minister), ("Martin Luther King", "", .session),
    ("Smith", "President of the Senate", .session),
  ])
  func aTitleWithinANameRanks(name: String, role: String, rank: Salience) {
    var visit = event("v", "1960-04", type: .visit, actors: ["NPL"], recipients: ["JPN"])
    visit.content.participants = [Participant(name: name, role: role, side: "NPL")]
    #expect(Salience(of: visit, visitor: "NPL") == rank)
  }

  @Test func aStateVisitIsOneByAHeadOfState() {
    var visit = event("v", "1960-04", type: .visit, actors: ["NPL"], recipients: ["JPN"])
    visit.content.headline = "Mahendra visits Japan"
    visit.content.participants = [Participant(name: "Mahendra", role: "", side: "NPL")]
    #expect(Salience(of: visit, visitor: "NPL") == .session)
    visit.mentions = [
      Mention(
        document: "S1", start: 0, end: 9, line: 1, quote: "Mahendra paid a state visit here",
        dateText: nil, rules: [])
    ]
    #expect(Salience(of: visit, visitor: "NPL") == .headOfState)
    // Another who is named in the sentence paid none.
    visit.content.participants = [Participant(name: "Akihito", role: "", side: "NPL")]
    visit.mentions[0].quote = "Mahendra paid a state visit here, and Akihito came in December"
    #expect(Salience(of: visit, visitor: "NPL") == .session)
    visit.content.participants = []
    #expect(Salience(of: visit, visitor: "NPL") == .session)
  }

  @Test func aHostDoesNotRankAVisit() {
    var visit = event("v", "2012-03", type: .visit, actors: ["PAK"], recipients: ["AZE"])
    visit.content.headline = "A delegation visits Baku"
    visit.content.participants = [Participant(name: "Aliyev", role: "President", side: "AZE")]
    #expect(Salience(of: visit, visitor: "PAK") == .session)
    visit.content.headline = "President Aliyev visits Baku"
    #expect(Salience(of: visit, visitor: "PAK") == .session)
  }

  @Test func withinARankTheNewerThenTheId() {
    let events = [
      event("b", "1995", type: .agreement), event("a", "1995", type: .agreement),
      event("c", "2005", type: .agreement),
    ]
    #expect(events.sorted(by: Salience.precedes).map(\.id) == ["c", "a", "b"])
  }
}
