extension EDTFDate: CustomStringConvertible {
  /// As EDTF writes it, with the fewest qualifiers that say the same.
  public var description: String {
    if let text = plainText { return text }
    var result = yearText
    let parts: [(text: String, qualifier: Qualifier)] =
      [(result, yearQualifier)]
      + (month.map { [($0.text, monthQualifier)] } ?? [])
      + (day.map { [($0.text, dayQualifier)] } ?? [])
    let all = parts.allSatisfy { $0.qualifier == yearQualifier }
    result = ""
    for (i, part) in parts.enumerated() {
      if i > 0 { result += "-" }
      // A mark before a part is for that part alone.
      result += (all ? "" : part.qualifier.mark) + part.text
    }
    if all { result += yearQualifier.mark }
    if let time { result += "T" + time }
    return result
  }

  /// The text of a date without marks, which most have none of.
  private var plainText: String? {
    guard exponent == 0, significantDigits == nil, time == nil, qualifiers.isEmpty,
      year.count <= 4
    else { return nil }
    return String(unsafeUninitializedCapacity: 12) { buffer in
      var end = 0
      func append(_ byte: UInt8) {
        buffer[end] = byte
        end += 1
      }
      if isNegative { append(UInt8(ascii: "-")) }
      year.write(append)
      for part in [month, day] {
        guard let part else { continue }
        append(UInt8(ascii: "-"))
        part.write(append)
      }
      return end
    }
  }

  private var yearText: String {
    let sign = isNegative ? "-" : ""
    let significance = significantDigits.map { "S\($0)" } ?? ""
    if exponent > 0 { return "Y\(sign)\(year.value)E\(exponent)\(significance)" }
    return (year.count > 4 ? "Y" : "") + sign + year.text + significance
  }
}
