import Analytics
import Chronicle

/// How states, people and domains are named in sentences.
struct Naming {
  /// English names by code.
  let names: [String: String]
  let language: Language
  /// The last words of names that more than one person has.
  private let sharedLastNames: Set<String>

  init(names: [String: String], language: Language = .british, events: [Event] = []) {
    self.names = names
    self.language = language
    sharedLastNames = Self.shared(events)
  }

  /// Last names of people who are not the same: neither name is the end of the other.
  private static func shared(_ events: [Event]) -> Set<String> {
    var known: [String: Set<String>] = [:]
    for person in events.lazy.flatMap(\.content.participants) {
      known[PersonalName.surname(of: person.name), default: []].insert(person.name)
    }
    return Set(
      known.filter { _, names in
        names.contains { a in
          names.contains { $0 != a && !a.hasSuffix(" " + $0) && !$0.hasSuffix(" " + a) }
        }
      }.keys)
  }

  /// "Pakistan", "United States"; the code where no name is known.
  func name(_ code: String) -> String {
    language.word(.state, code) ?? names[code] ?? code
  }

  /// With the article that English wants within a sentence: "the United States".
  func inSentence(_ code: String) -> String {
    let name = name(code)
    let words = name.split(separator: " ").map(String.init)
    let articled = language.string(.statesWithArticle).split(separator: "|").map(String.init)
    let takesArticle = words.contains { articled.contains($0) }
    return takesArticle && words.first?.lowercased() != "the"
      ? language.string(.stateWithArticle, ["state": name]) : name
  }

  /// "President Hussain": role and last name; the whole name where another person has that last
  /// name.
  func short(_ person: Participant, hasRole: Bool = true) -> String {
    let last = PersonalName.surname(of: person.name)
    let isTitled = person.role.isEmpty && !Titles.leading(person.name).isEmpty
    let name = sharedLastNames.contains(last) || isTitled ? person.name : last
    return person.role.isEmpty || !hasRole ? name : "\(person.role) \(name)"
  }

  func title(_ domain: Domain) -> String {
    language.capitalised(inSentence(domain))
  }

  func inSentence(_ domain: Domain) -> String {
    language.word(.domain, domain.rawValue) ?? domain.rawValue
  }

  /// What events of a domain are: "political", "in education".
  func adjective(_ domain: Domain) -> String {
    language.word(.domainIs, domain.rawValue) ?? domain.rawValue
  }
}
