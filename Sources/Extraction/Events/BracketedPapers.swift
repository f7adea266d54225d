import Chronicle
import Prose

/// Papers told each by its name and date in brackets: "agreements on taxation (1997), extradition (2003) and
/// culture (2011) were signed", "the Treaty of Friendship (1992) and the Air Services Agreement (1995)".
enum BracketedPapers {
  /// A segment for each paper of a sentence that has no other dates; nil where it tells something else.
  static func segments(
    _ reading: BlockReading, _ sentence: Range<Int>, triggers: [Trigger], dates: [Int]
  ) -> [Segment]? {
    guard dates.count > 1,
      let head = triggers.first(where: { $0.rule.type == .agreement && $0.rule.kind == .noun }),
      triggers.allSatisfy({ $0.rule.type == .agreement || $0.rule.type == .declaration })
    else { return nil }
    var start = head.range.lowerBound
    let isPlural = singular(head.range, reading) != nil
    var result: [Segment] = []
    for date in dates {
      let range = reading.dates[date].range
      guard range.lowerBound > start, range.upperBound < sentence.upperBound,
        reading.tokens[range.lowerBound - 1].key == "(",
        reading.tokens[range.upperBound].key == ")",
        let item = trimmed(start..<(range.lowerBound - 1), reading)
      else { return nil }
      let own = triggers.first { $0.rule.kind == .noun && item.contains($0.range.lowerBound) }
      guard own != nil || isPlural else { return nil }
      result.append(
        Segment(range: item, separator: "", triggers: [own ?? head], dates: [date]))
      start = range.upperBound + 1
    }
    return result
  }

  /// "Agreement on extradition": the paper that only the plural before it names.
  static func title(of draft: Draft, _ reading: BlockReading) -> String? {
    guard draft.type == .agreement, let head = draft.trigger,
      draft.segment.upperBound < draft.sentence.upperBound,
      reading.tokens[draft.segment.upperBound].key == "(",
      let noun = singular(head, reading)
    else { return nil }
    var about = draft.segment
    if draft.segment.overlaps(head) {
      guard
        let joint = (head.upperBound..<max(head.upperBound, about.upperBound)).first(where: {
          joints.contains(reading.tokens[$0].key)
        })
      else { return nil }
      about = joint..<about.upperBound
    }
    if let first = about.first, joints.contains(reading.tokens[first].key) {
      about = (first + 1)..<about.upperBound
    }
    guard !about.isEmpty else { return nil }
    if reading.tokens[about.lowerBound - 1].key == "the" {
      about = (about.lowerBound - 1)..<about.upperBound
    }
    return "\(noun) on \(reading.string(about))"
  }

  /// Without the comma, "and" and article before its words.
  private static func trimmed(_ range: Range<Int>, _ reading: BlockReading) -> Range<Int>? {
    var start = range.lowerBound
    while start < range.upperBound,
      reading.tokens[start].kind == .punctuation || reading.has(.conjunction, at: start)
        || reading.has(.determiner, at: start)
    {
      start += 1
    }
    return start < range.upperBound ? start..<range.upperBound : nil
  }

  /// "Agreement" of "agreements"; nil of a noun that is no plural.
  private static func singular(_ noun: Range<Int>, _ reading: BlockReading) -> String? {
    noun.lazy.compactMap { plurals[reading.tokens[$0].key] }.first
  }

  private static let plurals = WordMap<String>([
    "agreements": "Agreement", "treaties": "Treaty", "conventions": "Convention",
    "protocols": "Protocol", "accords": "Accord", "memoranda": "Memorandum",
    "memorandums": "Memorandum", "mous": "MoU", "pacts": "Pact", "contracts": "Contract",
  ])
  private static let joints = BlockReading.keys("on for concerning regarding about in")
}
