import Chronicle
import Chronology
import Drawing
import Testing

@testable import BriefingKit

/// An event with only what a test speaks of.
func event(
  _ id: String, _ date: String?, _ type: EventType = .other, _ domain: Domain = .political,
  from actors: [String] = [], to recipients: [String] = [],
  _ change: (inout Content) -> Void = { _ in }
) -> Event {
  var content = Content()
  content.headline = "Event \(id)"
  content.date = date.flatMap { EDTF($0) }
  content.dateBasis = date == nil ? .none : .explicit
  content.type = type
  content.domain = domain
  content.actors = actors
  content.recipients = recipients
  change(&content)
  let mention = Mention(
    document: "S1", start: 0, end: 5, line: 1, quote: "Sentence of \(id)", dateText: date,
    rules: [])
  return Event(id: id, content: content, mentions: [mention])
}

func ledger(_ events: [Event], asOf: String = "2017-01-16") -> Ledger {
  Ledger(
    asOf: EDTF(asOf)?.earliest, parties: ["FIN", "NAM"],
    documents: [
      DocumentRecord(id: "S1", path: "seeds/a.txt", title: "A", date: EDTF(asOf), sha256: "ab")
    ], events: events)
}

func story(_ events: [Event]) -> Story {
  var settings = BriefingSettings()
  settings.names = ["FIN": "Finland", "NAM": "Namibia"]
  settings.contestedTerms = ["occupation"]
  return Story(ledger(events), settings)
}

private let british = DateWords(language: Language("en-GB"))

@Suite struct PageDates {
  @Test(arguments: [
    ("2016-01-21", false, "21 January 2016"), ("1992-06", false, "June 1992"),
    ("1993", false, "1993"), ("2015-03-11/2015-03-14", false, "11–14 March 2015"),
    ("2015-04-28/2015-05-02", false, "28 April – 2 May 2015"),
    ("2014-12-30/2015-01-02", false, "30 December 2014 – 2 January 2015"),
    ("1992/1993", false, "1992 or 1993"), ("1992/1993", true, "1992–1993"),
    ("1992/1996", false, "between 1992 and 1996"), ("1991-10/..", false, "October 1991 or later"),
    ("1993/..", true, "since 1993"), ("../1996", false, "by 1996"), ("2017~", false, "about 2017"),
    ("1967?", false, "perhaps 1967"), ("2017-21", false, "spring 2017"),
    ("196X", false, "1960s"), ("2023-07/2023-12", false, "July–December 2023"),
  ])
  func aDateInWords(edtf: String, lasting: Bool, words: String) throws {
    let date = try #require(EDTF(edtf))
    #expect(british.words(date, lasting: lasting).loosened == words)
  }

  @Test func aDoubtfulYearStandsInQuotationMarks() throws {
    let doubtful = event("a", "2106-04-26/2106-04-27") {
      $0.proposedDate = ProposedDate(date: EDTF("2016-04-26/2016-04-27")!, reason: "misprint")
    }
    #expect(british.words(doubtful).loosened == "26–27 April “2106”")
    #expect(british.proposal(doubtful) == "2016 proposed")
    let american = DateWords(language: Language("en-US"))
    #expect(american.words(doubtful).loosened == "April 26–27, “2106”")
  }

  @Test func aDateMayBreakBeforeItsYearOnly() {
    #expect(british.when(event("a", "2016-01-21")) == "on 21\u{A0}January 2016")
    #expect(british.when(event("a", "1992-06")) == "in June\u{A0}1992")
  }
}

@Suite struct PageNumbers {
  @Test func outcomesFollowTheirVisitAndTheUndatedComeLast() {
    var outcome = event("a", "2015-03-12", .agreement)
    outcome.partOf = "z"
    let numbering = Numbering(
      ledger([
        event("b", nil), outcome, event("y", "2015-03-11"), event("z", "2015-03-11/2015-03-14"),
      ]))
    #expect(numbering.events.map(\.id) == ["y", "z", "a", "b"])
    #expect(numbering.indented == ["a"])
    #expect(numbering.numbers["b"] == 4)
  }

  @Test func aDoubtfulEventStandsWhereItIsProposed() {
    let doubtful = event("a", "2106") {
      $0.proposedDate = ProposedDate(date: EDTF("2016")!, reason: "misprint")
    }
    #expect(Numbering(ledger([doubtful, event("b", "2017")])).events.map(\.id) == ["a", "b"])
  }

  @Test func threeNumbersInARowAreARange() {
    #expect(Numbering.ranges([31, 29, 30, 4]) == "4,\u{A0}29–31")
    #expect(Numbering.ranges([18, 19]) == "18,\u{A0}19")
  }
}

@Suite struct PageSentences {
  let article = Story(ArticleLedger.ledger, ArticleLedger.settings)

  private func words(_ phrase: Phrase, _ story: Story) -> String {
    String(phrase.plain(story.numbering).map { $0 == "\u{A0}" ? " " : $0 })
  }

