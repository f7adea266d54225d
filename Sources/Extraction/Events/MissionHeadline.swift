import Chronicle
import Diagnostics
import Prose

/// "France opens embassy in Nairobi": headlines of what is done with an embassy or consulate.
extension HeadlineWriter {
  func mission(_ draft: Draft, _ content: Content, _ reading: BlockReading) -> String? {
    guard content.actors.count == 1, let owner = content.actors.first else { return nil }
    func mission(in range: Range<Int>) -> Int? {
      range.first { Self.missions.contains(reading.tokens[$0].key) }
    }
    let noun = mission(in: draft.segment)
    let kind =
      (noun ?? mission(in: draft.sentence)).map {
        reading.text.string(reading.tokens[$0].span).lowercased()
      } ?? "mission"
    let place = seat(draft, noun, content, reading).map { " in \($0)" }
    guard let verb = MissionVerb.of(draft, reading) else { return nil }
    let told = content.status == .planned ? verb.planned : verb.rawValue
    return "\(name(owner)) \(told) \(kind)\(place ?? "")"
  }

  private static let missions = BlockReading.keys("embassy mission consulate legation")

  /// The city of a mission: that behind its noun, else one behind the deed; "its affairs were looked after
  /// from Washington" names none.
  private func seat(_ draft: Draft, _ noun: Int?, _ content: Content, _ reading: BlockReading)
    -> String?
  {
    let cities = reading.entities[reading.entities(in: draft.sentence)].filter {
      $0.kind == .city || $0.kind == .capital
    }
    func before(_ city: Entity) -> WordKey? {
      city.range.lowerBound > 0 ? reading.tokens[city.range.lowerBound - 1].key : nil
    }
    let seats = cities.filter { before($0) != Self.from }
    let own = seats.first { city in noun.map { city.range.lowerBound == $0 + 2 } ?? false }
    // "…, whose affairs were looked after from Washington, established its embassy in Lima".
    let at = draft.trigger?.lowerBound ?? draft.segment.lowerBound
    if let seat = own
      ?? seats.first(where: {
        draft.segment.contains($0.range.lowerBound) && $0.range.lowerBound > at
      })
    {
      return reading.string(seat.range)
    }
    return content.places.first { place in
      !cities.contains { before($0) == Self.from && reading.string($0.range) == place }
    }
  }

  private static let from = WordKey("from")
}
