import Chronicle
import Chronology
import Drawing
import Layout

/// All events in order: the page that all numbers refer to.
struct ChronologySection {
  let writer: PageWriter

  static let destination = "chronology"
  private var story: Story { writer.story }

  var blocks: [any Block] {
    [opening] + (story.dated.isEmpty ? [writer.nothing()] : [table]) + undated
  }

  private var opening: any Block {
    let dated = story.dated.count
    let undated = story.undated.count
    let sources =
      story.ledger.documents.count == 1
      ? story.ledger.documents[0].id : Naming.count(story.ledger.documents.count, "document")
    let indented = story.numbering.indented.isEmpty ? "" : " Indented: part of the event above."
    let note = "\(dated) dated and \(undated) undated events, as told by \(sources).\(indented)"
    return SideBySide(
      [
        .init(width: 132, [writer.title("Chronology", Self.destination, after: 0)]),
        .init(
          width: 350,
          [writer.text(Phrase(stringLiteral: note), PageStyle.subtitle, alignment: .end)]),
      ], gap: 0, after: 4, keepWithNext: true, alignsBaselines: true)
  }

  private var sourceWidth: Double { story.ledger.documents.count > 1 ? 62 : 47 }

  private var table: any Block {
    let style = PageStyle.chronology
    let columns = [
      TableColumn(29), TableColumn(18), TableColumn(24), TableColumn(90), TableColumn(13),
      TableColumn(share: 1), TableColumn(sourceWidth),
    ]
    var head = writer.head(["", "", "", "Date, how exact", "", "Event", "Source"])
    head.cells[2] = Cell([], isHeader: true)
    var rows: [Row] = []
    var year: Int?
    for event in story.dated {
      let own = event.drawnDate.flatMap { $0.earliest ?? $0.latest }?.year
      let begins = own != year
      year = own
      rows.append(row(event, year: begins ? own : nil, style, isFirst: rows.isEmpty))
    }
    let last = rows.count
    for index in rows.indices.dropFirst() {
      let number = index + 1
      let range = number == last ? "Entry \(last) follows" : "Entries \(number) to \(last) follow"
      rows[index].breakNote = writer.text(
        "\(range) on the next page.", PageStyle.note, role: .artifact, alignment: .end)
    }
    if !rows.isEmpty { rows[rows.count - 1].ruleBelow = PageStyle.sectionRule }
    return Table(columns, head: [head], rows: rows)
  }

  private func row(_ event: Event, year: Int?, _ style: PageStyle.Text, isFirst: Bool) -> Row {
    let baseline = style.leading / 2 + 0.364 * style.font.size
    let indent = story.numbering.indented.contains(event.id) ? 9.0 : 0
    var line = writer.text(writer.line(event), style, role: nil, indent: indent)
    line.keepTogether = true
    let cells = [
      writer.cell(Phrase(stringLiteral: year.map { "\($0)" } ?? ""), PageStyle.year),
      writer.cell(
        Phrase(stringLiteral: "\(story.numbering.numbers[event.id] ?? 0)"),
        style.with(PageStyle.secondary)),
      Cell([PrecisionMark(event: event).picture(leading: style.leading, baseline: baseline)]),
      writer.dateCell(event, style),
      Cell([PageStyle.mark(event.content.domain, leading: style.leading, baseline: baseline)]),
      Cell([line]),
      writer.sourceCell(event, leading: style.leading),
    ]
    return Row(
      cells, top: year != nil ? 2.1 : 0.9, bottom: 1.1,
      ruleAbove: year != nil && !isFirst ? PageStyle.rowRule : nil,
      destination: "event-" + event.id)
  }

  // MARK: Undated

  static let undatedDestination = "undated"

  private var undated: [any Block] {
    let events = story.undated
    guard !events.isEmpty else { return [] }
    let style = PageStyle.undated
    let baseline = style.leading / 2 + 0.364 * style.font.size
    let entries = events.map { event -> any Block in
      let words = writer.line(event) + " \(source: story.sources(event))"
      let cells = [
        writer.cell(
          Phrase(stringLiteral: "\(story.numbering.numbers[event.id] ?? 0)"),
          style.with(PageStyle.secondary)),
        Cell([PageStyle.mark(event.content.domain, leading: style.leading, baseline: baseline)]),
        Cell([writer.text(words, style, role: nil, keepTogether: true)]),
      ]
      return Table(
        [TableColumn(18), TableColumn(10), TableColumn(share: 1)],
        rows: [Row(cells, bottom: 0.8, destination: "event-" + event.id)], isTagged: false)
    }
    return [
      writer.text(
        "Without a date in these documents", PageStyle.sideHead, role: .heading(2), before: 5,
        after: 3, keepWithNext: true, destination: Self.undatedDestination),
      ColumnFlow(count: 2, gap: 24, entries),
    ]
  }
}
