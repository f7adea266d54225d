import Analytics
import Chronicle
import Testing

@testable import BriefingKit

@Suite struct Languages {
  @Test func theBritishTableHasAllKeysAndNoOthers() {
    let keys = Set(Language.file("en-GB").keys.filter { !$0.contains(".") })
    let named = Language.Key.allCases.map(\.rawValue) + Language.FigureKey.allCases.map(\.rawValue)
    #expect(keys == Set(named))
  }

  @Test(arguments: ["en-US", "ur"])
  func aTranslationHasThePlacesOfTheOriginal(tag: String) {
    let own = Language.file(tag)
    let british = Language.file("en-GB")
    for (key, words) in own where !key.hasPrefix("state.") && !key.hasPrefix("spelling.") {
      let original = british[key]
      #expect(original != nil, "\(key) means nothing")
      #expect(Template(words).places == Template(original ?? "").places, "\(key)")
    }
  }

  @Test(arguments: Language.tags)
  func everyValueOfTheLedgerHasItsWord(tag: String) {
    let say = Language(tag)
    for domain in Domain.allCases {
      #expect(say.word(.domain, domain.rawValue) != nil)
      #expect(say.word(.domainIs, domain.rawValue) != nil)
    }
    for month in 1...12 {
      #expect(say.word(.month, "\(month)") != nil)
      #expect(say.word(.monthShort, "\(month)") != nil)
    }
    for column in Analytics.Column.allCases { #expect(say.word(.column, column.rawValue) != nil) }
    for kind in AgreementWords.Kind.allCases {
      #expect(say.word(.agreementKind, kind.rawValue) != nil)
    }
    for standing in AgreementWords.Standing.allCases {
      #expect(say.word(.standing, standing.rawValue) != nil)
    }
  }

  @Test func aTemplateIsFilled() {
    let template = Template("_Last_: {n} {n:visit|visits}~of {who}")
    #expect(template.filled(["n": 1, "who": "X"]).words == "Last: 1 visit\u{A0}of X")
    #expect(template.filled(["n": 3, "who": "X"]).words == "Last: 3 visits\u{A0}of X")
    #expect(template.filled(["n": 3]).words == "Last: 3 visits\u{A0}of {who}")
    #expect(template.filled(["n": 3]).parts.first == .term("Last"))
    #expect(Template("a {b and _c").filled([:]).words == "a {b and _c")
  }

  @Test func whatNoTableHasIsBritish() {
    #expect(Language("tlh").tag == "en-GB")
    #expect(Language("en-US").string(.titleState) == "State of play")
    #expect(Language("en-US").word(.domain, "defence") == "defense")
  }

  @Test(arguments: [
    ("سال “2106” چھپا", ["سال ", "“2106”", " چھپا"]),
    ("اجلاس (6th) Islamabad میں", ["اجلاس (", "6th", ") ", "Islamabad", " میں"]),
    (
      "ادارہ Joint Commission (JMC)، 11–14 مارچ",
      [
        "ادارہ ", "Joint Commission (JMC)", "، 11–14 مارچ",
      ]
    ),
    ("S1 کے مطابق", ["S1", " کے مطابق"]),
    ("\u{2066}36 officers, 2015.\u{2069} (اعلان)", ["36 officers, 2015.", " (اعلان)"]),
  ])
  func latinWordsKeepTheirDirectionWithWhatBelongsToThem(words: String, pieces: [String]) {
    #expect(ScriptRuns.segments(words).map(\.text) == pieces)
  }

  @Test func urduIsSetFromTheRightAndSaysThatNobodyReadIt() {
    let urdu = Language("ur")
    #expect(urdu.own("In office since 2013.") == "\u{2066}In office since 2013.\u{2069}")
    #expect(urdu.own("وزیر") == "وزیر")
    #expect(urdu.own("") == "")
    #expect(Language("en-GB").own("In office.") == "In office.")
    #expect(urdu.isRightToLeft && urdu.isUnreviewed)
    #expect(urdu.isolated("x") == "\u{2066}x\u{2069}")
    #expect(Language("en-GB").isolated("x") == "x")
    let british = Language.file("en-GB")
    let own = Language.file("ur")
    let shared: Set<String> = ["moreSources", "lineReference", "lineShort", "lineRange"]
    #expect(Set(british.keys).subtracting(own.keys) == shared)
  }

  @Test func listsAreJoined() {
    let say = Language("en-GB")
    #expect(say.list(["a", "b", "c"]) == "a, b and c")
    #expect(say.list(["a", "b"], or: true) == "a or b")
    #expect(say.list(["a"]) == "a")
    #expect(say.list([String]()) == "")
  }
}
