import Analytics
import BriefingKit
import Charts
import Chronicle
import Drawing
import Rendering
import Testing

@Suite struct FigureInvariantTests {
  static let cases: [(count: Int, seed: UInt64, years: ClosedRange<Int>)] =
    [0, 1, 2, 3, 5, 12, 43, 80, 200, 1000, 5000].map { ($0, UInt64($0) + 7, 1991...2017) } + [
      (43, 1, 2015...2016), (9, 2, 2016...2016), (60, 3, 1717...2017), (43, 4, 1960...2017),
      (150, 5, 1000...2017), (30, 6, 2010...2030), (5000, 7, 2016...2016),
      (5000, 8, 1717...2017),
    ]
  let measurer = FixedMeasurer(advance: 0.52)

  func figures(_ ledger: Ledger) -> [(String, Figure)] {
    let maker = FigureMaker(ledger: ledger, measurer: measurer)
    return FigureName.allCases.flatMap { name in
      [
        ("slide", maker.slide(name)), ("half a slide", maker.slide(name, size: .halfSlide)),
        ("untitled slide", maker.slide(name, titled: false)),
        ("page", maker.page(name, width: 482)),
        ("plate", maker.page(name, width: name == .timeline ? 752 : 482)),
      ].map { ($0.0 + " " + name.rawValue, $0.1) }
    }
  }

  @Test(arguments: cases)
  func noTextMeetsAnotherOrLeavesTheFrameAndAllThatIsCountedIsDrawn(
    _ given: (count: Int, seed: UInt64, years: ClosedRange<Int>)
  ) {
    let ledger = GeneratedLedger.ledger(given.count, seed: given.seed, years: given.years)
    for (form, figure) in figures(ledger) {
      expectAllIsDrawn(figure, ledger, "\(form) of \(given.count)")
      let reading = FrameReading(figure.frame, measurer)
      let all = Rect(0, 0, figure.frame.size.width, figure.frame.size.height).inset(by: -0.5)
      for text in reading.texts where !all.contains(text.box) {
        Issue.record("\(form) of \(given.count): \(text) leaves the frame")
      }
      for (a, b) in reading.collisions.prefix(4) {
        Issue.record("\(form) of \(given.count): \(a) meets \(b)")
      }
      for ink in reading.ink where !all.contains(ink) {
        Issue.record("\(form) of \(given.count): ink at \(ink) leaves the frame")
        break
      }
    }
  }

  @Test(arguments: cases)
  func everyEventIsDrawnOrSaidNotToBe(
    _ given: (count: Int, seed: UInt64, years: ClosedRange<Int>)
  ) {
    let ledger = GeneratedLedger.ledger(given.count, seed: given.seed, years: given.years)
    let maker = FigureMaker(ledger: ledger, measurer: measurer)
    for figure in [maker.slide(.timeline), maker.page(.timeline, width: 752)] {
      let marks = FrameReading(figure.frame, measurer).groups.filter { $0.role == .mark }
      let ids = marks.compactMap(\.id)
      #expect(Set(ids).count == ids.count)
      let missing = ledger.events.count - marks.reduce(0) { $0 + shown($1) }
      let said = figure.subtitle.split(separator: ";").first { $0.contains("not drawn") } ?? ""
      let upTo = said.components(before: "not drawn")
      let numbers = upTo.split { !$0.isNumber }.compactMap { Int($0) }
      if !ids.isEmpty { #expect(numbers.reduce(0, +) == missing, "\(figure.subtitle)") }
    }
  }

  @Test func namesBetweenTwoAxesStandClearOfBoth() {
    let ledger = GeneratedLedger.ledger(200, seed: 207)
    let maker = FigureMaker(ledger: ledger, measurer: measurer)
    for size in [FigureSize.slide, .halfSlide, .page] {
      let reading = FrameReading(maker.slide(.balance, size: size).frame, measurer)
      let axes = reading.ink.filter { $0.width == 0 && $0.height > 50 }.map(\.x)
      let names = Set(Domain.allCases.map(\.rawValue))
      let texts = reading.texts.filter { names.contains($0.string.lowercased()) }
      #expect(axes.count == 3 && texts.count > 3)
      for text in texts {
        // The symbol stands before the name.
        let box = Rect(text.box.x - 12, text.box.y, text.box.width + 12, text.box.height)
        for axis in axes where box.x - 3 < axis && axis < box.maxX + 3 {
          Issue.record("\(size): \(text) meets the axis at \(axis)")
        }
      }
    }
  }

  private func expectAllIsDrawn(_ figure: Figure, _ ledger: Ledger, _ form: Comment) {
    let marks = FrameReading(figure.frame, measurer).groups.filter {
      $0.role == .mark && $0.id != nil
    }
    if marks.isEmpty { return }
    let n = figure.subtitle.components(after: "(n\u{A0}=\u{A0}").prefix { $0.isNumber }
    let counted = Int(n) ?? -1
    let drawn = marks.reduce(0) { $0 + shown($1) }
    switch figure.name {
    case .countsByDomain, .yearByDomain:
      // Each mark is a number, said in its title.
      let sum = marks.reduce(0) { sum, mark in
        sum + (Int(mark.title?.split(separator: " ").last ?? "") ?? 0)
      }
      #expect(sum == counted, form)
    case .balance: #expect(drawn == counted, form)
    case .countsByYear:
      let all = marks.filter { $0.id?.hasSuffix("-all") == true }
      #expect(all.reduce(0) { $0 + shown($1) } * 2 == drawn, form)
      #expect(drawn / 2 >= counted, form)
    case .countsByYearStacked:
      let left = figure.text.components(after: "Not shown: ").prefix { $0 != "." }
      let numbers = left.split { !$0.isNumber }.compactMap { Int($0) }
      #expect(drawn + numbers.reduce(0, +) == ledger.events.count, form)
    case .timeline, .visits, .cadence: break
    }
  }

  /// How many events a mark stands for: "12 × Political, …" for twelve.
  private func shown(_ mark: Group) -> Int {
    guard mark.id?.hasPrefix("bar-") == true else { return 1 }
    return mark.title.flatMap { Int($0.prefix { $0.isNumber }) } ?? 0
  }

  @Test func aFigureIsTheSameEachTime() {
    let ledger = GeneratedLedger.ledger(43, seed: 5)
    let first = figures(ledger)
    for (a, b) in zip(first, figures(ledger)) {
      #expect(a.1.frame == b.1.frame)
      #expect(a.1.text == b.1.text)
      #expect(SVGWriter.write(a.1.frame) == SVGWriter.write(b.1.frame))
    }
  }
}

extension String {
  /// What follows the first place of the words; nothing where they don't stand.
  fileprivate func components(after words: String) -> Substring {
    firstRange(of: words).map { self[$0.upperBound...] } ?? ""
  }
}

extension Substring {
  fileprivate func components(before word: String) -> Substring {
    var rest = self
    while !rest.isEmpty, !rest.hasSuffix(word) { rest.removeLast() }
    return rest.dropLast(word.count)
  }
}
