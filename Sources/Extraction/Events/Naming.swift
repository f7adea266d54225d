import Prose

/// Whether a pronoun can mean somebody.
enum Naming {
  /// "He" is no princess, "she" no king; what no title tells may be either.
  static func fits(_ pronoun: WordKey, _ person: String) -> Bool {
    let titles = pronoun == WordKey("he") ? women : pronoun == WordKey("she") ? men : []
    return !person.split(separator: " ").contains { titles.contains(String($0)) }
  }

  private static let women: Set<String> = [
    "Princess", "Queen", "Mrs", "Ms", "Miss", "Lady", "Dame", "Begum", "Duchess", "Baroness",
    "Empress",
    "Sheikha", "Madam", "Madame", "Countess",
  ]
  private static let men: Set<String> = [
    "Prince", "King", "Mr", "Sir", "Lord", "Sultan", "Emir", "Emperor", "Sheikh", "Duke", "Baron",
    "Pope",
    "Count", "Monsieur", "Señor", "Herr",
  ]
}
