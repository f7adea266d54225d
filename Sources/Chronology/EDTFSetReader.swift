/// Reads sets: `[1667, 1668, 1670..1672]`, `{1960..}`.
struct EDTFSetReader {
  let text: [UInt8]
  let extensions: EDTF.Extensions

  func read() -> EDTFSet? {
    guard let open = text.first, let close = text.last, text.count > 2 else { return nil }
    let isOneOf = open == UInt8(ascii: "[") && close == UInt8(ascii: "]")
    guard isOneOf || open == UInt8(ascii: "{") && close == UInt8(ascii: "}") else { return nil }
    let parts = text[1..<(text.count - 1)].split(
      separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
    var members: [EDTFSet.Member] = []
    for (i, part) in parts.enumerated() {
      guard
        let member = member(
          trimmed(part), isFirst: i == 0, isLast: i == parts.count - 1)
      else { return nil }
      members.append(member)
    }
    return EDTFSet(kind: isOneOf ? .oneOf : .allOf, members: members)
  }

  private func trimmed(_ part: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    guard extensions.contains(.spacesInSets) else { return part }
    var part = part.drop { $0 == 0x20 }
    while part.last == 0x20 { part.removeLast() }
    return part
  }

  private func member(_ part: ArraySlice<UInt8>, isFirst: Bool, isLast: Bool) -> EDTFSet.Member? {
    guard let dots = dots(in: part) else {
      return EDTFDateReader.read(part).map { .date($0) }
    }
    let before = part[..<dots]
    let after = part[(dots + 2)...]
    if before.isEmpty {
      guard isFirst, let date = EDTFDateReader.read(after) else { return nil }
      return .upTo(date)
    }
    guard let first = EDTFDateReader.read(before) else { return nil }
    if after.isEmpty { return isLast ? .from(first) : nil }
    guard let last = EDTFDateReader.read(after),
      EDTFReader.isOrdered(.date(first), .date(last))
    else { return nil }
    return .range(first, last)
  }

  private func dots(in part: ArraySlice<UInt8>) -> Int? {
    part.indices.dropLast().first {
      part[$0] == UInt8(ascii: ".") && part[$0 + 1] == UInt8(ascii: ".")
    }
  }
}
