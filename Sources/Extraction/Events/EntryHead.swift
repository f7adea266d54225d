import Diagnostics
import Prose

/// The date with which an entry begins, as a sentence of its own: "18 January. The ship is stopped."
enum EntryHead {
  /// The sentences, the first joined to the next where it is nothing but a date.
  static func joined(
    _ sentences: [Range<Int>], _ tokens: [Token], _ dates: [DateMention]
  ) -> [Range<Int>] {
    guard sentences.count > 1, isHead(sentences[0], tokens, dates) else { return sentences }
    let first = sentences[0].lowerBound..<sentences[1].upperBound
    return [first] + sentences.dropFirst(2)
  }

  private static func isHead(_ sentence: Range<Int>, _ tokens: [Token], _ dates: [DateMention])
    -> Bool
  {
    guard sentence.count <= longest, let date = dates.first,
      sentence.last.map({ tokens[$0].key != "?" }) == true
    else { return false }
    var hasDate = false
    for i in sentence {
      if date.span.start <= tokens[i].start, tokens[i].end <= date.span.end {
        hasDate = true
      } else if tokens[i].kind != .punctuation, !around.contains(tokens[i].key) {
        return false
      }
    }
    return hasDate
  }

  private static let longest = 12
  private static let around = BlockReading.keys(
    "on in by before after since from until about around circa c ca early mid late tbc provisional"
      + " provisionally the")
}
