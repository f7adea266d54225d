import Chronicle
import Chronology
import Diagnostics
import Prose
import Testing

@testable import Extraction

/// What words without a year lean on, where a text speaks of two times.
@Suite struct AnchorTests {
  /// The last date of a text, as value.
  private static func last(
    _ text: String, on day: String? = "2017-01-16", bearsDate: Bool = false
  ) -> String? {
    var result: String?
    let settings = DateReader.Settings(
      reference: day.flatMap { EDTF($0)?.earliest }, bearsDate: bearsDate)
    DateSurvey.read(Array(text.utf8), settings) { date, _ in result = date.value.description }
    return result
  }

  // MARK: Of the document's day

  @Test(arguments: [
    ("Ties date from 1991. This year we mark the anniversary.", "2017"),
    ("Ties date from 1991. Next year both sides will mark it.", "2018"),
    ("Ties date from 1991. Last month trade grew.", "2016-12"),
    ("The accord of 1999 expires next month.", "2017-02"),
    ("Ties date from 9 June 1992. On 23 March we celebrate.", "2017-03-23"),
    ("This academic year there are eleven. From June we shall take twenty.", "2017-06/.."),
    ("The presidents met in May 2015. Their ministers will meet in June.", "2017-06"),
  ])
  func `the present and the future lean on the document's day`(_ text: String, _ value: String) {
    #expect(Self.last(text) == value)
  }

  @Test(arguments: [
    ("Trade came to 18 million in 2015. My successor presents her letters in October.", "2017-10"),
    ("Two students went there in 1996. Twenty-four fly out on Tuesday.", "2017-01-17"),
  ])
  func `a verb of the present tells what is ahead`(_ text: String, _ value: String) {
    #expect(Self.last(text, bearsDate: true) == value)
  }

  @Test(arguments: [
    ("## Dates to watch\n\n- 27 May: meeting of the working group on minerals", "2017-05-27"),
    ("## Upcoming visits\n\nThe minister in Riga, 12 January", "2018-01-12"),
    ("## Visits\n\nThe minister in Riga, 12 January", "2017-01-12"),
  ])
  func `a heading says that what stands below is still ahead`(_ text: String, _ value: String)
    throws
  {
    let page = "---\ndate: 2017-01-16\nparties: [FRA, KEN]\n---\n\nIn 2003 they met.\n\n\(text)\n"
    let document = try DocumentReader.read(path: "a.md", bytes: Array(page.utf8))
    let events = Extractor.extract([document]).ledger.events
    #expect(events.last?.content.date?.description == value)
  }

  @Test(arguments: [
    ("The war began in 1914. It was to end this year, he thought.", "1914"),
    ("They fought in 1914. \u{201C}We shall be home in November,\u{201D} he said.", "1914-11"),
  ])
  func `what the past says and what is quoted lean on the story`(_ text: String, _ value: String) {
    #expect(Self.last(text) == value)
  }

  @Test func `a day that lies ahead shows that a text is of its day`() {
    let text = """
      1. They recalled their talks of 2 October 2014 and will meet again in 2018.
      2. They noted that trade had grown last year.

      """
    #expect(Self.last(text) == "2016")
  }

