import Prose

/// Names with their dates in brackets, of which each date is that of the name before it: "Roh (May 2005)
/// and Park (June 2014) were welcomed", "he visited Seoul (1995) and Busan (2003)".
enum BracketedSeries {
  /// The name to which the deed's date belongs, where its sentence names several so.
  static func owner(of draft: Draft, _ reading: BlockReading) -> Range<Int>? {
    guard let date = draft.date.flatMap(reading.range),
      let open = opening(before: date.lowerBound, draft, reading),
      let own = name(before: open, draft, reading)
    else { return nil }
    let openings = draft.sentence.filter {
      reading.tokens[$0].key == "(" && reading.has(.dateStart, at: $0 + 1)
        && name(before: $0, draft, reading) != nil
    }
    return openings.count > 1 ? own : nil
  }

  /// The bracket in which nothing but dates and their joints stands before a date.
  private static func opening(before date: Int, _ draft: Draft, _ reading: BlockReading) -> Int? {
    var i = date
    while i > draft.sentence.lowerBound {
      i -= 1
      if reading.tokens[i].key == "(" { return i }
      guard reading.has(.date, at: i) || ClauseReader.listWords.contains(reading.tokens[i].key)
      else { return nil }
    }
    return nil
  }

  /// The capitalised words before a bracket.
  private static func name(before open: Int, _ draft: Draft, _ reading: BlockReading)
    -> Range<Int>?
  {
    let person = reading.entities[reading.entities(in: draft.sentence)].first {
      $0.range.upperBound == open && $0.kind == .person
    }
    var start = person?.range.lowerBound ?? open
    while start > draft.sentence.lowerBound, reading.tokens[start - 1].isCapitalised,
      reading.tokens[start - 1].kind == .word, !reading.has(.kind(.office), at: start - 1),
      !reading.has(.kind(.title), at: start - 1), !offices.contains(reading.tokens[start - 1].key)
    {
      start -= 1
    }
    return start < open ? start..<open : nil
  }

  private static let offices = BlockReading.keys(
    "presidents ministers chancellors premiers kings queens speakers secretaries ambassadors governors")
}

extension BlockReading {
  /// A city or state is named in a range.
  func hasPlace(in range: Range<Int>) -> Bool {
    entities.contains {
      [.city, .capital, .state].contains($0.kind) && $0.range.overlaps(range)
    }
  }
}
