import Chronicle
import Diagnostics
public import Prose

/// What the sentence after another says of a paper: "Neither is in force.", "n.i.f.", "It has not been
/// signed."
public struct Sequel: Sendable, Hashable {
  /// The document's id in the ledger.
  public var document: String
  /// Unicode scalars before its first letter.
  public var start: Int
  public var standing: AgreementWords.Standing

  /// Those of all documents.
  public static func all(in documents: [Document]) -> [Sequel] {
    documents.enumerated().flatMap { index, document in
      document.blocks.filter { !$0.isFurniture }.flatMap { block in
        all(in: document.text, block.span, id: "S\(index + 1)")
      }
    }
  }

  /// Words that begin such a sentence, without capital letters.
  private static let beginnings: [(String, AgreementWords.Standing)] = [
    ("neither is in force", .notInForce), ("n.i.f.", .notInForce), ("not in force", .notInForce),
    ("not yet in force", .notInForce), ("it is not in force", .notInForce),
    ("it is not yet in force", .notInForce), ("it has not entered into force", .notInForce),
    ("they have not entered into force", .notInForce), ("it has not been ratified", .notInForce),
    ("neither has been ratified", .notInForce), ("never signed", .unsigned),
    ("it has not been signed", .unsigned), ("it was never signed", .unsigned),
    ("it has never been signed", .unsigned), ("neither has been signed", .unsigned),
  ]

  private static func all(in text: SourceText, _ span: Span, id: String) -> [Sequel] {
    let stops = Set(".;!?".utf8)
    var found: [Sequel] = []
    var place = span.start
    while let stop = text.bytes[place..<span.end].firstIndex(where: stops.contains) {
      place = stop + 1
      var start = place
      while start < span.end, text.bytes[start] == 0x20 || text.bytes[start] == 0x0A { start += 1 }
      guard start > place, start < span.end else { continue }
      let words = text.string(Span(start, min(span.end, start + 40))).lowercased()
      guard let (_, standing) = beginnings.first(where: { words.hasPrefix($0.0) }) else { continue }
      found.append(
        Sequel(document: id, start: text.scalarOffset(of: start), standing: standing))
    }
    return found
  }

  /// Whether it follows a sentence that tells an event.
  func follows(_ mention: Mention) -> Bool {
    mention.document == document && (mention.end...(mention.end + 2)).contains(start)
  }
}
