import Chronicle

extension Story {
  /// The states of an event in which neither party takes part; none for others.
  func strangers(_ event: Event) -> [String] {
    guard let sides else { return [] }
    let states = event.content.actors + event.content.recipients
    return states.contains(sides.ours) || states.contains(sides.theirs) ? [] : states
  }

  /// The whole headline, with the states of others' events where it does not name them.
  func namedHeadline(_ event: Event) -> String {
    let words = wholeHeadline(event)
    let names = strangers(event).map(naming.name).filter { !words.contains($0) }
    return names.isEmpty
      ? words : say.string(.lineOfOthers, ["states": say.list(names), "headline": words])
  }
}

extension Event {
  /// Whether it was read surely enough to be named where only some are.
  var isSure: Bool { content.confidence >= 0.6 }

  /// An agreement or a declaration.
  var isAgreement: Bool { [.agreement, .declaration].contains(content.type) }
}
