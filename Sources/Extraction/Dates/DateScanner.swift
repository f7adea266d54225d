import Prose

/// The automata of a grammar's two passes, with the states made so far. For one thread at a time.
final class DateScanner: @unchecked Sendable {
  // Handed from one owner to the next under the grammar's lock, never shared.
  let first: RuleAutomaton
  let second: RuleAutomaton
  /// Room for the items of a block, and for those of the second pass.
  @exclusivity(unchecked) private var room = UnsafeMutableBufferPointer<RuleItem>.allocate(
    capacity: 1 << 10)
  @exclusivity(unchecked) private var secondRoom = UnsafeMutableBufferPointer<RuleItem>.allocate(
    capacity: 1 << 9)

  init(_ grammar: DateGrammar) {
    first = RuleAutomaton(grammar.first.machine)
    second = RuleAutomaton(grammar.second.machine)
  }

  deinit {
    room.deallocate()
    secondRoom.deallocate()
  }

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

  /// So many tokens before and after a date can belong to it.
  static let reach = 12

  /// The tokens around dates, and the dates as one item each; they stand until the next are asked
  /// for.
  func items(
    with dates: [FoundDate], _ words: UnsafeBufferPointer<RuleItem>, _ pass: DateGrammar.Pass
  ) -> UnsafeBufferPointer<RuleItem> {
    let most = dates.count * (2 * Self.reach + 1)
    if secondRoom.count < most {
      secondRoom.deallocate()
      secondRoom = .allocate(capacity: 2 * most)
    }
    let room = secondRoom
    var count = 0
    func add(_ item: RuleItem) {
      room[count] = item
      count += 1
    }
    var at = 0
    for number in dates.indices {
      let range = dates[number].range
      let start = range.lowerBound
      for i in max(at, start - Self.reach)..<max(at, start) { add(words[i].inSecondPass) }
      var item = words[start]
      item.number = pass.dates[dates[number].expression.categories]
      item.end = Int32(truncatingIfNeeded: range.upperBound)
      item.date = Int32(truncatingIfNeeded: number)
      add(item)
      at = range.upperBound
      let next = number + 1 < dates.count ? dates[number + 1].range.lowerBound : words.count
      let stop = min(at + Self.reach, max(at, next))
      for i in at..<stop { add(words[i].inSecondPass) }
      at = stop
    }
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
