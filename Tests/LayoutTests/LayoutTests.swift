import Drawing
import Testing

@testable import Layout

/// A measurer by which each letter of size 10 is 5 wide.
var fixed: FixedMeasurer { FixedMeasurer(advance: 0.5) }
let body = Font(.inter, 10)
let ink = Color(0x1A1F2B)

func run(_ string: String, link: LinkTarget? = nil) -> Run { Run(string, body, ink, link: link) }

func lines(_ runs: [Run], width: Double) -> [[String]] {
  LineBreaker(runs: runs, setter: Typesetter(fixed)).lines(first: width, others: width)
    .map { $0.pieces.map(\.string) }
}

/// All texts of marks, in reading order, with their place in the outermost frame.
func texts(_ items: [Item], _ at: Point = Point(0, 0)) -> [(string: String, at: Point)] {
  items.flatMap { item -> [(string: String, at: Point)] in
    switch item {
    case .path, .image: []
    case .text(let line): [(line.string, Point(at.x + line.origin.x, at.y + line.origin.y))]
    case .group(let group):
      texts(group.items, Point(at.x + group.offset.x, at.y + group.offset.y))
    }
  }
}

/// The roles of groups, nested, with their number of children.
func outline(_ items: [Item]) -> String {
  items.compactMap { item -> String? in
    guard case .group(let group) = item else { return nil }
    let inner = outline(group.items)
    return "\(group.role)" + (inner.isEmpty ? "" : "(\(inner))")
  }.joined(separator: " ")
}

@Suite struct LineBreaking {
  @Test func aLineTakesAllWordsThatFitAndKeepsItsSpace() {
    #expect(lines([run("one two three")], width: 35) == [["one two "], ["three"]])
  }

  @Test func theTrailingSpaceNeedsNoRoom() {
    #expect(lines([run("one two three")], width: 35.0) == [["one two "], ["three"]])
    #expect(lines([run("one two three")], width: 34.9) == [["one "], ["two "], ["three"]])
  }

  @Test func aNoBreakSpaceGlues() {
    #expect(lines([run("in June\u{A0}1992")], width: 45) == [["in "], ["June\u{A0}1992"]])
  }

  @Test func aLineFeedEndsTheLine() {
    #expect(lines([run("Finland and\nNamibia")], width: 500) == [["Finland and"], ["Namibia"]])
  }

  @Test func aWordMayLieInTwoRuns() {
    let quotes = [run("see “"), run("word", link: .uri("x")), run("” again")]
    #expect(lines(quotes, width: 30) == [["see "], ["“", "word", "” "], ["again"]])
  }

  @Test func aHyphenBetweenLettersBreaksButNoneBeforeAFigureNorADashInARange() {
    #expect(lines([run("twenty-four")], width: 40) == [["twenty-"], ["four"]])
    #expect(lines([run("a follow-up")], width: 50) == [["a "], ["follow-up"]])
    #expect(lines([run("on 11–14")], width: 25) == [["on "], ["11–14"]])
  }

  @Test func aWordWiderThanTheLineIsCut() {
    #expect(lines([run("abcdefgh")], width: 15) == [["abc"], ["def"], ["gh"]])
  }

  @Test func noTextIsOneEmptyLine() {
    #expect(lines([run("")], width: 15) == [[]])
  }
}

@Suite struct ParagraphLayout {
  @Test func endAlignedLinesEndAtTheWidth() {
    let strips = Paragraph([run("ab cdef")], leading: 12, alignment: .end)
      .strips(width: 20, Typesetter(fixed))
    #expect(strips.map { texts($0.items)[0].at.x } == [10, 0])
  }

  @Test func linesKeepTwoTogetherAtBothEnds() {
    let strips = Paragraph([run("a b c d e")], leading: 12).strips(width: 5, Typesetter(fixed))
    #expect(strips.map(\.keepWithNext) == [true, false, false, true, false])
  }

  @Test func aLinkIsAGroupAmongSpans() {
    let runs = [run("see "), run("[4]", link: .destination("event-x")), run(".")]
    let strips = Paragraph(runs, leading: 12).strips(width: 200, Typesetter(fixed))
    #expect(outline(nest(strips.map { ($0, Point(0, 0)) })) == "paragraph(span link span)")
  }
}

