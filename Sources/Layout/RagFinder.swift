/// Chooses where the lines of a paragraph end: in as few lines as can be, those as even as can be.
///
/// The badness of a line is the square of the part of its width that stays empty; that of the last
/// line only what makes it a lonely word.
struct RagFinder {
  let words: [LineWord]
  /// The room of the first line and of all others.
  let first: Double
  let others: Double

  private func width(_ line: Int) -> Double { line == 0 ? first : others }

  /// A line's end after this word, and where the line before ended.
  private struct Step {
    var badness: Double
    var before: Int
  }

  /// A last line that is shorter than this part of the width stands lonely.
  private static let lonely = 0.17
  private static let lonelyBadness = 0.06
  /// A line had better not end with an article or the like.
  private static let shortEnd = 0.008
  /// What is longer is broken line by line: no eye sees the difference.
  private static let mostWords = 400

  /// The number of words up to the end of each line.
  var ends: [Int] {
    if words.isEmpty { return [0] }
    let greedy = self.greedy
    guard greedy.count > 1, words.count <= Self.mostWords else { return greedy }
    // The ways to fill the first lines, by the word after which they end.
    var layers: [[Int: Step]] = []
    var open: [Int: Double] = [0: 0]
    for line in 0..<greedy.count {
      let isLast = line == greedy.count - 1
      var layer: [Int: Step] = [:]
      for (start, badness) in open.sorted(by: { $0.key < $1.key }) {
        var used = 0.0
        var end = start
        while end < words.count {
          let next = used + words[end].width
          if end > start, next > width(line) + 0.01 { break }
          used = next + words[end].spaceWidth
          end += 1
          if isLast != (end == words.count) { continue }
          let total = badness + self.badness(next, width(line), words[end - 1], isLast)
          if layer[end].map({ total < $0.badness }) ?? true {
            layer[end] = Step(badness: total, before: start)
          }
        }
      }
      layers.append(layer)
      open = layer.mapValues(\.badness)
    }
    var ends: [Int] = []
    var end = words.count
    for layer in layers.reversed() {
      guard let step = layer[end] else { return greedy }
      ends.append(end)
      end = step.before
    }
    return ends.reversed()
  }

  private func badness(_ used: Double, _ width: Double, _ last: LineWord, _ isLast: Bool) -> Double
  {
    guard width > 0 else { return 0 }
    if isLast { return used < Self.lonely * width ? Self.lonelyBadness : 0 }
    let empty = max(0, width - used) / width
    return empty * empty + (last.isShort ? Self.shortEnd : 0)
  }

  /// Each line takes all words that fit.
  private var greedy: [Int] {
    var ends: [Int] = []
    var used = 0.0
    for (index, word) in words.enumerated() {
      if index > (ends.last ?? 0), used + word.width > width(ends.count) + 0.01 {
        ends.append(index)
        used = 0
      }
      used += word.width + word.spaceWidth
    }
    return ends + [words.count]
  }
}
