import Chronicle
import Chronology
import Diagnostics
import Prose

/// What a heading or a line before a list says of all its entries: "Visits from India to Mongolia:",
/// "List of agreements", "The following documents were signed:".
struct LeadIn {
  var type: EventType
  var rule: EventRule
  /// The side that acts in the entries, if the line names it.
  var actor: String?
  /// The date that all entries share; nil where each has its own.
  var date: DateMention?

  /// Reads the line before a list; nil when it names no kind of deed.
  ///
  /// - Parameter triggers: the deeds named in the line.
  static func read(
    _ reading: BlockReading, triggers: [Trigger], context: DocumentContext
  ) -> LeadIn? {
    guard reading.tokens.count <= 40,
      let best = triggers.filter({ kinds.contains($0.rule.type) }).max(by: {
        ($0.rule.strength, -$0.range.lowerBound) < ($1.rule.strength, -$1.range.lowerBound)
      })
    else { return nil }
    return LeadIn(
      type: best.rule.type, rule: best.rule, actor: actor(reading, context),
      date: shared(reading))
  }

  /// "Signed on 4 May:", not "Visits since 1990", in which each entry has its own.
  private static func shared(_ reading: BlockReading) -> DateMention? {
    guard reading.dates.count == 1, let date = reading.dates.first?.mention else { return nil }
    let isOfYears = date.core.isInterval && date.core.precision >= .year
    return date.relation == .since || isOfYears ? nil : date
  }

  /// "The following instruments were signed:": the sentence tells no more than the papers listed below.
  static func isOnlyOfItems(
    _ sentence: Range<Int>, _ reading: BlockReading, _ drafts: [Draft]
  ) -> Bool {
    guard drafts.count == 1, drafts[0].type == .agreement, drafts[0].status == .occurred,
      sentence.upperBound == reading.tokens.count
    else { return false }
    return zip(sentence, sentence.dropFirst()).contains { before, at in
      reading.tokens[at].key == following
        && SideFinder.articles.contains(reading.tokens[before].key)
    }
  }

  private static let following = WordKey("following")

  /// "From India", "To Mongolia": a heading that only says whose the deeds of the heading above are.
  func directed(by reading: BlockReading, context: DocumentContext) -> LeadIn? {
    guard reading.tokens.count <= 6, reading.dates.isEmpty, let first = reading.tokens.first,
      Self.directions.contains(first.key) || reading.entities.first?.range.lowerBound == 0,
      let actor = Self.actor(reading, context)
    else { return nil }
    var lead = self
    lead.actor = actor
    return lead
  }

  /// "From India", "by Indian leaders", "Indian visits"; "to Mongolia" names the other.
  private static func actor(_ reading: BlockReading, _ context: DocumentContext) -> String? {
    let sides = SideFinder(context: context).sides(in: reading.tokens.indices, reading).filter {
      context.parties.contains($0.code)
    }
    func before(_ side: Side) -> WordKey? {
      var i = side.at - 1
      while i >= 0, SideFinder.articles.contains(reading.tokens[i].key) { i -= 1 }
      return i >= 0 ? reading.tokens[i].key : nil
    }
    for side in sides {
      if let key = before(side), sources.contains(key) { return side.code }
    }
    if let goal = sides.first(where: { before($0) == WordClass.to }) {
      return context.other(than: goal.code)
    }
    return sides.count == 1 && !sides[0].isPlace ? sides[0].code : nil
  }

  private static let directions = BlockReading.keys("from to by of")
  private static let sources = BlockReading.keys("from by of")
  /// Kinds of which lists are made.
  private static let kinds: Set<EventType> = [
    .visit, .agreement, .meeting, .consultation, .aid, .award, .training, .exercise,
    .culturalEvent, .declaration, .scholarship, .construction, .resolution, .appointment,
  ]
}
