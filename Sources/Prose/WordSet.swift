/// A fixed set of words.
///
/// A key is a hash already: it is looked up as it is, without being hashed once more.
public struct WordSet: Sendable, ExpressibleByArrayLiteral {
  /// An open table, at most half full; 0 stands for nothing.
  @usableFromInline let slots: [UInt64]
  @usableFromInline let mask: Int

  public init(_ words: some Sequence<WordKey>) {
    let words = Array(words)
    var size = 8
    while size < 2 * words.count { size *= 2 }
    let mask = size - 1
    var slots = [UInt64](repeating: 0, count: size)
    for word in words {
      var slot = Int(truncatingIfNeeded: word.value) & mask
      while slots[slot] != 0, slots[slot] != word.value { slot = (slot + 1) & mask }
      slots[slot] = word.value
    }
    self.slots = slots
    self.mask = mask
  }

  public init(arrayLiteral elements: WordKey...) { self.init(elements) }

  /// The words of the set.
  public var words: [WordKey] { slots.filter { $0 != 0 }.map { WordKey(value: $0) } }

  @inlinable
  public func contains(_ word: WordKey) -> Bool {
    var slot = Int(truncatingIfNeeded: word.value) & mask
    while slots[slot] != 0 {
      if slots[slot] == word.value { return true }
      slot = (slot + 1) & mask
    }
    return false
  }
}
