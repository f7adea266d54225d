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
    for (index, line) in head.enumerated() where !title.hasPrefix(line.string) {
      if found.voice != nil && found.author != nil { break }
      read(line, head, index, &found)
    }
    if found.voice == nil {
      // "The writer is Ambassador of …", under the article.
      for line in end
      where words.match(.writer, line.tokens, at: opening(line), before: line.tokens.count) != nil {
        found.voice = VoiceReader.voice(in: line.reading)
        if found.voice != nil { break }
      }
    }
    if found.author == nil { found.author = found.voice.map(\.name) }
    return found
  }

  private func read(
    _ line: HeaderLine, _ head: [HeaderLine], _ index: Int, _ found: inout Found
  ) {
    guard line.words <= 26 else { return }
    let tokens = line.tokens
    if let (by, _) = words.match(.author, tokens, at: 0, before: tokens.count),
      by.upperBound < tokens.count, line.words <= 14
    {
      let name = Self.name(line, from: by.upperBound)
      found.voice = found.voice ?? VoiceReader.voice(in: joined(head, from: index))
      if found.author == nil, let name { found.author = name }
      return
    }
    guard found.voice == nil, let voice = VoiceReader.voice(in: joined(head, from: index)) else {
      return
    }
    if words.find(.speaks, tokens, in: tokens.indices) != nil {
      found.voice = voice
    } else if isOffice(line) {
      found.voice = voice
      if found.author == nil, index > 0, isName(head[index - 1]) {
        found.author = head[index - 1].string
      }
    }
  }

  /// A line that is hardly more than an office: its first office stands near its beginning.
  private func isOffice(_ line: HeaderLine) -> Bool {
    guard line.words <= 16, !line.string.hasSuffix("."),
      let office = line.reading.entities.first(where: { $0.kind == .office })
    else { return false }
    return office.range.lowerBound <= 5
  }

  /// Two to five capitalised words and nothing else.
  private func isName(_ line: HeaderLine) -> Bool {
    (2...7).contains(line.words) && !line.isHeading
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
