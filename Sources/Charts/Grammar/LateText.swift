/// Words that are made when they are asked for: marks that are drawn as one with others need none.
public struct LateText: Hashable, Sendable, ExpressibleByStringInterpolation {
  private let make: @Sendable () -> String

  public init(_ text: @autoclosure @escaping @Sendable () -> String) { make = text }

  public init(stringLiteral text: String) { make = { text } }

  /// The words.
  public var text: String { make() }

  public static func == (a: LateText, b: LateText) -> Bool { a.text == b.text }

  public func hash(into hasher: inout Hasher) { hasher.combine(text) }
}
