import Diagnostics
import Prose

/// Whether the subject of a clause is somebody.
enum Animacy {
  /// People, bodies and their names can visit; a consignment, a train or a sum cannot.
  static func canVisit(_ clause: Clause, _ reading: BlockReading) -> Bool {
    guard let subject = clause.subject else { return true }
    if isOfPeople(subject, clause, reading) { return true }
    return subject.contains { i in
      let token = reading.tokens[i]
      if WordClass.subjects.contains(token.key), token.key != WordKey("which"),
        token.key != WordKey("it")
      {
        return true
      }
      if people.contains(token.key) { return true }
      if reading.has(beings, at: i) { return true }
      // An unknown name behind no article may be a person's.
      let isName =
        i > clause.range.lowerBound || isAloneInSentence(subject, reading)
        || subject.count > 1 && subject.allSatisfy { reading.tokens[$0].isCapitalised }
      return token.isCapitalised && isName && subject.count <= 5
        && !subject.contains { reading.has(.determiner, at: $0) }
        && !reading.has(.kind(.body), at: i)
    }
  }

  /// "A mission of jurists which toured Lyon": what the relative stands for.
  private static func isOfPeople(
    _ subject: Range<Int>, _ clause: Clause, _ reading: BlockReading
  ) -> Bool {
    guard let last = subject.last, relatives.contains(reading.tokens[last].key) else {
      return false
    }
    for i in (max(0, last - 7)..<last).reversed() {
      if people.contains(reading.tokens[i].key) { return true }
      if reading.tokens[i].kind == .punctuation, i < last - 1 { return false }
    }
    return false
  }

  private static let relatives = BlockReading.keys("which that")

  /// "Tagore, who gave us our anthem, came": a name, a comma and "who" or nothing else before the verb.
  private static func isAloneInSentence(_ subject: Range<Int>, _ reading: BlockReading) -> Bool {
    guard subject.count == 1, subject.upperBound + 1 < reading.tokens.count else { return false }
    return reading.tokens[subject.upperBound].key == WordClass.comma
      && reading.tokens[subject.upperBound + 1].key == WordKey("who")
  }

  private static let beings: TokenMarks = [.kind(.person), .kind(.office), .kind(.title)]
  private static let people = BlockReading.keys(
    "majesty majesties highness excellency holiness none nobody delegation delegations team committee"
      + " commission party mission missions minister ministers president presidents king queen leader leaders"
      + " premier officials speaker speakers deputies members group experts students officers"
      + " ambassador ambassadors successor predecessor mission couple others chief visitors guests"
      + " businessmen entrepreneurs artists doctors engineers volunteers soldiers missionaries emperor"
      + " sultan prince princess counterpart who he she they we i nurses teachers parliamentarians"
      + " lawmakers mayor envoy envoys governor secretary traveller travellers monks pilgrims")
}
