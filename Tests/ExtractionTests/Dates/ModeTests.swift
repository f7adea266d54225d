import Chronology
import Diagnostics
import Prose
import Testing

@testable import Extraction

/// Each passage leans on other dates in a way of its own, and says so.
@Suite struct ModeTests {
  /// The dates of a text by their words, as value and mode.
  private static func read(
    _ text: String, on day: String? = "2017-01-16", bearsDate: Bool = true,
    mode: DateReader.Mode = .auto
  ) -> [String: String] {
    var result: [String: String] = [:]
    let settings = DateReader.Settings(
      reference: day.flatMap { EDTF($0)?.earliest }, mode: mode, bearsDate: bearsDate)
    DateSurvey.read(Array(text.utf8), settings) { date, piece in
      result[piece.text.string(date.span)] = "\(date.value) \(date.mode.rawValue)"
    }
    return result
  }

  // MARK: Archive: letters and minutes

  @Test func `the 4th inst. makes a letter`() {
    let dates = Self.read("Your letter of the 4th inst. reached us on the 12th ult.\n")
    #expect(dates["the 4th inst."] == "2017-01-04 archive")
    #expect(dates["the 12th ult."] == "2016-12-12 archive")
  }

  @Test func `letters tell of what lies behind them`() {
    let text = "Enclosed are yours of the 4th inst. and the list of 20 March.\n"
    #expect(Self.read(text)["20 March"] == "2016-03-20 archive")
    #expect(Self.read(text, mode: .news)["20 March"] == "2017-03-20 news")
  }

  @Test func `a letter ends with its section`() {
    let dates = Self.read(
      """
      MINUTES

      Yours of the 4th inst. was read to the meeting.

      BACKGROUND

      The office opened in 1991. It was closed in 1994 and opened again in March.

      """)
    #expect(dates["the 4th inst."] == "2017-01-04 archive")
    #expect(dates["March"] == "1994-03 narrative")
  }

  // MARK: Stories and the day on which they are told

  @Test func `a story does not go beyond the day on which it is told`() {
    let text = "He came on 3 November 2016. In May he had been in Lima. In February they had met.\n"
    let dates = Self.read(text, mode: .narrative)
    #expect(dates["May"] == "2016-05 narrative")
  }

  @Test func `a day by its number is one of the days told, whatever month is named between`() {
    let text =
      "He visited Accra on 23 and 24 November 2016, after a stay here in May. On the morning of the 24th"
      + " they met.\n"
    #expect(Self.read(text)["the 24th"]?.hasPrefix("2016-11-24") == true)
  }

  @Test func `what is set for a month lies ahead`() {
    let text = "The commission met on 15 December last and has set its eighth session for June.\n"
    #expect(Self.read(text)["June"]?.hasPrefix("2017-06") == true)
  }

  @Test func `the same year is that of the date named, not of the day of the text`() {
    let text =
      "Laos and Cuba have had relations since 8 September 1997. Laos became a partner in the same year.\n"
    #expect(Self.read(text)["the same year"]?.hasPrefix("1997") == true)
  }

  @Test func `a story of another age goes on behind a new paragraph`() {
    let text =
      "In January 1935 the Crown Prince came.\n\nThe school had no time. Italy attacked on 3 October.\n"
    #expect(Self.read(text)["3 October"] == "1935-10-03 narrative")
  }

  @Test func `the very day of something is that of no date told before`() {
    let text =
      "He came in May 2014. Lima opened relations on the very day it was free, 16 September 1975.\n"
    #expect(Self.read(text)["the very day"] == nil)
  }

  @Test func `soon after the day with which a story began, it has not gone on by a year`() {
    let text =
      "The storm came on Friday, 13 March 2015. The last soldiers left on 2 May. Five million were promised on"
      + " 14 March.\n"
    #expect(Self.read(text, on: "2018-09-29")["14 March"]?.hasPrefix("2015-03-14") == true)
  }

  @Test func `what is told to have been so ever since ends a story`() {
    let text =
      "In early 2010 Seoul sent 200,000 dollars and in April hay. Nor has the traffic been one way. On 3 December"
      + " the government voted a gift.\n"
    #expect(Self.read(text)["3 December"]?.hasPrefix("2016-12-03") == true)
  }

