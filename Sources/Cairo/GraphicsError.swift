/// What a graphics library refused, in its own words.
public struct GraphicsError: Error {
  /// What was asked: `show page`.
  public let operation: String
  public let message: String

  public init(_ operation: String, _ message: String) {
    self.operation = operation
    self.message = message
  }
}
