/// Shorter forms of a headline, for where a figure has no room for it. None is cut within a phrase: a
/// form says less, never something else.
enum ShortHeadline {
  private static let ministers: [Substring: Substring] = ["Prime": "PM", "Foreign": "FM"]
  /// Words that open a phrase which may be left away: where it was.
  private static let places: Set<String> = ["in", "at", "to"]

  /// The longest first.
  static func forms(_ headline: String) -> [String] {
    let short = titled(headline)
    var forms = short == headline ? [] : [short]
    if let bare = withoutPlace(short) { forms.append(bare) }
    return forms
  }

  /// With "PM" for "Prime Minister".
  static func titled(_ headline: String) -> String {
    var words = headline.split(separator: " ", omittingEmptySubsequences: false)
    var index = 0
    // A title stands before a name.
    while index + 1 < words.count {
      if words[index] == "President" {
        words[index] = "Pres."
      } else if let short = ministers[words[index]], words[index + 1] == "Minister",
        index + 2 < words.count
      {
        words.replaceSubrange(index...(index + 1), with: [short])
      }
      index += 1
    }
    return words.joined(separator: " ")
  }

  /// Without the place that ends it: "Azerbaijan opens mission in Islamabad".
  private static func withoutPlace(_ headline: String) -> String? {
    let words = headline.split(separator: " ")
    guard words.count > 4, let at = words.lastIndex(where: { places.contains(String($0)) }),
      at == words.count - 2, words[at] != "to", words[at + 1].first?.isUppercase == true
    else { return nil }
    return words[..<at].joined(separator: " ")
  }
}
