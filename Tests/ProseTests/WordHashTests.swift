import Testing

@testable import Prose

/// Words of any length have one key, however they are read.
@Suite struct WordHashTests {
  @Test func `eight letters at a time make the key that one by one make`() {
    for length in 1..<30 {
      let word = String("abcdefghijklmnopqrstuvwxyzabcd".prefix(length))
      for text in [word, word.uppercased(), "(\(word))", word + "1", word + " " + word] {
        let tokens = Tokenizer.tokens(of: Array(text.utf8))
        let first = tokens.first { $0.kind == .word }
        #expect(first?.key == WordHash.key(of: Array(word.utf8)))
        #expect(first?.key == WordKey(word))
        #expect(first.map { $0.end - $0.start } == length)
      }
    }
  }

  @Test func `no two of many words share a key`() {
    var keys: Set<UInt64> = []
    for a in UInt8(ascii: "a")...UInt8(ascii: "z") {
      for b in UInt8(ascii: "a")...UInt8(ascii: "z") {
        for tail in [[], [a], [b, b], Array("tionally".utf8), Array("tionallyx".utf8)] {
          keys.insert(WordHash.key(of: [a, b] + tail).value)
        }
      }
    }
    #expect(keys.count == 26 * 26 * 5)
    #expect(!keys.contains(0))
  }

  @Test(arguments: [
    ("Abcdefghij", true, false), ("ABCDEFGHIJ", true, true), ("abcdefghij", false, false),
    ("ABCDEFGHi", true, false), ("A", true, false), ("aBCDEFGHI", false, false),
  ])
  func `sees capitals in words of any length`(_ text: String, _ first: Bool, _ all: Bool) {
    let token = Tokenizer.tokens(of: Array(text.utf8))[0]
    #expect(token.isCapitalised == first)
    #expect(token.isUpperCase == all)
  }

  @Test(arguments: ["@abc", "[abc", "`abc", "{abc", "\u{7F}abc", "éabc", "0abc"])
  func `only letters are letters`(_ text: String) {
    let bytes = Array((text + "defghijkl").utf8)
    bytes.withUnsafeBufferPointer { #expect(Letters($0, at: 0, $0.count).count == 0) }
  }
}
