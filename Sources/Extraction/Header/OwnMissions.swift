import Prose

/// For whom a text in the first person speaks that names neither its office nor its state: "our High Commission
/// in New Delhi" is no Indian's.
enum OwnMissions {
  /// The party whose missions the text calls its own; nil where it calls none so, or both parties'.
  static func side(_ document: Document, parties: [String], _ gazetteer: Gazetteer) -> String? {
    guard parties.count == 2 else { return nil }
    var found: Set<String> = []
    for block in document.blocks.prefix(longest) {
      if case .furniture = block.kind { continue }
      let tokens = Array(document.tokens(in: block.span, of: block))
      // What is quoted, others say.
      if tokens.contains(where: { BlockReading.quotes.contains($0.key) }) { continue }
      for i in tokens.indices {
        guard owners.contains(tokens[i].key), let mission = mission(behind: i, tokens),
          let host = host(behind: mission, tokens, document, gazetteer),
          let place = parties.firstIndex(of: host)
        else { continue }
        let isOurs = ours.contains(tokens[i].key)
        found.insert(parties[isOurs ? 1 - place : place])
      }
    }
    return found.count == 1 ? found.first : nil
  }

  /// The noun of a mission at most three words behind "our".
  private static func mission(behind i: Int, _ tokens: [Token]) -> Int? {
    tokens.indices.dropFirst(i + 1).prefix(4).first { missions.contains(tokens[$0].key) }
  }

  /// The state of the place behind "in" or "to".
  private static func host(
    behind mission: Int, _ tokens: [Token], _ document: Document, _ gazetteer: Gazetteer
  ) -> String? {
    let joint = mission + 1
    guard joint + 1 < tokens.count, joints.contains(tokens[joint].key) else { return nil }
    let named = gazetteer.entities(
      Array(tokens[joint..<min(joint + 6, tokens.count)]), of: document.text)
    return named.first { places.contains($0.kind) && $0.range.lowerBound <= 2 }?.code
  }

  /// So many blocks are looked through.
  private static let longest = 400
  private static let ours = BlockReading.keys("our my")
  private static let owners = BlockReading.keys("our my your")
  private static let missions = BlockReading.keys(
    "embassy commission consulate legation mission ambassador commissioner consul envoy")
  private static let joints = BlockReading.keys("in at to")
  private static let places: Set<Entity.Kind> = [.state, .city, .capital]
}
