/// A date expression of ISO 8601-2, the Extended Date/Time Format, kept as written.
///
/// Levels 0, 1 and 2: days, months, years, long years (`Y170000002`, `Y17E7`), seasons and quarters
/// (`2017-22`, `2017-34`), unspecified digits (`19XX`, `2004-XX`), qualifiers (`1984?`,
/// `2004-06~-11`, `2004-%06`), significant digits (`1950S2`), times of day, intervals with open and
/// unknown ends (`1993/..`, `/2006`) and sets (`[1667, 1760-12]`, `{1960..1962}`). Years are
/// astronomical: `0000` is 1 BC.
public struct EDTF: Hashable, Sendable, LosslessStringConvertible {
  /// What an expression is made of.
  public enum Form: Hashable, Sendable {
    case date(EDTFDate)
    indirect case interval(Endpoint, Endpoint)
    indirect case set(EDTFSet)
  }

  /// One end of an interval.
  public enum Endpoint: Hashable, Sendable {
    case date(EDTFDate)
    /// `..`: there is no end.
    case open
    /// Nothing is written: there is an end, but it is not known.
    case unknown

    /// The date, where there is one.
    public var date: EDTFDate? {
      if case .date(let date) = self { return date }
      return nil
    }
  }

  /// What some readers allow beyond the standard.
  public struct Extensions: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Spaces around the commas of a set.
    public static let spacesInSets = Extensions(rawValue: 1)
    /// Seasons at the ends of an interval: `2003-22/2003-23`.
    public static let seasonIntervals = Extensions(rawValue: 2)
    /// What is allowed where nothing else is said.
    public static let all: Extensions = [.spacesInSets, .seasonIntervals]
  }

  /// The expression as written: `2015-03-11/2015-03-14`.
  public let description: String
  public let form: Form
  /// First possible day; nil when the start is open or unknown.
  public let earliest: Day?
  /// Last possible day; nil when the end is open or unknown.
  public let latest: Day?
  /// The coarsest precision among its parts.
  public let precision: Precision

  /// Reads an expression; nil when it is none, or names a day that no calendar has.
  public init?(_ text: String) { self.init(text, allowing: .all) }

  /// Reads an expression.
  ///
  /// - Parameter allowing: what may stand in it beyond the standard.
  public init?(_ text: String, allowing extensions: Extensions) {
    var reader = EDTFReader(text: Array(text.utf8), extensions: extensions)
    guard let form = reader.read() else { return nil }
    self.init(form, text)
  }

  /// A date by itself; nil when no such day exists.
  public init?(_ date: EDTFDate) {
    guard date.hasPossibleParts, let bounds = date.bounds else { return nil }
    form = .date(date)
    description = date.description
    earliest = bounds.lowerBound
    latest = bounds.upperBound
    precision = date.precision
  }

  /// An interval; nil when it ends before it starts or when an end names no possible day.
  public init?(from start: Endpoint, to end: Endpoint) {
    guard EDTFReader.isOrdered(start, end) else { return nil }
    self.init(.interval(start, end), start.description + "/" + end.description)
  }

  init(_ form: Form, _ description: String) {
    self.form = form
    self.description = description
    switch form {
    case .date(let date):
      let bounds = date.bounds
      earliest = bounds?.lowerBound
      latest = bounds?.upperBound
      precision = date.precision
    case .interval(let start, let end):
      earliest = start.date?.bounds?.lowerBound
      latest = end.date?.bounds?.upperBound
      precision = max(start.date?.precision ?? .day, end.date?.precision ?? .day)
    case .set(let set):
      earliest = set.earliest
      latest = set.latest
      precision = set.precision
    }
  }

  public static func == (a: EDTF, b: EDTF) -> Bool { a.description == b.description }
  public func hash(into hasher: inout Hasher) { hasher.combine(description) }
}

extension EDTF.Endpoint: CustomStringConvertible {
  public var description: String {
    switch self {
    case .date(let date): date.description
    case .open: ".."
    case .unknown: ""
    }
  }
}
