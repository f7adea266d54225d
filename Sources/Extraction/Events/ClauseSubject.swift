import Diagnostics
import Prose

/// Where the subject of a clause begins: the noun phrase before its verb.
enum ClauseSubject {
  /// From the subject to the end of the clause.
  static func range(_ draft: Draft, _ reading: BlockReading, _ clause: Range<Int>) -> Range<Int> {
    guard let trigger = draft.trigger, clause.contains(trigger.lowerBound) else { return clause }
    var start = trigger.lowerBound
    while start > clause.lowerBound, auxiliaries.contains(reading.tokens[start - 1].key) {
      start -= 1
    }
    var i = start - 1
    while i >= clause.lowerBound {
      let token = reading.tokens[i]
      if reading.has(.date, at: i) { break }
      if token.kind == .punctuation, token.key != WordKey("-"), token.key != WordKey("\u{2019}") {
        break
      }
      // "Ten students a year".
      if determiners.contains(token.key), !WordClass.isPer(i, reading) {
        start = i
        break
      }
      if breaks.contains(token.key) {
        guard token.key == WordKey("of"), i > clause.lowerBound,
          reading.tokens[i - 1].isCapitalised || reading.tokens[i - 1].kind == .word
        else { break }
      }
      start = i
      i -= 1
    }
    return start..<max(clause.upperBound, start + 1)
  }

  static let auxiliaries = BlockReading.keys(
    "was were is are be been being has have had will would shall may can also jointly since then"
      + " not never first again personally warmly")
  static let determiners = BlockReading.keys(
    "the a an this that these those his her its their our my your")
  static let breaks = BlockReading.keys(
    "and or but which who that as in on at from to by with for after before during since when"
      + " where while of under i . e")
}

/// Puts contested words into quotation marks: they are the source's, not the tool's.
enum ContestedQuoting {
  static func quote(_ line: WordLine, limit: Int) -> String {
    let tokens = Tokenizer.tokens(of: line.bytes)
    var holes: [Range<Int>] = []
    for i in tokens.indices {
      for pattern in ContestedTerms.builtIn.wordPatterns(at: tokens[i].key) {
        guard let match = pattern.match(tokens, at: i, NoClasses()),
          !holes.contains(where: { $0.overlaps(match.range) })
        else { continue }
        holes.append(named(match.range, tokens))
      }
    }
    holes = joined(holes.sorted { $0.lowerBound < $1.lowerBound })
    var quoted = line
    for hole in holes.reversed() {
      let (start, end) = (tokens[hole.lowerBound].start, tokens[hole.upperBound - 1].end)
      quoted.bytes.insert(contentsOf: "”".utf8, at: end)
      quoted.bytes.insert(contentsOf: "“".utf8, at: start)
    }
    if holes.isEmpty || quoted.fits(limit) { return quoted.string }
    let rest = HeadlineWriter.plain(PlainText.line(before(holes, tokens, line)))
    return HeadlineWriter.shorten(rest, limit: limit).string
  }

  /// With the capitalised words beside it: "Khojali Genocide".
  private static func named(_ range: Range<Int>, _ tokens: [Token]) -> Range<Int> {
    var start = range.lowerBound
    while start > 1, tokens[start - 1].isCapitalised, tokens[start].isCapitalised { start -= 1 }
    return start..<range.upperBound
  }

  private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    for range in ranges {
      if let last = result.last, range.lowerBound <= last.upperBound {
        result[result.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        result.append(range)
      }
    }
    return result
  }

  /// The text before the first contested word.
  private static func before(_ holes: [Range<Int>], _ tokens: [Token], _ line: WordLine) -> WordLine
  {
    guard let first = holes.first, first.lowerBound > 1 else { return WordLine("“…”") }
    return WordLine(Array(line.bytes[..<tokens[first.lowerBound].start]))
  }
}
