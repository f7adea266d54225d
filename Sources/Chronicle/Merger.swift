import Chronology
import Diagnostics

/// Joins what several sentences tell of one happening into one event.
public enum Merger {
  /// Events of all assertions, in total order.
  ///
  /// - Parameter documents: the assertions of each document, in the order of the documents;
  ///   ``Assertion/partOf`` counts within a document.
  public static func events(_ documents: [[Assertion]]) -> [Event] {
    var all: [Assertion] = []
    var parents: [Int?] = []
    for assertions in documents {
      let base = all.count
      for assertion in assertions {
        all.append(assertion)
        parents.append(assertion.partOf.map { base + $0 })
      }
    }
    let groups = groups(of: all)
    var groupOf = [Int](repeating: 0, count: all.count)
    for (g, members) in groups.enumerated() { for member in members { groupOf[member] = g } }
    var events: [Event] = []
    var taken: Set<String> = []
    for members in groups { events.append(event(members.map { all[$0] }, &taken)) }
    for (g, members) in groups.enumerated() {
      let parent = members.lazy.compactMap { parents[$0] }.first.map { groupOf[$0] }
      if let parent, parent != g { events[g].partOf = events[parent].id }
    }
    return events.sorted(by: Ledger.inOrder)
  }

  private static func groups(of all: [Assertion]) -> [[Int]] {
    var union = UnionFind(count: all.count)
    // What the dates of a group have in common: a wide date can't join two that exclude each other.
    var common = all.map { Likeness.start($0)...max(Likeness.start($0), Likeness.end($0)) }
    var buckets: [String: [Int]] = [:]
    for (i, assertion) in all.enumerated() {
      buckets[Likeness.bucket(assertion), default: []].append(i)
    }
    for key in buckets.keys.sorted() {
      let members = (buckets[key] ?? []).sorted { a, b in
        (Likeness.start(all[a]), a) < (Likeness.start(all[b]), b)
      }
      for (k, i) in members.enumerated() {
        let end = Likeness.end(all[i])
        for j in members[(k + 1)...] {
          if Likeness.start(all[j]) > end, Likeness.start(all[j]) != Int.max { break }
          let (a, b) = (union.root(i), union.root(j))
          guard a != b, common[a].overlaps(common[b]), Likeness.areSame(all[i], all[j]) else {
            continue
          }
          union.join(a, b)
          common[min(a, b)] = common[a].clamped(to: common[b])
        }
      }
    }
    joinUndated(all, buckets, &union)
    var result: [Int: [Int]] = [:]
    for i in all.indices { result[union.root(i), default: []].append(i) }
    return result.keys.sorted().compactMap { result[$0] }
  }

  /// An undated sentence joins the one dated event of its kind that it can mean.
  private static func joinUndated(
    _ all: [Assertion], _ buckets: [String: [Int]], _ union: inout UnionFind
  ) {
    for key in buckets.keys.sorted() {
      let members = buckets[key] ?? []
      for i in members where all[i].content.date == nil {
        let candidates = members.filter {
          all[$0].content.date != nil && Likeness.canBeSame(all[i], undatedAs: all[$0])
        }
        let roots = Set(candidates.map { union.root($0) })
        if roots.count == 1, let one = candidates.first { union.join(i, one) }
      }
    }
  }

  private static func event(_ members: [Assertion], _ taken: inout Set<String>) -> Event {
    let ranked = members.sorted { Likeness.width($0) < Likeness.width($1) }
    var content = (members.first { $0.content.date != nil } ?? members[0]).content
    if let best = ranked.first(where: { $0.content.date != nil }) {
      content.date = best.content.date
      content.dateBasis = best.content.dateBasis
      content.proposedDate = best.content.proposedDate
    }
    for member in members {
      for amount in member.content.amounts where !content.amounts.contains(amount) {
        content.amounts.append(amount)
      }
      for flag in member.content.flags where !content.flags.contains(flag) {
        content.flags.append(flag)
      }
    }
    content.flags.sort()
    if members.contains(where: { $0.content.status == .occurred }), content.status == .planned {
      content.status = .occurred
    }
    if members.count > 1 {
      content.reasons.append(Reason("merge", "told by \(members.count) sentences"))
    }
    let digests = members.map { digest($0) }.sorted()
    let id = name(digests[0], &taken)
    let aliases = Set(digests.dropFirst().map { String($0.prefix(7)) }).subtracting([id]).sorted()
    return Event(id: id, aliases: aliases, content: content, mentions: members.map(\.mention))
  }

  /// Digest of what a mention says, independent of where its document lies.
  private static func digest(_ assertion: Assertion) -> String {
    let mention = assertion.mention
    let key = [
      mention.quote, assertion.content.date?.description ?? "", assertion.content.type.rawValue,
      assertion.content.headline,
    ].joined(separator: "\u{1F}")
    return base32(Digest.sha256(key))
  }

  private static func name(_ digest: String, _ taken: inout Set<String>) -> String {
    var length = 7
    while length < digest.count, taken.contains(String(digest.prefix(length))) { length += 1 }
    let id = String(digest.prefix(length))
    taken.insert(id)
    return id
  }

  /// The first 60 bits of a hexadecimal digest in letters and digits that can't be confused.
  private static func base32(_ hex: String) -> String {
    let alphabet = Array("0123456789abcdefghjkmnpqrstvwxyz")
    var value = UInt64(hex.prefix(15), radix: 16) ?? 0
    var result = ""
    for _ in 0..<12 {
      result.append(alphabet[Int(value & 31)])
      value >>= 5
    }
    return result
  }
}

struct UnionFind {
  private var parent: [Int]

  init(count: Int) { parent = Array(0..<count) }

  mutating func root(_ i: Int) -> Int {
    var r = i
    while parent[r] != r { r = parent[r] }
    var at = i
    while parent[at] != r { (at, parent[at]) = (parent[at], r) }
    return r
  }

  /// The smaller root stays.
  mutating func join(_ a: Int, _ b: Int) {
    let x = root(a)
    let y = root(b)
    if x != y { parent[max(x, y)] = min(x, y) }
  }
}
