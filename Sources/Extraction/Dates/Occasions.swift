import Chronology
import Diagnostics
import Prose

/// The dates of what happened once, by its noun: "was in Baku on 3 May for the summit" gives a later
/// "on the afternoon of the summit" its day.
struct Occasions {
  private var told: [(noun: WordKey, date: DateContext.Told)] = []
  /// A day that the text does not give, with where it is from.
  private(set) var assumed: (noun: WordKey, note: String)?

  subscript(noun: WordKey) -> DateContext.Told? { told.last { $0.noun == noun }?.date }

  /// Takes the independence of one of the parties from the table, for an expression that leans on it in
  /// a text that has not told it.
  mutating func assumeIndependence(of parties: [String], beside token: Int, _ words: BlockWords) {
    let noun = WordKey("independence")
    guard !parties.isEmpty, self[noun] == nil || assumed?.noun == noun else { return }
    told.removeAll { $0.noun == noun }
    assumed = nil
    let sentence = Self.sentence(around: token, words)
    guard
      let state = Independence.state(of: parties, in: sentence.lazy.map { words.tokens[$0].key }),
      let date = Independence.day(of: state), let day = date.bounds?.lowerBound
    else { return }
    told.append((noun, DateContext.Told(date: PartialDate(day), first: day, last: day)))
    let name = StateNames.short[state] ?? state
    assumed = (noun, "counted from the independence of \(name), \(date)")
  }

  /// Remembers the nouns that stand in the sentences of dates, each with the date nearest to it.
  ///
  /// - Parameter end: the token before which it looks for them.
  mutating func learn(_ dates: ArraySlice<DateMention>, of words: BlockWords, before end: Int) {
    guard !dates.isEmpty else { return }
    let limit = end
    let (nouns, mask) = (Self.nouns, Self.mask)
    var token = 0
    var places: [(date: DateContext.Told, at: Int)] = []
    for mention in dates {
      guard let date = Self.told(mention) else { continue }
      while token < words.tokens.count, words.tokens[token].start < mention.span.start {
        token += 1
      }
      places.append((date, token))
    }
    var next = 0
    while next < places.count {
      let sentence = Self.sentence(around: places[next].at, words)
      let end = places[next...].firstIndex { $0.at >= sentence.upperBound } ?? places.count
      for i in sentence where i < limit && mask & words.tokens[i].key.bit != 0 {
        let noun = words.tokens[i].key
        guard nouns.contains(noun), !Self.isBeside(i, words),
          let nearest = places[next..<end].min(by: { abs($0.at - i) < abs($1.at - i) }),
          abs(nearest.at - i) <= Self.reach
        else { continue }
        told.removeAll { $0.noun == noun }
        told.append((noun, nearest.date))
      }
      next = max(end, next + 1)
    }
  }

  /// "A month before the earthquake": another time than the earthquake's.
  private static func isBeside(_ noun: Int, _ words: BlockWords) -> Bool {
    for i in stride(from: noun - 1, through: max(0, noun - 4), by: -1) {
      if words.tokens[i].key == WordClass.comma { return false }
      if besides.contains(words.tokens[i].key) { return true }
    }
    return false
  }

  private static let besides = BlockReading.keys("before after following since until")

  /// A noun farther from a date has little to do with it.
  private static let reach = 12

  private static func told(_ mention: DateMention) -> DateContext.Told? {
    guard mention.flags.isEmpty, mention.relation == .at, let first = mention.core.earliest,
      let last = mention.core.latest, mention.core.precision <= .year
    else { return nil }
    let (year, month, day) = first.components
    let precision = mention.core.precision
    return DateContext.Told(
      date: PartialDate(
        year: year, month: precision <= .month ? month : nil, day: precision == .day ? day : nil),
      first: first, last: last)
  }

  private static func sentence(around token: Int, _ words: BlockWords) -> Range<Int> {
    var start = min(token, words.tokens.count)
    while start > 0, !SentenceWalk.ends(words.tokens, at: start - 1) { start -= 1 }
    var end = min(token, words.tokens.count)
    while end < words.tokens.count, !SentenceWalk.ends(words.tokens, at: end) { end += 1 }
    return start..<end
  }

  private static let nouns = DateLexicon.builtIn.singleWords(of: .occasion)
  private static let mask = nouns.reduce(UInt64(0)) { $0 | $1.bit }
}
