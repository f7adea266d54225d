import Chronology
import Diagnostics
import Prose

/// Finds the title of a document and who publishes it.
struct TitleReader {
  let words: HeaderWords

  func title(_ document: Document, head: [HeaderLine]) -> String {
    if document.format == .markdown, let title = field(.titleField, document) { return title }
    let own = head.filter { $0.furniture == nil }
    if document.format == .html,
      let heading = document.blocks.first(where: { $0.headingLevel == 1 && !$0.isFurniture })
    {
      return document.text.string(heading.span)
    }
    if let index = own.indices.prefix(5).first(where: {
      canBeTitle(own[$0]) && !isPaper(own[$0], before: own[($0 + 1)...].prefix(4))
    }) {
      return continued(own, from: index)
    }
    if let title = field(.titleField, document) { return Self.withoutSite(title).title }
    return own.first { $0.words >= 2 && $0.words <= 30 }?.string ?? Self.stem(document.path)
  }

  private func canBeTitle(_ line: HeaderLine) -> Bool {
    guard line.words >= 2, line.words <= 32, !line.string.hasSuffix("."), !isMasthead(line),
      !isPlace(line), line.tokens.first.map({ $0.kind != .word || $0.isCapitalised }) == true,
      words.match(.author, line.tokens, at: 0, before: line.tokens.count) == nil
    else { return false }
    // An office by itself says who speaks; a line that ends in its own date says when.
    let isOffice =
      !words.opensPaper(line)
      && (line.words <= 8 || line.reading.entities.first?.kind == .office)
      && VoiceReader.voice(in: line.reading) != nil
    let isAddress =
      line.tokens.first?.kind == .number
      && words.find(.street, line.tokens, in: line.tokens.indices) != nil
    let isSalutation =
      words.match(.salutation, line.tokens, at: 0, before: line.tokens.count) != nil
      && (line.string.hasSuffix(":") || line.string.hasSuffix(",") || line.words > 12)
    let isDate =
      isImprint(line)
      || line.dates.contains {
        $0.mention.core.precision == .day
          && (line.words < 9 || line.words < 12 && $0.range.upperBound == line.tokens.count)
      }
    let isLabel = words.match(.opinion, line.tokens, at: 0, before: line.tokens.count).map {
      $0.range.upperBound == line.tokens.count
    }
    return !isOffice && !isDate && !isAddress && !isSalutation && isLabel != true
  }

  /// "Published July 4, 2023 | Updated July 5, 2023", "SUPPLEMENT · Monday, 28 July 2025 (B.E. 2568)":
  /// a line that ends in the paper's days behind a mark.
  private func isImprint(_ line: HeaderLine) -> Bool {
    let days = line.dates.filter { $0.mention.core.precision == .day }
    guard let first = days.first?.range else { return false }
    if days.count > 1, words.match(.ownDate, line.tokens, at: 0, before: first.lowerBound) != nil {
      return true
    }
    let mark = line.tokens[..<first.lowerBound].last { $0.kind == .punctuation }
    return mark.map { OwnDate.marks.contains($0.key) } == true
      && line.tokens[first.upperBound...].allSatisfy { $0.kind != .word || $0.isUpperCase }
  }

  /// "The Seoul Observer | Opinion", "The Liffey Review of Foreign Affairs", "National Assembly of the
  /// Republic of Serbia": who prints or issues it, over a line that can be the title.
  private func isPaper(_ line: HeaderLine, before next: ArraySlice<HeaderLine>) -> Bool {
    guard line.words <= 10, next.contains(where: canBeTitle) else { return false }
    let tokens = line.tokens
    if let bar = tokens.firstIndex(where: { $0.key == WordKey("|") }), bar + 1 < tokens.count,
      words.match(.opinion, tokens, at: bar + 1, before: tokens.count)?.range.upperBound
        == tokens.count
    {
      return true
    }
    if Byline.house(line) != nil || isBranch(line) || isIssuer(line) { return true }
    let isName = tokens.allSatisfy {
      $0.isCapitalised || $0.kind != .word || SideFinder.articles.contains($0.key)
    }
    // "The Sunday Lookout, Kingston" over the day of the paper.
    if isName, tokens.first?.key == WordKey("the"), line.words <= 7, line.dates.isEmpty,
      let day = next.first, day.words <= 9,
      day.dates.contains(where: { $0.mention.core.precision == .day })
    {
      return true
    }
    return isName && tokens.first?.key == WordKey("the")
      && words.find(.masthead, tokens, in: tokens.indices) != nil
      && !line.reading.entities.contains { $0.kind == .state || $0.kind == .demonym }
  }

