public import Chronology
public import Diagnostics

/// Reads `briefing.yaml`. A name that means nothing here is a warning; a value that can't be meant
/// is an error.
public struct SettingsFile {
  /// Its name in the seeds folder.
  public static let name = "briefing.yaml"

  private var settings: Settings
  private var diagnostics: [Diagnostic] = []

  /// The settings in a file's text.
  ///
  /// - Parameter base: what holds where the file is silent.
  public static func read(_ text: SourceText, base: Settings = Settings()) throws(Failure)
    -> (settings: Settings, diagnostics: [Diagnostic])
  {
    var file = SettingsFile(settings: base)
    if let node = try YAML.read(text), !node.isEmpty { try file.top(node) }
    return (file.settings, file.diagnostics)
  }

  private init(settings: Settings) { self.settings = settings }

  private static let names = [
    "as_of", "parties", "form", "paper", "locale", "marking", "meeting", "objectives",
    "points_to_make", "points_to_avoid",
  ]
  private static let meetingNames = [
    "occasion", "date", "place", "our_principal", "their_principal",
  ]

  private mutating func top(_ node: YAML) throws(Failure) {
    for (name, value) in try members(node) where !value.isEmpty {
      switch name.text {
      case "as_of": settings.asOf = try day(value)
      case "parties": settings.parties = try parties(value)
      case "form": settings.form = try word(value)
      case "paper": settings.paper = try word(value)
      case "locale": settings.locale = try locale(value)
      case "marking": settings.marking = try text(value)
      case "meeting": try meeting(value)
      case "objectives": settings.meeting.objectives = try texts(value)
      case "points_to_make": settings.meeting.pointsToMake = try texts(value)
      case "points_to_avoid": settings.meeting.pointsToAvoid = try texts(value)
      default: unknown(name, SettingsFile.names)
      }
    }
  }

  private mutating func meeting(_ node: YAML) throws(Failure) {
    for (name, value) in try members(node) where !value.isEmpty {
      switch name.text {
      case "occasion": settings.meeting.occasion = try text(value)
      case "date": settings.meeting.date = try day(value)
      case "place": settings.meeting.place = try text(value)
      case "our_principal": settings.meeting.ourPrincipal = try text(value)
      case "their_principal": settings.meeting.theirPrincipal = try text(value)
      default: unknown(name, SettingsFile.meetingNames)
      }
    }
  }

  private mutating func unknown(_ name: YAML, _ known: [String]) {
    diagnostics.append(
      Diagnostic(
        .warning, "settings/unknown-name", "“\(name.text ?? "")” means nothing here",
        at: name.place, hints: ["known here: " + known.joined(separator: ", ")]))
  }

  private func members(_ node: YAML) throws(Failure) -> [(name: YAML, value: YAML)] {
    guard case .map(let members) = node.kind else { throw wrong(node, "lines “name: value”") }
    return members
  }

  private func text(_ node: YAML) throws(Failure) -> String {
    guard let text = node.text else { throw wrong(node, "a text") }
    return text
  }

  private func texts(_ node: YAML) throws(Failure) -> [String] {
    guard case .list(let items) = node.kind else { return [try text(node)] }
    var result: [String] = []
    for item in items where !item.isEmpty { result.append(try text(item)) }
    return result
  }

  private func day(_ node: YAML) throws(Failure) -> Day {
    guard let day = node.text.flatMap(Day.init(iso:)) else {
      throw wrong(node, "a day as 2017-01-16")
    }
    return day
  }

  private func word<Word: RawRepresentable<String> & CaseIterable>(_ node: YAML) throws(Failure)
    -> Word
  {
    guard let word = node.text.flatMap(Word.init(rawValue:)) else {
      throw wrong(node, Word.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return word
  }

  private func locale(_ node: YAML) throws(Failure) -> String {
    guard let text = node.text, Settings.locales.contains(text) else {
      throw wrong(node, Settings.locales.joined(separator: ", "))
    }
    return text
  }

  private func parties(_ node: YAML) throws(Failure) -> [String] {
    let codes = try texts(node).flatMap { $0.split(separator: ",") }.map(Settings.trimmed)
    guard let parties = Settings.parties(codes) else {
      throw wrong(node, "two codes of ISO 3166-1 as PAK, AZE")
    }
    return parties
  }

  private func wrong(_ node: YAML, _ expected: String) -> Failure {
    Failure(
      Diagnostic(
        .error, "settings/wrong-value", "this can't be read", at: node.place,
        hints: ["expected \(expected)"]))
  }
}

extension Settings {
  /// Two or more different alpha-3 codes; nil when one of them can be none.
  public static func parties(_ codes: [String]) -> [String]? {
    let isCode = { (code: String) in
      code.utf8.count == 3 && code.utf8.allSatisfy { (0x41...0x5A).contains($0) }
    }
    guard codes.count == 2, codes[0] != codes[1], codes.allSatisfy(isCode) else { return nil }
    return codes
  }

  static func trimmed(_ text: Substring) -> String {
    let isSpace = { (character: Character) in character.isWhitespace }
    let start = text.drop(while: isSpace)
    return String(String(start.reversed().drop(while: isSpace)).reversed())
  }
}

extension Day {
  /// A day as ISO 8601 writes it: `2017-01-16`.
  public init?(iso text: String) {
    guard text.utf8.count == 10, let date = EDTF(text), date.precision == .day, !date.isInterval,
      let day = date.earliest
    else { return nil }
    self = day
  }
}
