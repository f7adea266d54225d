extension EDTF {
  /// The date in English words: "11–14 March 2015", "c. 1992", "since 1993", "19th century".
  ///
  /// - Parameter asPrinted: mark a value that is printed so but can't be right: "2106 (as printed)".
  public func words(_ wording: Wording = .british, asPrinted: Bool = false) -> String {
    let text =
      switch form {
      case .date(let date): date.words(wording)
      case .interval(let start, let end): Self.interval(start, end, wording)
      case .set(let set): set.words(wording)
      }
    return asPrinted ? text + " (as printed)" : text
  }

  private static func interval(_ start: Endpoint, _ end: Endpoint, _ wording: Wording) -> String {
    switch (start, end) {
    case (.date(let from), .date(let to)): range(from, to, wording)
    case (.date(let from), .open): "since \(from.words(wording))"
    case (.date(let from), .unknown): "from \(from.words(wording)), end unknown"
    case (.open, .date(let to)): "until \(to.words(wording))"
    case (.unknown, .date(let to)): "until \(to.words(wording)), start unknown"
    default: "at all times"
    }
  }

  /// Two dates with what they share said once.
  static func range(_ from: EDTFDate, _ to: EDTFDate, _ wording: Wording) -> String {
    guard from.qualifiers.isEmpty, to.qualifiers.isEmpty, !from.isOpen, !to.isOpen,
      from.season == nil, to.season == nil, from.significantDigits == nil, from.time == nil
    else { return "\(from.words(wording)) – \(to.words(wording))" }
    let (a, b) = (from.years.lowerBound, to.years.lowerBound)
    let year = wording.year(b)
    switch (from.month?.value, from.day?.value, to.month?.value, to.day?.value) {
    case (let m?, let d?, let n?, let e?) where a == b && m == n:
      return wording.day("\(d)–\(e)", m, year: year)
    case (let m?, let d?, let n?, let e?) where a == b:
      return wording.day("\(d)", m, year: nil) + " – " + wording.day("\(e)", n, year: year)
    case (let m?, nil, let n?, nil) where a == b:
      return "\(wording.month(m))–\(wording.month(n)) \(year)"
    case (nil, nil, nil, nil) where a > 0 || b <= 0:
      return a > 0 ? "\(a)–\(b)" : "\(1 - a)–\(year)"
    default: return "\(from.words(wording)) – \(to.words(wording))"
    }
  }
}

extension EDTFSet {
  /// "1667, 1668 or 1670–1672"; "1960 and December 1961".
  func words(_ wording: Wording) -> String {
    let parts = members.map { member in
      switch member {
      case .date(let date): date.words(wording)
      case .range(let first, let last): EDTF.range(first, last, wording)
      case .upTo(let date): "until \(date.words(wording))"
      case .from(let date): "from \(date.words(wording))"
      }
    }
    guard parts.count > 1 else { return parts.joined() }
    let joint = kind == .oneOf ? " or " : " and "
    return parts.dropLast().joined(separator: ", ") + joint + (parts.last ?? "")
  }
}

extension EDTFDate {
  /// The date in English words, "c." before what is approximate, "?" after what is uncertain.
  public func words(_ wording: Wording = .british) -> String {
    let text = bareWords(wording)
    return (qualifiers.contains(.approximate) ? "c. " : "") + text
      + (qualifiers.contains(.uncertain) ? "?" : "")
  }

  private func bareWords(_ wording: Wording) -> String {
    let year = yearWords(wording)
    guard let month else { return year }
    if let season { return "\(Wording.part(season)) \(year)" }
    let isYearless = year.isEmpty
    guard month.isSpecified else {
      guard let day, day.isSpecified else {
        return (day == nil ? "a month" : "a day") + (isYearless ? "" : " of \(year)")
      }
      return "the \(Wording.ordinal(day.value)) of a month" + (isYearless ? "" : " of \(year)")
    }
    let name = wording.month(month.value) + (isYearless ? "" : " \(year)")
    guard let day else { return name }
    guard day.isSpecified else { return "a day of \(name)" }
    let text = wording.day("\(day.value)", month.value, year: isYearless ? nil : year)
    return text + (time.map { ", \($0)" } ?? "")
  }

  /// "1992", "1960s", "19th century", "65 BC"; nothing for a year of which nothing is known.
  private func yearWords(_ wording: Wording) -> String {
    let range = years
    if range.count == 1 { return wording.year(range.lowerBound) }
    let (open, isTail) = year.unspecifiedTail
    if year.count == 4, open == 4 { return "" }
    let era = isNegative ? " BC" : ""
    let size = year.value
    switch (year.count, open, isTail) {
    case (3, 0, _): return "\(size)0s\(era)"
    case (2, 0, _): return "\(Wording.ordinal(size + 1)) century\(era)"
    case (4, 1, true): return "\(size)s\(era)"
    case (4, 2, true): return "\(Wording.ordinal(size / 100 + 1)) century\(era)"
    case (4, 3, true): return "\(Wording.ordinal(size / 1000 + 1)) millennium\(era)"
    default: return (isNegative ? "-" : "") + year.text
    }
  }
}
