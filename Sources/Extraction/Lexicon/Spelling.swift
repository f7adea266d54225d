/// Other spellings under which a name is looked up.
enum Spelling {
  /// The name and, where it has diacritics, the name without them.
  static func variants(of name: String) -> [String] {
    let plain = withoutDiacritics(name)
    return plain == name ? [name] : [name, plain]
  }

  /// An office as titles are written: "prime minister" → "Prime Minister"; of an abbreviation, the
  /// full form.
  static func title(of office: String, or full: String) -> String {
    if !office.unicodeScalars.contains(where: \.properties.isLowercase) { return full }
    return office.split(separator: " ").map { word in
      small.contains(word) ? String(word) : word.prefix(1).uppercased() + word.dropFirst()
    }.joined(separator: " ")
  }

  private static let small: [Substring] = ["of", "for", "the", "and", "to", "in"]

  /// Latin letters without their marks: "São Tomé" → "Sao Tome". Other scalars stay.
  static func withoutDiacritics(_ name: String) -> String {
    guard name.utf8.contains(where: { $0 >= 0x80 }) else { return name }
    var result = String.UnicodeScalarView()
    for scalar in name.unicodeScalars {
      if let plain = table[scalar] {
        result.append(contentsOf: plain.unicodeScalars)
      } else {
        result.append(scalar)
      }
    }
    return String(result)
  }

  private static let table: [Unicode.Scalar: String] = {
    let groups: [(String, String)] = [
      ("A", "ÀÁÂÃÄÅĀĂĄ"), ("a", "àáâãäåāăą"), ("C", "ÇĆČ"), ("c", "çćč"), ("D", "ĎĐ"),
      ("d", "ďđ"), ("E", "ÈÉÊËĒĖĘĚƏ"), ("e", "èéêëēėęěə"), ("G", "ĞĢ"), ("g", "ğģ"),
      ("I", "ÌÍÎÏĪİ"), ("i", "ìíîïīı"), ("L", "ŁĻ"), ("l", "łļ"), ("N", "ÑŃŇŅ"), ("n", "ñńňņ"),
      ("O", "ÒÓÔÕÖØŌŐ"), ("o", "òóôõöøōő"), ("R", "ŘŖ"), ("r", "řŗ"), ("S", "ŚŞŠȘ"),
      ("s", "śşšș"), ("T", "ŢŤȚ"), ("t", "ţťț"), ("U", "ÙÚÛÜŪŮŰŲ"), ("u", "ùúûüūůűų"),
      ("Y", "ÝŸ"), ("y", "ýÿ"), ("Z", "ŹŻŽ"), ("z", "źżž"), ("Ae", "Æ"), ("ae", "æ"),
      ("ss", "ß"), ("K", "Ķ"), ("k", "ķ"),
    ]
    var result: [Unicode.Scalar: String] = [:]
    for (plain, letters) in groups {
      for scalar in letters.unicodeScalars { result[scalar] = plain }
    }
    return result
  }()
}
