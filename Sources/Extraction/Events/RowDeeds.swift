import Chronicle
import Diagnostics
import Prose

/// Words of deeds that yield to others of their sentence.
extension ClauseReader {
  /// Leaves of the words of deeds in a sentence those that tell one.
  func settle(
    _ triggers: inout [Trigger], _ reading: BlockReading, _ sentence: Range<Int>,
    _ clauses: [Clause], _ discourse: Discourse, isEntry: Bool, isFirst: Bool
  ) {
    triggers.removeAll { isThing($0, reading, clauses) }
    // "The Minister of Foreign Affairs and Trade": part of an office.
    triggers.removeAll { trigger in
      trigger.rule.kind != .verb
        && trigger.range.allSatisfy { reading.has(.kind(.office), at: $0) }
    }
    leaveBareSums(&triggers, discourse)
    leaveAgreeing(&triggers, reading, sentence)
    leaveDisasters(&triggers, reading, clauses)
    leaveAsides(&triggers, reading, clauses)
    leaveOccasions(&triggers, reading, sentence, isEntry: isEntry, discourse)
    if isEntry, isFirst { addGuest(&triggers, reading, sentence, discourse) }
  }

  /// "Our embassy stood empty until 1990; it was reopened in June": what "it" is was named before.
  func takeMission(_ draft: Draft, _ reading: BlockReading) {
    guard draft.rule?.id == "construction/built", let subject = draft.clause?.subject,
      subject.count == 1, Self.pronouns.contains(reading.tokens[subject.lowerBound].key),
      let mission = EventRuleSet.builtIn.rules.first(where: { $0.id == "establishment/mission" })
    else { return }
    let before = max(0, subject.lowerBound - 16)..<subject.lowerBound
    guard before.contains(where: { RoleResolver.missions.contains(reading.tokens[$0].key) }) else {
      return
    }
    draft.type = mission.type
    draft.rule = mission
    draft.rules[0] = mission.id
  }

  /// "Our embassy, closed in 1994": the end of a mission is no establishment.
  func takeClosure(_ draft: Draft, _ reading: BlockReading) {
    guard draft.rule?.id == "establishment/mission",
      let verb = MissionVerb.of(draft, reading), verb == .closes || verb == .suspends,
      let shut = EventRuleSet.builtIn.rules.first(where: { $0.id == "other/mission-shut" })
    else { return }
    draft.type = shut.type
    draft.rule = shut
    if let place = draft.rules.firstIndex(where: { $0.hasSuffix("establishment/mission") }) {
      draft.rules[place] = shut.id
    }
  }

  private static let pronouns = BlockReading.keys("it they")

  /// "It was agreed that the next session would be held in May": the deed is what was agreed, where that has
  /// a date and the agreeing none.
  func leaveAgreeing(_ triggers: inout [Trigger], _ reading: BlockReading, _ sentence: Range<Int>) {
    guard
      let agreed = triggers.first(where: {
        $0.rule.id == "agreement/agreed"
          && reading.tokens[$0.range.upperBound - 1].key == WordKey("that")
      })
    else { return }
    let dates = reading.dates(in: sentence).map { reading.dates[$0].range.lowerBound }
    guard dates.allSatisfy({ $0 > agreed.range.upperBound }), !dates.isEmpty,
      triggers.contains(where: {
        $0.range.lowerBound >= agreed.range.upperBound && $0.rule.kind == .verb
      })
    else { return }
    triggers.removeAll { $0.range == agreed.range }
  }

  /// "When fires drove thousands from Cusco in July 2013, Poland sent two helicopters": the disaster says when,
  /// and what for.
  func leaveDisasters(
    _ triggers: inout [Trigger], _ reading: BlockReading, _ clauses: [Clause]
  ) {
    guard let time = clauses.first, Self.times.contains(time.opener), clauses.count > 1,
      clauses[1].subject != nil, !clauses[1].isShared, ["", ","].contains(clauses[1].opener),
      !reading.dates(in: time.range).isEmpty,
      Self.helping.contains(clauses[1].verb.lemma)
        || triggers.contains(where: {
          $0.rule.type == .aid && $0.range.contains(clauses[1].verb.main)
        })
    else { return }
    triggers.removeAll { $0.rule.type == .disaster && time.range.contains($0.range.lowerBound) }
  }

