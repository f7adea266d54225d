import Chronicle
import Drawing
import Layout

/// All round years to come, of which the first page names the soonest.
struct AnniversarySection {
  let writer: PageWriter

  static let destination = "anniversaries"
  private var story: Story { writer.story }
  private var say: Language { writer.say }

  /// None where none is due.
  var blocks: [any Block] {
    let all = Anniversary.all(in: story)
    guard !all.isEmpty else { return [] }
    let columns = [
      writer.numberColumn, TableColumn(70), TableColumn(share: 1), writer.sourceColumn,
    ]
    let rows = all.map { anniversary in
      writer.row([
        writer.numberCell(anniversary.event), writer.cell(anniversary.words(writer.dates).glued),
        writer.cell(words(anniversary, isNumbered: true)), writer.sourceCell(anniversary.event),
      ])
    }
    let titles: [Language.Key?] = [nil, .columnDate, .columnEvent, .columnSource]
    return [
      writer.heading(title, Self.destination),
      Table(columns, gap: 6, head: [writer.head(titles)], rows: rows),
    ]
  }

  /// `Anniversaries to August 2026`.
  var title: Phrase {
    story.ledger.asOf.flatMap(Anniversary.end).map {
      say(.headAnniversariesTo, ["month": writer.dates.month($0)])
    } ?? say(.headAnniversaries)
  }

  /// `25 years: JMC formed [19]`; without the number where that stands before it.
  func words(_ anniversary: Anniversary, isNumbered: Bool = false) -> Phrase {
    let cited = (isNumbered ? [] : [anniversary.event]) + anniversary.again
    return say(
      anniversary.others.isEmpty ? .anniversary : .anniversaryOfOne,
      [
        "years": anniversary.years, "headline": story.wholeHeadline(anniversary.event),
        "cite": cited.isEmpty ? Phrase() : " " + Phrase.cite(cited),
        "n": anniversary.others.count,
        "others": Phrase.cite(anniversary.others),
      ])
  }
}
