import Analytics
public import Chronicle
import Chronology
public import Drawing
import Layout

/// Makes the briefing of a ledger: which sections it has, and what stands in them.
public struct BriefingMaker {
  let story: Story
  let measurer: any TextMeasurer

  /// - Parameters:
  ///   - ledger: all events, with the documents that tell them.
  ///   - settings: what a person set, and what the run knows of the edition.
  ///   - measurer: of the fonts that the pages will be drawn with.
  public init(
    ledger: Ledger, settings: BriefingSettings, measurer: any TextMeasurer
  ) {
    self.init(story: Story(ledger, settings), measurer: measurer)
  }

  init(story: Story, measurer: any TextMeasurer) {
    self.story = story
    self.measurer = measurer
  }

  /// The numbers by which pages and figures name events.
  public var numbers: [String: Int] { story.numbering.numbers }

  /// The pages with their outline.
  public func document() -> PagedDocument { document(evidence: evidence) { [:] } }

  /// The same with evidence and figures that were made elsewhere; they are asked for when all else is
  /// set.
  func document<Fault: Error>(
    evidence: () throws(Fault) -> Galley, figures: () throws(Fault) -> FigureShelf.Frames
  ) throws(Fault) -> PagedDocument {
    let shelf = FigureShelf(story: story, measurer: measurer)
    let writer = writer(shelf)
    let text = Galley(flow(account(writer)), writer.setter)
    shelf.take(try figures())
    let galley = Galley(front(writer), writer.setter) + text + (try evidence())
    let (pages, index) = composed(galley).pages()
    return PagedDocument(
      pages: pages, outline: outline(index), title: story.runningTitle.loosened,
      subject: story.say.string(.subject), keywords: keywords, language: story.say.tag,
      date: date)
  }

  /// The figures that stand before the text.
  func figures() -> FigureShelf.Frames {
    let shelf = FigureShelf(story: story, measurer: measurer)
    _ = front(writer(shelf))
    return shelf.made
  }

  /// What stands at the end: the sources and the evidence.
  func evidence() -> Galley {
    let writer = writer(FigureShelf(story: story, measurer: measurer), series: 1)
    return Galley(flow(evidence(writer)), writer.setter)
  }

  private func writer(_ shelf: FigureShelf, series: Int = 0) -> PageWriter {
    let setter = Typesetter(
      measurer, grid: PageStyle.grid, isRightToLeft: story.say.isRightToLeft, series: series)
    return PageWriter(story: story, setter: setter, pages: PageIndex(), figure: shelf.frame)
  }

  /// The part of a page that must be free for a section to begin below another; less where else the
  /// last page would hold a few lines.
  private static let leastRooms = [0.2, 0.12]
  private static let mostRoom = 0.3
  private static let leastFill = 0.3

  private func composed(_ galley: Galley) -> Composer {
    var best = Composer(galley, leastRoom: Self.mostRoom)
    for leastRoom in Self.leastRooms where best.lastFill < Self.leastFill {
      let next = Composer(galley, leastRoom: leastRoom)
      if next.pageCount < best.pageCount { best = next }
    }
    return best
  }

  /// The states, and the marking.
  var keywords: [String] {
    story.ledger.parties.map(story.naming.name) + (story.settings.marking.map { [$0] } ?? [])
  }

  /// `2017-01-16`; a fixed day where no document has a date.
  var date: String { story.ledger.asOf?.description ?? "1970-01-01" }

  func sections(_ writer: PageWriter) -> [Section] {
    front(writer) + flow(account(writer)) + flow(evidence(writer))
  }

  /// The card, what is meant for the meeting if that is told, and the figures.
  private func front(_ writer: PageWriter) -> [Section] {
    let sheets = Sheets(story: story, measurer: measurer)
    let form = story.settings.form
    var sections = [
      writer.pages == nil
        ? Section(sheets.card, CardPage(writer: writer, template: sheets.card).blocks)
        : Section(sheets.card) { index in
          CardPage(writer: writer.knowing(index), template: sheets.card).items
        }
    ]
    let meeting = MeetingSection(writer: writer, card: sheets.card)
    if form == .full, meeting.isFilled {
      sections.append(
        Section(
          sheets.body,
          [
            Tagged(
              .section,
              writer.pages == nil
                ? meeting.blocks
                : meeting.blocks(filling: sheets.body))
          ]))
    }
    if form != .card { sections += plate(writer, sheets.plate) }
    guard form == .full else { return sections }
    let pattern = PatternSection(writer: writer, height: sheets.body.body.height)
    return sections + [Section(sheets.body, [Tagged(.section, pattern.blocks)])]
  }

