import Analytics
import Chronicle
import Chronology

/// Who visited and met whom.
extension Story {
  /// From which party to which a visit went; nil for other events.
  func direction(_ event: Event) -> (from: String, to: String)? {
    guard event.content.type == .visit else { return nil }
    let content = event.content
    guard content.actors.count == 1, content.recipients.count == 1,
      content.actors != content.recipients
    else { return nil }
    return (content.actors[0], content.recipients[0])
  }

  /// Who travelled: of the people whom a visit names those of the side that it goes from; all where
  /// no direction is known, and all who met.
  func visitors(_ event: Event) -> [Participant] {
    guard let way = direction(event) else { return event.content.participants }
    return event.content.participants.filter { $0.side == way.from }
  }

  /// Who received them: of the people whom a visit names those of the side that it goes to.
  func hosts(_ event: Event) -> [Participant] {
    guard let way = direction(event) else { return [] }
    return event.content.participants.filter { $0.side == way.to }
  }

  /// The rank of who visits, or of the highest who meet.
  func rank(_ event: Event) -> Salience {
    direction(event).map { Salience(of: event, visitor: $0.from) } ?? Salience(of: event)
  }

  static func isLeader(_ rank: Salience) -> Bool {
    rank == .headOfState || rank == .headOfGovernment
  }

  func findLeaderVisits() -> [Event] {
    events.filter { event in
      guard let way = direction(event), isSettled(event), Self.isLeader(rank(event)) else {
        return false
      }
      guard let sides else { return true }
      return Set([way.from, way.to]) == Set([sides.ours, sides.theirs])
    }
  }

  func leaderVisits(from: String, to: String) -> [Event] {
    leaderVisits.filter { event in
      direction(event).map { $0.from == from && $0.to == to } ?? false
    }
  }

  func findLeaderMeetings() -> [Event] {
    events.filter { event in
      guard event.content.type == .meeting, isSettled(event), isBilateral(event) else {
        return false
      }
      if Self.isOfTwoLeaders(event) { return true }
      let present = Set(event.content.participants.compactMap(\.side))
      let parties = ledger.parties.count == 2 ? Set(ledger.parties) : present
      guard parties.count > 1, !present.isEmpty else { return false }
      return parties.allSatisfy { side in
        present.contains(side)
          ? Self.isLeader(Salience(of: event, visitor: side)) : isGuest(side, at: event)
      }
    }
  }

  /// "Two Presidents hold official talks": where nobody is named, leaders in the plural.
  private static func isOfTwoLeaders(_ event: Event) -> Bool {
    guard event.content.participants.isEmpty else { return false }
    let words = event.content.headline.lowercased().split { !$0.isLetter }.map(String.init)
    return words.contains("presidents")
      || zip(words, words.dropFirst()).contains { $0 == "prime" && $1 == "ministers" }
  }

  /// Whether a leader of the side was on a visit on the day of a meeting: "was received by President
  /// Kovind" names the host alone.
  private func isGuest(_ side: String, at meeting: Event) -> Bool {
    guard let day = meeting.drawnDate, day.precision == .day, let first = day.earliest,
      let last = day.latest
    else { return false }
    return leaderVisits.contains { visit in
      guard direction(visit)?.from == side, let time = visit.drawnDate, time.precision == .day,
        let from = time.earliest, let to = time.latest
      else { return false }
      return from <= first && last <= to
    }
  }
}
