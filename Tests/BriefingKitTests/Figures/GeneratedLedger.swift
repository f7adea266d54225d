import Chronicle
import Chronology

/// A source of numbers that is the same everywhere (SplitMix64).
struct Dice {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func roll(_ sides: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((z ^ (z >> 31)) % UInt64(sides))
  }

  mutating func pick<T>(_ values: [T]) -> T { values[roll(values.count)] }
}

/// Ledgers of any size, with every kind of date and with headlines that nobody would wish for.
enum GeneratedLedger {
  private static let headlines = [
    "President visits", "Agreement on trade and economic cooperation signed", "A", "",
    "ბაქო", "巴基斯坦承认阿塞拜疆独立",
    "Prezident Əliyev İslamabada səfər edir", "صدر کا دورہ باکو", "Line\nbreak and\ttab",
    "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichen", "<b>&amp;\"quoted\"</b>, comma",
    "e\u{301}\u{302}\u{303}\u{304} combining", "🇵🇰🇦🇿 flags", "Joint Commission holds its 6th session",
    String(repeating: "very long ", count: 30), "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
  ]

  static func ledger(
    _ count: Int, seed: UInt64, years: ClosedRange<Int> = 1991...2017, asOf: String? = "2017-01-16"
  ) -> Ledger {
    var dice = Dice(seed)
    var events: [Event] = []
    for index in 0..<count {
      var content = Content()
      content.headline = dice.pick(headlines)
      content.domain = Domain.allCases[min(dice.roll(8), dice.roll(8))]
      content.type = dice.pick(EventType.allCases)
      content.status = dice.pick([
        .occurred, .occurred, .occurred, .ongoing, .planned, .hypothetical,
      ])
      content.isAggregate = dice.roll(20) == 0
      content.actors = [dice.pick(["PAK", "AZE"])]
      content.recipients = [dice.pick(["PAK", "AZE", "ECO"])]
      content.date = date(&dice, years)
      if dice.roll(15) == 0, content.date != nil {
        content.proposedDate = EDTF("\(years.upperBound)-04").map {
          ProposedDate(date: $0, reason: "misprint")
        }
      }
      let parent = dice.roll(6) == 0 && index > 0 ? "x\(dice.roll(index))" : nil
      events.append(
        Event(
          id: "x\(index)", content: content, partOf: parent,
          mentions: [
            Mention(
              document: "S1", start: 0, end: 1, line: 1, quote: content.headline, dateText: nil,
              rules: [])
          ]))
    }
    let day = asOf.flatMap { EDTF($0) }
    return Ledger(
      asOf: day?.latest, parties: ["PAK", "AZE"],
      documents: [
        DocumentRecord(
          id: "S1", path: "a.txt", title: "A", date: day, side: "PAK",
          voice: "Ambassador of Pakistan to Azerbaijan", sha256: "")
      ], events: events)
  }

  private static func date(_ dice: inout Dice, _ years: ClosedRange<Int>) -> EDTF? {
    let year = years.lowerBound + dice.roll(years.count)
    let month = 1 + dice.roll(12)
    let mm = month < 10 ? "0\(month)" : "\(month)"
    let day = 10 + dice.roll(19)
    let forms = [
      "\(year)-\(mm)-\(day)", "\(year)-\(mm)", "\(year)-\(mm)", "\(year)", "\(year)-22",
      "\(year)/\(year + 1)", "\(year)-\(mm)/..", "\(year)/..", "../\(year)-\(mm)", "\(year)~",
      "\(year)-\(mm)?", "\(year)-\(mm)-10/\(year)-\(mm)-\(day)", "\(year)-\(mm)/\(year + 1)-\(mm)",
      "\(year / 10)X", "\(year / 100)XX", "",
    ]
    return EDTF(dice.pick(forms))
  }
}
