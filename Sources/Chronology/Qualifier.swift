/// How sure a year, month or day is: "?" uncertain, "~" approximate, "%" both.
public struct Qualifier: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8

  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let uncertain = Qualifier(rawValue: 1)
  public static let approximate = Qualifier(rawValue: 2)

  /// What "?", "~" or "%" says; nil for any other mark.
  init?(mark: UInt8) {
    switch mark {
    case UInt8(ascii: "?"): self = .uncertain
    case UInt8(ascii: "~"): self = .approximate
    case UInt8(ascii: "%"): self = [.uncertain, .approximate]
    default: return nil
    }
  }

  /// "?", "~", "%" or nothing.
  public var mark: String {
    switch self {
    case .uncertain: "?"
    case .approximate: "~"
    case [.uncertain, .approximate]: "%"
    default: ""
    }
  }
}
