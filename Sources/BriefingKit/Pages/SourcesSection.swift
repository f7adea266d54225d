import Chronicle
import Chronology
import Drawing
import Layout

/// What was read, and how it was counted.
struct SourcesSection {
  let writer: PageWriter

  static let destination = "sources"
  private var story: Story { writer.story }

  var blocks: [any Block] {
    var blocks: [any Block] = [writer.title("Sources and method", Self.destination)]
    if story.ledger.documents.isEmpty { blocks.append(writer.nothing()) }
    for document in story.ledger.documents { blocks += source(document) }
    blocks += method
    return blocks
  }

  private func source(_ document: DocumentRecord) -> [any Block] {
    let title = document.title.isEmpty ? document.path : document.title
    let heading = Table(
      [TableColumn(26), TableColumn(share: 1)],
      rows: [
        Row(
          [
            writer.cell("\(document.id)", PageStyle.sideHead),
            writer.cell(Phrase(stringLiteral: title), sourceTitle),
          ], top: 4, ruleAbove: PageStyle.sectionRule, keepWithNext: true,
          destination: "source-" + document.id)
      ], isTagged: false)
    let facts = facts(document).map { name, value in
      Row(
        [
          Cell(), writer.cell(Phrase(stringLiteral: name), PageStyle.label),
          writer.cell(Phrase(stringLiteral: value), PageStyle.side),
        ], top: 0.4, bottom: 0.2)
    }
    let table = Table(
      [TableColumn(26), TableColumn(70), TableColumn(share: 1)], rows: facts, isTagged: false,
      after: 8)
    return [KeepTogether([heading, table])]
  }

  private var sourceTitle: PageStyle.Text {
    var text = PageStyle.lead
    text.font.weight = .semibold
    return text
  }

  private func facts(_ document: DocumentRecord) -> [(String, String)] {
    var facts: [(String, String)] = []
    let author = [document.author, document.voice].compactMap { $0 }.joined(separator: ", ")
    if !author.isEmpty { facts.append(("Author", author)) }
    if let publisher = document.publisher { facts.append(("Publisher", publisher)) }
    facts.append(("Date", document.date.map { DateText.words($0) } ?? "none told"))
    facts.append(("Voice", voice(document)))
    if let marking = document.marking { facts.append(("Marking", marking)) }
    facts.append(("File", document.path))
    facts.append(
      ("Digest", "sha256 \(document.sha256.prefix(32)) \(document.sha256.dropFirst(32))"))
    facts.append(("Yield", yield(document)))
    let skipped = story.settings.skipped.filter { $0.document == document.id }
    if !skipped.isEmpty {
      let words = skipped.map { passage in
        let lines = passage.lines
        let place =
          lines.count == 1
          ? "l.\(lines.lowerBound)" : "l.\(lines.lowerBound)–\(lines.upperBound)"
        return "\(passage.reason), \(place)"
      }
      facts.append(("Left out", words.joined(separator: "; ")))
    }
    return facts
  }

  private func voice(_ document: DocumentRecord) -> String {
    switch document.side {
    case nil: "not told"
    case "neutral"?: "neutral"
    case let side?: writer.naming.name(side)
    }
  }

  private func yield(_ document: DocumentRecord) -> String {
    let told = story.events.filter { $0.mentions.contains { $0.document == document.id } }
    let mentions = told.reduce(0) { sum, event in
      sum + event.mentions.filter { $0.document == document.id }.count
    }
    let dated = told.filter { $0.drawnDate != nil }.count
    return "\(Naming.count(mentions, "mention")) of \(Naming.count(told.count, "event")): "
      + "\(dated) dated, \(told.count - dated) undated"
  }

  // MARK: Method

  private var method: [any Block] {
    let paragraphs = rules.map { head, words -> any Block in
      writer.text("\(strong: head) " + words, PageStyle.method, after: 5, keepTogether: true)
    }
    return [
      writer.heading("Method", "method"),
      ColumnFlow(count: 2, gap: 24, keepTogether: true, paragraphs),
    ]
  }

  private var rules: [(String, Phrase)] {
    var rules: [(String, Phrase)] = [
      (
        "What is counted.",
        """
        What occurred, or was ongoing at its start, with a known year. An interval counts in its \
        first year. Undated, doubtful and planned events, totals over many and what depends on a \
        condition have columns of their own; columns and count add up to the ledger.
        """
      ),
      (
        "Dates.",
        """
        Kept as the document has them. An event told without a date takes that of the visit or \
        sentence it belongs to.
        """
      ),
      (
        "One event, many mentions.",
        "Sentences that tell the same event are one entry with all its sources."
      ),
      (
        "Choice.",
        """
        Where only some fit: founding acts, then visits and meetings of heads of state, of heads \
        of government, of ministers, then agreements, sessions, the rest; newer first.
        """
      ),
      ("Words.", contested),
      (
        "Silence.",
        """
        \(term: "Last"), \(term: "none") and \(term: "not named later") are said of these \
        documents, not of the world.
        """
      ),
    ]
    if let voice = voices { rules.append(("Voice.", voice)) }
    if !story.settings.toolVersion.isEmpty {
      rules.append(("Made by.", "\(story.settings.toolVersion)."))
    }
    return rules
  }

  private var contested: Phrase {
    let quotes = story.events.flatMap { $0.mentions.map(\.quote) }
    let terms = Contested(story.settings.contestedTerms).used(in: quotes)
    let here =
      terms.isEmpty
      ? "" : " Here: \(terms.map { Quotation.marked($0) }.joined(separator: ", "))."
    return "Contested terms stand only in quotation marks, with their source.\(here)"
  }

  private var voices: Phrase? {
    let told = story.ledger.documents.filter { $0.side != nil && $0.side != "neutral" }
    guard !told.isEmpty else { return nil }
    let words = told.prefix(6).map { document in
      "\(document.id) speaks for \(writer.naming.inSentence(document.side ?? ""))"
    }
    let more = told.count > 6 ? " and \(told.count - 6) more for theirs" : ""
    return
      "\(words.joined(separator: ", "))\(more); what a document tells of either side is its telling."
  }
}
