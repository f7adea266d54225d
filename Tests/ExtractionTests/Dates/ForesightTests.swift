import Chronology
import Diagnostics
import Testing

@testable import Extraction

/// What a sentence itself says of the year of its dates, and of the time of which it tells.
@Suite struct ForesightTests {
  private static func read(_ text: String, on day: String = "2017-01-16") -> [String: String] {
    var result: [String: String] = [:]
    let settings = DateReader.Settings(
      reference: EDTF(day)?.earliest, mode: .narrative, bearsDate: true)
    DateSurvey.read(Array(text.utf8), settings) { date, piece in
      result[piece.text.string(date.span)] = date.value.description
    }
    return result
  }

  @Test(arguments: [
    ("In 1943 they fought the Spring Offensive of 1918 again.", "Spring", "1918-21"),
    ("In 1943 they spent the spring and early summer of 1944 there.", "the spring", "1944-21"),
    ("In 1943: their main summer campaign in the south in June 1942.", "summer", "1942-22"),
  ])
  func `a season or month before a noun takes the year behind it`(
    _ text: String, _ words: String, _ value: String
  ) {
    #expect(Self.read(text)[words] == value)
  }

  @Test(arguments: [
    ("The protocol was initialled on 3 March and signed on 7 June 2011.", "3 March", "2011-03-03"),
    ("He was in Riga in November and in Oslo in June 2011.", "November", "2010-11"),
    ("In 2009 he was in Riga in May and in Oslo in June 2011.", "May", "2009-05"),
    (
      "He left in May and the treaty, in a ceremony held in June 2011, was signed.", "May",
      "2017-05"
    ),
  ])
  func `of two alike the second gives the first its year`(
    _ text: String, _ words: String, _ value: String
  ) {
    #expect(Self.read(text)[words] == value)
  }

  @Test func `another time of the same sentence gives no year`() {
    #expect(
      Self.read("In 1943 they rested in the summer and in 1944 they fought.")["the summer"]
        == "1943-22")
  }

  @Test func `a clause with when goes on in the year before it`() {
    let text =
      "They met in 2016, the first time since 2012, when he came for the summit on 1 March."
    #expect(Self.read(text)["1 March"] == "2012-03-01")
  }

  @Test func `what a date limits carries no story on`() {
    let text =
      "In 1944 they held the hill until the fall of the city in March 1945. In July it rained."
    #expect(Self.read(text)["July"] == "1944-07")
  }

  @Test func `a look back carries no story on`() {
    let text = "In June 1944 they kept what they had won two years earlier. In August it rained."
    #expect(Self.read(text)["two years earlier"] == "1942")
    #expect(Self.read(text)["August"] == "1944-08")
  }

  @Test func `a misprint carries no story on`() {
    let text = "They met in April 2106. They met again in May."
    #expect(Self.read(text)["May"]?.hasPrefix("21") == false)
  }

  @Test func `October to March holds the month in which the story stands`() {
    let text = "In March 1945 they came home. They had fought from October to March."
    #expect(Self.read(text)["October to March"] == "1944-10/1945-03")
  }

  @Test func `the days of a stay are counted`() {
    let text =
      "He stayed from 11 to 14 March 2015. On its first evening he spoke; the next morning he left."
    #expect(Self.read(text)["its first evening"] == "2015-03-11")
    #expect(Self.read(text)["the next morning"] == "2015-03-12")
  }

  @Test func `southern summers begin in December`() {
    var settings = DateReader.Settings(reference: EDTF("2023-03-08")?.earliest)
    settings.isSouthern = true
    var values: [String] = []
    DateSurvey.read(Array("In the summer of 2017 they helped.".utf8), settings) { date, _ in
      values.append(date.value.description)
    }
    #expect(values == ["2016-12/2017-02"])
  }

  @Test(arguments: [
    ("They met once in May.", "2016-05"), ("They will meet in May.", "2017-05"),
    ("If it is finished by May, they may meet.", "../2017-05"),
    ("A meeting was proposed for May.", "2017-05"), ("They met as agreed in May.", "2016-05"),
  ])
  func `verbs say whether a month lies ahead`(_ text: String, _ value: String) {
    var values: [String] = []
    DateSurvey.read(Array(text.utf8), .init(reference: EDTF("2017-01-16")?.earliest, mode: .news)) {
      date, _ in values.append(date.value.description)
    }
    #expect(values == [value])
  }
}
