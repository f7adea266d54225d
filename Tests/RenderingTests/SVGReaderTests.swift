import Diagnostics
import Drawing
import Rendering
import Testing

@Suite struct SVGReaderTests {
  private func read(_ inner: String, view: String = "0 0 10 10") throws -> Artwork {
    let text = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"\(view)\">\n\(inner)\n</svg>"
    return try SVGReader.read(Array(text.utf8), path: "logo.svg")
  }

  /// Each path as the writer of SVG puts it down.
  private func drawn(_ inner: String, view: String = "0 0 10 10") throws -> [String] {
    let artwork = try read(inner, view: view)
    let text = String(
      decoding: SVGWriter.write(Frame(size: artwork.size, items: artwork.items)), as: UTF8.self)
    return text.split(separator: "\n").filter { $0.hasPrefix("  <path") || $0.hasPrefix("  <rect") }
      .map { String($0.dropFirst(2)) }
  }

  @Test(arguments: [
    (
      "<path d=\"M1 1h2v2H1z\"/>",
      "<rect x=\"1\" y=\"1\" width=\"2\" height=\"2\" fill=\"#000000\"/>"
    ),
    ("<path d=\"m1,1 2-1-.5.5\"/>", "<path d=\"M1 1L3 0L2.5 0.5\" fill=\"#000000\"/>"),
    (
      "<path d=\"M0 0Q3 0 3 3T6 6\"/>",
      "<path d=\"M0 0C2 0 3 1 3 3C3 5 4 6 6 6\" fill=\"#000000\"/>"
    ),
    (
      "<path d=\"M0 0C1 0 2 1 2 2S4 3 5 3\"/>",
      "<path d=\"M0 0C1 0 2 1 2 2C2 3 4 3 5 3\" fill=\"#000000\"/>"
    ),
    (
      "<path d=\"M1 0A1 1 0 0 1 0 1\"/>",
      "<path d=\"M1 0C1 0.55 0.55 1 0 1\" fill=\"#000000\"/>"
    ),
    (
      "<path d=\"M0 0a1 1 0 012 0\"/>",
      "<path d=\"M0 0C0 -0.55 0.45 -1 1 -1C1.55 -1 2 -0.55 2 0\" fill=\"#000000\"/>"
    ),
    (
      "<rect x=\"1\" y=\"2\" width=\"3\" height=\"4\" fill=\"#abc\"/>",
      "<rect x=\"1\" y=\"2\" width=\"3\" height=\"4\" fill=\"#AABBCC\"/>"
    ),
    (
      "<polygon points=\"0,0 4,0 4,4\" style=\"fill:rgb(255,0,0);stroke:navy;stroke-width:2px\"/>",
      "<path d=\"M0 0L4 0L4 4Z\" fill=\"#FF0000\" stroke=\"#000080\" stroke-width=\"2\"/>"
    ),
    (
      "<g transform=\"translate(1 2) scale(2)\" fill=\"white\"><line x2=\"1\" y2=\"1\" stroke=\"red\"/></g>",
      "<path d=\"M1 2L3 4\" fill=\"#FFFFFF\" stroke=\"#FF0000\" stroke-width=\"2\"/>"
    ),
    (
      "<style>.a, #b { fill: #010203 } /* no */ path{opacity:.5}</style><path class=\"a\" d=\"M0 0h1v1z\"/>",
      "<path d=\"M0 0L1 0L1 1Z\" fill=\"#010203\" fill-opacity=\"0.5\"/>"
    ),
    (
      "<defs><path id=\"p\" d=\"M0 0h1v1z\"/></defs><use href=\"#p\" x=\"5\" fill-rule=\"evenodd\"/>",
      "<path d=\"M5 0L6 0L6 1Z\" fill=\"#000000\" fill-rule=\"evenodd\"/>"
    ),
    (
      "<clipPath id=\"c\"><rect width=\"10\" height=\"10\"/></clipPath><g clip-path=\"url(#c)\"><path d=\"M0 0h1v1z\"/></g>",
      "<path d=\"M0 0L1 0L1 1Z\" fill=\"#000000\"/>"
    ),
    (
      "<g fill=\"none\"><path fill=\"inherit\" stroke=\"currentColor\" d=\"M0 0h1\"/></g>",
      "<path d=\"M0 0L1 0\" fill=\"none\" stroke=\"#000000\" stroke-width=\"1\"/>"
    ),
  ])
  func `reads shapes, styles and places`(_ given: (svg: String, drawn: String)) throws {
    #expect(try drawn(given.svg) == [given.drawn])
  }

