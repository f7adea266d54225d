public import Chronology
public import Diagnostics

/// Reads `briefing.yaml`. A name that means nothing here is a warning; a value that can't be meant
/// is an error.
public struct SettingsFile {
  /// Its name in the seeds folder.
  public static let name = "briefing.yaml"

  private var settings: Settings
  private var diagnostics: [Diagnostic] = []
  private var markingPlace: Diagnostic.Place?
  private var errors: [Diagnostic] = []

  /// The settings in a file's text.
  ///
  /// - Parameter base: what holds where the file is silent.
  /// - Throws: ``Failure`` with every value that can't be meant, and what is doubted besides.
  public static func read(_ text: SourceText, base: Settings = Settings()) throws(Failure)
    -> (settings: Settings, diagnostics: [Diagnostic], marking: Diagnostic.Place?)
  {
    var file = SettingsFile(settings: base)
    if let node = try YAML.read(text), !node.isEmpty {
      file.attempt { (file) throws(Failure) in try file.top(node) }
    }
    if let first = file.errors.first {
      throw Failure(first, Array(file.errors.dropFirst()) + file.diagnostics)
    }
    return (file.settings, file.diagnostics, file.markingPlace)
  }

  private init(settings: Settings) { self.settings = settings }

  static let names = [
    "as_of", "parties", "form", "paper", "locale", "marking", "meeting", "objectives",
    "points_to_make", "points_to_avoid", "their_points", "sensitivities", "biographies", "theme",
  ]
  static let meetingNames = [
    "occasion", "date", "place", "our_principal", "their_principal",
  ]
  static let biographyNames = ["name", "text"]

  /// Goes on after an error, so that all of a file's are seen at once.
  private mutating func attempt(_ body: (inout SettingsFile) throws(Failure) -> Void) {
    do {
      try body(&self)
    } catch {
      errors += error.diagnostics
    }
  }

  private mutating func top(_ node: YAML) throws(Failure) {
    for (name, value) in try SettingsFile.members(node) where !value.isEmpty {
      attempt { (file) throws(Failure) in try file.set(name, value) }
    }
  }

  private mutating func set(_ name: YAML, _ value: YAML) throws(Failure) {
    switch name.text {
    case "as_of": settings.asOf = try day(value)
    case "parties": settings.parties = try parties(value)
    case "form": settings.form = try word(value)
    case "paper": settings.paper = try word(value)
    case "locale": settings.locale = try locale(value)
    case "marking":
      settings.marking = try text(value)
      markingPlace = value.place
    case "meeting": try meeting(value)
    case "objectives": settings.meeting.objectives = try texts(value)
    case "points_to_make": settings.meeting.pointsToMake = try texts(value)
    case "points_to_avoid": settings.meeting.pointsToAvoid = try texts(value)
    case "their_points": settings.meeting.theirPoints = try texts(value)
    case "sensitivities": settings.meeting.sensitivities = try texts(value)
    case "biographies": settings.meeting.biographies = try biographies(value)
    case "theme":
      let file = try BrandingFile(value)
      settings.branding = file.branding
      diagnostics += file.diagnostics
    default: unknown(name, SettingsFile.names)
    }
  }

  private mutating func meeting(_ node: YAML) throws(Failure) {
    for (name, value) in try SettingsFile.members(node) where !value.isEmpty {
      attempt { (file) throws(Failure) in
        switch name.text {
        case "occasion": file.settings.meeting.occasion = try file.text(value)
        case "date": file.settings.meeting.date = try file.day(value)
        case "place": file.settings.meeting.place = try file.text(value)
        case "our_principal": file.settings.meeting.ourPrincipal = try file.text(value)
        case "their_principal": file.settings.meeting.theirPrincipal = try file.text(value)
        default: file.unknown(name, SettingsFile.meetingNames)
        }
      }
    }
  }

  /// A list of names and texts, or lines "name: text".
  private mutating func biographies(_ node: YAML) throws(Failure) -> [Biography] {
    if case .map(let members) = node.kind {
      var result: [Biography] = []
      for (name, value) in members {
        result.append(Biography(name: try text(name), text: try text(value)))
      }
      return result
    }
    guard case .list(let items) = node.kind else {
      throw SettingsFile.wrong(node, "a list of names and texts")
    }
    var result: [Biography] = []
    for item in items where !item.isEmpty {
      attempt { (file) throws(Failure) in result.append(try file.biography(item)) }
    }
    return result
  }

