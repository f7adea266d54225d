import Chronicle

/// What the words of an agreement say of it.
public enum AgreementWords {
  enum Kind: String, CaseIterable {
    case agreement, memorandum, mou, accord = "protocol", treaty, convention, programme
    case communique, declaration, contract, letter, total
  }

  public enum Standing: String, CaseIterable, Sendable {
    case initialled, ratified, inForce = "in-force", signed, concluded, adopted, agreed, renewed
    case extended, announced, conditional, untold, unsigned, notInForce = "not-in-force"

    /// Whether something is still to be done about the paper, in the documents' own words.
    var isWanting: Bool { self == .unsigned || self == .notInForce }
  }

  private static let kinds: [(String, Kind)] = [
    ("mou", .mou), ("memorandum of understanding", .mou), ("memorandum", .memorandum),
    ("protocol", .accord), ("treaty", .treaty), ("convention", .convention),
    ("programme", .programme), ("program", .programme), ("communiqué", .communique),
    ("declaration", .declaration), ("contract", .contract), ("letter of intent", .letter),
  ]
  private static let verbs: [(String, Standing)] = [
    ("initialled", .initialled), ("initialed", .initialled), ("ratified", .ratified),
    ("entered into force", .inForce), ("in force", .inForce), ("signed", .signed),
    ("concluded", .concluded), ("adopted", .adopted), ("agreed", .agreed), ("renewed", .renewed),
    ("extended", .extended),
  ]
  /// The same in headlines, which tell of now.
  private static let presentVerbs: [(String, Standing)] = [
    ("initial", .initialled), ("initials", .initialled), ("ratify", .ratified),
    ("ratifies", .ratified), ("sign", .signed), ("signs", .signed), ("conclude", .concluded),
    ("concludes", .concluded), ("adopt", .adopted), ("adopts", .adopted), ("agree", .agreed),
    ("agrees", .agreed), ("renew", .renewed), ("renews", .renewed), ("extend", .extended),
    ("extends", .extended),
  ]
  /// All of them as they stand amid other words.
  private static let headlineVerbs = (verbs + presentVerbs).map { (" \($0.0) ", $0.1) }
  private static let wants: [(String, Standing)] = [
    ("neither is in force", .notInForce), ("n.i.f.", .notInForce), ("not in force", .notInForce),
    ("not yet in force", .notInForce), ("not entered into force", .notInForce),
    ("not been ratified", .notInForce), ("not yet been ratified", .notInForce),
    ("never signed", .unsigned), ("not been signed", .unsigned),
    ("not yet been signed", .unsigned),
  ]

  /// Words that name a paper.
  static let nouns = Set(kinds.map(\.0) + ["agreement", "accord", "understanding"])

  /// Whether a headline tells of a paper, or of what is done to one: no other deed is an agreement.
  static func namesPaper(_ headline: String) -> Bool {
    let words = plain(headline)
    return paperStems.contains { words.hasBytes($0) }
      || headlineVerbs.contains { words.hasBytes($0.0) }
  }

  private static let paperStems: [String] =
    nouns.map { " \($0)" } + [
      " memoranda", " document", " paper", " pact", " charter", " plan", " statement", " sign",
      " agree", " text", " settle", " deal",
    ]

  /// - Parameter headline: as it is printed; what it names goes before what its sentences do.
  static func kind(_ event: Event, headline: String? = nil) -> Kind {
    if event.content.isAggregate { return .total }
    let texts = [headline ?? event.content.headline] + event.mentions.map(\.quote)
    for (index, text) in texts.enumerated() {
      if let kind = kind(inWords: text) { return kind }
      let words = plain(text)
      if index == 0, words.hasBytes(" agreement ") || words.hasBytes(" accord ") { break }
    }
    return event.content.type == .declaration ? .declaration : .agreement
  }

  /// The kind of paper that words name.
  static func kind(inWords text: String) -> Kind? {
    let words = plain(text)
    return kinds.first { words.hasBytes(" \($0.0) ") }?.1
  }

  private static func plain(_ text: String) -> String {
    " " + text.lowercased().map { $0.isLetter ? String($0) : " " }.joined() + " "
  }

  /// What the sentences, or one right after them, say is wanting; else the word of the headline, else
  /// of the first sentence that has one.
  ///
  /// - Parameters:
  ///   - headline: as it is printed.
  ///   - sequels: what sentences after others say.
  ///   - beside: headlines of other papers that the same sentences tell, whose verbs are theirs.
  static func standing(
    _ event: Event, headline: String? = nil, sequels: [Sequel] = [], beside: [String] = []
  ) -> Standing {
    switch event.content.status {
    case .planned: return .announced
    case .hypothetical: return .conditional
    default: break
    }
    let headline = plain(headline ?? event.content.headline)
    if headline.hasSuffix(" in force ") { return .inForce }
    if let want = want(event, sequels) { return want }
    for (word, standing) in headlineVerbs where headline.hasBytes(word) { return standing }
    let beside = beside.map(plain)
    let others = headlineVerbs.filter { verb in beside.contains { $0.hasBytes(verb.0) } }.map(\.1)
    let own = verbs.filter { !others.contains($0.1) }
    for mention in event.mentions {
      let text = mention.quote.lowercased()
      if let verb = own.first(where: { text.hasBytes($0.0) }) { return verb.1 }
    }
    return .untold
  }

  /// What sentences say is wanting; nil where they say nothing of it.
  static func want(_ event: Event, _ sequels: [Sequel]) -> Standing? {
    for mention in event.mentions {
      let quote = mention.quote
      if quote.hasBytes("force") || quote.hasBytes("i.f.") || quote.hasBytes("signed")
        || quote.hasBytes("ratified")
      {
        let text = quote.lowercased()
        if let want = wants.first(where: { text.hasBytes($0.0) }) { return want.1 }
      }
      if let sequel = sequels.first(where: { $0.follows(mention) }) { return sequel.standing }
    }
    return nil
  }

  /// A headline without the word at its end that only says how the paper stands.
  static func title(_ headline: String, standing: Standing) -> String {
    for (word, own) in verbs where own == standing || standing.isWanting {
      guard headline.hasSuffix(" \(word)") else { continue }
      let rest = String(headline.dropLast(word.count + 1))
      // "Aircraft reported signed" is no title.
      let names = plain(rest)
      if rest.split(separator: " ").count > 1,
        nouns.contains(where: { names.hasBytes(" \($0) ") }), !rest.hasSuffix(" reported")
      {
        return rest
      }
    }
    return headline
  }
}
