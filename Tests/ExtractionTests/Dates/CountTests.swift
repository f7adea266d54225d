import Chronology
import Diagnostics
import Testing

@testable import Extraction

/// Numbers of four digits that are no years, and what stands beside them that is one.
@Suite struct CountTests {
  private static func read(_ text: String) -> [String] {
    var result: [String] = []
    DateSurvey.read(Array(text.utf8), .init(reference: EDTF("2019-05-14")?.earliest)) { date, _ in
      result.append(date.value.description)
    }
    return result
  }

  @Test(arguments: [
    "Some 2000 pilgrims crossed, and about 1800 were sent home.",
    "There were 1800 Kurds, 2000 Armenians and 1500 Jews in the town.",
    "The garrison of 1500 yielded to a force of 2000 horse.",
    "They lost 1943 killed and 1812 wounded.",
    "The vote was 1500 against 1600.",
    "Some 1600 of the 2000 delegates agreed.",
    "The 2000-strong guard was flown home over the 1700-kilometre line.",
    "Between 1500 and 1800 people were held.",
    "At 1930 the guns fell silent.",
  ])
  func `counts are no years`(text: String) {
    #expect(Self.read(text) == [])
  }

  @Test(arguments: [
    "UNSCR 1701 and 1860 still hold.", "Resolutions 1966 and 1970 were adopted.",
    "See ff. 1800-1850 and telegram 1917.", "Flight 2003 was late.",
    "The mission is at 1914 Garden Avenue.", "The office is in 28 May Street.",
  ])
  func `numbers behind a label and of houses are no years`(text: String) {
    #expect(Self.read(text) == [])
  }

  @Test(arguments: [
    "The Winter Palace was stormed.", "They met Ambassador Winter.", "A ratio of 10/12 holds.",
  ])
  func `names of seasons and fractions are no dates`(text: String) {
    #expect(Self.read(text) == [])
  }

  @Test(arguments: [
    ("In 1500 knights ruled there.", "1500"), ("The treaty of 1783 leaves it open.", "1783"),
    ("A 1941-era gun stood there.", "1941"),
    ("In the spring of 1944 Allied troops came.", "1944-21"),
    ("Resolution 1701 was adopted in 2006.", "2006"),
  ])
  func `years beside such words remain`(_ text: String, _ value: String) {
    #expect(Self.read(text) == [value])
  }

  @Test func `a misspelt month is read and flagged`() {
    var flags: [String] = []
    DateSurvey.read(Array("He came in Feburary 1994.".utf8), .init()) { date, _ in
      flags += [date.value.description] + date.flags
    }
    #expect(flags == ["1994-02", "misspelt"])
  }
}
