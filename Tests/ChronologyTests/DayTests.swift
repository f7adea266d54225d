import Chronology
import Testing

/// The calendar.
@Suite struct DayTests {
  @Test func daysAreNumberedWithoutGap() throws {
    var day = try #require(Day(year: -1, month: 12, day: 28))
    for _ in 0..<2000 {
      let next = day + 1
      let (year, month, number) = next.components
      #expect(Day(year: year, month: month, day: number) == next)
      #expect(next.weekday == day.weekday % 7 + 1)
      day = next
    }
  }

  @Test(arguments: [
    ("2016-01-31", 1, "2016-02-29"), ("2015-03-15", -3, "2014-12-15"),
    ("2016-02-29", 12, "2017-02-28"), ("0000-01-10", -1, "-0001-12-10"),
  ])
  func monthsAreAdded(from: String, months: Int, to: String) throws {
    let day = try #require(EDTF(from)?.earliest)
    #expect(day.adding(months: months)?.description == to)
  }

  @Test func weekdaysAreKnown() {
    #expect(Day(year: 2015, month: 4, day: 25)?.weekday == 6)
    #expect(Day(year: 1991, month: 12, day: 12)?.weekday == 4)
  }
}
