import Chronology

/// Whether two assertions tell the same happening.
enum Likeness {
  /// Types that tellers choose between for one happening.
  static func family(_ type: EventType) -> String {
    switch type {
    case .meeting, .consultation: "meeting"
    case .agreement, .declaration: "agreement"
    case .training, .scholarship: "training"
    default: type.rawValue
    }
  }

  /// Assertions without a block in common are never compared: the family with each side that acts,
  /// or with each pair of sides that act together.
  static func blocks(_ a: Assertion) -> [String] {
    let family = family(a.content.type)
    if a.content.type == .conflict { return [family] }
    let actors = a.content.actors
    if a.hasGuessedRoles {
      let sides = (actors + a.content.recipients).sorted()
      let pairs = sides.count == 2 ? ["\(family)/\(sides[0])+\(sides[1])"] : []
      return sides.map { "\(family)/\($0)" } + pairs
    }
    guard actors.count > 1 else { return ["\(family)/\(actors.first ?? "")"] }
    var result: [String] = []
    for (i, first) in actors.enumerated() {
      for second in actors[(i + 1)...] { result.append("\(family)/\(first)+\(second)") }
    }
    return result
  }

  // MARK: Time

  /// The date that counts: the proposal where the source's own can't be right.
  private static func date(_ a: Assertion) -> EDTF? {
    a.content.proposedDate?.date ?? a.content.date
  }

  static func start(_ a: Assertion) -> Int {
    let date = date(a)
    return date?.earliest?.number ?? date?.latest?.number ?? Int.max
  }

  static func end(_ a: Assertion) -> Int {
    guard let date = date(a) else { return Int.max }
    return date.latest?.number ?? (date.earliest?.number).map { $0 + 366 } ?? Int.max
  }

  /// Days that the date leaves open; undated is widest, a date that can't be right nearly so.
  static func width(_ a: Assertion) -> Int {
    guard let date = a.content.date else { return Int.max }
    if a.content.proposedDate != nil { return Int.max - 1 }
    let open = date.isOpenEnd || date.isOpenStart
    return end(a) - start(a) + (open ? 10_000 : 0)
  }

  static func overlap(_ a: Assertion, _ b: Assertion) -> Bool {
    start(a) <= end(b) && start(b) <= end(a)
  }

  /// Whether the dates agree as they are written, no proposal taken.
  static func isWrittenLike(_ a: Assertion, _ b: Assertion) -> Bool {
    guard let x = a.content.date, let y = b.content.date,
      let first = x.earliest?.number, let second = y.earliest?.number
    else { return true }
    return first <= y.latest?.number ?? Int.max && second <= x.latest?.number ?? Int.max
  }

  /// A part of a happening that a sentence tells alone: an end of a visit, the opening of what was
  /// built.
  enum Stage { case arrival, departure, completion }

  static func stage(_ a: Assertion) -> Stage? {
    if a.content.type == .construction { return a.repeats == nil ? nil : .completion }
    return switch a.kind {
    case "visit/arrived": .arrival
    case "visit/left": .departure
    default: nil
    }
  }

  /// At most so many days between them.
  private static func near(_ a: Assertion, _ b: Assertion, days: Int) -> Bool {
    let (x, y) = (start(a), start(b))
    guard x != Int.max, y != Int.max else { return true }
    return max(x - end(b), y - end(a)) <= days
  }

  // MARK: Likeness

  static func areSame(_ a: Assertion, _ b: Assertion) -> Bool {
    if areOneStay(a, b) { return true }
    guard !ofOneSentence(a.mention, b.mention), sidesFit(a, b),
      amountsFit(a.content, b.content), ordinalsFit(a, b)
    else {
      return false
    }
    switch (a.content.date, b.content.date) {
    case (nil, nil): return bothUndated(a, b)
    case (nil, _), (_, nil): return false
    default: return overlap(a, b) ? sameTime(a, b) : otherTime(a, b)
    }
  }

  /// "Landed on Sunday", "left on Tuesday": ends of one visit, and the visit itself.
  private static func areOneStay(_ a: Assertion, _ b: Assertion) -> Bool {
    guard a.content.type == .visit, b.content.type == .visit, stage(a) != stage(b),
      a.content.actors == b.content.actors, a.content.recipients == b.content.recipients,
      width(a) <= longestStay, width(b) <= longestStay, near(a, b, days: longestStay)
    else { return false }
    let (x, y) = (people(a), people(b))
    return x.isEmpty || y.isEmpty || !x.isDisjoint(with: y)
  }

  /// Days of a visit.
  private static let longestStay = 4

  /// One sentence tells each of its deeds once.
  private static func ofOneSentence(_ a: Mention, _ b: Mention) -> Bool {
    a.document == b.document && a.start < b.end && b.start < a.end
  }

  /// Of one time: what of their kind they tell decides.
  private static func sameTime(_ a: Assertion, _ b: Assertion) -> Bool {
    let isExact = a.content.date == b.content.date
    let shared = shared(a, b)
    let least = min(a.subjects.count, b.subjects.count)
    switch a.content.type {
    case .recognition, .conflict, .exercise: return true
    case .establishment:
      return isOneKind(a, b) && isOnce(a.kind) || shared >= 1 || least == 0
    case .visit: return samePeople(a, b)
    case .meeting, .consultation:
      return samePeople(a, b) && (shared >= 1 || isNarrow(a, b))
    case .agreement, .declaration:
      return shared >= 2 || shared >= 1 && (least <= 2 || isExact)
        || isNarrow(a, b) && least == 0
    case .award, .membership, .commemoration: return shared >= 1 || least == 0
    case .resolution, .statement: return shared >= 1 || isNarrow(a, b)
    case .aid, .training, .scholarship:
      return shared >= 1
        || !a.content.amounts.isEmpty
          && a.content.amounts.contains { b.content.amounts.contains($0) }
    case .appointment, .disaster: return shared >= 1
    default: return shared >= 1
    }
  }