@Suite struct TableLayout {
  func cell(_ text: String, size: Double = 10, leading: Double = 12) -> Cell {
    Cell([Run(text, Font(.inter, size), ink)], leading: leading)
  }

  @Test func cellsOfARowStandOnOneBaseline() {
    let table = Table(
      [TableColumn(50), TableColumn(50)],
      rows: [Row([cell("big", size: 14, leading: 20), cell("small")])])
    let strip = table.strips(width: 100, Typesetter(fixed))[0]
    let places = texts(strip.items).map(\.at)
    #expect(places[0].y == places[1].y)
    #expect(places[1].x == 50)
  }

  @Test func sharesTakeWhatFixedColumnsLeave() {
    let table = Table(
      [TableColumn(20), TableColumn(share: 1), TableColumn(share: 3, .end)], gap: 5,
      rows: [Row([cell("a"), cell("b"), cell("c")])])
    let places = texts(table.strips(width: 110, Typesetter(fixed))[0].items).map(\.at.x)
    #expect(places == [0, 25, 105])
  }

  @Test func aRowWithoutRoomAboveStandsOffTheHeadThatIsSetAgain() {
    var rows = (1...6).map { Row([cell("Row \($0)")]) }
    for index in rows.indices { rows[index].belowHead = 4 }
    let table = Table([TableColumn(share: 1)], head: [Row([cell("Head")])], rows: rows)
    let pages = compose([table], height: 60)
    let second = texts(pages[1].frame.items)
    #expect(second.map(\.string).prefix(2) == ["Head", "Row 5"])
    #expect(second[1].at.y - second[0].at.y == 12 + 4)
  }

  @Test func theHeadIsRepeatedOnEachPage() {
    let head = Row([cell("Head")])
    let rows = (1...10).map { Row([cell("row \($0)")]) }
    let pages = compose([Table([TableColumn(share: 1)], head: [head], rows: rows)], height: 60)
    let firsts = pages.map { texts($0.frame.items).map(\.string) }
    #expect(firsts.allSatisfy { $0.first == "Head" })
    #expect(firsts.flatMap { $0.dropFirst() } == (1...10).map { "row \($0)" })
  }

  @Test func aRowNeverSplits() {
    let tall = Row([cell("a b c")])
    let table = Table([TableColumn(5)], rows: [Row([cell("x")]), Row([cell("y")]), tall])
    let pages = compose([table], height: 48)
    #expect(pages.map { texts($0.frame.items).map(\.string) } == [["x", "y"], ["a ", "b ", "c"]])
  }
}

func compose(_ blocks: [any Block], width: Double = 100, height: Double) -> [Page] {
  let template = PageTemplate(
    size: Size(width + 20, height + 20), area: Rect(10, 10, width, height))
  return composed([Section(template, blocks)])
}

/// The pages of sections, each of which wants half a page to begin below another.
func composed(_ sections: [Section], _ setter: Typesetter = Typesetter(fixed)) -> [Page] {
  Composer(Galley(sections, setter), leastRoom: 0.5).pages().pages
}

@Suite struct Composition {
  func paragraph(_ words: Int, keepWithNext: Bool = false) -> Paragraph {
    let text = (1...words).map { "w\($0)" }.joined(separator: " ")
    return Paragraph([run(text)], leading: 12, keepWithNext: keepWithNext)
  }

  @Test func noLineStandsAloneAtAFootOrAHead() {
    // Four lines fit; five lines of a paragraph leave three on the page and take two over.
    let pages = compose([paragraph(5)], width: 10, height: 48)
    #expect(pages.map { texts($0.frame.items).count } == [3, 2])
  }

  @Test func aHeadingGoesWithWhatFollows() {
    let blocks: [any Block] = [
      paragraph(3), Paragraph([run("H")], leading: 12, role: .heading(2), keepWithNext: true),
      paragraph(2),
    ]
    let pages = compose(blocks, width: 10, height: 60)
    #expect(pages.map { texts($0.frame.items).count } == [3, 3])
    #expect(outline(pages[1].frame.items) == "heading(2) paragraph")
  }

