import Chronicle
import Diagnostics
import Prose

/// Finds who wrote a document and in whose name.
struct Byline {
  let words: HeaderWords

  struct Found {
    var author: String?
    var voice: Voice?
  }

  func find(_ document: Document, title: String, head: [HeaderLine], end: [HeaderLine]) -> Found {
    var found = Found()
    if let value = words.names(.authorField).lazy.compactMap({ document.field($0)?.value }).first,
      !value.isEmpty
    {
      found.author = value
      found.voice = Self.voice(of: value)
    }
    for (index, line) in head.enumerated()
    where !title.hasPrefix(line.string) || words.opensPaper(line) {
      if found.voice != nil && found.author != nil { break }
      read(line, head, index, &found)
    }
    if found.voice == nil {
      found.voice =
        speaker(head) ?? writer(head, end, &found) ?? Self.speakingAs(head)
        ?? Self.interviewed(head)
    }
    if found.author == nil { found.author = found.voice.map(\.name) }
    return found
  }

  /// "The writer is Ambassador of …", "A former Irish diplomat, N. N. teaches …": under the article,
  /// by its opening or by the name that stands at its head.
  private func writer(_ head: [HeaderLine], _ end: [HeaderLine], _ found: inout Found) -> Voice? {
    // A name on a line of its own may look like a heading.
    let names = head.filter { isName($0, mayBeHeading: true) && $0.words <= 4 }
    for line in end {
      let name = names.first { name in
        line.span != name.span
          && name.tokens.last.map { last in
            line.tokens.contains { $0.key == last.key && $0.isCapitalised }
          } == true
      }
      guard
        name != nil
          || words.match(.writer, line.tokens, at: opening(line), before: line.tokens.count) != nil,
        let voice = VoiceReader.voice(in: line.reading)
      else { continue }
      found.author = found.author ?? name?.string
      return voice
    }
    return nil
  }

  /// "Embassy of the Republic of Poland in Hanoi" over "Remarks by the Ambassador": whose envoy it is,
  /// the mission says.
  private func speaker(_ head: [HeaderLine]) -> Voice? {
    guard
      let envoy = head.first(where: { line in
        line.words <= 16
          && line.reading.entities.contains { $0.kind == .office && $0.rank == Self.envoy }
          && line.tokens.contains { $0.key == Self.by }
      }),
      let mission = head.lazy.compactMap(Self.mission).first
    else { return nil }
    let role = envoy.reading.entities.first { $0.kind == .office && $0.rank == Self.envoy }
    var voice = mission
    let owner = StateNames.short[voice.side] ?? voice.side
    voice.name = "\(role?.name ?? "Ambassador") of \(owner)"
    return voice
  }

  /// "I leave after four years as Norway’s ambassador": who writes says whose envoy he is.
  private static func speakingAs(_ head: [HeaderLine]) -> Voice? {
    head.lazy.filter { line in line.tokens.contains { mine.contains($0.key) } }.compactMap { line in
      let isSaid = line.reading.entities.contains { office in
        office.kind == .office && office.rank == envoy
          && (max(0, office.range.lowerBound - 5)..<office.range.lowerBound).contains {
            line.tokens[$0].key == WordKey("as")
          }
      }
      return isSaid ? VoiceReader.voice(in: line.reading) : nil
    }.first
  }

  /// "“The sea is short”: Greece’s ambassador says goodbye" over an interview.
  private static func interviewed(_ head: [HeaderLine]) -> Voice? {
    let lines = head.prefix(8)
    guard lines.contains(where: { $0.tokens.contains { talks.contains($0.key) } }) else {
      return nil
    }
    return lines.lazy.filter { line in
      line.words <= 20
        && line.reading.entities.contains { $0.kind == .office && (3...envoy).contains($0.rank) }
    }.compactMap { VoiceReader.voice(in: $0.reading) }.first
  }

  /// "N. N. spoke to Ambassador Caballero at the embassy", in a paper of Kingston: an envoy whose state
  /// nobody needs to name is that of the other party.
  static func guest(_ head: [HeaderLine], parties: [String]) -> Voice? {
    guard parties.count == 2, let office = head.prefix(8).lazy.compactMap(envoySpokenTo).first
    else { return nil }
    let places = head.prefix(8).flatMap(\.reading.entities).filter {
      $0.kind == .city || $0.kind == .capital
    }
    guard let host = places.lazy.compactMap(\.code).first(where: parties.contains),
      let side = parties.first(where: { $0 != host })
    else { return nil }
    let name = "\(office) of \(StateNames.short[side] ?? side)"
    return Voice(side: side, host: host, name: name)
  }

