/// Takes tokens, and hands them on by the dozen.
struct TokenSink {
  static let size = 64

  let room: UnsafeMutableBufferPointer<Token>
  var tokens: [Token] = []
  private var count = 0

  init(room: UnsafeMutableBufferPointer<Token>) { self.room = room }

  @inline(__always)
  mutating func append(_ token: Token) {
    if count == Self.size { flush() }
    room.initializeElement(at: count, to: token)
    count += 1
  }

  /// The token before.
  var last: Token? { count > 0 ? room[count - 1] : tokens.last }

  mutating func flush() {
    tokens.append(contentsOf: UnsafeBufferPointer(rebasing: room[..<count]))
    count = 0
  }
}
