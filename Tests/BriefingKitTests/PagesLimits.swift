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

  @Test func foundingActsAreHalfOfTheSmallTimelineAtMost() throws {
    let founded = (0..<10).map { index in
      event("f\(index)", "199\(index)", .recognition, from: ["FIN"], to: ["NAM"])
    }
    let told = story(founded + visits((0..<10).map { "200\($0)-05" }))
    let frame = try #require(
      MiniTimeline(story: told, measurer: FixedMeasurer(advance: 0.2)).frame(Size(482, 0)))
    let words = texts(frame.items)
    #expect(words.filter { $0.hasPrefix("Event f") }.count == 6)
    #expect(words.filter { $0.contains("Halonen") }.count == 6)
  }

  @Test func aLongListOfNumbersIsCut() {
    let odd = (0..<60).map { 2 * $0 + 1 }
    let words = Numbering.ranges(odd)
    #expect(words.hasPrefix("1, 3, 5"))
    #expect(words.hasSuffix("77, 79, …"))
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

  @Test func aTableWhoseEventsAreAllLeftOutSaysHowManyAndNeverNone() {
    let founded = (0..<250).map { index in
      event("f\(index)", "199\(index % 9)", .recognition, from: ["FIN"], to: ["NAM"])
    }
    let papers = (0..<250).map { index in
      event("p\(index)", "200\(index % 9)", .agreement, from: ["FIN", "NAM"]) {
        $0.headline = "Protocol \(index)"
      }
    }
    let meetings = (0..<250).map { index in
      event("m\(index)", "201\(index % 6)", .consultation, from: ["FIN", "NAM"])
    }
    let told = story(founded + papers + meetings)
    #expect(told.printed.count == Story.mostPrinted)
    #expect(told.events.count { $0.isAgreement && told.printed.contains($0.id) } == 100)
    #expect(told.events.count { told.isEncounter($0) && told.printed.contains($0.id) } == 100)
    let document = BriefingMaker(
      ledger: told.ledger, settings: told.settings, measurer: FixedMeasurer()
    ).document()
    let words = document.pages.flatMap { texts($0.frame.items) }
    #expect(words.count { $0 == "150 more in events.csv." } == 2)
  }

  @Test func aTitleThatWouldReachTheMarkingStandsBelowIt() throws {
    func head(_ marking: String) throws -> (title: Double, marking: Double) {
      var settings = BriefingSettings()
      settings.names = ["FIN": "Finland", "NAM": "Namibia"]
      settings.marking = marking
      let maker = BriefingMaker(
        ledger: ledger(visits(["2010-05"])), settings: settings, measurer: FixedMeasurer())
      let page = try #require(maker.document().pages.last)
      let places = lines(page.frame.items)
      let title = try #require(places.first { $0.string.hasPrefix("Finland and Namibia: ") })
      let mark = try #require(places.first { $0.string == marking.uppercased() })
      return (title.origin.y, mark.origin.y)
    }
    let short = try head("Official")
    #expect(short.title == short.marking)
    let long = try head("Official, sensitive, for partners of the commission")
    #expect(long.title > long.marking)
  }

  @Test(
    "a long marking stays on its page",
    arguments: [
      "Official, sensitive, for the eyes of the commission and its partners only, until "
        + "the end of the session or the day on which its communiqué is published",
      String(repeating: "Hochvertraulichkeitsstufe", count: 4),
    ])
  func longMarking(_ marking: String) throws {
    var settings = BriefingSettings()
    settings.marking = marking
    let document = BriefingMaker(
      ledger: ledger(visits(["2010-05"])), settings: settings, measurer: FixedMeasurer(advance: 0.6)
    ).document()
    for page in document.pages {
      let own = lines(page.frame.items).filter { $0.color == PageStyle.marking }
      #expect(
        own.map(\.string).joined(separator: " ")
          == marking.uppercased() + " " + marking.uppercased())
      for line in own {
        let width = FixedMeasurer(advance: 0.6).width(of: line.string, line.font)
        #expect(width < 400)
        #expect(line.origin.y > 10)
      }
    }
  }

  @Test func aTableOfDoubtsHasTheWeightiestAndCountsTheOthers() {
    let odd = (0..<60).map { index in
      event("d\(index)", "2010-\(10 + index % 3)", .visit, from: ["FIN"], to: ["NAM"]) {
        $0.flags = ["invalid_date"]
        $0.headline = "Visit \(index)"
      }
    }
    let told = story(odd)
    let document = BriefingMaker(
      ledger: told.ledger, settings: told.settings, measurer: FixedMeasurer()
    ).document()
    let words = document.pages.flatMap { texts($0.frame.items) }
    #expect(words.count { $0 == "no such day" } == 40)
    #expect(words.contains("20 more in events.csv."))
  }

  @Test func anEmbassyThatIsBuiltIsForThoseWhoBuildIt() {
    func built(_ id: String, _ headline: String) -> Event {
      event(id, "2010", .construction, from: ["FIN"], to: ["NAM"]) { $0.headline = headline }
    }
    let told = story([
      built("a", "Finland builds a school"), built("b", "Finland builds its Embassy"),
    ])
    let document = BriefingMaker(
      ledger: told.ledger, settings: told.settings, measurer: FixedMeasurer()
    ).document()
    let words = document.pages.flatMap { lines($0.frame.items) }.map(\.string).joined()
    #expect(words.contains("Finland for Namibia: 1 event"))
  }

  private func lines(_ items: [Item]) -> [TextLine] {
    items.flatMap { item -> [TextLine] in
      switch item {
      case .path, .image: []
      case .text(let line): [line]
      case .group(let group): lines(group.items)
      }
    }
  }

  private func texts(_ items: [Item]) -> [String] { lines(items).map(\.string) }
}
