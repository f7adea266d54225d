/// Phrases that are looked for together, by their first byte.
struct Phrases: Sendable {
  private let byFirst: [[[UInt8]]]
  /// Whether one begins with a byte.
  private let opens: [Bool]

  /// - Parameter phrases: in the form of ``Folded``.
  init(_ phrases: [String]) {
    var table = [[[UInt8]]](repeating: [], count: 256)
    for phrase in phrases {
      let bytes = Array(phrase.utf8)
      if let first = bytes.first { table[Int(first)].append(bytes) }
    }
    byFirst = table
    opens = table.map { !$0.isEmpty }
  }

  /// Whether the line begins with one of them.
  func open(_ line: Folded) -> Bool {
    guard let first = line.bytes.first else { return false }
    return byFirst[Int(first)].contains { line.bytes.starts(with: $0) }
  }

  /// Whether one of them stands in the line as whole words.
  func stand(in line: Folded) -> Bool {
    line.bytes.withUnsafeBufferPointer { bytes in
      var isInside = false
      for i in bytes.indices {
        defer { isInside = Bytes.isLetter(bytes[i]) }
        guard !isInside, opens[Int(bytes[i])] else { continue }
        for phrase in byFirst[Int(bytes[i])] where i + phrase.count <= bytes.count {
          let end = i + phrase.count
          if bytes[i..<end].elementsEqual(phrase),
            end == bytes.count || !Bytes.isLetter(bytes[end])
          {
            return true
          }
        }
      }
      return false
    }
  }
}
