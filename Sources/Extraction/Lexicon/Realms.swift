/// Which of two parties is a monarchy, so that "the Sultan" and "His Majesty" mean it.
enum Realms {
  /// The one party that has a ruler of this title; nil where none or both have.
  static func side(_ parties: [String], title: String) -> String? {
    let own = parties.filter { has(title, $0) }
    return own.count == 1 ? own[0] : nil
  }

  private static func has(_ title: String, _ code: String) -> Bool {
    if let codes = rulers[title] { return codes.contains(code) }
    return isMonarchy(code)
  }

  /// Whether a state's official names call it a realm.
  private static func isMonarchy(_ code: String) -> Bool {
    guard let state = Lexicon.builtIn.state(code) else { return false }
    if others.contains(code) { return true }
    return !former.contains(code)
      && state.names.contains { name in words.contains { name.contains($0) } }
  }

  /// Names of offices that only a realm has.
  static let titles: Set<String> = [
    "King", "Queen", "Emperor", "Empress", "Sultan", "Emir", "Amir", "Shah", "Sovereign",
    "His Majesty", "Her Majesty", "Their Majesties", "His Majesty the King",
    "His Majesty the Emperor", "Crown Prince", "Crown Princess", "Heir Apparent", "Prince Regent",
    "Grand Duke",
  ]

  /// Titles that few realms have.
  private static let rulers: [String: Set<String>] = [
    "Sultan": ["OMN", "BRN", "MYS"], "Emir": ["KWT", "QAT", "BHR"], "Amir": ["KWT", "QAT", "BHR"],
    "Emperor": ["JPN", "ETH"], "Empress": ["JPN", "ETH", "IRN"], "Shah": ["IRN", "AFG"],
    "Grand Duke": ["LUX"], "His Majesty the Emperor": ["JPN", "ETH"],
  ]
  private static let words = ["Kingdom", "Sultanate", "Emirate", "Principality", "Grand Duchy"]
  /// Monarchies whose official names do not say so.
  private static let others: Set<String> = ["JPN", "KWT", "QAT", "BRN", "MYS"]
  /// Republics that were realms under a name still known.
  private static let former: Set<String> = ["AFG", "YUG", "NPL"]
}
