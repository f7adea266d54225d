import Analytics
import Charts
import Chronicle
import Chronology
import Drawing

/// The blocks of events in their years, what is marked off among them, and their key.
struct YearBlocks {
  let maker: FigureMaker
  let sheet: FigureSheet

  private var tally: Tally { maker.tally }
  private var unit: Double { sheet.style.unit }
  private var say: Language { maker.say }
  private var words: FigureWords { maker.words }

  private var steps: CountSteps { .blocks(apart: 22 * unit) }

  var bins: YearBins { sheet.bins(maker.years) }

  static func row(_ domain: Domain?) -> String { domain?.rawValue ?? "all" }

  /// The placements of a domain, or all, that have a block.
  func placements(_ domain: Domain?) -> [Placement] {
    tally.placements.filter { maker.isInYears($0) && (domain == nil || $0.domain == domain) }
  }

  func datum(_ placement: Placement, ink: Ink, strong: Set<String>, suffix: String = "") -> Datum {
    let event = placement.event
    let (words, dates, say, headlines) = (self.words, maker.dates, self.say, maker.headlines)
    let firmness: Firmness =
      switch placement.column {
      case .planned: .hatched
      case .doubtful: .hollow
      default: strong.contains(placement.id) ? .strong : placement.isFirm ? .full : .light
      }
    let bins = bins
    var datum = Datum(
      id: "e-" + event.id + suffix,
      title: LateText(FigureMaker.title(event, headlines, words, dates)),
      x: .count(placement.year ?? 0), ink: ink, firmness: firmness)
    let (domain, column, bin) = (
      placement.domain, placement.column, bins.index(placement.year ?? 0)
    )
    datum.kind = LateText(
      words.series([
        suffix.isEmpty ? words.lower(domain) : say.string(.figInAllDomains), bins.name(bin),
      ]) + (column == .counted ? "" : " (" + words.column(column, 2) + ")"))
    return datum
  }

  /// One row: blocks, base line, name, the number on its peak, and the bracket at what one occasion
  /// brought.
  func marks(_ domain: Domain?) -> [Mark] {
    let row = Mark.Span(Self.row(domain))
    let series = domain.map { Domain.allCases.firstIndex(of: $0) ?? 0 }
    let ink: Ink = series.map { .series($0) } ?? .neutral
    let strong = Set(domain == nil ? maker.peakOccasion?.placements.map(\.id) ?? [] : [])
    let own = placements(domain)
    let gap = 1.2 * unit
    var marks: [Mark] = []
    if domain == nil {
      marks.append(
        Mark(.gridY(steps, width: unit), "years", row, [Datum(ink: .major)]))
      let names = TextPlace(.end, dx: -6 * unit)
      marks.append(Mark(.namesY(steps, names), "names", row))
    }
    marks.append(
      Mark(.blocks(along: .y, .share(0.74), gap: gap), "years", row, own) {
        datum($0, ink: ink, strong: strong, suffix: domain == nil ? "-all" : "")
      })
    marks.append(
      Mark(.rule(width: 1.2 * unit, edge: .end), "years", row, [Datum(ink: .ink)]))
    marks.append(
      Mark(
        .text(TextPlace(.start, .bottom, dy: -0.64 * sheet.style.name.size)), "names", row,
        [Datum(words: maker.rowName(domain, sheet))]))
    marks += peak(domain, own)
    if domain == nil { marks += bracket(own) }
    return marks
  }

  /// The number on the highest columns, where blocks are too many to be counted by eye.
  private func peak(_ domain: Domain?, _ own: [Placement]) -> [Mark] {
    let counted = heights(own.filter { $0.column == .counted }, bins)
    guard let most = counted.max(), most > (domain == nil ? 0 : 1) else { return [] }
    let all = heights(own, bins)
    if domain != nil, sheet.isLow || (sheet.isWide && most < 12) { return [] }
    var places = counted.indices.filter { counted[$0] == most }
    if maker.years.count > 40 { places = Array(places.prefix(1)) }
    // A number on every other column says nothing of any.
    if places.count > Self.mostPeaks { return [] }
    let role: FontRole = domain == nil ? .value : .numeral
    let size = domain == nil ? sheet.style.value.size : sheet.isPage ? 7 : 12
    return [
      Mark(
        .text(TextPlace(.middle, dy: -2.5 * unit - 0.36 * size, overflow: .yield)), "years",
        .init(Self.row(domain)), places
      ) { bin in
        Datum(
          x: .count(bins.first(bin)), y: .count(all[bin]),
          words: Words(peakWords(most, bin, domain), role))
      }
    ]
  }

