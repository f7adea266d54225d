import Diagnostics
import Prose
import Testing

@testable import Extraction

/// How sentences are taken apart: each clause as "subject | verb", passives with "^".
@Suite struct ClauseTests {
  static func clauses(_ sentence: String) -> [String] {
    let reading = RuleExampleTests.reading(sentence)
    return ClauseParser(reading: reading).clauses(reading.tokens.indices).map { clause in
      let subject = clause.subject.map { reading.string($0) } ?? "–"
      return "\(subject) | \(clause.verb.isPassive ? "^" : "")\(reading.string(clause.verb.range))"
    }
  }

  @Test(arguments: [
    ("The president visited Nairobi in May 2005.", ["The president | visited"]),
    ("The embassy was opened in March 1993.", ["The embassy | ^was opened"]),
    ("A treaty has not yet been signed.", ["A treaty | ^has not yet been signed"]),
    ("In May 2005 the two ministers met.", ["the two ministers | met"]),
    ("In Geneva, Switzerland, the ministers met.", ["the ministers | met"]),
    ("As a result of this visit the two countries agreed.", ["the two countries | agreed"]),
    // An adverbial without a comma ends at its noun.
    ("After the floods Kenya Relief shipped tents.", ["Kenya Relief | shipped"]),
    ("Under the agreement Kenyan firms built a mill.", ["Kenyan firms | built"]),
    ("During the long war France sent doctors.", ["France | sent"]),
    ("Both Houses passed a resolution.", ["Both Houses | passed"]),
    ("The National Assembly has adopted the text.", ["The National Assembly | has adopted"]),
  ])
  func aSubjectAndItsVerb(sentence: String, clauses: [String]) {
    #expect(Self.clauses(sentence) == clauses)
  }

  @Test(arguments: [
    // Behind a relative clause between commas the verb is that of the noun before it.
    (
      "Suriname, which for years had covered Jakarta from Delhi, opened an embassy.",
      ["Suriname | had covered", "Suriname | opened"]
    ),
    (
      "The embassy, whose staff had left in March, was closed in May.",
      ["staff | had left", "The embassy | ^was closed"]
    ),
    (
      "Kenya opened its mission in 1993 and France followed in 1997.",
      ["Kenya | opened", "France | followed"]
    ),
    (
      "The minister visited Paris, signed two accords and left.",
      ["The minister | visited", "The minister | signed", "The minister | left"]
    ),
    (
      "The road, which was opened in 1996, links the towns.",
      ["The road | ^was opened", "The road | links"]
    ),
    (
      "Kenya recognised France after it declared independence.",
      ["Kenya | recognised", "it | declared"]
    ),
    (
      "He said the two governments would sign the papers.",
      ["He | said", "the two governments | would sign"]
    ),
  ])
  func clausesJoined(sentence: String, clauses: [String]) {
    #expect(Self.clauses(sentence) == clauses)
  }

  @Test(arguments: [
    (
      "The agreement signed in May entered into force in June.",
      ["The agreement signed in May | entered"]
    ),
    (
      "The documents, signed after the talks, were published.",
      ["The documents | ^were published"]
    ),
    ("Consultations held in Helsinki.", ["Consultations | ^held"]),
    ("Trade agreement signed in Paris.", ["Trade agreement | ^signed"]),
  ])
  func participlesCarryNoClauseBesideAVerb(sentence: String, clauses: [String]) {
    #expect(Self.clauses(sentence) == clauses)
  }

  @Test(arguments: ["the visits of ministers", "high level visits", "joint exercises in Kenya"])
  func nounsAreNoVerbs(phrase: String) {
    #expect(Self.clauses(phrase) == [])
  }

  @Test func theListsOfVerbsAreSound() {
    #expect(VerbLexicon.builtIn.diagnostics.map(\.message) == [])
  }
}
