import Chronicle
import Prose

/// Clauses that go on with the deed told before: "Fifty more arrived in January", "the last one was handed
/// over in April", "it resumes on the seventeenth".
extension ClauseReader {
  /// Gives a deed that no list knows the type and the doers of the one before it, where its subject points
  /// back at what that was about.
  func takeUp(_ draft: Draft, _ reading: BlockReading, _ discourse: Discourse, _ block: Int) {
    guard draft.type == .other, discourse.lastBlock == block, let type = discourse.lastType,
      Self.continued.contains(type), let subject = draft.clause?.subject,
      pointsBack(subject, reading)
    else { return }
    draft.type = type
    draft.goesOn = true
    draft.doubts.append("taken up from the deed before it")
  }

  /// "It", "they", "fifty more", "the last one", "another": of what was named before, and of no state.
  private func pointsBack(_ subject: Range<Int>, _ reading: BlockReading) -> Bool {
    guard subject.count <= 4, reading.entities(in: subject).isEmpty, let last = subject.last else {
      return false
    }
    let key = reading.tokens[last].key
    if subject.allSatisfy({ reading.has(.amount, at: $0) || reading.tokens[$0].key == "-" }) {
      return true
    }
    if subject.count == 1 { return Self.things.contains(key) || Self.rest.contains(key) }
    return Self.rest.contains(key)
  }

  private static let things = BlockReading.keys("it they these those both all")
  private static let rest = BlockReading.keys("more one ones others another latter former rest")
  /// Deeds that go on in parts.
  private static let continued: Set<EventType> = [
    .aid, .training, .scholarship, .arms, .trade, .investment, .transportLink, .construction,
    .culturalEvent,
  ]
}
