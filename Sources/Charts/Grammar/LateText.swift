/// What is made when it is asked for: marks that are drawn as one with others need no words of their
/// own.
public struct Late<Value: Hashable & Sendable>: Hashable, Sendable {
  private let make: @Sendable () -> Value

  public init(_ value: @autoclosure @escaping @Sendable () -> Value) { make = value }

  public var value: Value { make() }

  public static func == (a: Late, b: Late) -> Bool { a.value == b.value }

  public func hash(into hasher: inout Hasher) { hasher.combine(value) }
}

/// Words that are made when they are asked for.
public typealias LateText = Late<String>

extension Late: ExpressibleByUnicodeScalarLiteral, ExpressibleByExtendedGraphemeClusterLiteral,
  ExpressibleByStringLiteral, ExpressibleByStringInterpolation
where Value == String {
  public init(stringLiteral text: String) { make = { text } }

  /// The words.
  public var text: String { make() }
}
