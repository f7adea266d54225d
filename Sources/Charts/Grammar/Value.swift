public import Chronology
public import Drawing

/// What one channel of a datum carries.
public enum Value: Hashable, Sendable {
  case number(Double)
  case day(Day)
  case name(String)

  /// A count or a year.
  public static func count(_ number: Int) -> Value { .number(Double(number)) }
}

/// Which colour of the theme a mark has.
public enum Ink: Hashable, Sendable {
  case ink, secondary, rule, major, minor, band, neutral
  /// What the inks are chosen for: sets a mark off from one beneath it.
  case ground
  /// Of a series, by its number in the theme.
  case series(Int)
  /// Of one of two sides, 0 or 1; of both together: 2.
  case side(Int)
  /// The ground under marks of the ramp, by count.
  case ramp(Int)
  /// On the ramp's ground.
  case onRamp(Int)
}

/// One row of a table, as a mark sees it: its channels. What is nil isn't bound: the mark fills the
/// whole of that direction.
public struct Datum: Hashable, Sendable {
  /// Identifier of the mark's group, unique in the picture; nil where the mark is no datum.
  public var id: String?
  /// Shown on pointing.
  public var title: LateText?
  public var link: LinkTarget?
  public var x: Value?
  public var x2: Value?
  public var y: Value?
  public var y2: Value?
  public var ink: Ink
  public var symbol: Symbol?
  public var firmness: Firmness
  /// Place in a stack: lower first.
  public var order: Int
  public var words: Words
  /// How many events it stands for.
  public var count = 1
  /// What many such data of one bar are called: `political, 2013`.
  public var kind: LateText?

  /// Whether its marks stand for themselves, in no group.
  var isBare: Bool { id == nil && title == nil && link == nil }

  public init(
    id: String? = nil, title: LateText? = nil, link: LinkTarget? = nil, x: Value? = nil,
    x2: Value? = nil, y: Value? = nil, y2: Value? = nil, ink: Ink = .ink, symbol: Symbol? = nil,
    firmness: Firmness = .full, order: Int = 0, words: Words = Words()
  ) {
    self.id = id
    self.title = title
    self.link = link
    self.x = x
    self.x2 = x2
    self.y = y
    self.y2 = y2
    self.ink = ink
    self.symbol = symbol
    self.firmness = firmness
    self.order = order
    self.words = words
  }
}

/// How firmly a datum stands, as its mark shows it.
public enum Firmness: Int, Hashable, Sendable, CaseIterable {
  /// Marked off as belonging together, at the foot of its column.
  case strong
  case full
  /// Less certain.
  case light
  /// Not counted, doubtful.
  case hollow
  /// Not counted, not yet.
  case hatched
}