  /// "The Hague" below the name of the embassy.
  private func isPlace(_ line: HeaderLine) -> Bool {
    line.reading.entities.contains {
      ($0.kind == .city || $0.kind == .capital) && $0.range == line.tokens.indices
    }
  }

  /// "Department for the Americas": a part of a house, without a date or a verb.
  private func isBranch(_ line: HeaderLine) -> Bool {
    guard let first = line.tokens.first, Self.branches.contains(first.key), line.words <= 7 else {
      return false
    }
    return line.tokens.allSatisfy {
      $0.isCapitalised || $0.kind != .word || SideFinder.articles.contains($0.key)
        || WordClass.prepositions.contains($0.key)
    }
  }

  /// "Ministry of External Affairs", "Bangkok Tribune", "LAKES PRESS — Africa", "REPUBLIC OF EL
  /// SALVADOR": a name and nothing else.
  private func isIssuer(_ line: HeaderLine) -> Bool {
    let tokens = line.tokens
    let isName = tokens.allSatisfy {
      $0.isCapitalised || $0.kind != .word || SideFinder.articles.contains($0.key)
        || WordClass.prepositions.contains($0.key) || $0.key == WordKey("and")
    }
    guard isName, !words.opensPaper(line), line.dates.isEmpty else { return false }
    let end = tokens.firstIndex { OwnDate.marks.contains($0.key) } ?? tokens.count
    if end > 1, end <= 5, words.match(.newspaper, tokens, at: end - 1, before: end) != nil {
      return true
    }
    let states = line.reading.entities.filter { $0.kind == .state }
    let isState =
      states.count == 1 && states[0].range.upperBound == tokens.count
      && states[0].range.lowerBound <= 1
    return isState
      || states.count < 2 && words.find(.issuer, tokens, in: tokens.indices) != nil
  }

  private static let branches = BlockReading.keys(
    "department directorate directorate-general division section desk bureau branch unit")

  /// A short line in capitals that names an institution, with more lines of the head below.
  func isMasthead(_ line: HeaderLine) -> Bool {
    if line.furniture == "masthead" { return true }
    let hasBody = words.find(.masthead, line.tokens, in: line.tokens.indices) != nil
    let isShouted = line.tokens.allSatisfy { $0.kind != .word || $0.isUpperCase }
    return hasBody && line.words <= 7 && isShouted
      && words.find(.joint, line.tokens, in: line.tokens.indices) == nil
  }

  /// A title that goes on in the next line: with a small letter, after a colon, or where it says no
  /// more than what the paper is or whom it is about.
  private func continued(_ lines: [HeaderLine], from index: Int) -> String {
    let title = lines[index].string
    guard index + 1 < lines.count, case let next = lines[index + 1],
      let first = next.tokens.first, first.kind == .word, next.words <= 30,
      words.match(.author, next.tokens, at: 0, before: next.tokens.count) == nil,
      !next.string.hasSuffix(".")
    else { return title }
    if !first.isCapitalised || isGoingOn(first) && isBare(lines[index]) {
      return "\(title) \(next.string)"
    }
    guard isBare(lines[index]), canBeTitle(next), !next.isItem, next.dates.isEmpty else {
      return title
    }
    return "\(title): \(next.string)"
  }

