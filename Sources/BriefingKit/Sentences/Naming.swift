import Chronicle

/// How states, domains and numbers are named in sentences.
struct Naming {
  let names: [String: String]

  /// "Pakistan", "United States"; the code where no name is known.
  func name(_ code: String) -> String { names[code] ?? code }

  /// With the article that English wants within a sentence: "the United States".
  func inSentence(_ code: String) -> String {
    let name = name(code)
    let words = name.split(separator: " ").map(String.init)
    let plural = [
      "Netherlands", "Philippines", "Maldives", "Bahamas", "Gambia", "Comoros", "Seychelles",
      "Emirates", "States", "Islands",
    ]
    let noun = ["Kingdom", "Republic", "Union", "Federation"]
    let takesArticle =
      words.last.map { plural.contains($0) } == true
      || words.contains { noun.contains($0) }
    return takesArticle && words.first != "the" && words.first != "The" ? "the " + name : name
  }

  /// "Pakistan and Azerbaijan"; "A, B and C".
  static func list(_ words: [String], _ last: String = "and") -> String {
    guard let end = words.last, words.count > 1 else { return words.first ?? "" }
    return words.dropLast().joined(separator: ", ") + " \(last) " + end
  }

  /// "President Hussain": role and last name; the whole name where the ledger has another person of
  /// that last name.
  static func short(_ person: Participant, among events: [Event]) -> String {
    let last = { (name: String) in name.split(separator: " ").last.map(String.init) ?? name }
    let isShared = events.contains { event in
      event.content.participants.contains {
        $0.name != person.name && last($0.name) == last(person.name)
          && !$0.name.hasSuffix(" " + person.name) && !person.name.hasSuffix(" " + $0.name)
      }
    }
    let name = isShared ? person.name : last(person.name)
    return person.role.isEmpty ? name : "\(person.role) \(name)"
  }

  static func title(_ domain: Domain) -> String {
    domain.rawValue.prefix(1).uppercased() + domain.rawValue.dropFirst()
  }

  /// What events of a domain are: "political", "in education".
  static func adjective(_ domain: Domain) -> String {
    switch domain {
    case .political: "political"
    case .economy: "economic"
    case .humanitarian: "humanitarian"
    case .culture: "cultural"
    case .defence, .energy, .transport, .education: "in \(domain.rawValue)"
    }
  }

  /// "1 document", "3 documents".
  static func count(_ n: Int, _ noun: String, _ plural: String? = nil) -> String {
    "\(n) " + (n == 1 ? noun : plural ?? noun + "s")
  }
}
