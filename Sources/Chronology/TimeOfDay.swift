/// Judges hours, minutes and seconds with their offset: `10:10:10`, `23:20:30.042Z`, `09:00:00+04`.
enum TimeOfDay {
  static func isTime(_ text: ArraySlice<UInt8>) -> Bool {
    let clock = text.prefix(8)
    guard let hour = pair(clock, 0), let minute = pair(clock, 3), let second = pair(clock, 6),
      colon(clock, 2), colon(clock, 5)
    else { return false }
    guard minute < 60, second < 60, hour < 24 || hour == 24 && minute == 0 && second == 0 else {
      return false
    }
    var rest = text.dropFirst(8)
    if rest.first == UInt8(ascii: ".") {
      let fraction = rest.dropFirst().prefix { (48...57).contains($0) }
      if fraction.isEmpty { return false }
      rest = rest.dropFirst(fraction.count + 1)
    }
    return isOffset(rest)
  }

  /// Nothing, "Z", or hours and perhaps minutes from -12:00 to +14:00.
  private static func isOffset(_ text: ArraySlice<UInt8>) -> Bool {
    guard let sign = text.first else { return true }
    if sign == UInt8(ascii: "Z") { return text.count == 1 }
    let isWest = sign == UInt8(ascii: "-")
    guard isWest || sign == UInt8(ascii: "+"), let hours = pair(text, 1) else { return false }
    let minutes: Int
    switch text.count {
    case 3: minutes = 0
    case 5:
      guard let value = pair(text, 3) else { return false }
      minutes = value
    case 6:
      guard colon(text, 3), let value = pair(text, 4) else { return false }
      minutes = value
    default: return false
    }
    guard minutes < 60 else { return false }
    let offset = hours * 60 + minutes
    return isWest ? (1...720).contains(offset) : offset <= 840
  }

  private static func colon(_ text: ArraySlice<UInt8>, _ place: Int) -> Bool {
    text.count > place && text[text.startIndex + place] == UInt8(ascii: ":")
  }

  /// Two digits at a place.
  private static func pair(_ text: ArraySlice<UInt8>, _ place: Int) -> Int? {
    guard text.count > place + 1 else { return nil }
    let first = text[text.startIndex + place]
    let second = text[text.startIndex + place + 1]
    guard (48...57).contains(first), (48...57).contains(second) else { return nil }
    return Int(first - 48) * 10 + Int(second - 48)
  }
}
