import Chronicle
import Chronology

/// How one event is told otherwise in another edition.
struct EventChange {
  /// `date: 2106-04 → 2016-04`, for each field that differs.
  let fields: [String]

  /// - Parameters:
  ///   - hasSameWhole: whether two ids of the events that they are part of mean the same.
  init(_ old: Event, _ new: Event, hasSameWhole: (String?, String?) -> Bool) {
    var fields: [String] = []
    func compare(_ name: String, _ value: (Event) -> String) {
      let (before, after) = (value(old), value(new))
      if before != after { fields.append("\(name): \(shown(before)) → \(shown(after))") }
    }
    func shown(_ value: String) -> String { value.isEmpty ? "none" : value }
    compare("headline") { $0.content.headline }
    compare("date") { $0.content.date?.description ?? "" }
    compare("proposed date") { $0.content.proposedDate?.date.description ?? "" }
    compare("type") { $0.content.type.rawValue }
    compare("domain") { $0.content.domain.rawValue }
    compare("also of") { $0.content.secondaryDomains.map(\.rawValue).joined(separator: ", ") }
    compare("status") { $0.content.status.rawValue }
    compare("actors") { $0.content.actors.joined(separator: ", ") }
    compare("recipients") { $0.content.recipients.joined(separator: ", ") }
    compare("participants") {
      $0.content.participants.map(Explanation.described).joined(separator: ", ")
    }
    compare("places") { $0.content.places.joined(separator: ", ") }
    compare("amounts") {
      $0.content.amounts.map { "\($0.value) \($0.unit)" }.joined(separator: ", ")
    }
    if !hasSameWhole(old.partOf, new.partOf) { compare("part of") { $0.partOf ?? "" } }
    compare("aggregate") { $0.content.isAggregate ? "yes" : "no" }
    compare("flags") { $0.content.flags.joined(separator: ", ") }
    let quotes = (old.mentions.map(\.quote).sorted(), new.mentions.map(\.quote).sorted())
    if quotes.0.count != quotes.1.count {
      compare("sentences") { String($0.mentions.count) }
    } else if quotes.0 != quotes.1 {
      fields.append("sentences: other words")
    }
    self.fields = fields
  }
}
