import Drawing
import Testing

@testable import Rendering

@Suite struct SVGTests {
  func svg(_ items: [Item], title: String = "", ground: Color? = nil) -> String {
    let frame = Frame(
      size: Size(200, 100.5), title: title, alternative: "A < B & \"C\"", ground: ground,
      items: items)
    return String(decoding: SVGWriter.write(frame), as: UTF8.self)
  }

  @Test func aFrameIsWrittenWithItsMeaning() {
    let blue = Color(0x224488)
    let text = svg(
      [
        .group(
          Group(
            .mark, id: "e-1", title: "Visit", link: .uri("https://example.org/?a=1&b=2"),
            offset: Point(10, 20.126), scale: 0.5,
            [
              .fill(.rect(Rect(0, 0, 30, 10)), blue),
              .text(
                TextLine(
                  "Bakı – fi", at: Point(1 / 3, -0.001),
                  Font(.inter, 12, .semibold, tabular: true, letterSpacing: 0.5), blue,
                  anchor: .end)),
            ])),
        .path(
          .line(Point(0, 0), Point(10, 10)),
          fill: .gradient(
            from: Point(0, 0), to: Point(10, 0),
            stops: [GradientStop(0, blue), GradientStop(1, blue.withAlpha(0.25))]),
          stroke: Stroke(blue, width: 1.5, dash: [2, 1.25], roundCap: true)),
      ], title: "Visits", ground: Color(0xFFFFFF))
    #expect(
      text == """
        <svg xmlns="http://www.w3.org/2000/svg" width="200px" height="100.5px" \
        viewBox="0 0 200 100.5" xml:lang="en-GB" role="img" aria-labelledby="t d">
          <title id="t">Visits</title>
          <desc id="d">A &lt; B &amp; &quot;C&quot;</desc>
          <rect width="200" height="100.5" fill="#FFFFFF"/>
          <a href="https://example.org/?a=1&amp;b=2">
            <g id="e-1" transform="translate(10 20.13) scale(0.5)">
              <title>Visit</title>
              <rect x="0" y="0" width="30" height="10" fill="#224488"/>
              <text x="0.33" y="0" font-family="Inter, Arial, &quot;Liberation Sans&quot;, \
        sans-serif" font-size="12" font-weight="600" letter-spacing="0.5" \
        font-variant="tabular-nums" fill="#224488" text-anchor="end">Bakı – fi</text>
            </g>
          </a>
          <defs>
            <linearGradient id="gradient-1" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="10" \
        y2="0">
              <stop offset="0" stop-color="#224488"/>
              <stop offset="1" stop-color="#224488" stop-opacity="0.25"/>
            </linearGradient>
          </defs>
          <path d="M0 0L10 10" fill="url(#gradient-1)" stroke="#224488" stroke-width="1.5" \
        stroke-dasharray="2 1.25" stroke-linecap="round"/>
        </svg>

        """)
  }

  @Test func controlCharactersAreDroppedAndMarkupIsText() {
    let line = TextLine(
      "a\u{0}\u{1B}<b>\t&amp;\u{85}\u{FFFF}", at: Point(0, 0), Font(.inter, 9), .init(0))
    #expect(svg([.text(line)]).contains(">a&lt;b&gt; &amp;amp;</text>"))
  }

  @Test func textFromRightToLeftKeepsItsPlace() {
    let font = Font(.notoNaskhArabic, 9)
    func text(_ anchor: TextLine.Anchor) -> String {
      svg([
        .text(
          TextLine(
            "اردو", at: Point(9, 0), font, Color(0), anchor: anchor, rightToLeft: true))
      ])
    }
    // Without `direction`, an anchor is a side: not every program turns it round.
    let words = "\u{2067}اردو\u{2069}</text>"
    #expect(text(.start).contains(" fill=\"#000000\">" + words))
    #expect(text(.middle).contains(" text-anchor=\"middle\">" + words))
    #expect(text(.end).contains(" text-anchor=\"end\">" + words))
  }

  @Test func placesWithinTheDocumentAreNoLinks() {
    let mark = Group(
      .mark, link: .destination("row"), [.fill(.circle(Point(5, 5), radius: 2), .init(0))])
    #expect(!svg([.group(mark)]).contains("<a"))
  }

  @Test(arguments: [
    (0, "0"), (-0.001, "0"), (0.005, "0.01"), (-0.5, "-0.5"), (12.3, "12.3"), (12.05, "12.05"),
    (1.999, "2"), (1_000_000, "1000000"), (Double.nan, "0"), (.infinity, "0"), (1e300, "0"),
  ])
  func numbersHaveAtMostTwoDecimals(value: Double, text: String) {
    #expect(SVGText.number(value) == text)
  }

  @Test func scalesHaveSix() {
    #expect(SVGText.factor(0.8174) == "0.8174")
    #expect(SVGText.factor(2) == "2")
    #expect(SVGText.factor(1.0000001) == "1")
  }
}
