import Prose

/// Values by word. A key is a hash already: it is looked up as it is.
struct WordMap<Value: Sendable>: Sendable {
  /// An open table, at most half full; 0 stands for nothing.
  private var keys: [UInt64] = [0, 0]
  private var values: [Value?] = [nil, nil]
  private var count = 0

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
      let place = slot(of: word)
      return keys[place] == 0 ? nil : values[place]
    }
    set {
      var place = slot(of: word)
      if keys[place] == 0 {
        count += 1
        if 2 * count > keys.count {
          grow(to: 2 * keys.count)
          place = slot(of: word)
        }
      }
      keys[place] = word.value
      values[place] = newValue
    }
  }

  /// Makes room for so many words.
  mutating func reserveCapacity(_ words: Int) {
    var size = keys.count
    while size < 2 * words { size *= 2 }
    if size > keys.count { grow(to: size) }
  }

  private mutating func grow(to size: Int) {
    let old = zip(keys, values).filter { $0.0 != 0 }
    keys = Array(repeating: 0, count: size)
    values = Array(repeating: nil, count: size)
    for (key, value) in old {
      let place = slot(of: WordKey(value: key))
      keys[place] = key
      values[place] = value
    }
  }
}
