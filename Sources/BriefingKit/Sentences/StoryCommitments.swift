import Analytics
import Chronicle
import Chronology

/// What was agreed or announced, and what became of it.
extension Story {
  func findUnnamedLater() -> [Event] {
    events.filter {
      FollowUps.isAgreed($0) && $0.content.status == .occurred && isBilateral($0)
        && FollowUps.isInstrument($0) && followUps.hasNone($0)
    }.reversed()
  }

  func findOverdue() -> [Event] {
    let past = events.filter { event in
      event.content.status == .planned && isBilateral(event) && isOver(event)
        && event.content.type != .culturalEvent && !isOfItsDocumentsDay(event)
    }
    guard !past.isEmpty else { return [] }
    let outcomes = Outcomes(events: events.filter(isSettled))
    return past.filter { !outcomes.isTold($0) }.reversed()
  }

  func findAhead() -> [Event] {
    func first(_ event: Event) -> Int {
      event.drawnDate.flatMap { $0.isOpenStart ? $0.latest : $0.earliest ?? $0.latest }?.number
        ?? Int.max
    }
    return events.filter { event in
      event.content.status == .planned && isBilateral(event) && isAhead(event)
    }.sorted { (first($0), number($0)) < (first($1), number($1)) }
  }

  /// Whether a dated event's time is over at the as-of day.
  func isOver(_ event: Event) -> Bool {
    guard let asOf = ledger.asOf, let last = event.drawnDate?.latest else { return false }
    return last < asOf
  }

  /// Whether a dated event may still come.
  func isAhead(_ event: Event) -> Bool {
    guard let asOf = ledger.asOf, let date = event.drawnDate else { return false }
    return date.latest.map { $0 >= asOf } ?? true
  }

  /// Whether something is announced in the morning of the day that it is held on: nobody writes
  /// again of that.
  private func isOfItsDocumentsDay(_ event: Event) -> Bool {
    guard let date = event.drawnDate, date.precision == .day, let day = date.latest else {
      return false
    }
    return event.mentions.contains { mention in
      ledger.documents.first { $0.id == mention.document }?.date?.latest == day
    }
  }

  /// The session of a body that is announced next: one that names it, or that has the number after
  /// its last.
  func nextSession(_ mechanism: Mechanism) -> Event? {
    ahead.first { event in
      guard [.meeting, .consultation].contains(event.content.type) else { return false }
      if mechanism.isNamed(in: event) { return true }
      guard let next = Mechanism.number(event),
        let last = mechanism.lastSession.flatMap(Mechanism.number)
      else { return false }
      return next == last + 1
    }
  }
}