  private static let mostPeaks = 3

  /// What is counted; the key says that blocks of another kind above it are not. On a narrow slide,
  /// where not every year has its name below it, the peak has its own.
  private func peakWords(_ count: Int, _ bin: Int, _ domain: Domain?) -> String {
    let isNamed = !sheet.isNarrow || domain != nil || maker.tally.peak.years.count > 1
    return isNamed || bins.width > 1 ? "\(count)" : "\(bins.name(bin)): \(count)"
  }

  func heights(_ placements: [Placement], _ bins: YearBins) -> [Int] {
    var heights = [Int](repeating: 0, count: bins.count)
    for placement in placements {
      guard let year = placement.year, maker.years.contains(year) else { continue }
      heights[bins.index(year)] += 1
    }
    return heights
  }

  /// A bracket at the peak's blocks that one occasion brought, with its words.
  func bracket(
    _ own: [Placement], row: Mark.Span = "all", role: FontRole = .subtitle
  ) -> [Mark] {
    guard !sheet.isPage, let peak = maker.peakOccasion, let text = occasionWords,
      let year = peak.placements.first?.year
    else { return [] }
    let datum = Datum(
      x: .count(year), y: .number(0), y2: .count(peak.placements.count),
      words: Words(text, role))
    return [
      Mark(.aside(.share(0.74), heights: heights(own, bins), steps), "years", row, [datum])
    ]
  }

  /// "7 from one visit: President Hussain visits Azerbaijan, 11–14 March 2015".
  var occasionWords: String? {
    guard let peak = maker.peakOccasion else { return nil }
    let event = peak.occasion.event
    let date = event.drawnDate.map { [maker.dates.words($0)] } ?? []
    return say.string(
      .figOccasionBrings,
      [
        "n": peak.placements.count, "occasion": words.occasion(event),
        "words": words.series([maker.headline(event)] + date),
      ])
  }

  /// The ground of the year that is covered in part, from the first row to the last.
  func ground(to last: Domain?) -> [Mark] {
    guard !sheet.isPage, let year = maker.partialYear else { return [] }
    let rows = Mark.Span(Self.row(nil), to: Self.row(last))
    return [Mark(.ground, "years", rows, [Datum(x: .count(year), ink: .band)])]
  }

  /// The numbers on the highest columns and on the last full year.
  func peakAndLast(_ own: [Placement]) -> [Mark] {
    let counted = heights(own.filter { $0.column == .counted }, bins)
    let all = heights(own, bins)
    guard let most = counted.max(), most > 0 else { return [] }
    let partial = maker.partialYear.map(bins.index)
    let last = counted.indices.last { $0 != partial }
    let peaks = counted.indices.filter { counted[$0] == most }
    func words(_ bin: Int) -> Words {
      Words(counted[bin] == most ? peakWords(most, bin, nil) : "\(counted[bin])", .value)
    }
    // Wider than its column, a number would stand on those beside it; the peak is above them.
    let band = (sheet.size.width - 2 * sheet.style.margin) / Double(bins.count)
    let places = counted.indices.filter {
      counted[$0] == most && peaks.count <= Self.mostPeaks
        || ($0 == last && counted[$0] > 0
          && sheet.style.width(of: words($0), maker.measurer) <= 1.2 * band)
    }
    let dy = -3.5 * unit - 0.36 * sheet.style.value.size
    return [
      Mark(.text(TextPlace(.middle, dy: dy, overflow: .yield)), "years", "all", places) { bin in
        Datum(x: .count(bins.first(bin)), y: .count(all[bin]), words: words(bin))
      }
    ]
  }

