import Extraction

/// Words that the tool never says itself.
struct Contested {
  private struct Term {
    var words: String
    var bytes: [UInt8]
  }

  /// The longest first, so that "illegal occupation" is found before "occupation".
  private let terms: [Term]
  /// The numbers of the terms that begin with a letter.
  private let byFirst: [UInt8: [Int]]

  init(_ terms: [String]) {
    self.terms = terms.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
      .map { Term(words: $0, bytes: Array($0.lowercased().utf8)) }
    byFirst = Dictionary(grouping: self.terms.indices) { [terms = self.terms] in
      terms[$0].bytes.first ?? 0
    }
    firstLetters = byFirst.keys.reduce(into: SIMD4<UInt64>()) {
      $0[Int($1 / 64)] |= 1 << UInt64($1 % 64)
    }
  }

  /// A bit for each byte with which a term begins.
  private let firstLetters: SIMD4<UInt64>

  /// Whether a text uses any term: most use none.
  private func isUsed(in text: String) -> Bool {
    var text = text
    return text.withUTF8 { bytes in
      for index in 0..<bytes.count {
        let letter = Self.lower(bytes[index])
        guard firstLetters[Int(letter / 64)] >> UInt64(letter % 64) & 1 == 1,
          index == 0 || !Self.isLetter(bytes[index - 1])
        else { continue }
        for number in byFirst[letter] ?? []
        where Self.stands(terms[number].bytes, at: index, bytes) { return true }
      }
      return false
    }
  }

  /// The text with each contested term in quotation marks, unless it stands in marks already.
  func marked(_ text: String) -> String {
    guard isUsed(in: text) else { return text }
    var text = text
    for term in terms {
      var from = 0
      while let range = Self.find(term.bytes, in: text, from: from) {
        let bytes = Array(text.utf8)
        func part(_ range: Range<Int>) -> String {
          String(decoding: bytes[range], as: UTF8.self)
        }
        let before = part(0..<range.lowerBound)
        if Self.isOpen(before) {
          from = range.upperBound
          continue
        }
        let marked = before + "“" + part(range) + "”"
        text = marked + part(range.upperBound..<bytes.count)
        from = marked.utf8.count
      }
    }
    return text
  }

  /// Names of places that several sides claim.
  static let places: [String] = {
    let words = Set(ContestedWords.all)
    return Extractor.contestedTerms.filter { !words.contains($0) }
  }()

  /// The terms that texts use, without those that only stand within a longer one: of "Azad Jammu and
  /// Kashmir" not "Kashmir".
  func used(in texts: [String], longest: Bool) -> [String] {
    guard longest else { return used(in: texts) }
    let used = used(in: texts)
    return used.filter { term in
      let longer = used.filter { $0 != term && Contested([term]).used(in: [$0]) == [term] }
      guard !longer.isEmpty else { return true }
      let others = texts.map { text in
        longer.sorted { $0.count > $1.count }.reduce(text) { text, words in
          text.replacing(words, with: "")
        }
      }
      return Contested([term]).used(in: others) == [term]
    }
  }

  /// The terms that a text uses, in the order of the alphabet.
  func used(in texts: [String]) -> [String] {
    var isUsed = [Bool](repeating: false, count: terms.count)
    for var text in texts {
      text.withUTF8 { bytes in
        for index in bytes.indices where index == 0 || !Self.isLetter(bytes[index - 1]) {
          for number in byFirst[Self.lower(bytes[index])] ?? []
          where !isUsed[number] && Self.stands(terms[number].bytes, at: index, bytes) {
            isUsed[number] = true
          }
        }
      }
    }
    return terms.indices.filter { isUsed[$0] }.map { terms[$0].words }.sorted()
  }

  private static func isOpen(_ text: String) -> Bool {
    text.filter { $0 == "“" }.count > text.filter { $0 == "”" }.count
  }

  /// The bytes of the first use as a whole word; letters of ASCII in either case.
  private static func find(_ term: [UInt8], in text: String, from start: Int) -> Range<Int>? {
    var text = text
    return text.withUTF8 { bytes in
      guard !term.isEmpty, bytes.count >= term.count else { return nil }
      var index = start
      while index + term.count <= bytes.count {
        defer { index += 1 }
        if stands(term, at: index, bytes) { return index..<(index + term.count) }
      }
      return nil
    }
  }

  /// Whether a term stands at a place as a whole word.
  private static func stands(
    _ term: [UInt8], at index: Int, _ bytes: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    guard !term.isEmpty, index + term.count <= bytes.count, lower(bytes[index]) == term[0] else {
      return false
    }
    for offset in 1..<term.count where lower(bytes[index + offset]) != term[offset] { return false }
    return (index == 0 || !isLetter(bytes[index - 1]))
      && (index + term.count == bytes.count || !isLetter(bytes[index + term.count]))
  }

  private static func lower(_ byte: UInt8) -> UInt8 {
    byte >= 0x41 && byte <= 0x5A ? byte + 0x20 : byte
  }

  /// Letters beyond ASCII count as letters, the marks of General Punctuation do not.
  private static func isLetter(_ byte: UInt8) -> Bool {
    let small = lower(byte)
    return small >= 0x61 && small <= 0x7A || byte >= 0xC3 && byte <= 0xDF
  }
}
