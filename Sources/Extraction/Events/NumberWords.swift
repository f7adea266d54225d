import Prose

/// Reads numbers written in words: "thirty-two", "a hundred and ten", "twelve hundred".
enum NumberWords {
  static func number(at start: Int, _ tokens: [Token], _ end: Int) -> (Double, Int)? {
    guard begins(tokens[start].key) else { return nil }
    var total = 0.0
    var current = 0.0
    var i = start
    var any = false
    // "Half a million".
    if start + 2 < end, tokens[start].key == half, tokens[start + 1].key == article,
      let whole = Self.scales[tokens[start + 2].key]
    {
      return (whole / 2, start + 3)
    }
    while i < end {
      let key = tokens[i].key
      if let unit = units[key] {
        current += unit
      } else if key == hundred, any || isOne(start, tokens, i) {
        current = max(1, current) * 100
      } else if key == thousand, any || isOne(start, tokens, i) {
        total += max(1, current) * 1000
        current = 0
      } else if key == article, !any, i + 1 < end, multiples.contains(tokens[i + 1].key) {
        current = 1
      } else if any, key == hyphen || key == and, i + 1 < end,
        units[tokens[i + 1].key] != nil, current >= 20 || total > 0
      {
        i += 1
        continue
      } else {
        break
      }
      any = true
      i += 1
    }
    return any ? (total + current, i) : nil
  }

  /// The words with which a number can begin.
  static var firstWords: [WordKey] { units.words + [article, half] }

  private static func begins(_ key: WordKey) -> Bool {
    key == article || key == half || units[key] != nil
  }

  private static func isOne(_ start: Int, _ tokens: [Token], _ i: Int) -> Bool {
    i > start && tokens[i - 1].key == article
  }

  private static var half: WordKey { "half" }
  private static var article: WordKey { "a" }
  private static var hundred: WordKey { "hundred" }
  private static var thousand: WordKey { "thousand" }
  private static var hyphen: WordKey { "-" }
  private static var and: WordKey { "and" }
  private static let scales = WordMap<Double>([
    WordKey("hundred"): 100, WordKey("thousand"): 1000, WordKey("million"): 1_000_000,
    WordKey("billion"): 1_000_000_000, WordKey("dozen"): 12,
  ])
  static let multiples = BlockReading.keys("hundred thousand million billion dozen")
  private static let units: WordMap<Double> = {
    let low =
      "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
      + " sixteen seventeen eighteen nineteen"
    var result = WordMap<Double>()
    for (i, word) in low.split(separator: " ").enumerated() {
      result[WordKey(String(word))] = Double(i + 1)
    }
    for (i, word) in "twenty thirty forty fifty sixty seventy eighty ninety".split(separator: " ")
      .enumerated()
    {
      result[WordKey(String(word))] = Double((i + 2) * 10)
    }
    return result
  }()
}
