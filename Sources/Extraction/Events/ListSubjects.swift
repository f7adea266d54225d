import Chronicle
import Diagnostics
import Prose

/// Knows who acts in lists whose items begin with a verb: "a. Supported Pakistan on …".
///
/// Such a list tells what one side did for the other. The side is the one that the line above names
/// ("What we did for Oman"), that the items name as subject, or do not name as their goal; a marker
/// that begins anew ("a." after "f.") begins a list, and of two lists in a row without a clue the
/// second is the other side's.
struct ListSubjects {
  /// The acting side by number of block.
  private var sides: [Int: String] = [:]

  init(_ document: Document, gazetteer: Gazetteer, roles: RoleResolver) {
    var last: String?
    for list in Self.lists(document.blocks) {
      var votes: [String: Int] = [:]
      var verbs: [Int] = []
      if let first = list.first,
        let side = Self.actor(above: first, document, gazetteer, roles.context)
      {
        votes[side, default: 0] += 2 * list.count
      }
      for number in list {
        let tokens = Tokenizer.tokens(of: document.text, in: document.blocks[number].span)
        guard let first = tokens.first else { continue }
        let named = gazetteer.entities(tokens, of: document.text).filter {
          $0.code.map(roles.context.parties.contains) == true
        }
        if Self.isVerb(first, document.text) {
          verbs.append(number)
          // "At Galle", "in Colombo": where it was done says little of for whom.
          let goal = named.first { !Self.isPlace($0, tokens) }?.code
          if let goal, let other = roles.context.other(than: goal) {
            votes[other, default: 0] += 1
          }
        } else if let subject = named.first, subject.range.lowerBound <= 1, let code = subject.code
        {
          votes[code, default: 0] += 2
        }
      }
      guard !verbs.isEmpty else { continue }
      let best = roles.context.parties.max { votes[$0, default: 0] < votes[$1, default: 0] }
      let isClear = Set(roles.context.parties.map { votes[$0, default: 0] }).count > 1
      let side = isClear ? best : last.flatMap(roles.context.other)
      if let side { for number in verbs { sides[number] = side } }
      last = side
    }
  }

  /// The side that acts in this block, if it is an item of such a list.
  func subject(ofBlock number: Int) -> String? { sides[number] }

  /// "What Oman did for us", "Assistance by Oman:", "For Pakistan": who acts by the line above a list.
  private static func actor(
    above number: Int, _ document: Document, _ gazetteer: Gazetteer, _ context: DocumentContext
  ) -> String? {
    guard number > 0 else { return nil }
    let tokens = Tokenizer.tokens(of: document.text, in: document.blocks[number - 1].span)
    guard let last = tokens.last, tokens.count <= longestHead, last.key != WordKey(".") else {
      return nil
    }
    var sides = gazetteer.entities(tokens, of: document.text).compactMap { entity in
      entity.code.flatMap { code in
        context.parties.contains(code) ? (at: entity.range.lowerBound, code: code) : nil
      }
    }
    if let voice = context.voice {
      for i in tokens.indices {
        if RoleResolver.first.contains(tokens[i].key) { sides.append((i, voice)) }
        if RoleResolver.others.contains(tokens[i].key), let other = context.other(than: voice) {
          sides.append((i, other))
        }
      }
    }
    sides.sort { $0.at < $1.at }
    func before(_ at: Int) -> WordKey? {
      let i = at > 0 && SideFinder.articles.contains(tokens[at - 1].key) ? at - 2 : at - 1
      return i >= 0 ? tokens[i].key : nil
    }
    if let goal = sides.first(where: { before($0.at).map(goals.contains) == true }) {
      return context.other(than: goal.code)
    }
    return sides.first?.code
  }

  /// Words of a line that heads a list, at most.
  private static let longestHead = 16
  private static let goals = BlockReading.keys("for to towards toward")
  private static let places = BlockReading.keys("in at near from off")

  private static func isPlace(_ entity: Entity, _ tokens: [Token]) -> Bool {
    let at = entity.range.lowerBound
    return at > 0 && places.contains(tokens[at - 1].key)
  }

  /// Runs of list items, cut where the markers begin anew.
  private static func lists(_ blocks: [Block]) -> [[Int]] {
    var result: [[Int]] = []
    var current: [Int] = []
    var last = 0
    for (number, block) in blocks.enumerated() {
      guard case .listItem(let marker) = block.kind else {
        if !current.isEmpty { result.append(current) }
        current = []
        continue
      }
      let ordinal = Self.ordinal(marker)
      if !current.isEmpty, ordinal > 0, ordinal <= last {
        result.append(current)
        current = []
      }
      last = ordinal
      current.append(number)
    }
    if !current.isEmpty { result.append(current) }
    return result
  }

  /// A capitalised word with the ending of a past tense: "Supported", "Gave", "Built".
  private static func isVerb(_ token: Token, _ text: SourceText) -> Bool {
    if pastForms.contains(token.key) { return true }
    let word = text.string(token.span).lowercased()
    return word.hasSuffix("ed") && word.count > 4
  }

  private static func ordinal(_ marker: String) -> Int {
    let core = marker.lowercased().unicodeScalars.filter { $0.value >= 48 && $0.value < 128 }
    if let number = Int(String(String.UnicodeScalarView(core.filter { $0.value <= 57 }))) {
      return number
    }
    guard let letter = core.first(where: { $0.value >= 97 && $0.value <= 122 }) else { return 0 }
    return Int(letter.value) - 96
  }

  static let pastForms = BlockReading.keys(
    "gave built made sent took held brought paid led set met won stood began")
}
