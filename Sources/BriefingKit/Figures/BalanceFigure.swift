import Analytics
import Charts
import Chronicle
import Chronology
import Drawing

extension FigureMaker {
  /// The two sides by their codes; nil unless there are two parties.
  var sides: (first: String, second: String)? {
    guard ledger.parties.count == 2 else { return nil }
    return (ledger.parties[0], ledger.parties[1])
  }

  func sideName(_ code: String) -> String {
    say.word(.state, code) ?? names.value[code] ?? code
  }

  /// Who acts towards whom, by domain: blocks to both sides of the domains' names, joint acts apart.
  func balance(_ sheet: FigureSheet) -> Plot {
    BalancePlot(maker: self, sheet: sheet, acts: acts).plot
  }
}

/// The figure of who acts towards whom.
struct BalancePlot {
  let maker: FigureMaker
  let sheet: FigureSheet
  let acts: [Act]
  /// The domains with acts, those with the most between the sides first.
  private let domains: [Domain]
  private let counts: [Way: [Domain: Int]]

  init(maker: FigureMaker, sheet: FigureSheet, acts: [Act]) {
    self.maker = maker
    self.sheet = sheet
    self.acts = acts
    var counts: [Way: [Domain: Int]] = [:]
    for act in acts { counts[act.way, default: [:]][act.placement.domain, default: 0] += 1 }
    func count(_ domain: Domain, _ way: Way) -> Int { counts[way]?[domain] ?? 0 }
    let used = Domain.allCases.filter { domain in
      Way.allCases.contains { count(domain, $0) > 0 }
    }
    domains = used.enumerated().sorted { a, b in
      func key(_ domain: Domain) -> (Int, Int) {
        (count(domain, .there) + count(domain, .back), count(domain, .together))
      }
      let (left, right) = (key(a.element), key(b.element))
      return left != right ? left > right : a.offset < b.offset
    }.map(\.element)
    self.counts = counts
  }

  private var unit: Double { sheet.style.unit }
  private var say: Language { maker.say }
  private var words: FigureWords { maker.words }

  private func count(_ domain: Domain?, _ way: Way) -> Int {
    guard let domain else { return counts[way]?.values.reduce(0, +) ?? 0 }
    return counts[way]?[domain] ?? 0
  }

  private func column(_ way: Way) -> Mark.Span {
    switch way {
    case .there: "left"
    case .back: "right"
    case .together: "together"
    }
  }

  /// Between the axes and the longest name.
  private var air: Double { 7 * unit }
  private var nameWidth: Double {
    let names = domains.map { sheet.style.width(of: maker.rowName($0, sheet), maker.measurer) }
    let least = (sheet.isPage ? 80.0 : sheet.isNarrow ? 96 : 128) - 2 * air
    return max(least, names.max() ?? 0)
  }
  private var apart: Double { sheet.isPage ? 14 : sheet.isNarrow ? 2 : 24 }

  private var heads: BalanceHeads {
    BalanceHeads(
      maker, sheet,
      counts: Dictionary(uniqueKeysWithValues: Way.allCases.map { ($0, count(nil, $0)) }),
      beside: nameWidth + 2 * air + apart)
  }

  var plot: Plot {
    let heads = heads
    let block = sheet.isPage ? 7.4 : sheet.isNarrow ? 9 : 14.2
    let most = domains.flatMap { domain in Way.allCases.map { count(domain, $0) } }.max() ?? 0
    let widest = maker.measurer.width(of: "\(most)", sheet.style.value) * sheet.style.slack
    let number = max(sheet.isPage ? 20.0 : 36, widest + 22 * unit)
    let row = sheet.isPage ? 16.0 : 54
    let line = sheet.isPage ? 10.0 : 18
    return Plot(
      caption: caption,
      columns: [
        Track("leftNumber", .plain, .fixed(number)),
        Track("left", .count, .step(block, least: heads.width(.there) - number), isReversed: true),
        Track(
          "names", .plain, .fixed(nameWidth), gap: air...air),
        Track("right", .count, .step(block, least: heads.width(.back) - number), gap: air...air),
        Track("rightNumber", .plain, .fixed(number)),
        Track(
          "together", .count, .step(block, least: heads.width(.together) - number),
          gap: apart...(sheet.isPage ? 60 : 120)),
        Track("togetherNumber", .plain, .fixed(number)),
      ],
      rows: [
        Track(
          "head", .plain,
          .fixed((sheet.isPage ? 24 : 44) + Double(heads.mostLines - 1) * line),
          gap: -6 * unit ... -6 * unit),
        Track("domains", .band(domains.map(\.rawValue)), .step(row)),
        Track("foot", .plain, .fixed(8 * unit)),
      ],
      marks: Way.allCases.flatMap { side($0, heads) } + [
        Mark(.text(TextPlace(.middle)), "names", "domains", domains) {
          Datum(y: .name($0.rawValue), words: maker.rowName($0, sheet))
        }
      ]
        + maker.quotationMarks(
          acts.map(\.placement), sheet, .init("leftNumber", to: "togetherNumber"), below: "foot"),
      legend: key)
  }