  /// "ON THE STATE VISIT …"
  private func isGoingOn(_ token: Token) -> Bool { WordClass.prepositions.contains(token.key) }

  /// "JOINT STATEMENT", "TÜRKİYE – GEORGIA".
  private func isBare(_ line: HeaderLine) -> Bool {
    let tokens = line.tokens
    if line.words <= 3, words.find(.joint, tokens, in: tokens.indices)?.range == tokens.indices {
      return true
    }
    let states = line.reading.entities.filter { $0.kind == .state }
    return states.count == 2
      && tokens.indices.allSatisfy { i in
        tokens[i].kind == .punctuation || Self.joints.contains(tokens[i].key)
          || states.contains { $0.range.contains(i) }
      }
  }

  private static let joints = BlockReading.keys("and the of")

  func publisher(_ document: Document, head: [HeaderLine], end: [HeaderLine], title: String)
    -> String?
  {
    if let value = field(.publisherField, document) { return value }
    for line in head {
      if let agency = Self.agency(line) { return agency }
      // "Volume 14 · Spring 2019" names nobody.
      let isNumber = words.match(.periodical, line.tokens, at: 0, before: line.tokens.count) != nil
      if isMasthead(line), line.string != title, !isNumber { return Self.masthead(line) }
    }
    if document.format == .html, let whole = document.field("title")?.value,
      let site = Self.withoutSite(whole).site
    {
      return site
    }
    return end.lazy.filter { $0.furniture == "copyright" }.compactMap(Self.holder).first
  }

  private func field(_ kind: HeaderWords.Kind, _ document: Document) -> String? {
    words.names(kind).lazy.compactMap { document.field($0)?.value }.first { !$0.isEmpty }
  }

  /// "BAKU, Feb. 25, 2025 (Caspian Wire) -": the words in brackets behind a dateline.
  private static func agency(_ line: HeaderLine) -> String? {
    let tokens = line.tokens
    guard let open = tokens.prefix(16).firstIndex(where: { $0.key == WordKey("(") }),
      let close = tokens[open...].prefix(7).firstIndex(where: { $0.key == WordKey(")") }),
      close > open + 1, close + 1 < tokens.count, tokens[close + 1].key == WordKey("-"),
      tokens[..<open].allSatisfy({ $0.kind != .word || $0.isCapitalised }),
      tokens[(open + 1)..<close].allSatisfy({ $0.kind != .word || $0.isCapitalised })
    else { return nil }
    return line.reading.string((open + 1)..<close)
  }

  /// What stands before the place, number or dash of a masthead.
  private static func masthead(_ line: HeaderLine) -> String {
    let tokens = line.tokens
    let end = tokens.firstIndex { [",", "-", "|", "."].map(WordKey.init).contains($0.key) }
    guard let end, end > 0 else { return line.string }
    return line.reading.string(0..<end)
  }

  /// "(c) 2009-2018 Embassy of …. Page last …": the words behind the years.
  private static func holder(_ line: HeaderLine) -> String? {
    let tokens = line.tokens
    guard
      let start = tokens.firstIndex(where: {
        $0.kind == .word && $0.isCapitalised && $0.key != WordKey("copyright")
      }), start < 9
    else { return nil }
    let end =
      tokens[start...].firstIndex { $0.key == WordKey(".") || $0.kind == .number } ?? tokens.count
    return end > start ? line.reading.string(start..<end) : nil
  }

  /// "History of relations | Embassy of Pakistan": the page's name and the site's.
  static func withoutSite(_ title: String) -> (title: String, site: String?) {
    for mark in [" | ", " – ", " — ", " - ", " :: "] {
      let head = title.components(before: mark)
      if head.count < title.count, !head.isEmpty {
        return (head, String(title.dropFirst(head.count + mark.count)))
      }
    }
    return (title, nil)
  }

  /// The name of the file without its ending.
  static func stem(_ path: String) -> String {
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return name }
    return String(name[..<dot])
  }
}