  /// Brackets over years in which nothing begins.
  var quiet: [Mark] {
    guard bins.width == 1 else { return [] }
    let runs = tally.quietRuns()
    let lift = 9 * unit
    func datum(_ run: ClosedRange<Int>, _ words: Words) -> Datum {
      Datum(x: .count(run.lowerBound), x2: .count(run.upperBound), ink: .secondary, words: words)
    }
    return [
      Mark(.capped(lift: lift), "years", "all", runs) { run in
        // One way of saying it for all of them.
        let words =
          runs.allSatisfy { $0.count > 3 }
          ? say.string(.figNoneInYears, ["n": run.count]) : say.string(.figNone)
        return datum(run, Words(words, .minorLabel, .secondary))
      }
    ]
  }

  /// What the height of a column says.
  var scaleWords: String {
    say.string(sheet.hasBars ? .figHeight : .figBlock)
  }

  var axis: [Mark] {
    return [Mark(.namesX(partial: maker.partialYear.map(bins.index)), "years", "axis")]
  }

  /// The kinds of blocks that occur.
  var key: [LegendItem] {
    let drawn = placements(nil)
    var key = [LegendItem(.block(.full, .neutral), words.column(.counted))]
    if let peak = maker.peakOccasion {
      let kind = words.occasion(peak.occasion.event)
      key.append(
        LegendItem(
          .block(.strong, .neutral),
          say.string(.figOfOccasion, ["n": peak.placements.count, "occasion": kind])))
    }
    if drawn.contains(where: { $0.column == .counted && !$0.isFirm }) {
      key.append(LegendItem(.block(.light, .neutral), say.string(.figDateOpen)))
    }
    if drawn.contains(where: { $0.column == .doubtful }) {
      key.append(LegendItem(.block(.hollow, .neutral), say.string(.figDoubtfulOutside)))
    }
    if drawn.contains(where: { $0.column == .planned }) {
      key.append(LegendItem(.block(.hatched, .neutral), say.string(.figPlannedOutside)))
    }
    if maker.partialYear != nil, let day = maker.ledger.asOf {
      key.append(
        LegendItem(
          .ground(.band), say.string(.figCoveredKey, ["date": maker.dates.words(day)])))
    }
    return key
  }

  /// The same in sentences.
  var note: [String] {
    let drawn = placements(nil)
    let isLight = drawn.contains { $0.column == .counted && !$0.isFirm }
    let isHollow = drawn.contains { $0.column == .doubtful }
    let isHatched = drawn.contains { $0.column == .planned }
    var note: [String] = []
    if isLight { note.append(say.string(.figLightBlock)) }
    if isHollow { note.append(say.string(.figHollowBlock)) }
    if isHatched { note.append(say.string(.figHatchedBlock)) }
    let outside =
      (isHollow ? [say.string(.figHollow)] : [])
      + (isHatched ? [say.string(.figHatched)] : [])
    if !outside.isEmpty {
      note.append(
        say.string(.figNotCounted, ["list": say.capitalised(words.list(outside))]))
    }
    if let text = occasionWords { note.append(say.string(.figBlack, ["words": text])) }
    if let partial = maker.partialYear, let day = maker.ledger.asOf {
      note.append(
        say.string(
          .figCoveredYear,
          ["year": bins.shortName(bins.index(partial)), "date": maker.dates.words(day)]))
    }
    return note
  }
}

extension FigureMaker {
  /// A domain with its symbol; "All domains" without one.
  func rowName(_ domain: Domain?, _ sheet: FigureSheet, count: Int? = nil) -> Words {
    let unit = sheet.style.unit
    guard let domain else {
      let gap: [Words.Part] = sheet.isPage ? [.gap(18 * unit)] : []
      return Words(gap + [.text(say.string(.figAllDomains), .name, .ink)])
    }
    let series = Domain.allCases.firstIndex(of: domain) ?? 0
    let symbol = theme.series[series].symbol
    // Small symbols stand no nearer to the edge than their widest.
    let before = max(0.8 * unit, 3.7 - 5.2 * unit)
    var parts: [Words.Part] = [
      .gap(before), .symbol(symbol, 5.2 * unit, .series(series)), .gap(7.6 * unit - before),
      .text(words.name(domain), .name, .ink),
    ]
    if let count { parts += [.gap(6), .text("\(count)", .count, .secondary)] }
    return Words(parts)
  }
}
