import Chronology
import Drawing
import Testing

@testable import Charts

private func day(_ text: String) -> Day { EDTF(text)?.earliest ?? Day(number: 0) }

@Suite struct ScaleTests {
  @Test func timeRunsFromNewYearToNewYear() {
    let scale = TimeScale(2000...2001, from: 100, to: 831)
    #expect(scale.x(year: 2000) == 100)
    #expect(scale.x(year: 2001) == 466)
    #expect(scale.x(day("2000-01-02")) == 101)
    #expect(scale.x(day("2010")) == 831)
  }

  @Test func binsAreYearsUntilThereAreTooMany() {
    #expect(YearBins(1991...2017).width == 1)
    let bins = YearBins(1960...2017)
    #expect(bins.width == 5)
    #expect(bins.count == 12)
    #expect(bins.index(1964) == 0)
    #expect(bins.name(11) == "2015–2017")
    #expect(YearBins(1717...2017).count <= 35)
    #expect(YearBins(1...2017).count <= 35)
  }

  @Test func aBinIsNamedInShortAsFarAsItsYearsReach() {
    let bins = YearBins(1961...2016)
    #expect([0, 1, 11].map(bins.shortName) == ["1961–64", "1965–69", "2015–16"])
    #expect(bins.first(0) == 1961)
    #expect(YearBins(1890...2016, limit: 15).shortName(0) == "1890–99")
  }

  @Test func everyYearFallsIntoTheBinThatNamesIt() {
    let bins = YearBins(1003...1999)
    for year in 1003...1999 { #expect(bins.years(bins.index(year)).contains(year)) }
  }

  @Test func binLabelsKeepApart() {
    for count in [5, 27, 35] {
      let bins = YearBins(1991...(1990 + count))
      let labels = bins.labels(step: 10, nameWidth: 30, clear: 8)
      for (a, b) in zip(labels, labels.dropFirst()) { #expect((b - a) * 10 >= 38) }
      #expect(labels.first == 0)
    }
  }
}

@Suite struct NumbersTests {
  @Test(arguments: [
    ([], ""), ([7], "7"), ([4, 3], "3, 4"), ([5, 9, 6, 7], "5–7, 9"), ([2, 2, 3], "2, 3"),
  ])
  func neighboursAreAStretch(_ numbers: [Int], _ words: String) {
    #expect(Numbers.list(numbers) == words)
  }
}

@Suite struct SymbolTests {
  /// Area of an outline of straight lines.
  private func area(_ path: Path) -> Double {
    let points = path.elements.compactMap { element -> Point? in
      switch element {
      case .move(let p), .line(let p): p
      default: nil
      }
    }
    let pairs = zip(points, points.dropFirst() + points.prefix(1))
    return abs(pairs.reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y }) / 2
  }

  @Test(arguments: Symbol.allCases) func symbolsWeighAlike(_ symbol: Symbol) {
    if symbol == .circle { return }
    let share = area(symbol.path(at: Point(0, 0), radius: 10)) / (3.14159 * 100)
    #expect(share > 0.87 && share < 1.02, "\(symbol) \(share)")
  }
}

@Suite struct ThemeTests {
  @Test func marksStandOutFromTheirGround() {
    for style in Theme.light.series {
      #expect(style.color.contrast(with: Color(0xFFFFFF)) >= 3.2)
    }
    for style in Theme.dark.series {
      #expect(style.color.contrast(with: Color(0x141922)) >= 4)
    }
  }

  @Test func numeralsAreReadableOnEveryStep() {
    for theme in [Theme.light, .dark] {
      for step in theme.ramp { #expect(step.ink.contrast(with: step.fill) >= 4.5, "\(step.name)") }
    }
  }

  @Test func stepsCoverEveryCountButZero() {
    #expect(Theme.light.step(of: 0) == nil)
    #expect(
      [1, 2, 4, 5, 7, 8, 99].map { Theme.light.step(of: $0)?.name ?? "" }
        == ["1", "2", "3–4", "5–7", "5–7", "8+", "8+"])
  }
}

@Suite struct LanePlacerTests {
  private let gaps = LanePlacer.Gaps(label: 7, clear: 6, facing: 22, bare: 2.5)

