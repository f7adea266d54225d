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
    /// Whether some sentences are left out.
    var isShort = false
    /// Entries of each part of the narrow column.
    var most = 4
    /// Parts of the narrow column.
    var parts = Int.max

    /// From the most to the least: facts and sentences stand on every card.
    static let all: [Plan] =
      [4, 3, 2].map { Plan(most: $0) } + [2, 1].map { Plan(isShort: true, most: $0) }
      + [4, 3, 2].map { Plan(hasTimeline: false, most: $0) }
      + [4, 3, 2, 1].map { Plan(hasTimeline: false, isShort: true, most: $0) }
      + (0..<CardSide.Part.allCases.count).reversed().map {
        Plan(hasTimeline: false, isShort: true, most: 1, parts: $0)
      }
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
      let free = body.height - person.box.height
      let step = PageStyle.grid.step
      items += person.box.placed(at: Point(body.x, body.y + (free / step).rounded(.down) * step))
    }
    return [.group(Group(.section, destination: Self.destination, items))]
  }

  /// Whether a person's points are more than the page has room for.
  var isCut: Bool {
    people.count > 0 && fitted(height: wordHeight).person?.shown != people.count
  }

  /// How much of the page a word processor is given to fill: it sets tables and lines a little higher.
  private static let wordShare = 0.92

  /// What of the page a word processor is given to fill.
  private var wordHeight: Double {
    template.body.height * Self.wordShare - CardHead(writer: writer, width: width).heightAbove
  }

  /// The same, one below the other.
  var blocks: [any Block] {
    let (pieces, person) = fitted(height: wordHeight)
    return pieces.flatMap { $0.blocks + [Space($0.gap)] }
      + (person?.blocks ?? [])
  }

  private func fitted(height: Double) -> (pieces: [Piece], person: CardPeople.Part?) {
    for plan in Plan.all {
      let pieces = self.pieces(plan)
      let room = height - self.height(pieces)
      if let person = people.part(room: room) {
        return (withHigherTimeline(pieces, plan, room: room - person.box.height), person)
      }
      if room >= 0, !people.isWanted {
        return (withHigherTimeline(pieces, plan, room: room), nil)
      }
      if let lower = withLowerTimeline(pieces, plan, room: room, height: height) { return lower }
    }
    return people.isFilled ? cut(height: height) : (self.pieces(Plan.all[Plan.all.count - 1]), nil)
  }

  /// What a part of the narrow column is worth, in points of a person.
  private static let worth = 2

  /// Of long lists that the page has no room for, the first points, beside as much else as is worth
  /// more than the points that it takes the room of.
  private func cut(height: Double) -> (pieces: [Piece], person: CardPeople.Part?) {
    let plans = Plan.all.map { (plan: $0, pieces: pieces($0)) }
    for least in [1, 0] {
      var best: (pieces: [Piece], person: CardPeople.Part, worth: Int)?
      for (plan, pieces) in plans {
        let room = height - self.height(pieces)
        guard let person = people.cut(room: room, least: least) else { continue }
        let worth =
          person.shown + Self.worth * (min(plan.parts, side.count) + (plan.hasTimeline ? 1 : 0))
        if worth > best?.worth ?? -1 { best = (pieces, person, worth) }
      }
      if let best { return (best.pieces, best.person) }
    }
    return (plans[plans.count - 1].pieces, nil)
  }

  /// Rather than no person's part, fewer events.
  private func withLowerTimeline(_ pieces: [Piece], _ plan: Plan, room: Double, height: Double)
    -> (pieces: [Piece], person: CardPeople.Part?)?
  {
    guard plan.hasTimeline, let last = pieces.last, let full = timeline else { return nil }
    let missing = (people.isWanted ? people.leastHeight : 0) - room
    guard let lower = timeline(Size(width, full.size.height - missing)) else { return nil }
    let fewer = Array(pieces.dropLast()) + [piece([Picture(figure: lower)], last.gap)]
    let left = height - self.height(fewer)
    if let person = people.part(room: left) { return (fewer, person) }
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
    pieces += [piece(head.facts, 14), piece(columns(plan), 10.5)]
    if plan.hasTimeline, let timeline { pieces.append(piece([Picture(figure: timeline)], 7)) }
    return pieces
  }

  private func piece(_ blocks: [any Block], _ gap: Double) -> Piece {
    Piece(blocks: blocks, box: Box(blocks, width: width, setter), gap: gap)
  }

  private static let sentenceWidth = 305.0

  private func columns(_ plan: Plan) -> [any Block] {
    let sentences = self.sentences(plan)
    guard plan.parts > 0 else { return sentences }
    let height = Box(sentences, width: Self.sentenceWidth, setter).height
    let (beside, below) = side.blocks(parts: plan.parts, most: plan.most, height: height)
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
    guard !sentences.isEmpty else { return [writer.nothing()] }
    let left = self.left(plan)
    return sentences.enumerated().map { index, sentence in
      writer.text(
        "\(strong: sentence.head) " + sentence.words, PageStyle.cardSentence,
        after: index == sentences.count - 1 && left.isEmpty ? 0 : 7)
    } + left
  }

  /// What room is wanting for, and where it is.
  private func left(_ plan: Plan) -> [any Block] {
    var left: [String] = []
    if plan.isShort, !CardSentences(story: story).outcomes.isEmpty {
      left.append(String(say.string(.headOutcomes).dropLast()))
    }
    if !plan.hasTimeline, timeline != nil { left.append(say.string(.titleTimeline)) }
    left += side.names(after: plan.parts)
    guard !left.isEmpty else { return [] }
    let list = left.joined(separator: say.string(.semicolon))
    let isFull = story.settings.form == .full
    return [writer.text(say(isFull ? .cardLeft : .cardLeftHere, ["parts": list]), PageStyle.label)]
  }

  private var timeline: Frame? { timeline(Size(width, 0)) }

  private func timeline(_ size: Size) -> Frame? { writer.figure(.miniTimeline, size) }
}
