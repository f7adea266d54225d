import Chronicle
import Prose

/// Who flies or sails to whom.
extension RoleResolver {
  /// A link belongs to the side whose carrier runs it, else to both.
  func transport(_ cast: Cast) -> Roles {
    let carriers = unique(
      cast.subject.filter { code in !cast.sides.contains { $0.code == code && $0.isCity } }
        + cast.sides.filter { !$0.isPlace && !$0.isCity && !$0.isWith && !$0.isOrganisation }
        .map(\.code))
    // "Kenya Airways and Garuda concluded a code-share": both carry.
    if cast.draft.rule?.isShared == true,
      Set(carriers).isSuperset(of: context.parties)
    {
      return Roles(actors: context.parties.sorted(), recipients: [], subject: nil)
    }
    if let carrier = carriers.first(where: context.parties.contains),
      !carriers.contains(where: { !context.parties.contains($0) }),
      let end = context.other(than: carrier)
    {
      return Roles(actors: [carrier], recipients: [end], subject: carrier)
    }
    if carriers.isEmpty, let told = cast.discourse.listSubject ?? entryCarrier(cast),
      let end = context.other(than: told)
    {
      return Roles(actors: [told], recipients: [end], subject: told)
    }
    if carriers.isEmpty, let carrier = visitingCarrier(cast), let end = context.other(than: carrier)
    {
      return Roles(actors: [carrier], recipients: [end], subject: carrier)
    }
    return Roles(actors: context.parties.sorted(), recipients: [], subject: nil)
  }

  /// "Lakeside Airways has flown to Lima since 1997": a carrier whose state nobody names is not of the place to
  /// which alone it flies.
  private func visitingCarrier(_ cast: Cast) -> String? {
    let places = cast.sides.filter { ($0.isPlace || $0.isCity) && $0.at > cast.at }
    guard let verb = cast.draft.clause?.verb, !verb.isPassive, Self.flying.contains(verb.lemma),
      Set(places.map(\.code)).count == 1, let goal = places.first, goal.at - verb.main <= 4,
      preposition(before: goal.at, cast) == WordClass.to,
      cast.draft.clause?.subject?.contains(where: { cast.reading.tokens[$0].isCapitalised }) == true
    else { return nil }
    return context.other(than: goal.code)
  }

  private static let flying: Set<String> = ["fly", "sail"]

  /// The carrier of the same entry: "AZAL opens Baku–Islamabad; Karachi added in April".
  private func entryCarrier(_ cast: Cast) -> String? {
    cast.discourse.entryActors.count == 1 && cast.discourse.lastType == .transportLink
      ? cast.discourse.entryActors[0] : nil
  }
}
