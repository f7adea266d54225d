import Chronology
import Diagnostics
import Testing

@testable import BriefingKit

@Suite struct `briefing.yaml` {
  private func read(_ text: String) throws -> (settings: Settings, diagnostics: [Diagnostic]) {
    try SettingsFile.read(SourceText(path: "seeds/briefing.yaml", text: text))
  }

  @Test func `all of it`() throws {
    let (settings, diagnostics) = try read(
      """
      as_of: 2017-02-01
      parties: [PAK, AZE]
      form: two-pager   # page 1 and the timeline
      paper: letter
      locale: en-US
      marking: Official – sensitive
      meeting:
        occasion: "Joint commission: 7th session"
        date: 2017-03-01
        place: Bakı
        our_principal: Minister
        their_principal:
      objectives:
        - Direct flights
        - "More students, sooner"
      points_to_make: One point
      points_to_avoid: []
      """)
    #expect(diagnostics.isEmpty)
    #expect(settings.asOf == Day(year: 2017, month: 2, day: 1))
    #expect(settings.parties == ["PAK", "AZE"])
    #expect(settings.form == .twoPager)
    #expect(settings.paper == .letter)
    #expect(settings.locale == "en-US")
    #expect(settings.marking == "Official – sensitive")
    #expect(settings.meeting.occasion == "Joint commission: 7th session")
    #expect(settings.meeting.date == Day(year: 2017, month: 3, day: 1))
    #expect(settings.meeting.place == "Bakı")
    #expect(settings.meeting.theirPrincipal == nil)
    #expect(settings.meeting.objectives == ["Direct flights", "More students, sooner"])
    #expect(settings.meeting.pointsToMake == ["One point"])
    #expect(settings.meeting.pointsToAvoid.isEmpty)
  }

  @Test(arguments: ["", "# nothing yet\n", "---\n", "meeting:\n  date:\n", "parties: ~\n"])
  func `what is not filled in changes nothing`(_ text: String) throws {
    #expect(try read(text).settings == Settings())
  }

  @Test func `an unknown name is a warning at its place`() throws {
    let (_, diagnostics) = try read("paper: a4\nPäper: a4\n")
    #expect(diagnostics.map(\.id) == ["settings/unknown-name"])
    let place = try #require(diagnostics.first?.place)
    #expect(place.text.position(of: place.span.start) == Position(line: 2, column: 1))
    #expect(place.text.string(place.span) == "Päper")
  }

  @Test(arguments: [
    ("as_of: 2017-02-30", 1, 8), ("as_of: 2017", 1, 8), ("form: long", 1, 7),
    ("parties: [PAK]", 1, 10), ("parties: [PAK, PAK]", 1, 10), ("parties: Pakistan", 1, 10),
    ("\nmeeting: yes", 2, 10), ("locale: xx-YY", 1, 9), ("- a", 1, 1), ("marking: {a: b}", 1, 10),
  ])
  func `a value that can't be meant is an error at its place`(
    _ text: String, _ line: Int, _ column: Int
  ) throws {
    let failure = #expect(throws: Failure.self) { try read(text) }
    let diagnostic = try #require(failure?.diagnostic)
    #expect(diagnostic.id == "settings/wrong-value")
    let place = try #require(diagnostic.place)
    #expect(place.text.position(of: place.span.start) == Position(line: line, column: column))
  }

  @Test(arguments: [
    "a: [", "a: b: c", "\tx: y", "a: 1\na: 2", "? [a]\n: 1", "a: \u{7}", "a: !x 1", "a: !x [1]",
    "a: !x {b: 1}", "a: [&x 1]", "a: &x [1]",
    "a: &x {b: 1}", "&x a: 1", "*x", "a: &x 1\nb: *x", "a: !!int 1", "a: 1\n---\nb: 2",
    "@", "a: \"", String(repeating: "[", count: 1000),
  ])
  func `what is no YAML, or more of it than is needed, is refused`(_ text: String) {
    let failure = #expect(throws: Failure.self) { try read(text) }
    #expect(failure?.diagnostic.id == "yaml/malformed")
    #expect(failure?.diagnostic.place != nil)
  }
}
