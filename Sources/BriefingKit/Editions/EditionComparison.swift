import Analytics
import Chronicle
import Chronology

/// What changed between two editions, as lines for a terminal.
public struct EditionComparison {
  private let old: KeptEdition
  private let new: KeptEdition
  /// The id in the new edition of each event of the old one that is still there.
  private let partners: [String: String]
  /// The ids that both editions have, with other digests.
  private let otherwise: Set<String>

  public init(from old: KeptEdition, to new: KeptEdition) {
    self.old = old
    self.new = new
    let names = Set(new.edition.events.map(\.name))
    var partners: [String: String] = [:]
    for name in old.edition.events.map(\.name) {
      partners[name] =
        names.contains(name)
        ? name
        : new.event(name)?.id
          ?? old.event(name)?.aliases.first { names.contains($0) }
    }
    self.partners = partners
    otherwise = Set(EntryChange(from: old.edition.events, to: new.edition.events).changed)
  }

  /// Settings, seeds, events and counts, each where it changed.
  public func write() -> String {
    let parts = [settings, seeds, events, counts].filter { !$0.isEmpty }
    let head = "\(named(old)) → \(named(new))\n"
    if parts.isEmpty { return head + "Nothing changed.\n" }
    return ([head] + parts).joined(separator: "\n")
  }

  private func named(_ kept: KeptEdition) -> String {
    let day = kept.edition.asOf.map { ", as of \($0)" } ?? ""
    return "\(kept.path) (edition \(kept.edition.number)\(day))"
  }

  private func paragraph(_ head: String, _ lines: [String]) -> String {
    ([head] + lines.map { "  " + $0 }).map { $0 + "\n" }.joined()
  }

  private var settings: String {
    let values = [
      ("as of", old.edition.asOf ?? "none", new.edition.asOf ?? "none"),
      (
        "parties", old.edition.parties.joined(separator: ","),
        new.edition.parties.joined(separator: ",")
      ), ("made by", old.edition.tool, new.edition.tool),
    ].filter { $0.1 != $0.2 }
    if values.isEmpty { return "" }
    return paragraph("Settings", values.map { "\($0.0): \($0.1) → \($0.2)" })
  }

  private var seeds: String {
    let change = EntryChange(from: old.edition.seeds, to: new.edition.seeds)
    return change.isNone ? "" : paragraph("Seeds: \(change.summary)", change.lines)
  }

  // MARK: Events

  private var events: String {
    let before = Dictionary(grouping: old.edition.events.map(\.name)) { partners[$0] }
    var added: [[String]] = []
    var changed: [(row: [String], fields: [String])] = []
    for name in new.edition.events.map(\.name) {
      guard let names = before[name] else {
        added.append(row("+", name, new))
        continue
      }
      let fields = change(names, name)
      if let fields { changed.append((row("~", name, new), fields)) }
    }
    let gone = (before[nil] ?? []).map { row("-", $0, old) }
    let summary = [(added.count, "added"), (gone.count, "gone"), (changed.count, "changed")]
      .filter { $0.0 > 0 }.map { "\($0.0) \($0.1)" }
    if summary.isEmpty { return "" }
    let rest = new.edition.events.count - added.count - changed.count
    let head = "Events: \((summary + ["\(rest) as before"]).joined(separator: ", "))"
    let table = TextTable.lines(added + gone + changed.map(\.row))
    var lines = table.split(separator: "\n").map(String.init)
    for (index, event) in changed.enumerated().reversed() {
      let place = added.count + gone.count + index + 1
      lines.insert(contentsOf: event.fields.map { "    " + $0 }, at: place)
    }
    return paragraph(head, lines)
  }

  private func row(_ sign: String, _ name: String, _ kept: KeptEdition) -> [String] {
    guard let event = kept.event(name) else { return [sign, name] }
    return [sign, event.content.date?.description ?? "–", event.content.headline, name]
  }

  /// What is otherwise of an event; nil where nothing is that a reader would see.
  private func change(_ names: [String], _ name: String) -> [String]? {
    let joined =
      names.count == 1 ? [] : ["one with \(names.filter { $0 != name }.joined(separator: ", "))"]
    let first = names.contains(name) ? name : names[0]
    guard let before = old.event(first), let after = new.event(name) else {
      return joined.isEmpty && !otherwise.contains(name) ? nil : joined
    }
    let fields = EventChange(before, after) { before, after in
      before == after || before.flatMap { partners[$0] } == after && after != nil
    }.fields
    return joined.isEmpty && fields.isEmpty ? nil : joined + fields
  }

  // MARK: Counts

  /// Empty where one of the editions did not write down what it counted.
  private var counts: String {
    let (before, after) = (old.edition.counted, new.edition.counted)
    if before.isEmpty || after.isEmpty || before == after { return "" }
    let domains = Domain.allCases.filter { before[$0, default: 0] != after[$0, default: 0] }
    let total = (before.values.reduce(0, +), after.values.reduce(0, +))
    return paragraph(
      "Counted: \(total.0) → \(total.1)",
      domains.map { "\($0.rawValue): \(before[$0, default: 0]) → \(after[$0, default: 0])" })
  }
}
