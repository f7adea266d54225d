import Chronicle
import Drawing
import Layout

/// Every sentence that tells an event, under the event's number.
struct EvidenceSection {
  let writer: PageWriter

  static let destination = "evidence"
  /// The most sentences of one event that must stand in one column.
  private static let together = 5
  private var story: Story { writer.story }

  var blocks: [any Block] {
    [writer.heading("Evidence", Self.destination)]
      + (story.events.isEmpty
        ? [writer.nothing()] : [ColumnFlow(count: 2, gap: 24, story.events.map(group))])
  }

  private func group(_ event: Event) -> any Block {
    let hasManyDocuments = story.ledger.documents.count > 1
    let number = story.numbering.numbers[event.id] ?? 0
    let count = story.events.count
    let range = number == count ? "Entry \(count) follows" : "Entries \(number) to \(count) follow"
    let note = writer.text(
      "\(range) on the next page.", PageStyle.note, role: .artifact, alignment: .end)
    let keeps = event.mentions.count <= Self.together
    let rows = event.mentions.enumerated().map { index, mention -> Row in
      let reference =
        hasManyDocuments
        ? "\(mention.document)\u{A0}l.\(mention.line)" : "l.\(mention.line)"
      let quote = writer.text("\(quote: mention.quote)", PageStyle.quote, role: nil)
      let first = index == 0 ? writer.numberCell(event) : Cell()
      let source = Cell(
        [Run(reference, PageStyle.cellSource.font, PageStyle.cellSource.color)],
        leading: PageStyle.quote.leading)
      return Row(
        [first, Cell([quote]), source], bottom: index == event.mentions.count - 1 ? 3.4 : 2.4,
        keepWithNext: keeps && index < event.mentions.count - 1,
        destination: Story.quoteName(event, index), breakNote: index == 0 ? note : nil)
    }
    return Table(
      [TableColumn(17), TableColumn(share: 1), TableColumn(hasManyDocuments ? 34 : 24, .end)],
      rows: rows, isTagged: false)
  }
}
