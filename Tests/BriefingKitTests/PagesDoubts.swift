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
