import Chronicle

/// What relations rest on.
extension Story {
  private func says(_ event: Event, _ words: [String]) -> Bool {
    let texts = ([event.content.headline] + event.mentions.map(\.quote)).map { $0.lowercased() }
    return words.contains { word in texts.contains { $0.contains(word) } }
  }

  private func isTitled(_ event: Event, _ words: [String]) -> Bool {
    let headline = wholeHeadline(event).lowercased()
    return words.contains { headline.contains($0) }
  }

  /// The event that most sentences tell, the first of equals.
  private func mostTold(_ events: [Event]) -> Event? {
    let most = events.map(\.mentions.count).max()
    return events.first { $0.mentions.count == most }
  }

  /// The establishment of diplomatic relations: of several, that which most sentences tell.
  var relations: Event? {
    mostTold(
      events.filter {
        $0.content.type == .establishment && isSettled($0) && isBilateral($0)
          && says($0, ["diplomatic relations", "diplomatic ties"])
          && !isTitled($0, ["embassy", "mission", "jubilee", "anniversary"])
      })
  }

  /// A paper on the establishment of diplomatic relations, where nothing else tells it.
  var relationsPaper: Event? {
    guard relations == nil else { return nil }
    return mostTold(
      events.filter {
        $0.content.type == .agreement && isSettled($0) && isBilateral($0)
          && says(
            $0, ["establishment of diplomatic relations", "establishing diplomatic relations"])
      })
  }

  /// Embassies and missions that one party opened with the other, oldest first: of each party and
  /// place that which most sentences tell.
  var missions: [Event] {
    let all = events.filter {
      $0.content.type == .establishment && isSettled($0) && isBilateral($0)
        && $0.content.actors.count == 1
        && says($0, ["embassy", "mission", "high commission", "legation", "consulate"])
        && !isTitled($0, ["joint", "commission on"])
    }
    return all.filter { event in
      let same = all.filter { other in
        other.content.actors == event.content.actors
          || other.content.places.first.map { $0 == event.content.places.first } == true
      }
      return mostTold(same)?.id == event.id
    }
  }
}
