import Chronicle

/// Whose telling the briefing is.
struct VoiceLine {
  let story: Story

  /// `As told by 1 document, written by the Ambassador of Pakistan to Azerbaijan; no document of
  /// another side.`
  var words: String {
    let documents = story.ledger.documents
    guard let first = documents.first else { return "No document has been read." }
    guard documents.count > 1 else {
      return "As told by 1 document\(author(first))\(otherSide(first.side))."
    }
    let counts = self.counts
    let count = Naming.count(documents.count, "document")
    if counts.count == 1, let only = counts.first {
      return "As told by \(count), all \(only.words)\(otherSide(only.side))."
    }
    let parts = counts.map { "\($0.count) \($0.words)" }
    return "As told by \(count): \(parts.joined(separator: ", "))."
  }

  /// The same in few words, for subtitles: `as told by 1 document written by the Ambassador …`.
  var short: String {
    let documents = story.ledger.documents
    guard documents.count == 1, let first = documents.first else {
      return "as told by \(Naming.count(documents.count, "document"))"
    }
    return "as told by \(first.id)\(author(first))"
  }

  private func author(_ document: DocumentRecord) -> String {
    if let voice = document.voice { return ", written by the \(voice)" }
    guard let side = document.side else { return ", of a side that it does not tell" }
    return side == "neutral" ? ", of neither side" : ", of \(story.naming.inSentence(side))"
  }

  private func otherSide(_ side: String?) -> String {
    guard let side, story.ledger.parties.contains(side) else { return "" }
    return "; no document of another side"
  }

  private var counts: [(side: String?, count: Int, words: String)] {
    let documents = story.ledger.documents
    var sides: [String?] = story.ledger.parties.map { $0 }
    for side in documents.map(\.side) where !sides.contains(side) { sides.append(side) }
    let ranked = sides.filter { $0 != "neutral" && $0 != nil } + ["neutral", nil]
    return ranked.compactMap { side in
      let count = documents.filter { $0.side == side }.count
      guard count > 0 else { return nil }
      let words: String
      switch side {
      case nil: words = "of a side not told"
      case "neutral"?: words = "neutral"
      case let code?: words = "of \(story.naming.inSentence(code))"
      }
      return (side, count, words)
    }
  }
}
