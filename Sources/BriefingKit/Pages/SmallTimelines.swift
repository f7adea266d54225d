import Analytics
import Charts
import Chronicle
import Chronology
import Drawing

/// The twelve events that are named first, on one axis.
struct MiniTimeline {
  let story: Story
  let measurer: any TextMeasurer

  private static let most = 12
  /// Where there is room for more.
  private static let mostOfAll = 24
  private static let fewest = 3
  /// Fewer of many are not worth their room.
  private static let fewestOfMany = 6
  /// Events that are tried where the room is short.
  private static let tried = 30

  /// At most the height, if that isn't 0: then without events for which there is no room beside
  /// those named before them. nil where too few would stand.
  func frame(_ size: Size) -> Frame? {
    let ranked = self.ranked
    guard ranked.count >= Self.fewest else { return nil }
    let whole = frame(Array(ranked.prefix(Self.most)), width: size.width)
    if size.height <= 0 { return whole }
    if whole.size.height <= size.height { return grown(whole, ranked, size) }
    var chosen: [Event] = []
    var best: Frame?
    // What ranks below an event that found no room does not take its place.
    var lowest = Salience.other
    for event in ranked.prefix(Self.tried) where chosen.count < Self.most {
      let rank = Salience(of: event)
      guard rank <= lowest else { continue }
      let next = frame(chosen + [event], width: size.width)
      if next.size.height <= size.height {
        (chosen, best) = (chosen + [event], next)
      } else {
        lowest = min(lowest, max(rank, .headOfGovernment))
      }
    }
    return chosen.count >= min(Self.fewestOfMany, ranked.count) ? best : nil
  }

  /// With as many more events, in their order, as the height holds.
  private func grown(_ frame: Frame, _ ranked: [Event], _ size: Size) -> Frame {
    var best = frame
    let largest = min(ranked.count, Self.mostOfAll)
    for count in stride(from: Self.most + 1, through: largest, by: 1) {
      let next = self.frame(Array(ranked.prefix(count)), width: size.width)
      guard next.size.height <= size.height else { break }
      best = next
    }
    return best
  }

  /// By rank, but founding acts are half of them at most while others are told: those first that
  /// most sentences tell, then the earliest.
  private var ranked: [Event] {
    let all = Salience.ranked(able)
    let founding = all.filter { Salience(of: $0) == .founding }.sorted {
      ($1.mentions.count, story.number($0)) < ($0.mentions.count, story.number($1))
    }
    let others = all.filter { Salience(of: $0) != .founding }
    let most = max(Self.most / 2, Self.most - others.count)
    return founding.prefix(most) + others + founding.dropFirst(most)
  }

  private var able: [Event] {
    story.dated.filter { event in
      story.isBilateral(event) && event.isSure
        && event.drawnDate.map { $0.precision <= .year } == true
        && [.counted, .doubtful].contains(Column(of: event))
        && !story.isBeyondReach(event)
        && !(event.partOf != nil && story.numbering.indented.contains(event.id))
    }
  }

  private func frame(_ chosen: [Event], width: Double) -> Frame {
    let events = chosen.sorted { story.number($0) < story.number($1) }
    let entries = events.map { event in
      EventStrip.Entry(
        event: event, label: ShortHeadline.titled(story.headline(event)),
        number: story.numbering.numbers[event.id] ?? 0)
    }
    let rest = story.dated.count - events.count
    let isFull = story.settings.form == .full
    let some: Language.Key = isFull ? .stripSome : .stripSomeHere
    let note =
      rest > 0
      ? story.say.string(some, ["rest": rest])
      : isFull ? "" : story.say.string(.stripAllHere)
    let strip = EventStrip(
      lanes: [.init(name: "", entries: entries)], years: years(events), asOf: story.ledger.asOf,
      width: width, gutter: 0, note: note, theme: story.settings.theme, dates: story.dates,
      measurer: measurer)
    return FindingFrame.make(title: title(events), subtitle: nil, strip)
  }

  /// What is drawn, and how much of it are visits by leaders.
  private func title(_ events: [Event]) -> String {
    let all = Set(story.leaderVisits.map(\.id))
    let drawn = events.count { all.contains($0.id) }
    let isAll = drawn == all.count && drawn > 1
    return story.say.string(
      isAll ? .stripTitleAllVisits : all.count > 1 && drawn > 0 ? .stripTitleVisits : .stripTitle,
      ["n": events.count, "all": story.dated.count, "drawn": drawn, "visits": all.count])
  }

  private func years(_ events: [Event]) -> ClosedRange<Int> {
    StripYears.of(events, asOf: story.ledger.asOf)
  }
}

/// Visits and meetings of leaders, one lane for each direction.
struct CadenceStrip {
  let story: Story
  let measurer: any TextMeasurer

