import Analytics
public import Chronicle
import Chronology
public import Drawing
import Layout

/// Makes the briefing of a ledger: which sections it has, and what stands in them.
public struct BriefingMaker {
  private let story: Story
  private let measurer: any TextMeasurer
  private let attachments: [Attachment]

  /// - Parameters:
  ///   - ledger: all events, with the documents that tell them.
  ///   - settings: what a person set, and what the run knows of the edition.
  ///   - measurer: of the fonts that the pages will be drawn with.
  ///   - attachments: files that the document carries.
  public init(
    ledger: Ledger, settings: BriefingSettings, measurer: any TextMeasurer,
    attachments: [Attachment] = []
  ) {
    story = Story(ledger, settings)
    self.measurer = measurer
    self.attachments = attachments
  }

  /// The numbers by which pages and figures name events.
  public var numbers: [String: Int] { story.numbering.numbers }

  /// The pages with their outline.
  ///
  /// Composed until the page numbers that they print are those at which things stand: twice as a
  /// rule.
  public func document() -> PagedDocument {
    let setter = Typesetter(measurer)
    let figures = FigureShelf(story: story, measurer: measurer)
    var index = PageIndex()
    var pages: [Page] = []
    for _ in 0..<4 {
      let writer = PageWriter(story: story, setter: setter, pages: index, figure: figures.frame)
      pages = Composer.pages(sections(writer), setter)
      let next = PageIndex(pages)
      if next == index { break }
      index = next
    }
    return PagedDocument(
      pages: pages, outline: outline(index), title: title, subject: "Bilateral briefing",
      keywords: story.ledger.parties.map(story.naming.name), language: story.settings.language,
      date: date, attachments: attachments)
  }

  private var title: String {
    let asOf = story.ledger.asOf.map { " as of \(DateText.words($0))" } ?? ""
    return "\(story.title): briefing\(asOf)"
  }

  /// `2017-01-16`; a fixed day where no document has a date.
  private var date: String {
    guard let parts = story.ledger.asOf?.components else { return "1970-01-01" }
    func two(_ n: Int) -> String { n < 10 ? "0\(n)" : "\(n)" }
    return "\(parts.year)-\(two(parts.month))-\(two(parts.day))"
  }

  private func sections(_ writer: PageWriter) -> [Section] {
    let sheets = Sheets(story: story)
    let form = story.settings.form
    var sections = [
      Section(sheets.card, plate: CardPage(writer: writer, template: sheets.card).items)
    ]
    if form != .card { sections += plate(writer, sheets.plate) }
    guard form == .full else { return sections }
    let body = sheets.body
    let support = SupportSection(writer: writer).blocks
    let doubts = DoubtSection(writer: writer).blocks
    sections.append(
      Section(body, PatternSection(writer: writer, height: body.area.height - body.opening).blocks))
    let flow = [
      StateSection(writer: writer).blocks, VisitsSection(writer: writer).blocks, support + doubts,
      ChronologySection(writer: writer).blocks,
      SourcesSection(writer: writer).blocks + EvidenceSection(writer: writer).blocks,
    ]
    sections += flow.enumerated().map { Section(body, $1, joint: $0 == 0 ? nil : Self.joint) }
    return sections
  }

  /// A section begins below the one before where less than seven tenths of a page are full.
  private static let joint = Section.Joint(
    leastRoom: 0.3,
    opening: [Rule(PageStyle.pageRule, before: 26, after: 6)])

  static let timelineDestination = "timeline"

  private func plate(_ writer: PageWriter, _ template: PageTemplate) -> [Section] {
    let area = template.area
    let room = Size(area.width, area.height - template.opening)
    guard let frame = writer.figure(.timeline, room) else { return [] }
    let figure = Tagged(.section, destination: Self.timelineDestination, [Picture(figure: frame)])
    return [Section(template, [figure])]
  }

  private func outline(_ index: PageIndex) -> [OutlineEntry] {
    let entries: [(String, Int, String)] =
      [
        ("At a glance", 1, CardPage.destination), ("Timeline", 1, Self.timelineDestination),
        ("Pattern by year and domain", 1, PatternSection.destination),
        ("State of play", 1, StateSection.destination),
      ]
      + story.tally.domains.map { (Naming.title($0), 2, "domain-" + $0.rawValue) }
      + [
        ("Visits, meetings and agreements", 1, VisitsSection.destination),
        ("Agreements", 2, VisitsSection.agreementsDestination),
        ("Mechanisms", 2, VisitsSection.mechanismsDestination),
        ("What each side did for the other", 1, SupportSection.destination),
        ("Conflicting and doubtful dates", 1, DoubtSection.destination),
        ("Chronology", 1, ChronologySection.destination),
        ("Without a date", 2, ChronologySection.undatedDestination),
        ("Sources and method", 1, SourcesSection.destination),
        ("Evidence", 1, EvidenceSection.destination),
      ]
    return entries.filter { index.page(of: $0.2) != nil }.map {
      OutlineEntry($0.0, level: $0.1, destination: $0.2)
    }
  }
}
