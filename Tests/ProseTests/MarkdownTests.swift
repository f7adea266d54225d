import Diagnostics
import Testing

@testable import Prose

@Suite struct MarkdownTests {
  @Test func frontMatterBecomesFieldsWithTheirPlaces() throws {
    let text = """
      ---
      title: "A note: the summit"
      date: 2017-03-02  # today
      Parties: [PAK, AZE]
      publisher:
        - Desk one
        - 'Desk two'
      ---

      Text.
      """
    let found = try document(text, "a.md")
    #expect(found.fields.map(\.key) == ["title", "date", "parties", "publisher"])
    #expect(
      found.fields.map(\.value) == [
        "A note: the summit", "2017-03-02", "PAK, AZE", "Desk one, Desk two",
      ])
    let date = try #require(found.field("date")?.span)
    #expect(found.text.string(date) == "2017-03-02")
    #expect(outline(found) == ["p: Text."])
  }

  @Test func aRuleAtTheTopIsNoFrontMatter() throws {
    #expect(try document("---\nNo field here\n", "a.md").fields.isEmpty)
    #expect(try document("Text\n---\na: b\n---\n", "a.md").fields.isEmpty)
  }

  @Test func blocksOfAllKinds() throws {
    let text = """
      # Title #

      Under
      -----

      - [x] done
      - [ ] open
      2. second

      > quoted

      | Field | Next |
      |---|:-:|
      | Trade | 26 Apr 2016 |

      ```
      code 1999
      ```
      <!-- template v2, 2014-11-21 -->
      [ref]: https://example.org/2001
      """
    #expect(
      outline(try document(text, "a.md")) == [
        "h1: Title", "h2: Under", "li - [x]: done", "li - [ ]: open", "li 2.: second",
        "quote: quoted", "head: ; Field ; Next", "row: ; Trade ; 26 Apr 2016",
      ])
  }

  @Test func tokensSkipMarkup() throws {
    let text =
      "He was **here**, see [the *old* sheet](https://example.org/1996 \"t\"). <!-- 2001 --> `x`"
    let found = try document(text, "a.md")
    #expect(
      words(found, 0) == ["He", "was", "here", ",", "see", "the", "old", "sheet", ".", "x"])
    #expect(found.text.string(Span(0, found.text.bytes.count)) == text)
  }

  @Test func bracketsWithoutALinkStay() throws {
    #expect(words(try document("Signed 2070 [sic] in snake_case", "a.md"), 0).contains("sic"))
    #expect(words(try document("a snake_case name", "a.md"), 0).contains("_"))
  }

  @Test func aCommentOverSeveralLinesHidesThem() throws {
    #expect(
      outline(try document("One.\n\n<!-- two\nthree 1999\n-->\n\nFour.", "a.md"))
        == ["p: One.", "p: Four."])
  }
}
