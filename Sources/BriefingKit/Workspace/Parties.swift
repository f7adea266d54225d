import Extraction

extension Settings {
  /// Two different alpha-3 codes of states; nil when one of them can be none.
  public static func parties(_ codes: [String]) -> [String]? {
    guard codes.count == 2, codes[0] != codes[1], codes.allSatisfy(isState) else { return nil }
    return codes
  }

  /// The first of some codes that no state has, and the code that may be meant: that of a state of
  /// this name, else the one most like it.
  public static func unknownParty(_ codes: [String]) -> (code: String, meant: String?)? {
    guard let code = codes.first(where: { !isState($0) }) else { return nil }
    let names = StateNames.short
    let known = names.keys.sorted()
    let named = known.first { names[$0]?.lowercased() == code.lowercased() }
    // Of codes that are as like, one with the same first letter.
    let akin = known.filter { $0.first == code.uppercased().first }
    return (
      code, named ?? Suggestion.nearest(code, among: akin) ?? Suggestion.nearest(code, among: known)
    )
  }

  private static func isState(_ code: String) -> Bool { StateNames.short[code] != nil }

  /// The items of a list with commas between, blanks around them left out.
  public static func items(_ text: String) -> [String] { text.split(separator: ",").map(trimmed) }

  private static func trimmed(_ text: Substring) -> String {
    let isSpace = { (character: Character) in character.isWhitespace }
    let start = text.drop(while: isSpace)
    return String(String(start.reversed().drop(while: isSpace)).reversed())
  }
}
