public import Chronicle
import Chronology
import Diagnostics
public import Extraction
public import Prose

/// Writes the dates of a text for other programs: `{"id","dates":[{"text","start","end","edtf",…}]}`;
/// offsets count Unicode scalars.
///
/// `edtf` is the value of the words from `start` to `end`, without a preposition before them;
/// `value` that of the whole ("since 1993" is `1993/..`), where it differs.
public struct DateJSON {
  private var json = JSONWriter(layout: .compact)
  private var isFirst = true

  /// Begins the answer.
  public init(id: JSON) {
    json.signs("{\"id\":")
    json.write(id)
    json.signs(",\"dates\":[")
  }

  /// The dates of a document, on a line without a line feed.
  public static func write(_ dates: [DateMention], of document: Document, id: JSON) -> [UInt8] {
    var answer = DateJSON(id: id)
    let piece = TextPiece(whole: document.text)
    answer.write(dates, in: piece)
    return answer.end()
  }

  /// How much was written and not yet taken, in bytes.
  var count: Int { json.count }

  /// What was written since it was taken last.
  public mutating func take() -> [UInt8] { json.take() }

  /// Ends the answer and takes it.
  public mutating func end() -> [UInt8] {
    json.signs("]}")
    return take()
  }

  /// Writes dates; those of a text come in their order.
  public mutating func write(_ dates: [DateMention], in piece: TextPiece) {
    for i in dates.indices { write(dates, i, in: piece) }
  }

  /// Writes one of them, where it lies: a copy would cost more than its text.
  private mutating func write(_ dates: [DateMention], _ i: Int, in piece: TextPiece) {
    json.signs(isFirst ? "{\"text\":" : ",{\"text\":")
    isFirst = false
    let start = piece.scalarOffset(of: dates[i].span.start)
    var count = 0
    piece.text.bytes.withUnsafeBufferPointer { bytes in
      let words = UnsafeBufferPointer(rebasing: bytes[dates[i].span.start..<dates[i].span.end])
      json.string(words)
      for byte in words where byte & 0xC0 != 0x80 { count += 1 }
    }
    json.signs(",\"start\":")
    json.integer(start)
    json.signs(",\"end\":")
    json.integer(start + count)
    json.signs(",\"edtf\":")
    json.string(dates[i].core.description)
    if dates[i].value != dates[i].core { member(",\"value\":", dates[i].value.description) }
    if dates[i].relation != .at { member(",\"relation\":", dates[i].relation.rawValue) }
    if dates[i].basis == .relative { member(",\"basis\":", dates[i].basis.rawValue) }
    member(",\"flags\":", dates[i].flags)
    if let proposal = dates[i].proposal {
      member(",\"proposed\":", proposal.value.description)
      member(",\"reason\":", proposal.reason)
    }
    member(",\"rules\":", dates[i].rules)
    member(",\"mode\":", dates[i].mode.rawValue)
    member(",\"derivation\":", dates[i].derivation)
    json.signs("}")
  }

  /// - Parameter name: with the signs around it.
  private mutating func member(_ name: StaticString, _ text: String) {
    json.signs(name)
    json.string(text)
  }

  /// A list, unless it is empty.
  private mutating func member(_ name: StaticString, _ texts: [String]) {
    if texts.isEmpty { return }
    json.signs(name)
    for i in texts.indices {
      json.signs(i == 0 ? "[" : ",")
      json.string(texts[i])
    }
    json.signs("]")
  }
}
