import Analytics
import Charts
import Chronicle
import Chronology
import Drawing

extension FigureMaker {
  /// Bars by domain, and beside them what is kept out of the counts.
  func countsByDomain(_ sheet: FigureSheet) -> Plot {
    let columns = sheet.isNarrow ? [] : otherColumns.map(\.rawValue) + ["ledger"]
    let domains = tally.domains
    let pitch = sheet.isPage ? 13.0 : 46
    let head = sheet.isPage ? 14.0 : 22
    let rise = sheet.isPage ? -6.0 : -16
    let air = sheet.isPage ? 10.0 : 12
    let barRoom = sheet.isPage && columns.isEmpty ? 190.0 : Double.infinity
    return Plot(
      caption: countsByDomainCaption(sheet),
      columns: [
        Track("names", .plain, .words(sheet.style.gutter)),
        Track("counts", .count, .rest(most: barRoom)),
        // Room for the number, the share and the change after the longest bar.
        Track("after", .plain, .fixed(sheet.isPage ? 52 : previous == nil ? 84 : 124)),
      ]
        + columns.map {
          Track($0, .plain, .words(sheet.isPage ? 32 : 40), gap: air...air)
        },
      rows: [
        Track("head", .plain, .fixed(head), gap: rise...rise),
        Track("domains", .band(domains.map(\.rawValue)), .step(pitch), gap: 0...8),
        Track("total", .plain, .fixed(sheet.isPage ? 14 : 44)),
      ],
      marks: domainBars(sheet, domains) + domainTable(sheet, domains, columns))
  }

  private func domainBars(_ sheet: FigureSheet, _ domains: [Domain]) -> [Mark] {
    let unit = sheet.style.unit
    let thick = sheet.isPage ? 8.6 : 24.0
    let changed = domains.filter { previous != nil && before($0) > 0 }
    var marks = [
      Mark(.text(TextPlace()), "names", "domains", domains) {
        Datum(y: .name($0.rawValue), words: rowName($0, sheet))
      },
      Mark(
        .bar(along: .x, .fixed(thick)), "counts", "domains",
        domains.filter { tally.count(.counted, $0) > 0 }
      ) { domain in
        let count = tally.count(.counted, domain)
        return Datum(
          id: "d-" + domain.rawValue, title: "\(words.name(domain)): \(count)",
          x2: .count(count), y: .name(domain.rawValue),
          ink: .series(Domain.allCases.firstIndex(of: domain) ?? 0))
      },
      Mark(.text(TextPlace(dx: 8 * unit)), "counts", "domains", domains) { domain in
        Datum(
          x: .count(max(tally.count(.counted, domain), before(domain))),
          y: .name(domain.rawValue), words: valueWords(domain, sheet))
      },
    ]
    // An earlier edition's value: a line across the bar.
    marks.append(
      Mark(.tick(thick: thick + 10 * unit, width: 1.4 * unit), "counts", "domains", changed) {
        Datum(x: .count(before($0)), y: .name($0.rawValue))
      })
    if !sheet.isPage {
      marks.append(
        Mark(.rule(width: 1.2), "counts", "domains", [Datum(x: .number(0))]))
    }
    return marks
  }

  private func before(_ domain: Domain) -> Int { previous?.counted[domain] ?? 0 }

  /// "17  53%", "22 ▲ +3"; of nothing "·", as in the columns beside it.
  private func valueWords(_ domain: Domain, _ sheet: FigureSheet) -> Words {
    let count = tally.count(.counted, domain)
    let unit = sheet.style.unit
    var parts: [Words.Part] =
      count == 0 ? [.text("·", .axis, .secondary)] : [.text("\(count)", .value, .ink)]
    let change = count - before(domain)
    if previous != nil, change != 0 {
      parts += [
        .gap(9 * unit), .symbol(change > 0 ? .triangle : .nabla, 4.2 * unit, .secondary),
        .gap(6 * unit), .text(change > 0 ? "+\(change)" : "−\(-change)", .count, .secondary),
      ]
    }
    if n >= 20, count > 0 {
      parts += [
        .gap(7 * unit), .text("\((count * 200 + n) / (2 * n))%", .count, .secondary),
      ]
    }
    return Words(parts)
  }

