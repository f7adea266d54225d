internal import Dispatch

extension Array where Element: Sendable {
  /// The results for all elements, in their order, made on all cores.
  package func concurrentMap<Result: Sendable>(_ body: @Sendable (Element) -> Result) -> [Result] {
    guard count > 1 else { return map(body) }
    return [Result](unsafeUninitializedCapacity: count) { buffer, made in
      // Each place is written once, by whoever makes its element.
      nonisolated(unsafe) let results = buffer
      DispatchQueue.concurrentPerform(iterations: count) { i in
        results.initializeElement(at: i, to: body(self[i]))
      }
      made = count
    }
  }
}
