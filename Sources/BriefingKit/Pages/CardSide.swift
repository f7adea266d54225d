import Chronicle
import Drawing
import Layout

/// The narrow column of the first page: what is new, what is open, what is due, what is doubtful.
struct CardSide {
  let writer: PageWriter
  /// Entries of the part that is made.
  private var most = Self.mostEntries

  static let mostEntries = 4

  init(writer: PageWriter) { self.writer = writer }

  private var story: Story { writer.story }
  private var say: Language { writer.say }

  enum Part: CaseIterable {
    case news, ahead, agreed, overdue, anniversaries, doubts
  }

  /// A part with so many of its entries; none where nothing is told of it.
  func blocks(_ part: Part, most: Int) -> [any Block] {
    var side = self
    side.most = most
    switch part {
    case .news: return side.news
    case .ahead: return side.ahead
    case .agreed: return side.agreed
    case .overdue: return side.overdue
    case .anniversaries: return side.anniversaries
    case .doubts: return side.doubts
    }
  }

  /// What a part is called where it has no room.
  func name(_ part: Part) -> String {
    switch part {
    case .news: return say.string(.headNews, ["n": story.news?.baseline ?? 0])
    case .ahead: return say.string(.headAhead)
    case .agreed: return say.string(.headOpen)
    case .overdue: return say.string(.headOverdue)
    case .anniversaries: return say.string(.headAnniversaries)
    case .doubts: return say.string(.titleDoubts)
    }
  }

  /// Parts below each other, each with its number of entries.
  func blocks(_ counts: [(part: Part, most: Int)]) -> [any Block] {
    let parts = counts.map { blocks($0.part, most: $0.most) }.filter { !$0.isEmpty }
    return parts.enumerated().flatMap { index, part in
      [Rule(PageStyle.sectionRule, before: index == 0 ? 0 : Self.gap, after: 3.5)] + part
    }
  }

  static let gap = 7.0

  private func head(_ words: Phrase) -> any Block { writer.sideHead(words) }

  private func line(_ words: Phrase) -> any Block {
    writer.text(words, PageStyle.side, hang: 6)
  }

  /// Entries below each other; how many more there are goes on from the last of them, as each line
  /// more makes this column longer than the sentences.
  private func entries(_ entries: [Phrase], _ more: Phrase) -> [any Block] {
    guard let last = entries.last else {
      return more.isEmpty ? [] : [writer.text(more, PageStyle.label)]
    }
    guard !more.isEmpty else { return entries.map(line) }
    let aside = say.string(.aside, ["words": more.words.glued])
    return entries.dropLast().map(line) + [line(last + "\(aside)")]
  }

  private func more(_ count: Int, _ destination: String) -> Phrase {
    guard count > 0 else { return Phrase() }
    return story.settings.form == .full
      ? say(.morePage, ["n": count, "page": writer.page(destination)])
      : say(.moreBare, ["n": count])
  }

  // MARK: New

  /// Events that the edition before did not have, and how many changed or went.
  private var news: [any Block] {
    guard let news = story.news else { return [] }
    let head = head(say(.headNews, ["n": news.baseline]))
    let rest = say(.newsChanged, ["changed": news.changed, "gone": news.gone])
    guard !news.added.isEmpty else {
      return [
        head, writer.text(say(.newsNone), PageStyle.side), writer.text(rest, PageStyle.label),
      ]
    }
    let ours = news.added.filter(story.isBilateral)
    let lines = (ours + news.added.filter { !story.isBilateral($0) }).prefix(most).map {
      event -> Phrase in "\(story.namedHeadline(event)) \(cite: event)"
    }
    let left = more(news.added.count - lines.count, ChronologySection.destination)
    return [head] + entries(lines, left) + [writer.text(rest, PageStyle.label)]
  }

  // MARK: Ahead

  /// What is announced for days to come, with them.
  private var ahead: [any Block] {
    // What was read less surely is no headline for a first page.
    let all = story.ahead
    guard !all.isEmpty else { return [] }
    let lines = all.filter(\.isSure).prefix(most).map {
      say(
        .ahead,
        [
          "date": Phrase.strong(writer.dates.words($0).glued),
          "headline": story.wholeHeadline($0), "cite": Phrase.cite($0),
        ])
    }
    return [head(say(.headAhead))]
      + entries(lines, more(all.count - lines.count, StateSection.destination))
  }

  // MARK: Open

  private var agreed: [any Block] {
    part(.headOpen, story.unnamedLater, AgreementsSection.agreementsDestination) {
      writer.open($0)
    }
  }

  private var overdue: [any Block] {
    part(.headOverdue, story.overdue, StateSection.destination, most: Self.mostOverdue) {
      "\(story.wholeHeadline($0))"
    }
  }

  private static let mostOverdue = 2

  private func part(
    _ name: Language.Key, _ events: [Event], _ destination: String, most: Int? = nil,
    _ words: (Event) -> Phrase
  ) -> [any Block] {
    guard !events.isEmpty else { return [] }
    let lines = events.filter(\.isSure).prefix(min(self.most, most ?? self.most)).map {
      words($0) + " \(cite: $0)"
    }
    return [head(say(name))] + entries(lines, more(events.count - lines.count, destination))
  }

  // MARK: Due

  private var anniversaries: [any Block] {
    let section = AnniversarySection(writer: writer)
    let head = head(section.title)
    let all = Anniversary.all(in: story)
    guard !all.isEmpty else { return [head, writer.text(say(.none), PageStyle.side)] }
    let lines = all.prefix(most).map { anniversary in
      say(
        .anniversaryOn,
        [
          "date": Phrase.strong(anniversary.words(writer.dates).glued),
          "anniversary": section.words(anniversary),
        ])
    }
    return [head]
      + entries(lines, more(all.count - lines.count, AnniversarySection.destination))
  }

  // MARK: Doubtful

  private static let mostDoubts = 2
  /// A longer quotation may be broken between lines.
  private static let longest = 20

  /// The words of a date, in one piece.
  private func quoted(_ text: String) -> String {
    let words = Quotation.marked(text)
    return say.isolated(words.count > Self.longest ? words : words.glued)
  }

  private var doubts: [any Block] {
    let grave = Doubts(story: story).grave
    guard !grave.isEmpty else { return [] }
    let title = say.string(.headDoubts, ["n": grave.count])
    let lines = grave.prefix(min(most, Self.mostDoubts)).map { event -> Phrase in
      let text = Doubts(story: story).oddText(event)
      let date = text.map { quoted($0) } ?? writer.dates.words(event)
      return say(
        .doubt,
        ["headline": story.wholeHeadline(event), "date": date, "cite": Phrase.cite(event)])
    }
    var left = Phrase()
    if story.settings.form == .full {
      let rest = grave.count - lines.count
      let page = writer.page(DoubtSection.destination)
      left = rest > 0 ? say(.moreSee, ["n": rest, "page": page]) : say(.seePage, ["page": page])
    }
    return [head(Phrase.flag(title))] + entries(lines, left)
  }
}