  /// Heads, columns of numbers, and the row of sums.
  private func domainTable(
    _ sheet: FigureSheet, _ domains: [Domain], _ columns: [String]
  ) -> [Mark] {
    let unit = sheet.style.unit
    let span = Mark.Span("names", to: columns.last ?? "after")
    let plain = TextPlace(.end)
    let indent: [Words.Part] = [.gap(18 * unit)]
    var marks = [
      Mark(.rule(width: unit, edge: .end), span, "head", [Datum(ink: .rule)]),
      Mark(.rule(width: 1.2 * unit, edge: .end), span, "domains", [Datum()]),
      Mark(
        .text(TextPlace()), "names", "total",
        [Datum(words: Words(indent + [.text(say.string(.figAllDomains), .name, .ink)]))]),
      Mark(
        .text(TextPlace(dx: sheet.isPage ? 0 : 8)), "counts", "total",
        [Datum(x: .number(0), words: Words("\(n)", .value))]),
      Mark(
        .text(TextPlace(dy: -2 * unit)), "counts", "head",
        [Datum(words: Words(words.column(.counted), .count, .secondary))]),
    ]
    for (index, column) in columns.enumerated() {
      let isSum = index == columns.count - 1
      let kind = isSum ? nil : otherColumns[index]
      let name = kind.map { words.column($0) } ?? say.string(.figLedger)
      marks.append(
        Mark(
          .text(TextPlace(.end, dy: -2 * unit)), .init(column), "head",
          [Datum(words: Words(name, .count, .secondary))]))
      marks.append(
        Mark(.text(plain), .init(column), "domains", domains) { domain in
          let count = kind.map { tally.count($0, domain) } ?? tally.total(of: domain)
          return Datum(y: .name(domain.rawValue), words: cell(count, isStrong: isSum))
        })
      let total = kind.map { tally.count($0) } ?? tally.total
      marks.append(
        Mark(.text(plain), .init(column), "total", [Datum(words: cell(total, isStrong: true))]))
    }
    return marks
  }

  private func cell(_ count: Int, isStrong: Bool) -> Words {
    count == 0
      ? Words("·", .axis, .secondary)
      : Words("\(count)", isStrong ? .value : .axis, isStrong ? .ink : .secondary)
  }

  private func countsByDomainCaption(_ sheet: FigureSheet) -> Caption {
    let columns = otherColumns
    let empty = tally.domains.filter { tally.count(.counted, $0) == 0 }
    var titles = [leadingDomain]
    if let previous {
      let before = previous.counted.values.reduce(0, +)
      let said = say.string(.figEarlierCounted, ["edition": previous.name, "n": before])
      titles.insert(words.clauses(leadingDomain, said), at: 0)
    } else if n > 1, !empty.isEmpty, empty.count < 5 {
      let none = say.string(.figHaveNone, ["list": list(of: empty), "n": empty.count])
      titles.insert(words.clauses(leadingDomain, none), at: 0)
    }
    var note = [say.string(.figWhatCounts)]
    if columns.contains(.aggregate) { note.append(say.string(.figTotals)) }
    note.append(say.string(.sentence, ["words": sum(columns, isNamed: sheet.isNarrow)]))
    if let previous { note.insert(say.string(.figLineAcross, ["edition": previous.name]), at: 0) }
    let period = tally.years.map { [FigureWords.years($0)] } ?? []
    let measured = words.series([measure(.countsByDomain)] + period)
    return Caption(
      titles: titles,
      subtitle: sheet.isNarrow
        ? measured + " " + words.of(n)
        : say.string(.figKeptOut, ["words": measured, "of": words.of(n)]),
      note: note.joined(separator: " "), source: source)
  }
}
