import Chronology

/// Applies what a person decided to a ledger.
///
/// First what is one happening and what several is settled, then events are added, then fields
/// corrected, then events dropped: the order of the entries matters to nothing else. The same
/// decisions applied again change nothing.
public struct Correcting {
  /// What a decision asked for that the ledger can't give.
  public enum Fault: Sendable, Hashable {
    /// No event has this id or alias.
    case noEvent(EventReference)
    /// Merged with itself.
    case sameEvent(EventReference)
    /// No sentence of the event holds these words.
    case noWords(EventReference)
    /// All its sentences hold them, or it has but one: nothing would be left.
    case nothingLeft(EventReference)
    /// The program proposed no date.
    case noProposal(EventReference)
    /// The value is what the ledger has without it.
    case needless(EventReference, field: String)
    /// An entry before gave the field another value.
    case twice(EventReference, field: String)
  }

  private var events: [Event]
  private var decisions: [(order: Int, decision: Decision)] = []
  private var faults: [Fault] = []
  private let namesDeciders: Bool
  private var corrected: Set<[String]> = []

  /// - Parameter namesDeciders: whether the ledger says who decided, and why.
  public static func apply(
    _ corrections: [Correction], to ledger: Ledger, namesDeciders: Bool = true
  ) -> (ledger: Ledger, faults: [Fault]) {
    if corrections.isEmpty { return (ledger, []) }
    var work = Correcting(ledger.events, namesDeciders)
    for phase in ["split", "merge", "add", "correct", "drop"] {
      for (order, correction) in corrections.enumerated() where correction.name == phase {
        work.apply(correction, order)
      }
    }
    var result = ledger
    result.events = Ledger.sorted(work.events)
    if namesDeciders {
      let made = work.decisions.sorted { $0.order < $1.order }.map(\.decision)
      result.decisions += made.filter { !ledger.decisions.contains($0) }
    }
    return (result, work.faults)
  }

  private init(_ events: [Event], _ namesDeciders: Bool) {
    self.events = events
    self.namesDeciders = namesDeciders
  }

  private mutating func apply(_ correction: Correction, _ order: Int) {
    let decision: Decision? =
      switch correction.action {
      case .split(let event, let words): split(event, words, correction)
      case .merge(let all): merge(all, correction)
      case .add(let headline, let changes): add(headline, changes, correction)
      case .correct(let event, let changes): correct(event, changes, correction)
      case .drop(let event): drop(event, correction)
      }
    if let decision { decisions.append((order, decision)) }
  }

  // MARK: One happening or several

  private mutating func split(
    _ reference: EventReference, _ words: [EventReference], _ correction: Correction
  ) -> Decision? {
    guard let index = index(of: reference) else { return nil }
    let old = events[index]
    var apart: Set<Int> = []
    for part in words {
      let own = old.tellings.indices.filter { old.tellings[$0].mention.quote.contains(part.text) }
      if own.isEmpty { faults.append(.noWords(part)) }
      apart.formUnion(own)
    }
    if apart.isEmpty { return nil }
    guard apart.count < old.tellings.count else {
      faults.append(.nothingLeft(words[0]))
      return nil
    }
    var taken = ids
    taken.remove(old.id)
    let rest = old.tellings.indices.filter { !apart.contains($0) }
    let kept = joined(rest.map { old.tellings[$0] }, within: old.partOf, taken)
    let new = joined(
      apart.sorted().map { old.tellings[$0] }, within: old.partOf, taken.union([kept.id]))
    events[index] = kept
    events.append(new)
    repoint([old.id], to: kept.id)
    return mark([kept.id, new.id], old.content.headline, correction)
  }

  private mutating func merge(_ references: [EventReference], _ correction: Correction)
    -> Decision?
  {
    var indices: [Int] = []
    for reference in references {
      guard let index = index(of: reference) else { continue }
      if indices.contains(index) {
        faults.append(.sameEvent(reference))
      } else {
        indices.append(index)
      }
    }
    let old = indices.map { events[$0] }
    guard old.count > 1, old.allSatisfy({ !$0.tellings.isEmpty }) else { return nil }
    let tellings = old.flatMap(\.tellings).sorted { a, b in
      (a.mention.document.count, a.mention.document, a.mention.start)
        < (b.mention.document.count, b.mention.document, b.mention.start)
    }
    let own = Set(old.map(\.id))
    let parent = old.lazy.compactMap(\.partOf).first { !own.contains($0) }
    let one = joined(tellings, within: parent, ids.subtracting(own))
    events[indices[0]] = one
    for index in indices.dropFirst().sorted(by: >) { events.remove(at: index) }
    repoint(own, to: one.id)
    return mark([one.id], old[0].content.headline, correction)
  }

