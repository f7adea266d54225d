import Chronicle
import Drawing
import Layout

/// Agreements with what became of them, and the standing bodies with their sessions.
struct AgreementsSection {
  let writer: PageWriter

  static let agreementsDestination = "agreements"
  static let mechanismsDestination = "mechanisms"
  private var story: Story { writer.story }
  private var say: Language { writer.say }

  // MARK: Agreements

  var agreements: [any Block] {
    let events = story.events.filter { event in
      event.isAgreement && story.isBilateral(event)
        && AgreementWords.namesPaper(story.wholeHeadline(event))
    }
    let heading = writer.heading(say(.titleAgreements), Self.agreementsDestination)
    guard !events.isEmpty else { return [heading, writer.nothing()] }
    let columns = [
      writer.numberColumn, TableColumn(share: 1), TableColumn(92), TableColumn(52),
      writer.sourceColumn,
    ]
    let (shown, left) = writer.printed(events)
    let newestFirst =
      shown.filter { $0.drawnDate != nil }.reversed() + shown.filter { $0.drawnDate == nil }
    var rows = newestFirst.map { event in
      writer.row([
        writer.numberCell(event), writer.cell(title(event)), writer.dateCell(event),
        writer.cell(word(.standing, story.standing(event).rawValue)),
        writer.sourceCell(event),
      ])
    }
    rows = writer.kept(rows)
    let hasNote = !newestFirst.allSatisfy { later($0).isEmpty }
    if hasNote, left.isEmpty { rows[rows.count - 1].keepWithNext = true }
    let titles: [Language.Key?] = [
      nil, .columnTitle, .columnDate, .columnStatus, .columnSource,
    ]
    let table = Table(columns, gap: 6, head: [writer.head(titles)], rows: rows)
    let note = writer.text(
      say(.noteLater, ["documents": story.theseDocuments]), PageStyle.note, before: 3.5)
    return [heading] + (rows.isEmpty ? [] : [table]) + left + (hasNote ? [note] : [])
  }

  private func later(_ event: Event) -> [Event] {
    FollowUps.isAgreed(event) ? story.followUps.of(event) : []
  }

  private func word(_ group: Language.Group, _ name: String) -> String {
    say.word(group, name) ?? name
  }

  /// The title of an agreement with its kind, unless it says that itself, and the later events that
  /// name it.
  private func title(_ event: Event) -> Phrase {
    let later = later(event)
    let title = story.paperTitle(event)
    let kind = AgreementWords.kind(event, headline: title)
    let word = word(.agreementKind, kind.rawValue)
    let isNamed =
      kind == .agreement || AgreementWords.kind(inWords: title) == kind
      || title.lowercased().contains(word.lowercased())
    var line: Phrase = isNamed ? "\(title)" : say(.lineOfKind, ["headline": title, "kind": word])
    if let proposal = writer.dates.proposal(event) { line = line + " \(flag: "(\(proposal))")" }
    if let first = story.retold.first[event.id] {
      line = say(.lineRetold, ["headline": line, "cite": Phrase.cite(first)])
    }
    return later.isEmpty
      ? line : say(.lineFollowUp, ["headline": line, "cite": Phrase.cite(later)])
  }

  // MARK: Mechanisms

  var mechanisms: [any Block] {
    let heading = writer.heading(say(.titleMechanisms), Self.mechanismsDestination)
    guard !story.mechanisms.isEmpty else { return [heading, writer.nothing()] }
    let columns = [
      writer.numberColumn, TableColumn(share: 5), TableColumn(82), TableColumn(64),
      TableColumn(share: 6), writer.sourceColumn,
    ]
    let rows = story.mechanisms.map { mechanism -> Row in
      let event = mechanism.founding ?? mechanism.lastSession
      return writer.row([
        event.map { writer.numberCell($0) } ?? Cell(), writer.cell(mechanism.title(say)),
        mechanism.founding.map { writer.dateCell($0) } ?? writer.cell(say(.notTold)),
        writer.cell(total(mechanism)), writer.cell(session(mechanism)),
        (mechanism.lastSession ?? event).map { writer.sourceCell($0) } ?? Cell(),
      ])
    }
    let titles: [Language.Key?] = [
      nil, .columnBody, .columnSince, .columnSessions, .columnLastSession, .columnSource,
    ]
    return [heading, Table(columns, gap: 6, head: [writer.head(titles)], rows: writer.kept(rows))]
  }

  /// Sessions as a sentence counts them, else as many as the latest is numbered, else those told one by
  /// one.
  private func total(_ mechanism: Mechanism) -> Phrase {
    if let total = mechanism.total { return Phrase.quote(total.words) }
    if let number = mechanism.sessionNumber, number > mechanism.sessions.count {
      return say(.atLeastSessions, ["n": number])
    }
    return mechanism.sessions.isEmpty
      ? say(.noneShort) : say(.toldSessions, ["n": mechanism.sessions.count])
  }

  private func session(_ mechanism: Mechanism) -> Phrase {
    guard let last = mechanism.lastSession else { return say(.noneShort) }
    let ordinal = Mechanism.ordinal(of: last, say)
    let place = last.content.places.first
    let words = [ordinal, place, writer.dates.words(last)].compactMap { $0 }
      .joined(separator: say.string(.comma))
    let flag: Phrase = writer.dates.proposal(last).map { " \(flag: "(\($0))")" } ?? ""
    return "\(words)" + flag + " \(cite: last)"
  }
}