  /// Of different times: tellers that contradict each other about what happens only once.
  private static func otherTime(_ a: Assertion, _ b: Assertion) -> Bool {
    guard a.mention.document != b.mention.document else { return false }
    switch a.content.type {
    case .recognition: return near(a, b, days: 800) && a.content.recipients == b.content.recipients
    case .establishment: return isOneKind(a, b) && isOnce(a.kind) && near(a, b, days: 800)
    case .visit:
      // "Attended the ninth summit" in May 2005 and in May 2006.
      return near(a, b, days: 500) && shareOrdinal(a, b) && namedPeople(a, b)
    case .meeting: return near(a, b, days: 500) && shareOrdinal(a, b) && shared(a, b) >= 2
    default: return false
    }
  }

  /// "Embassy: March 1993" and "the embassy was opened": a label says the same as its verb.
  private static func isOneKind(_ a: Assertion, _ b: Assertion) -> Bool {
    a.kind.prefix { $0 != "-" } == b.kind.prefix { $0 != "-" }
  }

  private static func isOnce(_ kind: String) -> Bool {
    kind.hasPrefix("establishment/relations") || kind.hasPrefix("establishment/mission")
  }

  /// Both are known to a week.
  private static func isNarrow(_ a: Assertion, _ b: Assertion) -> Bool {
    width(a) <= 7 && width(b) <= 7
  }

  private static func bothUndated(_ a: Assertion, _ b: Assertion) -> Bool {
    // A standing policy, told again in other words.
    if a.isStanding || b.isStanding { return a.kind == b.kind }
    let shared = shared(a, b)
    let least = min(a.subjects.count, b.subjects.count)
    guard least > 0 else { return false }
    return shared >= 2 || shared >= 1 && least <= 2
      || a.content.type == .membership && shared >= 1
  }

  /// Whether an undated sentence can tell what a dated one tells.
  static func canBeSame(_ undated: Assertion, undatedAs dated: Assertion) -> Bool {
    guard sidesFit(undated, dated), amountsFit(undated.content, dated.content),
      ordinalsFit(undated, dated)
    else { return false }
    let shared = shared(undated, dated)
    return shared >= 2 || shared >= 1 && undated.subjects.count <= 4
  }

  // MARK: Parts

  /// The same sides, or one teller leaves out a third; and who gives to whom agrees.
  private static func sidesFit(_ first: Assertion, _ second: Assertion) -> Bool {
    let (a, b) = (first.content, second.content)
    let x = Set(a.actors)
    let y = Set(b.actors)
    if first.hasGuessedRoles || second.hasGuessedRoles {
      return x.union(a.recipients) == y.union(b.recipients)
    }
    if a.type == .conflict { return x.isEmpty || y.isEmpty || !x.isDisjoint(with: y) }
    guard x.isSubset(of: y) || y.isSubset(of: x) else { return false }
    return a.recipients.isEmpty || b.recipients.isEmpty
      || !Set(a.recipients).isDisjoint(with: b.recipients)
  }

  /// Sums of money that differ are different payments.
  private static func amountsFit(_ a: Content, _ b: Content) -> Bool {
    guard !a.amounts.isEmpty, !b.amounts.isEmpty else { return true }
    let units = Set(a.amounts.map(\.unit)).intersection(b.amounts.map(\.unit))
    return units.isEmpty || a.amounts.contains { b.amounts.contains($0) }
  }

  private static func ordinals(_ a: Assertion) -> [String] {
    a.subjects.filter { $0.hasPrefix("#") }
  }

  /// The sixth session is not the seventh.
  private static func ordinalsFit(_ a: Assertion, _ b: Assertion) -> Bool {
    let x = ordinals(a)
    let y = ordinals(b)
    return x.isEmpty || y.isEmpty || x.contains(where: y.contains)
  }

  private static func shareOrdinal(_ a: Assertion, _ b: Assertion) -> Bool {
    ordinals(a).contains(where: ordinals(b).contains)
  }

  /// The same people, or one side names nobody.
  private static func samePeople(_ a: Assertion, _ b: Assertion) -> Bool {
    let x = people(a)
    let y = people(b)
    if x.isEmpty || y.isEmpty { return start(a) == start(b) || shared(a, b) >= 1 || isNarrow(a, b) }
    return !x.isDisjoint(with: y)
  }

  private static func namedPeople(_ a: Assertion, _ b: Assertion) -> Bool {
    !people(a).isDisjoint(with: people(b))
  }

  private static func people(_ a: Assertion) -> Set<String> {
    Set(
      a.content.participants.compactMap { person in
        person.name.split(separator: " ").last.map { skeleton($0.lowercased()) }
      })
  }

  static func shared(_ a: Assertion, _ b: Assertion) -> Int {
    let x = Set(a.subjects)
    return b.subjects.count { x.contains($0) }
  }

  /// Names spelt differently share their first letter and consonants.
  static func skeleton(_ word: String) -> String {
    let consonants = word.filter { !"aeiouyıəöü".contains($0) }
    guard consonants.count >= 2, let first = word.first else { return word }
    return "aeiou".contains(first) ? "\(first)\(consonants)" : consonants
  }
}
