import Chronology
import Testing

/// Which texts are dates of EDTF, and which days they can mean.
@Suite struct EDTFReadingTests {
  @Test(arguments: [
    // Level 0
    ("1991-12-12", "1991-12-12", "1991-12-12"),
    ("1992-06", "1992-06-01", "1992-06-30"),
    ("2016-02", "2016-02-01", "2016-02-29"),
    ("1993", "1993-01-01", "1993-12-31"),
    ("0000", "0000-01-01", "0000-12-31"),
    ("1998-04-15T09:30:00", "1998-04-15", "1998-04-15"),
    ("1998-04-15T09:30:00.5Z", "1998-04-15", "1998-04-15"),
    ("1998-04-15T24:00:00+05:45", "1998-04-15", "1998-04-15"),
    ("1993-03/1997-08-19", "1993-03-01", "1997-08-19"),
    ("19", "1900-01-01", "1999-12-31"),
    ("199", "1990-01-01", "1999-12-31"),
    // Level 1
    ("Y120000", "120000-01-01", "120000-12-31"),
    ("-0064", "-0064-01-01", "-0064-12-31"),
    ("1991?", "1991-01-01", "1991-12-31"),
    ("1991-12~", "1991-12-01", "1991-12-31"),
    ("19XX", "1900-01-01", "1999-12-31"),
    ("-02XX", "-0299-01-01", "-0200-12-31"),
    ("1998-XX", "1998-01-01", "1998-12-31"),
    ("1998-04-XX", "1998-04-01", "1998-04-30"),
    ("2017-21", "2017-03-01", "2017-05-31"),
    // Level 2
    ("Y12E4", "120000-01-01", "120000-12-31"),
    ("1870S2", "1870-01-01", "1870-12-31"),
    ("2017-31", "2017-03-01", "2017-05-31"),
    ("2017-35", "2017-07-01", "2017-09-30"),
    ("2017-38", "2017-05-01", "2017-08-31"),
    ("2017-41", "2017-07-01", "2017-12-31"),
    ("1998-?04-~15", "1998-04-15", "1998-04-15"),
    ("187X-06-28", "1870-06-28", "1879-06-28"),
    ("19XX-02-29", "1904-02-29", "1996-02-29"),
    ("1998-1X", "1998-10-01", "1998-12-31"),
    ("1998-XX-31", "1998-01-31", "1998-12-31"),
    ("1XX5", "1005-01-01", "1995-12-31"),
    ("[1871, 1873..1875-06]", "1871-01-01", "1875-06-30"),
    ("{1871,1880-05}", "1871-01-01", "1880-05-31"),
  ])
  func dateHasBounds(text: String, first: String, last: String) throws {
    let date = try #require(EDTF(text), "\(text)")
    #expect(date.earliest?.description == first)
    #expect(date.latest?.description == last)
    #expect(date.description == text)
  }

  @Test(arguments: [
    ("1993/..", "1993-01-01", nil), ("../1993", nil, "1993-12-31"), ("1993/", "1993-01-01", nil),
    ("/1993-05", nil, "1993-05-31"), ("../..", nil, nil), ("[..1871]", nil, "1871-12-31"),
    ("{1871-03..}", "1871-03-01", nil),
  ])
  func openEndsHaveNoBound(text: String, first: String?, last: String?) throws {
    let date = try #require(EDTF(text), "\(text)")
    #expect(date.earliest?.description == first)
    #expect(date.latest?.description == last)
  }

  @Test(arguments: [
    "", " 1991", "1991 ", "1991-13", "1991-00", "1991-04-31", "1991-02-29", "1991-4-1", "19912",
    "-0000", "Y1991", "Y01991", "Y12E4-05", "1991-21-05", "187X-06-31", "19XX-02-3X", "1991-2X-01",
    "1998-04-15T09:30", "1998-04-15T25:00:00", "1998-04-15T09:30:00-13:00",
    "1998-04-15T09:30:00+14:30", "1998-04-15T09:30:00-00:00", "1998-04T09:30:00", "1998/05-12",
    "1998-05/1998-04", "1998-24/1998-21", "1998-05-02/1998-05", "1998/1997", "1993/..//", "[1871",
    "[1871}", "[1871,..1875]", "{1871..1870}", "a.d. 1871", "1871!", "(1871)?", "1871-(06)~",
  ])
  func textIsNoDate(text: String) {
    #expect(EDTF(text) == nil)
  }

  @Test func extensionsCanBeRefused() {
    #expect(EDTF("[1871, 1873]") != nil)
    #expect(EDTF("[1871, 1873]", allowing: []) == nil)
    #expect(EDTF("[1871,1873]", allowing: []) != nil)
    #expect(EDTF("1871-21/1871-23") != nil)
    #expect(EDTF("1871-21/1871-23", allowing: .spacesInSets) == nil)
  }

  @Test(arguments: [
    ("1991?", false, true), ("1991~", true, false), ("1991%", true, true), ("1991", false, false),
    ("1991/1993~", true, false), ("1991-?12", false, true),
  ])
  func qualifiersAreSeen(text: String, isApproximate: Bool, isUncertain: Bool) throws {
    let date = try #require(EDTF(text))
    #expect(date.isApproximate == isApproximate)
    #expect(date.isUncertain == isUncertain)
  }

  @Test func markAfterAPartHoldsForAllBeforeIt() throws {
    let date = try #require(EDTF("2004-06~-11")?.start)
    #expect(date.yearQualifier == .approximate)
    #expect(date.monthQualifier == .approximate)
    #expect(date.dayQualifier == [])
    let other = try #require(EDTF("2004-~06-11")?.start)
    #expect(other.yearQualifier == [])
    #expect(other.monthQualifier == .approximate)
  }

  @Test(arguments: [
    ("1991-12-12", Precision.day), ("1991-12", .month), ("1991-22", .season), ("1991", .year),
    ("199X", .decade), ("199", .decade), ("19XX", .century), ("1XXX", .millennium),
    ("1991-12-XX", .month), ("1991/1993-05-02", .year), ("[1991,1993-05]", .year),
  ])
  func precisionIsTheCoarsest(text: String, precision: Precision) throws {
    #expect(try #require(EDTF(text)).precision == precision)
  }
}
