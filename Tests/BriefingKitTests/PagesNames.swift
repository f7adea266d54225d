import Chronicle
import Chronology
import Testing

@testable import BriefingKit

@Suite struct HeadlinesOfPeople {
  private func visit(_ id: String, _ headline: String, _ name: String) -> Event {
    event(id, "200\(id.count)", .visit, from: ["FIN"], to: ["NAM"]) {
      $0.headline = headline
      $0.participants = [Participant(name: name, role: "President", side: "FIN")]
    }
  }

  private func told(_ events: [Event]) -> [String] {
    let headlines = Headlines(events)
    return events.map(headlines.of)
  }

  @Test func twoPeopleOfOneLastNameStandWithTheirInitials() {
    #expect(
      told([
        visit("a", "President Aho visits Oulu", "Esko Aho"),
        visit("bb", "Aho received by the minister", "Juho Aho"),
      ]) == ["President E. Aho visits Oulu", "J. Aho received by the minister"])
  }

  @Test func oneInitialOfBothTellsNothing() {
    #expect(
      told([
        visit("a", "President Aho visits Oulu", "Esko Aho"),
        visit("bb", "President Aho leaves", "Eero Aho"),
      ]) == ["President Esko Aho visits Oulu", "President Eero Aho leaves"])
  }

  @Test(arguments: ["President Esko Aho visits", "Esko Aho Foundation opens", "Ahonen visits"])
  func namesThatTellThemselvesStay(headline: String) {
    let events = [visit("a", headline, "Esko Aho"), visit("bb", "x", "Juho Aho")]
    #expect(told(events)[0] == headline)
  }

  @Test func aLongerFormOfANameIsNoOtherPerson() {
    let headline = "President Aho visits"
    let events = [visit("a", headline, "Aho"), visit("bb", headline, "Esko Tapio Aho")]
    #expect(told(events + [visit("ccc", headline, "Tapio Aho")]) == [headline, headline, headline])
  }

  @Test func marksThatAClauseWasCutAfterAreNoPartOfIt() {
    #expect(Headlines.clean("?: Trilateral summit") == "Trilateral summit")
  }
}

@Suite struct PeopleOfTheDocuments {
  @Test func aLastNameAloneIsThatOfTheOnlyOneWhoHasIt() throws {
    func named(_ id: String, _ name: String, _ role: String) -> Event {
      event(id, "2001-0\(id.count)") {
        $0.headline = "Ambassador Virtanen arrives"
        $0.participants = [Participant(name: name, role: role, side: "FIN")]
      }
    }
    let people = PeopleIndex(
      story: story([named("a", "Virtanen", ""), named("bb", "Maria Virtanen", "")])
    ).people
    #expect(people.map(\.name) == ["Maria Virtanen"])
    #expect(people.map(\.role) == ["Ambassador"])
    #expect(people.first?.events.count == 2)
  }
}

@Suite struct WhatBecameOfIt {
  private func meeting(_ id: String, _ date: String, planned: Bool = false) -> Event {
    event(id, date, .meeting, .economy, from: ["FIN", "NAM"]) {
      if planned { $0.status = .planned }
    }
  }

  @Test func anAnnouncedMeetingWithoutAnyIsOverdue() {
    let told = story([meeting("a", "2016-03", planned: true), meeting("b", "2014-03")])
    #expect(told.overdue.map(\.id) == ["a"])
  }

  @Test(arguments: ["2016-03", "2016-09"])
  func oneThatMayBeTheOneThatWasHeldIsNot(date: String) {
    let told = story([meeting("a", "2016-03", planned: true), meeting("b", date)])
    #expect(told.overdue.isEmpty)
  }

  @Test func onlyInstrumentsAndPromisesCanBeFollowedUp() {
    func agreement(_ id: String, _ headline: String) -> Event {
      event(id, "2015-05", .agreement, .economy, from: ["FIN", "NAM"]) { $0.headline = headline }
    }
    let told = story([
      agreement("a", "Truce takes effect"), agreement("b", "MoU on ports"),
      agreement("c", "Two sides agree to build ships"),
    ])
    #expect(Set(told.unnamedLater.map(\.id)) == ["b", "c"])
  }

  @Test func whatOneVisitBroughtIsOneAnniversary() {
    func outcome(_ id: String, _ type: EventType) -> Event {
      var event = event(id, "2012-03", type, from: ["FIN", "NAM"])
      event.partOf = "v"
      return event
    }
    let found = Anniversary.all(
      in: story([
        event("v", "2012-03", .visit), outcome("a", .agreement), outcome("b", .declaration),
        outcome("c", .agreement),
      ]))
    #expect(found.map(\.event.id) == ["b"])
    #expect(found.first?.others.map(\.id) == ["a", "c"])
  }
}

@Suite struct FindingsOfVisits {
  private func leaders(_ visits: [(String, String, String)]) -> String {
    FindingSentences(
      story: story(
        visits.enumerated().map { index, visit in
          event("v\(index)", visit.0, .visit, from: [visit.1], to: [visit.2]) {
            $0.participants = [Participant(name: "A B", role: "President", side: visit.1)]
          }
        })
    ).leaders.loosened
  }

  @Test func theLastIsTheLastOfAll() {
    #expect(
      leaders([("1996-04", "NAM", "FIN"), ("2005", "NAM", "FIN"), ("2015-03-11", "FIN", "NAM")])
        == "3 visits by leaders, the last in March 2015: 1 to Namibia, 2 to Finland")
  }

  @Test func oneDirectionOnlyAndOneVisit() {
    #expect(
      leaders([("1996", "FIN", "NAM"), ("2005", "FIN", "NAM")])
        == "2 visits by leaders, the last in 2005: 2 to Namibia, none to Finland")
    #expect(leaders([("2005", "NAM", "FIN")]) == "1 visit by a leader, in 2005, to Finland")
  }
}

@Suite struct OddDates {
  private func odd(_ date: String, _ quotes: [(String, String)], _ flags: [String] = [])
    -> DoubtSection.Doubt?
  {
    var told = event("a", date) { $0.flags = flags }
    told.mentions = quotes.map { quote, text in
      Mention(document: "S1", start: 0, end: 1, line: 1, quote: quote, dateText: text, rules: [])
    }
    return Doubts(story: story([told])).all.first
  }

  @Test func whatOneTextSaysOfItselfIsNoContradictionOfDocuments() {
    let found = odd("2017", [("Next year i.e. in 2017 they meet.", "2017")], ["contradiction"])
    #expect(found?.says.map(\.text) == ["Next year i.e. in 2017"])
    #expect(found?.odd == "does not fit the date of the document, 16\u{A0}January 2017")
  }

  @Test func whatDocumentsTellDifferentlyIs() {
    let found = odd(
      "2015", [("It was in 2015.", "2015"), ("Held in 2016.", "2016")], ["contradiction"])
    #expect(found?.odd == "dated differently in the documents")
  }

  @Test func twoYearsOfOneTextAreNotOneDateInMoreWords() {
    let found = odd("2010", [("Floods of 2010/2011", "2010/2011"), ("In 2010", "2010")])
    #expect(found?.odd == "the text tells of 2010 and 2011")
  }
}
