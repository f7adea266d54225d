import Chronicle
import Chronology
import Drawing
import Testing

@testable import BriefingKit

/// The small timelines of the first page and of the visits.
@Suite struct `Small timelines` {
  private let measurer = FixedMeasurer(advance: 0.55)

  private func ledger(_ first: String, _ second: String) -> Ledger {
    var ledger = ArticleLedger.ledger
    ledger.parties = [first, second]
    func own(_ codes: [String]) -> [String] {
      codes.map { ["PAK": first, "AZE": second][$0] ?? $0 }
    }
    for index in ledger.events.indices {
      ledger.events[index].content.actors = own(ledger.events[index].content.actors)
      ledger.events[index].content.recipients = own(ledger.events[index].content.recipients)
      for person in ledger.events[index].content.participants.indices {
        let side = ledger.events[index].content.participants[person].side
        ledger.events[index].content.participants[person].side = side.flatMap { own([$0]).first }
      }
    }
    return ledger
  }

  private func story(_ names: [String: String]) -> Story {
    var settings = ArticleLedger.settings
    settings.names = names
    return Story(ledger("COD", "VCT"), settings)
  }

  @Test(arguments: [
    ["COD": "Kongo", "VCT": "Vincent"],
    ["COD": "Democratic Republic of the Congo", "VCT": "Saint Vincent and the Grenadines"],
  ]) func `names of any length keep to their column, titles to the sheet`(
    _ names: [String: String]
  ) throws {
    let strip = CadenceStrip(story: story(names), measurer: measurer)
    let frame = try #require(strip.frame(Size(482, 0)))
    let reading = FrameReading(frame, measurer)
    let sheet = Rect(0, 0, frame.size.width, frame.size.height).inset(by: -0.5)
    #expect(reading.texts.count > 10)
    for text in reading.texts {
      #expect(sheet.contains(text.box), "\(text)")
    }
    let met = reading.collisions.map { "\($0) meets \($1)" }
    #expect(met.isEmpty)
  }

  @Test func `marks that are no points are explained below the axis`() throws {
    let timeline = MiniTimeline(
      story: Story(ArticleLedger.ledger, ArticleLedger.settings), measurer: measurer)
    let frame = try #require(timeline.frame(Size(482, 0)))
    let reading = FrameReading(frame, measurer)
    let words = reading.texts.map(\.string)
    #expect(words.contains("then or later") && words.contains("day or month"))
    let met = reading.collisions.map { "\($0) meets \($1)" }
    #expect(met.isEmpty)
  }
}
