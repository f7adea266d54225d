import Diagnostics
import Prose

/// Finds the people of a document, block by block, and the side of each.
///
/// A name is a run of capitalised words behind an office or title ("Prime Minister Shehbaz
/// Sharif"), before one ("Sauli Niinistö, President of …"), a leader's full name, or the surname
/// of someone named before. The side is that of the state beside the office, else that which the
/// person had earlier in the document, else that of a leader of this name.
struct PersonFinder {
  private struct Known {
    var name: String
    var role: String
    var side: String?
    var rank: Int
    var words: Int
  }

  private let parties: [String]
  private let people: People
  private let names: NameRun
  private var known: [WordKey: Known] = [:]

  /// - Parameter parties: sides that decide between leaders of one name, and of whose leaders the
  ///   bare surname suffices.
  init(parties: [String] = [], people: People = .builtIn, names: NameRun = .builtIn) {
    self.parties = parties
    self.people = people
    self.names = names
  }

  /// The entities of a block and its people, in order; a leader's name replaces places in it.
  ///
  /// - Parameter facts: of each token, where they are known and the leaders are the program's own.
  mutating func find(
    _ tokens: [Token], of text: SourceText, entities: [Entity], facts: [WordFacts]? = nil
  ) -> [Entity] {
    var block = PersonBlock(
      tokens: tokens, text: text, entities: Portfolio.widened(entities, tokens, of: text))
    for i in tokens.indices where facts?[i].contains(.leader) ?? true {
      if let (_, end) = people.fullName(at: i, tokens) { block.claim(i..<end) }
    }
    var i = 0
    while i < tokens.count {
      defer { i = max(i + 1, block.next) }
      if let head = block.head(at: i) {
        // "Dr Geingob, President of Namibia, H.E. Mr Niinistö": the office is that of the name before.
        if block.apposed.contains(i) { continue }
        block.next = max(i + 1, head.end)
        if let start = block.nameStart(after: head),
          let end = names.end(from: start, tokens, isTaken: block.isTaken)
        {
          add(start..<end, head, &block)
        }
      } else if !block.isTaken(i), names.begins(at: i, tokens) {
        bareName(at: i, &block)
      }
    }
    return block.result()
  }

  /// A name with neither office nor title before it.
  private mutating func bareName(at i: Int, _ block: inout PersonBlock) {
    guard let end = names.end(from: i, block.tokens, isTaken: block.isTaken), end > i else {
      return
    }
    let last = block.tokens[end - 1].key
    if let (_, leaderEnd) = people.fullName(at: i, block.tokens) {
      add(i..<max(end, leaderEnd), block.head(endingAt: i), &block)
    } else if end - i > 1, let head = block.apposition(after: end) {
      add(i..<end, head, &block)
    } else if known[last] != nil, isSame(i..<end, known[last], block) {
      add(i..<end, nil, &block)
    } else if people.isSurname(last),
      let side = people.side(of: keys(i..<end, block), preferring: parties),
      parties.contains(side)
    {
      add(i..<end, nil, &block)
    } else if let start = leader(in: i..<end, block) {
      add(start..<end, nil, &block)
    }
  }

  /// Whether given names, where told, fit someone named before.
  private func isSame(_ range: Range<Int>, _ someone: Known?, _ block: PersonBlock) -> Bool {
    guard let someone else { return false }
    if range.count == 1 { return true }
    let words = Set(Tokenizer.tokens(of: Array(someone.name.utf8)).map(\.key))
    return someone.words == 1 || range.dropLast().contains { words.contains(block.tokens[$0].key) }
  }

  /// Where a leader's full name begins in a run of capitals: "Sardar Farooq Leghari".
  private func leader(in range: Range<Int>, _ block: PersonBlock) -> Int? {
    range.first { people.fullName(at: $0, block.tokens).map { $0.1 <= range.upperBound } ?? false }
  }

  /// The words of a name without initials.
  private func keys(_ range: Range<Int>, _ block: PersonBlock) -> [WordKey] {
    range.map { block.tokens[$0] }.filter { $0.kind == .word && $0.end - $0.start > 1 }.map(\.key)
  }

  private mutating func add(
    _ range: Range<Int>, _ head: PersonBlock.Head?, _ block: inout PersonBlock
  ) {
    let keys = keys(range, block)
    guard let surname = keys.last else { return }
    let printed = block.string(range)
    let before = known[surname].flatMap { isSame(range, $0, block) ? $0 : nil }
    let after = block.apposition(after: range.upperBound)
    if let after, head?.side == nil { block.apposed.insert(after.start) }
    let leader = leader(in: range, block).flatMap { people.fullName(at: $0, block.tokens)?.0 }
    let told = head?.side ?? after?.side
    let side =
      told ?? leader?.code ?? before?.side ?? people.side(of: keys, preferring: parties)
    let office = head?.rank ?? 0 > 0 ? head : after ?? head
    var someone = Known(
      name: printed, role: office?.role ?? "", side: side, rank: office?.rank ?? 0,
      words: keys.count)
    if let before {
      if before.words > someone.words { someone.name = before.name }
      someone.words = max(someone.words, before.words)
      if someone.role.isEmpty { (someone.role, someone.rank) = (before.role, before.rank) }
    }
    known[surname] = someone
    block.add(
      Entity(
        kind: .person, code: side, range: range, rank: someone.rank,
        name: someone.name, role: someone.role))
  }
}
