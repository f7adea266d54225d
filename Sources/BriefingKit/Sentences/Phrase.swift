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

  /// The parts, with citations and references tied to the word before them.
  var glued: [Part] {
    var result: [Part] = []
    for part in parts {
      switch part {
      case .cite, .source:
        if case .words(let words)? = result.last, words.hasSuffix(" ") {
          result[result.count - 1] = .words(words.dropLast() + "\u{A0}")
        }
      default: break
      }
      result.append(part)
    }
    return result
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
    var result = ""
    var isOpen = false
    for character in words {
      switch character {
      case "“", "„", "«": (result, isOpen) = (result + "‘", true)
      case "”", "»": (result, isOpen) = (result + "’", false)
      case "\"":
        result += isOpen ? "’" : "‘"
        isOpen.toggle()
      case "\n", "\t": result += " "
      default: result.append(character)
      }
    }
    return result
  }
}

/// A place in a document: `S1 l.17`, leading to the quotation.
struct SourceReference: Equatable {
  /// `S1 l.17`, or `65` where the document was named just before.
  var words: String
  var destination: String
}

extension Phrase {
  /// The phrase set in a face; citations and references are links.
  func runs(_ text: PageStyle.Text, _ numbering: Numbering) -> [Run] {
    var runs: [Run] = []
    func add(_ string: String, _ font: Font, _ color: Color, _ link: LinkTarget? = nil) {
      runs.append(Run(string, font, color, link: link))
    }
    var italic = text.font
    italic.italic = text.font.family == .notoSerif
    for part in glued {
      switch part {
      case .words(let words): add(words, text.font, text.color)
      case .term(let words): add(words, italic, text.color)
      case .strong(let words):
        var font = PageStyle.runIn
        font.size = min(font.size, text.font.size * 0.94)
        add(words, font, text.color)
      case .flag(let words): add(words, text.font, PageStyle.flag)
      case .cite(let ids):
        let link = ids.first.map { LinkTarget.destination("event-" + $0) }
        add(numbering.citation(ids), PageStyle.citation, PageStyle.secondary, link)
      case .source(let references):
        let font = Font(.inter, min(7, text.font.size * 0.93), tabular: true)
        for (index, reference) in references.enumerated() {
          if index > 0 {
            let sameDocument = !reference.words.contains(" ") && !reference.words.contains("\u{A0}")
            add(sameDocument ? ", " : "; ", font, PageStyle.secondary)
          }
          add(reference.words, font, PageStyle.secondary, .destination(reference.destination))
        }
      }
    }
    return runs
  }
}
