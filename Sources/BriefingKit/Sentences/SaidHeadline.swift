import Chronicle
import Extraction

/// Gives a headline that names a deed and not its object ("Officials initialled") the words of the
/// sentence that say more: nothing is added that does not stand in it.
struct SaidHeadline {
  /// The words of the sentence.
  private let words: [String]
  private let bare: [String]
  private let headline: [String]
  private let dates: [[String]]

  /// The headline with what it does not say; as it is where it says enough or the sentence no more.
  static func complete(_ headline: String, _ event: Event, isTwin: Bool) -> String {
    guard isTwin || needsMore(headline) else { return headline }
    let dates = event.mentions.compactMap(\.dateText)
    for mention in event.mentions {
      let said = SaidHeadline(headline, mention.quote, dates)
      if let more = said.whole
        ?? (isTwin ? said.apart(mention.dateText, event.content.actors) : nil),
        more.count <= FullHeadline.limit
      {
        return more.prefix(1).uppercased() + more.dropFirst()
      }
    }
    return headline
  }

  private init(_ headline: String, _ quote: String, _ dates: [String]) {
    words = quote.split(whereSeparator: \.isWhitespace).map(String.init)
    bare = words.map(FullHeadline.bare)
    self.headline = headline.split(separator: " ").map(String.init)
    self.dates = dates.map { $0.split(separator: " ").map(FullHeadline.bare) }
  }

  private static let places: Set<String> = ["at", "by", "for", "in", "to", "with"]

  /// A completed headline for a figure: the first form again where that says the same with less,
  /// else without the phrases that end it, else cut.
  static func short(_ whole: String, instead own: String, most: Int) -> String {
    let first = own.split(separator: " ").map(String.init)
    let bare = first.count > 1 && articles.contains(first[0].lowercased())
    let plain = first.dropFirst(bare ? 1 : 0).joined(separator: " ")
    if whole.lowercased().hasPrefix(plain.lowercased()) || whole.hasSuffix(first.last ?? whole) {
      return plain.prefix(1).uppercased() + plain.dropFirst()
    }
    var words = whole.split(separator: " ").map(String.init)
    while let last = words.lastIndex(where: { places.contains($0) }), last > 2 {
      words = Array(words[..<last])
      let text = words.joined(separator: " ")
      if text.count <= most { return text }
    }
    while words.joined(separator: " ").count >= most, words.count > 1 { words.removeLast() }
    return words.joined(separator: " ") + "…"
  }

  // MARK: What says too little

  private static let articles: Set<String> = ["a", "an", "the"]
  private static let kinds: Set<String> = [
    "Agreement", "Accord", "Contract", "Declaration", "Memorandum", "Protocol", "Treaty", "Trade",
  ]
  private static let pens: Set<String> = ["name", "names", "signature", "signatures"]

  private static func needsMore(_ headline: String) -> Bool {
    let words = headline.split(separator: " ")
    guard let last = words.last, let first = words.first, words.count <= 8,
      !headline.hasSuffix("…"), !(words.count > 2 && words[2] == "of" && first == "A")
    else { return false }
    return last.hasSuffix("ed") || headline.hasSuffix(", set up") || pens.contains(String(last))
      || articles.contains(first.lowercased()) || isKind(words) || isBarePaper(words)
      || plurals.contains(first.lowercased())
      || words.dropLast().last == "the" && last.first?.isLowercase == true
  }

  /// "Agreement of Azerbaijan and Pakistan": a kind of deed and who.
  private static func isKind(_ words: [Substring]) -> Bool {
    words.count > 2 && kinds.contains(String(words[0])) && words[1] == "of"
  }

  private static let papers = Set(kinds.map { $0.lowercased() } + ["mou"])
  /// Papers, more than one.
  static let plurals: Set<String> = [
    "accords", "agreements", "contracts", "documents", "memoranda", "memorandums", "mous", "papers",
    "protocols", "treaties",
  ]

  /// "States sign an agreement": no word of what about.
  private static func isBarePaper(_ words: [Substring]) -> Bool {
    words.count > 2 && ["a", "an"].contains(words[words.count - 2])
      && papers.contains(String(words[words.count - 1]).lowercased())
  }

