import Chronicle
import Drawing
import Layout

/// What a person fills in for the meeting beyond the first page, and beside it what the documents
/// have for it: the people they name, and the terms that one side uses and the other refuses.
struct MeetingSection {
  let writer: PageWriter
  /// Whether the points are more than the first page has room for.
  private let hasMorePoints: Bool

  /// - Parameter card: the first page.
  init(writer: PageWriter, card: PageTemplate) {
    self.writer = writer
    let settings = writer.story.settings
    let points = settings.objectives + settings.pointsToMake + settings.pointsToAvoid
    hasMorePoints = !points.isEmpty && CardPage(writer: writer, template: card).isCut
  }

  static let destination = "meeting"
  private static let ruledLines = 4
  private static let lineStep = 21.0
  private static let gap = 24.0
  private static let mostPeople = 12
  private static let fewestPeople = 6

  private var story: Story { writer.story }
  private var settings: BriefingSettings { story.settings }
  private var say: Language { writer.say }

  /// Whether a person filled in anything of it.
  var isFilled: Bool {
    !settings.theirPoints.isEmpty || !settings.sensitivities.isEmpty
      || !settings.biographies.isEmpty || hasMorePoints
  }

  var blocks: [any Block] { blocks(people: Self.mostPeople) }

  /// The same with as many people as its last page has room for, and lines for notes where there is
  /// more room still.
  func blocks(filling template: PageTemplate) -> [any Block] {
    guard isFilled, settings.hasBlanks else { return blocks }
    func composed(_ blocks: [any Block]) -> Composer {
      Composer(Galley([Section(template, blocks)], writer.setter), leastRoom: 0)
    }
    // A page for the last few of the people alone is none.
    let fewest = blocks(people: Self.fewestPeople)
    let pageCount = composed(fewest).pageCount
    let height = template.body.height
    let row = 3.5 + writer.face(PageStyle.cell).leading
    let most = Self.fewestPeople + Int((1 - composed(fewest).lastFill) * height / row)
    let best =
      (Self.fewestPeople...most).reversed().lazy.map(blocks(people:))
      .first { composed($0).pageCount == pageCount } ?? fewest
    let room = (1 - composed(best).lastFill) * height
    let lines = Int((room - Self.notesHead) / Self.lineStep)
    guard lines >= Self.leastNotes else { return best }
    return best + [writer.heading(say(.notes), before: 14)]
      + RuledLines.blocks(lines, step: Self.lineStep)
  }

  /// The heading of the notes with its room.
  private static let notesHead = 14.0 + 16 + 3.5
  private static let leastNotes = 3

  private func blocks(people count: Int) -> [any Block] {
    let people = people(most: count)
    let title = writer.title(.titleMeeting, Self.destination, after: 0)
    guard isFilled else {
      let blanks = settings.hasBlanks ? self.blanks : []
      let found = blanks + terms + (blanks.isEmpty ? [] : biographies) + people
      return found.isEmpty ? [] : [title] + found
    }
    return [title] + points + list(.theirPoints, settings.theirPoints)
      + list(.sensitivities, settings.sensitivities) + terms + biographies + people
  }

  /// Nothing filled in: lines to write on, side by side.
  private var blanks: [any Block] {
    let width = (482 - Self.gap) / 2
    func part(_ name: Language.Key) -> SideBySide.Part {
      .init(
        width: width,
        [writer.heading(say(name), before: 0)]
          + RuledLines.blocks(Self.ruledLines, step: Self.lineStep))
    }
    return [
      SideBySide([part(.theirPoints), part(.sensitivities)], gap: Self.gap, before: 7)
    ]
  }

  // MARK: Points

  /// Those of the first page again where it may not hold them all.
  private var points: [any Block] {
    guard hasMorePoints else { return [] }
    return list(.objectives, settings.objectives) + list(.pointsToMake, settings.pointsToMake)
      + list(.pointsToAvoid, settings.pointsToAvoid)
  }

  private func list(_ name: Language.Key, _ points: [String]) -> [any Block] {
    let points = filled(points)
    return points.isEmpty ? [] : [writer.heading(say(name), before: 14)] + points
  }

  private func filled(_ points: [String]) -> [any Block] {
    guard !points.isEmpty else { return ruled }
    return NumberedList.blocks(points.map { "\($0)" }, PageStyle.lead, writer)
  }

  private var ruled: [any Block] {
    guard settings.hasBlanks else { return [] }
    return RuledLines.blocks(Self.ruledLines, step: Self.lineStep)
  }

  // MARK: Sensitivities

  /// The contested terms that the documents use, with where each first stands.
  private var terms: [any Block] {
    let contested = Contested(settings.contestedTerms)
    let places = Contested(Contested.places)
    return [
      line(.termsUsed, "terms", contested, of: story.events),
      line(
        .placesUsed, "places", places,
        of: story.events.filter { $0.content.flags.contains("contested") }),
    ].compactMap { $0 }
  }

