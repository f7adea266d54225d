import Chronicle
import Chronology

/// How well a ledger's events meet the gold of one document.
///
/// A gold event and its repeats are one. An event meets it when one of its quotes covers half of the
/// words of one of the gold quotes and its date is the gold's or an accepted alternative. Optional
/// events cost nothing when missed.
struct Score {
  var right = 0
  var found = 0
  var required = 0

  var precision: Double { found == 0 ? 0 : Double(right) / Double(found) }
  var recall: Double { required == 0 ? 0 : Double(right) / Double(required) }
  var f1: Double {
    precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }

  static func + (a: Score, b: Score) -> Score {
    Score(right: a.right + b.right, found: a.found + b.found, required: a.required + b.required)
  }

  init(right: Int = 0, found: Int = 0, required: Int = 0) {
    self.right = right
    self.found = found
    self.required = required
  }

  init(_ events: [Event], against gold: Gold) {
    let clusters = Self.clusters(gold.events)
    let fits = events.map { event in
      clusters.indices.filter { Self.meets(event, clusters[$0]) }
    }
    // Required first, so that an event is not spent on an optional one.
    let requiredFirst = fits.map {
      $0.sorted { !clusters[$0].isOptional && clusters[$1].isOptional }
    }
    var owner = [Int?](repeating: nil, count: clusters.count)
    for i in events.indices {
      var seen = Set<Int>()
      _ = Self.assign(i, requiredFirst, &owner, &seen)
    }
    let free = clusters.indices.count { clusters[$0].isOptional && owner[$0] != nil }
    right = clusters.indices.count { !clusters[$0].isOptional && owner[$0] != nil }
    found = events.count - free
    required = clusters.count { !$0.isOptional }
  }

  private struct Cluster {
    var quotes: [[String]]
    var dates: Set<String?>
    var isOptional: Bool
  }

  private static func clusters(_ events: [Gold.Event]) -> [Cluster] {
    var order: [String] = []
    var members: [String: [Gold.Event]] = [:]
    for event in events {
      let root = event.sameAs ?? event.id
      if members[root] == nil { order.append(root) }
      members[root, default: []].append(event)
    }
    return order.map { root in
      let all = members[root] ?? []
      let told = all.filter { $0.id == root || $0.flags?.contains("contradiction") != true }
      var dates: Set<String?> = Set(told.map(\.date))
      for event in told {
        for date in event.dateAlternatives ?? [] { dates.insert(date == "XXXX" ? nil : date) }
      }
      return Cluster(
        quotes: all.map { words($0.quote) }, dates: dates,
        isOptional: all.allSatisfy { $0.optional == true })
    }
  }

  private static func meets(_ event: Event, _ cluster: Cluster) -> Bool {
    guard cluster.dates.contains(event.content.date?.description) else { return false }
    return event.mentions.contains { mention in
      let found = words(mention.quote)
      return cluster.quotes.contains { gold in
        overlap(found, gold) * 2 >= gold.count
          || (found.count >= 3 && overlap(gold, found) * 5 >= found.count * 4)
      }
    }
  }

  /// Length of the longest run of words that both share.
  static func overlap(_ a: [String], _ b: [String]) -> Int {
    var best = 0
    var row = [Int](repeating: 0, count: b.count + 1)
    for x in a {
      var previous = 0
      for (j, y) in b.enumerated() {
        let saved = row[j + 1]
        row[j + 1] = x == y ? previous + 1 : 0
        previous = saved
        best = max(best, row[j + 1])
      }
    }
    return best
  }

  static func words(_ text: String) -> [String] {
    text.lowercased().split { !$0.isLetter && !$0.isNumber && $0 != "_" }.map(String.init)
  }

  private static func assign(
    _ i: Int, _ fits: [[Int]], _ owner: inout [Int?], _ seen: inout Set<Int>
  ) -> Bool {
    for c in fits[i] where seen.insert(c).inserted {
      guard let other = owner[c] else {
        owner[c] = i
        return true
      }
      if assign(other, fits, &owner, &seen) {
        owner[c] = i
        return true
      }
    }
    return false
  }
}