  private var whole: String? {
    if headline.count > 2, Self.kinds.contains(headline[0]), headline[1] == "of" {
      return headline[0] == "Trade" ? amount : kind
    }
    return subject ?? counted ?? afterAside ?? copula ?? signedPart ?? relative ?? underneath
      ?? complement
      ?? definite ?? predicate
  }

  // MARK: Whole clauses

  private static let being: Set<String> = ["is", "are", "was", "were"]

  /// "The Commission, set up": "Commission held its sixth session", the clause around the aside.
  private var afterAside: String? {
    guard let comma = headline.lastIndex(where: { $0.hasSuffix(",") }), comma + 1 < headline.count,
      headline.count - comma <= 3
    else { return nil }
    let subject = Array(headline[...comma])
    guard let start = place(of: subject), words[start + comma].hasSuffix(","),
      let close = (start + comma + 1..<words.count).first(where: { words[$0].hasSuffix(",") })
    else { return nil }
    let rest = clause(from: close + 1, after: subject)
    guard rest.count > 1 else { return nil }
    return (withoutArticle(subject.map(unmarked)) + rest).joined(separator: " ")
  }

  /// "Our stated goal, announced on Monday, is $2 billion": the clause without the aside.
  private var copula: String? {
    guard let at = verb, at > 1, words[at - 1].hasSuffix(","), at < 9,
      let close = (at..<words.count).first(where: { words[$0].hasSuffix(",") }),
      close + 1 < words.count, Self.being.contains(words[close + 1])
    else { return nil }
    let subject = Array(words[..<at])
    let rest = clause(from: close + 1, after: subject)
    guard rest.count > 1 else { return nil }
    return (withoutArticle(subject.map(unmarked)) + rest).joined(separator: " ")
  }

  /// "The Commission was constituted by an agreement signed in May": what was signed is no commission.
  private var signedPart: String? {
    guard let at = verb else { return nil }
    let subject = Array(headline.dropLast())
    guard let start = place(of: subject), start + subject.count < at,
      Self.being.contains(words[start + subject.count])
    else { return nil }
    let between = words[(start + subject.count + 1)..<at]
    guard between.count > 1, !between.contains(where: isMarked) else { return nil }
    return (subject + between).joined(separator: " ")
  }

  // MARK: Objects

  /// "The text that officials initialled": "Officials initialled the text".
  private var relative: String? {
    guard let at = verb else { return nil }
    let start = at - headline.count + 1
    guard start > 1, Array(bare[start...at]) == headline.map(FullHeadline.bare),
      ["that", "which"].contains(bare[start - 1]),
      let head = (max(0, start - 7)..<(start - 1)).last(where: { isDeterminer(bare[$0]) }),
      !words[head..<(start - 1)].contains(where: isMarked)
    else { return nil }
    return (headline + words[head..<(start - 1)]).joined(separator: " ")
  }

  /// "Ministers put their names": "to the declaration".
  private var underneath: String? {
    guard let last = headline.last, Self.pens.contains(last),
      let at = bare.lastIndex(of: last), at + 2 < words.count, bare[at + 1] == "to",
      isDeterminer(bare[at + 2])
    else { return nil }
    let rest = phrase(from: at + 2)
    return rest.isEmpty ? nil : (headline + ["to"] + rest).joined(separator: " ")
  }

  private static let links: Set<String> = [
    "about", "between", "for", "in", "of", "on", "to", "with",
  ]

  /// "Protocol initialled": "Protocol on customs data initialled".
  private var complement: String? {
    guard let at = verb, at > 2, Self.being.contains(bare[at - 1]) || bare[at - 1] == "been" else {
      return nil
    }
    let subject = Array(headline.dropLast())
    guard let start = place(of: subject), let last = headline.last else { return nil }
    let end = start + subject.count
    let stop = bare[at - 1] == "been" ? at - 2 : at - 1
    guard end < stop, Self.links.contains(bare[end]), !words[end..<stop].contains(where: isMarked)
    else { return nil }
    return (subject + words[end..<stop] + [last]).joined(separator: " ")
  }

  /// "Azerbaijan supports the statements": "that the Group issued".
  private var definite: String? {
    guard headline.count > 2, headline[headline.count - 2] == "the",
      let start = place(of: Array(headline.suffix(2))), start + 2 < words.count,
      ["that", "which"].contains(bare[start + 2])
    else { return nil }
    // Dates of other deeds are none of this one's.
    let all = clause(from: start + 2, after: headline)
    let end = all.indices.dropLast().first {
      Self.links.contains(all[$0]) && all[$0 + 1].first?.isNumber == true
    }
    let rest = all[..<(end ?? all.count)]
    return rest.count < 3 ? nil : (headline + rest).joined(separator: " ")
  }