  private func place(_ pieces: [(Double, Double, Double?)]) -> [LanePlacer.Place] {
    var placer = LanePlacer(gaps, from: 0, to: 200)
    for (index, piece) in pieces.enumerated() {
      placer.place(
        LanePlacer.Piece(
          index: index, left: piece.0, right: piece.1, label: piece.2, holdsText: false))
    }
    return placer.places
  }

  @Test func aLabelStandsRightOfItsMarkWhereThereIsRoom() {
    #expect(place([(10, 20, 50)]) == [LanePlacer.Place(index: 0, row: 0, side: .right)])
  }

  @Test func elseLeft() {
    #expect(place([(150, 160, 50)]) == [LanePlacer.Place(index: 0, row: 0, side: .left)])
  }

  @Test func elseInANewRow() {
    #expect(place([(10, 20, 100), (60, 70, 100)]).map(\.row) == [0, 1])
  }

  @Test func labelsThatFaceEachOtherKeepFurtherApart() {
    // From 0 to 67, and from 83 back from 150: 16 between them, so not in one row.
    #expect(place([(0, 10, 50), (150, 160, 60)]).map(\.row) == [0, 1])
    #expect(place([(0, 10, 50), (156, 166, 60)]).map(\.row) == [0, 0])
  }

  @Test func wordsStandWithinABarThatHoldsThem() {
    var placer = LanePlacer(gaps, from: 0, to: 200)
    placer.place(LanePlacer.Piece(index: 0, left: 10, right: 190, label: 50, holdsText: true))
    #expect(placer.places.map(\.side) == [.inside])
  }

  @Test func aMarkWhoseLabelFitsNowhereStandsBare() {
    #expect(place([(95, 105, 300)]).map(\.side) == [.none])
  }
}

@Suite struct MarkShapeTests {
  private let scale = TimeScale(2000...2009, from: 0, to: 3653)

  private func shape(_ mark: TimeMark, _ first: String, _ last: String, limit: Double? = nil)
    -> MarkShape
  {
    let entry = TimelineEntry(
      id: "e", title: "", mark: mark, first: day(first), last: EDTF(last)?.latest ?? day(last),
      label: "", rank: 0)
    return MarkShape(entry, scale, limit: limit, style: .slide, rank: 0)
  }

  @Test func aYearReachesFromItsFirstDayToItsLast() {
    let year = shape(.year, "2001", "2001")
    #expect(year.left == 366)
    #expect(year.right == 731)
  }

  @Test func aShortStretchIsAPoint() {
    #expect(shape(.span, "2001-03-11", "2001-03-14").mark == .point)
    #expect(shape(.span, "2001-03-11", "2001-05-14").mark == .span)
  }

  @Test func whatGoesOnIsDrawnNoFurtherThanTheDocumentsReach() {
    #expect(shape(.ongoing, "2001", "2009", limit: 1000).right == 1000)
  }

  @Test func thenOrLaterClaimsNoLength() {
    #expect(shape(.onward, "2001", "2009").right == 366 + 34)
  }
}

@Suite struct CanvasTests {
  private let canvas = Canvas(FixedMeasurer(advance: 1), .light, .page)
  private let font = Font(.inter, 1)

  @Test func linesBreakAtSpacesAndWithinWordsThatAreTooLong() {
    #expect(canvas.wrap("one two three", font, 7) == ["one two", "three"])
    #expect(canvas.wrap("abcdefghij", font, 4) == ["abcd", "efgh", "ij"])
    #expect(canvas.wrap("", font, 4) == [])
    // What is no word of any language has its end cut off.
    #expect(canvas.wrap(String(repeating: "x", count: 100_000), font, 40).count == 3)
  }

  @Test func whatDoesNotFitEndsInAnEllipsis() {
    #expect(canvas.fit("one two", font, 7) == "one two")
    #expect(canvas.fit("one two", font, 5) == "one…")
    #expect(canvas.fit("one two", font, 0.5) == "")
  }
}

@Suite struct HatchTests {
  @Test func linesEndOnTheEdge() {
    let box = Rect(10, 20, 30, 8)
    let bounds = hatch(box, step: 4).bounds
    #expect(bounds.map { box.contains($0) } == true)
  }
}