  @Test func `a dateline is the day of a text that is given none`() {
    let text = "OSLO, February 25, 2025 (Wire) – The minister met his guest on Monday."
    #expect(Self.last(text, on: nil) == "2025-02-24")
    #expect(
      Self.last("In Oslo, on 25 February 2025, they met. They met again on Monday.", on: nil) != nil
    )
  }

  @Test func `letters count each from their own day`() {
    let text =
      "Pera, 12 October 1853. Yours of the 28th ult. came; I leave on the 20th inst. for Rhodes."
    #expect(Self.last(text, on: nil) == "1853-10-20")
  }

  /// A report of 17 August 2023.
  @Test(arguments: [
    ("A study came in June last year. When bids were opened on March 31, one came.", "2023-03-31"),
    (
      "In December 2021 he promised licences. None has been issued. He protested on July 24.",
      "2023-07-24"
    ),
    (
      "Summits, inaugurated in Cairo on Nov. 8, 2014, have become usual. The tenth was held on Jan. 8.",
      "2023-01-08"
    ),
    (
      "On Aug. 6, 2020 they signed an accord, an answer to one that others had struck the previous November."
        + " Parliament ratified it three weeks later.", "2020-08-27"
    ),
    ("On 2 March last year we abstained, and on 7 April we voted against.", "2022-04-07"),
  ])
  func `a report goes back to its own day from what it tells by the way`(
    _ text: String, _ value: String
  ) {
    let report = "LIMA, Aug. 17, 2023 (Wire) - The ministers met on Wednesday.\n\n\(text)\n"
    #expect(Self.last(report, on: "2023-08-17", bearsDate: true) == value)
  }

  @Test(arguments: [
    (
      "They came in November 1996, and to Manila in November 2015. On the 17th they signed.",
      "2015-11-17"
    ),
    (
      "Odette crossed the island on 16 December 2021.\n\nOn Tuesday he pinned it on me.",
      "2024-07-09"
    ),
    ("They settled there in 1885.\n\nPeople marched in October ’91.", "1991-10"),
    ("The museum shows the Friendship Year of 2024, sixty years on.", "2024"),
    ("This year’s holders of the grants fly out in August.", "2024-08"),
    ("It joined at the beginning of this year. A delegation is due in February.", "2025-02"),
    ("It was handed over in May 2016. It is sold in Nov. of the following year.", "2017-11"),
  ])
  func `an article of its own day`(_ text: String, _ value: String) {
    #expect(Self.last("\(text)\n", on: "2024-07-14", bearsDate: true) == value)
  }

  // MARK: Of the story

  @Test(arguments: [
    ("Born in 1901, he took office on 17 August 1945. In November he fell.", "1945-11"),
    ("On 17 August 1945 Mr Hatta (1902–1980) took office. In November he fell.", "1945-11"),
    ("In 1938 he, who had come home in January 1933, left in March.", "1938-03"),
    ("In 1917, as in 1905, the fleet mutinied. In March it sailed.", "1917-03"),
    ("He was elected on 5 May 1918 and left on 14 March 1937. On 17 March he died.", "1937-03-17"),
  ])
  func `asides give no year to what follows`(_ text: String, _ value: String) {
    #expect(Self.last(text, on: nil) == value)
  }

  @Test(arguments: [
    ("He landed on 1 March 1815. The Congress had been sitting since September.", "1814-09/.."),
    ("They met on 13 December 1981. The union was banned on 8 October.", "1982-10-08"),
    ("They met in April 1915, having fought; they met again in May.", "1915-05"),
  ])
  func `a pluperfect looks back and the past goes on`(_ text: String, _ value: String) {
    #expect(Self.last(text, on: nil) == value)
  }

  @Test func `a chapter's year bounds its story`() {
    let text = """
      2003: The invasion

      The war began in March. A paper of November 2008 tells of it.

      On 15 April it was over.

      """
    #expect(Self.last(text) == "2003-04-15")
  }

  @Test(arguments: [
    ("The coup of Feb ’48 was bloodless.", "1948-02"),
    ("In 1846 they marched, and in ’48 they rose.", "1848"),
  ])
  func `years in two digits lie near the year told`(_ text: String, _ value: String) {
    #expect(Self.last(text, on: "2019-05-14") == value)
  }

  @Test(arguments: [
    (
      "In April 2020 we closed. I am proudest of the school, opened on 5 September 2018. Later that same month we paid.",
      "2018-09"
    ),
    (
      "Relations date from 1968. He repaid the call in January 1997. The following July it opened.",
      "1997-07"
    ),
    (
      "They met in May 1992. He was asked three times in one week. The following July it opened.",
      "1992-07"
    ),
  ])
  func `"that month" and "the following July" lean on the month named last`(
    _ text: String, _ value: String
  ) {
    #expect(Self.last(text, on: "2023-01-16", bearsDate: true) == value)
  }

  @Test(arguments: [
    "Development Yearbook 2014\n\nConstruction had begun in August 2011; costs rose. On 22 May it was handed over.",
    "Annual report 2014\n\nOn 4 April they met. Work had begun in August 2011. On 22 May it was handed over.",
  ])
  func `a text that covers a year goes back to it from what had been before`(_ text: String) {
    #expect(Self.last(text, on: "2015-01-31") == "2014-05-22")
  }

  @Test func `a day counted from the text's own is of its year`() {
    let text =
      "It was found in February 2012. On 11 June, less than two weeks ago, I stood there.\n"
    var values: [String] = []
    let settings = DateReader.Settings(reference: EDTF("2022-06-24")?.earliest, bearsDate: true)
    DateSurvey.read(Array(text.utf8), settings) { date, _ in
      values.append(date.value.description)
    }
    #expect(values.contains("2022-06-11"))
  }
}
