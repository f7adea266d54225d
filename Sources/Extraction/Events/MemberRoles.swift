import Chronicle
import Prose

extension RoleResolver {
  /// Who joins which body.
  func membership(_ cast: Cast) -> Roles {
    let body =
      cast.sides.first { $0.isOrganisation && $0.at >= cast.at }
      ?? cast.sides.first { $0.isOrganisation }
    if cast.subject.count > 1 {
      return Roles(
        actors: cast.subject.sorted(), recipients: body.map { [$0.code] } ?? [], subject: nil)
    }
    let member =
      cast.subject.first
      ?? cast.sides.last { !$0.isOrganisation && $0.at <= cast.at && !$0.isPlace }?.code
      ?? cast.sides.first { !$0.isOrganisation && !$0.isPlace }?.code
      ?? cast.discourse.listSubject ?? cast.discourse.subject
    return Roles(
      actors: member.map { [$0] } ?? [], recipients: body.map { [$0.code] } ?? [], subject: member)
  }
}
