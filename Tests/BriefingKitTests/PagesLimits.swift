import Chronicle
import Chronology
import Drawing
import Testing

@testable import BriefingKit

@Suite struct Limits {
  private func visits(_ dates: [String]) -> [Event] {
    dates.enumerated().map { index, date in
      event("v\(index)", date, .visit, from: ["FIN"], to: ["NAM"]) {
        $0.headline = "President Halonen visits Windhoek for the \(index)th time"
        $0.participants = [Participant(name: "Tarja Halonen", role: "President", side: "FIN")]
      }
    }
  }

  private func marks(_ items: [Item]) -> Int {
    items.reduce(0) { count, item in
      guard case .group(let group) = item else { return count }
      return count + (group.role == .mark ? 1 : marks(group.items))
    }
  }

  @Test func theSmallTimelineShowsAllThatItCounts() throws {
    let late = story(visits((1...6).map { "2016-12-0\($0)" }))
    let frame = try #require(
      MiniTimeline(story: late, measurer: FixedMeasurer()).frame(Size(482, 0)))
    #expect(marks(frame.items) == 6)
    let narrow = try #require(
      MiniTimeline(story: late, measurer: FixedMeasurer(advance: 2)).frame(Size(300, 0)))
    #expect(marks(narrow.items) == 6)
  }

  @Test func aLowerTimelineKeepsWhatThereIsRoomForBesideTheFirst() throws {
    let crowd = (1...6).map { "1992-0\($0)-01" } + ["1999", "2003", "2007", "2011", "2014"]
    let timeline = MiniTimeline(
      story: story(visits(crowd)), measurer: FixedMeasurer(advance: 0.3))
    let whole = try #require(timeline.frame(Size(482, 0)))
    let lower = try #require(
      timeline.frame(Size(482, whole.size.height - EventStrip.rowHeight)))
    #expect(lower.size.height < whole.size.height)
    #expect((6..<11).contains(marks(lower.items)))
    #expect(timeline.frame(Size(482, 30)) == nil)
  }

  @Test func aLongListOfNumbersIsCut() {
    let odd = (0..<40).map { 2 * $0 + 1 }
    let words = Numbering.ranges(odd)
    #expect(words.hasPrefix("1, 3, 5"))
    #expect(words.hasSuffix("45, 47 +16"))
  }

  @Test func aTableHasTheEventsOfTheChronologyAndCountsTheOthers() {
    let many = story(visits((0..<450).map { "\(1990 + $0 % 27)-05-\(10 + $0 % 19)" }))
    #expect(many.printed.count == Story.mostPrinted)
    let document = BriefingMaker(
      ledger: many.ledger, settings: many.settings, measurer: FixedMeasurer()
    ).document()
    let words = document.pages.flatMap { texts($0.frame.items) }
    #expect(words.contains("50 more in events.csv."))
    #expect(
      words.contains { $0.hasPrefix("50 more events are in events.csv") })
  }

  private func texts(_ items: [Item]) -> [String] {
    items.flatMap { item -> [String] in
      switch item {
      case .path: []
      case .text(let line): [line.string]
      case .group(let group): texts(group.items)
      }
    }
  }
}
