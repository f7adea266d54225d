import Analytics
import Charts
import Chronicle
import Chronology

/// Figures in words and as data.
extension FigureMaker {
  func alternative(
    _ name: FigureName, title: String, _ caption: Caption, _ drawn: Drawn
  ) -> String {
    var lines = [sentence(title), sentence(caption.subtitle)]
    switch name {
    case .timeline: lines += timelineText(drawn)
    case .countsByYear, .countsByYearStacked: lines += yearText
    case .countsByDomain: lines += domainText
    case .yearByDomain: lines += yearByDomainText
    case .balance: lines += balanceText
    case .visits: lines += visitsText
    case .cadence: lines += cadenceText
    }
    if let note = caption.note { lines.append(sentence(note)) }
    lines.append(say.string(.figSourceLine, ["words": sentence(caption.source)]))
    return lines.joined(separator: "\n") + "\n"
  }

  private func sentence(_ text: String) -> String {
    text.hasSuffix(".") || text.hasSuffix("۔") ? text : say.string(.sentence, ["words": text])
  }

  private func timelineText(_ drawn: Drawn) -> [String] {
    let marked = Set(drawn.marked)
    // Many happened on the same days.
    var known: [EDTF: String] = [:]
    func when(_ date: EDTF, ongoing: Bool) -> String {
      if ongoing { return dates.words(date, ongoing: true) }
      if let words = known[date] { return words }
      let words = dates.words(date)
      known[date] = words
      return words
    }
    return tally.domains.flatMap { domain -> [String] in
      let own = tally.placements.filter { $0.domain == domain && marked.contains("e-" + $0.id) }
      if own.isEmpty { return [] }
      let head = say.string(
        .figLane, ["name": words.name(domain), "n": tally.count(.counted, domain)])
      return [head]
        + own.map { placement in
          let event = placement.event
          let when = event.drawnDate.map {
            when($0, ongoing: event.content.status == .ongoing)
          }
          let other =
            placement.column == .counted ? "" : " (\(words.column(placement.column, 1)))"
          return "- \(when ?? ""): " + headline(event) + other
        }
    }
  }

  private var yearText: [String] {
    guard let years = tally.countedYears else { return [] }
    return years.compactMap { year in
      let total = tally.counted(in: year)
      if total == 0 { return nil }
      let parts = tally.domains.map { ($0, tally.counted(in: year, $0)) }.filter { $0.1 > 0 }
      return "\(year): \(total) (" + words.counts(parts) + ")"
    }
  }

  private var domainText: [String] {
    tally.domains.map { domain in
      let others = otherColumns.filter { tally.count($0, domain) > 0 }.map {
        words.count(tally.count($0, domain), $0)
      }
      let head = words.name(domain) + ": \(tally.count(.counted, domain))"
      return others.isEmpty
        ? head : say.string(.figOutside, ["words": head, "list": words.series(others)])
    }
  }

  private var yearByDomainText: [String] {
    tally.domains.map { domain in
      let parts = (tally.countedYears ?? 0...0).compactMap { year -> String? in
        let count = tally.counted(in: year, domain)
        return count == 0 ? nil : "\(year) \(count)"
      }
      return words.name(domain) + ": "
        + (parts.isEmpty ? say.string(.figNone) : words.series(parts))
    }
  }

  /// The figure's data: lines end in LF, fields are quoted where they need to be.
  func csv(_ name: FigureName) -> String {
    var rows: [[String]]
    switch name {
    case .timeline:
      rows = [["number", "id", "date", "proposed_date", "domain", "column", "part_of", "headline"]]
      rows += tally.placements.map { placement in
        let event = placement.event
        return [
          numbers[event.id].map { "\($0)" } ?? "", event.id,
          event.content.date?.description ?? "",
          event.content.proposedDate?.date.description ?? "", placement.domain.rawValue,
          placement.column.rawValue, event.partOf ?? "", event.content.headline,
        ]
      }
    case .countsByYear, .countsByYearStacked, .yearByDomain:
      rows = [["year", "total"] + Domain.allCases.map(\.rawValue)]
      for year in tally.countedYears.map(Array.init) ?? [] {
        rows.append(
          ["\(year)", "\(tally.counted(in: year))"]
            + Domain.allCases.map { "\(tally.counted(in: year, $0))" })
      }
    case .countsByDomain:
      rows = [["domain"] + Column.allCases.map(\.rawValue) + ["ledger"]]
      for domain in tally.domains {
        rows.append(
          [domain.rawValue] + Column.allCases.map { "\(tally.count($0, domain))" }
            + ["\(tally.total(of: domain))"])
      }
      rows.append(
        ["all"] + Column.allCases.map { "\(tally.count($0))" } + ["\(tally.total)"])
    case .balance: rows = balanceRows
    case .visits: rows = visitRows
    case .cadence: rows = cadenceRows
    }
    var text = ""
    for row in rows {
      for (number, field) in row.enumerated() {
        if number > 0 { text += "," }
        text += Self.needsQuotes(field) ? Self.quoted(field) : field
      }
      text += "\n"
    }
    return text
  }

  /// Whether a comma, a quotation mark or the end of a line stands in a field.
  private static func needsQuotes(_ field: String) -> Bool {
    var before: (UInt8, UInt8) = (0, 0)
    for byte in field.utf8 {
      switch byte {
      case 0x0A...0x0D, 0x22, 0x2C: return true
      case 0x85 where before.1 == 0xC2: return true
      case 0xA8, 0xA9: if before == (0xE2, 0x80) { return true }
      default: break
      }
      before = (before.1, byte)
    }
    return false
  }

  private static func quoted(_ field: String) -> String {
    "\""
      + field.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
