import Chronology

extension Event {
  /// Flags that a decided date settles.
  static let dateDoubts: Set<String> = ["implausible_year", "invalid_date", "contradiction"]

  /// Gives a field its decided value.
  ///
  /// - Parameter parent: the id of the event that ``Change/partOf(_:)`` names.
  mutating func apply(_ change: Change, within parent: String?) {
    switch change {
    case .headline(let text): content.headline = text
    case .date(let date): decide(date)
    case .proposedDate: decide(content.proposedDate?.date)
    case .type(let type): content.type = type
    case .domain(let domain):
      content.domain = domain
      content.secondaryDomains.removeAll { $0 == domain }
    case .status(let status): content.status = status
    case .actors(let codes): content.actors = codes.sorted()
    case .recipients(let codes): content.recipients = codes.sorted()
    case .places(let names): content.places = names
    case .partOf: partOf = parent
    case .aggregate(let value): content.isAggregate = value
    }
  }

  private mutating func decide(_ date: EDTF?) {
    content.date = date
    content.proposedDate = nil
    content.dateBasis = date == nil ? .none : .explicit
    content.flags.removeAll { Event.dateDoubts.contains($0) }
  }

  /// A field's value as `events.json` has it, lists with commas; nil where there is none.
  func value(of field: String) -> String? {
    func list(_ items: [String]) -> String? { items.isEmpty ? nil : items.joined(separator: ", ") }
    return switch field {
    case "headline": content.headline
    case "date": content.date?.description
    case "type": content.type.rawValue
    case "domain": content.domain.rawValue
    case "status": content.status.rawValue
    case "actors": list(content.actors)
    case "recipients": list(content.recipients)
    case "places": list(content.places)
    case "part_of": partOf
    default: content.isAggregate ? "true" : "false"
    }
  }
}
