import Diagnostics
import Prose

/// Finds the two states that a document is about: those that it names most, its title most of all.
enum PartyFinder {
  /// At most two alpha-3 codes, by the states' names.
  ///
  /// - Parameter voice: who speaks, and to whom: both are very likely parties.
  static func parties(
    _ document: Document, title: String, voice: Voice?, gazetteer: Gazetteer
  ) -> [String] {
    var scores: [String: Int] = [:]
    for block in document.blocks where !block.isFurniture {
      let tokens = document.tokens(of: block)
      let isTitle =
        block.headingLevel == 1
        || block.span.count <= 4 * title.utf8.count && document.text.string(block.span) == title
      for (code, count) in counts(gazetteer.entities(tokens, of: document.text)) {
        scores[code, default: 0] += isTitle ? 24 : 2 * min(count, 6)
      }
    }
    for code in [voice?.side, voice?.host].compactMap(\.self) { scores[code, default: 0] += 24 }
    for (former, successor) in FormerStates.successors {
      // A text that names both is about the one that goes on.
      guard let score = scores[former], scores[successor] != nil else { continue }
      scores[successor, default: 0] += score
      scores[former] = nil
    }
    let ranked = scores.keys.sorted {
      (-scores[$0, default: 0], $0) < (-scores[$1, default: 0], $1)
    }
    return sorted(Array(ranked.prefix(2)))
  }

  /// By the names that people read.
  static func sorted(_ codes: [String]) -> [String] {
    codes.sorted { (StateNames.short[$0] ?? $0, $0) < (StateNames.short[$1] ?? $1, $1) }
  }

  private static func counts(_ entities: [Entity]) -> [String: Int] {
    var result: [String: Int] = [:]
    for entity in entities {
      guard let code = entity.code,
        [.state, .demonym, .capital, .city, .body].contains(entity.kind)
      else { continue }
      result[code, default: 0] += 1
    }
    return result
  }
}
