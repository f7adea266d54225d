import Diagnostics
import Prose
import Testing

@testable import Extraction

@Suite struct GazetteerTests {
  /// "kind:code" of what is found, in order.
  func found(_ sentence: String, preferring parties: [String] = []) -> [String] {
    let text = SourceText(path: "x", text: sentence)
    return Gazetteer.builtIn.entities(
      Tokenizer.tokens(of: text.bytes), of: text, preferring: parties
    ).map { "\($0.kind.rawValue):\($0.code ?? "-")" }
  }

  @Test func aChamberOfSeveralStatesIsThatOfTheOnePartyWhichHasIt() {
    #expect(found("the Senate voted", preferring: ["PAK", "AZE"]) == ["body:PAK"])
    #expect(found("the Senate voted", preferring: ["FRA", "ITA"]) == [])
    #expect(found("the Senate voted") == [])
  }

  @Test(arguments: [
    ("Pakistan recognised Azerbaijan", ["state:PAK", "state:AZE"]),
    ("The Republic of Azerbaijan’s embassy", ["state:AZE"]),
    ("two Azerbaijani and Finnish companies", ["demonym:AZE", "demonym:FIN"]),
    ("talks between Islamabad and Baku", ["capital:PAK", "capital:AZE"]),
    ("from Lahore to Nakhchivan", ["city:PAK", "city:AZE"]),
    ("the former Soviet Union", ["state:SUN"]),
    ("TÜRKİYE – GEORGIA", ["state:TUR", "state:GEO"]),
    ("the U.S. and the UK", ["state:USA", "state:GBR"]),
    ("the 12th ECO summit", ["organisation:ECO"]),
    ("Organisation of Islamic Cooperation", ["organisation:OIC"]),
    ("a UN Security Council resolution", ["organisation:UNSC"]),
    ("the D-8 summit", ["organisation:D8"]),
    ("USA/030 and UK-2017, projects", []),
    ("SOCAR and JICA", ["body:AZE", "body:JPN"]),
    ("the Minister for Foreign Affairs of Japan", ["office:-", "state:JPN"]),
    ("its Prime Minister", ["office:-"]),
    ("Sao Tome and Principe", ["state:STP"]),
    ("Cote d'Ivoire and Côte d’Ivoire", ["state:CIV", "state:CIV"]),
    ("Pakistan-Azerbaijan: prospects", ["state:PAK", "state:AZE"]),
  ])
  func finds(_ sentence: String, _ expected: [String]) {
    #expect(found(sentence) == expected)
  }

  @Test(arguments: [
    "they ate turkey and drank from china", "who gave it to us", "the Indian Ocean",
    "Latin American poets", "the South China Sea", "a chad, a jordan, a georgian",
    "under the Vienna Convention on Diplomatic Relations", "WHO CAME FIRST",
    "the Geneva Conventions", "polish the silver",
  ])
  func refuses(_ sentence: String) {
    #expect(found(sentence).filter { !$0.hasPrefix("office") } == [])
  }

  @Test(arguments: [
    ("Jammu and Kashmir", "disputed:-"), ("Nagorno-Karabakh", "disputed:-"),
    ("the annexation of Crimea", "disputed:-"), ("near Muzaffarabad", "disputed:-"),
    ("in Western Sahara", "disputed:-"), ("the Golan Heights", "disputed:-"),
  ])
  func givesDisputedPlacesNoCode(_ sentence: String, _ expected: String) {
    #expect(found(sentence) == [expected])
  }

  @Test func theLongestNameHolds() {
    #expect(found("the Republic of the Congo") == ["state:COG"])
    #expect(found("the Democratic Republic of the Congo") == ["state:COD"])
    #expect(
      found("Papua New Guinea, Guinea-Bissau, Guinea") == [
        "state:PNG", "state:GNB", "state:GIN",
      ])
    #expect(found("the Republic of Korea") == ["state:KOR"])
  }

  @Test func ambiguousNamesGoToAParty() {
    #expect(found("Hyderabad") == ["city:IND"])
    #expect(found("Hyderabad", preferring: ["PAK", "AZE"]) == ["city:PAK"])
    #expect(found("Korean", preferring: ["PRK", "CHN"]) == ["demonym:PRK"])
  }

  @Test func officesHaveRanks() throws {
    let text = SourceText(path: "x", text: "President, PM, defence minister, First Lady")
    let found = Gazetteer.builtIn.entities(Tokenizer.tokens(of: text.bytes), of: text)
    #expect(found.map(\.rank) == [1, 2, 3, 7])
    #expect(found.map(\.name) == ["President", "Prime Minister", "Defence Minister", "First Lady"])
  }
}