  @Test func theArticleAtAGlance() {
    let sentences = CardSentences(story: article).all.map { words($0.words, article) }
    #expect(
      sentences == [
        "Diplomatic relations were established in June 1992 [4]. They will have lasted 25 years in "
          + "June 2017; a commemoration is announced for 2017 [38].",
        "In these documents, which reach to 16 January 2017, the last visit by a head of state or "
          + "government went from Pakistan to Azerbaijan on 11–14 March 2015 (President Hussain) "
          + "[27], and from Azerbaijan to Pakistan in April 2005 (President Ilham Aliyev) [15]; "
          + "leaders last met in Davos, on 21 January 2016 (Prime Minister Sharif and President "
          + "Ilham Aliyev) [35].",
        "The Joint Ministerial Commission, formed in September 2000 [11], held its last session in "
          + "these documents in Islamabad on 26–27 April; the year is printed as “2106”, and 2016 "
          + "is proposed [37]. The Azerbaijan–Pakistan Business Forum held its first session "
          + "during the visit of 11–14 March 2015 [33]. No session was found of the Joint Business "
          + "Council [32].",
        "The visit of 11–14 March 2015 [27] brought six outcomes: Joint Declaration on Strategic "
          + "Partnership [28] and five others [29–33].",
        "18 of 35 counted events are political, 6 economic, 4 humanitarian; none is cultural or "
          + "in energy.",
      ])
  }

  @Test func withoutEventsNothingIsSaidOfThem() {
    let empty = story([])
    let sentences = CardSentences(story: empty).all.map { words($0.words, empty) }
    #expect(
      sentences == [
        "In these documents, which reach to 16 January 2017, no visit by a head of state or "
          + "government was found.", "No event is counted.",
      ])
  }

  @Test func aVisitInOneDirectionOnlyIsSaidToBeSo() {
    let visit = event("v", "2010-05", .visit, from: ["FIN"], to: ["NAM"]) {
      $0.participants = [Participant(name: "Tarja Halonen", role: "President", side: "FIN")]
    }
    let told = story([visit])
    #expect(
      words(CardSentences(story: told).contact, told)
        == "In these documents, which reach to 16 January 2017, the last visit by a head of state "
        + "or government went from Finland to Namibia in May 2010 (President Halonen) [1]; none "
        + "was found from Namibia to Finland.")
  }

  @Test func aPlannedVisitIsNoLastVisit() {
    let visit = event("v", "2018-05", .visit, from: ["FIN"], to: ["NAM"]) {
      $0.status = .planned
      $0.participants = [Participant(name: "Sauli Niinistö", role: "President", side: "FIN")]
    }
    #expect(story([visit]).leaderVisits.isEmpty)
  }

  @Test func oneEventIsSingular() {
    let told = story([event("a", "1990", .recognition, from: ["FIN"], to: ["NAM"])])
    #expect(CountSentences(story: told).shares == "1 of 1 counted event is political")
  }

  @Test(arguments: [
    ("FIN", "Finland"), ("USA", "the United States"), ("GBR", "the United Kingdom"),
    ("NLD", "the Netherlands"), ("XKX", "XKX"),
  ])
  func statesTakeTheirArticle(code: String, words: String) {
    let naming = Naming(names: [
      "FIN": "Finland", "USA": "United States", "GBR": "United Kingdom", "NLD": "Netherlands",
    ])
    #expect(naming.inSentence(code) == words)
  }

  @Test func anniversariesAreRoundAndSoon() {
    let told = story(
      [
        event("a", "1992-03", .establishment), event("b", "1997-01-10", .agreement),
        event("c", "1997-01-20", .agreement), event("d", "2013-07-16", .agreement),
        event("e", "2013-07-17", .agreement), event("f", "1997", .agreement),
        event("g", "1996-06", .agreement), event("h", "2012-05-01", .visit),
      ].map { event in
        var event = event
        event.content.actors = ["FIN", "NAM"]
        return event
      })
    let found = Anniversary.all(in: told)
    #expect(found.map(\.event.id) == ["c", "a", "d"])
    #expect(found.map(\.years) == [20, 25, 5])
    #expect(
      found.map { $0.words(british).loosened } == ["20 Jan. 2017", "Mar. 2017", "16 July 2018"])
  }

  @Test func theVoiceIsNamed() {
    #expect(
      VoiceLine(story: article).words
        == "As told by 1 document, written by the Ambassador of Pakistan to Azerbaijan; "
        + "no document of another side.")
    func documents(_ sides: [String?]) -> String {
      var many = ledger([])
      many.documents = sides.enumerated().map { index, side in
        DocumentRecord(id: "S\(index + 1)", path: "p", title: "t", side: side, sha256: "")
      }
      return VoiceLine(story: Story(many, story([]).settings)).words
    }
    #expect(
      documents(["FIN", "FIN", "NAM", "neutral", nil])
        == "As told by 5 documents: 2 of Finland, 1 of Namibia, 1 neutral, 1 of no named side.")
    #expect(
      documents(["NAM", "NAM"])
        == "As told by 2 documents, all of Namibia; no document of another side.")
    #expect(documents([]) == "No document has been read.")
  }

  @Test func aContestedWordOfAHeadlineIsPutInMarks() {
    let told = story([event("a", "1990") { $0.headline = "Senate on the occupation" }])
    #expect(told.headline(told.events[0]) == "Senate on the “occupation”")
    let contested = Contested(["occupation", "illegal occupation", "genocide"])
    #expect(contested.marked("the “occupation” of") == "the “occupation” of")
    #expect(contested.marked("An Illegal occupation") == "An “Illegal occupation”")
    #expect(contested.marked("preoccupations") == "preoccupations")
    #expect(contested.marked("genocide and genocide") == "“genocide” and “genocide”")
    #expect(contested.used(in: ["preoccupation", "as genocide."]) == ["genocide"])
  }

  @Test func innerMarksBecomeSingle() {
    #expect(Quotation.marked("on \"Khojali Genocide” on") == "“on ‘Khojali Genocide’ on”")
  }

  @Test func mechanismsAreFoundWithTheirSessions() throws {
    let mechanism = try #require(article.mechanisms.first)
    #expect(mechanism.name == "Joint Ministerial Commission")
    #expect(mechanism.acronym == "JMC")
    #expect(mechanism.lastSession.flatMap(Mechanism.ordinal) == "6th")
    #expect(article.mechanisms.map(\.name).contains("Joint Business Council"))
  }
}
