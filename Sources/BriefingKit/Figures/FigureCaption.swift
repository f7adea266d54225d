import Analytics
import Charts
import Chronicle
import Chronology

/// Titles, subtitles and source lines.
extension FigureMaker {
  var n: Int { tally.count(.counted) }
  var documents: String { ledger.documents.count == 1 ? "this document" : "these documents" }

  var source: String { sourceHead + "; counts what the documents mention, not what happened" }

  /// Whose words they are, where there is one document: "the Ambassador of Pakistan".
  var voice: String? {
    ledger.documents.count == 1
      ? ledger.documents[0].voice.map { "the " + FigureWords.line($0) } : nil
  }

  /// The side of all documents; nil where they differ or have none.
  var commonSide: String? {
    let all = ledger.documents
    guard let side = all.first?.side, side != "neutral", all.allSatisfy({ $0.side == side }) else {
      return nil
    }
    return names[side] ?? side
  }

  /// "1 document, by the Ambassador of Pakistan; reaches to …".
  var sourceHead: String {
    let all = ledger.documents
    var words = FigureWords.count(all.count, "document", "documents")
    if all.count == 1, let voice = all[0].voice {
      words += ", by the " + FigureWords.line(voice)
    } else if !all.isEmpty {
      words += sides(all)
    }
    if let last = all.compactMap({ $0.date?.latest }).max() ?? ledger.asOf {
      words += all.count == 1 ? "; reaches to " : "; reach to "
      words += FigureDates.words(last)
    }
    return words
  }

  private func sides(_ documents: [DocumentRecord]) -> String {
    var counts: [String: Int] = [:]
    for document in documents { counts[document.side ?? "", default: 0] += 1 }
    let known = counts.filter { !$0.key.isEmpty }.sorted {
      ($1.value, $0.key) < ($0.value, $1.key)
    }
    if known.isEmpty { return "" }
    var parts = known.map { side, count in
      side == "neutral" ? "\(count) neutral" : "\(count) of " + (names[side] ?? side)
    }
    if let other = counts[""] { parts.append("\(other) of no named side") }
    if documents.count == 1 {
      return ", " + String(parts[0].dropFirst(2))
    }
    return " (" + parts.joined(separator: ", ") + ")"
  }

  /// "{k} of {n} dated events are {domain}".
  var leadingDomain: String {
    let top = tally.domains[0]
    let k = tally.count(.counted, top)
    if n == 1 { return oneEvent }
    if k == n {
      return FigureWords.all(n) + " dated events " + FigureWords.predicate(top, many: true)
    }
    let equal = tally.domains.filter { tally.count(.counted, $0) == k }
    if equal.count > 2 || (equal.count > 1 && k == 1) {
      return "No domain has more than \(k) of the \(n) dated events"
    }
    let head = "\(k) of \(n) dated events " + FigureWords.predicate(top, many: k != 1)
    return equal.count == 2
      ? head + ", as many " + FigureWords.predicate(equal[1], many: true) : head
  }

  private var oneEvent: String {
    guard let only = tally.placements(in: .counted).first, let date = only.event.content.date else {
      return "There is one dated event"
    }
    let words = FigureDates.words(date, ongoing: only.event.content.status == .ongoing)
    return "The one dated event, of \(words), "
      + FigureWords.predicate(only.domain, many: false)
  }

  var quietClause: String? {
    tally.longestQuietRun().map { "none begins in " + FigureWords.years($0) }
  }

  /// What stands in no mark, by column: "16 undated and 2 totals not drawn".
  func notDrawn(_ counts: [(Column, Int)]) -> String? {
    let parts = counts.filter { $0.1 > 0 }.map { column, count in
      column == .imprecise
        ? "\(count) without a year" : "\(count) " + FigureWords.column(column, count)
    }
    return parts.isEmpty ? nil : FigureWords.list(parts) + " not drawn"
  }

  /// The columns beside the counts that have events, in a fixed order.
  var otherColumns: [Column] {
    [.planned, .doubtful, .conditional, .undated, .imprecise, .aggregate].filter {
      tally.count($0) > 0
    }
  }

  /// "35 + 2 + 1 = 38 events in the ledger".
  func sum(_ columns: [Column]) -> String {
    let parts = ([.counted] + columns).map { "\(tally.count($0))" }
    let total = FigureWords.count(tally.total, "event", "events") + " in the ledger"
    return parts.count == 1 ? total : parts.joined(separator: " + ") + " = " + total
  }

  /// "Culture and energy: no dated event".
  func emptyDomains(_ domains: [Domain]) -> String? {
    if domains.isEmpty { return nil }
    let names = FigureWords.list(domains.map(\.rawValue))
    return FigureWords.capitalized(names) + ": no dated event"
  }

  func emptyCaption(_ name: FigureName) -> Caption {
    Caption(
      titles: [emptyTitle(name) + " in " + documents],
      subtitle: measure(name) + " \(FigureWords.of(0))",
      source: source)
  }

  private func emptyTitle(_ name: FigureName) -> String {
    switch name {
    case .balance: "No act of one side towards the other"
    case .visits: "No dated visit from one side to the other"
    case .cadence: "Fewer than two dated visits by leaders"
    default: "No dated event"
    }
  }

  func measure(_ name: FigureName) -> String {
    switch name {
    case .timeline: "Events by domain and date"
    case .countsByYear: "Events counted by year and domain"
    case .countsByDomain: "Events counted by domain"
    case .countsByYearStacked: "Events counted by year"
    case .yearByDomain: "Events counted by domain and year"
    case .balance: "Events by who acts towards whom and by domain"
    case .visits: "Visits between the two countries by rank and date"
    case .cadence: "Months between top visits"
    }
  }

  var emptyLines: [String] {
    if tally.total == 0 { return ["No event was found."] }
    let found =
      FigureWords.count(tally.total, "event was", "events were") + " found, none counted: "
    let columns = otherColumns.map {
      "\(tally.count($0)) " + FigureWords.column($0, tally.count($0))
    }
    return [
      found + FigureWords.list(columns) + ".",
      "The chronology lists " + (tally.total == 1 ? "it." : "them."),
    ]
  }

  /// The year of the as-of day, when it is not over.
  var partialYear: Int? {
    guard let day = ledger.asOf, let years = tally.years, years.contains(day.year) else {
      return nil
    }
    let parts = day.components
    return parts.month == 12 && parts.day == 31 ? nil : parts.year
  }
}