  @Test func spaceIsDroppedAtTheTopOfAPage() {
    let gap = Paragraph([run("b")], leading: 12, before: 30)
    let pages = compose([paragraph(1), gap], height: 40)
    let tops = pages.map { texts($0.frame.items)[0].at.y }
    #expect(pages.count == 2)
    #expect(tops[0] == tops[1])
  }

  @Test(arguments: [(60.0, 2), (180.0, 1)])
  func aSectionJoinsAPageThatIsLittleFilled(height: Double, pages: Int) {
    let template = PageTemplate(size: Size(100, height), area: Rect(0, 0, 100, height))
    let all = composed([
      Section(template, (1...3).map { Paragraph([run("p\($0)")], leading: 12) }),
      Section(template, [Paragraph([run("next")], leading: 12)], joint: []),
    ])
    #expect(all.count == pages)
  }

  @Test func columnsThatKeepTogetherLeaveALittleOfAPageEmpty() {
    let blocks = (1...8).map { Paragraph([run("p\($0)")], leading: 12) }
    let first = (1...11).map { Paragraph([run("q\($0)")], leading: 12) }
    func counts(_ keeps: Bool) -> [Int] {
      let head = Paragraph([run("H")], leading: 12, keepWithNext: true)
      return compose(
        first + [head, ColumnFlow(count: 2, gap: 10, keepTogether: keeps, blocks)], height: 164
      ).map { texts($0.frame.items).count }
    }
    #expect(counts(true) == [11, 9])
    #expect(counts(false) == [14, 6])
  }

  @Test func columnsFillEvenlyAtTheirEnd() {
    let blocks = (1...6).map { Paragraph([run("p\($0)")], leading: 12) }
    let page = compose([ColumnFlow(count: 2, gap: 10, blocks)], height: 100)[0]
    let left = texts(page.frame.items).filter { $0.at.x == 10 }.map(\.string)
    #expect(left == ["p1", "p2", "p3"])
  }

  @Test func fullColumnsGoOnOnTheNextPage() {
    let blocks = (1...10).map { Paragraph([run("p\($0)")], leading: 12) }
    let pages = compose([ColumnFlow(count: 2, gap: 10, blocks)], height: 36)
    #expect(pages.map { texts($0.frame.items).count } == [6, 4])
  }

  @Test func aDestinationStandsOnlyWhereAThingBegins() {
    let long = Tagged(.section, destination: "here", [paragraph(8)])
    let pages = compose([long], width: 10, height: 48)
    #expect(pages.count == 2)
    #expect(PageIndex(pages).page(of: "here") == 1)
    #expect(PageIndex([pages[1]]).page(of: "here") == nil)
  }

  @Test func aBrokenListEndsWithItsNote() {
    let note = Paragraph([run("more")], leading: 8)
    let rows = (1...4).map { number in
      Row([Cell([run("r\(number)")], leading: 12)], breakNote: note)
    }
    let pages = compose([Table([TableColumn(share: 1)], rows: rows)], height: 24)
    #expect(texts(pages[0].frame.items).map(\.string) == ["r1", "r2", "more"])
  }

  @Test func aStripTallerThanThePageStillFindsAPlace() {
    let tall = Picture([], size: Size(10, 500))
    #expect(compose([paragraph(1), tall, paragraph(1)], height: 48).count == 3)
  }

  @Test func furnitureKnowsThePages() {
    let template = PageTemplate(size: Size(120, 68), area: Rect(10, 10, 100, 48)) { context in
      [.text(TextLine("\(context.number) of \(context.count)", at: Point(0, 60), body, ink))]
    }
    let pages = composed([
      Section(template, [paragraph(1)]), Section(template, plate: { _ in [] }),
    ])
    #expect(pages.map { texts($0.frame.items)[0].string } == ["1 of 2", "2 of 2"])
    #expect(outline(pages[1].frame.items) == "artifact")
  }

  @Test func theSameBlocksGiveTheSamePages() {
    let blocks: [any Block] = [paragraph(50), ColumnFlow(count: 2, gap: 4, [paragraph(40)])]
    #expect(compose(blocks, height: 100) == compose(blocks, height: 100))
  }
}