  private static let deeds: Set<String> = [
    "drew", "brought", "saw", "took", "gave", "held", "led", "began", "won",
  ]

  /// "A business forum": "drew 83 companies"; without its article in any case.
  private var predicate: String? {
    guard let first = headline.first, Self.articles.contains(first.lowercased()) else { return nil }
    let bareHeadline = withoutArticle(headline)
    guard let start = place(of: headline), start == 0 else {
      return bareHeadline.joined(separator: " ")
    }
    let next = (headline.count..<min(words.count, headline.count + 6)).first {
      Self.deeds.contains(bare[$0]) || bare[$0].hasSuffix("ed")
    }
    let rest = next.map { clause(from: $0, after: headline) } ?? []
    return (bareHeadline + (rest.count > 1 ? rest : [])).joined(separator: " ")
  }

  // MARK: Kinds

  /// "Agreement of Finland and Namibia": "Sales agreement for refined products".
  private var kind: String? {
    let noun = headline[0].lowercased()
    guard let at = bare.firstIndex(of: noun), !isMarked(words[max(0, at - 1)]),
      let head = (max(0, at - 4)..<at).last(where: { Self.articles.contains(bare[$0]) }),
      !words[head..<at].contains(where: isMarked)
    else { return nil }
    var result = words[(head + 1)..<at].map { $0 }
    result.append(unmarked(words[at]))
    if !isMarked(words[at]), at + 1 < words.count, Self.links.contains(bare[at + 1]) {
      let rest = phrase(from: at + 2)
      if !rest.isEmpty { result += [words[at + 1]] + rest }
    }
    return result.count > 1 ? result.joined(separator: " ") : nil
  }

  /// "States sign an agreement": "on air services".
  private var subject: String? {
    guard Self.isBarePaper(headline.map { $0[...] }), let noun = headline.last,
      var end = bare.firstIndex(of: FullHeadline.bare(noun)), !isMarked(words[end])
    else { return nil }
    end += 1
    var kind: [String] = []
    if end + 1 < words.count, bare[end] == "of", bare[end + 1] == "understanding" {
      kind = [words[end], unmarked(words[end + 1])]
      if isMarked(words[end + 1]) { return (headline + kind).joined(separator: " ") }
      end += 2
    }
    var rest: [String] = []
    if end < words.count, ["on", "for", "about"].contains(bare[end]), !isDate(end + 1) {
      rest = phrase(from: end + 1)
      // Up to the date.
      let cut = rest.indices.first { Self.links.contains(rest[$0]) && isDate(end + 2 + $0) }
      if let cut { rest = Array(rest[..<cut]) }
      if !rest.isEmpty { rest.insert(words[end], at: 0) }
    }
    return kind.isEmpty && rest.isEmpty ? nil : (headline + kind + rest).joined(separator: " ")
  }

  /// Whether a date stands at a word.
  private func isDate(_ at: Int) -> Bool {
    guard at < bare.count else { return false }
    return bare[at].first?.isNumber == true
      || dates.contains { !$0.isEmpty && bare[at...].starts(with: $0) }
  }

  /// "Memorandums and a promise": "13 agreements and memorandums and a promise", with their number.
  private var counted: String? {
    guard let first = headline.first, Self.plurals.contains(first.lowercased()),
      let start = place(of: headline), start > 2, bare[start - 1] == "and",
      Self.plurals.contains(bare[start - 2]),
      bare[start - 3].allSatisfy(\.isNumber) || BodyReader.numerals.contains(bare[start - 3])
    else { return nil }
    return words[(start - 3)..<(start + headline.count)].map(unmarked).joined(separator: " ")
  }

  private static let scales: Set<String> = ["thousand", "million", "billion", "bn", "m"]

