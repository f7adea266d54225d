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
    return Roles(actors: context.parties.sorted(), recipients: [], subject: nil)
  }

  /// The carrier of the same entry: "AZAL opens Baku–Islamabad; Karachi added in April".
  private func entryCarrier(_ cast: Cast) -> String? {
    cast.discourse.entryActors.count == 1 && cast.discourse.lastType == .transportLink
      ? cast.discourse.entryActors[0] : nil
  }
}
