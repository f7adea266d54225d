import Chronicle
import Chronology
import Drawing
import Layout

/// What was read, and how it was counted.
struct SourcesSection {
  let writer: PageWriter

  static let destination = "sources"
  private var story: Story { writer.story }
  private var say: Language { writer.say }

  var blocks: [any Block] {
    var blocks: [any Block] = [writer.title(.titleSources, Self.destination)]
    if story.ledger.documents.isEmpty { blocks.append(writer.nothing()) }
    let yields = self.yields
    for document in story.ledger.documents { blocks += source(document, yields[document.id]) }
    return blocks + MethodSection(writer: writer).blocks
  }

  private func source(_ document: DocumentRecord, _ yield: Yield?) -> [any Block] {
    let title = document.title.isEmpty ? document.path : document.title
    var titleStyle = PageStyle.lead
    titleStyle.font.weight = .semibold
    let heading = Table(
      [TableColumn(26), TableColumn(share: 1)],
      rows: [
        Row(
          [writer.cell(document.id, PageStyle.sideHead), writer.cell(title, titleStyle)],
          top: 3.5, bottom: 3.5, keepWithNext: true, destination: "source-" + document.id)
      ], isTagged: false)
    let facts = facts(document, yield ?? Yield()).map { name, value in
      Row([Cell(), writer.cell(say(name), PageStyle.label), writer.cell(value, PageStyle.side)])
    }
    let table = Table(
      [TableColumn(26), TableColumn(70), TableColumn(share: 1)], rows: facts, isTagged: false,
      after: 7)
    return [
      KeepTogether([Rule(PageStyle.sectionRule, dividesOnly: true), heading, table])
    ]
  }

  private func facts(_ document: DocumentRecord, _ yield: Yield) -> [(Language.Key, String)] {
    let dates = writer.dates
    var facts: [(Language.Key, String)] = []
    var names = [document.author, document.voice].compactMap { $0 }
    if names.count == 2, names[0] == names[1] { names.removeLast() }
    let author = names.joined(separator: say.string(.comma))
    if !author.isEmpty { facts.append((.factAuthor, author)) }
    if let publisher = document.publisher { facts.append((.factPublisher, publisher)) }
    facts.append((.factDate, document.date.map { dates.words($0) } ?? say.string(.notTold)))
    facts.append((.factVoice, voice(document)))
    if let marking = document.marking { facts.append((.factMarking, marking)) }
    facts.append((.factFile, say.isolated(path(document))))
    facts.append((.factDigest, say.isolated("sha256 \(document.sha256)")))
    facts.append((.factYield, words(yield)))
    let skipped = story.settings.skipped.filter { $0.document == document.id }
    if !skipped.isEmpty {
      let words = skipped.map { passage in
        let lines = passage.lines
        let place =
          lines.count == 1
          ? say.string(.lineShort, ["line": lines.lowerBound])
          : say.string(.lineRange, ["first": lines.lowerBound, "last": lines.upperBound])
        let reason = say.word(.reason, passage.reason) ?? say.isolated(passage.reason)
        return reason + say.string(.comma) + say.isolated(place)
      }
      facts.append((.factLeftOut, words.joined(separator: say.string(.semicolon))))
    }
    return facts
  }

  /// From the folder that all documents lie in: the paper is the same wherever the seeds are.
  private func path(_ document: DocumentRecord) -> String {
    let folders = story.ledger.documents.map { $0.path.split(separator: "/").dropLast() }
    let shared = (folders.first ?? []).enumerated().prefix { index, name in
      folders.allSatisfy { $0.count > index && $0[index] == name }
    }.count
    return document.path.split(separator: "/").dropFirst(shared).joined(separator: "/")
  }

  private func voice(_ document: DocumentRecord) -> String {
    switch document.side {
    case nil: say.string(.notTold)
    case "neutral"?: say.string(.neutral)
    case let side?: writer.naming.name(side)
    }
  }

  /// What a document gave.
  private struct Yield {
    var mentions = 0
    var dated = 0
    var undated = 0
  }

  private var yields: [String: Yield] {
    var yields: [String: Yield] = [:]
    for event in story.events {
      for mention in event.mentions { yields[mention.document, default: Yield()].mentions += 1 }
      for document in Set(event.mentions.map(\.document)) {
        if event.drawnDate != nil {
          yields[document, default: Yield()].dated += 1
        } else {
          yields[document, default: Yield()].undated += 1
        }
      }
    }
    return yields
  }

  private func words(_ yield: Yield) -> String {
    say.string(
      .yield,
      [
        "mentions": say.string(.countMentions, ["n": yield.mentions]),
        "events": say.string(.countEvents, ["n": yield.dated + yield.undated]),
        "dated": yield.dated, "undated": yield.undated,
      ])
  }
}

/// How the events were counted and named.
struct MethodSection {
  let writer: PageWriter

  private var story: Story { writer.story }
  private var say: Language { writer.say }

  var blocks: [any Block] {
    let paragraphs = rules.map { head, words -> any Block in
      writer.text(
        "\(strong: say.string(head)) " + words, PageStyle.method, after: 3.5, keepTogether: true)
    }
    return [
      writer.heading(say(.titleMethod), "method"),
      ColumnFlow(count: 2, gap: 24, keepTogether: true, paragraphs),
    ]
  }

  private var rules: [(Language.Key, Phrase)] {
    var rules: [(Language.Key, Phrase)] = [
      (.headCounted, say(.methodCounted)), (.headDates, say(.methodDates)),
      (.headMentions, say(.methodMentions)), (.headChoice, say(.methodChoice)),
      (.headWords, contested), (.headSilence, say(.methodSilence)),
    ]
    if let voices { rules.append((.headVoice, voices)) }
    if !story.settings.toolVersion.isEmpty {
      rules.append(
        (.headMade, say(.sentence, ["words": say.isolated(story.settings.toolVersion)])))
    }
    return rules
  }

  private var contested: Phrase {
    let quotes = story.events.flatMap { $0.mentions.map(\.quote) }
    let terms = Contested(story.settings.contestedTerms).used(in: quotes)
    guard !terms.isEmpty else { return say(.methodWords) }
    let list = terms.map { Quotation.marked($0) }.joined(separator: say.string(.comma))
    return say(.methodWords) + " " + say(.methodWordsHere, ["terms": list])
  }

  private var voices: Phrase? {
    let documents = story.ledger.documents
    var sides: [String] = []
    for case let side? in documents.map(\.side) where side != "neutral" && !sides.contains(side) {
      sides.append(side)
    }
    guard !sides.isEmpty else { return nil }
    let words = sides.map { side -> String in
      let told = documents.filter { $0.side == side }.map(\.id)
      return say.string(
        .speaksFor,
        [
          "documents": say.list(told), "n": told.count, "state": writer.naming.inSentence(side),
        ])
    }
    return say(.methodVoice, ["voices": words.joined(separator: say.string(.comma))])
  }
}
