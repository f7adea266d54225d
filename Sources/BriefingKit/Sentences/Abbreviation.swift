import Diagnostics
public import Prose

/// A name with its short form, as a document introduces it: "Joint Ministerial Commission (JMC)".
public struct Abbreviation: Sendable, Hashable {
  public var short: String
  public var name: String

  public init(short: String, name: String) {
    self.short = short
    self.name = name
  }

  private static let small: Set<String> = ["of", "on", "for", "and", "the", "in", "to"]

  /// The names that documents introduce with capital letters in brackets after them, in order; of two
  /// names with the same short form the first.
  public static func all(in documents: [Document]) -> [Abbreviation] {
    var found: [Abbreviation] = []
    for document in documents {
      for block in document.blocks where !block.isFurniture {
        for words in introductions(in: document.text, block.span) {
          for abbreviation in all(in: words)
          where !found.contains(where: { $0.short == abbreviation.short }) {
            found.append(abbreviation)
          }
        }
      }
    }
    return found
  }

  /// How many bytes before the brackets a name may take.
  private static let reach = 160

  /// What stands before each bracket that opens on a capital letter, with the brackets.
  private static func introductions(in text: SourceText, _ span: Span) -> [String] {
    var found: [String] = []
    var open = span.start
    while let next = text.bytes[open..<span.end].firstIndex(of: UInt8(ascii: "(")) {
      open = next + 1
      guard open < span.end, (0x41...0x5A).contains(text.bytes[open]),
        let close = text.bytes[open..<min(span.end, open + 20)].firstIndex(of: UInt8(ascii: ")"))
      else { continue }
      var start = max(span.start, next - reach)
      while start > span.start, text.bytes[start] & 0xC0 == 0x80 { start -= 1 }
      found.append(text.string(Span(start, close + 1)))
    }
    return found
  }

  /// The names that a text introduces.
  static func all(in text: String) -> [Abbreviation] {
    let words = text.split { $0 == " " || $0 == "\n" || $0 == "\t" || $0 == "\u{A0}" }
      .map(String.init)
    return words.indices.compactMap { index in
      short(words[index]).flatMap { short in
        name(of: short, before: index, in: words).map { Abbreviation(short: short, name: $0) }
      }
    }
  }

  /// The capital letters within brackets: "(JMC)", "(JMC),".
  static func short(_ word: String) -> String? {
    guard word.first == "(", let close = word.firstIndex(of: ")") else { return nil }
    let inner = word[word.index(after: word.startIndex)..<close]
    let isShort =
      (2...8).contains(inner.count)
      && inner.allSatisfy { $0.isUppercase || $0.isNumber }
      && inner.first?.isUppercase == true
    return isShort ? String(inner) : nil
  }

  /// The words before the brackets whose first letters are those of the short form.
  private static func name(of short: String, before index: Int, in words: [String]) -> String? {
    var letters = Array(short)
    var start = index
    while let letter = letters.last, start > 0 {
      let word = words[start - 1]
      if word.first == letter {
        letters.removeLast()
      } else if !small.contains(word) {
        return nil
      }
      start -= 1
    }
    guard letters.isEmpty, start < index else { return nil }
    return words[start..<index].joined(separator: " ")
  }
}
