import Prose

/// Values by word. A key is a hash already: it is looked up as it is.
struct WordMap<Value: Sendable>: Sendable {
  /// An open table, at most five eighths full; 0 stands for nothing.
  private var keys: [UInt64] = [0, 0]
  /// Where the value of the key in the same place lies, in ``values``.
  private var places: [Int32] = [0, 0]
  private var values: [Value?] = []

  init(_ values: [WordKey: Value] = [:]) {
    for (word, value) in values { self[word] = value }
  }

  /// All words that have a value.
  var words: [WordKey] { keys.filter { $0 != 0 }.map { WordKey(value: $0) } }

  @inline(__always)
  private func slot(of word: WordKey) -> Int {
    let mask = keys.count - 1
    var slot = Int(truncatingIfNeeded: word.value) & mask
    while keys[slot] != 0, keys[slot] != word.value { slot = (slot + 1) & mask }
    return slot
  }

  subscript(word: WordKey) -> Value? {
    @inline(__always) get {
      let slot = slot(of: word)
      return keys[slot] == 0 ? nil : values[Int(places[slot])]
    }
    set {
      var slot = slot(of: word)
      guard keys[slot] == 0 else {
        values[Int(places[slot])] = newValue
        return
      }
      if !Self.holds(values.count + 1, in: keys.count) {
        grow(to: 2 * keys.count)
        slot = self.slot(of: word)
      }
      keys[slot] = word.value
      places[slot] = Int32(values.count)
      values.append(newValue)
    }
  }

  /// Makes room for so many words.
  mutating func reserveCapacity(_ words: Int) {
    var size = keys.count
    while !Self.holds(words, in: size) { size *= 2 }
    if size > keys.count { grow(to: size) }
    values.reserveCapacity(words)
  }

  private static func holds(_ words: Int, in slots: Int) -> Bool { 8 * words <= 5 * slots }

  private mutating func grow(to size: Int) {
    let old = zip(keys, places).filter { $0.0 != 0 }
    keys = Array(repeating: 0, count: size)
    places = Array(repeating: 0, count: size)
    for (key, place) in old {
      let slot = slot(of: WordKey(value: key))
      keys[slot] = key
      places[slot] = place
    }
  }
}
