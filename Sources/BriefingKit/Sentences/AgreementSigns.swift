import Chronicle

/// By what an agreement is known in other sentences: its name ("Baku Declaration", "preferential
/// trade agreement"), a thing that it is about ("JF-17"), and the words for its subject.
struct AgreementSigns {
  /// Rows of words, of which one is enough.
  private(set) var phrases: [[UInt64]] = []
  /// Rows of words that others may have too: "trade agreement".
  private(set) var terms: [[UInt64]] = []
  /// Words of which two are wanted, with a word for a paper or for what became of it.
  private(set) var subject: Set<UInt64> = []

  /// Whether anything tells it from others.
  var areAny: Bool { !(phrases.isEmpty && terms.isEmpty && subject.isEmpty) }

  var words: Set<UInt64> { subject.union((phrases + terms).joined()) }

  /// - Parameter headline: whole.
  init(_ event: Event, headline: String) {
    var texts = [headline]
    for mention in event.mentions where mention.quote != headline {
      let papers = Self.tokens(mention.quote).count { Self.papers.contains($0.plain) }
      // A sentence of several papers does not say whose words are whose.
      if papers == 1 { texts.append(mention.quote) }
    }
    for tokens in texts.map(Self.tokens) {
      for index in tokens.indices {
        if Self.papers.contains(tokens[index].plain) {
          add(Self.name(tokens, around: index), to: \.phrases)
          let term = Self.term(tokens, endingAt: index)
          add(term, to: term.count > 2 ? \.phrases : \.terms)
        } else if !Self.promises.contains(tokens[index].plain) {
          continue
        }
        for word in Self.subject(tokens, after: index) {
          if Self.isThing(word) {
            add([word], to: \.phrases)
          } else {
            subject.insert(word.hash)
          }
        }
      }
    }
  }

  private mutating func add(
    _ row: [Token], to rows: WritableKeyPath<AgreementSigns, [[UInt64]]>
  ) {
    let phrase = row.map(\.hash)
    guard !phrase.isEmpty, !self[keyPath: rows].contains(phrase) else { return }
    self[keyPath: rows].append(phrase)
  }

  /// Whether a sentence names it, or tells of its subject as of a paper.
  func areNamed(in line: WordLine) -> Bool {
    phrases.contains(where: line.has)
      || shared(line) > 1 && (line.hasAny(Self.paperWords) || line.hasAny(Self.fates))
  }

  /// Whether a sentence may speak of it: it has a word of its subject.
  func mayBeMeant(in line: WordLine) -> Bool {
    shared(line) > 0 || terms.contains(where: line.has)
  }

  private func shared(_ line: WordLine) -> Int { subject.count { line.words.contains($0) } }

  // MARK: Words

  private struct Token {
    var word: Substring
    /// Small letters and digits.
    var plain: String
    /// Whether a comma or the like stands after it.
    var isLast: Bool
    var isCapital: Bool { word.first?.isUppercase == true }
    var hash: UInt64 { WordLine.hash(word) }
  }

  private static func tokens(_ text: String) -> [Token] {
    text.split(whereSeparator: \.isWhitespace).compactMap { word in
      let bare = word.drop { !$0.isLetter && !$0.isNumber }
      let plain = bare.lowercased().filter { $0.isLetter || $0.isNumber }
      guard !plain.isEmpty else { return nil }
      let isLast = bare.last.map { !$0.isLetter && !$0.isNumber } ?? false
      return Token(word: bare, plain: plain, isLast: isLast)
    }
  }

  /// A row of capitalised words with the paper's noun in it: "Joint Declaration on Strategic
  /// Partnership".
  private static func name(_ tokens: [Token], around index: Int) -> [Token] {
    guard tokens[index].isCapital else { return [] }
    var start = index
    while start > 0, !tokens[start - 1].isLast, belongs(tokens[start - 1]) { start -= 1 }
    while start < index, !tokens[start].isCapital { start += 1 }
    var end = index
    while end + 1 < tokens.count, !tokens[end].isLast, belongs(tokens[end + 1]) { end += 1 }
    while end > index, !tokens[end].isCapital { end -= 1 }
    let row = Array(tokens[start...end])
    return row.contains(where: isTelling) ? row : []
  }

