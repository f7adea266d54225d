import Chronicle
import Prose

/// An office or body that speaks for a state: "Ambassador of Pakistan to Azerbaijan".
struct Voice: Equatable {
  /// Alpha-3 code of the state it speaks for.
  var side: String
  /// Alpha-3 code of the state that it is sent to.
  var host: String?
  /// Made of the office and the states' short names.
  var name: String
}

/// Finds offices and bodies with the state that they speak for.
enum VoiceReader {
  /// The first in a line.
  static func voice(in reading: BlockReading) -> Voice? {
    let named = reading.entities.filter { $0.code != nil && states.contains($0.kind) }
    for entity in reading.entities where entity.kind == .office {
      if let voice = voice(entity.range, role(entity.name), reading, named) { return voice }
    }
    for i in reading.tokens.indices {
      guard let role = bodies[reading.tokens[i].key] else { continue }
      if let voice = voice(i..<(i + 1), role, reading, named) { return voice }
    }
    return nil
  }

  private static func voice(
    _ office: Range<Int>, _ role: String, _ reading: BlockReading, _ named: [Entity]
  ) -> Voice? {
    var end = office.upperBound
    // "Minister of Foreign Affairs", "Ministry for Foreign Affairs": the field of the office.
    while end < reading.tokens.count, isField(end, reading) { end += 1 }
    var owner: Entity?
    if let state = state(after: "of", end, reading, named) {
      owner = state
      end = state.range.upperBound
    } else if let state = state(after: ",", end, reading, named) ?? seat(end, reading),
      end > office.upperBound
    {
      // "Ministry of Foreign Affairs, Malaysia", "Ministry of Foreign Affairs, Accra".
      owner = state
      end = state.range.upperBound
    } else if let state = named.last(where: { $0.range.upperBound <= office.lowerBound }),
      isBeside(state.range.upperBound..<office.lowerBound, reading)
    {
      owner = state
    }
    guard let owner, let side = owner.code else { return nil }
    let host = state(after: "to", end, reading, named)?.code
    let names = StateNames.short
    let to = host.flatMap { names[$0] }.map { " to \($0)" } ?? ""
    return Voice(side: side, host: host, name: "\(role) of \(names[side] ?? side)\(to)")
  }

  private static func isField(_ i: Int, _ reading: BlockReading) -> Bool {
    if fields.contains(reading.tokens[i].key) { return true }
    return reading.tokens[i].key == WordKey("of") && i + 1 < reading.tokens.count
      && fields.contains(reading.tokens[i + 1].key)
  }

  /// The capital behind a comma.
  private static func seat(_ comma: Int, _ reading: BlockReading) -> Entity? {
    guard comma < reading.tokens.count, reading.tokens[comma].key == WordClass.comma else {
      return nil
    }
    return reading.entities.first { $0.kind == .capital && $0.range.lowerBound == comma + 1 }
  }

  /// The state behind a preposition, with articles and "Republic" between.
  private static func state(
    after preposition: String, _ start: Int, _ reading: BlockReading, _ named: [Entity]
  ) -> Entity? {
    guard start < reading.tokens.count, reading.tokens[start].key == WordKey(preposition) else {
      return nil
    }
    return named.first {
      $0.range.lowerBound > start && $0.range.lowerBound <= start + 5 && $0.kind != .capital
        && (start + 1..<$0.range.lowerBound).allSatisfy {
          SideFinder.articles.contains(reading.tokens[$0].key)
        }
    }
  }

  /// Nothing but a possessive or capitalised words between a state and its office.
  private static func isBeside(_ between: Range<Int>, _ reading: BlockReading) -> Bool {
    between.count <= 3
      && between.allSatisfy {
        reading.tokens[$0].key == Tokenizer.possessive || reading.tokens[$0].isCapitalised
          || reading.tokens[$0].key == WordKey("-")
      }
  }

  private static func role(_ name: String) -> String {
    let short = name.components(before: " Extraordinary")
    return short.prefix(1).uppercased() + short.dropFirst()
  }

  private static let states: Set<Entity.Kind> = [.state, .demonym]
  private static let fields = BlockReading.keys(
    "for and foreign affairs external extraordinary plenipotentiary regional integration cooperation"
      + " co-operation trade international development religious worship expatriates emigrants"
      + " immigration diaspora commonwealth european")
  private static let bodies = WordMap<String>([
    WordKey("embassy"): "Embassy", WordKey("consulate"): "Consulate",
    WordKey("ministry"): "Ministry", WordKey("government"): "Government",
    WordKey("mission"): "Mission", WordKey("commission"): "Commission",
    WordKey("diplomat"): "Diplomat",
  ])
}