  /// What the documents tell, in the order in which a reader wants it.
  private func account(_ writer: PageWriter) -> [[any Block]] {
    guard story.settings.form == .full else { return [] }
    let meeting = MeetingSection(
      writer: writer, card: Sheets(story: story, measurer: measurer).card)
    return [
      StateSection(writer: writer).blocks + AnniversarySection(writer: writer).blocks,
      VisitsSection(writer: writer).blocks,
      SupportSection(writer: writer).blocks + DoubtSection(writer: writer).blocks
        + DecisionsSection(writer: writer).blocks,
      meeting.isFilled ? [] : meeting.blocks, ChronologySection(writer: writer).blocks,
    ]
  }

  private func evidence(_ writer: PageWriter) -> [[any Block]] {
    guard story.settings.form == .full else { return [] }
    return [SourcesSection(writer: writer).blocks + EvidenceSection(writer: writer).blocks]
  }

  /// Sections whose text runs on from one to the next.
  private func flow(_ contents: [[any Block]]) -> [Section] {
    let body = Sheets(story: story, measurer: measurer).body
    let joint = [Rule(PageStyle.pageRule, before: 24.5, after: 7, dividesOnly: true)]
    return contents.filter { !$0.isEmpty }.map {
      Section(body, [Tagged(.section, $0)], joint: joint)
    }
  }

  static let timelineDestination = "timeline"

  /// The part of the plate that what a person filled in may take from the timeline.
  private static let mostOfPlate = 0.4

  private func plate(_ writer: PageWriter, _ template: PageTemplate) -> [Section] {
    let people = filledPart(writer, template)
    let area = template.area.width
    // On whole steps, as all that stands on a page.
    let taken =
      people.isEmpty ? 0 : Box(people, width: area, writer.setter).height + 3 * PageStyle.grid.step
    let room = Size(template.body.width, template.body.height - taken)
    let timeline = writer.figure(.timeline, room).map { frame in
      Tagged(
        .section, destination: Self.timelineDestination,
        [Picture(figure: frame, after: people.isEmpty ? 0 : 2 * PageStyle.grid.step)])
    }
    guard timeline != nil || !people.isEmpty else { return [] }
    return [Section(template, (timeline.map { [$0] } ?? []) + people)]
  }

  /// What a page of its own has in the full form, below the timeline.
  private func filledPart(_ writer: PageWriter, _ template: PageTemplate) -> [any Block] {
    guard story.settings.form == .twoPager else { return [] }
    let part = CardPeople.others(writer, width: template.area.width)
    guard part.count > 0 else { return [] }
    let room = template.body.height * Self.mostOfPlate
    return part.cut(room: room, least: 0)?.blocks ?? part.fewest
  }

  private func outline(_ index: PageIndex) -> [OutlineEntry] {
    let say = story.say
    func entry(_ key: Language.Key, _ level: Int, _ destination: String) -> OutlineEntry {
      OutlineEntry(say.string(key).loosened, level: level, destination: destination)
    }
    let entries: [OutlineEntry] =
      [
        entry(.titleCard, 1, CardPage.destination),
        entry(.titleTimeline, 1, Self.timelineDestination),
        entry(.titlePattern, 1, PatternSection.destination),
        entry(.titleState, 1, StateSection.destination),
      ]
      + story.tally.domains.map {
        OutlineEntry(
          story.naming.title($0), level: 2, destination: "domain-" + $0.rawValue)
      }
      + [
        entry(.headAnniversaries, 2, AnniversarySection.destination),
        entry(.titleVisits, 1, VisitsSection.destination),
        entry(.titleAgreements, 2, AgreementsSection.agreementsDestination),
        entry(.titleMechanisms, 2, AgreementsSection.mechanismsDestination),
        entry(.titleSupport, 1, SupportSection.destination),
        entry(.titleDoubts, 1, DoubtSection.destination),
        entry(.titleDecisions, 1, DecisionsSection.destination),
        entry(.titleMeeting, 1, MeetingSection.destination),
        entry(.titleChronology, 1, ChronologySection.destination),
        entry(.titleUndated, 2, ChronologySection.undatedDestination),
        entry(.titleSources, 1, SourcesSection.destination),
        entry(.titleEvidence, 1, EvidenceSection.destination),
      ]
    // In the order of the pages, whatever stands where.
    return entries.enumerated().compactMap { place, entry in
      index.place(of: entry.destination).map { ($0, place, entry) }
    }.sorted { ($0.0, $0.1) < ($1.0, $1.1) }.map(\.2)
  }
}
