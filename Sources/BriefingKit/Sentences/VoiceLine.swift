import Chronicle

/// Whose telling the briefing is.
struct VoiceLine {
  let story: Story

  private var say: Language { story.say }

  /// `As told by 1 document, written by the Ambassador of Pakistan to Azerbaijan; no document of
  /// another side.`
  var words: String {
    let documents = story.ledger.documents
    guard let first = documents.first else { return say.string(.voiceNone) }
    let told = say.string(.countDocuments, ["n": documents.count])
    guard documents.count > 1 else {
      return sentence(told: told, voices: author(first), side: first.side)
    }
    let counts = self.counts
    if counts.count == 1, let only = counts.first {
      return sentence(
        told: told, voices: say.string(.voiceAll, ["voice": only.words]), side: only.side)
    }
    let parts = counts.map { say.string(.voiceCount, ["n": $0.count, "voice": $0.words]) }
    return say.string(
      .voiceMany, ["documents": told, "voices": parts.joined(separator: say.string(.comma))])
  }

  private func sentence(told: String, voices: String, side: String?) -> String {
    let isParty = side.map(story.ledger.parties.contains) == true
    return say.string(
      isParty ? .voiceOneSide : .voiceOne, ["documents": told, "voice": voices])
  }

  /// The same in few words, for subtitles: `as told by S1, written by the Ambassador …`.
  var short: String {
    let documents = story.ledger.documents
    guard documents.count == 1, let first = documents.first else {
      return say.string(
        .toldBy, ["documents": say.string(.countDocuments, ["n": documents.count])])
    }
    return say.string(.toldByOne, ["document": first.id, "voice": author(first)])
  }

  private func author(_ document: DocumentRecord) -> String {
    if let voice = document.voice { return say.string(.voiceWritten, ["author": voice]) }
    return words(of: document.side, neutral: .voiceNeutral)
  }

  private func words(of side: String?, neutral: Language.Key) -> String {
    switch side {
    case nil: say.string(.voiceUntold)
    case "neutral"?: say.string(neutral)
    case let side?: say.string(.voiceOf, ["state": story.naming.inSentence(side)])
    }
  }

  private var counts: [(side: String?, count: Int, words: String)] {
    let documents = story.ledger.documents
    var sides: [String?] = story.ledger.parties.map { $0 }
    for side in documents.map(\.side) where !sides.contains(side) { sides.append(side) }
    let ranked = sides.filter { $0 != "neutral" && $0 != nil } + ["neutral", nil]
    return ranked.compactMap { side in
      let count = documents.filter { $0.side == side }.count
      return count == 0 ? nil : (side, count, words(of: side, neutral: .voiceNeutralMany))
    }
  }
}
