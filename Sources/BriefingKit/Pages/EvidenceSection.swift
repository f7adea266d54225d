import Chronicle
import Drawing
import Layout

/// Every sentence that tells an event, under the event's number; a sentence that tells several is
/// quoted once.
struct EvidenceSection {
  let writer: PageWriter

  static let destination = "evidence"
  /// The most sentences of one event that must stand in one column.
  private static let together = 8
  private var story: Story { writer.story }

  /// Where a sentence stands in a document.
  private struct Place: Hashable {
    var document: String
    var line: Int
    var quote: String

    init(_ mention: Mention) {
      document = mention.document
      line = mention.line
      quote = mention.quote
    }
  }

  /// Events in a row that the same sentences tell.
  private struct Group {
    var events: [Event]
    var places: [Place]
  }

  var blocks: [any Block] {
    let heading = writer.heading(writer.say(.titleEvidence), Self.destination)
    guard !story.events.isEmpty else { return [heading, writer.nothing()] }
    var quoted: [Place: Event] = [:]
    var tables: [any Block] = []
    for group in groups {
      tables.append(table(group, quoted))
      for place in group.places where quoted[place] == nil { quoted[place] = group.events[0] }
    }
    return [heading, ColumnFlow(count: 2, gap: 24, tables)]
  }

  private var groups: [Group] {
    var groups: [Group] = []
    for event in story.events where story.printed.contains(event.id) && !event.mentions.isEmpty {
      var places: [Place] = []
      for place in event.mentions.map(Place.init) where !places.contains(place) {
        places.append(place)
      }
      if let last = groups.last, last.places == places {
        groups[groups.count - 1].events.append(event)
      } else {
        groups.append(Group(events: [event], places: places))
      }
    }
    return groups
  }

  private func table(_ group: Group, _ quoted: [Place: Event]) -> any Block {
    let keeps = group.places.count <= Self.together
    let rows = group.places.enumerated().map { index, place -> Row in
      let last = index == group.places.count - 1
      var row = Row(
        [
          Cell(numbers(group, index)), Cell([words(place, quoted)]),
          writer.cell(reference(place), source),
        ], bottom: 3.5, keepWithNext: keeps && !last,
        breakNote: index == 0 ? note(group) : nil)
      if index > 0 { row.opening = [writer.number(group.events[0])] }
      return row
    }
    return Table(
      [
        TableColumn(story.events.count > 999 ? 24 : 20), TableColumn(share: 1),
        TableColumn(writer.hasManyDocuments ? 34 : 24, .end),
      ], rows: rows, isTagged: false)
  }

  private var source: PageStyle.Text {
    var style = PageStyle.cellSource
    style.leading = PageStyle.quote.leading
    return style
  }

  private func reference(_ place: Place) -> String {
    writer.say.isolated(
      writer.hasManyDocuments
        ? writer.say.string(.lineReference, ["document": place.document, "line": place.line])
        : writer.say.string(.lineShort, ["line": place.line]))
  }

  /// The numbers of a group's events at its first sentence, each the place where links find that
  /// event's quotation; the other sentences have only the place.
  private func numbers(_ group: Group, _ index: Int) -> [any Block] {
    group.events.flatMap { event -> [any Block] in
      let own = event.mentions.indices.filter { Place(event.mentions[$0]) == group.places[index] }
      return own.enumerated().map { place, mention in
        let number: any Block = index == 0 && place == 0 ? writer.number(event) : Space(0)
        return Tagged(.group, destination: Story.quoteName(event, mention), [number])
      }
    }
  }

  private func words(_ place: Place, _ quoted: [Place: Event]) -> any Block {
    if let earlier = quoted[place] {
      return writer.text(
        writer.say(.quotedAt, ["cite": Phrase.cite(earlier)]),
        PageStyle.quote.with(PageStyle.secondary), role: nil)
    }
    return writer.text(Phrase.quote(place.quote), PageStyle.quote, role: nil)
  }

  private func note(_ group: Group) -> Paragraph {
    let last = story.events.last { story.printed.contains($0.id) }
    return writer.followNote(story.number(group.events[0]), of: last.map(story.number) ?? 0)
  }
}
