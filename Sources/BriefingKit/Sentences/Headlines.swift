import Chronicle

/// How headlines are printed: those of two people with one last name tell which of them it is.
struct Headlines {
  private let people: PersonNames
  private let say: Language
  /// The headlines that several events have.
  private let twins: Set<String>
  /// Those that say more than the ledger's, by id.
  private var completed: [String: String] = [:]
  /// The most characters of a figure's label.
  private static let shortest = 48

  /// - Parameter say: the language whose spelling they have.
  init(_ events: [Event], _ say: Language = .british) {
    self.say = say
    people = PersonNames(events)
    var seen: Set<String> = []
    var twins: Set<String> = []
    for event in events where !seen.insert(event.content.headline).inserted {
      twins.insert(event.content.headline)
    }
    self.twins = twins
    for event in events {
      let headline = event.content.headline
      let whole =
        PaperName.declaration(event)
        ?? SaidHeadline.complete(headline, event, isTwin: twins.contains(headline))
      if whole != headline { completed[event.id] = whole }
    }
  }

  /// An event's headline, short enough for a figure.
  func of(_ event: Event) -> String {
    let headline = event.content.headline
    let whole = told(headline, event)
    guard whole.count > Self.shortest else { return whole }
    let own = printed(headline, event)
    if own == whole { return own }
    return SaidHeadline.short(whole, instead: own, most: Self.shortest)
  }

  /// Words that stand for an event's headline, as they are printed, with the object that they may
  /// lack.
  func told(_ headline: String, _ event: Event) -> String {
    let own = event.content.headline
    let whole =
      headline == own
      ? completed[event.id] ?? own
      : SaidHeadline.complete(headline, event, isTwin: twins.contains(own))
    return printed(whole, event)
  }

  private func printed(_ headline: String, _ event: Event) -> String {
    spelt(people.told(Self.clean(headline), event.content.participants))
  }

  /// Words in small letters as the language spells them: names stay as they are.
  private func spelt(_ headline: String) -> String {
    guard say.hasSpellings else { return headline }
    return headline.split(separator: " ", omittingEmptySubsequences: false).map { word in
      say.word(.spelling, String(word)) ?? String(word)
    }.joined(separator: " ")
  }

  /// Without marks that a clause was cut after: "?: Trilateral summit".
  static func clean(_ headline: String) -> String {
    guard let first = headline.unicodeScalars.first, ",;:?!)".unicodeScalars.contains(first) else {
      return headline
    }
    return String(headline.drop { ",;:?!) ".contains($0) })
  }
}

/// The people whom a ledger names, and how those with one last name are told apart.
struct PersonNames {
  /// "H. Aliyev" by "Heydar Aliyev": the people whose last name is another's too.
  private let distinct: [String: String]

  init(_ events: [Event]) {
    var byLast: [String: Set<String>] = [:]
    for person in events.lazy.flatMap(\.content.participants) where person.name.contains(" ") {
      byLast[PersonalName.surname(of: person.name), default: []].insert(person.name)
    }
    var distinct: [String: String] = [:]
    for (last, names) in byLast where names.count > 1 {
      for (name, form) in Self.forms(of: names, last) { distinct[name] = form }
    }
    self.distinct = distinct
  }

  /// Names of one person are each other's ends: "Nawaz Sharif" and "Muhammad Nawaz Sharif".
  private static func forms(of names: Set<String>, _ last: String) -> [String: String] {
    var persons: [(short: String, names: [String])] = []
    for name in names.sorted(by: { ($0.count, $0) < ($1.count, $1) }) {
      if let index = persons.firstIndex(where: { name.hasSuffix(" " + $0.short) }) {
        persons[index].names.append(name)
      } else {
        persons.append((name, [name]))
      }
    }
    guard persons.count > 1 else { return [:] }
    let initials = Dictionary(grouping: persons) { $0.short.prefix(1) }
    var forms: [String: String] = [:]
    for person in persons {
      let isOnly = initials[person.short.prefix(1)]?.count == 1
      for name in person.names {
        forms[name] = isOnly ? "\(person.short.prefix(1)). \(last)" : person.short
      }
    }
    return forms
  }

  /// A headline in which a bare last name that two people have stands with its initial.
  func told(_ headline: String, _ participants: [Participant]) -> String {
    guard !distinct.isEmpty else { return headline }
    var headline = headline
    for person in participants {
      let last = PersonalName.surname(of: person.name)
      guard let form = distinct[person.name],
        participants.filter({ PersonalName.surname(of: $0.name) == last }).count == 1
      else { continue }
      headline = Self.putting(form, for: last, role: person.role, in: headline)
    }
    return headline
  }

  /// The form in place of a last name after a role, a word in small letters, or nothing: after
  /// another name it is a part of that.
  private static func putting(
    _ form: String, for last: String, role: String, in headline: String
  ) -> String {
    let roles = Set(role.split(separator: " ").map(String.init))
    var words = headline.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    for index in words.indices where words[index].hasPrefix(last) {
      let rest = words[index].dropFirst(last.count)
      let before = index > 0 ? words[index - 1] : ""
      let isAlone =
        before.isEmpty || before.first?.isLowercase == true || roles.contains(before)
      let goesOn =
        index + 1 < words.count && rest.isEmpty && words[index + 1].first?.isUppercase == true
      guard rest.first?.isLetter != true, isAlone, !goesOn else { continue }
      words[index] = form + rest
    }
    return words.joined(separator: " ")
  }
}
