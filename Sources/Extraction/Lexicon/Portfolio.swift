import Diagnostics
import Prose

/// What a minister is for, where no table has the office: "Minister for Development Co-operation".
enum Portfolio {
  /// The entities, offices such as "Minister" with the words of their portfolio behind "of" or "for".
  static func widened(_ entities: [Entity], _ tokens: [Token], of text: SourceText) -> [Entity] {
    var result = entities
    for (i, entity) in entities.enumerated() where entity.kind == .office {
      guard heads.contains(tokens[entity.range.upperBound - 1].key),
        let end = end(after: entity.range.upperBound, tokens, entities)
      else { continue }
      result[i].range = entity.range.lowerBound..<end
      result[i].name = text.string(
        Span(tokens[entity.range.lowerBound].start, tokens[end - 1].end))
    }
    return result
  }

  /// One past the last word of the portfolio that begins behind an office; nil where none does.
  private static func end(after start: Int, _ tokens: [Token], _ entities: [Entity]) -> Int? {
    guard start < tokens.count, prepositions.contains(tokens[start].key) else { return nil }
    var i = start + 1
    if i < tokens.count, tokens[i].key == the { i += 1 }
    var end: Int?
    while i < min(tokens.count, start + longest) {
      let token = tokens[i]
      let isGlued = tokens[i - 1].end == token.start
      if token.kind == .word, token.isCapitalised || isGlued && end == i - 1 {
        // "Minister for International Development Heidi Hautala": the name of the one who holds it.
        if end != nil, !isGlued, !words.contains(token.key), words.contains(tokens[i - 1].key),
          i + 1 < tokens.count, tokens[i + 1].isCapitalised, !words.contains(tokens[i + 1].key)
        {
          break
        }
        guard !entities.contains(where: { $0.range.contains(i) }) else { break }
        end = i + 1
      } else if token.key == dash, isGlued, end == i {
        end = i + 1
      } else if !joints.contains(token.key) || end == nil {
        break
      }
      i += 1
    }
    return end
  }

  private static let longest = 10
  private static let words = WordSet(Lexicon.builtIn.portfolios.map { WordKey($0) })
  private static let heads = BlockReading.keys("minister ministers secretary commissioner")
  private static let prepositions = BlockReading.keys("of for")
  private static let joints = BlockReading.keys("and &")
  private static var the: WordKey { "the" }
  private static var dash: WordKey { "-" }
}
