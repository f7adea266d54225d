import Diagnostics
import Testing

@testable import Prose

@Suite struct HTMLTests {
  private func page(_ body: String) throws -> Document {
    try document("<!DOCTYPE html><html><body>\(body)</body></html>", "a.html")
  }

  private func visible(_ body: String) throws -> String {
    let found = try page(body)
    return found.text.string(Span(0, found.text.bytes.count))
  }

  @Test func theVisibleTextOfAPageIsThatOfTheReference() throws {
    let name = "Corpus/d02-embassy-history"
    let found = try DocumentReader.read(path: "a.html", bytes: try resource(name + ".html"))
    #expect(found.text.bytes == (try resource(name + ".txt")))
    #expect(found.field("title")?.value == "History of relations | Embassy of Pakistan, Baku")
    #expect(found.field("date")?.value == "2018-08-14")
    let lines = outline(found)
    #expect(lines.contains("h1: Pakistan and Azerbaijan: a short history of relations"))
    #expect(lines.contains("head: ; Year ; Date ; Visit"))
    #expect(
      lines.contains(
        "row: ; ^2012 ; 15–16 October ; President Asif Ali Zardari to Baku (twelfth ECO summit)"))
    #expect(found.blocks.filter { $0.headingLevel == 2 }.count == 5)
  }

  @Test(arguments: [
    ("<p>a <b>b</b>\n\t c&nbsp;d</p>", "a b c\u{A0}d\n"),
    ("a<br>b<br/><br>c", "a\nb\nc\n"),
    ("<p>x<script>var y = 1;</script><style>p{}</style><!-- z -->w</p>", "xw\n"),
    ("<p hidden>no</p><div hidden><p>no</p></div>yes<noscript>no</noscript>", "yes\n"),
    ("<template><p>no</p></template><p>a&amp;b &#8211; &uuml;</p>", "a&b – ü\n"),
    ("<table><tr><td></td><td> a </td><th>b</th></tr></table>", "\ta\tb\n"),
    ("<p>&nbsp;</p><p> </p>x", "x\n"),
    ("<ul><li>a<li>b</ul>c", "a\nb\nc\n"),
    ("", ""),
  ])
  func visibleText(body: String, expected: String) throws {
    #expect(try visible(body) == expected)
  }

  @Test func cellsReachOverRowsAndColumns() throws {
    let table = """
      <table><tr><th>Year</th><th>Place</th><th>What</th></tr>
      <tr><td rowspan=3>1999</td><td rowspan=2>Oslo</td><td>a</td></tr>
      <tr><td>b</td></tr><tr><td>Rome</td><td>c</td></tr><tr><td>2001</td><td>Bern</td><td>d</td></tr>
      </table>
      """
    #expect(
      outline(try page(table)) == [
        "head: ; Year ; Place ; What", "row: ; 1999 ; Oslo ; a", "row: ; ^1999 ; ^Oslo ; b",
        "row: ; ^1999 ; Rome ; c", "row: ; 2001 ; Bern ; d",
      ])
  }

  @Test func aTableForLayoutIsNoTable() throws {
    let prose = String(repeating: "The two sides met again and signed a paper. ", count: 6)
    let body = """
      <table><tr><td>1999</td><td><h2>History</h2><p>\(prose)</p><p>\(prose)</p><p>x.</p></td></tr>
      </table>
      """
    let found = try page(body)
    #expect(found.blocks.allSatisfy { $0.cells.isEmpty })
    #expect(found.blocks.contains { $0.headingLevel == 2 })
  }

  @Test func listsQuotesAndYears() throws {
    let body = """
      <h1>T</h1><ol start="3"><li>c</li><li>d</li></ol><blockquote><p>q</p></blockquote>
      <p>1991</p><p>18/10: opened</p><p><b>Bold heading</b></p>
      """
    #expect(
      outline(try page(body)) == [
        "h1: T", "li 3.: c", "li 4.: d", "quote: q", "h5: 1991", "p: 18/10: opened",
        "h4: Bold heading",
      ])
  }

  @Test func thePagesOwnNameOfItsEncodingCounts() throws {
    let head = Array("<html><head><meta charset=\"windows-1254\"></head><body>T".utf8)
    let bytes = head + [0xFC] + Array("rkiye, ".utf8) + [0xDD, 0xFE] + Array("</body>".utf8)
    let found = try DocumentReader.read(path: "a.html", bytes: bytes)
    #expect(found.text.string(Span(0, found.text.bytes.count)) == "Türkiye, İş\n")
    #expect(found.diagnostics.isEmpty)
  }

  @Test func aTextThatIsAPageIsReadAsOne() throws {
    #expect(try document("<!doctype html><p>Hello", "saved.txt").format == .html)
  }
}
