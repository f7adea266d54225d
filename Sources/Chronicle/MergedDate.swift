import Chronology

/// Which of the dates of several tellers is the happening's.
enum MergedDate {
  /// The tellings that may decide the date: a source’s other date is only reported, and the day of
  /// arrival or departure is no visit’s whole time.
  static func deciding(_ members: [Telling]) -> [Int] {
    let own = members.filter { $0.repeats == nil }
    let fitting = members.indices.filter { i in
      guard members[i].stage != .completion, !isOutrun(members[i], members) else { return false }
      return members[i].repeats == nil || own.allSatisfy { Likeness.overlap(members[i], $0) }
    }
    let whole = fitting.filter {
      members[$0].isDated && members[$0].stage == nil
    }
    let lasting = whole.filter { isStay(members[$0]) }
    let days = whole.filter { members[$0].width == 0 }
    if !lasting.isEmpty,
      days.allSatisfy({ day in
        lasting.allSatisfy { Likeness.overlap(members[$0], members[day]) }
      })
    {
      return lasting
    }
    return whole.isEmpty ? fitting : whole
  }

  /// The plan of what others tell as done, at a date no wider: what was done decides.
  private static func isOutrun(_ member: Telling, _ members: [Telling]) -> Bool {
    member.assertion.content.status == .planned
      && members.contains {
        $0.isDated && $0.assertion.content.status == .occurred && $0.width <= member.width
      }
  }

  /// "11–14 March 2015" of a visit: a day of it is no better date.
  private static func isStay(_ a: Telling) -> Bool {
    guard [.visit, .exercise, .meeting, .conflict].contains(a.type),
      let date = a.date, date.isInterval, date.precision == .day, !date.isOpenEnd,
      !date.isOpenStart
    else { return false }
    return (1...30).contains(a.width)
  }

  /// From arrival to departure, where tellers give both days and none the whole visit.
  static func stay(_ members: [Telling]) -> EDTF? {
    let told = members.filter { !isOutrun($0, members) }
    guard told.allSatisfy({ !$0.isDated || $0.stage != nil || $0.width == 0 }) else { return nil }
    let arrivals = members.filter { $0.stage == .arrival && $0.width == 0 }
    let departures = members.filter { $0.stage == .departure && $0.width == 0 }
    guard let first = arrivals.min(by: { $0.start < $1.start }),
      let last = departures.max(by: { $0.start < $1.start }),
      first.start < last.start, let from = first.date,
      let to = last.date
    else { return nil }
    return EDTF("\(from)/\(to)")
  }

  /// Dates, each possible by itself, of which none can be another; or a source’s own that its
  /// reporter does not follow.
  static func isDisputed(_ members: [Telling]) -> Bool {
    let own = members.filter { $0.repeats == nil }
    let isReportedElse = members.contains { again in
      again.repeats != nil && again.stage == nil
        && own.contains {
          !Likeness.isWrittenLike(again, $0) || $0.assertion.content.flags.contains("invalid_date")
        }
    }
    if isReportedElse { return true }
    let possible = members.filter {
      $0.isDated && $0.assertion.content.proposedDate == nil && $0.stage == nil
    }
    guard let latest = possible.map(\.start).max(),
      let earliest = possible.map(\.end).min()
    else { return false }
    return latest > earliest
  }
}
