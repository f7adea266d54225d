import Dispatch
import Synchronization

/// A value that is made on another core meanwhile.
///
/// What is made must depend on nothing that changes: then the number of cores changes no byte.
final class Background<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let isMade = DispatchGroup()

  init(_ make: @escaping @Sendable () -> Value) {
    DispatchQueue.global(qos: .userInitiated).async(group: isMade) {
      let value = make()
      self.made.withLock { $0 = value }
    }
  }

  /// The value, once it is made.
  func wait() -> Value {
    isMade.wait()
    return made.withLock { value in
      guard let value else { fatalError("nothing was made") }
      return value
    }
  }
}
