public import Drawing

/// The figures that a briefing has, named as their files are.
public enum FigureName: String, Sendable, Hashable, CaseIterable {
  case timeline
  case countsByYear = "counts-by-year"
  case countsByYearStacked = "counts-by-year-stacked"
  case countsByDomain = "counts-by-domain"
  case yearByDomain = "year-by-domain"
  case balance
  case visits
  case cadence
}

/// One figure with everything that goes beside it.
public struct Figure: Sendable {
  public var name: FigureName
  /// The finding, as drawn.
  public var title: String
  /// Measure, period, number, and what is not drawn.
  public var subtitle: String
  public var frame: Frame
  /// The figure in words.
  public var text: String
  /// Its data, with a head line.
  public var csv: String
}