  /// "A plant, built under this framework, was inaugurated on 14 July": an aside without a date, of the same
  /// kind of deed as the verb behind it, is none beside it.
  func leaveAsides(_ triggers: inout [Trigger], _ reading: BlockReading, _ clauses: [Clause]) {
    func isVerb(_ trigger: Trigger) -> Bool {
      clauses.contains { trigger.range.contains($0.verb.main) }
    }
    let told = triggers.filter(isVerb)
    triggers.removeAll { aside in
      let start = aside.range.lowerBound
      guard start > 0, reading.tokens[start - 1].key == WordClass.comma,
        aside.rule.kind == .verb, !isVerb(aside),
        let end = (aside.range.upperBound..<reading.tokens.count).first(where: {
          reading.tokens[$0].key == WordClass.comma
        }), !(start..<end).contains(where: { reading.has(.date, at: $0) })
      else { return false }
      return told.contains {
        $0.rule.type == aside.rule.type && (end + 1...end + 4).contains($0.range.lowerBound)
      }
    }
  }

  /// What was sent after a disaster was help.
  func takeHelp(_ draft: Draft, _ reading: BlockReading, _ clauses: [Clause]) {
    guard draft.rule == nil, let clause = draft.clause, Self.helping.contains(clause.verb.lemma),
      [.other, .arms, .transportLink].contains(draft.type), let time = clauses.first,
      Self.times.contains(time.opener),
      time.range.contains(where: { DeedWords.disasters.contains(reading.tokens[$0].key) })
    else { return }
    draft.type = .aid
  }

  private static let times: Set<String> = ["when", "after", "as", "once", "following"]
  private static let helping: Set<String> = [
    "send", "fly", "dispatch", "deliver", "ship", "airlift", "lend", "rush", "provide", "donate",
    "give",
  ]

  /// "The visits of President Prado to Accra in 1961 and of President Rawlings for the summit in Lima": in a row of
  /// visits, what somebody came for is none of the row.
  func leavePurposes(
    _ triggers: inout [Trigger], _ reading: BlockReading, _ sentence: Range<Int>
  ) {
    guard
      let row = triggers.first(where: {
        $0.rule.type == .visit
          && ($0.rule.kind == .noun || isRow($0.range.lowerBound, reading, sentence))
          && $0.range.contains { Self.visits.contains(reading.tokens[$0].key) }
      })
    else { return }
    let people = reading.entities[reading.entities(in: sentence)].filter {
      ($0.kind == .person || $0.kind == .office) && $0.range.lowerBound >= row.range.upperBound
    }
    guard people.count > 1 else { return }
    triggers.removeAll { trigger in
      let at = trigger.range.lowerBound
      guard trigger.rule.type == .meeting, trigger.rule.kind == .noun, at > row.range.upperBound,
        people.contains(where: { (1...10).contains(at - $0.range.upperBound) })
      else { return false }
      return (max(row.range.upperBound, at - 4)..<at).contains {
        Self.purposes.contains(reading.tokens[$0].key)
      }
    }
  }

  /// "The exchange of visits", "these visits": a noun, though a verb looks the same.
  private func isRow(_ i: Int, _ reading: BlockReading, _ sentence: Range<Int>) -> Bool {
    i > sentence.lowerBound && Self.rows.contains(reading.tokens[i - 1].key)
  }

  private static let rows = BlockReading.keys("of the these those several many mutual high-level")
  private static let visits = BlockReading.keys("visits journeys trips tours stays")
  private static let purposes = BlockReading.keys("for to at attending")

  /// "President N. N., January 2001; six agreements signed" in a list of visits: the guest and the date are
  /// the visit, whatever else the entry tells.
  func addGuest(
    _ triggers: inout [Trigger], _ reading: BlockReading, _ sentence: Range<Int>,
    _ discourse: Discourse
  ) {
    guard let lead = discourse.lead, lead.type == .visit, !triggers.isEmpty,
      let date = reading.dates(in: sentence).first.map({ reading.dates[$0].range }),
      let guest = reading.entities[reading.entities(in: sentence)].first(where: {
        $0.kind == .person || $0.kind == .office
      }), guest.range.lowerBound - sentence.lowerBound <= 2,
      guest.range.upperBound <= date.lowerBound, date.lowerBound - sentence.lowerBound <= 14
    else { return }
    let between = guest.range.upperBound..<date.lowerBound
    guard
      between.allSatisfy({ i in
        let token = reading.tokens[i]
        return token.isCapitalised || token.kind != .word || Self.ofNames.contains(token.key)
      }),
      !triggers.contains(where: { $0.range.lowerBound < date.upperBound || $0.rule.type == .visit })
    else { return }
    triggers.insert(Trigger(rule: lead.rule, range: guest.range), at: 0)
  }

  private static let ofNames = BlockReading.keys("of the and de da dos bin al van von")
}
