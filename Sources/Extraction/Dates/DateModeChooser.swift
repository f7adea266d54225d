import Chronology
import Prose

/// Chooses for each block of a document how its yearless and relative words lean on other dates.
///
/// Looks at what the section has named so far, the block included: words that lean on the document's
/// day and dates near it speak for news, dates of the past for a narrative, entries that begin with
/// dates for a chronology or a list.
struct DateModeChooser {
  let reference: Day?
  /// The document bears its own date, as news and letters do and books of history do not.
  private(set) var bearsDate: Bool
  private var section = Evidence()
  /// Of all sections.
  private var whole = Evidence()
  private var blocks = 0
  private var entries = 0
  private var wasNews = true

  /// What a passage names.
  private struct Evidence {
    /// "yesterday", "on Friday", "last month".
    var leaning = 0
    /// Years of the document's date and the one before.
    var near = 0
    /// Years further back.
    var past = 0
    /// "the 4th inst."
    var archive = 0
  }

  init(reference: Day?, bearsDate: Bool) {
    self.reference = reference
    self.bearsDate = bearsDate
  }

  /// The mode of the next block.
  ///
  /// - Parameters:
  ///   - hasYear: a heading gave the year.
  ///   - isEntry: a list item or the row of a table.
  mutating func mode(of found: [FoundDate], isHeading: Bool, isEntry: Bool, hasYear: Bool)
    -> DateReader.Mode
  {
    if isHeading {
      section = Evidence()
      entries = 0
    }
    blocks += 1
    for date in found { note(date.expression) }
    if section.archive > 0 { return .archive }
    let startsWithDate = (found.first?.range.lowerBound).map { $0 <= 1 } ?? false
    if startsWithDate || isEntry { entries += 1 } else if !isHeading { entries = 0 }
    if hasYear { return .chronology }
    if isNews() { return .news }
    if entries >= 3 { return startsWithDate ? .chronology : .list }
    return .narrative
  }

  private mutating func isNews() -> Bool {
    guard reference != nil else { return false }
    // A section that names nothing goes on as the one before.
    if section.past + section.near + section.leaning > 0 {
      wasNews = speaksOfNow
    } else if !bearsDate {
      return false
    }
    // A book of history that quotes "last week" once is no news.
    return wasNews && (bearsDate || whole.past < whole.near + whole.leaning)
  }

  private var speaksOfNow: Bool {
    bearsDate
      ? section.past <= section.near + 2 * section.leaning
      : section.past < section.near + section.leaning
  }

  private mutating func note(_ expression: DateExpression) {
    if expression.isOfLetters { section.archive += 1 }
    if expression.leansOnDocument {
      section.leaning += 1
      whole.leaning += 1
    }
    guard let reference else { return }
    // A text that tells more of its time than of others, and of what lies ahead, is of that day.
    if case .sub(_, _, _, let frame) = expression, isAhead(frame.namedDate, reference),
      whole.past <= whole.near + 1
    {
      bearsDate = true
    }
    guard let date = expression.namedDate, let year = date.year else { return }
    if isAhead(date, reference), whole.past <= whole.near + 1 { bearsDate = true }
    if year < reference.year - 1 {
      section.past += 1
      whole.past += 1
    } else {
      section.near += 1
      whole.near += 1
    }
    if blocks <= Self.head, let month = date.month, let day = date.day,
      let named = Day(year: year, month: month, day: day), abs(named.number - reference.number) <= 1
    {
      bearsDate = true
    }
  }

  private func isAhead(_ date: PartialDate?, _ reference: Day) -> Bool {
    guard let year = date?.year else { return false }
    return year > reference.year && year <= reference.year + DatePlausibility.horizon
  }

  /// So many blocks can hold the document's own date.
  private static let head = 6
}

extension DateExpression {
  /// Leans on the document's day, whatever was told.
  var leansOnDocument: Bool {
    switch self {
    case .unit(_, _, .document), .shift(_, .document), .span(_, .document): true
    case .weekday(_, let direction), .named(_, let direction):
      direction == .none || direction == .last || direction == .next || direction == .this
    case .part(_, let inner): inner.leansOnDocument
    case .within(_, let outer): outer.leansOnDocument
    default: false
    }
  }

  /// "the 4th inst."
  var isOfLetters: Bool {
    if case .within(.dayOfMonth, .unit(.month, _, .document)) = self { return true }
    return false
  }

  /// The date with the year that it names.
  var namedDate: PartialDate? {
    switch self {
    case .calendar(let date): date
    case .season(_, let year), .feast(_, let year): year.map { PartialDate(year: $0) }
    case .part(_, let inner), .from(let inner), .upTo(let inner): inner.namedDate
    case .range(let a, let b), .either(let a, let b), .gloss(let a, let b):
      b.namedDate ?? a.namedDate
    case .fiscalYear(let year, _): PartialDate(year: year)
    case .decade(let decade): PartialDate(year: 10 * decade)
    default: nil
    }
  }
}
