import Chronicle
import Diagnostics
import Prose

/// Headlines of deeds that a noun tells: "its formation", "the opening of the consulate".
struct NominalHeadline {
  let reading: BlockReading
  let draft: Draft
  let limit: Int

  /// "JMC formed", "Consulate in Lagos opened"; nil where no such noun tells the deed.
  func text() -> String? {
    guard let trigger = draft.trigger,
      let (at, participle) = trigger.lazy.compactMap({ i in
        Self.participles[reading.tokens[i].key].map { (i, $0) }
      }).first
    else { return nil }
    let thing = owner(before: at) ?? object(after: at + 1)
    guard let thing else { return nil }
    let text = "\(thing) \(participle)"
    return text.fits(limit) ? text.prefix(1).uppercased() + text.dropFirst() : nil
  }

  /// "The JMC … since its formation": what "its" stands for.
  private func owner(before at: Int) -> String? {
    guard at > draft.sentence.lowerBound,
      Self.owners.contains(reading.tokens[at - 1].key),
      let subject = draft.clause?.subject
    else { return nil }
    return phrase(subject)
  }

  /// "The opening of the consulate in Lagos".
  private func object(after at: Int) -> String? {
    guard at < draft.segment.upperBound, reading.tokens[at].key == WordKey("of") else { return nil }
    var end = at + 1
    while end < draft.segment.upperBound {
      let token = reading.tokens[end]
      if reading.has(.dateStart, at: end) { break }
      if token.kind == .punctuation, token.key != WordKey("-") { break }
      if WordClass.prepositions.contains(token.key), token.key != WordKey("of"),
        end - at > 6 || token.key != WordKey("in")
      {
        break
      }
      if WordClass.relatives.contains(token.key) || WordClass.conjunctions.contains(token.key) {
        break
      }
      end += 1
    }
    if end > at + 1, reading.has(.preposition, at: end - 1) { end -= 1 }
    return end > at + 1 ? phrase((at + 1)..<end) : nil
  }

  private func phrase(_ range: Range<Int>) -> String {
    var range = range
    if let first = range.first, range.count > 1,
      Self.articles.contains(reading.tokens[first].key)
    {
      range = (first + 1)..<range.upperBound
    }
    return HeadlineWriter.plain(range, reading).string
  }

  /// The name of a forum, festival or exercise, in the capitals around its noun.
  func eventName() -> String? {
    var best: Range<Int>?
    var start: Int?
    func close(_ end: Int) {
      guard let from = start, end - from >= 3,
        (from..<end).contains(where: { Self.events.contains(reading.tokens[$0].key) }),
        end - from > best?.count ?? 0
      else { return }
      best = from..<end
    }
    for i in draft.segment {
      let token = reading.tokens[i]
      let isInside = token.isCapitalised || token.key == WordKey("-") && start != nil
      if isInside, !reading.has(.date, at: i) {
        start = start ?? i
      } else {
        close(i)
        start = nil
      }
    }
    close(draft.segment.upperBound)
    guard let best else { return nil }
    let line = HeadlineWriter.plain(best, reading)
    return line.fits(limit) ? line.string : nil
  }

  private static let owners = BlockReading.keys("its their")
  private static let articles = BlockReading.keys("the a an")
  private static let participles = WordMap<String>([
    WordKey("formation"): "formed", WordKey("establishment"): "established",
    WordKey("creation"): "created", WordKey("opening"): "opened", WordKey("launch"): "launched",
    WordKey("inauguration"): "inaugurated", WordKey("foundation"): "founded",
    WordKey("signing"): "signed", WordKey("signature"): "signed",
  ])
  private static let events = BlockReading.keys(
    "forum conference festival exhibition seminar congress week summit symposium exercise games fair"
  )
}
