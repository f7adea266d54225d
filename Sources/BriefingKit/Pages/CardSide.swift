import Chronicle
import Drawing
import Layout

/// The narrow column of the first page: what is new, what is open, what is due, what is doubtful.
struct CardSide {
  let writer: PageWriter
  /// Entries of each part.
  let most: Int

  private var story: Story { writer.story }
  private var say: Language { writer.say }

  var blocks: [any Block] {
    let parts = [news, ahead, agreed, overdue, anniversaries, doubts].filter { !$0.isEmpty }
    return parts.enumerated().flatMap { index, part in
      [Rule(PageStyle.sectionRule, before: index == 0 ? 0 : 7, after: 3.5)] + part
    }
  }

  private func head(_ words: Phrase) -> any Block { writer.sideHead(words) }

  private func line(_ words: Phrase) -> any Block {
    writer.text(words, PageStyle.side, hang: 6)
  }

  private func more(_ count: Int, _ destination: String) -> [any Block] {
    guard count > 0 else { return [] }
    guard story.settings.form == .full else {
      return [writer.text(say(.moreBare, ["n": count]), PageStyle.label)]
    }
    return [
      writer.text(
        say(.morePage, ["n": count, "page": writer.page(destination)]), PageStyle.label)
    ]
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
      line("\(story.namedHeadline($0)) \(cite: $0)")
    }
    return [head] + lines + more(news.added.count - lines.count, ChronologySection.destination)
      + [writer.text(rest, PageStyle.label)]
  }

  // MARK: Ahead

  /// What is announced for days to come, with them.
  private var ahead: [any Block] {
    let all = story.ahead
    guard !all.isEmpty else { return [] }
    let lines = all.prefix(most).map {
      line(
        say(
          .ahead,
          [
            "date": Phrase.strong(writer.dates.words($0).glued), "headline": story.wholeHeadline($0),
            "cite": Phrase.cite($0),
          ]))
    }
    return [head(say(.headAhead))] + lines
      + more(all.count - lines.count, StateSection.destination)
  }

  // MARK: Open

  private var agreed: [any Block] {
    part(.headOpen, story.unnamedLater, AgreementsSection.agreementsDestination)
  }

  private var overdue: [any Block] {
    part(.headOverdue, story.overdue, StateSection.destination, most: Self.mostOverdue)
  }

  private static let mostOverdue = 2

  private func part(
    _ name: Language.Key, _ events: [Event], _ destination: String, most: Int? = nil
  ) -> [any Block] {
    guard !events.isEmpty else { return [] }
    let lines = events.prefix(min(self.most, most ?? self.most)).map {
      line("\(story.wholeHeadline($0)) \(cite: $0)")
    }
    return [head(say(name))] + lines + more(events.count - lines.count, destination)
  }

  // MARK: Due

  private var anniversaries: [any Block] {
    let section = AnniversarySection(writer: writer)
    let head = head(section.title)
    let all = Anniversary.all(in: story)
    guard !all.isEmpty else { return [head, writer.text(say(.none), PageStyle.side)] }
    let rows = all.prefix(most).map { anniversary in
      Row([
        writer.cell(anniversary.words(writer.dates).glued, PageStyle.label),
        writer.cell(section.words(anniversary), PageStyle.side),
      ])
    }
    return [
      head,
      Table(
        [TableColumn(story.say.isRightToLeft ? 62 : 54), TableColumn(share: 1)], rows: rows,
        isTagged: false),
    ] + more(all.count - rows.count, AnniversarySection.destination)
  }

  // MARK: Doubtful

  private static let mostDoubts = 2

  private var doubts: [any Block] {
    let grave = Doubts(story: story).grave
    guard !grave.isEmpty else { return [] }
    let title = say.string(.headDoubts, ["n": grave.count])
    let lines = grave.prefix(Self.mostDoubts).map { event -> any Block in
      let text = event.mentions.compactMap(\.dateText).first
      let date = text.map { Quotation.marked($0) } ?? writer.dates.words(event)
      return line(
        say(
          .doubt,
          ["headline": story.wholeHeadline(event), "date": date, "cite": Phrase.cite(event)]))
    }
    var blocks = [head(Phrase.flag(title))] + lines
    if story.settings.form == .full {
      let rest = grave.count - lines.count
      let page = writer.page(DoubtSection.destination)
      let words =
        rest > 0 ? say(.moreSee, ["n": rest, "page": page]) : say(.seePage, ["page": page])
      blocks.append(writer.text(words, PageStyle.label))
    }
    return blocks
  }
}
