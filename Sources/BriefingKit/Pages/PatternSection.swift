import Analytics
import Drawing
import Layout

/// Counts by year and domain.
struct PatternSection {
  let writer: PageWriter
  /// Of the page.
  let height: Double

  private static let gap = 14.0
  private static let many = 60

  static let destination = "pattern"

  var blocks: [any Block] {
    let width = 482.0
    let title = writer.title("Pattern by year and domain", Self.destination, after: 4)
    var frames = [PageWriter.FigureKind.countsByYear, .yearByDomain, .countsByDomain]
      .compactMap { writer.figure($0, Size(width, 0)) }
    guard !frames.isEmpty else { return [title, writer.nothing()] }
    let used = frames.reduce(30) { $0 + $1.size.height + Self.gap }
    // With few events the heat map says what the blocks say.
    if used > height, frames.count == 3, writer.story.tally.count(.counted) < Self.many {
      frames.remove(at: 1)
    }
    return [title]
      + frames.enumerated().map { index, frame -> any Block in
        Picture(figure: frame, before: index == 0 ? 0 : Self.gap)
      }
  }
}
