import Chronicle
import Prose

/// Clues to who gives, in how a gift is told.
extension RoleResolver {
  /// "Five million dollars were announced in Canberra": a capital announces what its own state gives.
  func announcer(_ cast: Cast, _ own: [Side]) -> String? {
    guard Self.gifts.contains(cast.draft.type), let verb = cast.draft.clause?.verb, verb.isPassive,
      Self.announcing.contains(verb.lemma), cast.subject.isEmpty,
      let place = own.first(where: { $0.at > verb.main }), place.at - verb.main <= 3,
      preposition(before: place.at, cast) == WordKey("in"),
      cast.reading.entities.contains(where: {
        $0.kind == .capital && $0.range.contains(place.at)
      })
    else { return nil }
    return place.code
  }

  /// "Forty-one Turkish scholarships went to Kenyans": whose they are, and to whom they go.
  func namedGift(_ cast: Cast, _ own: [Side]) -> String? {
    guard cast.draft.type == .scholarship || cast.draft.type == .aid,
      let verb = cast.draft.clause?.verb, Self.going.contains(verb.lemma),
      let subject = cast.draft.clause?.subject,
      let giver = own.first(where: { subject.contains($0.at) && !$0.isCity }),
      own.contains(where: {
        $0.at > verb.main && $0.at - verb.main <= 5 && $0.code != giver.code
      })
    else { return nil }
    return giver.code
  }

  /// "Week of Slovak film, Budapest": whose culture is shown, where only the place has another's name.
  func shown(_ cast: Cast, _ own: [Side]) -> String? {
    guard cast.draft.type == .culturalEvent, cast.subject.isEmpty,
      let side = own.first(where: { !$0.isPlace && !$0.isCity && !$0.isBy }),
      own.contains(where: { $0.isCity && $0.code != side.code })
    else { return nil }
    return side.code
  }

  private static let announcing: Set<String> = ["announce", "pledge", "promise", "approve"]
  private static let going: Set<String> = ["go", "reach", "come", "arrive"]
}
