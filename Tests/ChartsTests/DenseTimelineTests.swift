import Chronology
import Drawing
import Testing

@testable import Charts

/// Timelines of so many events that most are blocks.
@Suite struct DenseTimelineTests {
  private func timeline(_ lanes: Int, _ each: Int, height: Double) -> Drawn {
    let spec = TimelineSpec(
      caption: Caption(titles: ["Events"], subtitle: "", source: ""),
      lanes: (0..<lanes).map { lane in
        TimelineLane(
          id: "lane\(lane)", name: "Lane \(lane)", count: "\(each)", series: lane,
          entries: (0..<each).map { index in
            let (year, month) = (1991 + (index * 7 + lane) % 30, 1 + (index * 5) % 12)
            let day = Day(year: year, month: month, day: 1 + index % 28) ?? Day(number: 0)
            return TimelineEntry(
              id: "e\(lane)-\(index)", title: "Event", mark: .point, first: day, last: day,
              label: "President visits Baku", rank: index * lanes + lane)
          })
      }, years: 1991...2020, legend: [:], moreWords: "more", labelled: 14)
    return TimelineChart(
      spec, style: .slide, theme: .light, measurer: FixedMeasurer(), size: Size(960, height)
    ).draw()
  }

  /// The sides of the blocks.
  private func blocks(_ items: [Item]) -> [Rect] {
    items.flatMap { item -> [Rect] in
      switch item {
      case .group(let group): return blocks(group.items)
      case .path(let path, _, _):
        return path.elements.count == 5 ? path.bounds.map { $0.width < 5 ? [$0] : [] } ?? [] : []
      default: return []
      }
    }
  }

  /// How high blocks are for their width.
  private func share(_ lanes: Int, _ each: Int, height: Double) -> (share: Double, labels: Int) {
    let drawn = timeline(lanes, each, height: height)
    let blocks = blocks(drawn.items)
    #expect(blocks.count + drawn.labelled.count == lanes * each)
    return (blocks.map { $0.height / $0.width }.min() ?? 0, drawn.labelled.count)
  }

  @Test(arguments: [(4, 80), (6, 40), (4, 160), (6, 80)])
  func blocksStayNearlySquareWhereLowerOnesWouldWinFewLabels(_ lanes: Int, _ each: Int) {
    let (share, labels) = share(lanes, each, height: 300)
    #expect(share > 0.55)
    #expect(labels >= 8)
  }

  @Test func blocksAreLowerWhereThatWinsManyLabels() {
    let (share, labels) = share(6, 160, height: 300)
    #expect(share < 0.4)
    #expect(labels >= 8)
  }

  /// Lanes of points in the last months before a day and the first after it; those of the first lane
  /// lead.
  private func around(_ asOf: Day, lanes: Int) -> TimelineSpec {
    var spec = TimelineSpec(
      caption: Caption(titles: ["Events"], subtitle: "", source: ""),
      lanes: (0..<lanes).map { lane in
        TimelineLane(
          id: "lane\(lane)", name: "Lane \(lane)", count: "54", series: lane,
          entries: (-50..<4).map { index in
            let day = asOf + index * (index < -4 ? 120 : 1)
            return TimelineEntry(
              id: "e\(lane)-\(index)", title: "Event", mark: .point, first: day, last: day,
              label: "President visits Baku", rank: 50 - index + lane * 100, leads: lane == 0)
          })
      }, years: asOf.year - 17...asOf.year + 1, legend: [:], moreWords: "more", labelled: 14)
    spec.asOf = Callout(day: asOf, text: "today")
    return spec
  }

  private static let asOfDays = [(2017, 1, 1), (2025, 2, 25), (2016, 12, 20), (2016, 12, 31)]

  @Test(arguments: asOfDays) func whatHasHappenedStandsBeforeTheLineOfTheDay(
    _ given: (Int, Int, Int)
  ) throws {
    let asOf = try #require(Day(year: given.0, month: given.1, day: given.2))
    let drawn = TimelineChart(
      around(asOf, lanes: 6), style: .slide, theme: .light, measurer: FixedMeasurer(),
      size: Size(960, 540)
    ).draw()
    let lines = drawn.items.compactMap { item -> Double? in
      guard case .path(let path, _, let stroke?) = item, stroke.dash == [2, 2] else { return nil }
      return path.bounds?.x
    }
    let line = try #require(lines.first)
    var seen = 0
    for group in groups(drawn.items) {
      guard let number = group.id?.split(separator: "-", maxSplits: 1).last.flatMap({ Int($0) })
      else { continue }
      for case .path(let path, _, _) in group.items {
        guard let box = path.bounds, box.width < 5 else { continue }
        seen += 1
        #expect(number > 0 ? box.x > line - 0.1 : box.maxX < line + 0.2, "\(number): \(box)")
      }
      for case .text(let text) in group.items where number > 0 && text.anchor == .end {
        let start = text.origin.x - FixedMeasurer().width(of: text.string, text.font)
        #expect(start > line || text.origin.x < line, "\(text.string) crosses the line")
      }
    }
    #expect(seen > 200)
  }

