/// A language of the pages: its words, its dates, its direction.
///
/// Only what the tool itself says has a translation: headlines and quotations stay in the language
/// of the documents.
public struct Language: Sendable {
  /// BCP 47: `en-GB`.
  public let tag: String
  /// Whether its pages run from right to left.
  public let isRightToLeft: Bool
  /// Whether no speaker has read the translation: each page says so.
  public let isUnreviewed: Bool
  private let table: LanguageTable

  /// A language that there is a table for; British English for any other.
  public init(_ tag: String) {
    switch tag {
    case "en-US": self = Self.american
    case "ur": self = Self.urdu
    default: self = Self.british
    }
  }

  private init(tag: String, _ table: LanguageTable) {
    self.tag = tag
    self.table = table
    isRightToLeft = table.word(.direction) == "right-to-left"
    isUnreviewed = !table.word(.unreviewed).isEmpty
  }

  /// The languages that the program speaks.
  public static let tags = ["en-GB", "en-US", "ur"]

  static let british = Language(tag: "en-GB", LanguageTable(bytes("en-GB")))
  private static let american = onBritish("en-US")
  private static let urdu = onBritish("ur")

  /// What a table does not have is taken from the British one.
  private static func onBritish(_ tag: String) -> Language {
    Language(tag: tag, LanguageTable(bytes(tag), base: british.table))
  }

  /// The lines of a table, by key.
  static func file(_ tag: String) -> [String: String] {
    Dictionary(
      LanguageTable.lines(bytes(tag)).map { ($0.key, $0.words) }, uniquingKeysWith: { $1 })
  }

  private static func bytes(_ tag: String) -> [UInt8] {
    KnowledgeFile.bytes("language/\(tag)/")
  }

  // MARK: Words

  /// A template with what is filled into it.
  func callAsFunction(_ key: Key, _ fillings: Fillings = [:]) -> Phrase {
    table.template(key.rawValue).filled(fillings)
  }

  /// The same as a plain string.
  func string(_ key: Key, _ fillings: Fillings = [:]) -> String {
    table.template(key.rawValue).words(fillings)
  }

  /// A template of the figures as a plain string.
  func string(_ key: FigureKey, _ fillings: Fillings = [:]) -> String {
    table.template(key.rawValue).words(fillings)
  }

  /// From one side to the other, in the direction of reading.
  var arrow: String { isRightToLeft ? "←" : "→" }

  /// Whether some words are spelt otherwise than the headlines have them.
  var hasSpellings: Bool { tag == "en-US" }

  /// The word of a group for a value of the ledger: a domain, a month, a state.
  func word(_ group: Group, _ name: String) -> String? {
    table.entry("\(group.rawValue).\(name)")?.words([:])
  }

  /// The name of a season by its code in EDTF, on whichever half of the globe; nil for a quarter and
  /// other parts of a year.
  func season(_ code: Int) -> String? {
    code < 33 ? word(.season, "\((code - 21) % 4 + 21)") : nil
  }

  /// "a", "a and b", "a, b and c".
  func list(_ words: [String], or: Bool = false) -> String {
    list(words.map { Phrase(stringLiteral: $0) }, or: or).words
  }

  func list(_ phrases: [Phrase], or: Bool = false) -> Phrase {
    guard let last = phrases.last else { return Phrase() }
    guard phrases.count > 1 else { return last }
    let all = phrases.dropLast().dropFirst().reduce(phrases[0]) {
      self(.listMore, ["a": $0, "b": $1])
    }
    return self(or ? .listOr : .listAnd, ["a": all, "b": last])
  }

  /// Words of the documents (headlines, names of files) as one piece: on pages from right to left
  /// they keep their own direction, with their numbers and marks.
  func isolated(_ words: String) -> String {
    isRightToLeft && !words.isEmpty ? "\u{2066}\(words)\u{2069}" : words
  }

  /// What a person wrote, in one piece where it is in another script than the page.
  func own(_ words: String) -> String {
    let isOfPage = words.unicodeScalars.contains { (0x590...0x8FF).contains($0.value) }
    return isOfPage ? words : isolated(words)
  }

  /// The first letter as at the beginning of a sentence.
  func capitalised(_ words: String) -> String { words.prefix(1).uppercased() + words.dropFirst() }
}

extension Language: Hashable {
  public static func == (a: Language, b: Language) -> Bool { a.tag == b.tag }
  public func hash(into hasher: inout Hasher) { hasher.combine(tag) }
}
