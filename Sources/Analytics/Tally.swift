public import Chronicle
import Chronology

/// The counts of a ledger by column, domain and year.
public struct Tally: Sendable {
  /// One for each event, in the ledger's order.
  public let placements: [Placement]
  /// All domains, the most counted first, then in the fixed order.
  public let domains: [Domain]
  /// First and last year of the tables: of all counted events and of what is drawn beside them, up to
  /// the as-of year at least; nil without any year.
  public let years: ClosedRange<Int>?
  private let byColumn: [Column: Int]
  private let byDomain: [Cell: Int]
  private let byYear: [YearCell: Int]

  private struct Cell: Hashable, Sendable {
    var column: Column
    var domain: Domain
  }

  private struct YearCell: Hashable, Sendable {
    var year: Int
    var domain: Domain?
  }

  /// Counts a ledger.
  public init(_ ledger: Ledger) {
    placements = ledger.events.map(Placement.init)
    var byColumn: [Column: Int] = [:]
    var byDomain: [Cell: Int] = [:]
    var byYear: [YearCell: Int] = [:]
    for placement in placements {
      byColumn[placement.column, default: 0] += 1
      byDomain[Cell(column: placement.column, domain: placement.domain), default: 0] += 1
      if placement.column == .counted, let year = placement.year {
        byYear[YearCell(year: year, domain: placement.domain), default: 0] += 1
        byYear[YearCell(year: year, domain: nil), default: 0] += 1
      }
    }
    self.byColumn = byColumn
    self.byDomain = byDomain
    self.byYear = byYear
    domains = Domain.allCases.sorted {
      let a = byDomain[Cell(column: .counted, domain: $0)] ?? 0
      let b = byDomain[Cell(column: .counted, domain: $1)] ?? 0
      return a != b ? a > b : $0 < $1
    }
    years = Tally.years(placements, asOf: ledger.asOf?.year)
  }

  private static func years(_ placements: [Placement], asOf: Int?) -> ClosedRange<Int>? {
    let drawn = placements.filter { [.counted, .planned, .doubtful].contains($0.column) }
    let years = drawn.compactMap(\.year)
    guard let first = years.min(), let last = years.max() else { return nil }
    return first...max(last, asOf.map { max($0, first) } ?? last)
  }

  /// All events.
  public var total: Int { placements.count }

  /// Events in a column, of one domain or of all.
  public func count(_ column: Column, _ domain: Domain? = nil) -> Int {
    guard let domain else { return byColumn[column] ?? 0 }
    return byDomain[Cell(column: column, domain: domain)] ?? 0
  }

  /// Events of one domain in any column.
  public func total(of domain: Domain) -> Int {
    Column.allCases.reduce(0) { $0 + count($1, domain) }
  }

  /// Counted events that begin in a year, of one domain or of all.
  public func counted(in year: Int, _ domain: Domain? = nil) -> Int {
    byYear[YearCell(year: year, domain: domain)] ?? 0
  }

  /// Counted events that begin in these years.
  public func counted(in years: ClosedRange<Int>, _ domain: Domain? = nil) -> Int {
    byYear.reduce(0) {
      years.contains($1.key.year) && $1.key.domain == domain ? $0 + $1.value : $0
    }
  }

  /// The placements in a column.
  public func placements(in column: Column) -> [Placement] {
    placements.filter { $0.column == column }
  }

  /// First and last year in which a counted event begins.
  public var countedYears: ClosedRange<Int>? {
    let years = byYear.keys.map(\.year)
    guard let first = years.min(), let last = years.max() else { return nil }
    return first...last
  }

  /// The years with the most counted events, in order, and how many each has.
  public var peak: (years: [Int], count: Int) {
    let totals = byYear.filter { $0.key.domain == nil }
    let most = totals.values.max() ?? 0
    return (totals.filter { $0.value == most }.map(\.key.year).sorted(), most)
  }

  /// The years in which a counted event of the domain begins.
  public func years(of domain: Domain) -> Int {
    byYear.reduce(0) { $1.key.domain == domain ? $0 + 1 : $0 }
  }
}
