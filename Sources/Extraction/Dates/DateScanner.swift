import Diagnostics
import Prose

/// The automata of a grammar's two passes, with the states made so far. For one thread at a time.
final class DateScanner: @unchecked Sendable {
  // Handed from one owner to the next under the grammar's lock, never shared.
  let first: RuleAutomaton
  let second: RuleAutomaton

  init(_ grammar: DateGrammar) {
    first = RuleAutomaton(grammar.first.program, grammar.first.alphabet)
    second = RuleAutomaton(grammar.second.program, grammar.second.alphabet)
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

extension DateGrammar.Pass {
  /// The class of a token.
  func number(of token: Token, in bytes: UnsafeBufferPointer<UInt8>) -> UInt16 {
    if token.kind == .number { return number(ofDigits: token, in: bytes) }
    if let known = alphabet.find(token.key, isCapitalised: token.isCapitalised) { return known }
    return token.kind == .word ? token.isCapitalised ? otherName : otherWord : other
  }

  private func number(ofDigits token: Token, in bytes: UnsafeBufferPointer<UInt8>) -> UInt16 {
    let length = token.end - token.start
    guard length <= 4 else { return longNumber }
    var value = 0
    for i in token.start..<token.end {
      let digit = Int(bytes[i]) - 48
      guard (0...9).contains(digit) else { return longNumber }
      value = value * 10 + digit
    }
    return digits[length - 1][value]
  }
}
