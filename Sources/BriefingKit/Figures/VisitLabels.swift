import Analytics
import Chronicle
import Chronology

/// Short names of visitors: the last name, with an initial where two persons share it.
struct VisitorNames {
  private let shared: Set<String>

  init(_ ledger: Ledger) {
    var persons: [String: Set<String>] = [:]
    for event in ledger.events where event.content.type == .visit {
      for person in event.content.participants {
        persons[PersonalName.surname(of: person.name), default: []].insert(
          VisitorNames.first(person.name))
      }
    }
    shared = Set(persons.filter { $0.value.count > 1 }.keys)
  }

  private static func first(_ name: String) -> String {
    name.split(separator: " ").first.map(String.init) ?? name
  }

  /// "Leghari", "I. Aliyev"; where nobody is named, what the headline begins with: "President Leghari".
  func of(_ visit: Visit) -> String {
    let content = visit.event.content
    let side = content.actors.first
    let own = content.participants.filter { $0.side == side }
    let people = own.isEmpty ? content.participants : own
    guard let person = people.first else {
      return VisitorNames.beginning(FigureWords.line(content.headline))
    }
    let last = FigureWords.line(PersonalName.surname(of: person.name))
    let first = VisitorNames.first(person.name)
    let isShared = shared.contains(PersonalName.surname(of: person.name)) && first != last
    return isShared ? "\(first.prefix(1)). \(last)" : last
  }

  /// The words of a headline before the first in lower case; all of it if there are none.
  private static func beginning(_ headline: String) -> String {
    let words = headline.split(separator: " ")
    let names = words.prefix { $0.first?.isLowercase == false }
    // "Visit" alone is nobody's name.
    let isName = !names.isEmpty && names.joined().lowercased() != EventType.visit.rawValue
    return isName ? names.joined(separator: " ") : headline
  }
}

/// A stretch of time between two visits.
struct VisitGap {
  /// The last day on which the visit before it may have been, and the first of the one after it.
  var from: Day
  var to: Day

  /// Whole months from one to the other.
  var months: Int {
    let (a, b) = (from.components, to.components)
    return (b.year - a.year) * 12 + b.month - a.month
  }

  /// Whether a day lies within it or less than four years off.
  func isNear(_ day: Day) -> Bool { day - from > -1500 && day - to < 1500 }

  /// The longest in which none of the visits can have been, each known to lie in a stretch of days; the
  /// last of several.
  static func longest(_ stretches: [ClosedRange<Day>]) -> VisitGap? {
    var gaps: [VisitGap] = []
    var reach: Day?
    for stretch in stretches.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let reach, reach < stretch.lowerBound {
        gaps.append(VisitGap(from: reach, to: stretch.lowerBound))
      }
      reach = max(reach ?? stretch.upperBound, stretch.upperBound)
    }
    let most = gaps.map(\.months).max()
    return gaps.last { $0.months == most }
  }

  /// The first and the last month without a visit: "May 1996 to June 2004".
  func words(_ dates: FigureDates) -> String {
    let (a, b) = (from.components, to.components)
    let first = a.month == 12 ? (a.year + 1, 1) : (a.year, a.month + 1)
    let last = b.month == 1 ? (b.year - 1, 12) : (b.year, b.month - 1)
    return dates.say.string(
      .figMonthToMonth,
      ["a": dates.month(first.0, first.1), "b": dates.month(last.0, last.1)])
  }
}

/// The labels of one row of visits: a name with its date below; visits of one person within three
/// years share one.
struct VisitLabels {
  struct Entry {
    var first: Visit
    var last: Visit
    var name: String
    var date: String
    /// How many visits it names.
    var count: Int
  }

  let names: VisitorNames
  let visits: [Visit]
  let dates: FigureDates

  private var say: Language { dates.say }

  var entries: [Entry] {
    let sorted = visits.sorted { ($0.day?.number ?? 0, $0.id) < ($1.day?.number ?? 0, $1.id) }
    var groups: [[Visit]] = []
    for visit in sorted {
      if let last = groups.last?.last, let first = groups.last?.first,
        names.of(last) == names.of(visit),
        let from = first.day, let to = visit.day, to - from <= 950
      {
        groups[groups.count - 1].append(visit)
      } else {
        groups.append([visit])
      }
    }
    return groups.compactMap { group in
      guard let first = group.first, let last = group.last else { return nil }
      let name = names.of(first)
      return Entry(
        first: first, last: last,
        name: group.count == 1
          ? name : say.string(.figNameVisits, ["name": name, "n": group.count]),
        date: date(group), count: group.count)
    }
  }

  /// The month of days that lie in one: it leaves room for more names than the days do.
  private func month(_ date: EDTF) -> String? {
    guard date.precision == .day, !date.isApproximate, !date.isUncertain,
      let first = date.earliest?.components, let last = date.latest?.components,
      (first.year, first.month) == (last.year, last.month)
    else { return nil }
    return dates.month(first.year, first.month)
  }

  private func date(_ group: [Visit]) -> String {
    if group.count == 1, let date = group[0].event.drawnDate {
      let words = month(date) ?? dates.words(date)
      return group[0].placement.column == .planned
        ? say.string(.figVisitPlanned, ["date": words]) : words
    }
    var years: [String] = []
    for visit in group {
      let year = visit.day.map { "\($0.year)" } ?? ""
      let words =
        visit.placement.column == .planned ? say.string(.figVisitPlan, ["year": year]) : year
      if years.last != words { years.append(words) }
    }
    return years.joined(separator: say.string(.comma))
  }
}
