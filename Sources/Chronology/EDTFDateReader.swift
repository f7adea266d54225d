/// Reads one date of EDTF.
struct EDTFDateReader {
  private var text: ArraySlice<UInt8>

  private init(_ text: ArraySlice<UInt8>) { self.text = text }

  static func read(_ text: ArraySlice<UInt8>) -> EDTFDate? {
    var reader = EDTFDateReader(text)
    guard let date = reader.date(), reader.text.isEmpty, date.isPossible else { return nil }
    return date
  }

  private mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard text.first == UInt8(ascii: character) else { return false }
    text.removeFirst()
    return true
  }

  private mutating func qualifier() -> Qualifier {
    guard let byte = text.first, let mark = Qualifier(mark: byte) else { return [] }
    text.removeFirst()
    return mark
  }

  private mutating func digits() -> Digits? {
    let run = text.prefix { $0 == UInt8(ascii: "X") || (48...57).contains($0) }
    text = text.dropFirst(run.count)
    return Digits(run)
  }

  private mutating func number() -> Int? {
    guard let digits = digits(), digits.isSpecified, digits.count <= 9 else { return nil }
    return digits.value
  }

  private mutating func date() -> EDTFDate? {
    let leading = qualifier()
    if text.first == UInt8(ascii: "Y") { return leading.isEmpty ? longYear() : nil }
    let isNegative = take("-")
    guard let year = digits(), (2...4).contains(year.count),
      year.count == 4 || year.isSpecified
    else { return nil }
    var date = EDTFDate(year: year)
    date.isNegative = isNegative
    date.yearQualifier = leading
    if isNegative, year.isSpecified, year.value == 0 { return nil }
    if text.first == UInt8(ascii: "S") { return significance(date) }
    date.yearQualifier.formUnion(qualifier())
    guard year.count == 4, text.first == UInt8(ascii: "-") else { return date }
    guard month(&date) else { return nil }
    if text.first == UInt8(ascii: "-"), !day(&date) { return nil }
    if text.first == UInt8(ascii: "T") { return time(&date) ? date : nil }
    return date
  }

  private mutating func month(_ date: inout EDTFDate) -> Bool {
    _ = take("-")
    date.monthQualifier = qualifier()
    guard let month = digits(), month.count == 2 else { return false }
    date.month = month
    // A mark after a part holds for what stands before it, too.
    let trailing = qualifier()
    date.monthQualifier.formUnion(trailing)
    date.yearQualifier.formUnion(trailing)
    return true
  }

  private mutating func day(_ date: inout EDTFDate) -> Bool {
    _ = take("-")
    date.dayQualifier = qualifier()
    guard let day = digits(), day.count == 2 else { return false }
    date.day = day
    let trailing = qualifier()
    date.dayQualifier.formUnion(trailing)
    date.monthQualifier.formUnion(trailing)
    date.yearQualifier.formUnion(trailing)
    return true
  }

  /// `Y170000002`, `Y-17E7`, `Y171010000S3`: years of more than four digits.
  private mutating func longYear() -> EDTFDate? {
    _ = take("Y")
    let isNegative = take("-")
    guard text.first != UInt8(ascii: "0"), let year = digits(), year.isSpecified,
      year.count <= 12
    else { return nil }
    var date = EDTFDate(year: year)
    date.isNegative = isNegative
    if take("E") {
      guard let exponent = number(), exponent + year.count <= 12, exponent > 0 else { return nil }
      date.exponent = exponent
    }
    guard year.count + date.exponent > 4 else { return nil }
    if text.first == UInt8(ascii: "S") { return significance(date) }
    date.yearQualifier = qualifier()
    return date
  }

  private mutating func significance(_ date: EDTFDate) -> EDTFDate? {
    var date = date
    _ = take("S")
    guard let count = number(), count > 0, date.year.isSpecified, date.year.count >= 4 else {
      return nil
    }
    date.significantDigits = count
    date.yearQualifier.formUnion(qualifier())
    return date
  }

  private mutating func time(_ date: inout EDTFDate) -> Bool {
    _ = take("T")
    guard date.precision == .day, date.qualifiers.isEmpty, TimeOfDay.isTime(text) else {
      return false
    }
    date.time = String(decoding: text, as: UTF8.self)
    text = []
    return true
  }
}
