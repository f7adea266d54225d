import Chronicle
import Drawing
import Layout
import Testing

@testable import BriefingKit

@Suite struct `Notes below the doubtful dates` {
  @Test func `stay together`() throws {
    var events = (1...14).map { day -> Event in
      var told = event("e\(day)", "2005-05-\(day < 10 ? "0" : "")\(day)")
      let texts = ["In May 2005", "\(day) May 2005"]
      told.mentions = texts.enumerated().map { index, text in
        Mention(
          document: "S1", start: 20 * index, end: 20 * index + 9, line: 1, quote: "It was \(text).",
          dateText: text, rules: [])
      }
      return told
    }
    var inherited = event("z", "2006-05-05") { $0.dateBasis = .inherited }
    inherited.mentions[0].dateText = nil
    events.append(inherited)
    let setter = Typesetter(FixedMeasurer(advance: 0.5), grid: PageStyle.grid)
    let writer = PageWriter(
      story: story(events), setter: setter, pages: nil, figure: { _, _ in nil })
    let notes = DoubtSection(writer: writer).blocks.suffix(2).compactMap { $0 as? Paragraph }
    #expect(notes.map { $0.runs.first?.string.hasPrefix("Dated") } == [true, true])
    #expect(notes.map(\.keepWithNext) == [true, false])
  }
}

@Suite struct `Doubtful dates` {
  private func told(_ id: String, _ date: String, _ texts: [String]) -> Event {
    var told = event(id, date, .visit, from: ["FIN"], to: ["NAM"])
    told.mentions = texts.enumerated().map { index, text in
      Mention(
        document: "S1", start: 20 * index, end: 20 * index + 9, line: 1, quote: "It was \(text).",
        dateText: text, rules: [])
    }
    return told
  }

  private func texts(_ events: [Event]) -> [String] {
    let setter = Typesetter(FixedMeasurer(advance: 0.5), grid: PageStyle.grid)
    let writer = PageWriter(
      story: story(events), setter: setter, pages: nil, figure: { _, _ in nil })
    return DoubtSection(writer: writer).blocks.compactMap { $0 as? Table }.flatMap { table in
      table.rows.flatMap(\.cells).flatMap(\.blocks).compactMap { block in
        (block as? Paragraph)?.runs.map(\.string).joined()
      }
    }
  }

  @Test func `to check are as many as the first page says`() {
    var differing = told("a", "2005", ["2005", "May 2006"])
    differing.content.flags = ["contradiction"]
    let words = texts([differing, told("b", "2010/2011", ["2010–11"])])
    #expect(words.contains("Dates to check: 1"))
    #expect(words.contains("How other dates were read"))
  }

  @Test func `an implausible year is named where another telling settles it`() {
    let settled = told("a", "2016-04-26", ["26 April 2106", "26 April 2016"])
    #expect(texts([settled]).contains("the text has the implausible year 2106"))
    var flagged = told("b", "2014-07-11", ["11 July 2014", "July 11, 2041"])
    flagged.content.flags = ["contradiction", "implausible_year"]
    let words = texts([flagged])
    #expect(words.contains("one telling has an implausible year"))
    #expect(words.contains { $0.hasPrefix("“July 11, 2041”") })
  }

  @Test func `what can't be comes before what differs`() {
    var differing = told("a", "2005", ["2005", "May 2006"])
    differing.content.flags = ["contradiction"]
    var impossible = told("b", "2006", ["31 April 2006"])
    impossible.content.flags = ["invalid_date"]
    #expect(Doubts(story: story([differing, impossible])).grave.map(\.id) == ["b", "a"])
  }
}
