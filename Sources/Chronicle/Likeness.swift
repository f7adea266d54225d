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
  static func blocks(_ a: Telling) -> [String] {
    let family = a.foundsBody ? family(.establishment) : family(a.type)
    if a.type == .conflict { return [family] }
    let actors = a.actors
    func block(_ sides: String) -> String { family + "/" + sides }
    if a.hasGuessedRoles {
      let sides = (actors + a.recipients).sorted()
      let pairs = sides.count == 2 ? [block(sides[0] + "+" + sides[1])] : []
      return sides.map(block) + pairs
    }
    guard actors.count > 1 else { return [block(actors.first ?? "")] }
    var result: [String] = []
    for (i, first) in actors.enumerated() {
      for second in actors[(i + 1)...] { result.append(block(first + "+" + second)) }
    }
    return result
  }

  // MARK: Time

  static func overlap(_ a: Telling, _ b: Telling) -> Bool {
    a.start <= b.end && b.start <= a.end
  }

  /// Whether the dates agree as they are written, no proposal taken.
  static func isWrittenLike(_ a: Telling, _ b: Telling) -> Bool {
    guard let x = a.date, let y = b.date,
      let first = x.earliest?.number, let second = y.earliest?.number
    else { return true }
    return first <= y.latest?.number ?? Int.max && second <= x.latest?.number ?? Int.max
  }

  /// At most so many days between them.
  private static func near(_ a: Telling, _ b: Telling, days: Int) -> Bool {
    guard a.start != Int.max, b.start != Int.max else { return true }
    return max(a.start - b.end, b.start - a.end) <= days
  }

  // MARK: Likeness

  static func areSame(_ a: Telling, _ b: Telling) -> Bool {
    if areOneStay(a, b) || areCountedAgain(a, b) { return true }
    // What one document tells of two times has happened twice.
    if a.isDated, b.isDated, !overlap(a, b), isOfOneDocument(a, b) { return false }
    guard !ofOneSentence(a.assertion.mention, b.assertion.mention), sidesFit(a, b),
      amountsFit(a, b), ordinalsFit(a, b), officesFit(a, b)
    else {
      return false
    }
    guard a.isDated == b.isDated else { return false }
    guard a.isDated else { return bothUndated(a, b) }
    return overlap(a, b) ? sameTime(a, b) : otherTime(a, b)
  }

  /// "Landed on Sunday", "left on Tuesday": ends of one visit, and the visit itself.
  private static func areOneStay(_ a: Telling, _ b: Telling) -> Bool {
    guard a.type == .visit, b.type == .visit, a.stage != b.stage, isOfShip(a) == isOfShip(b),
      a.actors == b.actors, a.recipients == b.recipients,
      a.width <= longestStay, b.width <= longestStay, near(a, b, days: longestStay)
    else { return false }
    return a.people.isEmpty || b.people.isEmpty || namedPeople(a, b)
  }

  /// A port call is nobody's journey.
  private static func isOfShip(_ telling: Telling) -> Bool { telling.kind.hasPrefix("visit/ship") }

  /// "A visit that produced 13 agreements", "the 13 documents": a document counts the papers of one
  /// occasion again.
  private static func areCountedAgain(_ a: Telling, _ b: Telling) -> Bool {
    guard a.type == .agreement, b.type == .agreement, isOfOneDocument(a, b), a.isDated, b.isDated,
      a.actors == b.actors, isNarrow(a, b), near(a, b, days: longestStay)
    else { return false }
    return a.amounts.contains { paper in
      paper.value >= leastCounted && isCount(paper)
        && b.amounts.contains { $0.value == paper.value && isCount($0) }
    }
  }

  /// So few papers may be signed twice within days.
  private static let leastCounted = 5.0

  /// What is counted, not paid: "13 documents".
  private static func isCount(_ amount: Amount) -> Bool {
    amount.unit.contains { $0.isLowercase }
  }

  private static func isOfOneDocument(_ a: Telling, _ b: Telling) -> Bool {
    a.assertion.mention.document == b.assertion.mention.document
  }

  /// Days of a visit.
  private static let longestStay = 4

  /// One sentence tells each of its deeds once.
  private static func ofOneSentence(_ a: Mention, _ b: Mention) -> Bool {
    a.start < b.end && b.start < a.end && a.document == b.document
  }

  /// Of one time: what of their kind they tell decides.
  private static func sameTime(_ a: Telling, _ b: Telling) -> Bool {
    let shared = shared(a, b)
    let least = min(a.subjects.count, b.subjects.count)
    switch a.foundsBody ? .establishment : a.type {
    case .recognition, .conflict, .exercise: return true
    case .establishment:
      return isOneKind(a, b) && isOnce(a.kind) || shared >= 1 || least == 0 && a.actors == b.actors
    case .visit: return samePeople(a, b) && isOfShip(a) == isOfShip(b)
    case .meeting, .consultation:
      return samePeople(a, b) && (shared >= 1 || isNarrow(a, b))
    case .agreement, .declaration:
      // "Six accords" were signed beside the declaration.
      if a.type != b.type, countsPapers(a) != countsPapers(b) { return false }
      return shared >= 2 || shared >= 1 && (least <= 2 || a.date == b.date)
        || isNarrow(a, b) && least == 0
        || shared >= 1 && isOfAMonth(a) && isOfAMonth(b) && shareThing(a, b)
    case .award, .membership, .commemoration: return shared >= 1 || least == 0
    case .resolution, .statement: return shared >= 1 || isNarrow(a, b)
    case .aid, .training, .scholarship:
      return shared >= 1 || a.amounts.contains { b.amounts.contains($0) }
        || a.type != .aid && isOfAMonth(a) && isOfAMonth(b) && isOneGift(a, b)
    case .appointment, .disaster: return shared >= 1
    default: return shared >= 1
    }
  }

  /// Of different times: tellers that contradict each other about what happens only once.
  private static func otherTime(_ a: Telling, _ b: Telling) -> Bool {
    switch a.type {
    case .recognition: return near(a, b, days: 800) && a.recipients == b.recipients
    case .establishment: return isOneKind(a, b) && isOnce(a.kind) && near(a, b, days: 800)
    case .visit:
      // "Attended the ninth summit" in May 2005 and in May 2006.
      return near(a, b, days: 500) && shareOrdinal(a, b) && namedPeople(a, b)
    case .aid:
      // "In the first winter of independence" beside "in the winter of 1992–93": one sum, in times that
      // go over a new year, one of them only counted.
      return [a, b].contains { $0.assertion.content.dateBasis == .relative }
        && [a, b].allSatisfy(goesOverNewYear) && a.actors == b.actors
        && a.recipients == b.recipients && near(a, b, days: 366)
        && a.amounts.contains { sum in !isCount(sum) && b.amounts.contains(sum) }
    case .meeting: return near(a, b, days: 500) && shareOrdinal(a, b) && shared(a, b) >= 2
    default: return false
    }
  }

  private static func goesOverNewYear(_ telling: Telling) -> Bool {
    guard let first = telling.date?.earliest, let last = telling.date?.latest else { return false }
    return last.year == first.year + 1
  }

  /// "Embassy: March 1993" and "the embassy was opened": a label says the same as its verb.
  private static func isOneKind(_ a: Telling, _ b: Telling) -> Bool {
    a.kind.prefix { $0 != "-" } == b.kind.prefix { $0 != "-" }
  }

  private static func isOnce(_ kind: String) -> Bool {
    kind.hasPrefix("establishment/relations") || kind.hasPrefix("establishment/mission")
  }

  private static func countsPapers(_ a: Telling) -> Bool {
    a.amounts.contains { $0.unit == "documents" && $0.value > 1 }
  }

  private static func isOfAMonth(_ a: Telling) -> Bool { a.width <= 31 }

  /// From and to the same sides, and no more than one teller says how much.
  private static func isOneGift(_ a: Telling, _ b: Telling) -> Bool {
    a.actors == b.actors && a.recipients == b.recipients && !a.recipients.isEmpty
      && (a.amounts.isEmpty || b.amounts.isEmpty)
  }

  /// Whether both sentences name a thing that has a number in its name: "JF-17", "JF-17C".
  private static func shareThing(_ a: Telling, _ b: Telling) -> Bool {
    a.things.contains(where: b.things.contains)
  }

  /// Both are known to a week.
  private static func isNarrow(_ a: Telling, _ b: Telling) -> Bool {
    a.width <= 7 && b.width <= 7
  }

  private static func bothUndated(_ a: Telling, _ b: Telling) -> Bool {
    // A standing policy, told again in other words.
    if a.isStanding || b.isStanding { return a.kind == b.kind }
    let shared = shared(a, b)
    let least = min(a.subjects.count, b.subjects.count)
    guard least > 0 else { return false }
    return shared >= 2 || shared >= 1 && least <= 2
      || a.type == .membership && shared >= 1
  }

  /// Whether an undated sentence can tell what a dated one tells.
  static func canBeSame(_ undated: Telling, undatedAs dated: Telling) -> Bool {
    guard sidesFit(undated, dated), amountsFit(undated, dated), ordinalsFit(undated, dated),
      // "Four million dollars", without a date, beside the 40,000 doses of a day.
      undated.amounts.isEmpty || dated.amounts.isEmpty
        || undated.amounts.contains(where: dated.amounts.contains),
      // "Regularly undertakes projects" is not the one project told with its day.
      !programmes.contains(undated.type) || undated.assertion.content.status != .ongoing
        || dated.assertion.content.status == .ongoing
    else { return false }
    // One honour given to two is given twice.
    if undated.type == .award, !undated.people.isEmpty, !dated.people.isEmpty,
      !namedPeople(undated, dated)
    {
      return false
    }
    let shared = shared(undated, dated)
    return shared >= 2 || shared >= 1 && undated.subjects.count <= 4
  }

  /// Types of deeds that may be done again and again.
  private static let programmes: Set<EventType> = [.aid, .training, .scholarship, .construction]

  // MARK: Parts

  /// The same sides, or one teller leaves out a third; and who gives to whom agrees.
  private static func sidesFit(_ a: Telling, _ b: Telling) -> Bool {
    if a.hasGuessedRoles || b.hasGuessedRoles { return a.sides == b.sides }
    if a.type == .conflict {
      return a.actorSet.isEmpty || b.actorSet.isEmpty || a.actorSet.meets(b.actorSet)
    }
    guard a.actorSet.isSubset(of: b.actorSet) || b.actorSet.isSubset(of: a.actorSet) else {
      return false
    }
    return a.recipientSet.isEmpty || b.recipientSet.isEmpty || a.recipientSet.meets(b.recipientSet)
  }

  /// Sums of money that differ are different payments.
  private static func amountsFit(_ a: Telling, _ b: Telling) -> Bool {
    guard !a.amounts.isEmpty, !b.amounts.isEmpty else { return true }
    let isOfOneKind = a.amounts.contains { x in b.amounts.contains { $0.unit == x.unit } }
    return !isOfOneKind || a.amounts.contains { b.amounts.contains($0) }
  }

  /// The sixth session is not the seventh.
  private static func ordinalsFit(_ a: Telling, _ b: Telling) -> Bool {
    a.ordinals.isEmpty || b.ordinals.isEmpty || shareOrdinal(a, b)
  }

  /// The Prime Minister's visit is not the Speaker's.
  private static func officesFit(_ a: Telling, _ b: Telling) -> Bool {
    a.offices.isEmpty || b.offices.isEmpty || a.offices.contains(where: b.offices.contains)
  }

  private static func shareOrdinal(_ a: Telling, _ b: Telling) -> Bool {
    a.ordinals.contains(where: b.ordinals.contains)
  }

  /// The same people, or one side names nobody.
  private static func samePeople(_ a: Telling, _ b: Telling) -> Bool {
    if a.people.isEmpty || b.people.isEmpty {
      return a.start == b.start || shared(a, b) >= 1 || isNarrow(a, b)
    }
    return namedPeople(a, b)
  }

  private static func namedPeople(_ a: Telling, _ b: Telling) -> Bool {
    a.people.contains(where: b.people.contains)
  }

  /// How many of the words of one tell the other, too.
  static func shared(_ a: Telling, _ b: Telling) -> Int {
    var (i, j) = (0, 0)
    var shared = 0
    while i < a.subjects.count, j < b.subjects.count {
      let (x, y) = (a.subjects[i], b.subjects[j])
      if x == y { shared += 1 }
      if x <= y { i += 1 }
      if y <= x { j += 1 }
    }
    return shared
  }
}
