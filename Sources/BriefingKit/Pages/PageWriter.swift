import Chronicle
import Drawing
import Layout

/// Sets phrases in the faces of the pages; the sections are written with it.
struct PageWriter {
  let story: Story
  let setter: Typesetter
  /// Where things stood when the pages were last composed.
  let pages: PageIndex
  /// The figure of a name at a width; nil when there are too few events for it.
  let figure: (FigureKind, Size) -> Frame?

  enum FigureKind: Hashable {
    case miniTimeline
    case timeline
    case countsByYear
    case yearByDomain
    case countsByDomain
    case visits
  }

  var numbering: Numbering { story.numbering }
  var naming: Naming { story.naming }

  /// What an empty section says.
  static let none = "none in these documents"

  /// `page 7`; "the chronology" while pages are not yet known.
  func page(_ destination: String) -> String {
    pages.page(of: destination).map { "page\u{A0}\($0)" } ?? "page\u{A0}0"
  }

  func text(
    _ phrase: Phrase, _ style: PageStyle.Text, role: Role? = .paragraph, before: Double = 0,
    after: Double = 0, keepWithNext: Bool = false, keepTogether: Bool = false,
    alignment: Alignment = .start, indent: Double = 0, hang: Double = 0,
    destination: String? = nil
  ) -> Paragraph {
    Paragraph(
      phrase.runs(style, numbering), leading: style.leading, alignment: alignment, role: role,
      before: before, after: after, indent: indent, hang: hang, keepWithNext: keepWithNext,
      keepTogether: keepTogether, destination: destination)
  }

  func cell(_ phrase: Phrase, _ style: PageStyle.Text = PageStyle.cell, span: Int = 1) -> Cell {
    Cell(phrase.runs(style, numbering), leading: style.leading, span: span)
  }

  /// The number of an event, leading to its row in the chronology.
  func numberCell(_ event: Event, _ style: PageStyle.Text = PageStyle.cellNumber) -> Cell {
    Cell([number(event, style)])
  }

  func number(_ event: Event, _ style: PageStyle.Text = PageStyle.cellNumber) -> Paragraph {
    let number = numbering.number(of: event.id).map { "\($0)" } ?? ""
    let run = Run(number, style.font, style.color, link: .destination("event-" + event.id))
    return Paragraph([run], leading: style.leading, role: nil)
  }

  func sourceCell(_ event: Event, leading: Double? = nil) -> Cell {
    var style = PageStyle.cellSource
    if let leading { style.leading = leading }
    return cell("\(source: story.sources(event))", style)
  }

  /// The column of sources: narrow where there is one document.
  var sourceColumn: TableColumn { TableColumn(story.ledger.documents.count > 1 ? 62 : 42) }

  /// A row of column titles under the heavy rule of a table.
  func head(_ titles: [String]) -> Row {
    let cells = titles.map { title -> Cell in
      var cell = cell(Phrase(stringLiteral: title), PageStyle.tableHead)
      cell.isHeader = true
      return cell
    }
    return Row(cells, bottom: 4, ruleBelow: PageStyle.sectionRule)
  }

  func row(_ cells: [Cell], destination: String? = nil) -> Row {
    Row(cells, top: 3.6, bottom: 3.2, ruleBelow: PageStyle.rowRule, destination: destination)
  }

  /// The title of a section, found by links and by the outline.
  func title(_ words: String, _ destination: String, after: Double = 6) -> Paragraph {
    text(
      Phrase(stringLiteral: words), PageStyle.title, role: .heading(1), after: after,
      keepWithNext: true, destination: destination)
  }

  func heading(_ words: String, _ destination: String? = nil, before: Double = 15) -> Paragraph {
    text(
      Phrase(stringLiteral: words), PageStyle.heading, role: .heading(2), before: before, after: 3,
      keepWithNext: true, destination: destination)
  }

  func nothing(before: Double = 0) -> Paragraph {
    text(
      Phrase(stringLiteral: PageWriter.none), PageStyle.body.with(PageStyle.secondary),
      before: before)
  }

  /// An event's date words, with the flag where another date is proposed.
  func dateCell(_ event: Event, _ style: PageStyle.Text = PageStyle.cell) -> Cell {
    cell(Phrase(stringLiteral: DateText.words(event)), style)
  }

  /// The headline with what is doubtful or only announced after it.
  func line(_ event: Event) -> Phrase {
    let words = story.wholeHeadline(event)
    if let proposal = DateText.proposal(event) { return "\(words) \(flag: "(\(proposal))")" }
    switch event.content.status {
    case .planned: return "\(words) (announced)"
    case .hypothetical: return "\(words) (conditional)"
    default:
      let isMarked = words.contains("total")
      return event.content.isAggregate && !isMarked ? "\(words) (a total)" : "\(words)"
    }
  }
}
