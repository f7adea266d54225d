import Diagnostics
import Prose

/// The column of a table that counts sittings: "Session | Place | Date" above "First | Oslo | 3 May 2001".
enum SittingColumn {
  /// What the rows count: "session of the Joint Commission"; nil where the first cell of the head names
  /// no sitting.
  ///
  /// - Parameter heading: the words of the line above the table.
  static func noun(_ head: BlockReading, below heading: String?) -> String? {
    guard let first = head.tokens.first, sittings.contains(first.key),
      head.tokens.count == 1 || head.isCellEnd(1)
    else { return nil }
    let noun = head.string(0..<1).lowercased()
    return heading.flatMap(body).map { "\(noun) of the \($0)" } ?? noun
  }

  /// "Joint Commission" of "Meetings of the Joint Commission".
  private static func body(in heading: String) -> String? {
    let words = heading.split(separator: " ")
    guard let last = words.lastIndex(where: { bodies.contains(String($0)) }) else { return nil }
    var first = last
    while first > 0, words[first - 1].first?.isUppercase == true,
      !plurals.contains(words[first - 1].lowercased())
    {
      first -= 1
    }
    return words[first...last].joined(separator: " ")
  }

  /// "First session of the Joint Commission, Oslo" of a row whose first cell counts; nil where it doesn't.
  static func headline(_ noun: String, _ reading: BlockReading, place: String?, limit: Int)
    -> String?
  {
    guard let end = reading.tokens.indices.first(where: reading.isCellEnd), end <= 2 else {
      return nil
    }
    let number = reading.string(0..<end)
    let isCounted = reading.has(.ordinal, at: 0) || end == 2
    let short = noun.prefix { $0 != " " }
    for (noun, place) in [(noun, place), (noun, nil), (String(short), place), (String(short), nil)]
    {
      let counted =
        isCounted
        ? "\(number.prefix(1).uppercased() + number.dropFirst()) \(noun)"
        : "\(noun.prefix(1).uppercased() + noun.dropFirst()) \(number)"
      let text = counted + (place.map { ", \($0)" } ?? "")
      if text.fits(limit) { return text }
    }
    return nil
  }

  private static let sittings = BlockReading.keys("session meeting round sitting consultations")
  private static let bodies: Set<String> = [
    "Commission", "Committee", "Council", "Consultations", "Dialogue", "Forum", "Talks", "Board",
  ]
  private static let plurals: Set<String> = ["sessions", "meetings", "rounds", "sittings", "the"]
}

extension Document {
  /// The words of the heading or line right above a block.
  func heading(of number: Int) -> String? {
    guard number > 0, blocks[number - 1].cells.isEmpty, blocks[number - 1].span.count <= 120 else {
      return nil
    }
    return text.string(blocks[number - 1].span)
  }
}
