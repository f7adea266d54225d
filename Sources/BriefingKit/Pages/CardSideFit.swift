import Layout

/// How many entries each part of the narrow column may have, so that it is no longer than the
/// sentences beside it.
struct CardSideFit {
  private let side: CardSide
  /// Of the parts that are told, by number of entries from one on.
  private let heights: [(part: CardSide.Part, heights: [Double])]

  static let width = 153.0
  /// Of the rule above a part.
  private static let rule = CardSide.gap + 3.5

  init(writer: PageWriter) {
    let side = CardSide(writer: writer)
    self.side = side
    heights = CardSide.Part.allCases.compactMap { part in
      var heights: [Double] = []
      for most in 1...CardSide.mostEntries {
        let blocks = side.blocks(part, most: most)
        guard !blocks.isEmpty else { return nil }
        heights.append(Box(blocks, width: Self.width, writer.setter).height)
      }
      return (part, heights)
    }
  }

  /// How many parts are told.
  var count: Int { heights.count }

  /// What the parts after the first are called.
  func names(after parts: Int) -> [String] { heights.dropFirst(parts).map { side.name($0.part) } }

  /// One entry of each of the first parts, and by turns one more of each as long as all are no higher
  /// than the sentences; where these are few, the last parts stand below them.
  func blocks(parts: Int, most: Int, height: Double) -> (beside: [any Block], below: [any Block]) {
    let heights = Array(self.heights.prefix(parts))
    var beside = heights.count
    var least = total(heights[...])
    var room = height
    while beside > 1, least > room + Self.tolerance,
      least - total(heights[(beside - 1)..<beside]) >= room
    {
      beside -= 1
      room += total(heights[beside..<(beside + 1)]) + Self.rule
      least = total(heights[..<beside])
    }
    var counts = heights.map { _ in 1 }
    for next in 1..<max(most, 1) + 1 where next < most {
      for (index, part) in heights[..<beside].enumerated() where counts[index] == next {
        let more = part.heights[next] - part.heights[next - 1]
        guard least + more <= room else { continue }
        counts[index] += 1
        least += more
      }
    }
    let all = zip(heights, counts).map { ($0.part, $1) }
    return (side.blocks(Array(all[..<beside])), side.blocks(Array(all[beside...])))
  }

  /// How much longer than the sentences the column may be.
  private static let tolerance = 21.0

  /// Of parts with one entry each.
  private func total(_ parts: ArraySlice<(part: CardSide.Part, heights: [Double])>) -> Double {
    parts.reduce(0) { $0 + $1.heights[0] + Self.rule } - CardSide.gap
  }
}
