import Diagnostics
import Drawing
import Layout
import Testing

@testable import Word

private let font = Font(.notoSerif, 9.5)
private let ink = Color(0x1A1F2B)

private func run(_ words: String, link: LinkTarget? = nil) -> Run {
  Run(words, font, ink, link: link)
}

private func paragraph(
  _ words: String, _ role: Role? = .paragraph, link: LinkTarget? = nil, at place: String? = nil
) -> Paragraph {
  Paragraph([run(words, link: link)], leading: 14, role: role, destination: place)
}

/// The parts of a document of these blocks; a picture is what its frame holds, in words.
private func package(_ blocks: [any Block], isRightToLeft: Bool = false) throws -> PackageReader {
  let bytes = try document(blocks, isRightToLeft: isRightToLeft).bytes { (_) throws(Failure) in
    Array("picture".utf8)
  }
  return try #require(PackageReader(bytes))
}

private func document(_ blocks: [any Block], isRightToLeft: Bool = false) -> WordDocument {
  var furniture = WordDocument.Furniture(
    font: Font(.inter, 7), color: ink, markingColor: ink, noticeColor: ink)
  furniture.marking = "RESTRICTED"
  furniture.edition = "Edition 1"
  furniture.pageOf = ["", " of ", ""]
  var document = WordDocument(
    title: "Finland & Namibia", language: "en-GB", date: "2017-01-16", furniture: furniture,
    parts: [
      .init(sheet: Size(595, 842), area: Rect(57, 62, 482, 712), title: nil, blocks: blocks),
      .init(
        sheet: Size(842, 595), area: Rect(45, 52, 752, 499), title: "Running",
        blocks: [paragraph("The end")]),
    ])
  document.isRightToLeft = isRightToLeft
  return document
}

private let figure = Picture(
  figure: Frame(
    size: Size(482, 100), title: "7 visits", alternative: "Seven visits, two of them to Finland.",
    items: [.fill(Path([.move(Point(0, 0)), .line(Point(9, 9))]), ink)]))
private let table = Table(
  [TableColumn(14), TableColumn(share: 1)], gap: 6,
  head: [Row([Cell(), Cell([paragraph("Title")], isHeader: true)])],
  rows: [
    Row([Cell([paragraph("4")]), Cell([paragraph("Joint Declaration")])], destination: "event-a")
  ])
private let all: [any Block] = [
  paragraph("State of play", .heading(1), at: "state"), paragraph("Economy", .heading(2)),
  table, figure,
  SideBySide([.init(width: 88, [paragraph("Left")]), .init(width: 394, [table])], gap: 0),
  ColumnFlow(count: 2, gap: 24, [paragraph("in columns")]), Space(7), PageBreak(),
  Tagged(.list, destination: "list", [KeepTogether([paragraph("tied")])]),
  Rule(Stroke(ink, width: 0.8)), WritingLines(3, step: 17.5, stroke: Stroke(ink, width: 0.5)),
  paragraph("[4]", link: .destination("event-a")), paragraph("gone", link: .destination("none")),
  paragraph("home", link: .uri("https://example.org/?a=1&b=2")),
]