  private mutating func biography(_ node: YAML) throws(Failure) -> Biography {
    var biography = Biography(name: "", text: "")
    for (name, value) in try SettingsFile.members(node) where !value.isEmpty {
      switch name.text {
      case "name": biography.name = try text(value)
      case "text": biography.text = try text(value)
      default: unknown(name, SettingsFile.biographyNames)
      }
    }
    if biography.name.isEmpty { throw SettingsFile.wrong(node, "a line “name: …”") }
    return biography
  }

  private mutating func unknown(_ name: YAML, _ known: [String]) {
    diagnostics.append(SettingsFile.unknownName(name, known))
  }

  /// A name that means nothing where it stands.
  static func unknownName(_ name: YAML, _ known: [String]) -> Diagnostic {
    let meant = name.text.flatMap { Suggestion.nearest($0, among: known) }
    let all = SettingsFile.names + SettingsFile.meetingNames
    let elsewhere = name.text.flatMap { Suggestion.nearest($0, among: all) }
    var hints: [String] = []
    if let meant {
      hints.append("did you mean “\(meant)”?")
    } else if let elsewhere {
      let isMeeting = SettingsFile.meetingNames.contains(elsewhere)
      hints.append(
        "“\(elsewhere)” stands " + (isMeeting ? "below “meeting:”" : "at the left edge"))
    }
    return Diagnostic(
      .warning, "settings/unknown-name", "“\(name.text ?? "")” means nothing here",
      at: name.place, hints: hints + ["known here: " + known.joined(separator: ", ")])
  }

  static func members(_ node: YAML) throws(Failure) -> [(name: YAML, value: YAML)] {
    guard case .map(let members) = node.kind else {
      throw SettingsFile.wrong(node, "lines “name: value”")
    }
    return members
  }

  private func text(_ node: YAML) throws(Failure) -> String {
    guard let text = node.text, node.literal == nil else {
      throw SettingsFile.wrong(node, "a text, in quotation marks if need be")
    }
    return text
  }

  private func texts(_ node: YAML) throws(Failure) -> [String] {
    if case .map = node.kind {
      throw SettingsFile.wrong(
        node, "a list, a line each: “- text”, in quotation marks if it has a colon")
    }
    guard case .list(let items) = node.kind else { return [try text(node)] }
    var result: [String] = []
    for item in items where !item.isEmpty { result.append(try text(item)) }
    return result
  }

  private func day(_ node: YAML) throws(Failure) -> Day {
    guard let day = node.text.flatMap(Day.init(iso:)) else {
      let meant = node.text.flatMap(Suggestion.day)
      throw SettingsFile.wrong(node, "a day as 2017-01-16", meant: meant)
    }
    return day
  }

  private func word<Word: RawRepresentable<String> & CaseIterable>(_ node: YAML) throws(Failure)
    -> Word
  {
    guard let word = node.text.flatMap(Word.init(rawValue:)) else {
      let known = Word.allCases.map(\.rawValue)
      throw SettingsFile.wrong(
        node, known.joined(separator: ", "),
        meant: node.text.flatMap { Suggestion.nearest($0, among: known) })
    }
    return word
  }

  private func locale(_ node: YAML) throws(Failure) -> String {
    guard let text = node.text, Settings.locales.contains(text) else {
      throw SettingsFile.wrong(
        node, Settings.locales.joined(separator: ", "),
        meant: node.text.flatMap { Suggestion.nearest($0, among: Settings.locales) })
    }
    return text
  }

  private func parties(_ node: YAML) throws(Failure) -> [String] {
    let codes = try texts(node).flatMap(Settings.items)
    if codes.count == 2, let unknown = Settings.unknownParty(codes) {
      throw SettingsFile.wrong(
        part(node, unknown.code), "two codes of ISO 3166-1 as PAK, AZE", meant: unknown.meant)
    }
    guard let parties = Settings.parties(codes) else {
      throw SettingsFile.wrong(node, "two codes of ISO 3166-1 as PAK, AZE")
    }
    return parties
  }

  /// The item of a list that has a text, else all.
  private func part(_ node: YAML, _ text: String) -> YAML {
    guard case .list(let items) = node.kind else { return node }
    return items.first { $0.text?.contains(text) == true } ?? node
  }

  static func wrong(_ node: YAML, _ expected: String, meant: String? = nil) -> Failure {
    let suggestion = meant.map { ["did you mean \($0)?"] } ?? []
    return Failure(
      Diagnostic(
        .error, "settings/wrong-value", "this can't be read", at: node.place,
        hints: ["expected \(expected)"] + suggestion))
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
