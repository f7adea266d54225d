import Analytics
import Chronicle
import Chronology
import Drawing
import Layout

/// The first page: the briefing at a glance, complete in itself.
struct CardPage {
  let writer: PageWriter
  let template: PageTemplate
  private let side: CardSideFit

  init(writer: PageWriter, template: PageTemplate) {
    self.writer = writer
    self.template = template
    side = CardSideFit(writer: writer)
  }

  static let destination = "at-a-glance"

  private var story: Story { writer.story }
  private var say: Language { writer.say }
  private var width: Double { template.area.width }
  private var setter: Typesetter { writer.setter }
  private var people: CardPeople { CardPeople(writer: writer, width: width) }

  /// What stands on the page besides the person's part; where room is short, less of it.
  private struct Plan {
    var hasTimeline = true
    var hasFacts = true
    var isShort = false
    /// The sentences, in their order.
    var sentences = Int.max
    /// Entries of each part of the narrow column; 0: without it.
    var most = 4

    /// From the most to the least.
    static let all: [Plan] =
      [4, 3, 2].map { Plan(most: $0) } + [2, 1].map { Plan(isShort: true, most: $0) }
      + [4, 3, 2].map { Plan(hasTimeline: false, most: $0) }
      + [4, 3, 2, 1].map { Plan(hasTimeline: false, isShort: true, most: $0) }

    /// What stands beside so many points of a person that they want more room still.
    static let fewest: [Plan] =
      [4, 3, 2, 1].map { Plan(hasTimeline: false, isShort: true, sentences: $0, most: 0) }
      + [Plan(hasTimeline: false, hasFacts: false, sentences: 0, most: 0)]
  }

  /// A part of the page, set, with the room below it.
  private struct Piece {
    var blocks: [any Block]
    var box: Box
    var gap: Double
  }

  /// The marks of the page, from the upper left corner of the sheet.
  var items: [Item] {
    let body = template.body
    let (pieces, person) = fitted(height: body.height)
    var items: [Item] = []
    var y = body.y
    for piece in pieces {
      items += piece.box.placed(at: Point(body.x, y))
      y += setter.height(piece.box.height) + piece.gap
    }
    if let person {
      // It stands on the bottom of the block, on whole steps.
      let free = body.height - person.height
      let step = PageStyle.grid.step
      items += person.placed(at: Point(body.x, body.y + (free / step).rounded(.down) * step))
    }
    return [.group(Group(.section, destination: Self.destination, items))]
  }

  /// How much of the page a word processor is given to fill: it sets tables and lines a little higher.
  private static let wordShare = 0.95

  /// The same, one below the other.
  var blocks: [any Block] {
    let (pieces, _) = fitted(height: template.body.height * Self.wordShare)
    return pieces.flatMap { $0.blocks + [Space($0.gap)] }
      + people.blocks(lines: people.fewestLines)
  }

  private func fitted(height: Double) -> (pieces: [Piece], person: Box?) {
    for plan in Plan.all {
      let pieces = self.pieces(plan)
      let room = height - self.height(pieces)
      if let person = people.box(room: room) {
        return (withHigherTimeline(pieces, plan, room: room - person.height), person)
      }
      if room >= 0, !people.isWanted {
        return (withHigherTimeline(pieces, plan, room: room), nil)
      }
      if let lower = withLowerTimeline(pieces, plan, room: room, height: height) { return lower }
    }
    guard people.isFilled else {
      return (self.pieces(Plan(hasTimeline: false, isShort: true, most: 1)), nil)
    }
    for plan in Plan.fewest {
      let pieces = self.pieces(plan)
      if let person = people.box(room: height - self.height(pieces)) { return (pieces, person) }
    }
    return cut(height: height)
  }

  /// As many points as the page can hold, and beside them as much as there is room for.
  private func cut(height: Double) -> (pieces: [Piece], person: Box?) {
    var best: (pieces: [Piece], person: Box?) = ([], nil)
    var most = -1
    for plan in Plan.all + Plan.fewest where !plan.hasTimeline {
      let pieces = self.pieces(plan)
      guard let cut = people.cut(room: height - self.height(pieces)), cut.shown > most else {
        continue
      }
      (best, most) = ((pieces, cut.box), cut.shown)
    }
    return best
  }

  /// Rather than no person's part, fewer events.
  private func withLowerTimeline(_ pieces: [Piece], _ plan: Plan, room: Double, height: Double)
    -> (pieces: [Piece], person: Box?)?
  {
    guard plan.hasTimeline, let last = pieces.last, let full = timeline else { return nil }
    let missing = (people.isWanted ? people.leastHeight : 0) - room
    guard let lower = timeline(Size(width, full.size.height - missing)) else { return nil }
    let fewer = Array(pieces.dropLast()) + [piece([Picture(figure: lower)], last.gap)]
    let left = height - self.height(fewer)
    if let person = people.box(room: left) { return (fewer, person) }
    return left >= 0 && !people.isWanted ? (fewer, nil) : nil
  }

  /// Rather than a hole, more events.
  private func withHigherTimeline(_ pieces: [Piece], _ plan: Plan, room: Double) -> [Piece] {
    guard plan.hasTimeline, room >= EventStrip.rowHeight, let last = pieces.last,
      let full = timeline,
      let higher = timeline(Size(width, full.size.height + room - PageStyle.grid.step)),
      higher.size.height > full.size.height
    else { return pieces }
    return Array(pieces.dropLast()) + [piece([Picture(figure: higher)], last.gap)]
  }

  private func height(_ pieces: [Piece]) -> Double {
    pieces.reduce(0) { $0 + setter.height($1.box.height) + $1.gap }
  }

  private func pieces(_ plan: Plan) -> [Piece] {
    let head = CardHead(writer: writer, width: width)
    var pieces = [piece(head.title, 7), piece(head.voice, 10.5)]
    if plan.hasFacts { pieces.append(piece(head.facts, 14)) }
    if plan.sentences > 0 { pieces.append(piece(columns(plan), 10.5)) }
    if plan.hasTimeline, let timeline { pieces.append(piece([Picture(figure: timeline)], 7)) }
    return pieces
  }

  private func piece(_ blocks: [any Block], _ gap: Double) -> Piece {
    Piece(blocks: blocks, box: Box(blocks, width: width, setter), gap: gap)
  }

  private static let sentenceWidth = 305.0

  private func columns(_ plan: Plan) -> [any Block] {
    guard plan.most > 0 else { return sentences(plan) }
    let sentences = self.sentences(plan)
    let height = Box(sentences, width: Self.sentenceWidth, setter).height
    let (beside, below) = side.blocks(most: plan.most, height: height)
    let left = sentences + (below.isEmpty ? [] : [Space(CardSide.gap)] + below)
    return [
      SideBySide(
        [
          .init(width: Self.sentenceWidth, left), .init(width: CardSideFit.width, beside),
        ], gap: 24)
    ]
  }

  private func sentences(_ plan: Plan) -> [any Block] {
    let sentences = CardSentences(story: story, isShort: plan.isShort).all
      .prefix(plan.sentences)
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
