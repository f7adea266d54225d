import Chronicle
import Drawing
import Layout

/// The head of the first page: whom it is about, for which meeting, who tells it, and five facts.
struct CardHead {
  let writer: PageWriter
  let width: Double

  private var story: Story { writer.story }
  private var settings: BriefingSettings { story.settings }
  private var say: Language { writer.say }
  private static let titleWidth = 276.0

  // MARK: Title and slots

  var title: [any Block] {
    let slots = self.slots
    let left = slots.isEmpty ? width : Self.titleWidth
    guard !slots.isEmpty else { return titleBlocks(left) }
    return [
      SideBySide(
        [.init(width: left, titleBlocks(left)), .init(width: width - left - 12, slots)], gap: 12)
    ]
  }

  /// How much higher the title is where it stands above the slots, as a word processor is given it.
  var heightAbove: Double {
    guard !slots.isEmpty else { return 0 }
    func height(_ blocks: [any Block], _ width: Double) -> Double {
      Box(blocks, width: width, writer.setter).height
    }
    let title = height(Array(titleBlocks(width).dropLast()), width)
    let rest = max(
      height([asOf], Self.titleWidth), height(slots, width - Self.titleWidth - 12))
    return max(0, title + rest - height(self.title, width))
  }

  private func titleBlocks(_ room: Double) -> [any Block] {
    let kicker = say(story.sides == nil ? .kicker : .kickerBilateral)
    let (words, style) = fitted(story.title, room)
    return [
      writer.text(kicker, PageStyle.kicker),
      writer.text("\(words)", style, role: .heading(1), after: 3.5),
      SideBySide([.init(width: min(room, Self.titleWidth), [asOf])], gap: 0),
    ]
  }

  /// On one line if that fits, else broken before its last word, else smaller.
  private func fitted(_ title: String, _ room: Double) -> (String, PageStyle.Text) {
    func fits(_ words: String, _ style: PageStyle.Text) -> Bool {
      let font = say.isRightToLeft ? ScriptRuns.own(style.font) : style.font
      return writer.setter.width(of: words, font) <= room
    }
    let big = PageStyle.cardTitle
    if fits(title, big) { return (title, big) }
    guard let space = title.lastIndex(of: " ") else { return (title, PageStyle.smallCardTitle) }
    let halves = [String(title[..<space]), String(title[title.index(after: space)...])]
    let style = halves.allSatisfy { fits($0, big) } ? big : PageStyle.smallCardTitle
    return halves.allSatisfy { fits($0, style) }
      ? (halves.joined(separator: "\n"), style)
      : (title, style)
  }

  private var asOf: any Block {
    let style = PageStyle.asOf
    guard let day = story.ledger.asOf else { return writer.text(say(.asOfNone), style) }
    let key: Language.Key =
      switch settings.asOfReason {
      case .meeting: .asOfMeeting
      case .newestDocument: settings.isShareable ? .asOfNewestShared : .asOfNewest
      case .given: .asOfGiven
      }
    var words = say(key, ["date": Phrase.strong(writer.dates.words(day).glued)])
    if story.news == nil { words = words + " " + say(.firstEdition, ["n": settings.edition]) }
    return writer.text(words, style)
  }

  private var slots: [any Block] {
    let values: [(Language.Key, String?)] = [
      (.slotOccasion, settings.occasion), (.slotMeeting, settings.meeting),
      (.slotOurs, settings.ourPrincipal), (.slotTheirs, settings.theirPrincipal),
    ]
    let shown = values.filter { $0.1 != nil || settings.hasBlanks }
    let line = Stroke(PageStyle.secondary, width: 0.7)
    let rows = shown.map { name, value in
      Row(
        [
          writer.cell(say(name), PageStyle.slot),
          Cell([
            Table(
              [TableColumn(share: 1)],
              rows: [Row([writer.cell(value ?? "")], ruleBelow: value == nil ? line : nil)],
              isTagged: false)
          ]),
        ], bottom: value == nil ? 10.5 : 3.5)
    }
    guard !rows.isEmpty else { return [] }
    return [
      Table([TableColumn(58), TableColumn(share: 1)], rows: rows, isTagged: false, before: 7)
    ]
  }

  // MARK: Voice and facts

  var voice: [any Block] {
    [
      Rule(PageStyle.hairline, after: 3.5),
      writer.text("\(VoiceLine(story: story).words)", PageStyle.voice),
      Rule(PageStyle.hairline, before: 7),
    ]
  }

  var facts: [any Block] {
    let facts = CardFacts(story: story).all
    let widths = [86.0, 98, 100, 110, 88]
    let cells = facts.enumerated().map { index, fact -> Cell in
      let blocks: [any Block] = [
        writer.text("\(fact.value)", PageStyle.fact),
        writer.text(fact.caption, PageStyle.factCaption),
      ]
      return Cell(
        blocks, leftRule: index > 0 ? PageStyle.hairline : nil, inset: index > 0 ? 9 : 0)
    }
    return [Table(widths.map { TableColumn($0) }, rows: [Row(cells)], isTagged: false)]
  }
}
