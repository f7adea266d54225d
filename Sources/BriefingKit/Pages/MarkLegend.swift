import Charts
import Drawing

/// What the marks of times mean, in one line: those that occur, in the order of the timeline's legend;
/// nothing where all are points of a day or month, which nobody misreads.
struct MarkLegend {
  private struct Entry {
    var mark: TimeMark
    /// A point, a line, or both.
    var forms: [Bool]
    var words: String
    /// Of its marks, with the air after each.
    var room: Double {
      forms.reduce(0) { $0 + PrecisionMark.room(isPoint: $1) + MarkLegend.gap }
    }
  }

  private let entries: [Entry]
  private let language: Language
  private let measure: (String, Font) -> Double
  private static let gap = 3.0
  /// Between two entries, and where less of it saves a line.
  private static let airs = [12.0, 9, 7]

  /// - Parameter marks: all that are drawn, each a point or not.
  init(
    _ marks: [(mark: TimeMark, isPoint: Bool)], _ language: Language,
    _ measure: @escaping (String, Font) -> Double
  ) {
    var entries: [Entry] = []
    for mark in TimeMark.allCases {
      let own = Set(marks.filter { $0.mark == mark }.map(\.isPoint))
      if own.isEmpty { continue }
      entries.append(
        Entry(
          mark: mark, forms: [true, false].filter(own.contains),
          words: language.word(.mark, "\(mark)") ?? "\(mark)"))
    }
    let isPlain = entries.allSatisfy { $0.mark == .point }
    self.entries = isPlain ? [] : entries
    self.language = language
    self.measure = measure
  }

  var isEmpty: Bool { entries.isEmpty }

  /// For those who can't see it.
  var alternative: String { entries.map(\.words).joined(separator: ", ") }

  private var font: Font {
    language.isRightToLeft ? ScriptRuns.own(PageStyle.note.font) : PageStyle.note.font
  }

  private func width(_ entry: Entry) -> Double {
    entry.room + measure(entry.words, font)
  }

  /// The entries in as few lines no longer than a width as there can be, all of them filled alike.
  private func lines(_ width: Double) -> (lines: [[Entry]], air: Double) {
    let sets = Self.airs.map { (lines: lines(width, air: $0), air: $0) }
    guard let set = sets.min(by: { $0.lines.count < $1.lines.count }), set.lines.count > 1 else {
      return sets[0]
    }
    var even = set
    var limit = width - 1
    while limit > width / 2, case let narrower = lines(limit, air: set.air),
      narrower.count == set.lines.count
    {
      even.lines = narrower
      limit -= 1
    }
    return even
  }

  private func lines(_ width: Double, air: Double) -> [[Entry]] {
    var lines: [[Entry]] = []
    var end = 0.0
    for entry in entries {
      let need = self.width(entry)
      if lines.isEmpty || end + air + need > width {
        lines.append([entry])
        end = need
      } else {
        lines[lines.count - 1].append(entry)
        end += air + need
      }
    }
    return lines
  }

  /// On one line.
  var width: Double {
    entries.reduce(-Self.airs[0]) { $0 + Self.airs[0] + width($1) }
  }

  /// How many lines it needs.
  func lineCount(_ width: Double) -> Int { lines(width).lines.count }

  /// Its items, from where lines of words begin; the first on a baseline.
  func items(width: Double, baseline: Double, leading: Double) -> [Item] {
    let (lines, air) = lines(width)
    return lines.enumerated().flatMap { index, line -> [Item] in
      var x = 0.0
      let y = baseline + Double(index) * leading
      return line.flatMap { entry -> [Item] in
        defer { x += self.width(entry) + air }
        return items(entry, x, y, width)
      }
    }
  }

  private func items(_ entry: Entry, _ x: Double, _ y: Double, _ width: Double) -> [Item] {
    let isMirrored = language.isRightToLeft
    var at = x
    var items: [Item] = []
    for isPoint in entry.forms {
      let room = PrecisionMark.room(isPoint: isPoint)
      items += PrecisionMark.items(
        entry.mark, isPoint: isPoint, left: isMirrored ? width - at - room : at, middle: y - 2.4)
      at += room + Self.gap
    }
    return items + [
      .text(
        TextLine(
          entry.words, at: Point(isMirrored ? width - at : at, y), font, PageStyle.secondary,
          anchor: isMirrored ? .end : .start, rightToLeft: isMirrored))
    ]
  }
}
