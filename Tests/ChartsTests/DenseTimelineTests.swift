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
}
