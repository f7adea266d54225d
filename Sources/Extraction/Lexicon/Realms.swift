/// Which of two parties is a monarchy, so that "the Kingdom" and "His Majesty" mean it.
enum Realms {
  /// The one monarchy among the parties; nil where none or both are.
  static func side(_ parties: [String]) -> String? {
    let own = parties.filter(isMonarchy)
    return own.count == 1 ? own[0] : nil
  }

  /// Whether a state's official names call it a realm.
  static func isMonarchy(_ code: String) -> Bool {
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

  private static let words = ["Kingdom", "Sultanate", "Emirate", "Principality", "Grand Duchy"]
  /// Monarchies whose official names do not say so.
  private static let others: Set<String> = ["JPN", "KWT", "QAT", "BRN", "MYS"]
  /// Republics that were realms under a name still known.
  private static let former: Set<String> = ["AFG", "YUG", "NPL"]
}
