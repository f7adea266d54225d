import Chronology
import Testing

/// What can be done with dates: reach, order, making and words.
@Suite struct EDTFValueTests {
  @Test(arguments: [
    ("1984~", "1983-01-01", "1985-12-31"),
    ("1984%", "1982-01-01", "1986-12-31"),
    ("198X?", "1970-01-01", "1999-12-31"),
    ("2004-06-11~", "2003-05-10", "2005-07-12"),
    ("2004-06-~11", "2004-06-10", "2004-06-12"),
    ("2004-%06", "2004-04-01", "2004-08-30"),
    ("1870S2", "1800-01-01", "1899-12-31"),
    ("Y123456S2", "120000-01-01", "129999-12-31"),
    ("1990~/1995", "1989-01-01", "1995-12-31"),
    ("/1995", "1985-12-31", "1995-12-31"),
    ("1995-05-06/", "1995-05-06", "2005-05-06"),
    ("1993", "1993-01-01", "1993-12-31"),
  ])
  func doubtReachesFurther(text: String, first: String, last: String) throws {
    let reach = try #require(EDTF(text)).reach()
    #expect(reach.first?.description == first)
    #expect(reach.last?.description == last)
  }

  @Test func chronologyIsOrderedByFirstThenLastDay() {
    let texts = ["1993/..", "1993", "1993-01-01", "../1992", "1992-12", "1993-02~", "1993-01"]
    let ordered = texts.compactMap { EDTF($0) }.sorted(by: EDTF.inOrder).map(\.description)
    #expect(
      ordered == ["1992-12", "../1992", "1993-01-01", "1993-01", "1993", "1993/..", "1993-02~"])
  }

  @Test func datesAreMadeFromNumbers() {
    #expect(EDTF(EDTFDate(year: 2015, month: 3, day: 11))?.description == "2015-03-11")
    #expect(EDTF(EDTFDate(year: 88))?.description == "0088")
    #expect(EDTF(EDTFDate(year: -64, qualifier: .approximate))?.description == "-0064~")
    #expect(EDTF(EDTFDate(year: 123456))?.description == "Y123456")
    #expect(EDTF(EDTFDate(year: 2015, month: 2, day: 30)) == nil)
    let start = EDTF.Endpoint.date(EDTFDate(year: 1993, qualifier: .uncertain))
    #expect(EDTF(from: start, to: .open)?.description == "1993?/..")
    #expect(EDTF(from: start, to: .date(EDTFDate(year: 1992))) == nil)
  }

  @Test(arguments: [
    ("1991-12-12", "12 December 1991", "December 12, 1991"),
    ("1992-06", "June 1992", "June 1992"),
    ("2015-03-11/2015-03-14", "11–14 March 2015", "March 11–14, 2015"),
    ("2015-03-29/2015-04-02", "29 March – 2 April 2015", "March 29 – April 2, 2015"),
    (
      "2015-12-29/2016-01-02", "29 December 2015 – 2 January 2016",
      "December 29, 2015 – January 2, 2016"
    ),
    ("1989-04/1990-03", "April 1989 – March 1990", "April 1989 – March 1990"),
    ("1990-02/1990-04", "February–April 1990", "February–April 1990"),
    ("1993/1996", "1993–1996", "1993–1996"),
    ("-0263/-0240", "264–241 BC", "264–241 BC"),
    ("1992~", "c. 1992", "c. 1992"),
    ("1992?", "1992?", "1992?"),
    ("1856/1865~", "1856 – c. 1865", "1856 – c. 1865"),
    ("1993/..", "since 1993", "since 1993"),
    ("../1993-05", "until May 1993", "until May 1993"),
    ("/1993", "until 1993, start unknown", "until 1993, start unknown"),
    ("-0064", "65 BC", "65 BC"),
    ("196X", "1960s", "1960s"),
    ("18XX", "19th century", "19th century"),
    ("-01XX", "2nd century BC", "2nd century BC"),
    ("2017-24", "winter 2017", "winter 2017"),
    ("2017-34", "second quarter of 2017", "second quarter of 2017"),
    ("2017-41", "second half of 2017", "second half of 2017"),
    ("XXXX-12-25", "25 December", "December 25"),
    ("1985-04-XX", "a day of April 1985", "a day of April 1985"),
    ("[1871,1873..1875]", "1871 or 1873–1875", "1871 or 1873–1875"),
    ("{1960,1961-12}", "1960 and December 1961", "1960 and December 1961"),
  ])
  func dateHasWords(text: String, british: String, american: String) throws {
    let date = try #require(EDTF(text), "\(text)")
    #expect(date.words(.british) == british)
    #expect(date.words(.american) == american)
  }

  @Test func misprintIsMarked() throws {
    let date = try #require(EDTF("2106"))
    #expect(date.words(asPrinted: true) == "2106 (as printed)")
    #expect(EDTF("2106-04-26")?.words(Wording(isShort: true)) == "26 Apr. 2106")
  }

  @Test func everyFormThatIsReadHasWords() {
    for text in ["19", "193", "1XXX", "Y17E7", "1950S2", "2004-?06-~11", "15XX-12-XX", "{..1984}"] {
      #expect(EDTF(text)?.words().isEmpty == false)
    }
  }
}
