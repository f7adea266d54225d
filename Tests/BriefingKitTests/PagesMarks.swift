import Analytics
import Charts
import Chronicle
import Chronology
import Drawing
import Testing

@testable import BriefingKit

/// One precision, one mark, wherever a date is drawn.
@Suite struct `Marks of dates` {
  private func event(_ date: String, _ status: Status = .occurred) -> Event {
    var content = Content()
    content.date = EDTF(date)
    content.status = status
    content.headline = "Event"
    return Event(id: "e1", content: content, mentions: [])
  }

  @Test(arguments: [
    ("2015-03-11", TimeMark.point, true), ("2015-03", .point, true),
    ("2015-03-11/2015-03-14", .span, false), ("2015", .year, false), ("2011-22", .within, false),
    ("1992/1993", .within, false), ("1991-10/..", .onward, false), ("199X", .decade, false),
    ("2015~", .within, false),
  ])
  func `a table has the mark of the timeline`(_ date: String, _ mark: TimeMark, _ isPoint: Bool) {
    let event = event(date)
    #expect(PrecisionMark(event: event).mark == mark)
    #expect(PrecisionMark(event: event).isPoint == isPoint)
    let ledger = Ledger(asOf: nil, parties: [], documents: [], events: [event])
    let maker = FigureMaker(ledger: ledger, measurer: FixedMeasurer())
    let sheet = FigureSheet(
      style: .slide, theme: .light, size: FigureSize.slide.layout.size, isPage: false)
    #expect(maker.timeline(sheet).lanes.flatMap(\.entries).map(\.mark) == [mark])
  }

  @Test func `what goes on and what is planned differ from what was`() {
    #expect(PrecisionMark(event: event("1993/..", .ongoing)).mark == .ongoing)
    #expect(PrecisionMark(event: event("2018", .planned)).mark == .planned)
    #expect(!PrecisionMark(event: event("2018", .planned)).isPoint)
    #expect(PrecisionMark(event: event("2018-05", .planned)).isPoint)
  }

  @Test func `a legend has the marks that occur, and none where all are points`() {
    let language = Language("en-GB")
    func legend(_ marks: [(TimeMark, Bool)]) -> MarkLegend {
      MarkLegend(marks.map { (mark: $0.0, isPoint: $0.1) }, language) { words, _ in
        Double(words.count) * 4
      }
    }
    #expect(legend([(.point, true)]).isEmpty)
    let some = legend([(.planned, false), (.year, false), (.planned, true), (.point, true)])
    #expect(some.alternative == "day or month, year only, planned")
    #expect(some.lineCount(482) == 1 && some.lineCount(70) == 3)
  }
}
