import Chronicle
import Chronology
import Drawing
import Layout
import Testing

@testable import BriefingKit

@Suite struct `Who visits` {
  private func visit(_ id: String, _ date: String, _ people: [Participant]) -> Event {
    event(id, date, .visit, from: ["FIN"], to: ["NAM"]) { $0.participants = people }
  }

  private let host = Participant(name: "Hage Geingob", role: "President", side: "NAM")
  private let guest = Participant(name: "Sauli Niinistö", role: "President", side: "FIN")

  @Test func `a host is no visitor`() {
    let visit = visit("v", "2015-04", [host, guest])
    let story = story([visit])
    #expect(story.visitors(visit) == [guest])
    #expect(story.hosts(visit) == [host])
    let contact = CardSentences(story: story).contact.plain(story.numbering).loosened
    #expect(contact.contains("in April 2015 (President Niinistö) [1]"))
    #expect(!contact.contains("Geingob"))
  }

  @Test func `a visit whose host alone is named is none of a leader`() {
    #expect(story([visit("v", "2015-04", [host])]).leaderVisits.isEmpty)
  }

  @Test func `two presidents who are not named are leaders who met`() {
    let talks = event("m", "2015-04-02", .meeting, from: ["FIN", "NAM"]) {
      $0.headline = "Two Presidents hold official talks"
    }
    #expect(story([talks]).leaderMeetings.map(\.id) == ["m"])
  }

  @Test func `what is not found is not denied`() {
    let story = story([])
    #expect(CardFacts(story: story).all.prefix(4).allSatisfy { $0.value == "not found" })
    #expect(CardSentences(story: story).contact.words.contains("was found"))
  }

  @Test func `a protocol tells of relations where nothing else does`() {
    let paper = event("p", "1992-05-21", .agreement, from: ["FIN", "NAM"]) {
      $0.headline = "Protocol on the Establishment of Diplomatic Relations"
    }
    let story = story([paper])
    #expect(story.relations == nil)
    #expect(
      CardSentences(story: story).relations.plain(story.numbering).loosened
        == "An agreement to establish diplomatic relations was made on 21 May 1992 [1].")
    #expect(CardFacts(story: story).all[0].value.loosened == "21 May 1992")
  }
}

@Suite struct `What the first page names` {
  @Test func `was read surely`() {
    func planned(_ id: String, _ confidence: Double) -> Event {
      event(id, "2017-05", .agreement, from: ["FIN", "NAM"]) {
        $0.status = .planned
        $0.confidence = confidence
      }
    }
    let story = story([planned("sure", 0.8), planned("unsure", 0.4)])
    let setter = Typesetter(FixedMeasurer(advance: 0.5), grid: PageStyle.grid)
    let writer = PageWriter(story: story, setter: setter, pages: nil, figure: { _, _ in nil })
    let words = CardSide(writer: writer).blocks(.ahead, most: 4).compactMap { block in
      (block as? Paragraph)?.runs.map(\.string).joined()
    }
    #expect(words.contains { $0.contains("Event sure") })
    #expect(!words.contains { $0.contains("unsure") })
  }

  @Test func `is in the number of what it names`() {
    let mission = event("a", "1990", .establishment, from: ["FIN"], to: ["NAM"]) {
      $0.headline = "Finland opens embassy in Windhoek"
      $0.places = ["Windhoek"]
    }
    #expect(CardFacts(story: story([mission])).all[1].caption.words.hasPrefix("mission in"))
  }

  @Test func `has short dates where one is long`() {
    let relations = event("r", "1990-11-21", .establishment, from: ["FIN", "NAM"]) {
      $0.headline = "Diplomatic relations established"
    }
    var told = relations
    told.mentions[0].quote = "Diplomatic relations were established."
    let visit = event("v", "2015-04-02", .visit, from: ["FIN"], to: ["NAM"]) {
      $0.participants = [Participant(name: "A B", role: "President", side: "FIN")]
    }
    let facts = CardFacts(story: story([told, visit])).all.map(\.value.loosened)
    #expect(facts[0] == "21 Nov. 1990")
    #expect(facts[2] == "2 Apr. 2015")
  }
}
