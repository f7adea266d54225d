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

  /// The whole part in at most this height; nil where it isn't wanted or doesn't fit.
  func box(room: Double) -> Box? {
    guard isWanted else { return nil }
    let lines = lines(room)
    guard isFilled else { return lines >= fewestLines ? box(lines: lines) : nil }
    let whole = box(lines: max(lines, 0))
    return whole.height <= room + 0.01 ? whole : nil
  }

  /// The same without the points that don't fit, which are said to be left out, and how many are
  /// shown.
  func cut(room: Double) -> (box: Box, shown: Int)? {
    let lines = max(lines(room), 0)
    let columns = columns(lines: lines, height: room)
    let box = Box([SideBySide(columns.map(\.part), gap: Self.gap)], width: width, writer.setter)
    return box.height <= room + 0.01 ? (box, columns.reduce(0) { $0 + $1.shown }) : nil
  }

  private func lines(_ room: Double) -> Int {
    min(Self.mostLines, Int((room - Self.head) / Self.lineStep))
  }

  private func box(lines: Int) -> Box {
    Box(blocks(lines: lines), width: width, writer.setter)
  }

  /// - Parameter lines: ruled ones, in an empty column.
  func blocks(lines: Int) -> [any Block] {
    let columns = columns(lines: lines, height: .infinity)
    return columns.isEmpty ? [] : [SideBySide(columns.map(\.part), gap: Self.gap)]
  }

  /// Each column with as many points as fit a height.
  private func columns(lines: Int, height: Double) -> [(part: SideBySide.Part, shown: Int)] {
    let shown = parts.filter { !$0.points.isEmpty || settings.hasBlanks }
    let width = (self.width - Self.gap * Double(shown.count - 1)) / Double(shown.count)
    return shown.map { name, points in
      let fitting = (0...points.count).last { most in
        let blocks = column(name, points, most: most, lines: lines)
        return height == .infinity
          || Box(blocks, width: width, writer.setter).height <= height + 0.01
      }
      let most = fitting ?? 0
      return (.init(width: width, column(name, points, most: most, lines: lines)), most)
    }
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
