import Prose

/// The automata of a grammar's two passes, with the states made so far. For one thread at a time.
final class DateScanner: @unchecked Sendable {
  // Handed from one owner to the next under the grammar's lock, never shared.
  let first: RuleAutomaton
  let second: RuleAutomaton
  /// Room for the items of a block.
  private var room = UnsafeMutableBufferPointer<RuleItem>.allocate(capacity: 1 << 10)

  init(_ grammar: DateGrammar) {
    first = RuleAutomaton(grammar.first.machine)
    second = RuleAutomaton(grammar.second.machine)
  }

  deinit { room.deallocate() }

  /// What the rules look at in place of tokens; stands until the next are asked for.
  func items(of words: BlockWords, _ classes: DateTokenClasses) -> UnsafeBufferPointer<RuleItem> {
    let count = words.tokens.count
    if room.count < count {
      room.deallocate()
      room = .allocate(capacity: 2 * count)
    }
    classes.write(words, to: room)
    return UnsafeBufferPointer(rebasing: room[..<count])
  }
}

/// Holds a scanner, and gives it back when it goes.
final class DateScannerLoan {
  let scanner: DateScanner
  private let grammar: DateGrammar

  init(_ grammar: DateGrammar) {
    self.grammar = grammar
    scanner = grammar.borrow()
  }

  deinit { grammar.giveBack(scanner) }
}
