import Chronicle
import Drawing
import Layout

/// Sets phrases in the faces of the pages; the sections are written with it.
struct PageWriter {
  let story: Story
  let setter: Typesetter
  /// Where things stand; nowhere while pages are not yet composed; nil where there are no pages.
  private(set) var pages: PageIndex?
  /// The figure of a name at a width; nil when there are too few events for it.
  let figure: (FigureKind, Size) -> Frame?

  enum FigureKind: Hashable, Sendable {
    case miniTimeline
    case timeline
    case countsByYear
    case yearByDomain
    case countsByDomain
    case visits
    case balance
  }

  var numbering: Numbering { story.numbering }
  var naming: Naming { story.naming }
  var say: Language { story.say }
  var dates: DateWords { story.dates }

  /// The same for what may name pages.
  func knowing(_ pages: PageIndex) -> PageWriter {
    var writer = self
    writer.pages = pages
    return writer
  }

  /// `page 7`; `page 0` while pages are not yet known; `under “Chronology”` where there are none.
  func page(_ destination: String) -> String {
    guard let pages else {
      let title = Self.titles[destination].map { say.string($0) } ?? ""
      return say.string(.underTitle, ["title": title])
    }
    return say.string(.page, ["n": pages.page(of: destination) ?? 0])
  }

  /// Of the sections that others send the reader to.
  private static let titles: [String: Language.Key] = [
    ChronologySection.destination: .titleChronology, DoubtSection.destination: .titleDoubts,
    AgreementsSection.agreementsDestination: .titleAgreements,
    AnniversarySection.destination: .headAnniversaries, MeetingSection.destination: .titleMeeting,
    StateSection.destination: .titleState,
  ]

  // MARK: Text

  /// A way of setting text in the language's own face.
  func face(_ style: PageStyle.Text) -> PageStyle.Text {
    guard say.isRightToLeft else { return style }
    var own = style
    own.leading = (style.leading * 1.42 / PageStyle.grid.step).rounded() * PageStyle.grid.step
    return own
  }

  /// The same for words; those of the documents alone stand as close as in their own language.
  private func face(_ style: PageStyle.Text, _ phrase: Phrase) -> PageStyle.Text {
    let isOwn = phrase.words.unicodeScalars.contains { (0x590...0x8FF).contains($0.value) }
    return isOwn ? face(style) : style
  }

  /// The baseline below the top of a line, for pictures beside it.
  func baseline(_ style: PageStyle.Text) -> Double {
    let own = face(style)
    return setter.baseline(own.font, leading: own.leading)
  }

  func text(
    _ phrase: Phrase, _ style: PageStyle.Text, role: Role? = .paragraph, before: Double = 0,
    after: Double = 0, keepWithNext: Bool = false, keepTogether: Bool = false,
    alignment: Alignment = .start, indent: Double = 0, hang: Double = 0,
    destination: String? = nil
  ) -> Paragraph {
    Paragraph(
      phrase.runs(style, story), leading: face(style, phrase).leading, alignment: alignment,
      role: role, before: before, after: after, indent: indent, hang: hang,
      keepWithNext: keepWithNext, keepTogether: keepTogether, destination: destination)
  }

  func cell(_ phrase: Phrase, _ style: PageStyle.Text = PageStyle.cell, span: Int = 1) -> Cell {
    Cell(phrase.runs(style, story), leading: face(style, phrase).leading, span: span)
  }

  func cell(_ words: String, _ style: PageStyle.Text = PageStyle.cell, span: Int = 1) -> Cell {
    cell(Phrase(stringLiteral: words), style, span: span)
  }

  /// The title of a section, found by links and by the outline.
  func title(_ key: Language.Key, _ destination: String, after: Double = 7) -> Paragraph {
    text(
      say(key), PageStyle.title, role: .heading(1), after: after, keepWithNext: true,
      destination: destination)
  }

  /// A sentence below a title, not wider than it reads well.
  func lead(_ phrase: Phrase) -> any Block {
    SideBySide(
      [.init(width: 450, [text(phrase, PageStyle.lead)])], gap: 0, after: 7, keepWithNext: true)
  }

  func heading(_ words: Phrase, _ destination: String? = nil, before: Double = 17.5) -> Paragraph {
    text(
      words, PageStyle.heading, role: .heading(2), before: before, after: 3.5,
      keepWithNext: true, destination: destination)
  }

  func sideHead(_ words: Phrase, after: Double = 0) -> Paragraph {
    text(words, PageStyle.sideHead, role: .heading(2), after: after, keepWithNext: true)
  }

  /// What an empty section says.
  func nothing(_ style: PageStyle.Text = PageStyle.body, before: Double = 0) -> Paragraph {
    text(say(.none), style.with(PageStyle.secondary), before: before)
  }

  /// `and 3 more [7, 9, 11]`; without their numbers where they are too many to be looked up.
  func andMore(_ events: [Event]) -> Phrase {
    events.count > Self.mostCited
      ? say(.andMoreBare, ["n": events.count])
      : say(.andMore, ["n": events.count, "cite": Phrase.cite(events)])
  }

  /// More numbers are not looked up.
  static let mostCited = 16

  // MARK: Cells of events

  /// The number of an event, leading to its row in the chronology.
  func numberCell(_ event: Event, _ style: PageStyle.Text = PageStyle.cellNumber) -> Cell {
    Cell([number(event, style)])
  }

