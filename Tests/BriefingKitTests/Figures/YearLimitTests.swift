import Analytics
import BriefingKit
import Charts
import Chronicle
import Chronology
import Drawing
import Testing

/// How many years are drawn one by one, and what is said of their columns.
@Suite struct YearLimitTests {
  let measurer = FixedMeasurer(advance: 0.52)

  /// One political event in each year, and one that is planned for the year after the last.
  func ledger(_ years: ClosedRange<Int>) -> Ledger {
    let events = (years.lowerBound...years.upperBound + 1).map { year in
      var content = Content()
      content.date = EDTF("\(year)")
      content.headline = "Event of \(year)"
      content.status = year > years.upperBound ? .planned : .occurred
      return Event(id: "x\(year)", content: content, partOf: nil, mentions: [])
    }
    return Ledger(
      asOf: Day(year: years.upperBound, month: 12, day: 31), parties: [], documents: [],
      events: events)
  }

  @Test(
    arguments: [FigureName.countsByYear, .countsByYearStacked, .yearByDomain],
    [FigureSize.slide, .page])
  func aPlannedYearDoesNotPutYearsTogether(_ name: FigureName, _ size: FigureSize) {
    let maker = FigureMaker(ledger: ledger(1982...2016), measurer: measurer)
    let subtitle = maker.slide(name, size: size).subtitle
    #expect(!subtitle.contains("5-year") && !subtitle.contains("steps"), "\(subtitle)")
  }

  @Test func yearsStandOneByOneAsLongAsTheirBlocksAreSeen() throws {
    for years in [1961...2016, 1945...2016, 1800...2016] {
      let maker = FigureMaker(ledger: ledger(years), measurer: measurer)
      for size in [FigureSize.slide, .halfSlide, .page] {
        let frame = maker.slide(.countsByYear, size: size).frame
        let marks = FrameReading(frame, measurer).groups.filter { $0.id?.hasSuffix("-all") == true }
        let widths = marks.compactMap { mark -> Double? in
          guard case .path(let path, _, _)? = mark.items.first else { return nil }
          return path.bounds?.width
        }
        #expect(widths.count == marks.count && !widths.isEmpty)
        #expect((widths.min() ?? 0) > 2.4, "\(years) on \(size.width)")
      }
    }
  }

  @Test func aPeakInTheFirstYearStandsClearOfTheAxis() {
    var events: [Event] = []
    for year in 1991...2016 {
      for index in 0..<(year == 1991 ? 16 : 3) {
        var content = Content()
        content.date = EDTF("\(year)")
        content.headline = "Event \(index) of \(year)"
        events.append(
          Event(id: "x\(year)-\(index)", content: content, partOf: nil, mentions: []))
      }
    }
    let maker = FigureMaker(
      ledger: Ledger(
        asOf: Day(year: 2016, month: 12, day: 31), parties: [], documents: [], events: events),
      measurer: measurer)
    for name in [FigureName.countsByYear, .countsByYearStacked] {
      let texts = FrameReading(maker.slide(name, size: .halfSlide).frame, measurer).texts
      let peak = texts.filter { $0.string == "1991: 16" }
      let ticks = texts.filter { ["5", "10", "15"].contains($0.string) }
      #expect(peak.count == 1 && !ticks.isEmpty)
      for tick in ticks {
        #expect(peak.allSatisfy { tick.box.maxX + 3 < $0.box.x }, "\(tick) and \(peak)")
      }
    }
  }

  @Test func blocksOfOneVisitAreNamedInTheKey() {
    let maker = FigureMaker(ledger: SampleLedger.ledger, measurer: measurer)
    for size in [FigureSize.slide, .halfSlide] {
      let texts = FrameReading(maker.slide(.countsByYear, size: size).frame, measurer).texts
      #expect(texts.contains { $0.string.hasSuffix("from one visit") }, "\(size.width)")
    }
  }

  @Test func aStepThatIsCoveredInPartIsNamedAsItsColumnIs() {
    let maker = FigureMaker(ledger: SampleLedger.ledger, measurer: measurer)
    let texts = FrameReading(
      maker.slide(.yearByDomain, size: .halfSlide).frame, measurer
    ).texts.map(\.string)
    #expect(texts.contains("1991") && !texts.contains("1990"))
    #expect(texts.contains("’15*"))
    #expect(texts.contains { $0.hasPrefix("* 2015–17 is covered") }, "\(texts)")
  }

  /// A key beside the first row must not take the height that blocks need to be seen.
  @Test func manyEventsStandAsBlocksOnASlide() {
    let ledger = GeneratedLedger.ledger(120, seed: 127)
    let maker = FigureMaker(ledger: ledger, measurer: measurer)
    let groups = FrameReading(maker.slide(.countsByYear).frame, measurer).groups
    #expect(groups.contains { $0.id?.hasPrefix("e-") == true })
    #expect(!groups.contains { $0.id?.hasPrefix("bar-") == true })
  }

  @Test func aSumWithoutATableNamesItsColumns() {
    let maker = FigureMaker(ledger: SampleLedger.ledger, measurer: measurer)
    for name in [FigureName.countsByYear, .countsByDomain] {
      let text = maker.slide(name, size: .halfSlide).text
      #expect(text.contains("35 counted + "), "\(text)")
      #expect(text.contains(" undated + "), "\(text)")
    }
  }
}
