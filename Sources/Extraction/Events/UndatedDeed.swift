import Chronicle
import Prose

/// Which deeds are told though nothing says when they were done.
extension ClauseReader {
  /// Undated, yet what a desk officer would list: an award, a school, a membership.
  func isConcrete(_ draft: Draft, _ reading: BlockReading) -> Bool {
    guard let rule = draft.rule, rule.strength >= 6 || rule.kind == .verb && rule.strength >= 5
    else { return false }
    // "Said that it would invest": nothing yet.
    if draft.clause?.verb.modal != nil, draft.type == .construction { return false }
    switch draft.type {
    case .award, .construction, .membership, .scholarship, .other: return true
    case .training, .aid, .support:
      // "Sarkisian, who studied in Leningrad": whose life it is.
      return rule.kind == .verb && draft.clause?.opener != "who" && !isMutual(draft, reading)
        && (draft.type == .support || !isHabit(draft, reading))
    case .establishment: return rule.id == "establishment/assisted"
    case .visit: return rule.id == "visit/invited" || rule.id == "visit/first-ever"
    case .agreement: return rule.id == "agreement/twinned"
    default: return false
    }
  }

  private static let programmes = BlockReading.keys(
    "regularly annually yearly every each continuously permanently")

  /// "We have always stood by each other", "it taught us much": of no side's deed; "they support each
  /// other's candidates" says in what.
  private func isMutual(_ draft: Draft, _ reading: BlockReading) -> Bool {
    guard let trigger = draft.trigger else { return false }
    if Self.lessons.contains(reading.tokens[trigger.lowerBound].key) { return true }
    if draft.segment.contains(where: { Self.matters.contains(reading.tokens[$0].key) }) {
      return false
    }
    let behind = trigger.lowerBound..<min(trigger.upperBound + 3, draft.segment.upperBound)
    return behind.dropFirst().contains {
      Self.mutual.contains(reading.tokens[$0].key)
        && Self.eaches.contains(reading.tokens[$0 - 1].key)
    }
  }

  private static let matters = BlockReading.keys(
    "candidature candidatures candidacy candidacies candidate candidates election elections bid bids"
      + " membership")
  private static let mutual = BlockReading.keys("other another")
  private static let eaches = BlockReading.keys("each one")
  private static let lessons = BlockReading.keys("teach teaches taught teaching")

  /// "She teaches history", "they send us books": what is done as a rule.
  private func isHabit(_ draft: Draft, _ reading: BlockReading) -> Bool {
    guard let trigger = draft.trigger,
      // "Regularly undertakes projects": a programme that runs.
      !draft.segment.contains(where: { Self.programmes.contains(reading.tokens[$0].key) })
    else { return false }
    if let verb = draft.clause?.verb, trigger.contains(verb.main) {
      return verb.isPresent && verb.range.count == 1
    }
    // No verb of its own is seen in it: "grandchildren now teach there".
    return trigger.count == 1
      && [.base, .third].contains(
        VerbLexicon.builtIn.entry(reading.tokens[trigger.lowerBound].key)?.form)
  }
}
