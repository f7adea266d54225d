import Charts
import Diagnostics
import Drawing
import Testing

@testable import BriefingKit

@Suite struct `theme in briefing.yaml` {
  private func read(_ lines: String) throws -> (branding: Branding, diagnostics: [Diagnostic]) {
    let text = "theme:\n" + lines.split(separator: "\n").map { "  \($0)\n" }.joined()
    let file = try SettingsFile.read(SourceText(path: "seeds/briefing.yaml", text: text))
    return (file.settings.branding, file.diagnostics)
  }

  private func failure(_ lines: String) throws -> Diagnostic {
    let error = try #require(throws: Failure.self) { try read(lines) }
    return error.diagnostic
  }

  @Test func `all of it`() throws {
    let (branding, diagnostics) = try read(
      """
      font: Noto Serif
      ink: "#101820"
      secondary: 404A58
      sides: [1A6378, "#A8501A"]
      domains: {political: 2F5A9A}
      dark: {ground: 101418, ink: FFFFFF}
      """)
    #expect(diagnostics.isEmpty)
    let theme = branding.lightTheme
    #expect(theme.text == .notoSerif)
    #expect(theme.ink == Color(0x101820))
    #expect(theme.secondary == Color(0x404A58))
    #expect(theme.sides.prefix(2) == [Color(0x1A6378), Color(0xA8501A)])
    #expect(theme.series[0].color == Color(0x2F5A9A))
    #expect(theme.series[0].symbol == Theme.light.series[0].symbol)
    #expect(branding.darkTheme.ground == Color(0x101418))
    #expect(branding.darkTheme.series == Theme.dark.series)
  }

  @Test func `nothing said is the program's own`() throws {
    let (branding, diagnostics) = try read("font:\nsides: []")
    #expect(branding.lightTheme == .light)
    #expect(branding.darkTheme == .dark)
    #expect(diagnostics.isEmpty)
  }

  @Test func `a pair that can't be told apart is named with its place`() throws {
    let found = try failure("domains:\n  political: 3460A0\n  defence: 3A66A2")
    #expect(found.id == "settings/theme-unreadable")
    #expect(found.message.hasPrefix("“political” (#3460A0) and “defence” (#3A66A2) can't be told"))
    let place = try #require(found.place)
    let position = place.text.position(of: place.span.start)
    #expect(position.line == 4)
    #expect(position.column == 14)
  }

  @Test func `a colour of the program's own may be the other one`() throws {
    let found = try failure("domains: {culture: 3460A0}")
    #expect(found.message.contains("“political” (#3460A0, the program's own)"))
    #expect(found.place != nil)
  }

  @Test func `pale text is named with its contrast`() throws {
    let found = try failure("secondary: 9A9A9A")
    #expect(
      found.message
        == "“secondary” (#9A9A9A) stands out too little from white paper: contrast 2.8, "
        + "at least 4.5 is needed")
  }

  @Test(arguments: ["dark: {ink: 333333}", "dark: {ground: F0F0F0}"])
  func `dark slides are checked against their ground`(_ lines: String) throws {
    #expect(try failure(lines).message.contains("from the dark ground"))
  }

  @Test(arguments: [
    "ink: blue", "ink: 12345", "ink: 1234567", "sides: [1A7378]", "font: Comic Sans",
    "domains: {politics: 3460A0}", "domains: [3460A0]", "dark: 3",
  ])
  func `what can't be meant is an error with its place`(_ lines: String) throws {
    let found = try failure(lines)
    #expect(found.id == "settings/wrong-value")
    #expect(found.place != nil)
  }

  @Test func `an unknown name is a warning`() throws {
    let (_, diagnostics) = try read("colour: 3460A0")
    #expect(diagnostics.map(\.id) == ["settings/unknown-name"])
  }
}
