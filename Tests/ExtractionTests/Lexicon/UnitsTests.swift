import Prose
import Testing

@testable import Extraction

@Suite struct UnitsTests {
  func tokens(_ text: String) -> [Token] { Tokenizer.tokens(of: Array(text.utf8)) }

  @Test(arguments: [
    ("US$", "USD"), ("$", "USD"), ("A$", "AUD"), ("€", "EUR"), ("¥", "JPY"), ("euros", "EUR"),
    ("Rs", "RUPEE"), ("Pakistani rupees", "PKR"), ("Azerbaijani manats", "AZN"),
    ("Australian dollars", "AUD"), ("NZ$", "NZD"),
  ])
  func readsCurrencies(_ words: String, _ code: String) throws {
    let tokens = tokens(words)
    let found = try #require(Units.builtIn.currency(at: 0, tokens, tokens.count))
    #expect(found == (code, tokens.count))
  }

  @Test(arguments: [
    ("RUPEE", ["PAK", "AZE"], "PKR"), ("RUPEE", ["IND", "PAK"], "RUPEE"),
    ("KRONE", ["DNK", "KEN"], "DKK"), ("CROWN", ["CZE", "PHL"], "CZK"), ("USD", ["NZL"], "USD"),
  ])
  func namesTheMoneyOfTheOnePartyThatHasSuch(_ unit: String, _ parties: [String], _ own: String) {
    #expect(Units.builtIn.unit(unit, of: parties) == own)
  }

  @Test(arguments: [
    ("1 million", 1e6), ("2 bn", 1e9), ("3 crore", 1e7), ("4 lakhs", 1e5), ("1m", 1e6),
  ])
  func readsScales(_ words: String, _ factor: Double) throws {
    let tokens = tokens(words)
    let found = try #require(Units.builtIn.scale(at: 1, tokens, tokens.count))
    #expect(found == (factor, 2))
  }

  @Test func aLoneLetterIsNoScaleButOfMoney() throws {
    let tokens = tokens("1 m")
    #expect(Units.builtIn.scale(at: 1, tokens, tokens.count) == nil)
    #expect(try #require(Units.builtIn.scale(at: 1, tokens, 2, isMoney: true)) == (1e6, 2))
  }

  @Test(arguments: [
    ("50 scholarships", "scholarships"), ("130 military personnel", "persons"),
    ("36 officers", "persons"), ("13 agreements and memorandums", "documents"),
    ("50 full scholarships", "scholarships"), ("20 Pakistani students", "persons"),
  ])
  func readsThings(_ words: String, _ unit: String) throws {
    let tokens = tokens(words)
    #expect(Units.builtIn.countable(at: 1, tokens, tokens.count)?.0 == unit)
  }

  @Test func countsNothingAcrossAClause() {
    let tokens = tokens("50 and the students")
    #expect(Units.builtIn.countable(at: 1, tokens, tokens.count) == nil)
  }

  @Test func everyNameIsFound() {
    var missing: [String] = []
    for (kind, name, unit) in Units.builtIn.names {
      let tokens = tokens(kind == "scale" ? "1" + name : name)
      let end = tokens.count
      let found =
        switch kind {
        case "currency": Units.builtIn.currency(at: 0, tokens, end)?.0
        case "scale": Units.builtIn.scale(at: 1, tokens, end) == nil ? nil : unit
        default: Units.builtIn.countable(at: 0, tokens, end)?.0
        }
      if found != unit { missing.append("\(name): \(found ?? "nothing"), not \(unit)") }
    }
    #expect(missing == [])
  }
}
