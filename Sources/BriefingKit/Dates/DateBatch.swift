import Chronicle
import Chronology
public import Extraction

/// Reads texts off lines of JSON, one a line, each by itself, and answers with their dates.
public struct DateBatch: Sendable {
  private let settings: DateReader.Settings

  /// - Parameter settings: the reference date holds for lines that have none.
  public init(settings: DateReader.Settings) { self.settings = settings }

  /// So many bytes of an answer are kept at most; a long text's is sent in parts.
  private static let most = 1 << 16

  /// Answers one line with `{"id","dates":[…]}`, or `{"id"?,"error"}` for a line that can't be read;
  /// without a line feed.
  ///
  /// - Parameters:
  ///   - line: `{"id","text","reference_date"?}` in UTF-8.
  ///   - send: takes the answer, part by part.
  public func answer(_ line: some Sequence<UInt8>, _ send: ([UInt8]) -> Void) {
    switch request(line) {
    case .failure(let fault): send(fault.answer)
    case .success(let request):
      var answer = DateJSON(id: request.id)
      DateSurvey.readBlocks(of: request.text, request.settings) { dates, piece in
        answer.write(dates, in: piece)
        if answer.count > Self.most { send(answer.take()) }
      }
      send(answer.end())
    }
  }

  /// The answer to one line in one piece.
  public func answer(_ line: some Sequence<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    answer(line) { result += $0 }
    return result
  }

  private struct Request {
    var id: JSON
    var text: [UInt8]
    var settings: DateReader.Settings
  }

  private struct Fault: Error {
    var id: JSON?
    var message: String

    var answer: [UInt8] {
      let members = (id.map { [JSON.Member("id", $0)] } ?? []) + [.init("error", .string(message))]
      return JSON.object(members).bytes(.compact)
    }
  }

  private func request(_ line: some Sequence<UInt8>) -> Result<Request, Fault> {
    func fault(_ id: JSON?, _ message: String) -> Result<Request, Fault> {
      .failure(Fault(id: id, message: message))
    }
    let request: JSON.Request
    do {
      request = try JSON.readRequest(
        line, text: "text", keeping: ["id", "reference_date"])
    } catch {
      return fault(nil, "no JSON: \(error.message) at byte \(error.offset)")
    }
    guard let id = request.value["id"] else { return fault(nil, "“id” is missing") }
    switch id {
    case .string, .integer, .number: break
    default: return fault(nil, "“id” is no text and no number")
    }
    guard let text = request.text else { return fault(id, "“text” is no text") }
    var settings = settings
    switch request.value["reference_date"] {
    case nil, .null?: break
    case .string(let date)?:
      guard let day = Day(iso: date) else {
        return fault(id, "“reference_date” is no day as 2017-01-16: “\(date)”")
      }
      settings.reference = day
    default: return fault(id, "“reference_date” is no text")
    }
    return .success(Request(id: id, text: text, settings: settings))
  }
}