  /// nil where no leader's visit is told, or the parties are not two.
  func frame(_ size: Size) -> Frame? {
    guard let sides = story.sides else { return nil }
    let name = story.naming.name
    let lanes = [
      lane(
        "\(name(sides.ours)) \(story.say.arrow) \(name(sides.theirs))",
        story.leaderVisits(from: sides.ours, to: sides.theirs)),
      lane(
        "\(name(sides.theirs)) \(story.say.arrow) \(name(sides.ours))",
        story.leaderVisits(from: sides.theirs, to: sides.ours)),
      lane(story.say.string(.laneMeetings), story.leaderMeetings),
    ]
    let events = lanes.flatMap { $0.entries.map(\.event) }
    guard events.count > 1 else { return nil }
    let longest = lanes.map { measurer.width(of: $0.name, EventStrip.laneFont) }.max() ?? 0
    let strip = EventStrip(
      lanes: lanes, years: StripYears.of(events, asOf: story.ledger.asOf),
      asOf: story.ledger.asOf, width: size.width,
      gutter: min(170, max(100, longest + EventStrip.besideName)),
      note: "", theme: story.settings.theme, dates: story.dates, measurer: measurer)
    return FindingFrame.make(
      title: FindingSentences(story: story).leaders,
      subtitle: story.say.string(.stripVisits, ["documents": story.theseDocuments]), strip)
  }

  private func lane(_ name: String, _ events: [Event]) -> EventStrip.Lane {
    EventStrip.Lane(
      name: name,
      entries: events.map { event in
        EventStrip.Entry(
          event: event, label: people(event), number: story.numbering.numbers[event.id] ?? 0)
      })
  }

  /// The last words of names; the headline where nobody is named.
  private func people(_ event: Event) -> String {
    let names = story.visitors(event).prefix(3).map {
      story.naming.short($0, hasRole: false)
    }
    return names.isEmpty ? story.headline(event) : story.say.list(names)
  }
}

enum StripYears {
  static func of(_ events: [Event], asOf: Day?) -> ClosedRange<Int> {
    let years = events.compactMap { $0.drawnDate.flatMap { $0.earliest ?? $0.latest }?.year }
    let first = years.min() ?? asOf?.year ?? 2000
    let last = max(years.max() ?? first, asOf?.year ?? first)
    return min(first, last - 4)...last
  }
}

/// Titles that are findings, made of counts.
struct FindingSentences {
  let story: Story

  /// `7 visits by leaders, the last in March 2015: 5 to Azerbaijan, 2 to Pakistan`.
  var leaders: String {
    let say = story.say
    let visits = story.leaderVisits
    guard let sides = story.sides, let last = visits.last else {
      return say.string(.findingNoVisit)
    }
    let when = story.dates.whenInMonth(last)
    if visits.count == 1, let way = story.direction(last) {
      return say.string(
        .findingVisit, ["n": 1, "when": when, "to": story.naming.inSentence(way.to)])
    }
    let there = story.leaderVisits(from: sides.ours, to: sides.theirs)
    let here = story.leaderVisits(from: sides.theirs, to: sides.ours)
    func count(_ visits: [Event]) -> String {
      visits.isEmpty ? say.string(.figNone) : "\(visits.count)"
    }
    return say.string(
      .findingVisits,
      [
        "n": visits.count, "when": when, "there": count(there), "here": count(here),
        "theirs": story.naming.inSentence(sides.theirs),
        "ours": story.naming.inSentence(sides.ours),
      ])
  }
}

enum FindingFrame {
  /// A strip below its title.
  static func make(title: String, subtitle: String?, _ strip: EventStrip) -> Frame {
    let face = PageStyle.figureTitle
    var items = strip.lines(
      title, from: 10, leading: face.leading, width: strip.width, face.font)
    var top = 16 + Double(items.count - 1) * face.leading
    if let subtitle {
      let lines = strip.lines(
        subtitle, from: top + 5, leading: 10.5, width: strip.width, PageStyle.subtitle.font,
        PageStyle.secondary)
      items += lines
      top += 0.5 + Double(lines.count) * 10.5
    }
    let (marks, height) = strip.draw()
    items += marks.map { $0.shifted(top) }
    let words = strip.lanes.flatMap { lane in
      lane.entries.map { entry in
        (lane.name.isEmpty ? "" : "\(lane.name): ") + "\(entry.label), "
          + "\(strip.dates.words(entry.event)) (\(entry.number))"
      }
    }
    return Frame(
      size: Size(strip.width, top + height), title: title,
      alternative: ([title + "."] + words.map { $0 + "." }).joined(separator: "\n"), items: items)
  }
}

extension Item {
  fileprivate func shifted(_ y: Double) -> Item {
    .group(Group(.group, offset: Point(0, y), [self]))
  }
}
