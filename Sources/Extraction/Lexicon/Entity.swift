/// A state, organisation, office, person or place named in a text.
struct Entity: Sendable, Hashable {
  enum Kind: String, Sendable, Hashable {
    case state
    /// A people or its adjective: "Azerbaijani", "Finns".
    case demonym
    case capital
    case city
    /// A building, company, university or agency that stands for its state: "Kremlin", "JICA".
    case body
    case organisation
    case office
    case person
    /// A place that several sides claim; has no code.
    case disputed
    /// "Mr", "H.E.", "General": a name follows.
    case title
  }

  var kind: Kind
  /// Alpha-3 code of a state or an organisation's acronym; nil when none is meant or known.
  var code: String?
  /// The tokens of the name.
  var range: Range<Int>
  /// Of offices and their holders: 1 head of state, 2 head of government, 3 minister…; 0: none.
  var rank: Int
  /// As the lexicon spells it; of persons, the fullest name known so far.
  var name: String
  /// A person's office: "President"; empty when none is told.
  var role: String
  /// All codes that an ambiguous name can mean, ``code`` first; empty when there is but one.
  var candidates: [String]
  /// The gone state that the text names, where ``code`` is the one that goes on in its place.
  var former: String?

  init(
    kind: Kind, code: String?, range: Range<Int>, rank: Int = 0, name: String = "",
    role: String = "", candidates: [String] = []
  ) {
    self.kind = kind
    self.code = code
    self.range = range
    self.rank = rank
    self.name = name
    self.role = role
    self.candidates = candidates
  }
}
