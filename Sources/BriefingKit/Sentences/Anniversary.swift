import Chronicle
import Chronology

/// A round number of years since an event, soon to come.
struct Anniversary {
  var event: Event
  var years: Int
  /// The day, or the first of the month where only that is known.
  var day: Day
  var isDay: Bool
  /// What the same visit or meeting brought, due at the same time.
  var others: [Event] = []
  /// What tells the same founding: its date to the month, the agreement that it rests on.
  var again: [Event] = []

  /// `1 Feb. 2017`, `June 2017`.
  func words(_ dates: DateWords) -> String { isDay ? dates.shortWords(day) : dates.shortMonth(day) }

  private static let types: Set<EventType> = [
    .recognition, .establishment, .declaration, .agreement, .resolution,
  ]

  /// The months that are looked ahead.
  static let horizon = 18

  /// The last month that is looked at.
  static func end(_ asOf: Day) -> Day? {
    let months = asOf.year * 12 + asOf.month - 1 + horizon
    return Day(year: months / 12, month: months % 12 + 1, day: 1)
  }

  /// Multiples of five years, from the as-of day on for 18 months, soonest first: of what both sides
  /// did and no sentence tells the end of.
  static func all(in story: Story) -> [Anniversary] {
    guard let asOf = story.ledger.asOf, let end = end(asOf) else { return [] }
    var result: [Anniversary] = []
    for event in story.events
    where types.contains(event.content.type) && story.isSettled(event) && story.isBilateral(event) {
      guard let date = event.content.date, !date.isOpenEnd, !date.isOpenStart,
        date.precision <= .month, let first = date.earliest, let last = date.latest,
        first.year == last.year, first.month == last.month
      else { continue }
      let isDay = first == last
      for year in asOf.year...end.year where year > first.year && (year - first.year) % 5 == 0 {
        let number = isDay ? first.day : 1
        guard
          let day = Day(year: year, month: first.month, day: number)
            ?? Day(year: year, month: first.month, day: 28),
          isDay ? day >= asOf : (day.year, day.month) >= (asOf.year, asOf.month),
          (day.year, day.month) <= (end.year, end.month),
          isDay == false || (day.year, day.month) < (end.year, end.month) || day.day <= asOf.day,
          !story.followUps.isLapsed(event)
        else { continue }
        result.append(
          Anniversary(event: event, years: year - first.year, day: day, isDay: isDay))
      }
    }
    let ordered = result.enumerated().sorted {
      ($0.element.day, $0.offset) < ($1.element.day, $1.offset)
    }.map(\.element)
    return joined(foundings(ordered, story.mechanisms))
  }

  /// A body that is founded twice, by an agreement and in fact, has one anniversary: the day, where one
  /// is told.
  private static func foundings(_ all: [Anniversary], _ bodies: [Mechanism]) -> [Anniversary] {
    func body(_ event: Event) -> Int? {
      guard [.establishment, .agreement].contains(event.content.type) else { return nil }
      return bodies.firstIndex { $0.founding?.id == event.id || $0.isNamed(in: event) }
    }
    var result: [Anniversary] = []
    for next in all {
      let own = body(next.event)
      let same = result.firstIndex {
        own != nil && body($0.event) == own && $0.years == next.years
          && ($0.event.drawnDate?.earliest?.year == next.event.drawnDate?.earliest?.year)
      }
      guard let same else {
        result.append(next)
        continue
      }
      var joined = next.isDay && !result[same].isDay ? next : result[same]
      let other = next.isDay && !result[same].isDay ? result[same] : next
      joined.again += other.again + [other.event]
      result[same] = joined
    }
    return result.enumerated().sorted { ($0.element.day, $0.offset) < ($1.element.day, $1.offset) }
      .map(\.element)
  }

  /// What one occasion brought is one anniversary: of its declaration, else of its first agreement.
  private static func joined(_ all: [Anniversary]) -> [Anniversary] {
    var result: [Anniversary] = []
    for next in all {
      let same = result.firstIndex {
        $0.event.partOf != nil && $0.event.partOf == next.event.partOf && $0.years == next.years
          && ($0.day.year, $0.day.month) == (next.day.year, next.day.month)
      }
      guard let same else {
        result.append(next)
        continue
      }
      let isLead =
        next.event.content.type == .declaration && result[same].event.content.type != .declaration
      result[same].others.append(isLead ? result[same].event : next.event)
      if isLead { result[same].event = next.event }
    }
    return result
  }
}
