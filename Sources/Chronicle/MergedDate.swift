import Chronology

/// Which of the dates of several tellers is the happening's.
enum MergedDate {
  /// The tellings that may decide the date: a source’s other date is only reported, and the day of
  /// arrival or departure is no visit’s whole time.
  static func deciding(_ members: [Assertion]) -> [Int] {
    let own = members.filter { $0.repeats == nil }
    let fitting = members.indices.filter { i in
      guard Likeness.stage(members[i]) != .completion else { return false }
      return members[i].repeats == nil || own.allSatisfy { Likeness.overlap(members[i], $0) }
    }
    let whole = fitting.filter {
      members[$0].content.date != nil && Likeness.stage(members[$0]) == nil
    }
    let lasting = whole.filter { isStay(members[$0]) }
    let days = whole.filter { Likeness.width(members[$0]) == 0 }
    if !lasting.isEmpty,
      days.allSatisfy({ day in
        lasting.allSatisfy { Likeness.overlap(members[$0], members[day]) }
      })
    {
      return lasting
    }
    return whole.isEmpty ? fitting : whole
  }

  /// "11–14 March 2015" of a visit: a day of it is no better date.
  private static func isStay(_ a: Assertion) -> Bool {
    guard [.visit, .exercise, .meeting, .conflict].contains(a.content.type),
      let date = a.content.date, date.isInterval, date.precision == .day, !date.isOpenEnd,
      !date.isOpenStart
    else { return false }
    return (1...30).contains(Likeness.width(a))
  }

  /// From arrival to departure, where tellers give both days and none the whole visit.
  static func stay(_ members: [Assertion]) -> EDTF? {
    guard
      members.allSatisfy({
        $0.content.date == nil || Likeness.stage($0) != nil || Likeness.width($0) == 0
      })
    else { return nil }
    let arrivals = members.filter { Likeness.stage($0) == .arrival && Likeness.width($0) == 0 }
    let departures = members.filter { Likeness.stage($0) == .departure && Likeness.width($0) == 0 }
    guard let first = arrivals.min(by: { Likeness.start($0) < Likeness.start($1) }),
      let last = departures.max(by: { Likeness.start($0) < Likeness.start($1) }),
      Likeness.start(first) < Likeness.start(last), let from = first.content.date,
      let to = last.content.date
    else { return nil }
    return EDTF("\(from)/\(to)")
  }

  /// Dates, each possible by itself, of which none can be another; or a source’s own that its
  /// reporter does not follow.
  static func isDisputed(_ members: [Assertion]) -> Bool {
    let own = members.filter { $0.repeats == nil }
    let isReportedElse = members.contains { again in
      again.repeats != nil && Likeness.stage(again) == nil
        && own.contains {
          !Likeness.isWrittenLike(again, $0) || $0.content.flags.contains("invalid_date")
        }
    }
    if isReportedElse { return true }
    let possible = members.filter {
      $0.content.date != nil && $0.content.proposedDate == nil && Likeness.stage($0) == nil
    }
    guard let latest = possible.map(Likeness.start).max(),
      let earliest = possible.map(Likeness.end).min()
    else { return false }
    return latest > earliest
  }
}
