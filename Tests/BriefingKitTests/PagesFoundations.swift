import Chronicle
import Chronology
import Testing

@testable import BriefingKit

/// An event that several sentences tell.
private func told(_ event: Event, _ sentences: [String]) -> Event {
  var event = event
  event.mentions = sentences.enumerated().map { index, quote in
    Mention(
      document: "S1", start: 10 * index, end: 10 * index + 5, line: index + 1, quote: quote,
      dateText: nil, rules: [])
  }
  return event
}

@Suite struct Foundations {
  private func relations(_ id: String, _ date: String, _ sentences: [String]) -> Event {
    told(
      event(id, date, .establishment, from: ["FIN", "NAM"]) {
        $0.headline = "Diplomatic relations established"
      }, sentences)
  }

  @Test func relationsBeganAtTheDateThatMostSentencesTell() {
    let misread = relations("a", "1980", ["The jubilee of diplomatic relations."])
    let right = relations(
      "b", "1990-03-21",
      ["Diplomatic relations date from then.", "Diplomatic relations, and an embassy, followed."])
    #expect(story([misread, right]).relations?.id == "b")
  }

  @Test func aMissionOfOneStateIsNamedOnce() {
    func mission(_ id: String, _ date: String, _ from: String, _ to: String, _ count: Int) -> Event
    {
      told(
        event(id, date, .establishment, from: [from], to: [to]) {
          $0.headline = "\(from) opens embassy"
          $0.places = [to == "NAM" ? "Windhoek" : "Helsinki"]
        }, (1...count).map { "An embassy was opened, says sentence \($0)." })
    }
    let missions = story([
      mission("a", "1990", "FIN", "NAM", 3), mission("b", "1991", "NAM", "NAM", 1),
      mission("c", "1992", "NAM", "FIN", 2),
    ]).missions
    #expect(missions.map(\.id) == ["a", "c"])
  }

  @Test func whatIsToldOfALaterDayThanTheNewestDocumentIsNoLastSessionAndDoubtful() {
    let late = told(
      event("s", "2043-01-24", .meeting, from: ["FIN", "NAM"]) {
        $0.headline = "Joint Commission ends its eighth session"
      }, ["The Joint Commission ended its eighth session on 24 January."])
    let told = story([late])
    #expect(told.mechanisms.isEmpty)
    #expect(Doubts(story: told).grave.map(\.id) == ["s"])
    #expect(Doubts(story: told).all.map(\.odd) == ["after the newest document"])
  }

  @Test func anAnnouncementWhoseTimeIsOverIsNoneForTheMeeting() {
    func jubilee(_ id: String, _ date: String) -> Event {
      event(id, date, .commemoration, from: ["FIN", "NAM"]) { $0.status = .planned }
    }
    #expect(story([jubilee("a", "2016-03")]).plannedCommemoration == nil)
    #expect(
      story([jubilee("a", "2016-03"), jubilee("b", "2017-03")]).plannedCommemoration?.id == "b")
  }

  @Test func placesBeyondTheLimitAreCounted() {
    let event = told(event("a", "1990"), ["One.", "Two.", "Three.", "Four."])
    let story = story([event])
    #expect(story.sources(event).map(\.words.loosened) == ["S1 l.1", "2", "3", "4"])
    #expect(story.sources(event, limit: 2).map(\.words.loosened) == ["S1 l.1", "2", "+2"])
    #expect(story.sources(event, limit: 3).map(\.words.loosened) == ["S1 l.1", "2", "3", "4"])
  }
}
