import Chronicle
import Prose

/// Who fights, and whom a war or a disaster strikes.
extension RoleResolver {
  /// A war is fought by a state; what is suffered has no actor that its own words name.
  func struck(_ cast: Cast) -> Roles {
    if cast.draft.rule?.isSuffered == true {
      let place = cast.sides.first { $0.isPlace || $0.isCity || $0.isPossessor }?.code
      return Roles(
        actors: [], recipients: place.map { [$0] } ?? [], subject: cast.discourse.subject)
    }
    // "Was seized by the Spanish navy".
    if cast.isPassive,
      let agent = cast.sides.first(where: { $0.isBy && $0.at > cast.at && !$0.isOrganisation })
    {
      return Roles(
        actors: [agent.code], recipients: Array(cast.subject.filter { $0 != agent.code }.prefix(1)),
        subject: cast.discourse.subject)
    }
    // "A Turkish trawler was seized off Annaba": where it happened, whoever lives there did it.
    if cast.isPassive, cast.subject.count == 1,
      let place = cast.sides.first(where: { ($0.isPlace || $0.isCity) && $0.at > cast.at }),
      place.code != cast.subject[0], context.parties.contains(place.code)
    {
      return Roles(
        actors: [place.code], recipients: cast.subject, subject: cast.discourse.subject)
    }
    let states = unique(
      cast.subject + cast.sides.filter { !$0.isOrganisation }.map(\.code))
    return Roles(
      actors: Array(states.prefix(1)), recipients: [], subject: cast.discourse.subject)
  }

  /// The state that a disaster strikes: where it struck, else the one that others then help.
  func stricken(_ cast: Cast) -> Roles {
    let named = finder.sides(in: cast.draft.segment, cast.reading).filter { !$0.isOrganisation }
    let place = named.first { $0.at > cast.at && ($0.isPlace || $0.isCity || $0.isPossessor) }
    let isSubject = cast.draft.clause?.subject.map(cast.draft.segment.overlaps) ?? false
    var struck = place?.code ?? (isSubject ? cast.subject.first : nil) ?? named.first?.code
    if struck == nil {
      let helpers = unique(
        finder.sides(in: cast.draft.sentence, cast.reading).filter {
          !$0.isOrganisation && !$0.isPlace && !$0.isCity
        }.map(\.code))
      if helpers.count == 1 { struck = context.other(than: helpers[0]) }
      if struck == nil, let giver = mostGiving(cast) { struck = context.other(than: giver) }
    }
    return Roles(
      actors: struck.map { [$0] } ?? [], recipients: [], subject: cast.discourse.subject)
  }
}