@Suite struct WordPackages {
  @Test func everyPartIsThereOnceAndWellFormed() throws {
    let package = try package(all)
    let paths = package.parts.map(\.path)
    #expect(paths.first == "[Content_Types].xml")
    #expect(Set(paths).count == paths.count)
    for (path, bytes) in package.parts where !path.hasSuffix(".png") {
      #expect(PackageReader.isWellFormed(bytes), "\(path)")
    }
    let named = values("PartName", package.text("[Content_Types].xml")).map { $0.dropFirst() }
    #expect(named.allSatisfy { paths.contains(String($0)) })
    let types = Set(values("Extension", package.text("[Content_Types].xml")))
    #expect(
      paths.allSatisfy { types.contains($0.split(separator: ".").last.map(String.init) ?? "") })
  }

  @Test func everyRelationLeadsToAPartAndEveryOneInUseIsTold() throws {
    let package = try package(all)
    let relations = package.text("word/_rels/document.xml.rels")
    let targets = values("Target", relations).filter { !$0.hasPrefix("https://") }
    #expect(targets.allSatisfy { target in package.parts.contains { $0.path == "word/" + target } })
    let text = package.text("word/document.xml")
    let used = Set(values("r:id", text) + values("r:embed", text))
    #expect(used.isSubset(of: values("Id", relations)))
    #expect(used.count >= 4)
    #expect(relations.contains("TargetMode=\"External\""))
  }

  @Test func theSameBlocksGiveTheSameBytes() throws {
    let one = try document(all).bytes { (_) throws(Failure) in [1, 2, 3] }
    let two = try document(all).bytes { (_) throws(Failure) in [1, 2, 3] }
    #expect(one == two)
  }

  @Test func whatDrawsNoPictureStopsTheDocument() {
    #expect(throws: Failure.self) {
      try document(all).bytes { (_) throws(Failure) in throw Failure("test/picture", "no") }
    }
  }

  @Test func thePropertiesAreThoseOfTheBriefing() throws {
    let core = try package(all).text("docProps/core.xml")
    #expect(core.contains("<dc:title>Finland &amp; Namibia</dc:title>"))
    #expect(core.contains("<cp:category>RESTRICTED</cp:category>"))
    #expect(core.contains(">2017-01-16T00:00:00Z</dcterms:created>"))
  }
}

@Suite struct WordText {
  private func text(_ blocks: [any Block], isRightToLeft: Bool = false) throws -> String {
    try package(blocks, isRightToLeft: isRightToLeft).text("word/document.xml")
  }

  @Test func headingsAreHeadings() throws {
    let styles = values("w:val", try text(all))
    #expect(styles.filter { $0.hasPrefix("Heading") } == ["Heading1", "Heading2"])
  }

  @Test func headingsStandOutsideTables() throws {
    let title = paragraph("Title", .heading(1))
    let domain = paragraph("Domain", .heading(2))
    let mark = Picture([], size: Size(6, 10), baseline: 8, isOrnament: true)
    let text = try package([
      SideBySide(
        [
          .init(width: 200, [paragraph("Over"), title, paragraph("Under")]), .init(width: 200, []),
        ],
        gap: 12),
      SideBySide(
        [
          .init(width: 13, [mark]), .init(width: 190, [domain]),
          .init(width: 200, [paragraph("3 events")]),
        ], gap: 0, alignsBaselines: true),
    ]).text("word/document.xml")
    let places = [
      "Over", "Title", "<w:tbl>", "Under", "</w:tbl>", "<w:drawing>", "Domain", "3 events",
    ]
    .map { text.firstRange(of: $0)?.lowerBound }
    let found = places.compactMap { $0 }
    #expect(found.count == places.count && found == found.sorted())
    #expect(text.ranges(of: "<w:tbl>").count == 1)
  }

  @Test func aTitleAboveItsColumnIsBrokenForNone() throws {
    let text = try package([
      SideBySide(
        [
          .init(width: 200, [paragraph("Azerbaijan and\nPakistan", .heading(1))]),
          .init(width: 200, [paragraph("Date")]),
        ], gap: 12)
    ]).text("word/document.xml")
    #expect(text.contains("Azerbaijan and Pakistan"))
    #expect(!text.contains("<w:br/>"))
  }

  @Test func partsSideBySideStayWithWhatFollowsOnlyIfTheyShall() throws {
    let parts: [SideBySide.Part] = [
      .init(
        width: 200,
        [
          paragraph("Points", .heading(2)),
          WritingLines(3, step: 17, stroke: Stroke(ink, width: 0.5)),
        ]),
      .init(width: 200, [paragraph("Others")]),
    ]
    func keeps(_ keepWithNext: Bool) throws -> [String] {
      let text = try package([
        SideBySide(parts, gap: 12, keepWithNext: keepWithNext), paragraph("After"),
      ]).text("word/document.xml")
      return text.ranges(of: "<w:keepNext/>").map { String(text[$0]) }
    }
    #expect(try keeps(false).isEmpty)
    #expect(try !keeps(true).isEmpty)
  }