  private static func belongs(_ token: Token) -> Bool {
    token.isCapital || ["on", "of", "and", "for"].contains(token.plain)
  }

  /// The noun with the words before it: "preferential trade agreement".
  private static func term(_ tokens: [Token], endingAt index: Int) -> [Token] {
    var start = index
    while start > 0, index - start < 3, !tokens[start - 1].isLast, isTelling(tokens[start - 1]),
      !tokens[start - 1].isCapital || start == 1 || tokens[index].isCapital
        || isThing(tokens[start - 1])
    { start -= 1 }
    return start < index ? Array(tokens[start...index]) : []
  }

  /// The words that tell what a paper is about, after "on", "for" or "of", or what was agreed to.
  private static func subject(_ tokens: [Token], after index: Int) -> [Token] {
    guard index + 2 < tokens.count, !tokens[index].isLast else { return [] }
    let joint = tokens[index + 1].plain
    let isJoined =
      promises.contains(tokens[index].plain)
      ? ["to", "on"].contains(joint)
      : ["on", "for"].contains(joint) || joint == "of" && !tokens[index + 2].isCapital
    guard isJoined else { return [] }
    var found: [Token] = []
    for token in tokens[(index + 2)...].prefix(mostOfSubject) {
      if ends(token) { break }
      if isTelling(token) { found.append(token) }
      if token.isLast { break }
    }
    return found
  }

  private static let mostOfSubject = 8

  private static func ends(_ token: Token) -> Bool { clauseWords.contains(token.plain) }

  /// "JF-17": what has a number in its name.
  private static func isThing(_ token: Token) -> Bool {
    token.isCapital && token.plain.count > 2 && token.plain.contains(where: \.isNumber)
  }

  /// Whether a word tells one agreement from another.
  private static func isTelling(_ token: Token) -> Bool {
    token.plain.count > 2 && !common.contains(token.plain) && !clauseWords.contains(token.plain)
      && !papers.contains(token.plain) && token.plain.first?.isNumber == false
  }

  private static let papers: Set<String> = [
    "accord", "agreement", "charter", "contract", "convention", "declaration", "memorandum", "mou",
    "pact", "plan", "programme", "program", "protocol", "treaty",
  ]

  private static let promises: Set<String> = ["agree", "agrees", "agreed"]

  private static let clauseWords: Set<String> = [
    "that", "which", "signed", "initialled", "initialed", "concluded", "was", "were", "is", "are",
    "between", "with", "by", "in", "from", "at", "during", "has", "have", "had", "to", "after",
  ]

  /// Words of many agreements.
  private static let common: Set<String> = [
    "and", "the", "this", "these", "their", "its", "his", "her", "all", "any", "some", "such",
    "own",
    "joint", "bilateral", "trilateral", "mutual", "new", "first", "second", "third", "another",
    "other", "said", "same", "one", "two", "three", "many", "several", "more", "both", "country",
    "countries", "states", "sides", "state", "cooperation", "relations", "establishment", "field",
    "fields", "areas", "general", "draft", "final", "important", "major", "sign", "signs",
    "signing",
    "initial", "conclude", "concludes", "amend", "amends", "adopt", "adopts", "agree", "agrees",
    "establish", "reach", "reaches", "exchange", "january", "february", "march", "april", "may",
    "june", "july",
    "august", "september", "october", "november", "december", "for", "nonbinding", "formal",
  ]

  private static let paperWords = Set(
    papers.flatMap { [$0, $0 + "s"] }.map { WordLine.hash($0) } + [WordLine.hash("memoranda")])

  /// Words that tell the end of an agreement.
  static let ends = Set(
    [
      "lapse", "lapsed", "lapses", "expired", "expires", "terminated", "annulled", "cancelled",
      "canceled", "repealed", "denounced", "abrogated",
    ].map { WordLine.hash($0) })

  /// Words that tell what became of one.
  static let fates = ends.union(
    [
      "ratified", "ratification", "entered", "force", "implemented", "implementation", "delivered",
      "delivery", "deliveries", "replaced", "superseded", "renewed", "extended", "amended",
      "suspended", "revived", "completed",
    ].map { WordLine.hash($0) })
}
