import Dispatch
import Synchronization

/// A value that is made on another core meanwhile.
///
/// What is made must depend on nothing that changes: then the number of cores changes no byte.
final class Background<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let isMade = DispatchGroup()

  /// - Parameter queue: of values that are made one after another.
  init(on queue: DispatchQueue, _ make: @escaping @Sendable () -> Value) {
    queue.async(group: isMade) {
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