  @Test func `a story does not go back from a month counted from the day on which it is told`() {
    let text =
      "When the storm had passed last September, Warsaw sent money, and the roofs were nailed down on 12 May.\n"
    #expect(Self.read(text, on: "2017-07-18")["12 May"]?.hasPrefix("2017-05-12") == true)
  }

  @Test
  func `a day for which a story would have to go back lies before the day on which it is told`() {
    let text =
      "A shipment received in September 2015 had the wrong parts. The audit, published on 12 June, found it.\n"
    #expect(Self.read(text, on: "2017-09-29")["12 June"]?.hasPrefix("2017-06-12") == true)
  }

  @Test func `what happened most recently lies right before the day on which it is told`() {
    let text = "They came in 1991. The contract has been extended, most recently on 14 December.\n"
    #expect(Self.read(text, mode: .narrative)["14 December"]?.hasPrefix("2016-12-14") == true)
  }

  @Test func `a plan goes on from the day of the text, not from another plan`() {
    let text =
      "Six are to leave in September. The choirs will sing on 11 July, and from 1 December the envoy will stay.\n"
    #expect(Self.read(text)["11 July"]?.hasPrefix("2017-07-11") == true)
  }

  // MARK: List: entries that have nothing to do with each other

  private static let list = """
    EXCHANGES

    - The minister visited Baku in October 1995.
    - The parliament's speaker came in April 2004.
    - A protocol on customs was signed in March 2012.
    - The foreign minister was received on 9 October.

    """

  @Test func `entries that begin without a date are a list`() {
    #expect(Self.read(Self.list)["March 2012"] == "2012-03 list")
  }

  @Test func `an entry of a list takes no year from the one before`() {
    #expect(Self.read(Self.list)["9 October"] == "2016-10-09 list")
    #expect(
      Self.read(Self.list, on: "2017-05-16", mode: .narrative)["9 October"]
        == "2012-10-09 narrative")
  }

  @Test func `within an entry the year goes on`() {
    let dates = Self.read(
      """
      - Roads were built.
      - Schools were built.
      - The hospital was begun in May 2003 and opened in November.

      """)
    #expect(dates["November"] == "2003-11 list")
  }

  // MARK: Chronology: entries below headings that give their year

  private static let chronology = """
    1992
    26/02: Massacre at the town.
    09/06: Relations established.

    1993
    March: Embassy opens.
    12/03: First ambassador arrives.

    """

  @Test func `a year as heading makes a chronology`() {
    let dates = Self.read(Self.chronology)
    #expect(dates["26/02"] == "1992-02-26 chronology")
    #expect(dates["12/03"] == "1993-03-12 chronology")
  }

  @Test func `the heading's year holds whatever was told`() {
    let dates = Self.read(
      """
      1993
      March: Embassy opens, agreed upon in June 1991.
      August: First ambassador arrives.

      """)
    #expect(dates["August"] == "1993-08 chronology")
  }

  @Test func `entries that begin with dates are a chronology`() {
    let dates = Self.read(
      """
      18 October 1991: Independence is declared.

      12 December 1991: Recognition.

      9 June 1992: Relations.

      20 August: The first envoy.

      """)
    #expect(dates["20 August"] == "1992-08-20 chronology")
  }

  @Test func `below a year's heading two numbers are a day and a month`() {
    let text = "2015\n11–14/03: The President in Baku. An order conferred (11/03).\n"
    #expect(Self.read(text)["11/03"] == "2015-03-11 chronology")
    #expect(Self.read("Visits: Leghari (10/95).\n")["10/95"]?.hasPrefix("1995-10") == true)
  }

  // MARK: News and narrative

  @Test func `a book of history that quotes last week once is no news`() {
    let text = """
      The war began in August 1914. The army retreated in September.

      SERBIA

      “Over the next two weeks we shall see,” he said. The battle was fought on 12 August.

      """
    #expect(
      Self.read(text, on: "2009-12-19", bearsDate: false)["12 August"]?.hasPrefix("1914") == true)
  }

  @Test func `a section of a paper that bears its date begins on that day`() {
    let dates = Self.read(
      """
      BACKGROUND

      Relations date from June 1992. The embassy opened in March 1993.

      RECENT EXCHANGES

      The ministers met in Islamabad on 13 January.

      """)
    #expect(dates["13 January"]?.hasPrefix("2017-01-13") == true)
  }
}
