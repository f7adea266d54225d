import Chronology
import Diagnostics
import Prose

/// Dates that only the words between them join: "from 1993 until, as far as I know, 1996", "2019/20
/// (July–June)", "the last week of October last year".
enum DateJoint {
  /// The dates with those joined that are one.
  static func joined(_ mentions: [DateMention], _ text: SourceText) -> [DateMention] {
    guard mentions.count > 1 else { return mentions }
    var result = mentions
    var i = 0
    while i + 1 < result.count {
      let (a, b) = (result[i], result[i + 1])
      guard a.span.end <= b.span.start, b.span.start - a.span.end < longestAside,
        let value = value(a, b, text)
      else {
        i += 1
        continue
      }
      if i + 2 < result.count { recount(&result[i + 2], from: b.core, to: value) }
      result[i].core = value
      result[i].value = value
      result[i].relation = .at
      result[i].span = Span(a.span.start, b.span.end)
      result[i].derivation.append("with the date behind it")
      result.remove(at: i + 1)
    }
    return result
  }

  private static func value(_ a: DateMention, _ b: DateMention, _ text: SourceText) -> EDTF? {
    let between = Tokenizer.tokens(of: text, in: Span(a.span.end, b.span.start)).map(\.key)
    if isAside(between), !a.core.isInterval, !b.core.isInterval,
      let first = a.core.earliest, let last = b.core.earliest, first < last
    {
      return EDTF("\(a.core)/\(b.core)")
    }
    if between == [WordKey("(")] { return months(b.core, of: a.core) ?? days(b, of: a) }
    if between.isEmpty, a.basis == .relative, b.basis == .relative, b.core.precision == .year,
      !b.core.isInterval, a.core.precision < .year, let year = b.core.earliest?.year,
      a.core.earliest?.year == year, a.core.latest?.year == year
    {
      return a.core
    }
    return nil
  }

  /// "Until, as best I can establish,".
  private static func isAside(_ keys: [WordKey]) -> Bool {
    keys.count > 3 && ends.contains(keys[0]) && keys[1] == WordClass.comma
      && keys.last == WordClass.comma && !keys.contains(WordKey(";"))
      && !keys.contains(WordKey("."))
  }

  /// July 2019 to June 2020 of "2019/20 (July–June)".
  private static func months(_ months: EDTF, of years: EDTF) -> EDTF? {
    guard years.isInterval, years.precision == .year, months.isInterval,
      months.precision == .month, let first = years.earliest?.year, let last = years.latest?.year,
      last == first + 1, let from = months.earliest?.month, let to = months.latest?.month,
      from == to % 12 + 1
    else { return nil }
    return EDTF("\(first)-\(two(from))/\(last)-\(two(to))")
  }

  /// "Two years before" counts from what the dates before it are together.
  private static func recount(_ next: inout DateMention, from old: EDTF, to new: EDTF) {
    guard next.basis == .relative, next.core.precision == .year, !next.core.isInterval,
      next.rules.contains(where: { $0.contains("before") }), let year = next.core.earliest?.year,
      let anchor = old.latest?.year, new.precision == .month, let from = new.earliest,
      let to = new.latest, anchor > year
    else { return }
    let back = anchor - year
    guard
      let value = EDTF(
        "\(from.year - back)-\(two(from.month))/\(to.year - back)-\(two(to.month))")
    else { return }
    next.core = value
    next.value = value
  }

  /// 25 May to 8 June 2014 of "2014 (25 May–8 June)": the year before the bracket is that of the days.
  private static func days(_ days: DateMention, of year: DateMention) -> EDTF? {
    guard days.basis == .relative, days.core.precision == .day, year.basis == .explicit,
      !year.core.isInterval, year.core.precision == .year, let own = year.core.earliest?.year,
      let first = days.core.earliest, let last = days.core.latest, first.year == last.year
    else { return nil }
    func text(_ day: Day) -> String { "\(own)-\(two(day.month))-\(two(day.components.2))" }
    return EDTF(first == last ? text(first) : "\(text(first))/\(text(last))")
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static let longestAside = 48
  private static let ends = BlockReading.keys("until till to")
}
