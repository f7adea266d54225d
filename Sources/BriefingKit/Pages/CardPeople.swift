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

  /// Whether a person wrote any of it.
  var isFilled: Bool { parts.contains { !$0.points.isEmpty } }

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
    let cut = Box(blocks(lines: max(lines, 0), height: room), width: width, writer.setter)
    return cut.height <= room + 0.01 ? cut : nil
  }

  private func box(lines: Int) -> Box {
    Box(blocks(lines: lines), width: width, writer.setter)
  }

  /// - Parameters:
  ///   - lines: ruled ones, in an empty column.
  ///   - height: each column has as many points as fit it, and says how many more there are.
  func blocks(lines: Int, height: Double = .infinity) -> [any Block] {
    let shown = parts.filter { !$0.points.isEmpty || settings.hasBlanks }
    guard !shown.isEmpty else { return [] }
    let width = (self.width - Self.gap * Double(shown.count - 1)) / Double(shown.count)
    let columns = shown.map { name, points -> SideBySide.Part in
      let counts = (0...points.count).reversed().lazy
      let fitting = counts.map { column(name, points, most: $0, lines: lines) }.first {
        height == .infinity || Box($0, width: width, writer.setter).height <= height + 0.01
      }
      return .init(width: width, fitting ?? column(name, points, most: 0, lines: lines))
    }
    return [SideBySide(columns, gap: Self.gap)]
  }

  private func column(_ name: Language.Key, _ points: [String], most: Int, lines: Int)
    -> [any Block]
  {
    var blocks: [any Block] = [
      Rule(PageStyle.sectionRule, after: 3.5), writer.sideHead(say(name), after: 3.5),
    ]
    if points.isEmpty { blocks += RuledLines.blocks(lines, step: Self.lineStep) }
    blocks += NumberedList.blocks(Array(points.prefix(most)), PageStyle.side, number: 9, writer)
    if points.count > most {
      blocks.append(writer.text(more(points.count - most), PageStyle.label))
    }
    return blocks
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
