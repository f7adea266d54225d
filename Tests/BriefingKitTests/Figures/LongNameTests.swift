import BriefingKit
import Chronicle
import Drawing
import Extraction
import Rendering
import Testing

/// Figures of states with long names, in the faces that they are drawn in.
@Suite struct LongNameTests {
  /// The states whose names or whose words take the most room.
  static let states: [String] = {
    let names = StateNames.short.filter { $0.key != "SUN" }
    func longest(_ length: (String) -> Int) -> [String] {
      let sorted = names.sorted { a, b in
        (length(b.value), a.key) < (length(a.value), b.key)
      }
      return sorted.prefix(5).map(\.key)
    }
    let byWord = longest { $0.split(separator: " ").map(\.count).max() ?? 0 }
    return Array(Set(longest(\.count) + byWord)).sorted()
  }()

  @Test(arguments: states) func noFigureOfAPairLeavesItsFrame(_ first: String) throws {
    let measurer = PangoMeasurer(try FontLibrary.load())
    #expect(Self.states.count > 6)
    for second in Self.states where second != first {
      let maker = FigureMaker(
        ledger: SampleLedger.ledger.between(first, second), measurer: measurer,
        names: StateNames.short)
      for name in [FigureName.balance, .visits, .cadence] {
        for size in [FigureSize.slide, .halfSlide, .page] {
          let frame = maker.slide(name, size: size).frame
          let reading = FrameReading(frame, measurer)
          let all = Rect(0, 0, frame.size.width, frame.size.height).inset(by: -0.5)
          let out =
            reading.texts.filter { !all.contains($0.box) }.map(\.description)
            + reading.ink.filter { !all.contains($0) }.map { "\($0)" }
          #expect(out.isEmpty, "\(first) and \(second): \(name) of \(size.width)")
          let met = reading.collisions.map { "\($0) meets \($1)" }
          #expect(met.isEmpty, "\(first) and \(second): \(name) of \(size.width)")
        }
      }
    }
  }
}

extension Ledger {
  /// The same deeds, done by others.
  fileprivate func between(_ first: String, _ second: String) -> Ledger {
    func renamed(_ codes: [String]) -> [String] {
      codes.map { ["PAK": first, "AZE": second][$0] ?? $0 }
    }
    var ledger = self
    ledger.parties = [first, second]
    for index in ledger.events.indices {
      ledger.events[index].content.actors = renamed(events[index].content.actors)
      ledger.events[index].content.recipients = renamed(events[index].content.recipients)
    }
    return ledger
  }
}
