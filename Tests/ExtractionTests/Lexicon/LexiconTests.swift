import Chronology
import Diagnostics
import Prose
import Testing

@testable import Extraction

@Suite struct LexiconTests {
  @Test func theShortNameOfAStateIsItsFirst() {
    let states = Lexicon.builtIn.states
    #expect(states.count > 190)
    for state in states { #expect(StateNames.short[state.code] == state.names.first) }
    #expect(StateNames.short.count == Set(states.map(\.code)).count)
  }

  @Test func builtInTablesLoadWithoutProblem() {
    let found =
      Lexicon.builtIn.diagnostics + Units.builtIn.diagnostics + ContestedTerms.builtIn.diagnostics
    #expect(found.map { "\($0.path ?? ""): \($0.message)" } == [])
  }

  @Test func everyEntryIsFoundUnderItsFirstName() {
    var missing: [String] = []
    var seen: Set<String> = []
    for term in Lexicon.builtIn.terms.reversed() where seen.insert(term.name).inserted {
      let text = SourceText(path: "x", text: term.name)
      let tokens = Tokenizer.tokens(of: text.bytes)
      let found = Gazetteer.builtIn.entities(tokens, of: text)
      let codes = found.first.map {
        $0.candidates.isEmpty ? [$0.code] : $0.candidates.map(Optional.some)
      }
      let isRight =
        term.kind == nil
        ? found.isEmpty
        : found.count == 1 && found[0].range == 0..<tokens.count
          && codes?.contains(term.code) == true
      if !isRight { missing.append("\(term.name): \(found.map { $0.code ?? "-" })") }
    }
    #expect(missing == [])
    #expect(Lexicon.builtIn.terms.count > 4000)
  }

  @Test func holdsTheMembersOfTheUnitedNationsAndMore() {
    let states = Lexicon.builtIn.states
    #expect(states.count { $0.years == nil } == 193 + 2 + 5)
    #expect(states.count { $0.years != nil } == 10)
    #expect(Set(states.map(\.code)).count == states.count)
    #expect(states.allSatisfy { !$0.names.isEmpty })
    #expect(Lexicon.builtIn.state("SUN")?.years == 1922...1991)
  }

  @Test func noOrganisationHasTheCodeOfAState() {
    let codes = Set(Lexicon.builtIn.states.map(\.code))
    #expect(Lexicon.builtIn.organisations.filter(codes.contains) == [])
    #expect(Lexicon.builtIn.isOrganisation("ECO"))
    #expect(!Lexicon.builtIn.isOrganisation("PAK"))
  }

  @Test func ambiguousNamesOfferAllTheirCodes() {
    for (name, codes) in Lexicon.builtIn.ambiguous {
      let meant = Lexicon.builtIn.terms.filter { $0.name == name }.compactMap(\.code)
      #expect(Set(meant) == Set(codes), "\(name)")
    }
  }

  @Test func mistakesAreNamedWithTheirPlace() {
    let text = SourceText(
      path: "seeds/lexicon/states.tsv",
      text: "# own words\ncode\tnames\nAZ\tAzerbaijan\nPAK\tPakistan||Pak\nTUR\tTürkiye\tx\n\tX\n")
    let lexicon = Lexicon([text])
    let found = lexicon.diagnostics.map { problem in
      let place = text.position(of: problem.place?.span.start ?? 0)
      return "\(place.line):\(place.column) \(problem.message)"
    }
    #expect(
      found.sorted() == [
        "3:1 \"AZ\" is no alpha-3 code", "4:5 an empty name",
        "5:13 3 cells in a table of 2 columns", "6:1 no code in this row",
      ])
  }

  @Test func unknownColumnsAreRefused() {
    let text = SourceText(path: "offices.tsv", text: "rank\tname\n1\tDoge\n")
    #expect(
      Lexicon([text]).diagnostics.map(\.message) == [
        "no column is called \"name\"", "the column \"names\" is missing", "no names in this row",
      ])
  }

  @Test func aNameOfTwoStatesMustBeListed() {
    let text = SourceText(
      path: "states.tsv", text: "code\tnames\nAAA\tArcadia|Paris\nBBB\tBithynia|Paris\n")
    #expect(
      Lexicon([text]).diagnostics.map(\.message) == ["\"Paris\" means both AAA and BBB"])
  }

  @Test func usersEntriesOverride() {
    let own = SourceText(
      path: "seeds/lexicon/states.tsv", text: "code\tcities\tbodies\nARE\tBaku\tDesert Air\n")
    let gazetteer = Gazetteer(Lexicon(Knowledge.files(in: "lexicon") + [own]))
    let text = SourceText(path: "x", text: "Desert Air flew to Baku")
    let found = gazetteer.entities(Tokenizer.tokens(of: text.bytes), of: text)
    #expect(found.map(\.code) == ["ARE", "ARE"])
  }

  @Test func daysOfIndependenceAreThoseOfKnownStates() {
    #expect(Independence.diagnostics.isEmpty)
    for state in Lexicon.builtIn.states {
      guard let day = Independence.day(of: state.code) else { continue }
      #expect(day.precision == .day, "\(state.code)")
    }
    #expect(Independence.day(of: "KEN")?.description == "1963-12-12")
    #expect(Independence.day(of: "GBR") == nil)
  }

  /// Of two states the sentence must name the one that it means.
  @Test func theSentenceSaysWhoseIndependenceIsMeant() {
    let keys = { (text: String) in text.split(separator: " ").map { WordKey(String($0)) } }
    #expect(Independence.state(of: ["KEN", "UZB"], in: keys("a grant to kenya")) == "KEN")
    #expect(Independence.state(of: ["KEN", "UZB"], in: keys("a grant was made")) == nil)
    #expect(Independence.state(of: ["KEN", "GBR"], in: keys("a grant was made")) == "KEN")
  }
}
