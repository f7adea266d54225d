import Diagnostics
import Prose

/// The closed classes of English words that parse a clause.
enum WordClass {
  static let determiners = keys(
    "the a an this that these those his her its their our my your each every both all some any no"
      + " another such several many few most other")
  /// Determiners that point at what is known: "the two air forces", "our three students".
  static let definites = keys(
    "the this that these those both his her its their our my your")
  static let prepositions = keys(
    "in on at of to from by for with into onto under over between among during before after since"
      + " until till through via towards toward against about around near within without upon"
      + " across along amid despite including following regarding concerning per as like off than"
      + " beside besides beyond throughout ahead alongside")
  static let subjects = keys("he she it they we i you who which")
  static let relatives = keys("which who that whose whom")
  /// Those that stand for a noun by themselves.
  static let relativePronouns = keys("which who that whom")
  static let modals = keys("will would shall should can could may might must cannot")
  static let be = keys("is are was were be been being am")
  static let have = keys("has have had having")
  static let auxiliaryDo = keys("do does did")
  static let negations = keys("not never no neither nor n't hardly")
  static let conjunctions = keys("and but or nor yet &")
  static let subordinators = keys(
    "when while whereas because although though if unless where whereby whereupon once lest")
  /// Prepositions that open a clause where a verb follows: "after it declared independence".
  static let clausePrepositions = keys("after before until than since")
  static let adverbs = keys(
    "also already again still just now then soon ever once twice later earlier formally"
      + " only even very too long jointly thus therefore subsequently recently originally"
      + " subsequently accordingly together personally solemnly finally eventually initially"
      + " yet likewise similarly always often regularly indeed not never hence meanwhile moreover")
  static let cardinals = keys("two three four five six seven eight nine ten eleven twelve")
  static let nounsInLy = keys("assembly family supply reply ally daily weekly monthly early")
  static var to: WordKey { "to" }
  static var by: WordKey { "by" }
  static var comma: WordKey { "," }
  static var been: WordKey { "been" }

  /// Whether a word opens "a year" of "ten students a year".
  static func isPer(_ i: Int, _ reading: BlockReading) -> Bool {
    i + 1 < reading.tokens.count && pers.contains(reading.tokens[i].key)
      && periods.contains(reading.tokens[i + 1].key)
  }

  private static let pers = keys("a per each every")
  private static let periods = keys("year month week day")

  /// Words between the parts of a verb group: "has not yet been formally signed".
  static func isBetweenVerbs(_ i: Int, _ reading: BlockReading) -> Bool {
    if reading.has([.adverb, .negation], at: i) { return true }
    let token = reading.tokens[i]
    guard token.kind == .word, token.end - token.start > 4, !token.isCapitalised,
      reading.text.bytes[token.end - 1] == 0x79, reading.text.bytes[token.end - 2] == 0x6C
    else { return false }
    return !nounsInLy.contains(token.key)
  }

  private static func keys(_ words: String) -> WordSet { BlockReading.keys(words) }
}
