import Chronicle
import Chronology
import Testing

@testable import BriefingKit

@Suite struct `What is announced` {
  private func planned(_ id: String, _ date: String, _ type: EventType = .agreement) -> Event {
    event(id, date, type, from: ["FIN", "NAM"]) { $0.status = .planned }
  }

  @Test func `and still to come is told, the soonest first`() {
    let story = story([
      planned("past", "2016-11"), planned("late", "2018"), planned("soon", "2017-02"),
      planned("by", "../2017-12"), planned("today", "2017-01-16"),
    ])
    #expect(story.ahead.map(\.id) == ["today", "soon", "by", "late"])
  }

  @Test func `for a day that is over and of which nothing is told is overdue`() {
    #expect(story([planned("a", "2016-11")]).overdue.map(\.id) == ["a"])
    #expect(story([planned("a", "2016-11", .culturalEvent)]).overdue.isEmpty)
    let flight = planned("a", "2016-11", .transportLink)
    let done = event("b", "2016-12", .transportLink, from: ["FIN", "NAM"])
    #expect(story([flight, done]).overdue.isEmpty)
    let before = event("b", "2016-10", .transportLink, from: ["FIN", "NAM"])
    #expect(story([flight, before]).overdue.map(\.id) == ["a"])
    // Another paper is not the one that was to be signed.
    let paper = event("b", "2016-12", .agreement, from: ["FIN", "NAM"])
    #expect(story([planned("a", "2016-11"), paper]).overdue.map(\.id) == ["a"])
  }

  @Test func `in the morning for the afternoon is no promise`() {
    var ledger = ledger([planned("a", "2016-11-02")])
    ledger.documents[0].date = EDTF("2016-11-02")
    #expect(Story(ledger, BriefingSettings()).overdue.isEmpty)
  }

  @Test func `as a body's next session is told with its last`() {
    var last = event("a", "2016-05", .meeting, from: ["FIN", "NAM"]) {
      $0.headline = "Sixth session of the Joint Commission"
    }
    last.mentions[0].quote = "The sixth session of the Joint Commission was held."
    var next = planned("b", "2017-05", .meeting)
    next.content.headline = "Seventh session, Oulu"
    next.mentions[0].quote = "The seventh session is due in Oulu."
    let story = story([last, next])
    let words = CardSentences(story: story).mechanisms.plain(story.numbering).loosened
    #expect(words.hasSuffix("A session is announced for May 2017 [2]."))
  }
}
