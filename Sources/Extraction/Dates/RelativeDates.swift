import Chronology

/// Gives relative words their values.
struct RelativeDates {
  let context: DateContext

  func resolve(_ expression: DateExpression) -> DateContext.Resolved? {
    switch expression {
    case .namedMonth(let month, let direction): return named(month, direction)
    case .namedSeason(let season, let direction): return namedSeason(season, direction)
    case .monthInYear(let month, let anchor, let offset):
      return year(anchor).flatMap {
        result(PartialDate(year: $0 + offset, month: month), "counted from \(name(anchor))")
      }
    case .year(let anchor, let offset):
      return year(anchor).flatMap {
        result(PartialDate(year: $0 + offset), "counted from \(name(anchor))")
      }
    case .day(let anchor, let offset):
      return day(anchor).map { result($0 + offset, "counted from \(name(anchor))") }
    case .weekday(let weekday, let word): return self.weekday(weekday, word)
    case .shift(let n, let unit, let anchor): return shift(n, unit, anchor)
    case .sameDay:
      guard let told = context.told, let edtf = told.edtf else { return nil }
      return .init(edtf: edtf, isRelative: true, note: "the day told before")
    case .unit(let unit, let offset): return self.unit(unit, offset)
    case .dayOnly(let number):
      guard let told = context.told, let year = told.year, let month = told.month else {
        return nil
      }
      return result(PartialDate(year: year, month: month, day: number), "the month told before")
    default: return nil
    }
  }

  private func name(_ anchor: DateExpression.Anchor) -> String {
    anchor == .document ? "the document's date" : "the date told before"
  }

  private func year(_ anchor: DateExpression.Anchor) -> Int? {
    anchor == .document ? context.reference?.year : context.told?.year
  }

  private func day(_ anchor: DateExpression.Anchor) -> Day? {
    anchor == .document ? context.reference : context.toldDay
  }

  private func result(_ date: PartialDate, _ note: String) -> DateContext.Resolved? {
    guard let edtf = date.edtf else { return nil }
    return .init(edtf: edtf, isRelative: true, note: note, isImpossible: date.isImpossible)
  }

  private func result(_ day: Day, _ note: String) -> DateContext.Resolved {
    let (y, m, d) = day.components
    let edtf = PartialDate(year: y, month: m, day: d).edtf ?? ""
    return .init(edtf: edtf, isRelative: true, note: note)
  }

  private func named(_ month: Int, _ direction: DateExpression.Direction)
    -> DateContext.Resolved?
  {
    switch direction {
    case .that:
      return context.told?.year.flatMap {
        result(PartialDate(year: $0, month: month), "the year told before")
      }
    case .following:
      guard let year = context.told?.year else { return nil }
      let later = (context.told?.month ?? 12) >= month
      return result(
        PartialDate(year: later ? year + 1 : year, month: month), "the next after the date told")
    case .last, .this, .next:
      guard let reference = context.reference else { return nil }
      var year = reference.year
      if direction == .last, month >= reference.month { year -= 1 }
      if direction == .next, month <= reference.month { year += 1 }
      return result(PartialDate(year: year, month: month), "beside the document's date")
    }
  }

  private func namedSeason(_ season: Int, _ direction: DateExpression.Direction)
    -> DateContext.Resolved?
  {
    let base = direction == .that || direction == .following ? context.told?.year : nil
    guard var year = base ?? context.reference?.year else { return nil }
    let start = [3, 6, 9, 12][season - 21]
    if let reference = context.reference, base == nil {
      if direction == .last, start + 2 >= reference.month { year -= 1 }
      if direction == .next, start <= reference.month { year += 1 }
    }
    if direction == .following, (context.told?.month ?? 12) >= start { year += 1 }
    return .init(
      edtf: "\(PartialDate.pad(year, 4))-\(season)", isRelative: true,
      note: "beside the \(base == nil ? "document's date" : "date told before")")
  }

  /// The nearest such day before the document's date, the day itself, or the next.
  private func weekday(_ weekday: Int, _ word: String?) -> DateContext.Resolved? {
    guard let reference = context.reference else { return nil }
    let back = (reference.weekday - weekday + 7) % 7
    switch word {
    case "next", "this":
      return result(reference + (7 - back) % 7, "the next after the document's date")
    case "last" where back == 0: return result(reference + -7, "before the document's date")
    default: return result(reference + -back, "the last before the document's date")
    }
  }

  private func shift(_ n: Int, _ unit: DateExpression.Unit, _ anchor: DateExpression.Anchor)
    -> DateContext.Resolved?
  {
    let note = "counted from \(name(anchor))"
    switch unit {
    case .day, .week, .fortnight:
      let days = unit == .day ? 1 : unit == .week ? 7 : 14
      return day(anchor).map { result($0 + n * days, note) }
    case .month:
      guard let year = year(anchor),
        let month = anchor == .document ? context.reference?.month : context.told?.month
      else { return nil }
      let count = year * 12 + month - 1 + n
      return result(PartialDate(year: count / 12, month: count % 12 + 1), note)
    case .year, .decade:
      return year(anchor).flatMap {
        result(PartialDate(year: $0 + n * (unit == .decade ? 10 : 1)), note)
      }
    }
  }

  private func unit(_ unit: DateExpression.Unit, _ offset: Int) -> DateContext.Resolved? {
    guard let told = context.told, let year = told.year else { return nil }
    switch unit {
    case .year: return result(PartialDate(year: year + offset), "the year told before")
    case .month:
      guard let month = told.month else { return nil }
      let count = year * 12 + month - 1 + offset
      return result(
        PartialDate(year: count / 12, month: count % 12 + 1), "the month told before")
    case .day: return context.toldDay.map { result($0 + offset, "the day told before") }
    default: return nil
    }
  }
}
