import Analytics
import Drawing
import Layout

/// Counts by year and domain.
struct PatternSection {
  let writer: PageWriter
  /// Of the page.
  let height: Double

  private static let gap = 14.0
  private static let width = 482.0
  /// Height of the title with the room below it.
  private var head: Double { writer.face(PageStyle.title).leading + 3.5 }

  static let destination = "pattern"

  var blocks: [any Block] {
    let title = writer.title(.titlePattern, Self.destination, after: 3.5)
    let frames = self.frames
    guard !frames.isEmpty else { return [title, writer.nothing()] }
    return [title]
      + frames.enumerated().map { index, frame -> any Block in
        Picture(figure: frame, before: index == 0 ? 0 : Self.gap)
      }
  }

  /// The figures by year, by both, by domain; the rows of the first get lower where the three would
  /// not fit the page.
  private var frames: [Frame] {
    let others = [PageWriter.FigureKind.yearByDomain, .countsByDomain]
      .compactMap { writer.figure($0, Size(Self.width, 0)) }
    let used = others.reduce(head) { $0 + Self.gap + writer.setter.height($1.size.height) }
    guard let first = writer.figure(.countsByYear, Size(Self.width, 0)) else { return others }
    let room = height - used - PageStyle.grid.step
    guard first.size.height > room, room > first.size.height / 2,
      let lower = writer.figure(.countsByYear, Size(Self.width, room)),
      lower.size.height <= room + 0.1
    else { return [first] + others }
    return [lower] + others
  }
}
