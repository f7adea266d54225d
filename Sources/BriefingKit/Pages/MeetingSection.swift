import Chronicle
import Drawing
import Layout

/// What a person fills in for the meeting beyond the first page, and beside it what the documents
/// have for it: the people they name, and the terms that one side uses and the other refuses.
struct MeetingSection {
  let writer: PageWriter

  static let destination = "meeting"
  private static let ruledLines = 4
  private static let lineStep = 21.0
  private static let gap = 24.0
  private static let mostPeople = 12

  private var story: Story { writer.story }
  private var settings: BriefingSettings { story.settings }
  private var say: Language { writer.say }

  /// Whether a person filled in anything of it.
  var isFilled: Bool {
    !settings.theirPoints.isEmpty || !settings.sensitivities.isEmpty
      || !settings.biographies.isEmpty || hasMorePoints
  }

  /// Points that are more than the first page has room for.
  private var hasMorePoints: Bool {
    [settings.objectives, settings.pointsToMake, settings.pointsToAvoid].contains { points in
      points.reduce(0) { $0 + 1 + $1.count / 34 } > 9
    }
  }

  var blocks: [any Block] {
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
    return NumberedList.blocks(points, PageStyle.lead, number: 14, writer)
  }

  private var ruled: [any Block] {
    guard settings.hasBlanks else { return [] }
    return RuledLines.blocks(Self.ruledLines, step: Self.lineStep)
  }

  // MARK: Sensitivities

  /// The contested terms that the documents use, with where each first stands.
  private var terms: [any Block] {
    let contested = Contested(settings.contestedTerms)
    let used = contested.used(in: story.events.flatMap { $0.mentions.map(\.quote) })
    guard !used.isEmpty else { return [] }
    let entries = used.map { term -> Phrase in
      let events = story.events.filter { event in
        event.mentions.contains { contested.used(in: [$0.quote]).contains(term) }
      }
      return "\(quote: term) \(cite: Array(events.prefix(4)))"
    }
    return [
      writer.text(
        say(.termsUsed, ["terms": Phrase.joined(entries, say(.semicolon))]), PageStyle.side,
        before: 7)
    ]
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
  private var people: [any Block] {
    let all = PeopleIndex(story: story).people
    guard !all.isEmpty else { return [] }
    let rows = all.prefix(Self.mostPeople).map { person in
      Row(
        [
          writer.cell(person.name), writer.cell(person.role),
          writer.cell(person.side.map(writer.naming.name) ?? ""),
          writer.cell(Phrase.cite(Array(person.events.suffix(6)))),
        ], top: 3.5)
    }
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
    for event in story.events {
      for participant in event.content.participants {
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
    let newest = { (person: Person) in
      person.events.last { $0.drawnDate != nil }.map(story.number) ?? 0
    }
    return people.enumerated().sorted {
      (newest($1.element), $0.offset) < (newest($0.element), $1.offset)
    }.map(\.element)
  }
}
