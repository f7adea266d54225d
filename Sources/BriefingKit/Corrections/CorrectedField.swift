import Chronicle
import Chronology
import Diagnostics
import Extraction

/// Reads the value that a decision gives a field of an event.
enum CorrectedField {
  /// `none` empties a field.
  static let none = "none"
  /// Confirms the date that the program proposed.
  static let proposed = "proposed"
  private static let longestHeadline = 48

  static func read(_ field: String, _ node: YAML) throws(Failure) -> Change {
    switch field {
    case "headline":
      let text = try CorrectionsFile.text(node)
      try check(headline: text, node)
      return .headline(text)
    case "date": return try date(node)
    case "type": return .type(try word(node))
    case "domain": return .domain(try word(node))
    case "status": return .status(try word(node))
    case "actors": return .actors(try codes(node))
    case "recipients": return .recipients(try codes(node))
    case "places": return .places(try list(node))
    case "part_of":
      let event = try CorrectionsFile.reference(node)
      return .partOf(event.text == none ? nil : event)
    default:
      guard let text = node.text, ["true", "false"].contains(text) else {
        throw CorrectionsFile.fault(node, "true or false is expected here")
      }
      return .aggregate(text == "true")
    }
  }

  /// Headlines fit the labels of the figures.
  static func check(headline: String, _ node: YAML) throws(Failure) {
    guard headline.count > longestHeadline else { return }
    throw CorrectionsFile.fault(
      node, "a headline has at most \(longestHeadline) characters, this has \(headline.count)")
  }

  private static func date(_ node: YAML) throws(Failure) -> Change {
    let text = try CorrectionsFile.text(node)
    if text == none { return .date(nil) }
    if text == proposed { return .proposedDate }
    if let date = EDTF(text) { return .date(date) }
    let meant = meant(text) ?? Suggestion.nearest(text, among: [none, proposed])
    throw CorrectionsFile.fault(
      node, "this is no date",
      ["expected 2016-04-26, 2016-04, 2016, 2016-04-26/2016-04-27, proposed or none"]
        + (meant.map { ["did you mean \($0)?"] } ?? []))
  }

  /// The date that words mean: "26-27 April 2016".
  private static func meant(_ words: String) -> String? {
    var found: [String] = []
    DateSurvey.read(Array(words.utf8), DateReader.Settings()) { date, _ in
      found.append(date.value.description)
    }
    return found.count == 1 ? found[0] : Suggestion.day(words)
  }

  private static func word<Word: RawRepresentable<String> & CaseIterable>(_ node: YAML)
    throws(Failure) -> Word
  {
    let text = try CorrectionsFile.text(node)
    if let word = Word(rawValue: text) { return word }
    let known = Word.allCases.map(\.rawValue)
    let meant = Suggestion.nearest(text, among: known)
    throw CorrectionsFile.fault(
      node, "“\(text)” is none of the words for this",
      (meant.map { ["did you mean \($0)?"] } ?? []) + ["known: " + known.joined(separator: ", ")])
  }

  private static func list(_ node: YAML) throws(Failure) -> [String] {
    if node.text == none { return [] }
    guard case .list(let items) = node.kind else { return [try CorrectionsFile.text(node)] }
    var result: [String] = []
    for item in items { result.append(try CorrectionsFile.text(item)) }
    return result
  }

  /// Alpha-3 codes of states, acronyms of organisations.
  private static func codes(_ node: YAML) throws(Failure) -> [String] {
    let codes = try list(node)
    let names = StateNames.short
    for (index, code) in codes.enumerated() {
      let isCode =
        code.count > 1 && code.unicodeScalars.first.map { ("A"..."Z").contains($0) } ?? false
        && code.allSatisfy { $0.isUppercase || $0.isNumber || $0 == "-" }
      if isCode { continue }
      let place: YAML = if case .list(let items) = node.kind { items[index] } else { node }
      let meant =
        names.keys.sorted().first { names[$0] == code || $0 == code.uppercased() }
      throw CorrectionsFile.fault(
        place, "“\(code)” is no code of a state and no acronym",
        meant.map { ["did you mean \($0)?"] } ?? ["expected codes of ISO 3166-1 as [PAK, AZE]"])
    }
    return codes
  }
}