  @Test func theHeadOfATableIsRepeatedAndItsRowsAreNotDivided() throws {
    let text = try text([table])
    #expect(text.contains("<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"))
    // 14 and the gap beside it, then the rest of 482.
    #expect(values("w:w", text).prefix(9).contains("400"))
    #expect(text.contains("<w:gridCol w:w=\"400\"/><w:gridCol w:w=\"9240\"/>"))
  }

  @Test func aParagraphStandsBetweenTablesAndAtTheEndOfEachCell() throws {
    let nested = Row([Cell([table, table]), Cell([paragraph("a"), table])])
    let other = Table([TableColumn(50), TableColumn(50)], rows: [nested])
    for text in [try text([table, other, table]), try text(all), try text([other])] {
      for end in ["<w:tbl>", "</w:tc>", "<w:sectPr>", "</w:body>"] {
        #expect(!text.contains("</w:tbl>" + end))
      }
    }
    // The paragraph that ends the section is the one below the table.
    #expect(try text([table]).contains("</w:tbl><w:p><w:pPr><w:spacing"))
    #expect(
      !(try text([table])).contains(
        "</w:p><w:p><w:pPr><w:spacing w:before=\"0\" w:after=\"0\" w:line=\"20\" w:lineRule=\"exact\"/><w:sectPr>"
      ))
  }

  @Test func aFigureHasItsWordsAndAnOrnamentNone() throws {
    let mark = Picture(
      [.fill(Path([.move(Point(0, 0)), .line(Point(5, 5))]), ink)], size: Size(6, 10),
      baseline: 8, isOrnament: true)
    let text = try text([figure, mark, mark])
    #expect(text.contains("descr=\"Seven visits, two of them to Finland.\" title=\"7 visits\""))
    #expect(text.split(separator: "<adec:decorative val=\"1\"/>").count == 3)
    #expect(try package([figure, mark, mark]).parts.count { $0.path.hasSuffix(".png") } == 2)
  }

  @Test func linksLeadToBookmarksOrAreNone() throws {
    let text = try text(all)
    #expect(values("w:anchor", text).count == 1)
    #expect(Set(values("w:anchor", text)).isSubset(of: values("w:name", text)))
    let names = values("w:name", text)
    #expect(Set(names).count == names.count)
  }

  @Test func columnsAreASectionAndASheetOnItsSideAnother() throws {
    let text = try text(all)
    #expect(values("w:num", text) == ["2"])
    #expect(values("w:orient", text) == ["landscape"])
    #expect(text.split(separator: "<w:type w:val=\"nextPage\"/>").count == 3)
  }

  @Test func linesToWriteOnAreEmptyParagraphs() throws {
    let text = try text([WritingLines(3, step: 17.5, stroke: Stroke(ink, width: 0.5))])
    #expect(text.split(separator: "<w:between").count == 4)
  }

  @Test func aPageFromRightToLeftSaysSo() throws {
    let urdu = Paragraph(
      [Run("تعلقات", Font(.notoNaskhArabic, 11), ink, rightToLeft: true)], leading: 21)
    let text = try text([urdu, table], isRightToLeft: true)
    #expect(text.contains(">\u{200E}Joint Declaration\u{200E}<"))
    #expect(text.contains("<w:left w:w=\"120\" w:type=\"dxa\"/>"))
    #expect(text.contains("<w:bidi/>"))
    #expect(text.contains("<w:rtl/>"))
    #expect(text.contains("<w:bidiVisual/>"))
  }

  @Test func whatXMLCannotHoldIsLeftOut() throws {
    let text = try text([paragraph("a\u{0}b\u{1F}c & <d>\ne")])
    #expect(text.contains("abc &amp; &lt;d&gt;</w:t><w:br/><w:t xml:space=\"preserve\">e"))
  }

  @Test func theMarkingStandsInHeadAndFoot() throws {
    let package = try package(all)
    let furniture = package.parts.filter {
      $0.path.hasPrefix("word/header") || $0.path.hasPrefix("word/footer")
    }
    #expect(furniture.count == 4)
    for part in furniture { #expect(package.text(part.path).contains(">RESTRICTED<")) }
    #expect(package.text("word/footer2.xml").contains("w:instr=\" NUMPAGES \""))
  }
}
