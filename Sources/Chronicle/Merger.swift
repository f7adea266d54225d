import Chronology
import Diagnostics

/// Joins what several sentences tell of one happening into one event.
public enum Merger {
  /// Events of all assertions, in total order.
  ///
  /// - Parameter documents: the assertions of each document, in the order of the documents;
  ///   ``Assertion/partOf`` counts within a document.
  public static func events(_ documents: [[Assertion]]) -> [Event] {
    var all: [Telling] = []
    let numbers = WordNumbers()
    var parents: [Int?] = []
    var repeats: [(again: Int, first: Int)] = []
    for assertions in documents {
      let base = all.count
      // By number: a loop over them copies each.
      for i in assertions.indices {
        if let first = assertions[i].repeats { repeats.append((all.count, base + first)) }
        all.append(Telling(assertions[i], numbers))
        parents.append(assertions[i].partOf.map { base + $0 })
      }
    }
    let groups = Grouping.groups(of: all, repeats)
    var groupOf = [Int](repeating: 0, count: all.count)
    for (g, members) in groups.enumerated() { for member in members { groupOf[member] = g } }
    var events: [Event] = []
    events.reserveCapacity(groups.count)
    var taken: Set<String> = []
    for members in groups { events.append(event(members.map { all[$0] }, &taken)) }
    for (g, members) in groups.enumerated() {
      let parent = members.lazy.compactMap { parents[$0] }.first.map { groupOf[$0] }
      guard let parent, parent != g else { continue }
      events[g].partOf = events[parent].id
      inherit(&events[g].content, from: events[parent].content)
    }
    return Ledger.sorted(events)
  }

  private static func event(_ members: [Telling], _ taken: inout Set<String>) -> Event {
    if members.count == 1 {
      return Event(
        id: name(digest(members[0].assertion), &taken), content: members[0].assertion.content,
        mentions: [members[0].assertion.mention], tellings: [members[0].assertion])
    }
    var content = agreed(members)
    content.reasons.append(Reason("merge", "told by \(members.count) sentences"))
    let digests = members.map { digest($0.assertion) }.sorted()
    let id = name(digests[0], &taken)
    let others = Set(digests.dropFirst().map { String($0.prefix(7)) })
    return Event(
      id: id, aliases: others.subtracting([id]).sorted(), content: content,
      mentions: members.map(\.assertion.mention), tellings: members.map(\.assertion))
  }

  /// One event of these assertions, whatever they tell: a person decided so.
  ///
  /// - Parameter taken: ids of other events.
  static func joined(_ assertions: [Assertion], taken: Set<String>) -> Event {
    var taken = taken
    let numbers = WordNumbers()
    return event(assertions.map { Telling($0, numbers) }, &taken)
  }

  /// "During the visit they signed": on any of its days, where a day was taken for the visit's.
  static func inherit(_ part: inout Content, from whole: Content) {
    guard part.dateBasis == .inherited, let day = part.date?.earliest, let time = whole.date,
      part.date?.isInterval == false, part.date?.precision == .day, time.isInterval,
      time.precision == .day, !time.isOpenStart, !time.isOpenEnd, let first = time.earliest,
      let last = time.latest, first <= day, day <= last
    else { return }
    part.date = time
    part.reasons.append(Reason("date", "the days of what it was part of"))
  }

