import Chronicle
import Chronology
import Drawing
import Layout

/// The events in order: the page that all numbers refer to.
struct ChronologySection {
  let writer: PageWriter

  static let destination = "chronology"
  static let undatedDestination = "undated"
  private var story: Story { writer.story }
  private var say: Language { writer.say }

  var blocks: [any Block] {
    [opening] + legend + (dated.isEmpty ? (left.isEmpty ? [writer.nothing()] : []) : [table]) + left
      + undatedList
  }

  private var dated: [Event] { story.dated.filter { story.printed.contains($0.id) } }
  private var undated: [Event] { story.undated.filter { story.printed.contains($0.id) } }

  private var opening: any Block {
    let documents = story.ledger.documents
    let sources =
      documents.count == 1
      ? documents[0].id : say.string(.countDocuments, ["n": documents.count])
    var note = say(
      .noteChronology,
      ["dated": story.dated.count, "undated": story.undated.count, "documents": sources])
    if !story.numbering.indented.isEmpty { note = note + " " + say(.noteIndented) }
    let title = writer.title(.titleChronology, Self.destination, after: 0)
    let width = title.runs.reduce(4) { $0 + writer.setter.width(of: $1.string, $1.font) }
    return SideBySide(
      [
        .init(width: width, [title]),
        .init(width: 482 - width, [writer.text(note, PageStyle.subtitle, alignment: .end)]),
      ], gap: 0, after: 3.5, keepWithNext: true, alignsBaselines: true)
  }

  /// What the marks before the dates mean.
  private var legend: [any Block] {
    let marks = dated.map { PrecisionMark(event: $0) }.compactMap { own in
      own.mark.map { (mark: $0, isPoint: own.isPoint) }
    }
    let legend = MarkLegend(marks, story.say, writer.setter.width)
    if legend.isEmpty { return [] }
    let width = 482.0
    let leading = writer.face(PageStyle.note).leading
    return [
      Picture(
        spoken: legend.alternative,
        legend.items(
          width: width, baseline: writer.baseline(PageStyle.note), leading: leading),
        size: Size(width, Double(legend.lineCount(width)) * leading), baseline: nil)
    ]
  }

  /// Which entries are not printed, and where they are.
  private var left: [any Block] {
    let rest = story.events.count - story.printed.count
    guard rest > 0 else { return [] }
    return [writer.text(say(.chronologyLeft, ["n": rest]), PageStyle.note, before: 3.5, after: 3.5)]
  }

  /// Between what is as wide as its column and what stands after it.
  private static let air = 4.0

  private var table: any Block {
    let columns = [
      TableColumn(29), writer.numberColumn(room: 5), TableColumn(24), TableColumn(96),
      TableColumn(13 + Self.air), TableColumn(share: 1),
      TableColumn((writer.hasManyDocuments ? 74 : 47) + Self.air),
    ]
    var rows: [Row] = []
    var year: Int?
    for event in dated {
      let own = event.drawnDate.flatMap { $0.earliest ?? $0.latest }?.year
      var row = row(event, year: own == year ? nil : own, isFirst: rows.isEmpty)
      if own == year, let own {
        row.opening = [writer.text("\(own)", PageStyle.year, role: nil)]
      }
      rows.append(row)
      year = own
    }
    let last = dated.last.map(story.number) ?? 0
    for (index, event) in dated.enumerated().dropFirst() {
      rows[index].breakNote = writer.followNote(story.number(event), of: last)
    }
    if !rows.isEmpty {
      rows[rows.count - 1].ruleBelow = PageStyle.sectionRule
      rows[rows.count - 1].bottom = 3.5
    }
    let titles: [Language.Key?] = [
      nil, nil, nil, .columnDateHow, nil, .columnEvent, .columnSource,
    ]
    var head = writer.head(titles)
    head.cells[head.cells.count - 1].inset = Self.air
    return Table(columns, head: [head], rows: rows)
  }

  private func row(_ event: Event, year: Int?, isFirst: Bool) -> Row {
    let style = PageStyle.chronology
    let indent = story.numbering.indented.contains(event.id) ? 9.0 : 0
    var line = writer.text(writer.entry(event), style, role: nil, indent: indent)
    line.keepTogether = true
    var source = PageStyle.cellSource
    source.leading = style.leading
    var cells = [
      writer.cell(year.map { "\($0)" } ?? "", PageStyle.year),
      writer.cell("\(story.number(event))", style.with(PageStyle.secondary)),
      Cell([PrecisionMark(event: event).picture(writer, style)]),
      writer.dateCell(event, style),
      Cell([writer.spokenMark(event.content.domain, style)], inset: Self.air),
      Cell([line]),
      writer.sourceCell(event, source),
    ]
    cells[cells.count - 1].inset = Self.air
    var row = Row(
      cells, top: year != nil ? 3.5 : 0,
      ruleAbove: year != nil && !isFirst ? PageStyle.rowRule : nil,
      destination: "event-" + event.id)
    row.belowHead = year == nil ? 3.5 : 0
    return row
  }

  // MARK: Undated

  private var undatedList: [any Block] {
    let events = undated
    guard !events.isEmpty else { return [] }
    let style = PageStyle.undated
    let entries = events.map { event -> any Block in
      let words = writer.line(event) + " \(source: story.sources(event))"
      let cells = [
        writer.cell("\(story.number(event))", style.with(PageStyle.secondary)),
        Cell([writer.spokenMark(event.content.domain, style)]),
        Cell([writer.text(words, style, role: nil, keepTogether: true)]),
      ]
      return Table(
        [writer.numberColumn(room: 6), TableColumn(10), TableColumn(share: 1)],
        rows: [Row(cells, destination: "event-" + event.id)], isTagged: false)
    }
    return [
      writer.text(
        say(.titleUndated), PageStyle.sideHead, role: .heading(2), before: 7, after: 3.5,
        keepWithNext: true, destination: Self.undatedDestination),
      ColumnFlow(count: 2, gap: 24, entries),
    ]
  }
}
