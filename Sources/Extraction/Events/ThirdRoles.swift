import Chronicle
import Prose

/// Deeds of states and bodies that are no party, and votes.
extension RoleResolver {
  /// "Voted for the election of Kazakhstan to the Security Council": for whom the vote is.
  func isVotedFor(_ cast: Cast, _ recipients: [String]) -> Bool {
    guard cast.draft.type == .resolution, recipients.count == 1 else { return false }
    let tokens = cast.reading.tokens
    return cast.sides.contains { side in
      side.at > cast.at && side.code == recipients[0]
        && (side.isPossessor || side.isFor)
        && (cast.at..<side.at).contains {
          Self.elections.contains(tokens[$0].key) || side.isFor && tokens[$0].key == WordKey("for")
        }
    }
  }

  /// "Voted for the General Assembly resolution on Ukraine": a vote in a body of many, about others.
  func isVoteElsewhere(_ cast: Cast, _ recipients: [String]) -> Bool {
    guard cast.draft.type == .resolution, recipients.count == 1 else { return false }
    let keys = cast.draft.segment.map { cast.reading.tokens[$0].key }
    return keys.contains(where: DeedWords.votes.contains)
      && keys.contains(where: Self.gatherings.contains)
      && !cast.sides.contains {
        $0.code == recipients[0] && $0.at > cast.at && !isCompared($0.at, cast)
      }
  }

  /// "As Norway did": no part of the deed.
  private func isCompared(_ at: Int, _ cast: Cast) -> Bool {
    at > 0 && cast.reading.tokens[at - 1].key == WordKey("as")
  }

  private static let gatherings = BlockReading.keys(
    "assembly council committee commission conference resolution resolutions")

  private static let elections = BlockReading.keys(
    "election candidature candidacy bid membership candidate seat admission")

  /// "A contribution to the WFP": a body that gets what is given, where no party is named as its goal.
  func payee(_ cast: Cast) -> String? {
    guard
      let body = cast.sides.first(where: {
        $0.isOrganisation && $0.at > cast.at && preposition(before: $0.at, cast) == WordClass.to
      }),
      !cast.sides.contains(where: {
        $0.at > cast.at && !$0.isOrganisation
          && preposition(before: $0.at, cast).map(Self.goals.contains) == true
      })
    else { return nil }
    return body.code
  }

  /// "France gave Morocco ten buses", "was seized by the French navy": a state that is no party acts.
  func others(_ cast: Cast) -> Roles? {
    let parties = context.parties
    if cast.isPassive {
      let agents = cast.sides.filter { $0.isBy && $0.at > cast.at && !$0.isOrganisation }
      guard !agents.isEmpty, !agents.contains(where: { parties.contains($0.code) }) else {
        return nil
      }
      return Roles(
        actors: unique(agents.map(\.code)).sorted(),
        recipients: cast.subject.filter(parties.contains), subject: nil)
    }
    if let seller = seller(cast) {
      return Roles(actors: [seller], recipients: cast.subject, subject: cast.subject.first)
    }
    let isSale =
      cast.draft.type == .arms
      && cast.draft.clause.map { !$0.verb.isCopula && !$0.verb.isPassive }
        ?? false
    guard cast.isVerb || isSale, !cast.subject.isEmpty,
      !cast.subject.contains(where: parties.contains), !receives(cast)
    else { return nil }
    let verb = min(cast.at, cast.draft.clause?.verb.main ?? cast.at)
    let after = cast.sides.filter {
      $0.at > verb && parties.contains($0.code) && !$0.isBy
    }
    let object =
      after.first {
        !$0.isCity && (!$0.isPlace || cast.reading.tokens[$0.at - 1].key == WordClass.to)
      } ?? (Self.local.contains(cast.draft.type) ? after.first : nil)
    return Roles(
      actors: cast.subject.sorted(), recipients: object.map { [$0.code] } ?? [], subject: nil)
  }

  /// "Bought two frigates from Britain": a state that is no party, where one of ours is the buyer.
  private func seller(_ cast: Cast) -> String? {
    guard receives(cast), cast.subject.count == 1, context.parties.contains(cast.subject[0]) else {
      return nil
    }
    let source = cast.sides.first {
      $0.at > cast.draft.segment.lowerBound && !$0.isOrganisation
        && preposition(before: $0.at, cast) == WordKey("from")
    }
    return source.flatMap { context.parties.contains($0.code) ? nil : $0.code }
  }

  /// The third beside the parties that a sentence names with "trilateral" or "the three".
  func third(_ sentence: Range<Int>, _ reading: BlockReading) -> [String] {
    guard sentence.contains(where: { Self.three.contains(reading.tokens[$0].key) }) else {
      return []
    }
    let thirds = unique(
      finder.sides(in: sentence, reading).filter {
        !$0.isOrganisation && !$0.isPlace && !$0.isCity && !context.parties.contains($0.code)
      }.map(\.code))
    return thirds.count == 1 ? thirds : []
  }

  static let three = BlockReading.keys("trilateral tripartite three")
}