  /// What the tellers of one happening agree on: the most precise date, the fullest cast.
  private static func agreed(_ members: [Telling]) -> Content {
    let dating = MergedDate.deciding(members)
    let best = dating.min { a, b in
      (members[a].width, -members[a].assertion.content.confidence, a)
        < (members[b].width, -members[b].assertion.content.confidence, b)
    }
    let dated = members[best ?? 0].assertion.content
    // The first to tell it as done gives the words, whole if they can be; the most precise the date.
    let words = told(members)
    var content = words.assertion.content
    if words.assertion.hasBareHeadline,
      let other = members.first(where: { !$0.assertion.hasBareHeadline && isAlike($0, words) })
    {
      content.headline = other.assertion.content.headline
    }
    if content.headline.hasSuffix("…"),
      let whole = members.first(where: {
        isAlike($0, words) && !$0.assertion.content.headline.hasSuffix("…")
      })
    {
      content.headline = whole.assertion.content.headline
    }
    if let fuller = members.first(where: { isAlike($0, words) && isFuller($0, content.headline) }) {
      content.headline = fuller.assertion.content.headline
    }
    content.date = dated.date
    content.dateBasis = dated.dateBasis
    content.proposedDate = dated.proposedDate
    if let whole = MergedDate.stay(members) {
      content.date = whole
      content.reasons.append(Reason("date", "from the day of arrival to that of departure"))
    }
    content.type = mostFrequent(members.map(\.type)) ?? content.type
    // Who acts is what a teller says, before what was guessed.
    let stated = members.filter { !$0.hasGuessedRoles }
    if let first = stated.first, stated.count < members.count {
      content.actors = first.actors
      content.recipients = first.recipients
    }
    for member in stated.isEmpty ? members : stated {
      if Set(member.actors).isStrictSuperset(of: content.actors) { content.actors = member.actors }
    }
    content.flags = []
    for member in members {
      for amount in member.amounts where !content.amounts.contains(amount) {
        content.amounts.append(amount)
      }
      for flag in member.assertion.content.flags where !content.flags.contains(flag) {
        let isMended = dated.proposedDate == nil && member.repeats == nil
        if flag == "implausible_year" && isMended { continue }
        content.flags.append(flag)
      }
    }
    if MergedDate.isDisputed(members), !content.flags.contains("contradiction") {
      content.flags.append("contradiction")
      content.reasons.append(Reason("date", disputed(members)))
    }
    content.flags.sort()
    if content.status == .planned,
      members.contains(where: { $0.assertion.content.status == .occurred })
    {
      content.status = .occurred
    }
    return content
  }

  private static func told(_ members: [Telling]) -> Telling {
    let dated = members.filter { $0.isDated && $0.repeats == nil }
    return dated.first { $0.assertion.content.status != .planned } ?? dated.first
      ?? members.first { $0.isDated } ?? members[0]
  }

  /// Whether a headline has the two words of another and more: "Contract for aircraft signed".
  private static func isFuller(_ a: Telling, _ headline: String) -> Bool {
    let words = headline.split(separator: " ")
    let own = a.assertion.content.headline.split(separator: " ")
    return words.count == 2 && own.count > 3 && words.allSatisfy(own.contains)
  }

  /// Of one type and standing, so that the words of either tell both.
  private static func isAlike(_ a: Telling, _ b: Telling) -> Bool {
    a.type == b.type && a.isDated && a.repeats == nil
      && a.assertion.content.status == b.assertion.content.status
  }

  private static func mostFrequent(_ types: [EventType]) -> EventType? {
    var counts: [EventType: Int] = [:]
    for type in types { counts[type, default: 0] += 1 }
    return types.max { counts[$0, default: 0] < counts[$1, default: 0] }
  }

  private static func disputed(_ members: [Telling]) -> String {
    var dates: [String] = []
    for member in members {
      guard let date = member.date?.description, !dates.contains(date) else { continue }
      dates.append(date)
    }
    return "the tellers differ: \(dates.joined(separator: ", "))"
  }

  /// Digest of what a mention says, independent of where its document lies.
  private static func digest(_ assertion: Assertion) -> String {
    let mention = assertion.mention
    var key: [UInt8] = []
    key.reserveCapacity(mention.quote.utf8.count + assertion.content.headline.utf8.count + 64)
    key += mention.quote.utf8
    func add(_ part: String) {
      key.append(0x1F)
      key += part.utf8
    }
    add(assertion.content.date?.description ?? "")
    add(assertion.content.type.rawValue)
    add(assertion.content.headline)
    return base32(Digest.number(key))
  }

  /// The id of an event that no sentence tells, from what it is.
  static func name(ofAdded key: String, taken: Set<String>) -> String {
    var taken = taken
    return name(base32(Digest.number(Array("added\u{1F}\(key)".utf8))), &taken)
  }

  /// As much of a digest as tells it from those taken; where all of it is taken, of the digest of
  /// it and a number.
  private static func name(_ digest: String, _ taken: inout Set<String>) -> String {
    var letters = digest
    var number = 1
    while taken.contains(letters) {
      number += 1
      letters = base32(Digest.number(Array("\(digest)\(number)".utf8)))
    }
    var length = 7
    while true {
      let id = String(letters.prefix(length))
      if taken.insert(id).inserted { return id }
      length += 1
    }
  }

  /// The first 60 bits of a digest in letters and digits that can't be confused.
  private static func base32(_ digest: UInt64) -> String {
    let alphabet: StaticString = "0123456789abcdefghjkmnpqrstvwxyz"
    var value = digest >> 4
    return String(unsafeUninitializedCapacity: 12) { letters in
      for i in 0..<12 {
        letters.initializeElement(at: i, to: alphabet.utf8Start[Int(value & 31)])
        value >>= 5
      }
      return 12
    }
  }
}
