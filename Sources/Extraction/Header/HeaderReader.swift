import Chronology
import Diagnostics
import Prose

/// Reads what a document says about itself: title, date, author, publisher, voice, marking, parties.
struct HeaderReader {
  let gazetteer: Gazetteer
  /// Decides numeric dates that leave the order open.
  let locale: String
  private let words = HeaderWords.builtIn

  init(gazetteer: Gazetteer = .builtIn, locale: String = "en-GB") {
    self.gazetteer = gazetteer
    self.locale = locale
  }

  /// The header, and a warning where the document has no date of its own.
  func read(_ document: Document) -> (header: DocumentHeader, diagnostics: [Diagnostic]) {
    let lines = HeaderLines(document: document, locale: locale)
    let head = lines.head()
    let end = lines.end(head: head)
    var header = DocumentHeader()
    let titles = TitleReader(words: words)
    header.title = titles.title(document, head: head)
    header.publisher = titles.publisher(document, head: head, end: end, title: header.title)
    let own = OwnDate(words: words, locale: locale).find(document, head: head, end: end)
    header.date = own?.0
    header.dateSpan = own?.1
    header.marking = marking(document, head)
    let byline = Byline(words: words).find(
      document, title: header.title, head: head, end: end)
    header.author = byline.author
    header.voice = byline.voice?.name
    header.parties =
      listedParties(document)
      ?? PartyFinder.parties(
        document, title: header.title, voice: byline.voice, gazetteer: gazetteer)
    header.side = side(document, header, byline.voice, head)
    if header.side == nil, let guest = Byline.guest(head, parties: header.parties) {
      (header.side, header.voice) = (guest.side, guest.name)
    }
    if header.side == nil {
      header.side = OwnMissions.side(document, parties: header.parties, gazetteer)
    }
    // Of an empty document that is said already.
    let isUndated = header.date == nil && !document.blocks.isEmpty
    return (header, isUndated ? [undated(document)] : [])
  }

  private func undated(_ document: Document) -> Diagnostic {
    Diagnostic(
      .warning, "document/no-date", "no date of the document's own was found",
      path: document.path,
      notes: ["words such as \"last year\" are read only where another date gives them a year"],
      hints: ["begin it with a dateline, or a line \"date: 2017-01-16\" in the front matter"])
  }

  /// The two parties that the front matter names.
  private func listedParties(_ document: Document) -> [String]? {
    for key in words.names(.partyField) {
      guard let value = document.field(key)?.value else { continue }
      let codes = value.split { $0 == "," || $0 == ";" || $0 == "/" }.compactMap {
        code(String($0).trimmingSpaces)
      }
      if codes.count == 2, codes[0] != codes[1] { return codes }
    }
    return nil
  }

  /// The code of a state written as a code or a name.
  private func code(_ name: String) -> String? {
    if Lexicon.builtIn.state(name.uppercased()) != nil { return name.uppercased() }
    let tokens = Tokenizer.tokens(of: Array(name.utf8))
    return gazetteer.entities(tokens, of: SourceText(path: "", text: name)).first {
      $0.kind == .state
    }?.code
  }

  private func marking(_ document: Document, _ head: [HeaderLine]) -> String? {
    for key in words.names(.markingField) {
      if let value = document.field(key)?.value, !value.isEmpty { return value }
    }
    return head.prefix(4).first { line in
      line.words <= 6
        && line.tokens.allSatisfy { $0.kind != .word || $0.isUpperCase }
        && words.match(.marking, line.tokens, at: 0, before: line.tokens.count) != nil
    }?.string
  }

  private func side(
    _ document: Document, _ header: DocumentHeader, _ voice: Voice?, _ head: [HeaderLine]
  ) -> String? {
    for key in words.names(.sideField) {
      guard let value = document.field(key)?.value else { continue }
      if value.lowercased() == "neutral" { return "neutral" }
      if let code = code(value) { return code }
    }
    let title = tokens(header.title)
    if words.find(.joint, title, in: title.indices) != nil { return "neutral" }
    if let voice { return voice.side }
    if let publisher = header.publisher, let body = publisherVoice(publisher) { return body }
    if let house = head.prefix(6).lazy.compactMap(Byline.house).first,
      header.parties.contains(house.side)
    {
      return house.side
    }
    if let owner = letterhead(head), header.parties.contains(owner) { return owner }
    guard header.parties.count == 2 else { return nil }
    if let issuer = issuer(header, title) { return issuer }
    let isInHouse = head.prefix(6).contains {
      words.find(.inHouse, $0.tokens, in: $0.tokens.indices) != nil
    }
    guard isInHouse || listedParties(document) != nil else { return nil }
    // A paper of an office on one state is written for the other.
    let named = Set(
      gazetteer.entities(title, of: SourceText(path: "", text: header.title)).compactMap(\.code)
    ).intersection(header.parties)
    return named.count == 1 ? header.parties.first { !named.contains($0) } : nil
  }

  /// "REPUBLIC OF EL SALVADOR" over "MINISTRY OF FOREIGN AFFAIRS", "Dáil Éireann – Written Answers": whose
  /// paper the first lines say it is.
  private func letterhead(_ head: [HeaderLine]) -> String? {
    if let first = head.first,
      let body = first.reading.entities.first(where: {
        $0.kind == .body && $0.range.lowerBound == 0
      })
    {
      return body.code
    }
    for (line, next) in zip(head.prefix(3), head.dropFirst())
    where line.words <= 7 && line.dates.isEmpty {
      let states = line.reading.entities.filter { $0.kind == .state }
      guard states.count == 1, let state = states.first,
        state.range.upperBound >= line.tokens.count,
        line.tokens[..<state.range.lowerBound].allSatisfy({
          $0.isCapitalised || SideFinder.articles.contains($0.key)
        }), next.tokens.contains(where: { Byline.houses.contains($0.key) }),
        !next.reading.entities.contains(where: { $0.kind == .state || $0.kind == .demonym })
      else { continue }
      return state.code
    }
    return nil
  }

  /// "Global Affairs Canada – Europe Branch", "Republic of Turkey – Embassy in Mogadishu": the state of
  /// an office whose name stands for a title.
  private func issuer(_ header: DocumentHeader, _ title: [Token]) -> String? {
    guard title.count <= 16, words.find(.masthead, title, in: title.indices) != nil,
      title.allSatisfy({ token in
        token.kind != .word || token.isCapitalised || SideFinder.articles.contains(token.key)
          || WordClass.prepositions.contains(token.key)
          || WordClass.conjunctions.contains(token.key)
      })
    else { return nil }
    let states = Set(
      gazetteer.entities(title, of: SourceText(path: "", text: header.title)).filter {
        $0.kind == .state || $0.kind == .demonym
      }.compactMap(\.code))
    guard states.count == 1, let state = states.first, header.parties.contains(state) else {
      return nil
    }
    return state
  }

  private func publisherVoice(_ name: String) -> String? {
    let text = SourceText(path: "", text: name)
    let tokens = tokens(name)
    return VoiceReader.voice(
      in: BlockReading(
        text: text, tokens: tokens, sentences: [tokens.indices],
        entities: gazetteer.entities(tokens, of: text), dates: [], money: []))?.side
  }

  private func tokens(_ string: String) -> [Token] { Tokenizer.tokens(of: Array(string.utf8)) }
}
