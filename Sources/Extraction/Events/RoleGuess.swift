import Chronicle
import Prose

extension RoleResolver {
  /// Whether a deed of one side to the other names neither: who acts is taken from what stands
  /// around it, and any other teller knows better.
  func isGuess(_ draft: Draft, _ reading: BlockReading, _ discourse: Discourse) -> Bool {
    guard Self.oneSided.contains(draft.type) else { return false }
    // The line before the list says who: "From India:".
    if let lead = discourse.lead, lead.actor != nil, lead.type == draft.type { return false }
    let sides = finder.sides(in: draft.sentence, reading)
    return !sides.contains { context.parties.contains($0.code) }
      && pronounSide(reading, draft.sentence, discourse) == nil
  }

  private static let oneSided: Set<EventType> = [
    .recognition, .visit, .aid, .award, .training, .scholarship, .support, .transportLink, .arms,
    .construction, .trade,
  ]
}
