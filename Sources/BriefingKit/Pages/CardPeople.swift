import Drawing
import Layout

/// What a person fills in, at the foot of the first page: three columns, ruled where they are empty
/// in the full form.
struct CardPeople {
  let writer: PageWriter
  let width: Double

  private static let gap = 18.0
  private static let lineStep = 17.5
  private static let mostLines = 7
  let fewestLines = 3
  /// The rule and the head.
  private static let head = 17.5

  private var settings: BriefingSettings { writer.story.settings }
  private var say: Language { writer.say }

  private var parts: [(name: Language.Key, points: [String])] {
    [
      (.objectives, settings.objectives), (.pointsToMake, settings.pointsToMake),
      (.pointsToAvoid, settings.pointsToAvoid),
    ]
  }

  private var isFilled: Bool { parts.contains { !$0.points.isEmpty } }

  /// Whether the page has such a part at all.
  var isWanted: Bool { isFilled || settings.hasBlanks }

  /// All points, else the fewest ruled lines.
  var leastHeight: Double {
    isFilled ? box(lines: fewestLines).height : Self.head + Double(fewestLines) * Self.lineStep
  }

  /// The part in at most this height; nil where it isn't wanted or doesn't fit.
  ///
  /// - Parameter isCut: whether points that don't fit are left out, and said to be.
  func box(room: Double, isCut: Bool = false) -> Box? {
    guard isWanted else { return nil }
    let lines = min(Self.mostLines, Int((room - Self.head) / Self.lineStep))
    guard isFilled else { return lines >= fewestLines ? box(lines: lines) : nil }
    let whole = box(lines: max(lines, 0))
    if whole.height <= room + 0.01 { return whole }
    guard isCut else { return nil }
    let most = parts.map(\.points.count).max() ?? 0
    let cut = (0..<most).reversed().lazy.map { self.box(lines: max(lines, 0), points: $0) }
    return cut.first { $0.height <= room + 0.01 }
  }

  private func box(lines: Int, points: Int = .max) -> Box {
    Box(blocks(lines: lines, points: points), width: width, writer.setter)
  }

  /// - Parameters:
  ///   - lines: ruled ones, in an empty column.
  ///   - points: the most of a column.
  func blocks(lines: Int, points: Int = .max) -> [any Block] {
    let shown = parts.filter { !$0.points.isEmpty || settings.hasBlanks }
    guard !shown.isEmpty else { return [] }
    let column = (width - Self.gap * Double(shown.count - 1)) / Double(shown.count)
    let columns = shown.map { name, own -> SideBySide.Part in
      var blocks: [any Block] = [
        Rule(PageStyle.sectionRule, after: 3.5), writer.sideHead(say(name), after: 3.5),
      ]
      if own.isEmpty { blocks += RuledLines.blocks(lines, step: Self.lineStep) }
      blocks += NumberedList.blocks(
        Array(own.prefix(points)), PageStyle.side, number: 9, writer)
      let rest = own.count - min(points, own.count)
      if rest > 0 { blocks.append(writer.text(more(rest), PageStyle.label)) }
      return .init(width: column, blocks)
    }
    return [SideBySide(columns, gap: Self.gap)]
  }

  private func more(_ count: Int) -> Phrase {
    settings.form == .full
      ? say(.morePage, ["n": count, "page": writer.page(MeetingSection.destination)])
      : say(.moreInFull, ["n": count])
  }
}

/// Lines to write on.
enum RuledLines {
  static func blocks(_ count: Int, step: Double) -> [any Block] {
    [WritingLines(count, step: step, stroke: PageStyle.writingLine)]
  }
}

/// Points with their numbers beside them.
enum NumberedList {
  /// - Parameter number: the width of the numbers' column.
  static func blocks(
    _ points: [String], _ style: PageStyle.Text, number: Double, _ writer: PageWriter
  ) -> [any Block] {
    guard !points.isEmpty else { return [] }
    let entries = points.enumerated().map { index, point -> any Block in
      var row = Row(
        [writer.cell("\(index + 1)", style.with(PageStyle.secondary)), writer.cell(point, style)],
        bottom: 3.5)
      row.divides = true
      return Tagged(
        .listItem,
        [
          Table(
            [TableColumn(number), TableColumn(share: 1)], rows: [row], isTagged: false)
        ])
    }
    return [Tagged(.list, entries)]
  }
}