  private static func envoySpokenTo(_ line: HeaderLine) -> String? {
    let (tokens, entities) = (line.tokens, line.reading.entities)
    let isTalk = tokens.indices.dropLast().contains { i in
      talks.contains(tokens[i].key)
        || speaking.contains(tokens[i].key) && partners.contains(tokens[i + 1].key)
    }
    guard isTalk,
      let office = entities.first(where: { $0.kind == .office && $0.rank == envoy })
    else { return nil }
    return office.name.prefix(1).uppercased() + office.name.dropFirst()
  }

  private static let speaking = BlockReading.keys("spoke speaks talked talks met sat interviews")
  private static let partners = BlockReading.keys("to with down")

  private static let mine = BlockReading.keys("i my me")

  /// A line that is hardly more than the name of a mission.
  static func mission(_ line: HeaderLine) -> Voice? {
    guard line.words <= 12, !line.string.hasSuffix("."),
      let first = line.tokens.first(where: { !SideFinder.articles.contains($0.key) }),
      missions.contains(first.key)
    else { return nil }
    return VoiceReader.voice(in: line.reading)
  }

  /// A line that is no more than the name of a state's mission, ministry or parliament.
  static func house(_ line: HeaderLine) -> Voice? {
    guard (2...12).contains(line.words), !line.string.hasSuffix("."), line.dates.isEmpty,
      line.tokens.allSatisfy({
        $0.isCapitalised || $0.kind != .word || joints.contains($0.key)
      }), !line.tokens.contains(where: { marks.contains($0.key) }),
      // "Embassy of Peru and Embassy of Chile" is of neither.
      !line.tokens.contains(where: { $0.key == WordKey("and") })
        || Set(line.reading.entities.compactMap(\.code)).count <= 1
    else { return nil }
    return mission(line)
      ?? (line.tokens.contains { houses.contains($0.key) }
        ? VoiceReader.voice(in: line.reading) ?? owner(line) : nil)
  }

  /// "National Assembly of the Republic of Serbia", "Norwegian Ministry of Foreign Affairs".
  private static func owner(_ line: HeaderLine) -> Voice? {
    let states = line.reading.entities.filter {
      [.state, .demonym, .body].contains($0.kind) && $0.code != nil
    }
    guard let code = states.first?.code, states.allSatisfy({ $0.code == code }) else { return nil }
    return Voice(side: code, host: nil, name: line.string)
  }

  static let houses = BlockReading.keys(
    "ministry parliament assembly senate congress chancery presidency department")
  private static let joints = BlockReading.keys("of the and for to in at")
  private static let marks = BlockReading.keys("- :")
  private static let missions = BlockReading.keys("embassy high consulate permanent")
  private static var by: WordKey { "by" }
  /// The rank of ambassadors in the table of offices.
  private static let envoy = 5

  private func read(
    _ line: HeaderLine, _ head: [HeaderLine], _ index: Int, _ found: inout Found
  ) {
    guard line.words <= 40 else { return }
    let tokens = line.tokens
    if let (by, _) = words.match(.author, tokens, at: 0, before: tokens.count),
      by.upperBound < tokens.count, line.words <= 14
    {
      let name = Self.name(line, from: by.upperBound)
      found.voice = found.voice ?? VoiceReader.voice(in: joined(head, from: index))
      if found.author == nil, let name { found.author = name }
      return
    }
    // "First ambassador of Canada: credentials 12 June 1974" is an entry of a list.
    guard found.voice == nil, !line.isItem,
      let voice = VoiceReader.voice(in: joined(head, from: index))
    else { return }
    if line.words <= 26, words.find(.speaks, tokens, in: tokens.indices) != nil {
      found.voice = voice
    } else if isOffice(line) || isIntroduced(voice, line) || isInterviewed(line) {
      found.voice = voice
      let isPerson = line.reading.entities.contains { $0.kind == .office }
      if found.author == nil, isPerson, index > 0, isName(head[index - 1]) {
        found.author = head[index - 1].string
      }
    }
  }

  /// A line that is hardly more than an office: its first office stands near its beginning.
  private func isOffice(_ line: HeaderLine) -> Bool {
    // "Remarks by the Minister of Trade of Jamaica at the reception in honour of …".
    let isPaper = words.opensPaper(line)
    guard line.words <= (isPaper ? 36 : 16), !line.string.hasSuffix("."),
      let office = line.reading.entities.first(where: { $0.kind == .office })
    else { return false }
    let isNear =
      office.range.lowerBound <= 5
      || isPaper && office.range.lowerBound <= 12
        && line.tokens[2..<office.range.lowerBound].allSatisfy {
          $0.isCapitalised || $0.kind == .punctuation || SideFinder.articles.contains($0.key)
        }
    return isNear
      && !(office.range.upperBound..<line.tokens.count).contains {
        tellsNews($0, behind: office, line)
      }
  }

