import Diagnostics
import Prose

/// The forms of verbs, from `lexicon/verbs.tsv` and the irregular ones of `lexicon/inflection.tsv`.
struct VerbLexicon: Sendable {
  enum Form: Sendable {
    case base
    /// "visits"
    case third
    /// "went"
    case past
    /// "gone"
    case participle
    /// "visited", "held": past and participle alike
    case pastOrParticiple
    /// "visiting"
    case gerund
  }

  struct Entry: Sendable {
    var lemma: String
    var form: Form
    /// Whether the base form is a noun as often: "visit".
    var isNoun: Bool
    /// Whether the base form is the past, too: "put".
    var isAlsoPast = false
  }

  private var entries = WordMap<Entry>()
  private var reports: Set<String> = []
  private var intransitives: Set<String> = []
  private(set) var diagnostics: [Diagnostic] = []

  static let builtIn = VerbLexicon(Knowledge.file("lexicon/verbs.tsv"), inflection: .english)

  init(_ file: SourceText?, inflection: Inflection) {
    guard let file else { return }
    let columns = ["kind", "names"]
    var table = LexiconTable(file, columns: columns, required: columns)
    // A verb of seven bytes has four forms.
    entries.reserveCapacity(file.bytes.count / 2)
    for row in table.rows {
      for name in row.names("names") {
        switch row.value("kind") {
        case "verb": add(name.text, isNoun: false, inflection)
        case "both": add(name.text, isNoun: true, inflection)
        case "report": reports.insert(name.text)
        case "intransitive": intransitives.insert(name.text)
        default:
          table.problem(
            "no kind is called \"\(row.value("kind"))\"", row.span("kind"), file,
            hint: "kinds are verb, both, report and intransitive")
        }
      }
    }
    diagnostics = table.diagnostics
  }

  private mutating func add(_ lemma: String, isNoun: Bool, _ inflection: Inflection) {
    let others = inflection.forms(of: lemma).dropFirst()
    let third = Inflection.third(of: lemma, among: others)
    let pasts = others.filter { !$0.hasSuffix("ing") && $0 != third }
    // "cancelled canceled" are spellings of one form, "went gone" are two forms.
    let areOne = pasts.allSatisfy { $0.hasSuffix("ed") } || pasts.count < 2
    insert(lemma, Entry(lemma: lemma, form: .base, isNoun: isNoun, isAlsoPast: pasts.isEmpty))
    for (i, form) in pasts.enumerated() {
      let kind: Form = areOne ? .pastOrParticiple : i == 0 ? .past : .participle
      insert(form, Entry(lemma: lemma, form: kind, isNoun: false))
    }
    for form in others where form.hasSuffix("ing") {
      insert(form, Entry(lemma: lemma, form: .gerund, isNoun: false))
    }
    insert(third, Entry(lemma: lemma, form: .third, isNoun: isNoun))
  }

  private mutating func insert(_ word: String, _ entry: Entry) {
    let key = WordKey(word)
    // A base form is never hidden by another word's past: "found", "saw".
    if entries[key] == nil || entry.isNoun { entries[key] = entry }
  }

  /// All forms of all verbs.
  var words: [WordKey] { entries.words }

  /// The form that a word is of, or nil when it is no verb's.
  func entry(_ key: WordKey) -> Entry? { entries[key] }

  /// Whether the past form without an object is active.
  func isIntransitive(_ lemma: String) -> Bool { intransitives.contains(lemma) }

  /// Whether the clause of the verb tells what somebody says.
  func isReport(_ lemma: String) -> Bool { reports.contains(lemma) }
}

extension Inflection {
  /// "visits", "carries", "does": the third person of the present.
  func third(of lemma: String) -> String {
    Self.third(of: lemma, among: forms(of: lemma).dropFirst())
  }

  fileprivate static func third(of lemma: String, among others: ArraySlice<String>) -> String {
    let listed = others.first { $0.utf8.last == UInt8(ascii: "s") && !$0.hasSuffix("ss") }
    return listed ?? lemma + "s"
  }
}
