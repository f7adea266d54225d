import Prose

/// What is done with an embassy or consulate, in the verb of a headline.
enum MissionVerb: String {
  case opens
  case closes
  case reopens
  case suspends

  /// "To open": of what is planned.
  var planned: String { "to " + rawValue.dropLast() }

  /// By the word nearest before the date ("opened in 1976 and closed in 1994"), else by those of the deed; nil
  /// for what no headline of this kind tells, as that it was moved or upgraded.
  static func of(_ draft: Draft, _ reading: BlockReading) -> MissionVerb? {
    if let date = reading.dates.first(where: { $0.mention.span == draft.date?.span })?.range {
      let floor = max(draft.sentence.lowerBound, date.lowerBound - 6)
      for i in stride(from: date.lowerBound - 1, through: floor, by: -1) {
        if reading.has(.date, at: i) { break }
        if let verb = words[reading.tokens[i].key] { return verb }
        if others.contains(reading.tokens[i].key) { return nil }
      }
    }
    for i in draft.trigger ?? draft.segment {
      if let verb = words[reading.tokens[i].key] { return verb }
      if others.contains(reading.tokens[i].key) { return nil }
    }
    return .opens
  }

  private static let words: WordMap<MissionVerb> = {
    var words = WordMap<MissionVerb>()
    func add(_ verb: MissionVerb, _ keys: String) {
      for key in keys.split(separator: " ") { words[WordKey(String(key))] = verb }
    }
    add(.opens, "open opens opened opening inaugurate inaugurated established founded")
    add(.closes, "close closes closed closing shut shuts closure")
    add(.reopens, "reopen reopens reopened reopening resume resumes resumed")
    add(.suspends, "suspend suspends suspended suspending cease ceases ceased")
    return words
  }()

  private static let others = BlockReading.keys(
    "moved move moves upgraded upgrade converted convert rank transferred relocated downgraded raised"
  )
}