  /// "Turkish foreign minister ends visit": a headline; not so "Minister of foreign affairs and exports".
  private func tellsNews(_ i: Int, behind office: Entity, _ line: HeaderLine) -> Bool {
    guard !line.tokens[i].isCapitalised,
      let verb = VerbLexicon.builtIn.entry(line.tokens[i].key), verb.form == .third
    else { return false }
    return !verb.isNoun
      || i + 1 < line.tokens.count
        && (i == office.range.upperBound || line.tokens[i - 1].isCapitalised)
  }

  /// "Brazil’s ambassador to Angola on half a century of recognition": over an interview.
  private func isIntroduced(_ voice: Voice, _ line: HeaderLine) -> Bool {
    guard let office = line.reading.entities.first(where: { $0.kind == .office }),
      office.range.lowerBound <= 4
    else { return false }
    // "The Foreign Minister of Cabo Verde, N. N., on cooperation and climate".
    if line.words <= 26, !line.string.hasSuffix("."),
      (office.range.upperBound..<line.tokens.count).dropFirst().contains(where: {
        line.tokens[$0].key == WordKey("on") && line.tokens[$0 - 1].key == WordClass.comma
      })
    {
      return true
    }
    guard voice.host != nil,
      let host = line.reading.entities.first(where: {
        $0.code == voice.host && $0.range.lowerBound > office.range.lowerBound
      }), host.range.upperBound < line.tokens.count
    else { return false }
    return Self.introducing.contains(line.tokens[host.range.upperBound].key)
  }

  /// "N. N., the Ambassador of South Africa, received us for a farewell conversation".
  private func isInterviewed(_ line: HeaderLine) -> Bool {
    let tokens = line.tokens
    guard let office = line.reading.entities.first(where: { $0.kind == .office }),
      office.rank == Self.envoy
    else { return false }
    return (office.range.upperBound..<tokens.count).contains {
      Self.talks.contains(tokens[$0].key)
        && (tokens[$0 - 1].key == WordKey("for")
          || (max(0, $0 - 4)..<$0).contains { tokens[$0].key == WordKey("for") })
    }
  }

  private static let talks = BlockReading.keys("interview conversation talk")
  private static let introducing = BlockReading.keys(
    "on - : looks reflects remembers recalls explains answers reviews")

  /// Two to five capitalised words and nothing else.
  private func isName(_ line: HeaderLine, mayBeHeading: Bool = false) -> Bool {
    (2...7).contains(line.words) && (mayBeHeading || !line.isHeading)
      && line.tokens.allSatisfy { $0.isCapitalised || $0.key == NameRun.stop || $0.kind == .word }
      && line.tokens.count(where: \.isCapitalised) * 3 >= line.tokens.count * 2
      && !line.reading.entities.contains { [.state, .organisation, .body].contains($0.kind) }
  }

  /// The line and those that go on with a small letter, read as one.
  private func joined(_ head: [HeaderLine], from index: Int) -> BlockReading {
    var text = head[index].string
    var next = index + 1
    while next < head.count, next - index <= 3, let first = head[next].tokens.first,
      first.kind == .word, !first.isCapitalised
    {
      text += " " + head[next].string
      next += 1
    }
    return next == index + 1 ? head[index].reading : Self.reading(of: text)
  }

  private func opening(_ line: HeaderLine) -> Int {
    line.tokens.firstIndex { $0.kind != .punctuation } ?? 0
  }

  private static func voice(of text: String) -> Voice? {
    VoiceReader.voice(in: reading(of: text))
  }

  private static func reading(of string: String) -> BlockReading {
    let text = SourceText(path: "", text: string)
    let tokens = Tokenizer.tokens(of: text, in: Span(0, text.bytes.count))
    return BlockReading(
      text: text, tokens: tokens, sentences: [tokens.indices],
      entities: Gazetteer.builtIn.entities(tokens, of: text), dates: [], money: [])
  }

  /// The words behind "By" up to a comma, bar or dash; nil where they begin small.
  private static func name(_ line: HeaderLine, from start: Int) -> String? {
    let tokens = line.tokens
    guard tokens[start].isCapitalised else { return nil }
    let end =
      tokens[start...].firstIndex { [",", "|", "-", "(", ";"].map(WordKey.init).contains($0.key) }
      ?? tokens.count
    guard end > start else { return nil }
    return line.reading.string(start..<end)
  }
}
