import Chronicle
import Chronology
import Diagnostics
public import Extraction

/// Reads texts off lines of JSON, one a line, each by itself, and answers with their dates.
public struct DateBatch: Sendable {
  private let settings: DateReader.Settings

  /// - Parameter settings: the reference date holds for lines that have none.
  public init(settings: DateReader.Settings) { self.settings = settings }

  /// The answer to one line, without a line feed: `{"id","dates":[…]}`, or `{"id"?,"error"}` for a
  /// line that can't be read.
  ///
  /// - Parameter line: `{"id","text","reference_date"?}` in UTF-8.
  public func answer(_ line: some Sequence<UInt8>) -> [UInt8] {
    let request: JSON
    do {
      request = try JSON.read(line)
    } catch {
      return failure(nil, "no JSON: \(error.message) at byte \(error.offset)")
    }
    guard let id = request["id"] else { return failure(nil, "“id” is missing") }
    switch id {
    case .string, .integer, .number: break
    default: return failure(nil, "“id” is no text and no number")
    }
    guard let text = request["text"]?.text else { return failure(id, "“text” is no text") }
    var settings = settings
    switch request["reference_date"] {
    case nil, .null?: break
    case .string(let date)?:
      guard let day = Day(iso: date) else {
        return failure(id, "“reference_date” is no day as 2017-01-16: “\(date)”")
      }
      settings.reference = day
    default: return failure(id, "“reference_date” is no text")
    }
    let source = SourceText(path: "text.txt", text: text)
    let dates = DateSurvey.dates(of: source, settings)
    return DateJSON.write(dates, of: source, id: id).bytes(.compact)
  }

  private func failure(_ id: JSON?, _ message: String) -> [UInt8] {
    let members = (id.map { [JSON.Member("id", $0)] } ?? []) + [.init("error", .string(message))]
    return JSON.object(members).bytes(.compact)
  }
}