  /// "Trade of Finland and Namibia": the amount that stands at the date, "US$ 21 million two years
  /// before".
  private var amount: String? {
    if headline.contains(where: { $0.contains(where: \.isNumber) }) { return nil }
    for date in dates where !date.isEmpty && date.count < words.count {
      let found = (1...(words.count - date.count)).first {
        Array(bare[$0..<($0 + date.count)]) == date
      }
      guard var end = found else { continue }
      if Self.links.contains(bare[end - 1]) { end -= 1 }
      var start = end
      if start > 0, Self.scales.contains(bare[start - 1]) { start -= 1 }
      guard start > 0, words[start - 1].contains(where: \.isNumber), !isMarked(words[end - 1])
      else { continue }
      start -= 1
      if !words[start].contains(where: { "$€£".contains($0) }) {
        guard start > 0, words[start - 1].contains(where: { "$€£".contains($0) }) else { continue }
        start -= 1
      }
      return headline.joined(separator: " ") + ": " + words[start..<end].joined(separator: " ")
    }
    return nil
  }

  // MARK: Twins

  /// What tells an event from another that has its headline: whose part it was.
  private func apart(_ date: String?, _ actors: [String]) -> String? {
    distributed(date) ?? accompanied(Set(actors.compactMap { StateNames.short[$0] }))
  }

  /// "both Houses passed resolutions: the Senate on 2 October and the Assembly on the 6th".
  private func distributed(_ text: String?) -> String? {
    guard let date = text?.split(separator: " ").map(FullHeadline.bare), !date.isEmpty,
      let colon = words.lastIndex(where: { $0.hasSuffix(":") }), colon + 1 < words.count,
      words.count >= date.count,
      let at = (colon + 1...max(colon + 1, words.count - date.count)).first(where: {
        $0 + date.count <= words.count && Array(bare[$0..<($0 + date.count)]) == date
      }), ["on", "in"].contains(bare[at - 1]),
      let head = (max(colon + 1, at - 5)..<(at - 1)).last(where: { isDeterminer(bare[$0]) }),
      !words[head..<(at - 1)].contains(where: isMarked)
    else { return nil }
    return headline.joined(separator: " ") + ": " + words[head..<(at - 1)].joined(separator: " ")
  }

  /// "with Pakistan, then an elected member, voting in favour", of who acts.
  private func accompanied(_ actors: Set<String>) -> String? {
    guard let with = bare.lastIndex(of: "with"), with + 2 < words.count,
      actors.contains(unmarked(words[with + 1])),
      let act = (with + 2..<words.count).first(where: { bare[$0].hasSuffix("ing") })
    else { return nil }
    let rest = clause(from: act, after: headline)
    guard !rest.isEmpty else { return nil }
    return headline.joined(separator: " ") + ", "
      + ([unmarked(words[with + 1])] + rest).joined(separator: " ")
  }

  // MARK: Words

  /// Where the headline's last word stands as it is.
  private var verb: Int? { headline.last.flatMap { bare.firstIndex(of: FullHeadline.bare($0)) } }

  private func place(of phrase: [String]) -> Int? {
    let phrase = phrase.map(FullHeadline.bare)
    guard !phrase.isEmpty, words.count > phrase.count else { return nil }
    return (0..<(words.count - phrase.count)).first {
      Array(bare[$0..<($0 + phrase.count)]) == phrase
    }
  }

  private func clause(from start: Int, after stem: [String]) -> [String] {
    guard start < words.count else { return [] }
    return FullHeadline.clause(Array(words[start...]), after: stem, dates: dates)
  }

  private static let stops: Set<String> = [
    "and", "but", "could", "had", "has", "if", "that", "was", "were", "which", "who", "whose",
    "will",
  ]

  /// A phrase up to a mark or to what goes on about it.
  private func phrase(from start: Int) -> [String] {
    var result: [String] = []
    for at in start..<words.count where result.count < 8 {
      if Self.stops.contains(bare[at]) { break }
      result.append(unmarked(words[at]))
      if isMarked(words[at]) { break }
    }
    return result
  }

  private func isDeterminer(_ word: String) -> Bool {
    Self.articles.contains(word) || ["its", "their", "this", "his", "her", "two"].contains(word)
  }

  private func isMarked(_ word: String) -> Bool { word.last.map { ",;:.".contains($0) } ?? false }

  private func unmarked(_ word: String) -> String {
    isMarked(word) ? String(word.dropLast()) : word
  }

  private func withoutArticle(_ words: [String]) -> [String] {
    guard words.count > 1, Self.articles.contains(words[0].lowercased()) else { return words }
    return Array(words.dropFirst())
  }
}
