public import Chronicle
import Chronology
public import Diagnostics
public import Extraction

/// Dates of a text for other programs.
public enum DateJSON {
  /// `{"id","dates":[{"text","start","end","edtf",…}]}`; offsets count Unicode scalars.
  ///
  /// `edtf` is the value of the words from `start` to `end`, without a preposition before them;
  /// `value` that of the whole ("since 1993" is `1993/..`), where it differs.
  public static func write(_ dates: [DateMention], of text: SourceText, id: JSON) -> JSON {
    var place = ScalarPlace(text)
    return [
      "id": id,
      "dates": .array(dates.map { value($0, text, &place) }),
    ]
  }

  private static func value(
    _ date: DateMention, _ text: SourceText, _ place: inout ScalarPlace
  ) -> JSON {
    var members: [JSON.Member] = [
      .init("text", .string(text.string(date.span))),
      .init("start", .integer(place.offset(of: date.span.start))),
      .init("end", .integer(place.offset(of: date.span.end))),
      .init("edtf", .string(date.core.description)),
    ]
    if date.value != date.core { members.append(.init("value", .string(date.value.description))) }
    if date.relation != .at {
      members.append(.init("relation", .string(date.relation.rawValue)))
    }
    if date.basis == .relative { members.append(.init("basis", .string(date.basis.rawValue))) }
    if !date.flags.isEmpty { members.append(.init("flags", JSON(date.flags))) }
    if let proposal = date.proposal {
      members.append(.init("proposed", .string(proposal.value.description)))
      members.append(.init("reason", .string(proposal.reason)))
    }
    members.append(.init("rules", JSON(date.rules)))
    members.append(.init("mode", .string(date.mode.rawValue)))
    if !date.derivation.isEmpty { members.append(.init("derivation", JSON(date.derivation))) }
    return .object(members)
  }
}

/// Counts Unicode scalars up to places that only go forward: in all, each byte is looked at once.
struct ScalarPlace {
  private let bytes: [UInt8]
  private var byte = 0
  private var count = 0

  init(_ text: SourceText) { bytes = text.bytes }

  mutating func offset(of place: Int) -> Int {
    if place < byte {
      byte = 0
      count = 0
    }
    while byte < min(place, bytes.count) {
      if bytes[byte] & 0xC0 != 0x80 { count += 1 }
      byte += 1
    }
    return count
  }
}
