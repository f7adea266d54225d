import Chronology
import Diagnostics

/// Reads `events.json`: a wrong value is named by its path in the file, as `events[3].type`.
struct LedgerJSONReader {
  let path: String

  func ledger(_ bytes: [UInt8]) throws(Failure) -> Ledger {
    let file = Place(value: try parse(bytes), name: "", path: path)
    guard try file.string("format") == LedgerJSON.format else {
      throw file.wrong("format", "\"\(LedgerJSON.format)\"")
    }
    return Ledger(
      asOf: try file.day("as_of"), parties: try file.strings("parties"),
      documents: try file.list("documents", document), events: try file.list("events", event),
      openings: file.has("openings") ? try file.list("openings", opening) : [],
      decisions: file.has("decisions") ? try file.list("decisions", decision) : [])
  }

  private func parse(_ bytes: [UInt8]) throws(Failure) -> JSON {
    do {
      return try JSON.read(bytes)
    } catch {
      let text = SourceText(path: path, text: String(decoding: bytes, as: UTF8.self))
      let at = min(error.offset, text.bytes.count)
      throw Failure(
        Diagnostic(
          .error, "ledger/malformed-json", "this is no JSON: \(error.message)",
          at: Diagnostic.Place(text, Span(at, at + 1)), path: path))
    }
  }

  private func document(_ place: Place) throws(Failure) -> DocumentRecord {
    DocumentRecord(
      id: try place.string("id"), path: try place.string("path"),
      title: try place.string("title"), date: try place.edtf("date"),
      author: try place.optional("author"), publisher: try place.optional("publisher"),
      side: try place.optional("side"), voice: try place.optional("voice"),
      marking: try place.optional("marking"), sha256: try place.string("sha256"))
  }

  private func event(_ place: Place) throws(Failure) -> Event {
    Event(
      id: try place.string("id"), aliases: try place.strings("aliases"),
      content: try content(place), partOf: try place.optional("part_of"),
      mentions: try place.list("mentions", mention))
  }

  private func content(_ place: Place) throws(Failure) -> Content {
    var content = Content()
    content.headline = try place.string("headline")
    content.date = try place.edtf("date")
    content.proposedDate = try proposedDate(place)
    content.dateBasis = try place.word("date_basis", "a basis of a date")
    content.type = try place.word("type", "a type of event")
    content.domain = try place.word("domain", "a domain")
    for (i, word) in try place.strings("secondary_domains").enumerated() {
      guard let domain = Domain(rawValue: word) else {
        throw place.wrong("secondary_domains[\(i)]", "a domain")
      }
      content.secondaryDomains.append(domain)
    }
    content.status = try place.word("status", "a status")
    content.actors = try place.strings("actors")
    content.recipients = try place.strings("recipients")
    content.participants = try place.list("participants") { (item) throws(Failure) in
      Participant(
        name: try item.string("name"), role: try item.string("role"),
        side: try item.optional("side"))
    }
    content.places = try place.strings("places")
    content.amounts = try place.list("amounts") { (item) throws(Failure) in
      Amount(value: try item.number("value"), unit: try item.string("unit"))
    }
    content.isAggregate = try place.bool("aggregate")
    content.flags = try place.strings("flags")
    content.confidence = try place.number("confidence")
    content.reasons = try place.list("reasons") { (item) throws(Failure) in
      Reason(try item.string("subject"), try item.string("words"))
    }
    return content
  }

  private func proposedDate(_ place: Place) throws(Failure) -> ProposedDate? {
    guard let item = place.member("proposed_date") else { return nil }
    guard let date = try item.edtf("date") else { throw item.wrong("date", "a date in EDTF") }
    return ProposedDate(date: date, reason: try item.string("reason"))
  }

  private func mention(_ place: Place) throws(Failure) -> Mention {
    Mention(
      document: try place.string("document"), start: try place.integer("start"),
      end: try place.integer("end"), line: try place.integer("line"),
      quote: try place.string("quote"), dateText: try place.optional("date_text"),
      rules: try place.strings("rules"))
  }

  private func decision(_ place: Place) throws(Failure) -> Decision {
    Decision(
      kind: try place.string("kind"), events: try place.strings("events"),
      headline: try place.string("headline"),
      changes: try place.list("changes") { (item) throws(Failure) in
        Decision.Change(
          field: try item.string("field"), from: try item.optional("from"),
          to: try item.optional("to"))
      }, by: try place.string("by"), why: try place.string("why"))
  }

  private func opening(_ place: Place) throws(Failure) -> Opening {
    guard let item = place.member("mention") else { throw place.wrong("mention", "an object") }
    return Opening(domain: try place.word("domain", "a domain"), mention: try mention(item))
  }
}

/// A value with its name in the file, for messages.
private struct Place {
  let value: JSON
  let name: String
  let path: String

  func wrong(_ member: String, _ expected: String) -> Failure {
    Failure("ledger/wrong-value", "\(full(member)) is not \(expected)", path: path)
  }

  private func full(_ member: String) -> String { name.isEmpty ? member : "\(name).\(member)" }

  /// Whether there is such a member that is not null.
  func has(_ member: String) -> Bool { value[member].map { $0 != .null } ?? false }

  func member(_ member: String) -> Place? {
    guard let inner = value[member], inner != .null else { return nil }
    return Place(value: inner, name: full(member), path: path)
  }

  func optional(_ member: String) throws(Failure) -> String? {
    guard has(member) else { return nil }
    return try string(member)
  }

  func string(_ member: String) throws(Failure) -> String {
    guard let text = value[member]?.text else { throw wrong(member, "a string") }
    return text
  }

  func bool(_ member: String) throws(Failure) -> Bool {
    guard case .bool(let result)? = value[member] else { throw wrong(member, "true or false") }
    return result
  }

  func integer(_ member: String) throws(Failure) -> Int {
    guard case .integer(let result)? = value[member] else {
      throw wrong(member, "a whole number")
    }
    return result
  }

  func number(_ member: String) throws(Failure) -> Double {
    switch value[member] {
    case .integer(let result)?: return Double(result)
    case .number(let result)?: return result
    default: throw wrong(member, "a number")
    }
  }

  func word<Word: RawRepresentable<String>>(_ member: String, _ expected: String)
    throws(Failure) -> Word
  {
    guard let word = Word(rawValue: try string(member)) else { throw wrong(member, expected) }
    return word
  }

  func edtf(_ member: String) throws(Failure) -> EDTF? {
    guard let text = try optional(member) else { return nil }
    guard let date = EDTF(text) else { throw wrong(member, "a date in EDTF") }
    return date
  }

  func day(_ member: String) throws(Failure) -> Day? {
    guard let date = try edtf(member) else { return nil }
    guard date.precision == .day, !date.isInterval, let day = date.earliest else {
      throw wrong(member, "a day")
    }
    return day
  }

  func strings(_ member: String) throws(Failure) -> [String] {
    guard let elements = value[member]?.elements else { throw wrong(member, "a list") }
    var result: [String] = []
    for (i, element) in elements.enumerated() {
      guard let text = element.text else { throw wrong("\(member)[\(i)]", "a string") }
      result.append(text)
    }
    return result
  }

  func list<Item>(_ member: String, _ read: (Place) throws(Failure) -> Item) throws(Failure)
    -> [Item]
  {
    guard let elements = value[member]?.elements else { throw wrong(member, "a list") }
    var result: [Item] = []
    for (i, element) in elements.enumerated() {
      result.append(try read(Place(value: element, name: full("\(member)[\(i)]"), path: path)))
    }
    return result
  }
}
