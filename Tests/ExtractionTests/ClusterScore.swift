import Chronicle
import Chronology
import FoundationEssentials

/// The gold of happenings that several documents tell.
struct GoldClusters: Decodable {
  struct Cluster: Decodable {
    var id: String
    var pair: String
    /// "document:event"
    var members: [String]
  }

  var clusters: [Cluster]

  static func read() throws -> [Cluster] {
    guard let data = FileManager.default.contents(atPath: "\(Gold.root)/Tests/Corpus/clusters.json")
    else { throw CocoaError(.fileNoSuchFile) }
    return try JSONDecoder().decode(GoldClusters.self, from: data).clusters
  }
}

/// How well a ledger of several documents joins what they tell of one happening.
///
/// Each gold event of a document is met by at most one mention of the ledger in that document: the
/// one whose words, date, type and actors fit best. Two gold events count as joined where the ledger
/// has their mentions in one event; pairs are compared with those of the gold's clusters.
struct ClusterScore {
  var right = 0
  var found = 0
  var required = 0

  var f1: Double { found + required == 0 ? 0 : 2 * Double(right) / Double(found + required) }

  static func + (a: ClusterScore, b: ClusterScore) -> ClusterScore {
    var sum = a
    sum.right += b.right
    sum.found += b.found
    sum.required += b.required
    return sum
  }

  private init() {}

  /// - Parameter golds: the gold of each document, by the id that the ledger gives to it.
  init(_ ledger: Ledger, golds: [String: Gold], clusters: [GoldClusters.Cluster]) {
    var eventOf: [String: Int] = [:]
    for (id, gold) in golds {
      for (event, key) in Self.met(gold, by: ledger.events, in: id) { eventOf[key] = event }
    }
    var told: [Int: [String]] = [:]
    for (key, event) in eventOf { told[event, default: []].append(key) }
    let goldPairs = Set(clusters.flatMap { Self.pairs($0.members) })
    let repeats = Set(
      golds.values.flatMap { gold in
        gold.events.compactMap { event in
          event.sameAs.map { Self.pair("\(gold.doc):\(event.id)", "\(gold.doc):\($0)") }
        }
      })
    // Repeats within a document that no cluster lists are neither right nor wrong.
    let pairs = Set(told.values.flatMap { Self.pairs($0) }).subtracting(
      repeats.subtracting(goldPairs))
    right = pairs.intersection(goldPairs).count
    found = pairs.count
    required = goldPairs.count
  }

  private static func pair(_ a: String, _ b: String) -> String { a < b ? "\(a) \(b)" : "\(b) \(a)" }

  private static func pairs(_ members: [String]) -> [String] {
    members.indices.flatMap { i in members[(i + 1)...].map { pair(members[i], $0) } }
  }

  /// The gold events of a document with the events that meet them, the best fits first.
  private static func met(_ gold: Gold, by events: [Event], in id: String)
    -> [(event: Int, key: String)]
  {
    var fits: [(weight: Int, event: Int, mention: Int, gold: Int)] = []
    for (e, event) in events.enumerated() {
      for (m, mention) in event.mentions.enumerated() where mention.document == id {
        for (g, told) in gold.events.enumerated() {
          let weight = weight(event, mention, told)
          if weight > 0 { fits.append((weight, e, m, g)) }
        }
      }
    }
    fits.sort {
      ($1.weight, $0.event, $0.mention, $0.gold) < ($0.weight, $1.event, $1.mention, $1.gold)
    }
    var mentions: Set<[Int]> = []
    var golds: Set<Int> = []
    var result: [(event: Int, key: String)] = []
    for fit in fits where !golds.contains(fit.gold) {
      guard mentions.insert([fit.event, fit.mention]).inserted else { continue }
      golds.insert(fit.gold)
      result.append((fit.event, "\(gold.doc):\(gold.events[fit.gold].id)"))
    }
    return result
  }

  private static func weight(_ event: Event, _ mention: Mention, _ gold: Gold.Event) -> Int {
    let found = Score.words(mention.quote)
    let quote = Score.words(gold.quote)
    let shared = Score.overlap(found, quote)
    guard shared * 2 >= quote.count || shared * 2 >= found.count else { return 0 }
    let dates = [gold.date] + (gold.dateAlternatives ?? []).map { $0 as String? }
    let types = [gold.type] + (gold.typeAlternatives ?? [])
    return 1 + 12 * shared / max(quote.count, 1)
      + (dates.contains(event.content.date?.description) ? 60 : 0)
      + (types.contains(event.content.type.rawValue) ? 40 : 0)
      + (Set(event.content.actors) == Set(gold.actors) ? 20 : 0)
      + (event.content.domain.rawValue == gold.domain ? 10 : 0)
  }
}