  @Test func everyLaneHasALabelAndWhatLeadsIsNotPassedOver() throws {
    let asOf = try #require(Day(year: 2017, month: 1, day: 16))
    let spec = around(asOf, lanes: 6)
    let drawn = TimelineChart(
      spec, style: .slide, theme: .light, measurer: FixedMeasurer(), size: Size(960, 540)
    ).draw()
    for lane in 1..<6 {
      #expect(drawn.labelled.contains { $0.hasPrefix("e\(lane)-") }, "lane \(lane)")
    }
    let leading = drawn.labelled.count { $0.hasPrefix("e0-") }
    #expect(leading > 4, "\(drawn.labelled)")
  }

  /// Many points, and of each other kind a few in one month.
  private func mixed() -> Drawn {
    func day(_ year: Int, _ month: Int, _ day: Int) -> Day {
      Day(year: year, month: month, day: day) ?? Day(number: 0)
    }
    func entry(_ id: String, _ mark: TimeMark, _ first: Day, _ last: Day) -> TimelineEntry {
      TimelineEntry(
        id: id, title: "Event", mark: mark, first: first, last: last, label: "", rank: nil)
    }
    var entries = (0..<2000).map { index in
      let at = day(1991 + index % 30, 1 + index % 12, 1)
      return entry("p\(index)", .point, at, at)
    }
    for index in 0..<9 {
      entries.append(entry("d\(index)", .doubtful, day(2016, 3, 1), day(2016, 3, 1)))
      entries.append(entry("f\(index)", .planned, day(2020, 3, 1), day(2020, 3, 1)))
      entries.append(entry("n\(index)", .decade, day(2000, 1, 1), day(2009, 12, 31)))
    }
    var spec = TimelineSpec(
      caption: Caption(titles: ["Events"], subtitle: "", source: ""),
      lanes: [TimelineLane(id: "a", name: "A", count: "", series: 0, entries: entries)],
      years: 1991...2020, legend: [:], moreWords: "more", labelled: 14)
    spec.barLegend = [3: "bar", 12: "bar"]
    (spec.hollowBarLegend, spec.hatchedLegend) = ("doubtful", "planned")
    return TimelineChart(
      spec, style: .slide, theme: .light, measurer: FixedMeasurer(), size: Size(960, 540)
    ).draw()
  }

  private func groups(_ items: [Item]) -> [Group] {
    items.flatMap { item -> [Group] in
      guard case .group(let group) = item else { return [] }
      return [group] + groups(group.items)
    }
  }

  @Test func whatIsKnownToTheDecadeIsABarOfTenYears() throws {
    let groups = groups(mixed().items)
    let wide = try #require(groups.first { $0.id?.hasSuffix("-wide") == true })
    #expect(wide.title == "9 × A, 2000-01-01/2009-12-31")
    guard case .path(let path, _, _)? = wide.items.first else { return #expect(Bool(false)) }
    // Ten of thirty years on an axis of some 760.
    #expect((240...270).contains(path.bounds?.width ?? 0))
  }

  @Test func doubtfulAndPlannedBarsLookDifferently() throws {
    let drawn = mixed()
    let groups = groups(drawn.items)
    let doubtful = try #require(groups.first { $0.id?.hasSuffix("-open") == true })
    let planned = try #require(groups.first { $0.id?.hasSuffix("-planned") == true })
    #expect(doubtful.title?.hasPrefix("9 ×") == true && planned.title?.hasPrefix("9 ×") == true)
    #expect(doubtful.items.count == 1 && planned.items.count == 2)
    let texts = drawn.items.compactMap { item -> String? in
      guard case .text(let line) = item else { return nil }
      return line.string
    }
    #expect(texts.contains("doubtful") && texts.contains("planned"))
  }
}
