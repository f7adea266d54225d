import Chronology

/// Whether two assertions tell the same happening.
enum Likeness {
  /// Assertions in different buckets are never the same.
  static func bucket(_ a: Assertion) -> String {
    let content = a.content
    let kind: String =
      switch content.type {
      case .award, .construction, .membership, .resolution, .support, .recognition:
        content.type.rawValue
      default: content.type.rawValue
      }
    return kind + "/" + content.actors.joined(separator: "+")
  }

  static func start(_ a: Assertion) -> Int {
    let date = a.content.date
    return date?.earliest?.number ?? date?.latest?.number ?? Int.max
  }

  static func end(_ a: Assertion) -> Int {
    guard let date = a.content.date else { return Int.max }
    return date.latest?.number ?? (date.earliest?.number).map { $0 + 366 } ?? Int.max
  }

  /// Days that the date leaves open; undated is widest.
  static func width(_ a: Assertion) -> Int {
    guard a.content.date != nil else { return Int.max }
    let open = a.content.date?.isOpenEnd == true || a.content.date?.isOpenStart == true
    return end(a) - start(a) + (open ? 10_000 : 0)
  }

  static func areSame(_ a: Assertion, _ b: Assertion) -> Bool {
    if a.mention.document == b.mention.document && a.mention.quote == b.mention.quote {
      return false
    }
    guard sameRecipients(a.content, b.content), sameAmounts(a.content, b.content) else {
      return false
    }
    switch (a.content.date, b.content.date) {
    case (nil, nil): return bothUndated(a, b)
    case (nil, _), (_, nil): return false
    default: break
    }
    guard start(a) <= end(b), start(b) <= end(a) else { return false }
    let exact = a.content.date == b.content.date
    switch a.content.type {
    case .recognition: return true
    case .visit, .meeting, .consultation: return samePeople(a, b)
    case .establishment:
      return exact || shareSubject(a, b, atLeast: 1) || a.subjects.isEmpty || b.subjects.isEmpty
    case .conflict, .disaster, .appointment: return shareSubject(a, b, atLeast: 1)
    case .aid, .training, .scholarship:
      return shareSubject(a, b, atLeast: 1)
        || !a.content.amounts.isEmpty && a.content.amounts == b.content.amounts
    default: return shareSubject(a, b, atLeast: 1)
    }
  }

  private static func bothUndated(_ a: Assertion, _ b: Assertion) -> Bool {
    let shared = sharedSubjects(a, b)
    let least = min(a.subjects.count, b.subjects.count)
    guard least > 0 else {
      // A standing policy told again in general words.
      return a.content.type == .support && a.content.recipients == b.content.recipients
    }
    return shared >= 2 || shared >= 1 && least <= 2
  }

  /// Whether an undated sentence can tell what a dated one tells.
  static func canBeSame(_ undated: Assertion, undatedAs dated: Assertion) -> Bool {
    guard sameRecipients(undated.content, dated.content),
      sameAmounts(undated.content, dated.content)
    else { return false }
    let shared = sharedSubjects(undated, dated)
    return shared >= 2 || shared >= 1 && undated.subjects.count <= 4
  }

  private static func sameRecipients(_ a: Content, _ b: Content) -> Bool {
    a.recipients.isEmpty || b.recipients.isEmpty || a.recipients == b.recipients
  }

  /// Sums of money that differ are different payments.
  private static func sameAmounts(_ a: Content, _ b: Content) -> Bool {
    guard !a.amounts.isEmpty, !b.amounts.isEmpty else { return true }
    return a.amounts.contains { b.amounts.contains($0) }
  }

  /// The same people, or one side names nobody.
  private static func samePeople(_ a: Assertion, _ b: Assertion) -> Bool {
    let x = Set(a.content.participants.compactMap { surname($0.name) })
    let y = Set(b.content.participants.compactMap { surname($0.name) })
    if x.isEmpty || y.isEmpty { return start(a) == start(b) || shareSubject(a, b, atLeast: 1) }
    return !x.isDisjoint(with: y)
  }

  private static func surname(_ name: String) -> String? {
    name.split(separator: " ").last.map { skeleton($0.lowercased()) }
  }

  static func shareSubject(_ a: Assertion, _ b: Assertion, atLeast least: Int) -> Bool {
    sharedSubjects(a, b) >= least
  }

  private static func sharedSubjects(_ a: Assertion, _ b: Assertion) -> Int {
    let x = Set(a.subjects.map(skeleton))
    return Set(b.subjects.map(skeleton)).count { x.contains($0) }
  }

  /// Names spelt differently share their first letter and consonants.
  static func skeleton(_ word: String) -> String {
    let folded = word.lowercased()
    let consonants = folded.filter { !"aeiouyıəöü".contains($0) }
    guard consonants.count >= 2, let first = folded.first else { return folded }
    return "aeiou".contains(first) ? "\(first)\(consonants)" : consonants
  }
}
