import Drawing
import Layout

/// Lists of points beside each other, each under its name, ruled where they are empty and a person
/// may write.
struct PointColumns {
  struct List {
    var name: Language.Key
    var points: [Phrase]
  }

  let writer: PageWriter
  let width: Double
  let lists: [List]
  /// Whether an empty list is lines to write on; else it is left out.
  var hasBlanks = false

  private static let gap = 18.0
  private static let lineStep = 17.5
  private static let mostLines = 7
  private static let fewestLines = 3
  /// The rule and the head.
  private static let head = 17.5

  /// Those that are printed.
  private var shown: [List] { lists.filter { !$0.points.isEmpty || hasBlanks } }

  /// How many points there are.
  var count: Int { lists.reduce(0) { $0 + $1.points.count } }

  /// All points, else the fewest ruled lines.
  var leastHeight: Double {
    guard count > 0 else {
      return hasBlanks ? Self.head + Double(Self.fewestLines) * Self.lineStep : 0
    }
    return height(blocks())
  }

  /// The whole, with as many ruled lines in empty columns as a height holds.
  func blocks(room: Double = 0) -> [any Block] { joined(columns(lines: lines(room))) }

  /// What fits a height; the points that don't are said to be left out.
  ///
  /// - Parameter least: how many points of each list there must be room for, if it has them.
  func cut(room: Double, least: Int) -> (blocks: [any Block], shown: Int)? {
    let columns = columns(lines: lines(room), height: room)
    guard columns.allSatisfy({ $0.shown >= min($0.count, least) }) else { return nil }
    let blocks = joined(columns)
    return height(blocks) <= room + 0.01 ? (blocks, columns.reduce(0) { $0 + $1.shown }) : nil
  }

  /// The names of the lists, with how many points each has.
  var fewest: [any Block] { joined(columns(lines: lines(0), height: 0)) }

  private func lines(_ room: Double) -> Int {
    let most = min(Self.mostLines, Int((room - Self.head) / Self.lineStep))
    return max(most, count > 0 ? 0 : Self.fewestLines)
  }

  private func height(_ blocks: [any Block]) -> Double {
    Box(blocks, width: width, writer.setter).height
  }

  private typealias Column = (part: SideBySide.Part, shown: Int, count: Int)

  private func joined(_ columns: [Column]) -> [any Block] {
    columns.isEmpty ? [] : [SideBySide(columns.map(\.part), gap: Self.gap)]
  }

  /// Each column with as many points as fit a height.
  private func columns(lines: Int, height: Double = .infinity) -> [Column] {
    let shown = self.shown
    let width = (self.width - Self.gap * Double(shown.count - 1)) / Double(max(1, shown.count))
    return shown.map { list in
      let most =
        height == .infinity
        ? list.points.count
        : Self.largest(upTo: list.points.count) { most in
          let blocks = column(list, most: most, lines: lines)
          return Box(blocks, width: width, writer.setter).height <= height + 0.01
        }
      let part = SideBySide.Part(width: width, column(list, most: most, lines: lines))
      return (part, most, list.points.count)
    }
  }

  /// The largest number for which something holds that holds for all smaller ones; else for all.
  private static func largest(upTo end: Int, _ holds: (Int) -> Bool) -> Int {
    if holds(end) { return end }
    var (low, high) = (0, end)
    while high - low > 1 {
      let middle = (low + high) / 2
      if holds(middle) { low = middle } else { high = middle }
    }
    return low
  }

  private func column(_ list: List, most: Int, lines: Int) -> [any Block] {
    var blocks: [any Block] = [
      Rule(PageStyle.sectionRule, after: 3.5), writer.sideHead(writer.say(list.name), after: 3.5),
    ]
    if list.points.isEmpty { blocks += RuledLines.blocks(lines, step: Self.lineStep) }
    blocks += NumberedList.blocks(Array(list.points.prefix(most)), PageStyle.side, writer)
    if list.points.count > most {
      blocks.append(writer.text(more(list.points.count - most), PageStyle.label))
    }
    return blocks
  }

  private func more(_ count: Int) -> Phrase {
    writer.story.settings.form == .full
      ? writer.say(
        .morePage, ["n": count, "page": writer.page(MeetingSection.destination)])
      : writer.say(.moreInFull, ["n": count])
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
  static func blocks(
    _ points: [Phrase], _ style: PageStyle.Text, _ writer: PageWriter
  ) -> [any Block] {
    guard !points.isEmpty else { return [] }
    // As wide as the last number.
    let number = writer.setter.width(of: "\(points.count)", style.font) + 0.55 * style.font.size
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
