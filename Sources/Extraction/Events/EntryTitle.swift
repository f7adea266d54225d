import Chronicle
import Prose

/// The words by which an entry names its matter, between its dates, its sums and its marks: "Forest
/// programme" of "2009–2013 – Forest programme, EUR 18.3 million", a cell of a row.
struct EntryTitle {
  let reading: BlockReading
  let draft: Draft

  /// The words that stand for a deed which has none of its own beside its sum or its state; nil where the
  /// deed's own part of the entry says what it is.
  var range: Range<Int>? {
    let isSum = draft.rule?.id == "aid/money-entry"
    let isRow = isOverCells(draft.segment) || draft.sentence.contains(where: reading.isCellEnd)
    guard isSum || isRow && !isOfPeople else { return nil }
    let parts = parts
    if let at = draft.trigger?.lowerBound, let own = parts.first(where: { $0.contains(at) }),
      names(own), !isSum
    {
      return isOverCells(draft.segment) ? own : nil
    }
    return parts.first(where: names)
  }

  /// Who came and went is told by templates of its own.
  private var isOfPeople: Bool { draft.type == .visit || draft.type == .appointment }

  private func isOverCells(_ range: Range<Int>) -> Bool {
    range.dropFirst().dropLast().contains(where: reading.isCellEnd)
  }

  /// The sentence taken apart at cells, dates and sums.
  private var parts: [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = draft.sentence.lowerBound
    func close(_ end: Int) {
      var part = start..<max(start, end)
      while let first = part.first, isLoose(first) { part = (first + 1)..<part.upperBound }
      while let last = part.last, isLoose(last) { part = part.lowerBound..<last }
      if !part.isEmpty { parts.append(part) }
    }
    var i = start
    while i < draft.sentence.upperBound {
      let end =
        reading.date(at: i)?.upperBound ?? reading.end(of: EventCategory.money.rawValue, at: i)
      if let end, end > i {
        close(i)
        start = end
        i = end
      } else {
        if reading.isCellEnd(i) {
          close(i)
          start = i + 1
        }
        i += 1
      }
    }
    close(draft.sentence.upperBound)
    return parts
  }

  private func isLoose(_ i: Int) -> Bool {
    let token = reading.tokens[i]
    if token.kind == .punctuation { return token.key != ")" || token.start == token.end }
    return DateUseReader.adverbialPrepositions.contains(token.key)
      || Self.joints.contains(token.key)
  }

  /// Whether words name a thing: with a capital at their head and a noun that is no state of affairs.
  private func names(_ part: Range<Int>) -> Bool {
    guard let first = part.first(where: { reading.tokens[$0].kind == .word }),
      reading.tokens[first].isCapitalised
    else { return false }
    return part.contains { i in
      let token = reading.tokens[i]
      return token.kind == .word && token.end - token.start > 3 && !reading.has(.date, at: i)
        && !Self.states.contains(token.key)
    }
  }

  private static let joints = BlockReading.keys(
    "and with worth of for until since approx approximately about")
  /// What a column on the state of things says.
  private static let states = BlockReading.keys(
    "completed ongoing planned under finished closed active signed pending cancelled suspended done"
      + " implemented running current expired total none handed over")
}

extension BlockReading {
  /// Whether a token is the mark between two cells of a row.
  func isCellEnd(_ i: Int) -> Bool { tokens[i].start == tokens[i].end }
}
