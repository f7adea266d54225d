import Analytics
import Chronicle
import Chronology

/// What came of visits.
extension Story {
  /// The outcomes of an occasion and of the meetings held within it, in the order of the chronology.
  func outcomes(of occasion: Occasion) -> [Event] {
    let within = tally.occasions.filter { other in
      [.meeting, .consultation].contains(other.event.content.type)
        && (other.event.partOf == occasion.id || isWithin(other.event, occasion.event))
    }
    let meetings = Set(within.map(\.id))
    var seen = meetings
    return ([occasion] + within).flatMap(\.outcomes).filter { seen.insert($0.id).inserted }
      .sorted { number($0) < number($1) }
  }

  /// Whether a meeting of both sides falls in the days of a visit of theirs.
  private func isWithin(_ meeting: Event, _ visit: Event) -> Bool {
    guard meeting.id != visit.id, visit.content.type == .visit, isBilateral(meeting),
      let day = meeting.drawnDate, let time = visit.drawnDate,
      day.precision == .day, time.precision == .day,
      let first = time.earliest, let last = time.latest, let begin = day.earliest,
      let end = day.latest
    else { return false }
    return first <= begin && end <= last
  }

  /// Whether an event tells of more papers than one: how many came of its visit is not known.
  func tellsMany(_ event: Event) -> Bool {
    let words = BodyReader.words(wholeHeadline(event).lowercased())
    return event.content.isAggregate || words.contains(where: SaidHeadline.plurals.contains)
  }
}
