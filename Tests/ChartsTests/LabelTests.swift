import Chronology
import Drawing
import Testing

@testable import Charts

/// Words at the points of a row.
@Suite struct LabelTests {
  let measurer = FixedMeasurer(advance: 0.55)

  /// The lines of a label without room beside its point, and the row.
  private func lifted(row height: Double) -> (lines: [TextLine], row: Rect?) {
    let datum = Datum(
      x: .day(EDTF("2000-06-15")?.earliest ?? Day(number: 0)),
      words: Words([.text("Rahman", .label, .ink), .text("January 2011 – May 2012", .count, .ink)]))
    let plot = Plot(
      caption: Caption(titles: ["Visits"], subtitle: "", source: ""),
      columns: [Track("time", .time(1990...2010), .fixed(220))],
      rows: [Track("row", .plain, .fixed(height))],
      marks: [
        Mark(.ground, "time", "row", [Datum(ink: .band)]),
        Mark(.labels(gap: 9, leading: 15, limit: nil), "time", "row", [datum]),
      ])
    let drawn = plot.draw(
      style: .halfSlide, theme: .light, measurer: measurer, size: Size(480, 540))
    var (lines, row): ([TextLine], Rect?) = ([], nil)
    for item in drawn.items {
      switch item {
      case .text(let line) where line.string != "Visits": lines.append(line)
      case .path(let path, _, _) where path.bounds?.height == height: row = path.bounds
      default: break
      }
    }
    return (lines, row)
  }

  @Test(arguments: [68.0, 69, 70, 72, 100])
  func wordsAboveTheirPointStayWithinTheRow(_ height: Double) throws {
    let (lines, row) = lifted(row: height)
    let area = try #require(row)
    try #require(lines.count == 2)
    for line in lines {
      #expect(line.origin.y - 0.73 * line.font.size > area.y + 2)
      #expect(line.origin.y < area.centre.y)
    }
  }
}
