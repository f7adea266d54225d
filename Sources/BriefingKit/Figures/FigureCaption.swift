import Analytics
import Charts
import Chronicle
import Chronology

/// Titles, subtitles and source lines.
extension FigureMaker {
  var n: Int { tally.count(.counted) }

  var source: String { say.string(.figSource, ["head": sourceHead]) }

  /// Whose words they are, where there is one document: "the Ambassador of Pakistan".
  var voice: String? { soleVoice.map(said) }

  /// The same without where an envoy serves: "the Ambassador of Pakistan".
  var shortVoice: String? {
    soleVoice.flatMap { voice in
      voice.firstRange(of: " to ").map { said(String(voice[..<$0.lowerBound])) }
    }
  }

  private var soleVoice: String? {
    ledger.documents.count == 1 ? ledger.documents[0].voice : nil
  }

  private func said(_ voice: String) -> String {
    say.string(.figVoice, ["voice": words.told(voice)])
  }

  /// "1 document, by the Ambassador of Pakistan; reaches to …".
  var sourceHead: String {
    let all = ledger.documents
    var text = say.string(.countDocuments, ["n": all.count])
    if all.count == 1, let voice = all[0].voice {
      text = say.string(.figBy, ["documents": text, "voice": words.told(voice)])
    } else if !all.isEmpty {
      text += sides(all)
    }
    if let last = all.compactMap({ $0.date?.latest }).max() ?? ledger.asOf {
      text = say.string(
        .figReaches, ["words": text, "n": all.count, "date": dates.words(last)])
    }
    return text
  }

  private func sides(_ documents: [DocumentRecord]) -> String {
    var counts: [String: Int] = [:]
    for document in documents { counts[document.side ?? "", default: 0] += 1 }
    let known = counts.filter { !$0.key.isEmpty }.sorted {
      ($1.value, $0.key) < ($0.value, $1.key)
    }
    if known.isEmpty { return "" }
    if documents.count == 1, let side = known.first?.key {
      return say.string(.comma)
        + (side == "neutral"
          ? say.string(.figNeutralOne) : say.string(.figOfSideOne, ["side": sideName(side)]))
    }
    var parts = known.map { side, count in
      side == "neutral"
        ? say.string(.figNeutral, ["n": count])
        : say.string(.figOfSide, ["n": count, "side": sideName(side)])
    }
    if let other = counts[""] { parts.append(say.string(.figOfNoSide, ["n": other])) }
    return say.string(.aside, ["words": words.series(parts)])
  }

  /// "{k} of {n} dated events are {domain}".
  var leadingDomain: String {
    let top = tally.domains[0]
    let k = tally.count(.counted, top)
    if n == 1 { return oneEvent }
    if k == n {
      return say.string(
        .figLeadingAll, ["all": words.all(n), "what": words.predicate(top, many: true)])
    }
    let equal = tally.domains.filter { tally.count(.counted, $0) == k }
    if equal.count > 2 || (equal.count > 1 && k == 1) {
      return say.string(.figNoDomainMore, ["k": k, "n": n])
    }
    let head = say.string(
      .figLeading, ["k": k, "n": n, "what": words.predicate(top, many: k != 1)])
    if equal.count < 2 { return head }
    return say.string(
      .figLeadingTie, ["lead": head, "what": words.predicate(equal[1], many: true)])
  }

  private var oneEvent: String {
    guard let only = tally.placements(in: .counted).first, let date = only.event.content.date else {
      return say.string(.figOneEvent)
    }
    let when = dates.words(date, ongoing: only.event.content.status == .ongoing)
    return say.string(
      .figOneEventOf, ["date": when, "what": words.predicate(only.domain, many: false)])
  }

  var quietClause: String? {
    tally.longestQuietRun().map { say.string(.figQuiet, ["years": FigureWords.years($0)]) }
  }

  /// What stands in no mark, by column: "16 undated and 2 totals not drawn".
  func notDrawn(_ counts: [(Column, Int)]) -> String? {
    let parts = counts.filter { $0.1 > 0 }.map { column, count in
      column == .imprecise
        ? say.string(.figWithoutYear, ["n": count]) : words.count(count, column)
    }
    return parts.isEmpty ? nil : say.string(.figNotDrawn, ["list": words.list(parts)])
  }

  /// The columns beside the counts that have events, in a fixed order.
  var otherColumns: [Column] {
    [.planned, .doubtful, .conditional, .undated, .imprecise, .aggregate].filter {
      tally.count($0) > 0
    }
  }

  /// "35 + 2 + 1 = 38 events in the ledger"; where no table names the columns, "35 counted + 2 planned".
  func sum(_ columns: [Column], isNamed: Bool = false) -> String {
    let parts = ([.counted] + columns).map { column in
      let count = tally.count(column)
      return isNamed ? words.count(count, column) : "\(count)"
    }
    if parts.count == 1 { return say.string(.figSumOne, ["n": tally.total]) }
    return say.string(.figSum, ["parts": parts.joined(separator: " + "), "n": tally.total])
  }

  /// "Culture and energy: no dated event".
  func emptyDomains(_ domains: [Domain]) -> String? {
    if domains.isEmpty { return nil }
    return say.string(.figNoDatedEvent, ["names": say.capitalised(list(of: domains))])
  }

  /// "culture and energy".
  func list(of domains: [Domain]) -> String { words.list(domains.map(words.lower)) }

  func emptyCaption(_ name: FigureName) -> Caption {
    Caption(
      titles: [
        say.string(
          .figEmpty, ["what": say.string(emptyTitle(name)), "n": ledger.documents.count])
      ],
      subtitle: measure(name) + " " + words.of(0),
      source: source)
  }

  private func emptyTitle(_ name: FigureName) -> Language.FigureKey {
    switch name {
    case .balance: .figNoAct
    case .visits: .figNoVisit
    case .cadence: .figNoCadence
    default: .figNoEvent
    }
  }

  func measure(_ name: FigureName) -> String {
    let key: Language.FigureKey =
      switch name {
      case .timeline: .figMeasureTimeline
      case .countsByYear: .figMeasureYears
      case .countsByDomain: .figMeasureDomains
      case .countsByYearStacked: .figMeasureStacked
      case .yearByDomain: .figMeasureHeat
      case .balance: .figMeasureBalance
      case .visits: .figMeasureVisits
      case .cadence: .figMeasureCadence
      }
    return say.string(key)
  }

  var emptyLines: [String] {
    if tally.total == 0 { return [say.string(.figNoEventFound)] }
    let columns = words.list(otherColumns.map { words.count(tally.count($0), $0) })
    return [
      say.string(.figNoneCounted, ["n": tally.total, "list": columns]),
      say.string(.figListed, ["n": tally.total]),
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
