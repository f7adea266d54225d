import Chronicle
import Diagnostics
import Prose

/// What an entry without a known word shows: who is put where.
struct EntryScene {
  let context: DocumentContext

  /// "Foreign Minister Ionescu, Lima", "Iliescu (President) in Lima": a person and a place of the
  /// other side, and hardly anything else.
  func isVisit(_ range: Range<Int>, _ reading: BlockReading) -> Bool {
    let named = reading.entities[reading.entities(in: range)]
    guard let place = named.last(where: { Self.places.contains($0.kind) && $0.code != nil }),
      let code = place.code
    else { return false }
    let people = named.filter { $0.kind == .person || $0.kind == .office }
    if let someone = people.first {
      return someone.code.map { $0 != code } ?? context.parties.contains(code)
    }
    guard context.parties.contains(code), let end = nameEnd(in: range, reading) else {
      return false
    }
    return end + 1 == place.range.lowerBound && reading.tokens[end].key == WordKey(",")
  }

  /// Where the two or three capitalised words end with which the entry begins behind its date.
  private func nameEnd(in range: Range<Int>, _ reading: BlockReading) -> Int? {
    let start = range.first { !reading.has(.date, at: $0) && reading.tokens[$0].kind == .word }
    guard let start else { return nil }
    let end =
      (start..<range.upperBound).first {
        !reading.tokens[$0].isCapitalised || reading.tokens[$0].kind != .word
      } ?? range.upperBound
    let isName = (start..<end).allSatisfy { i in !reading.tokens[i].isUpperCase }
    return (2...3).contains(end - start) && isName && end < range.upperBound ? end : nil
  }

  /// Whether the block begins with "2nd" or "Second".
  static func opensWithOrdinal(_ reading: BlockReading) -> Bool {
    let tokens = reading.tokens
    guard tokens.count > 1 else { return false }
    return reading.has(.ordinal, at: 0)
      || tokens[0].kind == .number && tokens[1].start == tokens[0].end
        && BlockReading.ordinalEndings.contains(tokens[1].key)
  }

  /// The entry names its people first: "President Iliescu in Lima, 3 May 1999 and again …".
  static func opensWithPerson(_ reading: BlockReading) -> Bool {
    guard reading.tokens.count <= 50, let date = reading.dates.first?.range.lowerBound,
      let first = reading.entities.first(where: { $0.kind == .person || $0.kind == .office }),
      first.range.lowerBound <= 2, first.range.upperBound <= date
    else { return false }
    return !(first.range.upperBound..<date).contains { i in
      VerbLexicon.builtIn.entry(reading.tokens[i].key).map { !$0.isNoun } ?? false
    }
  }

  /// "Pacavira (1988–1994); Augusto (2012–2018)" below "Ambassadors of Angola": names with their years.
  static func isListOfHolders(_ reading: BlockReading, _ lead: LeadIn?) -> Bool {
    lead?.type == .appointment && reading.dates.indices.count { isTerm($0, reading) } > 1
  }

  /// "[ ] Remind the ministry", "[x] Note of thanks, sent 3 Sept": somebody's own work.
  static func isTask(_ block: Block, _ text: SourceText) -> Bool {
    var i = block.span.start - 1
    while i >= 0, text.bytes[i] == UInt8(ascii: " ") { i -= 1 }
    return i >= 0 && text.bytes[i] == UInt8(ascii: "]")
  }

  /// The years of one who held a post: in brackets or behind a comma, right after a name.
  static func isTerm(_ number: Int, _ reading: BlockReading) -> Bool {
    var i = reading.dates[number].range.lowerBound - 1
    while i >= 0, terms.contains(reading.tokens[i].key) { i -= 1 }
    guard i > 0, ["(", ",", ":"].contains(where: { reading.tokens[i].key == WordKey($0) }) else {
      return false
    }
    let last = reading.tokens[i - 1]
    return last.isCapitalised || BlockReading.quotes.contains(last.key)
  }

  private static let terms = BlockReading.keys("since from to until")

  private static let places: Set<Entity.Kind> = [.city, .capital, .state]
}
