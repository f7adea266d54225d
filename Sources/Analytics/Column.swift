public import Chronicle
import Chronology

/// The one column in which an event stands: counted, or kept out of the counts for one reason.
///
/// Where several reasons hold, the first in the order conditional, aggregate, planned, undated,
/// doubtful, imprecise is the one.
public enum Column: String, Sendable, Hashable, CaseIterable {
  /// Occurred, or ongoing at its start; one event; its year is known.
  case counted
  /// Depends on an "if".
  case conditional
  /// A total over many events.
  case aggregate
  case planned
  case undated
  /// The source's date can't be right; drawn at the proposed date, if there is one.
  case doubtful
  /// Known to the decade or more coarsely.
  case imprecise

  /// The column of an event.
  public init(of event: Event) {
    if event.content.status == .hypothetical {
      self = .conditional
    } else if event.content.isAggregate {
      self = .aggregate
    } else if event.content.status == .planned {
      self = .planned
    } else if let date = event.content.date {
      // Where another teller gives a sound date, that one counts.
      let isOdd =
        event.content.flags.contains("implausible_year")
        && !event.content.flags.contains("contradiction")
      if event.content.proposedDate != nil || isOdd {
        self = .doubtful
      } else {
        self = date.precision >= .decade || Placement.year(of: date) == nil ? .imprecise : .counted
      }
    } else {
      self = .undated
    }
  }
}
