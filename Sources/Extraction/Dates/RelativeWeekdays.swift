import Chronology

/// Weekdays, beside the document's day or in the story.
extension RelativeDates {
  func weekday(_ weekday: Int, _ direction: DateDirection) -> DateValue? {
    switch direction {
    case .following, .that, .previous:
      guard let base = told, let day = day(base, later: direction != .previous) else {
        return byDocument(weekday, direction == .previous ? .last : .next)
      }
      if direction == .that, let own = within(base, weekday) { return own }
      return byStory(weekday, direction, day, base.note)
    case .none where !context.leansOnDocument(resolver.hints) && !isLongAgo && !isElsewhere:
      // A plan told before is no story: "will call on 9 September, the embassy said on Thursday".
      guard let base = told, let day = day(base, later: true),
        context.reference.map({ day <= $0 }) ?? true
      else {
        return byDocument(weekday, direction)
      }
      return byStory(weekday, direction, day, base.note)
    default: return byDocument(weekday, direction)
    }
  }

  /// The day of a stay that is such a weekday, if it is one.
  private func within(_ stay: Base, _ weekday: Int) -> DateValue? {
    guard stay.first < stay.last else { return nil }
    let day = stay.first + (weekday - stay.first.weekday + 7) % 7
    return day <= stay.last && day + 7 > stay.last
      ? DateValue(day, note: "of the days told before") : nil
  }

  /// A paper of its own day tells of its week by weekdays, whatever another passage has told.
  private var isElsewhere: Bool {
    guard context.bearsDate, let reference = context.reference, let told = context.told else {
      return false
    }
    return !told.isNear && reference - told.last > 60
  }

  /// What news tells of years ago, it does not tell by weekdays.
  private var isLongAgo: Bool {
    guard context.leansOnDocument, let reference = context.reference, let told = context.told else {
      return false
    }
    return reference - told.last > 1000
  }

  private func byStory(_ weekday: Int, _ direction: DateDirection, _ day: Day, _ note: String)
    -> DateValue
  {
    let ahead = (weekday - day.weekday + 7) % 7
    switch direction {
    case .following: return DateValue(day + (ahead == 0 ? 7 : ahead), note: note)
    case .previous: return DateValue(day + (ahead - 7), note: note)
    default: return DateValue(day + ahead, note: note)
    }
  }

  /// "last Friday", "on Friday", "next Friday" beside the document's day.
  private func byDocument(_ weekday: Int, _ direction: DateDirection) -> DateValue? {
    guard let reference = context.reference, !isOfStory else { return nil }
    let monday = reference + (1 - reference.weekday)
    let back = (reference.weekday - weekday + 7) % 7
    switch direction {
    case .next: return DateValue(monday + (6 + weekday), note: "of the week after the document's")
    case .week:
      return DateValue(
        reference + (7 - back) % 7 + 7, note: "a week after the next beside the document's date")
    case .this: return DateValue(monday + (weekday - 1), note: "of the document's week")
    case .last, .previous:
      return DateValue(
        reference + -(back == 0 ? 7 : back), note: "the last before the document's date")
    default:
      if resolver.hints.isFuture || resolver.hints.isAhead {
        return DateValue(reference + (7 - back) % 7, note: "the next after the document's date")
      }
      return DateValue(reference + -back, note: "the last before the document's date")
    }
  }
}
