import Analytics
import BriefingKit
import Charts
import Chronicle
import Chronology
import Drawing
import Testing

/// The figure of visits: its marks, their lines and its axis.
@Suite struct VisitFigureTests {
  let measurer = FixedMeasurer(advance: 0.5)

  func visit(_ id: String, _ date: String, _ status: Status = .occurred) -> Event {
    var content = Content()
    content.type = .visit
    content.status = status
    content.date = EDTF(date)
    content.headline = "Foreign Minister Mammadov visits Baku"
    (content.actors, content.recipients) = (["PAK"], ["AZE"])
    content.participants = [
      Participant(name: "Mammadov \(id.uppercased())", role: "Foreign Minister", side: "PAK")
    ]
    return Event(id: id, content: content, partOf: nil, mentions: [])
  }

  func reading(_ events: [Event], asOf: String, size: FigureSize = .slide) -> FrameReading {
    let ledger = Ledger(
      asOf: EDTF(asOf)?.latest, parties: ["PAK", "AZE"], documents: [], events: events)
    let maker = FigureMaker(ledger: ledger, measurer: measurer)
    return FrameReading(maker.slide(.visits, size: size).frame, measurer)
  }

  @Test func aLineOfAWholeYearIsInterruptedByNames() {
    let reading = reading(
      [visit("a", "2016-02-10"), visit("b", "2016"), visit("c", "2016-08-03")], asOf: "2016-12-20")
    let lines = reading.ink.filter { $0.height == 0 && $0.width > 20 }
    let names = reading.texts.filter { $0.string.count == 1 || $0.string.hasSuffix("2016") }
    #expect(names.count > 3)
    for name in names {
      for line in lines where line.y > name.box.y && line.y < name.box.maxY {
        #expect(line.maxX <= name.box.x || line.x >= name.box.maxX, "\(name) on \(line)")
      }
    }
  }

  @Test func numbersAtTeethStandClearOfTheLinesBehindThem() throws {
    let maker = FigureMaker(ledger: SampleLedger.ledger, measurer: measurer)
    let reading = FrameReading(maker.slide(.cadence).frame, measurer)
    let lines = reading.ink.filter { $0.height == 0 && $0.width > 300 }
    let number = try #require(reading.texts.first { $0.string.hasSuffix("so far") })
    #expect(lines.count > 4)
    for line in lines { #expect(line.y < number.box.y || number.box.maxY < line.y, "\(number)") }
  }

  @Test func visitsOfOneYearStandOnAnAxisOfMonths() {
    let texts = reading(
      [visit("a", "2016-02-10"), visit("b", "2016-07-01")], asOf: "2017-03-02"
    ).texts.map(\.string)
    #expect(texts.contains("Feb") && texts.contains("Jul"))
    #expect(!texts.contains("2017") && !texts.contains("2 Mar 2017"))
  }

  @Test func aPlannedVisitIsDashedAndADoubtfulOneIsNot() throws {
    var doubtful = visit("d", "2106-04")
    doubtful.content.proposedDate = EDTF("2016-04").map {
      ProposedDate(date: $0, reason: "misprint")
    }
    let events = [visit("a", "2014-02-10"), visit("p", "2017-06", .planned), doubtful]
    let reading = reading(events, asOf: "2017-03-02")
    func dash(_ id: String) throws -> [Double] {
      let group = try #require(reading.groups.first { $0.id == "e-" + id })
      guard case .path(_, nil, let stroke?)? = group.items.first else { return [-1] }
      return stroke.dash
    }
    #expect(try !dash("p").isEmpty && dash("p") != [-1])
    #expect(try dash("d").isEmpty)
    let texts = reading.texts.map(\.string)
    #expect(texts.contains("planned") && texts.contains("date doubtful"))
  }

  @Test func visitsThatWouldHideEachOtherStandAsBlocks() {
    let crowd = (1...8).map { visit("v\($0)", "2016-0\($0)") } + [visit("w", "1995-01")]
    #expect(
      reading(crowd, asOf: "2030-01-01").texts.map(\.string).contains("one block is one visit"))
    let few = [visit("a", "2016-01"), visit("b", "2016-06"), visit("w", "1995-01")]
    #expect(
      !reading(few, asOf: "2030-01-01").texts.map(\.string).contains("one block is one visit"))
  }

  @Test func twoVisitsInOneSeasonAreTold() throws {
    let near = reading([visit("a", "2016-10"), visit("b", "2017-01")], asOf: "2030-01-01")
    let far = reading([visit("a", "2016-10"), visit("b", "2026-01")], asOf: "2030-01-01")
    // A ground around the later mark.
    #expect(near.ink.count { $0.width == $0.height } == far.ink.count { $0.width == $0.height } + 1)
  }
}