  private func joined(_ tellings: [Assertion], within parent: String?, _ taken: Set<String>)
    -> Event
  {
    var event = Merger.joined(tellings, taken: taken)
    event.partOf = parent
    if let parent, let whole = events.first(where: { $0.id == parent }) {
      Merger.inherit(&event.content, from: whole.content)
    }
    return event
  }

  // MARK: Added, corrected, dropped

  private mutating func add(
    _ headline: EventReference, _ changes: [Change], _ correction: Correction
  ) -> Decision? {
    var event = Event(id: "", content: Content(), mentions: [])
    event.content.headline = headline.text
    for change in changes { _ = set(change, of: &event, headline) }
    let key = "\(headline.text)\u{1F}\(event.content.date?.description ?? "")"
    // The same again is the same.
    let first = Merger.name(ofAdded: key, taken: [])
    if events.contains(where: { $0.id == first && $0.mentions.isEmpty }) { return nil }
    event.id = Merger.name(ofAdded: key, taken: ids)
    events.append(event)
    return mark([event.id], headline.text, correction)
  }

  private mutating func correct(
    _ reference: EventReference, _ changes: [Change], _ correction: Correction
  ) -> Decision? {
    guard let index = index(of: reference) else { return nil }
    var event = events[index]
    let headline = event.content.headline
    var made: [Decision.Change] = []
    for change in changes {
      guard corrected.insert([event.id, change.field]).inserted else {
        faults.append(.twice(reference, field: change.field))
        continue
      }
      if let change = set(change, of: &event, reference) { made.append(change) }
    }
    guard !made.isEmpty else { return nil }
    events[index] = event
    return mark([event.id], headline, correction, made)
  }

  /// The change where there is one.
  private mutating func set(_ change: Change, of event: inout Event, _ reference: EventReference)
    -> Decision.Change?
  {
    let before = event.value(of: change.field)
    if case .proposedDate = change, event.content.proposedDate == nil {
      faults.append(.noProposal(reference))
      return nil
    }
    var parent: String?
    if case .partOf(let other?) = change {
      guard let index = index(of: other) else { return nil }
      guard events[index].id != event.id, events[index].partOf != event.id else {
        faults.append(.sameEvent(other))
        return nil
      }
      parent = events[index].id
    }
    let wasDoubtful = !Set(event.content.flags).isDisjoint(with: Event.dateDoubts)
    event.apply(change, within: parent)
    let after = event.value(of: change.field)
    if before == after, !(wasDoubtful && change.field == "date") {
      faults.append(.needless(reference, field: change.field))
      return nil
    }
    return Decision.Change(field: change.field, from: before, to: after)
  }

  private mutating func drop(_ reference: EventReference, _ correction: Correction) -> Decision? {
    guard let index = index(of: reference) else { return nil }
    let old = events.remove(at: index)
    for i in events.indices where events[i].partOf == old.id { events[i].partOf = old.partOf }
    return mark([old.id] + old.aliases, old.content.headline, correction)
  }

  // MARK: Names

  private var ids: Set<String> { Set(events.map(\.id)) }

  private mutating func index(of reference: EventReference) -> Int? {
    let name = reference.text
    let found =
      events.firstIndex { $0.id == name } ?? events.firstIndex { $0.aliases.contains(name) }
    if found == nil { faults.append(.noEvent(reference)) }
    return found
  }

  private mutating func repoint(_ old: Set<String>, to new: String) {
    for i in events.indices {
      if let parent = events[i].partOf, old.contains(parent) { events[i].partOf = new }
    }
  }

  /// Says in each event that it was decided on.
  private mutating func mark(
    _ ids: [String], _ headline: String, _ correction: Correction,
    _ changes: [Decision.Change] = []
  ) -> Decision {
    let what = Correcting.words(correction, headline, changes)
    let reason = namesDeciders ? "\(what); \(correction.by): \(correction.why)" : what
    for i in events.indices where ids.contains(events[i].id) {
      if !events[i].content.flags.contains("corrected") {
        events[i].content.flags = (events[i].content.flags + ["corrected"]).sorted()
      }
      events[i].content.reasons.append(Reason("correction", reason))
    }
    return Decision(
      kind: correction.name, events: ids, headline: headline, changes: changes,
      by: correction.by, why: correction.why)
  }

  private static func words(
    _ correction: Correction, _ headline: String, _ changes: [Decision.Change]
  ) -> String {
    switch correction.action {
    case .correct:
      changes.map { "\($0.field) \($0.to ?? "none"), was \($0.from ?? "none")" }
        .joined(separator: "; ")
    case .merge(let all): "merged by hand from \(all.map(\.text).joined(separator: ", "))"
    case .split(let event, _): "split by hand from \(event.text)"
    case .drop: "dropped by hand"
    case .add: "added by hand, told by no document"
    }
  }
}