  @Test func `begins at the upper left of its view box`() throws {
    let artwork = try read(
      "<rect x=\"-5\" y=\"20\" width=\"10\" height=\"5\"/>", view: "-5 20 10 5")
    #expect(artwork.size == Size(10, 5))
    #expect(artwork.items == [.path(.rect(Rect(0, 0, 10, 5)), fill: .color(Color(0)), stroke: nil)])
  }

  @Test func `reads linear gradients, with the stops of others`() throws {
    let artwork = try read(
      """
      <linearGradient id="a"><stop stop-color="red"/><stop offset="100%" stop-color="blue"/></linearGradient>
      <linearGradient id="b" href="#a" x1="0" y1="0" x2="0" y2="1"/>
      <rect x="2" y="2" width="4" height="6" fill="url(#b)"/>
      """)
    let stops = [GradientStop(0, Color(0xFF0000)), GradientStop(1, Color(0x0000FF))]
    #expect(
      artwork.items == [
        .path(
          .rect(Rect(2, 2, 4, 6)),
          fill: .gradient(from: Point(2, 2), to: Point(2, 8), stops: stops), stroke: nil)
      ])
  }

  @Test(arguments: [
    ("<text>A</text>", "it has a <text>"), ("<image href=\"x.png\"/>", "it has a <image>"),
    ("<path d=\"M0 0h\"/>", "a path can't be read"), ("<path d=\"L0 0\"/>", "a path can't be read"),
    ("<path d=\"M0 0h1\" fill=\"teel\"/>", "its colour “teel” can't be read"),
    ("<path d=\"M0 0h1\" filter=\"url(#f)\"/>", "it has a filter"),
    ("<path d=\"M0 0h1\" clip-path=\"url(#f)\"/>", "it is clipped"),
    ("<path d=\"M0 0h1\" transform=\"spin(1)\"/>", "its transform “spin(1)” can't be read"),
    ("<style>a > b {fill:red}</style>", "its style sheet has a rule “a > b”"),
    ("<use href=\"https://example.org/#a\"/>", "its <use> leads out of the file"),
    ("<g id=\"a\"><use href=\"#a\"/></g>", "it nests too deeply"),
    (
      "<radialGradient id=\"r\"/><path d=\"M0 0h1\" fill=\"url(#r)\"/>", "it has a <radialGradient>"
    ),
    ("", "there is nothing to see in it"), ("<g>", "it is no SVG"), ("&nothing;", "it is no SVG"),
  ])
  func `names what it can't draw, and the line`(_ given: (svg: String, words: String)) throws {
    let failure = #expect(throws: Failure.self) { try read(given.svg) }
    let diagnostic = try #require(failure?.diagnostic)
    #expect(diagnostic.id == "svg/unreadable")
    #expect(diagnostic.message == "logo.svg can't be drawn: \(given.words)")
    #expect(diagnostic.place != nil)
  }

  @Test func `is not unfolded without end`() {
    var text = "<path id=\"a0\" d=\"M0 0h1\"/>"
    for level in 1...20 {
      text += "<g id=\"a\(level)\"><use href=\"#a\(level - 1)\"/><use href=\"#a\(level - 1)\"/></g>"
    }
    let failure = #expect(throws: Failure.self) { try read(text) }
    #expect(failure?.diagnostic.id == "svg/unreadable")
  }

  @Test(arguments: ["", "<svg/>", "<html></html>", "\u{0}", "<svg viewBox=\"0 0 0 0\"/>"])
  func `is no drawing`(_ text: String) {
    let failure = #expect(throws: Failure.self) {
      try SVGReader.read(Array(text.utf8), path: "logo.svg")
    }
    #expect(failure?.diagnostic.id == "svg/unreadable")
  }
}
