import Chronicle
import Chronology
import Diagnostics
public import Extraction
import Prose

/// Reads documents off lines of JSON, one a line, each by itself.
public struct EventBatch: Sendable {
  private let settings: ExtractionSettings

  public init(settings: ExtractionSettings) { self.settings = settings }

  /// The answer to one line, without a line feed: `{"id","events":[…]}`, or `{"id"?,"error"}` for a
  /// line that is none.
  ///
  /// - Parameter line: `{"id","text","path"?,"date"?}` in UTF-8.
  public func answer(_ line: some Sequence<UInt8>) -> [UInt8] {
    let read: JSON.Request
    do {
      read = try JSON.readRequest(line, text: "text")
    } catch {
      return failure(nil, "no JSON: \(error.message) at byte \(error.offset)")
    }
    let request = read.value
    guard let id = request["id"] else { return failure(nil, "“id” is missing") }
    switch id {
    case .string, .integer, .number: break
    default: return failure(nil, "“id” is no text and no number")
    }
    guard let text = read.text else { return failure(id, "“text” is no text") }
    guard let path = optional(request, "path") else { return failure(id, "“path” is no text") }
    guard let date = optional(request, "date") else { return failure(id, "“date” is no text") }
    if let date, Day(iso: date) == nil { return failure(id, "“date” is no day as 2017-01-16") }
    do {
      let events = try events(of: text, path: path ?? "text.txt", date: date)
      var answer = JSONWriter(layout: .compact)
      answer.object { json in
        json.name("id")
        json.write(id)
        json.member("events", events) { LedgerJSON.write($1, &$0) }
      }
      return answer.take()
    } catch {
      return failure(id, error.diagnostic.message)
    }
  }

  private func events(of text: [UInt8], path: String, date: String?) throws(Failure)
    -> [Event]
  {
    var document = try DocumentReader.read(path: path, bytes: text, isDigested: false)
    if let date {
      document = Document(
        format: document.format, text: document.text, sha256: document.sha256,
        fields: [.init(key: "date", value: date, span: nil)] + document.fields,
        blocks: document.blocks, diagnostics: document.diagnostics)
    }
    return Extractor.extract([document], settings: settings).ledger.events
  }

  /// A member that may be missing or null; nil where it is something else than text.
  private func optional(_ request: JSON, _ name: String) -> String?? {
    guard let value = request[name], value != .null else { return .some(nil) }
    return value.text.map { .some($0) }
  }

  private func failure(_ id: JSON?, _ message: String) -> [UInt8] {
    let members = (id.map { [JSON.Member("id", $0)] } ?? []) + [.init("error", .string(message))]
    return JSON.object(members).bytes(.compact)
  }
}
