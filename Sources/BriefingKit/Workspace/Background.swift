import Diagnostics
import Dispatch
import Synchronization

/// A value that is made on another core meanwhile.
///
/// What is made must depend on nothing that changes: then the number of cores changes no byte.
final class Background<Value: Sendable>: Sendable {
  private let made = Mutex<Value?>(nil)
  private let isMade = DispatchGroup()

  fileprivate init(on queue: DispatchQueue, _ make: @escaping @Sendable () -> Value) {
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

/// A value handed from the thread that made it to another, which alone uses it then.
struct Handed<Value>: @unchecked Sendable {
  let value: Value
}

/// Another core, on which values are made one after another with something that it has for itself.
final class OtherCore<Own>: @unchecked Sendable {
  // Touched on the queue alone.
  private var own: Result<Own, Failure>?
  private let queue = DispatchQueue(label: "other core", qos: .userInitiated)
  private let fetch: @Sendable () throws(Failure) -> Own

  /// - Parameter fetch: gets what the core has for itself, when it is first needed.
  init(_ fetch: @escaping @Sendable () throws(Failure) -> Own) { self.fetch = fetch }

  /// Lets go of what takes its time to be taken apart.
  func dispose(of waste: Any...) {
    let waste = Handed(value: waste)
    queue.async { withExtendedLifetime(waste) {} }
  }

  /// Begins to make a value, once what was asked for before is made.
  func make<Value: Sendable>(
    _ body: @escaping @Sendable (Own) throws(Failure) -> Value
  ) -> Background<Result<Value, Failure>> {
    Background(on: queue) {
      let own = self.own ?? Result(catching: self.fetch)
      self.own = own
      return Result { () throws(Failure) in try body(own.get()) }
    }
  }
}
