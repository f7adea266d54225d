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

  /// What an expression says, in one place: a copy of the expression is a reference to it.
  @usableFromInline
  final class Storage: Sendable {
    @usableFromInline let description: String
    @usableFromInline let form: Form
    @usableFromInline let earliest: Day?
    @usableFromInline let latest: Day?
    @usableFromInline let precision: Precision

    init(
      _ form: Form, _ description: String, _ days: (first: Day?, last: Day?),
      _ precision: Precision
    ) {
      self.form = form
      self.description = description
      (earliest, latest) = days
      self.precision = precision
    }
  }

  @usableFromInline let storage: Storage

  /// The expression as written: `2015-03-11/2015-03-14`.
  public var description: String { @inlinable _read { yield storage.description } }
  public var form: Form { @inlinable _read { yield storage.form } }
  /// First possible day; nil when the start is open or unknown.
  @inlinable public var earliest: Day? { storage.earliest }
  /// Last possible day; nil when the end is open or unknown.
  @inlinable public var latest: Day? { storage.latest }
  /// The coarsest precision among its parts.
  @inlinable public var precision: Precision { storage.precision }

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
    storage = Storage(
      .date(date), date.description, (bounds.lowerBound, bounds.upperBound), date.precision)
  }

  /// An interval; nil when it ends before it starts or when an end names no possible day.
  public init?(from start: Endpoint, to end: Endpoint) {
    guard EDTFReader.isOrdered(start, end) else { return nil }
    self.init(.interval(start, end), start.description + "/" + end.description)
  }

  init(_ form: Form, _ description: String) {
    storage =
      switch form {
      case .date(let date):
        Storage(form, description, date.days, date.precision)
      case .interval(let start, let end):
        Storage(
          form, description, (start.date?.days.first, end.date?.days.last),
          max(start.date?.precision ?? .day, end.date?.precision ?? .day))
      case .set(let set):
        Storage(form, description, (set.earliest, set.latest), set.precision)
      }
  }

  public static func == (a: EDTF, b: EDTF) -> Bool {
    a.storage === b.storage || a.description == b.description
  }
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

extension EDTFDate {
  /// First and last possible day, where there are any.
  fileprivate var days: (first: Day?, last: Day?) {
    let bounds = bounds
    return (bounds?.lowerBound, bounds?.upperBound)
  }
}