  /// One direction: its head, its base line, its blocks with their number.
  private func side(_ way: Way, _ heads: BalanceHeads) -> [Mark] {
    let column = column(way)
    // Ours first, as in the title.
    let isLeft = way == .there
    let ink = Ink.side(way.rawValue)
    let thick = Thickness.fixed(sheet.isPage ? 10 : 24)
    let own = acts.filter { $0.way == way }
    let anchor: TextLine.Anchor = isLeft ? .end : .start
    let lines = heads.lines(way)
    let line = sheet.isPage ? 10.0 : 18
    // All heads end at one height.
    let top = (sheet.isPage ? 5.0 : 9) + Double(heads.mostLines - lines.count) * line
    let headInk = way == .together ? Ink.neutral : ink
    return lines.enumerated().map { index, head in
      Mark(
        .text(TextPlace(anchor, .top, dy: top + Double(index) * line)), column, "head",
        [Datum(words: Words(head, .heading, headInk))])
    } + [
      Mark(
        .text(TextPlace(anchor, .bottom, dy: sheet.isPage ? -9 : -16)), column, "head",
        [Datum(words: Words(heads.detail(way), .count, .secondary))]),
      Mark(.blocks(along: .x, thick, gap: 1.2 * unit), column, "domains", own) { datum($0, ink) },
      Mark(.rule(width: 1.2 * unit), column, "domains", [Datum(x: .number(0))]),
      Mark(.text(TextPlace(anchor, dx: (isLeft ? -8 : 8) * unit)), column, "domains", domains) {
        let count = count($0, way)
        return Datum(
          x: .count(count), y: .name($0.rawValue),
          words: Words("\(count)", count > 0 ? .value : .count, count > 0 ? .ink : .secondary))
      },
    ]
  }

  private func datum(_ act: Act, _ ink: Ink) -> Datum {
    let event = act.placement.event
    let (words, dates, say, headlines) = (self.words, maker.dates, self.say, maker.headlines)
    let firmness: Firmness =
      switch act.placement.column {
      case .counted: .full
      case .doubtful: .hollow
      default: .light
      }
    var datum = Datum(
      id: "e-" + event.id,
      title: LateText(
        words.series([
          words.told(headlines.of(event)),
          event.drawnDate.map { dates.words($0) } ?? say.string(.undated),
        ])),
      y: .name(act.placement.domain.rawValue), ink: ink, firmness: firmness,
      order: firmness == .hollow ? 1 : 0)
    let domain = act.placement.domain
    datum.kind = LateText(Self.kind(domain, firmness, words))
    return datum
  }

  /// "Political, date doubtful".
  private static func kind(_ domain: Domain, _ firmness: Firmness, _ words: FigureWords) -> String {
    let own = words.lower(domain)
    return switch firmness {
    case .hollow: words.series([own, words.say.string(.figDateDoubtful)])
    case .light: words.series([own, words.say.string(.undated)])
    default: own
    }
  }

  private var key: [LegendItem] {
    let kinds: [(Firmness, Bool, String)] = [
      (.full, acts.contains { $0.placement.column == .counted }, say.string(.figDated)),
      (
        .light, acts.contains { [.undated, .imprecise].contains($0.placement.column) },
        say.string(.undated)
      ),
      (
        .hollow, acts.contains { $0.placement.column == .doubtful }, say.string(.figDateDoubtful)
      ),
    ]
    return kinds.filter(\.1).map { LegendItem(.block($0.0, .neutral), $0.2) }
      + [
        LegendItem(
          .none, say.string(sheet.hasBars ? .figLength : .figBlock))
      ]
  }

  private var caption: Caption {
    let done = maker.tally.placements.filter { Tally.done.contains($0.column) }.count
    let others = done - acts.count
    var left: [String] = []
    if others > 0 {
      left.append(say.string(.figAlone, ["n": others]))
    }
    left += ([.planned, .conditional, .aggregate] as [Column]).filter { maker.tally.count($0) > 0 }
      .map { words.count(maker.tally.count($0), $0) }
    let note = left.isEmpty ? nil : say.string(.figNotShown, ["list": words.list(left)])
    let years = maker.tally.countedYears.map { [FigureWords.years($0)] } ?? []
    return Caption(
      titles: titles,
      subtitle: say.string(
        .figBalance,
        [
          "words": words.series([maker.measure(.balance)] + years),
          "n": count(nil, .together), "of": words.of(acts.count),
        ]),
      note: note,
      source: say.string(.figBalanceSource, ["head": maker.sourceHead]))
  }

  /// "As the Ambassador of Pakistan tells it: 21 acts towards Azerbaijan, 14 towards Pakistan".
  private var titles: [String] {
    guard let sides = maker.sides else { return [""] }
    let (a, b) = (maker.sideName(sides.first), maker.sideName(sides.second))
    let (there, back) = (count(nil, .there), count(nil, .back))
    let plain = say.string(
      .figTowards,
      [
        "there": words.acts(there), "b": b,
        "back": back == 0 ? say.string(.figNone) : "\(back)", "a": a,
      ])
    let short = say.string(
      .figTowardsShort,
      [
        "there": words.acts(there), "b": b,
        "back": back == 0 ? say.string(.figNone) : "\(back)",
      ])
    let tells = [maker.voice, maker.shortVoice].compactMap { $0 }.flatMap { who in
      [plain, short].map { say.string(.figTells, ["who": who, "what": $0]) }
    }
    return tells + [say.string(.figDocumentsTell, ["what": plain]), plain]
  }
}
