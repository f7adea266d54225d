import Drawing
import Testing

@testable import Layout

@Suite struct Rag {
  @Test func linesEndEvenly() {
    // Line by line the first would hold three words, the second one.
    let text = "aaaa bbb cc ddddddd eeeeee ff gg"
    #expect(
      lines([run(text)], width: 60).map { $0.joined() } == [
        "aaaa bbb ", "cc ddddddd ", "eeeeee ff gg",
      ])
  }

  @Test func evenLinesAreNoMoreLines() {
    let words = (0..<80).map { String(repeating: "x", count: 1 + $0 * 7 % 11) }
    let text = words.joined(separator: " ")
    for width in stride(from: 60.0, through: 200, by: 20) {
      let count = lines([run(text)], width: width).count
      #expect(count == greedy(words, width: width))
    }
  }

  @Test func noWordIsLost() {
    let text = (1...500).map { "word\($0)" }.joined(separator: " ")
    #expect(lines([run(text)], width: 120).map { $0.joined() }.joined() == text)
  }

  private func greedy(_ words: [String], width: Double) -> Int {
    var count = 1
    var used = 0
    for word in words {
      if used > 0, Double(used + word.count) * 5 > width {
        count += 1
        used = 0
      }
      used += word.count + 1
    }
    return count
  }
}

@Suite struct Grid {
  private let grid = BaselineGrid(step: 3.5, phase: 0.7)

  @Test func facesOfAllSizesShareBaselines() {
    let setter = Typesetter(fixed, grid: grid)
    for (size, leading) in [(8.0, 10.5), (9.5, 14), (12, 17.5), (20, 28)] {
      for family in [Font.Family.inter, .notoSerif] {
        let steps = (setter.baseline(Font(family, size), leading: leading) - 0.7) / 3.5
        #expect(abs(steps - steps.rounded()) < 0.001)
      }
    }
  }

  @Test func aPictureTakesWholeSteps() {
    let template = PageTemplate(size: Size(200, 200), area: Rect(0, 10, 200, 180))
    let blocks: [any Block] = [
      Picture([.fill(.rect(Rect(0, 0, 5, 5)), Color(0))], size: Size(5, 5)),
      Paragraph([run("below")], leading: 14),
    ]
    let pages = composed([Section(template, blocks)], Typesetter(fixed, grid: grid))
    let y = texts(pages[0].frame.items)[0].at.y
    #expect(abs((y - 10 - 0.7).truncatingRemainder(dividingBy: 3.5)) < 0.001)
  }
}

@Suite struct DividedRows {
  private func pages(_ divides: Bool) -> [[String]] {
    func stack(_ count: Int, _ name: String) -> Cell {
      Cell((1...count).map { Paragraph([run("\(name)\($0)")], leading: 10, role: nil) })
    }
    var row = Row([stack(6, "a"), stack(2, "b")])
    row.divides = divides
    let table = Table(
      [TableColumn(50), TableColumn(50)],
      head: [Row([Cell([run("A")], leading: 10), Cell([run("B")], leading: 10)])], rows: [row])
    let template = PageTemplate(size: Size(100, 50), area: Rect(0, 0, 100, 45))
    return composed([Section(template, [table])])
      .map { texts($0.frame.items).map(\.string) }
  }

  @Test func aPageMayEndWithinARowThatDivides() {
    #expect(
      pages(true) == [
        ["A", "B", "a1", "b1", "a2", "b2", "a3"], ["A", "B", "a4", "a5", "a6"],
      ])
  }
}

@Suite struct RightToLeft {
  private let setter = Typesetter(fixed, isRightToLeft: true)

  @Test func linesBeginAtTheRight() {
    let strips = Paragraph([run("abcd")], leading: 10).strips(width: 100, setter)
    #expect(texts(strips[0].items)[0].at.x == 80)
  }

  @Test func runsFollowEachOtherToTheLeft() {
    let strips = Paragraph([run("ab "), run("cd")], leading: 10).strips(width: 100, setter)
    #expect(texts(strips[0].items).map(\.at.x) == [85, 75])
  }

  @Test func theFirstColumnIsAtTheRight() {
    let table = Table(
      [TableColumn(30), TableColumn(70)],
      rows: [Row([Cell([run("ab")], leading: 10), Cell([run("cd")], leading: 10)])])
    #expect(texts(table.strips(width: 100, setter)[0].items).map(\.at.x) == [90, 60])
  }

  @Test func stacksBesideEachOtherBeginAtTheRight() {
    let block = SideBySide(
      [
        .init(width: 30, [Paragraph([run("ab")], leading: 10)]),
        .init(width: 60, [Paragraph([run("cd")], leading: 10)]),
      ], gap: 10)
    #expect(texts(block.strips(width: 100, setter)[0].items).map(\.at.x) == [90, 50])
  }
}
