import Analytics
import Chronicle
import Chronology
import Drawing
import Layout

/// The first page: the briefing at a glance, complete in itself.
struct CardPage {
  let writer: PageWriter
  let template: PageTemplate

  static let destination = "at-a-glance"

  private var story: Story { writer.story }
  private var say: Language { writer.say }
  private var width: Double { template.area.width }
  private var setter: Typesetter { writer.setter }
  private var people: CardPeople { CardPeople(writer: writer, width: width) }

  /// What stands on the page besides the person's part; where room is short, less of it.
  private struct Plan {
    var hasTimeline = true
    var isShort = false
    /// Entries of each part of the narrow column.
    var most = 4
  }

  private typealias Piece = (box: Box, gap: Double)

  /// The marks of the page, from the upper left corner of the sheet.
  var items: [Item] {
    let body = template.body
    let (pieces, person) = fitted(height: body.height)
    var items: [Item] = []
    var y = body.y
    for (box, gap) in pieces {
      items += box.placed(at: Point(body.x, y))
      y += setter.height(box.height) + gap
    }
    if let person {
      // It stands on the bottom of the block, on whole steps.
      let free = body.height - person.height
      let step = PageStyle.grid.step
      items += person.placed(at: Point(body.x, body.y + (free / step).rounded(.down) * step))
    }
    return [.group(Group(.section, destination: Self.destination, items))]
  }

  /// The same, one below the other.
  var blocks: [any Block] {
    let head = CardHead(writer: writer, width: width)
    var blocks = head.title + head.voice + head.facts + columns(Plan(most: 3))
    if let timeline { blocks.append(Picture(figure: timeline)) }
    return blocks + people.blocks(lines: people.fewestLines)
  }

  private func fitted(height: Double) -> (pieces: [Piece], person: Box?) {
    let plans = [
      Plan(), Plan(most: 3), Plan(most: 2), Plan(isShort: true, most: 2), Plan(hasTimeline: false),
      Plan(hasTimeline: false, isShort: true, most: 2),
    ]
    for plan in plans.dropLast() {
      let pieces = self.pieces(plan)
      let room = height - self.height(pieces)
      if let person = people.box(room: room) { return (pieces, person) }
      if room >= 0, !people.isWanted { return (pieces, nil) }
      if let lower = withLowerTimeline(pieces, plan, room: room, height: height) { return lower }
    }
    let pieces = self.pieces(plans[plans.count - 1])
    let room = height - self.height(pieces)
    return (pieces, people.box(room: room, isCut: true))
  }

  /// Rather than no person's part, fewer events.
  private func withLowerTimeline(_ pieces: [Piece], _ plan: Plan, room: Double, height: Double)
    -> (pieces: [Piece], person: Box?)?
  {
    guard plan.hasTimeline, let last = pieces.last, let full = timeline else { return nil }
    let missing = (people.isWanted ? people.leastHeight : 0) - room
    guard let lower = timeline(Size(width, full.size.height - missing)) else { return nil }
    let fewer: [Piece] = Array(pieces.dropLast()) + [(box([Picture(figure: lower)]), last.gap)]
    let left = height - self.height(fewer)
    if let person = people.box(room: left) { return (fewer, person) }
    return left >= 0 && !people.isWanted ? (fewer, nil) : nil
  }

  private func height(_ pieces: [Piece]) -> Double {
    pieces.reduce(0) { $0 + setter.height($1.box.height) + $1.gap }
  }

  private func pieces(_ plan: Plan) -> [Piece] {
    let head = CardHead(writer: writer, width: width)
    var pieces: [Piece] = [
      (box(head.title), 7), (box(head.voice), 10.5), (box(head.facts), 14),
      (box(columns(plan)), 10.5),
    ]
    if plan.hasTimeline, let timeline { pieces.append((box([Picture(figure: timeline)]), 7)) }
    return pieces
  }

  private func box(_ blocks: [any Block]) -> Box { Box(blocks, width: width, setter) }

  private func columns(_ plan: Plan) -> [any Block] {
    let side = CardSide(writer: writer, most: plan.most).blocks
    return [
      SideBySide(
        [.init(width: 305, sentences(isShort: plan.isShort)), .init(width: 153, side)], gap: 24)
    ]
  }

  private func sentences(isShort: Bool) -> [any Block] {
    let sentences = CardSentences(story: story, isShort: isShort).all
    guard !sentences.isEmpty else { return [writer.nothing()] }
    return sentences.enumerated().map { index, sentence in
      writer.text(
        "\(strong: sentence.head) " + sentence.words, PageStyle.cardSentence,
        after: index == sentences.count - 1 ? 0 : 7)
    }
  }

  private var timeline: Frame? { timeline(Size(width, 0)) }

  private func timeline(_ size: Size) -> Frame? { writer.figure(.miniTimeline, size) }
}
