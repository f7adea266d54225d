import Chronicle
import Chronology
import Diagnostics
import Extraction

/// Reads `corrections.yaml`: a list of decisions. What can't be meant is an error with its place, as
/// a decision that is half understood would be a false one.
public struct CorrectionsFile {
  /// Its name in the seeds folder.
  public static let name = "corrections.yaml"

  private var errors: [Diagnostic] = []

  /// The decisions in a file's text, in its order.
  ///
  /// - Throws: ``Failure`` with everything that can't be meant.
  static func read(_ text: SourceText) throws(Failure) -> [Correction] {
    guard let node = try YAML.read(text), !node.isEmpty else { return [] }
    guard case .list(let items) = node.kind else {
      throw fault(
        node, "a list of decisions is expected here",
        ["begin each with a dash, as “- drop: k3m9x2a”"])
    }
    var file = CorrectionsFile()
    var result: [Correction] = []
    for item in items where !item.isEmpty {
      file.attempt { (file) throws(Failure) in result.append(try file.correction(item)) }
    }
    if let first = file.errors.first { throw Failure(first, Array(file.errors.dropFirst())) }
    return result
  }

  /// Goes on after an error, so that all of a file's are seen at once.
  private mutating func attempt(_ body: (inout CorrectionsFile) throws(Failure) -> Void) {
    do {
      try body(&self)
    } catch {
      errors += error.diagnostics
    }
  }

  private mutating func correction(_ node: YAML) throws(Failure) -> Correction {
    guard case .map(let members) = node.kind else {
      throw Self.fault(node, "this is no decision", ["begin with " + Self.actions])
    }
    let deeds = members.filter { Correction.names.contains($0.name.text ?? "") }
    guard let deed = deeds.first else {
      // The first name is where a decision says what it is.
      throw Self.unknown(members[0].name, Correction.names, "this names no decision")
    }
    if deeds.count > 1 {
      throw Self.fault(
        deeds[1].name, "an entry is one decision, this has several",
        ["begin another with a dash"])
    }
    let kind = deed.name.text ?? ""
    let known = Self.names(beside: kind)
    var changes: [Change] = []
    var words: [EventReference] = []
    var said: [String: String] = [:]
    for (name, value) in members where name.text != kind {
      attempt { (file) throws(Failure) in
        guard let field = name.text, known.contains(field) else {
          throw Self.unknown(name, known, "“\(name.text ?? "")” means nothing in “\(kind)”")
        }
        switch field {
        case "by", "why": said[field] = try Self.text(value)
        case "apart": words = try Self.references(value, "words of the sentences that go apart")
        default: changes.append(try CorrectedField.read(field, value))
        }
      }
    }
    for name in ["by", "why"]
    where said[name] == nil && !members.contains(where: { $0.name.text == name }) {
      errors.append(
        Self.fault(
          deed.name, "this decision does not say \(name == "by" ? "who made it" : "why")",
          ["add a line “\(name): …”"]
        ).diagnostic)
    }
    return Correction(
      try action(kind, deed.value, changes, words), by: said["by"] ?? "", why: said["why"] ?? "")
  }

  private func action(
    _ kind: String, _ value: YAML, _ changes: [Change], _ words: [EventReference]
  ) throws(Failure) -> Correction.Action {
    switch kind {
    case "correct":
      if changes.isEmpty, errors.isEmpty {
        throw Self.fault(
          value, "this corrects nothing",
          [
            "add a line for each field, as “date: 2016-04-26”: "
              + Change.fields.joined(separator: ", ")
          ])
      }
      return .correct(try Self.reference(value), changes)
    case "merge":
      let all = try Self.references(value, "the ids of two events or more, as [k3m9x2a, b7d0f4h]")
      guard all.count > 1 else {
        throw Self.fault(
          value, "this merges one event alone", ["name two or more, as [k3m9x2a, b7d0f4h]"])
      }
      return .merge(all)
    case "split":
      if words.isEmpty, errors.isEmpty {
        throw Self.fault(
          value, "this does not say which sentences go apart",
          ["add “apart:” with words of theirs, as “briefing explain” prints them"])
      }
      return .split(try Self.reference(value), words)
    case "drop": return .drop(try Self.reference(value))
    default:
      let headline = try Self.text(value)
      try CorrectedField.check(headline: headline, value)
      return .add(EventReference(headline, at: value.place), changes)
    }
  }

  private static let actions = Correction.names.map { "“\($0):”" }.joined(separator: ", ")

  /// Names that may stand beside that of a decision.
  static func names(beside kind: String) -> [String] {
    let own: [String] =
      switch kind {
      case "correct": Change.fields
      case "add": Change.fields.filter { $0 != "headline" }
      case "split": ["apart"]
      default: []
      }
    return own + ["by", "why"]
  }

  // MARK: Values

  static func text(_ node: YAML) throws(Failure) -> String {
    guard let text = node.text else {
      throw fault(node, "a text is expected here", ["in quotation marks if need be"])
    }
    return text
  }

  static func reference(_ node: YAML) throws(Failure) -> EventReference {
    guard let text = node.text else {
      throw fault(
        node, "the id of an event is expected here", ["“briefing events” lists all ids"])
    }
    return EventReference(text, at: node.place)
  }

  private static func references(_ node: YAML, _ expected: String) throws(Failure)
    -> [EventReference]
  {
    guard case .list(let items) = node.kind else {
      guard node.text != nil else { throw fault(node, "\(expected) are expected here") }
      return [try reference(node)]
    }
    var result: [EventReference] = []
    for item in items {
      guard item.text != nil else { throw fault(item, "\(expected) are expected here") }
      result.append(try reference(item))
    }
    return result
  }

  private static func unknown(_ name: YAML, _ known: [String], _ message: String) -> Failure {
    let meant = name.text.flatMap { Suggestion.nearest($0, among: known) }
    return fault(
      name, message,
      (meant.map { ["did you mean “\($0)”?"] } ?? []) + [
        "known here: " + known.joined(separator: ", ")
      ])
  }

  static func fault(_ node: YAML, _ message: String, _ hints: [String] = []) -> Failure {
    Failure(Diagnostic(.error, "corrections/malformed", message, at: node.place, hints: hints))
  }
}