  /// The terms that events use, each with where it first stands; nil for none.
  private func line(
    _ key: Language.Key, _ filling: String, _ contested: Contested, of events: [Event]
  ) -> (any Block)? {
    let perEvent = events.map { event in
      (event: event, terms: Set(contested.used(in: event.mentions.map(\.quote), longest: true)))
    }
    let used = Set(perEvent.flatMap(\.terms)).sorted()
    guard !used.isEmpty else { return nil }
    let entries = used.map { term -> Phrase in
      let own = perEvent.filter { $0.terms.contains(term) }.map(\.event)
      return "\(quote: term) \(cite: Array(own.prefix(4)))"
    }
    let list = Phrase.joined(entries, say(.semicolon))
    return writer.text(say(key, [filling: list]), PageStyle.side, before: 7)
  }

  // MARK: People

  private var biographies: [any Block] {
    let heading = writer.heading(say(.biographies), before: 14)
    guard !settings.biographies.isEmpty else { return ruled.isEmpty ? [] : [heading] + ruled }
    return [heading]
      + settings.biographies.map { biography in
        writer.text(
          "\(strong: biography.name + ".") \(biography.text)", PageStyle.lead, after: 7)
      }
  }

  /// The people whom the documents name, those of the newest events first.
  private func people(most: Int) -> [any Block] {
    let all = PeopleIndex(story: story).people
    guard !all.isEmpty else { return [] }
    var rows = all.prefix(most).map { person in
      Row(
        [
          writer.cell(person.name), writer.cell(person.role),
          writer.cell(person.side.map(writer.naming.name) ?? ""),
          writer.cell(Phrase.cite(Array(person.events.suffix(6)))),
        ], top: 3.5)
    }
    if all.count > rows.count { rows[rows.count - 1].keepWithNext = true }
    let titles: [Language.Key?] = [.columnName, .columnRole, .columnState, .columnEvents]
    var blocks: [any Block] = [
      writer.heading(say(.titlePeople), before: 14),
      Table(
        [TableColumn(share: 5), TableColumn(share: 4), TableColumn(90), TableColumn(110)], gap: 6,
        head: [writer.head(titles)], rows: rows),
    ]
    if all.count > rows.count {
      blocks.append(
        writer.text(say(.andMoreBare, ["n": all.count - rows.count]), PageStyle.note, before: 3.5))
    }
    return blocks
  }
}

/// The people whom the events name.
struct PeopleIndex {
  let story: Story

  struct Person {
    var name: String
    /// As last told.
    var role: String
    var side: String?
    /// In the order of their numbers.
    var events: [Event]
  }

  /// Those of the newest events first.
  var people: [Person] {
    var people: [Person] = []
    var known: [String: Int] = [:]
    let whole = wholeNames
    for event in story.events {
      for var participant in event.content.participants {
        participant.name = whole[participant.name] ?? participant.name
        if let index = known[participant.name] {
          if people[index].events.last?.id != event.id { people[index].events.append(event) }
          if !participant.role.isEmpty { people[index].role = participant.role }
          people[index].side = participant.side ?? people[index].side
        } else {
          known[participant.name] = people.count
          people.append(
            Person(
              name: participant.name, role: participant.role, side: participant.side,
              events: [event]))
        }
      }
    }
    fillRoles(&people)
    let newest = { (person: Person) in
      person.events.last { $0.drawnDate != nil }.map(story.number) ?? 0
    }
    return people.enumerated().sorted {
      (newest($1.element), $0.offset) < (newest($0.element), $1.offset)
    }.map(\.element)
  }

  /// Names that are the end of just one longer name of the same side or none: "Mohmand" of "Saeed
  /// Khan Mohmand".
  private var wholeNames: [String: String] {
    var sides: [String: Set<String>] = [:]
    for person in story.events.lazy.flatMap(\.content.participants) {
      sides[person.name, default: []].formUnion(person.side.map { [$0] } ?? [])
    }
    var whole: [String: String] = [:]
    for name in sides.keys {
      let longer = sides.keys.filter { $0.hasSuffix(" " + name) }
      // Of several, one that ends all others' names is the same person's.
      guard let longest = longer.max(by: { ($0.count, $1) < ($1.count, $0) }),
        longer.allSatisfy({ $0 == longest || longest.hasSuffix(" " + $0) }),
        sides[name, default: []].union(sides[longest, default: []]).count < 2
      else { continue }
      whole[name] = longest
    }
    return whole
  }

  /// Where no event tells a role, the headline may, "Ambassador Qaiser arrives", or the document that
  /// the person wrote.
  private func fillRoles(_ people: inout [Person]) {
    for index in people.indices where people[index].role.isEmpty {
      let last = PersonalName.surname(of: people[index].name)
      people[index].role =
        people[index].events.lazy.compactMap { event -> String? in
          let words = event.content.headline.split(separator: " ").map(String.init)
          guard let place = words.firstIndex(of: last) else { return nil }
          let titles = words[..<place].prefix { Self.titles.contains($0) }
          return titles.isEmpty ? nil : titles.joined(separator: " ")
        }.first ?? ""
      guard people[index].role.isEmpty,
        let own = story.ledger.documents.first(where: { $0.author == people[index].name }),
        let voice = own.voice, voice != own.author
      else { continue }
      people[index].role = voice
      people[index].side = people[index].side ?? (own.side == "neutral" ? nil : own.side)
    }
  }

  private static let titles: Set<String> = [
    "President", "Prime", "Minister", "Foreign", "Defence", "Ambassador", "Speaker", "Deputy",
    "General", "Secretary", "Marshal", "Air", "Chief", "Senator", "Admiral",
  ]
}
