public import Chronology
public import Diagnostics
import Prose

/// A date expression of a text, with the value it has in its context.
public struct DateMention: Sendable {
  /// How the value came about.
  public enum Basis: String, Sendable {
    /// The words alone suffice.
    case explicit
    /// The words need the document's date or another date.
    case relative
  }

  /// The preposition's part in the value: "after 2005", "since 1993", "by 2018".
  public enum Relation: String, Sendable {
    case at
    case after
    case before
    case since
    case until
    /// "within a month", "less than two months after X"
    case within
  }

  /// A value that would fit better than the words as printed.
  public struct Proposal: Sendable {
    public var value: EDTF
    public var reason: String

    public init(value: EDTF, reason: String) {
      self.value = value
      self.reason = reason
    }
  }

  /// The date words, without a leading preposition.
  public var span: Span
  /// The value with its relation: "since 1993" is `1993/..`.
  public var value: EDTF
  /// The value without it: `1993`.
  public var core: EDTF
  public var relation: Relation
  public var basis: Basis
  /// `implausible_year`, `invalid_date`, `contradiction`, `ambiguous_order`…
  public var flags: [String]
  public var proposal: Proposal? {
    get { proposals.first }
    set { proposals = newValue.map { [$0] } ?? [] }
  }
  /// Apart from the mention: few have one.
  private var proposals: [Proposal] = []
  /// The rules that made it, outermost first.
  public var rules: [String]
  /// Steps in words, for people: "no year given; 2015 from the sentence before".
  public var derivation: [String]
  /// How the passage was read.
  public var mode: DateReader.Mode

  /// The year that the words name and nothing else: no month, no span of years, no "from".
  var singleYear: Int? {
    core.precision == .year && !core.isInterval && relation == .at ? core.earliest?.year : nil
  }

  /// The year that a heading gives to the entries below it; nil where it opens a period: "From 1956".
  func headingYear(in tokens: some Sequence<Token>) -> Int? {
    tokens.contains { $0.end <= span.start && Self.openings.contains($0.key) } ? nil : singleYear
  }

  /// The last year of the chapter below a heading: "2008: The army is rebuilt", "The empire, 1804–1814".
  func chapterEnd(in tokens: some RandomAccessCollection<Token>) -> Int? {
    guard basis == .explicit, relation == .at, core.precision == .year else { return nil }
    let opens =
      tokens.first?.start == span.start
      && tokens.contains {
        $0.start == span.end && $0.key == WordKey(":")
      }
    let closes =
      tokens.last?.end == span.end
      && (tokens.dropLast().contains {
        $0.end < span.start && $0.end + 2 > span.start && $0.kind == .punctuation
      } || tokens.first?.start == span.start)
    return opens || closes ? core.latest?.year : nil
  }

  private static let openings = BlockReading.keys("from until till since before after to by")

  public init(
    span: Span, value: EDTF, core: EDTF, relation: Relation = .at, basis: Basis = .explicit,
    flags: [String] = [], proposal: Proposal? = nil, rules: [String] = [],
    derivation: [String] = [],
    mode: DateReader.Mode = .narrative
  ) {
    self.span = span
    self.value = value
    self.core = core
    self.relation = relation
    self.basis = basis
    self.flags = flags
    proposals = proposal.map { [$0] } ?? []
    self.rules = rules
    self.derivation = derivation
    self.mode = mode
  }
}
