import Chronicle
import Drawing
import Layout

/// Words with their references, before they have a face.
///
/// A phrase is written as an interpolated string, so that a template reads as the sentence that it
/// makes: `"Relations were established in \(date) \(cite: [event])."`
struct Phrase: ExpressibleByStringInterpolation, Equatable {
  enum Part: Equatable {
    case words(String)
    /// A term of the tool's own.
    case term(String)
    case strong(String)
    /// Only for doubt.
    case flag(String)
    case cite([String])
    case source([SourceReference])
  }

  var parts: [Part] = []

  init(_ parts: [Part] = []) { self.parts = parts }
  init(stringLiteral value: String) { parts = value.isEmpty ? [] : [.words(value)] }
  init(stringInterpolation: StringInterpolation) { parts = stringInterpolation.parts }

  struct StringInterpolation: StringInterpolationProtocol {
    var parts: [Part] = []

    init(literalCapacity: Int, interpolationCount: Int) {}

    mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.words(literal)) }
    }
    mutating func appendInterpolation(_ words: String) { appendLiteral(words) }
    mutating func appendInterpolation(_ number: Int) { appendLiteral(String(number)) }
    mutating func appendInterpolation(_ phrase: Phrase) { parts += phrase.parts }
    /// The document's words in quotation marks, inner marks made single.
    mutating func appendInterpolation(quote: String) { appendLiteral(Quotation.marked(quote)) }
    mutating func appendInterpolation(term: String) { parts.append(.term(term)) }
    mutating func appendInterpolation(strong: String) { parts.append(.strong(strong)) }
    mutating func appendInterpolation(flag: String) { parts.append(.flag(flag)) }
    mutating func appendInterpolation(cite events: [Event]) {
      parts.append(.cite(events.map(\.id)))
    }
    mutating func appendInterpolation(cite event: Event) { parts.append(.cite([event.id])) }
    mutating func appendInterpolation(source: [SourceReference]) { parts.append(.source(source)) }
  }

  static func cite(_ events: [Event]) -> Phrase { Phrase([.cite(events.map(\.id))]) }
  static func cite(_ event: Event) -> Phrase { cite([event]) }
  static func strong(_ words: String) -> Phrase { Phrase([.strong(words)]) }
  static func flag(_ words: String) -> Phrase { Phrase([.flag(words)]) }
  /// The document's words in quotation marks, inner marks made single.
  static func quote(_ words: String) -> Phrase { Phrase([.words(Quotation.marked(words))]) }

  var isEmpty: Bool { parts.isEmpty }

  static func + (a: Phrase, b: Phrase) -> Phrase { Phrase(a.parts + b.parts) }

  /// Phrases with something between.
  static func joined(_ phrases: [Phrase], _ between: Phrase) -> Phrase {
    var result = Phrase()
    for (index, phrase) in phrases.enumerated() {
      if index > 0 { result = result + between }
      result = result + phrase
    }
    return result
  }

  /// The parts, with citations and references tied to the word before them, and words beside words
  /// joined.
  var glued: [Part] {
    var result: [Part] = []
    for part in parts {
      switch (result.last, part) {
      case (.words(let words)?, .cite), (.words(let words)?, .source):
        if words.hasSuffix(" ") { result[result.count - 1] = .words(words.dropLast() + "\u{A0}") }
        result.append(part)
      case (.words(let words)?, .words(let more)):
        result[result.count - 1] = .words(words + more)
      default: result.append(part)
      }
    }
    return result
  }

  /// The words alone, without citations and references.
  var words: String {
    parts.map { part in
      switch part {
      case .words(let words), .term(let words), .strong(let words), .flag(let words): words
      case .cite, .source: ""
      }
    }.joined()
  }

  /// The words alone, with citations as `[4]`.
  func plain(_ numbering: Numbering) -> String {
    parts.map { part in
      switch part {
      case .words(let words), .term(let words), .strong(let words), .flag(let words): words
      case .cite(let ids): numbering.citation(ids)
      case .source(let references): references.map(\.words).joined(separator: "; ")
      }
    }.joined()
  }
}

/// The words of a document within marks.
enum Quotation {
  /// In double quotation marks; marks inside become single ones.
  static func marked(_ words: String) -> String { "“" + inner(words) + "”" }

  private static func inner(_ words: String) -> String {
    var result = String.UnicodeScalarView()
    var isOpen = false
    for scalar in words.unicodeScalars {
      switch scalar {
      case "“", "„", "«":
        result.append("‘")
        isOpen = true
      case "”", "»":
        result.append("’")
        isOpen = false
      case "\"":
        result.append(isOpen ? "’" : "‘")
        isOpen.toggle()
      case "\n", "\r", "\t": result.append(" ")
      default: result.append(scalar)
      }
    }
    return String(result)
  }
}

/// A place in a document: `S1 l.17`, leading to the quotation.
struct SourceReference: Equatable {
  /// `S1 l.17`, or `65` where the document was named just before.
  var words: String
  var destination: String
}