  func number(_ event: Event, _ style: PageStyle.Text = PageStyle.cellNumber) -> Paragraph {
    let number = numbering.number(of: event.id).map { "\($0)" } ?? ""
    let run = Run(
      number, style.font, style.color, link: .destination("event-" + event.id),
      note: story.linkNote(event.id))
    return Paragraph([run], leading: face(style).leading, role: nil)
  }

  func sourceCell(_ event: Event, _ style: PageStyle.Text = PageStyle.cellSource) -> Cell {
    cell("\(source: story.sources(event, limit: hasManyDocuments ? 2 : 6))", style)
  }

  /// The column of sources: narrow where there is one document.
  var sourceColumn: TableColumn { TableColumn(hasManyDocuments ? 74 : 42) }

  var hasManyDocuments: Bool { story.ledger.documents.count > 1 }

  /// The column of numbers: as wide as the largest.
  var numberColumn: TableColumn { numberColumn(room: 0) }

  /// The same with room after the number, in tables without gaps.
  func numberColumn(room: Double) -> TableColumn {
    let digits = Double(max(2, "\(story.events.count)".count))
    return TableColumn(digits * 4.8 + room)
  }

  /// An event's date words.
  func dateCell(_ event: Event, _ style: PageStyle.Text = PageStyle.cell) -> Cell {
    cell(dates.words(event), style)
  }

  /// The shape of a domain beside a line of text.
  func mark(_ domain: Domain, _ style: PageStyle.Text, radius: Double = 2.5) -> Picture {
    PageStyle.mark(
      domain, in: story.settings.theme, radius: radius, leading: face(style).leading,
      baseline: baseline(style))
  }

  /// The same with the domain's name for those who can't see it.
  func spokenMark(_ domain: Domain, _ style: PageStyle.Text) -> Picture {
    let mark = mark(domain, style)
    return Picture(
      spoken: naming.title(domain), mark.items, size: mark.size, baseline: mark.baseline)
  }

  // MARK: Rows

  /// A row of column titles over the heavy rule of a table.
  func head(_ titles: [Language.Key?], _ style: PageStyle.Text = PageStyle.tableHead) -> Row {
    let cells = titles.map { title -> Cell in
      var cell = cell(title.map { say($0) } ?? "", style)
      cell.isHeader = true
      return cell
    }
    return Row(cells, bottom: 3.5, ruleBelow: PageStyle.sectionRule)
  }

  /// Those with an entry in the chronology, and what a table says of the others.
  func printed(_ events: [Event]) -> (events: [Event], left: [any Block]) {
    let shown = events.filter { story.printed.contains($0.id) }
    guard shown.count < events.count else { return (events, []) }
    let words = say(.tableLeft, ["n": events.count - shown.count])
    return (shown, [text(words, PageStyle.note, before: 3.5)])
  }

  /// Rows of which no page has the last alone; of a few all stand together.
  func kept(_ rows: [Row]) -> [Row] {
    var rows = rows
    for index in rows.indices.dropLast()
    where rows.count <= Self.mostTogether || index >= rows.count - 2 {
      rows[index].keepWithNext = true
    }
    return rows
  }

  private static let mostTogether = 4

  func row(_ cells: [Cell], destination: String? = nil) -> Row {
    Row(cells, top: 3.5, bottom: 3.5, ruleBelow: PageStyle.rowRule, destination: destination)
  }

  /// The headline with what is doubtful or only announced after it.
  func line(_ event: Event) -> Phrase {
    let words = story.namedHeadline(event)
    if let proposal = dates.proposal(event) { return "\(words) \(flag: "(\(proposal))")" }
    switch event.content.status {
    case .planned:
      // Some say so themselves.
      return words.hasPrefix("Planned")
        ? "\(words)" : say(.lineAnnounced, ["headline": words])
    case .hypothetical: return say(.lineConditional, ["headline": words])
    default:
      let isMarked = words.contains("total")
      return event.content.isAggregate && !isMarked
        ? say(.lineTotal, ["headline": words]) : "\(words)"
    }
  }

  /// A paper that something is wanting of, with what that is.
  func open(_ event: Event) -> Phrase {
    let standing = story.standing(event)
    let title = story.paperTitle(event)
    guard standing.isWanting, let word = say.word(.standing, standing.rawValue) else {
      return "\(title)"
    }
    return say(.openStanding, ["headline": title, "standing": word])
  }

  /// The line of an event in a list of all, with what a document says against it and the earlier entry
  /// that it may tell again.
  func entry(_ event: Event) -> Phrase {
    var line = self.line(event)
    if let denial = story.denial(of: event) {
      line =
        say(
          .lineDenied,
          [
            "headline": line, "document": denial.document,
            "words": Phrase.flag(say.isolated(Quotation.marked(denial.words))),
          ])
    }
    guard let first = story.retold.first[event.id] else { return line }
    return say(.lineRetold, ["headline": line, "cite": Phrase.cite(first)])
  }

  /// What ends a page that goes on with an entry.
  func followNote(_ number: Int, of last: Int) -> Paragraph {
    let words: Phrase
    switch last - number {
    case ...0: words = say(.followsOne, ["n": last])
    case 1: words = say(.followsTwo, ["n": number, "last": last])
    default: words = say(.followsMany, ["n": number, "last": last])
    }
    return text(words, PageStyle.note, role: .artifact, alignment: .end)
  }
}
