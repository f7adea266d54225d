import Diagnostics
import Dispatch
import Synchronization

/// Work that whoever comes first does.
protocol Offered: Sendable {
  /// Does it, where nobody has begun to.
  func begin()
}

/// A value that is made on another core meanwhile.
///
/// What is made must depend on nothing that changes: then the number of cores changes no byte, nor
/// does it matter who makes it.
final class Background<Value: Sendable>: Offered {
  private let made = Mutex<Value?>(nil)
  private let isMade = DispatchGroup()
  /// How it is made; nil once it was begun.
  private let make: Mutex<(@Sendable () -> Value)?>
  /// Whether it may be made anywhere.
  private let isFree: Bool

  fileprivate init(on queue: DispatchQueue, isFree: Bool, _ make: @escaping @Sendable () -> Value) {
    self.make = Mutex(make)
    self.isFree = isFree
    isMade.enter()
    queue.async { self.begin() }
  }

  func begin() {
    guard let make = make.withLock({ $0.take() }) else { return }
    let value = make()
    made.withLock { $0 = value }
    isMade.leave()
  }

  /// The value, once it is made; what may be made anywhere and was not begun is made here.
  ///
  /// - Parameter others: what may be made anywhere, and is made here while the value is not there.
  func wait(doing others: [any Offered] = []) -> Value {
    if isFree { begin() }
    for other in others {
      if isMade.wait(timeout: .now()) == .success { break }
      other.begin()
    }
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
    Background(on: queue, isFree: false) {
      let own = self.own ?? Result(catching: self.fetch)
      self.own = own
      return Result { () throws(Failure) in try body(own.get()) }
    }
  }

  /// The same for a value that needs nothing of the core: who waits for it before it is begun makes it
  /// himself.
  func offer<Value: Sendable>(
    _ body: @escaping @Sendable () throws(Failure) -> Value
  ) -> Background<Result<Value, Failure>> {
    Background(on: queue, isFree: true) { Result { () throws(Failure) in try body() } }
  }
}
