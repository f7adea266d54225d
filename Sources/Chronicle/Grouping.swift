/// Tellings of one happening, found by comparing those that have a block in common.
struct Grouping {
  private let all: [Telling]
  /// Of each telling, where it is asked for most.
  private let isDated: [Bool]
  private let starts: [Int]
  private var union: UnionFind
  private var common: [CommonTime]
  /// The round in which each telling was last met.
  private var met: [Int]
  private var round = 0

  /// The groups of tellings, each ascending, by their first.
  ///
  /// - Parameter repeats: which tell again what another tells, by the document's own word.
  static func groups(of all: [Telling], _ repeats: [(again: Int, first: Int)]) -> [[Int]] {
    var grouping = Grouping(all)
    for (again, first) in repeats { grouping.join(again, first) }
    var blocks: [String: [Int]] = [:]
    for (i, telling) in all.enumerated() {
      for key in Likeness.blocks(telling) { blocks[key, default: []].append(i) }
    }
    for key in blocks.keys.sorted() {
      let members = blocks[key] ?? []
      grouping.joinDated(members.filter { grouping.isDated[$0] })
      grouping.joinUndated(members)
    }
    return grouping.groups()
  }

  private init(_ all: [Telling]) {
    self.all = all
    isDated = all.map(\.isDated)
    starts = all.map(\.start)
    union = UnionFind(count: all.count)
    common = all.map { CommonTime($0.start...max($0.start, $0.end)) }
    met = [Int](repeating: 0, count: all.count)
  }

  private mutating func join(_ one: Int, _ other: Int) {
    let (a, b) = (union.root(one), union.root(other))
    union.join(a, b)
    common[min(a, b)].join(common[max(a, b)])
  }

  /// A root is the first of its group.
  private mutating func groups() -> [[Int]] {
    var groupOf = [Int](repeating: 0, count: all.count)
    var result: [[Int]] = []
    for i in all.indices {
      let root = union.root(i)
      if root == i {
        groupOf[i] = result.count
        result.append([i])
      } else {
        result[groupOf[root]].append(i)
      }
    }
    return result
  }

  /// Joins in the order of time; each is compared with those that begin before it ends, or not long
  /// after.
  private mutating func joinDated(_ members: [Int]) {
    let ordered = members.sorted { a, b in
      starts[a] != starts[b] ? starts[a] < starts[b] : a < b
    }
    for (k, i) in ordered.enumerated() {
      let end = all[i].end
      for place in (k + 1)..<min(k + 1 + Self.mostCompared, ordered.count) {
        let j = ordered[place]
        let gap = starts[j] - end
        if gap > Self.longestDispute { break }
        let (a, b) = (union.root(i), union.root(j))
        guard a != b, gap > 0 || common[a].overlaps(common[b]),
          Likeness.areSame(all[i], all[j])
        else { continue }
        join(a, b)
      }
    }
  }

  /// Undated sentences join those that share a word with them; one dated happening takes in what
  /// can mean no other.
  private mutating func joinUndated(_ members: [Int]) {
    let undated = members.filter { !isDated[$0] }
    guard !undated.isEmpty else { return }
    var byWord: [Int: [Int]] = [:]
    var general: [Int] = []
    for i in members {
      for word in all[i].words { byWord[word, default: []].append(i) }
      if all[i].subjects.isEmpty { general.append(i) }
    }
    for i in undated {
      round += 1
      met[i] = round
      var dated: [Int] = []
      for word in all[i].words { meet(byWord[word] ?? [], i, &dated) }
      meet(all[i].subjects.isEmpty ? members : general, i, &dated)
      if let one = only(dated, i) { union.join(i, one) }
    }
  }

  /// Joins an undated sentence with the undated ones among others; the dated ones are noted.
  private mutating func meet(_ others: [Int], _ i: Int, _ dated: inout [Int]) {
    for j in others.prefix(Self.mostCompared) where met[j] != round {
      met[j] = round
      if isDated[j] {
        dated.append(j)
      } else if union.root(i) != union.root(j), Likeness.areSame(all[i], all[j]) {
        union.join(i, j)
      }
    }
  }

  /// The one happening among dated tellings that an undated sentence can mean; nil where it can
  /// mean several.
  private mutating func only(_ dated: [Int], _ i: Int) -> Int? {
    var one: Int?
    for j in dated {
      let root = union.root(j)
      if root == one || !Likeness.canBeSame(all[i], undatedAs: all[j]) { continue }
      if one != nil { return nil }
      one = root
    }
    return one
  }

  /// Days within which tellers may contradict each other about one happening.
  private static let longestDispute = 800
  /// Comparisons of one assertion in a block, so that time stays in step with the documents.
  private static let mostCompared = 400
}

/// What the dates of a group have in common: a wide date can't join two that exclude each other.
/// Where tellers contradict each other, each of their times.
struct CommonTime {
  private var first: ClosedRange<Int>
  private var others: [ClosedRange<Int>] = []

  init(_ time: ClosedRange<Int>) { first = time }

  func overlaps(_ other: CommonTime) -> Bool {
    other.holds(first) || others.contains(where: other.holds)
  }

  /// Whether one of the times overlaps another.
  private func holds(_ time: ClosedRange<Int>) -> Bool {
    first.overlaps(time) || others.contains(where: time.overlaps)
  }

  mutating func join(_ other: CommonTime) {
    join(other.first)
    for time in other.others { join(time) }
  }

  private mutating func join(_ time: ClosedRange<Int>) {
    if first.overlaps(time) {
      first = first.clamped(to: time)
    } else if let place = others.firstIndex(where: time.overlaps) {
      others[place] = others[place].clamped(to: time)
    } else if others.count + 1 < Self.mostTimes {
      others.append(time)
    }
  }

  /// More tellings that all exclude each other are no dispute about one happening.
  private static let mostTimes = 4
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
