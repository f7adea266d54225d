/// What can be put into a template.
protocol Filling {
  var phrase: Phrase { get }
  /// The same as a plain string.
  var words: String { get }
  /// By which a word is chosen; nil for what is no number.
  var number: Int? { get }
}

extension Phrase: Filling {
  var phrase: Phrase { self }
  var number: Int? { nil }
}

extension String: Filling {
  var phrase: Phrase { Phrase(stringLiteral: self) }
  var words: String { self }
  var number: Int? { nil }
}

extension Int: Filling {
  var phrase: Phrase { Phrase(stringLiteral: String(self)) }
  var words: String { String(self) }
  var number: Int? { self }
}

/// A sentence with places to fill.
struct Template: Sendable, Equatable {
  enum Part: Sendable, Equatable {
    case words(String)
    case term(String)
    case place(String)
    case choice(String, one: String, other: String)
  }

  private(set) var parts: [Part] = []

  init(_ text: String) {
    let marks = "~_{".utf8
    guard text.utf8.contains(where: marks.contains) else {
      if !text.isEmpty { parts = [.words(text)] }
      return
    }
    var words = ""
    var rest = Substring(text)
    func end(_ parts: inout [Part]) {
      if !words.isEmpty { parts.append(.words(words)) }
      words = ""
    }
    while let character = rest.popFirst() {
      switch character {
      case "~": words.append("\u{A0}")
      case "_":
        guard let close = rest.firstIndex(of: "_") else {
          words.append(character)
          continue
        }
        end(&parts)
        parts.append(.term(String(rest[..<close])))
        rest = rest[rest.index(after: close)...]
      case "{":
        guard let close = rest.firstIndex(of: "}") else {
          words.append(character)
          continue
        }
        end(&parts)
        parts.append(Self.place(rest[..<close]))
        rest = rest[rest.index(after: close)...]
      default: words.append(character)
      }
    }
    end(&parts)
  }

  private static func place(_ text: Substring) -> Part {
    let halves = text.split(separator: ":", maxSplits: 1)
    guard halves.count == 2 else { return .place(String(text)) }
    let words = halves[1].split(separator: "|", maxSplits: 1, omittingEmptySubsequences: false)
    return .choice(
      String(halves[0]), one: String(words[0]), other: String(words.last ?? words[0]))
  }

  /// The names of its places.
  var places: Set<String> {
    Set(
      parts.compactMap { part in
        switch part {
        case .words, .term: nil
        case .place(let name), .choice(let name, _, _): name
        }
      })
  }

  /// A place that nothing is given for stays visible.
  func filled(_ fillings: Fillings) -> Phrase {
    var result = Phrase()
    for part in parts {
      switch part {
      case .words(let words): result.parts.append(.words(words))
      case .term(let words): result.parts.append(.term(words))
      case .place(let name):
        result.parts += Self.filling(name, fillings)?.phrase.parts ?? [.words("{\(name)}")]
      case .choice(let name, let one, let other):
        result.parts.append(.words(Self.filling(name, fillings)?.number == 1 ? one : other))
      }
    }
    return result
  }

  /// The same as a plain string.
  func words(_ fillings: Fillings) -> String {
    if case .words(let words)? = parts.first, parts.count == 1 { return words }
    var result = ""
    for part in parts {
      switch part {
      case .words(let words), .term(let words): result += words
      case .place(let name): result += Self.filling(name, fillings)?.words ?? "{\(name)}"
      case .choice(let name, let one, let other):
        result += Self.filling(name, fillings)?.number == 1 ? one : other
      }
    }
    return result
  }

  private static func filling(_ name: String, _ fillings: Fillings) -> (any Filling)? {
    fillings.first { $0.key == name }?.value
  }
}

/// What stands in the places of a template, by their names.
typealias Fillings = KeyValuePairs<String, any Filling>
