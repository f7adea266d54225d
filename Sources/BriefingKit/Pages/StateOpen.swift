import Chronicle
import Chronology
import Drawing
import Layout

/// Bodies of a domain, and what is open in it.
extension StateRows {
  // MARK: Mechanisms

  var mechanisms: [Row] {
    let here = story.mechanisms.filter { ($0.founding ?? $0.lastSession)?.content.domain == domain }
    let shown = here.prefix(Self.mostQuotes)
    var phrases = shown.map(sentence)
    if here.count > shown.count {
      let rest = here.count - shown.count
      let number = say.capitalised(FigureWords(say: say).number(rest))
      phrases.append(say(.moreMechanisms, ["n": rest, "number": number]))
    }
    return paragraphs(here.count > 1 ? .rowMechanisms : .rowMechanism, phrases)
  }

  private func sentence(_ mechanism: Mechanism) -> Phrase {
    let dates = writer.dates
    var clauses: [Phrase] = []
    if let founding = mechanism.founding {
      let key: Language.Key =
        founding.content.type == .establishment ? .bodyFormed : .bodyAgreed
      clauses.append(say(key, ["when": dates.when(founding), "cite": Phrase.cite(founding)]))
    }
    if let total = mechanism.total {
      clauses.append(
        say(.bodyTotal, ["total": Phrase.quote(total.words), "cite": Phrase.cite(total.event)]))
    }
    if let last = mechanism.lastSession {
      let which =
        Mechanism.ordinal(of: last, say).map { say.string(.ordinalSession, ["ordinal": $0]) }
        ?? say.string(.lastSession)
      let place = last.content.places.first.map { say.string(.spaceInPlace, ["place": $0]) } ?? ""
      let flag: Phrase = dates.proposal(last).map { " \(flag: "(\($0))")" } ?? ""
      clauses.append(
        say(
          .bodySession,
          [
            "session": which, "place": place, "date": dates.words(last), "flag": flag,
            "cite": Phrase.cite(last),
          ]))
    } else if mechanism.total == nil {
      clauses.append(say(.bodyNoSession))
    }
    return say(
      .bodySentence,
      ["body": mechanism.title(say), "clauses": Phrase.joined(clauses, say(.semicolon))])
  }

  // MARK: What is open

  /// Agreements that no later event names, and announcements whose time is over.
  var open: [Row] {
    let agreed = story.unnamedLater.filter { $0.content.domain == domain }
    let overdue = story.overdue.filter { $0.content.domain == domain }
    var phrases = overdue.prefix(Self.mostQuotes).map { event in
      say(
        event.content.date?.isOpenStart == true ? .openAnnouncedOnly : .openAnnounced,
        [
          "headline": story.wholeHeadline(event), "date": writer.dates.words(event),
          "cite": Phrase.cite(event),
        ])
    }
    if !agreed.isEmpty {
      let shown = agreed.prefix(Self.mostQuotes).map { event -> Phrase in
        writer.open(event) + " \(cite: event)"
      }
      var list = Phrase.joined(shown, say(.semicolon))
      let rest = Array(agreed.dropFirst(Self.mostQuotes))
      if !rest.isEmpty { list = list + say(.semicolon) + more(rest) }
      phrases.append(say(.openAgreed, ["agreements": list]))
    }
    return paragraphs(.rowOpen, phrases)
  }

  var openings: [Row] {
    let openings = story.openings.filter { $0.domain == domain }
    var phrases = openings.prefix(Self.mostQuotes).map { opening -> Phrase in
      let mention = opening.mention
      let year = story.year(of: mention).map { say.string(.comma) + "\($0)" } ?? ""
      let reference = SourceReference(
        words: story.line(mention) + year, destination: "source-" + mention.document)
      return "\(quote: mention.quote) \(source: [reference])"
    }
    if openings.count > Self.mostQuotes {
      phrases.append(say(.andMoreBare, ["n": openings.count - Self.mostQuotes]))
    }
    return paragraphs(.rowOpenings, phrases)
  }
}
