import Chronicle
import Chronology

/// What became of meetings and visits that were announced.
struct Outcomes {
  /// What happened, at dates that can be relied on.
  let events: [Event]

  private static let encounters: Set<EventType> = [.visit, .meeting, .consultation]
  /// How late what was announced may still have come about, in days.
  private static let patience = 366

  /// Whether an encounter of the same states and people is told, of the time announced or not long
  /// after, or another deed of the same kind and states since: it may be the one that was meant.
  func isTold(_ planned: Event) -> Bool {
    guard let date = planned.drawnDate, let last = date.latest ?? date.earliest else {
      return false
    }
    guard Self.encounters.contains(planned.content.type) else {
      return isDoneSince(date.earliest ?? last, planned)
    }
    let first = date.isOpenStart ? nil : date.earliest
    return events.contains { event in
      guard Self.encounters.contains(event.content.type), states(event) == states(planned),
        let day = event.drawnDate?.earliest, let end = event.drawnDate?.latest
      else { return false }
      return first.map { end >= $0 } != false && day - last <= Self.patience
        && (first != nil || last - day <= Self.patience) && mayMeet(event, planned)
    }
  }

  private func isDoneSince(_ first: Day, _ planned: Event) -> Bool {
    planned.content.type != .other
      && events.contains { event in
        event.content.type == planned.content.type && states(event) == states(planned)
          && event.drawnDate?.latest.map { $0 >= first } == true
      }
  }

  private func states(_ event: Event) -> Set<String> {
    Set(event.content.actors + event.content.recipients)
  }

  /// Whether they name a person in common, where both name any.
  private func mayMeet(_ a: Event, _ b: Event) -> Bool {
    let names = [a, b].map {
      Set($0.content.participants.map { PersonalName.surname(of: $0.name) })
    }
    return names.contains(where: \.isEmpty) || !names[0].isDisjoint(with: names[1])
  }
}
