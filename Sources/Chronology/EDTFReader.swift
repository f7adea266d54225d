/// Reads EDTF, byte by byte.
struct EDTFReader {
  let text: [UInt8]
  let extensions: EDTF.Extensions

  init(text: [UInt8], extensions: EDTF.Extensions) {
    self.text = text
    self.extensions = extensions
  }

  mutating func read() -> EDTF.Form? {
    guard let first = text.first else { return nil }
    if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") {
      return EDTFSetReader(text: text, extensions: extensions).read().map { .set($0) }
    }
    guard let slash = text.firstIndex(of: UInt8(ascii: "/")) else {
      return EDTFDateReader.read(text[...]).map { .date($0) }
    }
    guard let start = end(text[..<slash]), let end = end(text[(slash + 1)...]),
      Self.isOrdered(start, end)
    else { return nil }
    return .interval(start, end)
  }

  private func end(_ part: ArraySlice<UInt8>) -> EDTF.Endpoint? {
    if part.isEmpty { return .unknown }
    if Array(part) == Self.dots { return .open }
    guard let date = EDTFDateReader.read(part), date.time == nil, part.first != UInt8(ascii: "Y"),
      date.season == nil || extensions.contains(.seasonIntervals)
    else { return nil }
    return .date(date)
  }

  static let dots = Array("..".utf8)

  /// Whether an interval may begin and end so: its end, read as early as it is written, does not lie
  /// before its start; unspecified digits of the end count as late.
  static func isOrdered(_ start: EDTF.Endpoint, _ end: EDTF.Endpoint) -> Bool {
    if let date = start.date, !date.isPossible { return false }
    if let date = end.date, !date.isPossible { return false }
    guard let from = start.date?.bounds?.lowerBound, let last = end.date,
      let bounds = last.bounds
    else { return true }
    return from <= (last.isOpen ? bounds.upperBound : bounds.lowerBound)
  }
}
