import Chronicle
import Chronology
import Diagnostics
import Testing

@testable import BriefingKit

@Suite struct `briefing.yaml` {
  private func read(_ text: String) throws -> (settings: Settings, diagnostics: [Diagnostic]) {
    let file = try SettingsFile.read(SourceText(path: "seeds/briefing.yaml", text: text))
    return (file.settings, file.diagnostics)
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
      their_points: [Visas]
      sensitivities:
        - The wording of 2015
      biographies:
        - name: Minister of Energy
          text: In office since 2013.
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
    #expect(settings.meeting.theirPoints == ["Visas"])
    #expect(settings.meeting.sensitivities == ["The wording of 2015"])
    #expect(
      settings.meeting.biographies
        == [Biography(name: "Minister of Energy", text: "In office since 2013.")])
  }

  @Test func `biographies may be lines of name and text`() throws {
    let (settings, _) = try read("marking: x\nbiographies:\n  A B: In office.\n  C D: Retired.\n")
    #expect(settings.meeting.biographies.map(\.name) == ["A B", "C D"])
  }

  @Test func `what init writes has every name and changes nothing`() throws {
    let (settings, diagnostics) = try read(SettingsTemplate.text)
    #expect(settings == Settings())
    #expect(diagnostics.isEmpty)
    for name in SettingsFile.names + SettingsFile.meetingNames {
      #expect(SettingsTemplate.text.contains("\(name):"), "\(name)")
    }
  }

  @Test(arguments: [
    ("objectves: [a]", "did you mean “objectives”?"),
    ("Points to make: [a]", "did you mean “points_to_make”?"),
    ("occasion: visit", "“occasion” stands below “meeting:”"),
    ("meeting:\n  markin: x", "“marking” stands at the left edge"),
    ("meeting:\n  plcae: Baku", "did you mean “place”?"),
    ("colour: red", "known here: as_of"),
  ])
  func `an unknown name brings a suggestion`(_ text: String, _ hint: String) throws {
    let diagnostic = try #require(try read(text).diagnostics.first)
    #expect(diagnostic.id == "settings/unknown-name")
    #expect(diagnostic.hints.first?.hasPrefix(hint) == true, "\(diagnostic.hints)")
  }

  @Test(arguments: [
    ("as_of: 1 March 2017", "did you mean 2017-03-01?"),
    ("as_of: 20170301", "did you mean 2017-03-01?"),
    ("as_of: 01/03/2017", "did you mean 2017-03-01 or 2017-01-03?"),
    ("locale: fr", nil), ("marking: 5", nil), ("objectives: 5", nil), ("objectives: [yes]", nil),
    ("as_of: March 1, 2017", "did you mean 2017-03-01?"),
    ("as_of: 2017/3/1", "did you mean 2017-03-01?"),
    ("as_of: 01.03.2017", "did you mean 2017-03-01?"),
    ("as_of: 3/1/2017", "did you mean 2017-01-03 or 2017-03-01?"),
    ("as_of: 2017-02-30", nil), ("form: two pager", "did you mean two-pager?"),
    ("paper: A4", "did you mean a4?"), ("locale: en-gb", "did you mean en-GB?"),
    ("parties: [PAK, azerbaijan]", "did you mean AZE?"),
    ("parties: [PKA, AZE]", "did you mean PAK?"),
    ("parties: [QQQ, AZE]", nil),
  ])
  func `a value that can't be read brings a suggestion`(_ text: String, _ hint: String?) throws {
    let failure = #expect(throws: Failure.self) { try read(text) }
    let hints = try #require(failure?.diagnostic.hints)
    #expect(hints.count == (hint == nil ? 1 : 2))
    #expect(hint == nil || hints.last == hint)
  }

  @Test func `a person's part is warned about where neither it nor a source has a marking`() throws
  {
    func doubts(_ chosen: String?, _ source: String?) throws -> [String] {
      let document = DocumentRecord(
        id: "S1", path: "seeds/a.txt", title: "A", date: nil, marking: source, sha256: "ab")
      let ledger = Ledger(asOf: nil, parties: [], documents: [document], events: [])
      return try Marking.ofBriefing(chosen, at: nil, isFilled: true, ledger).doubts.map(\.id)
    }
    #expect(try doubts(nil, nil) == ["settings/no-marking"])
    #expect(try doubts(nil, "SECRET").isEmpty)
    #expect(try doubts("Official", nil).isEmpty)
  }

  @Test func `quoted numbers are texts`() throws {
    #expect(try read("marking: \"5\"").settings.marking == "5")
  }

  @Test func `a name that stands twice is shown where it stands again`() throws {
    let failure = #expect(throws: Failure.self) {
      try read("paper: a4\nform: card\npaper: letter\n")
    }
    let place = try #require(failure?.diagnostic.place)
    #expect(place.text.position(of: place.span.start) == Position(line: 3, column: 1))
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
    ("parties: [PAK, AZX]", 1, 16), ("parties: [PKA, AZE]", 1, 11), ("parties: PAK, AZX", 1, 10),
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

@Suite struct `the marking of a briefing` {
  private func ofBriefing(_ chosen: String?, _ sources: [String?]) throws
    -> (words: String?, doubts: [Diagnostic])
  {
    let documents = sources.enumerated().map { index, marking in
      DocumentRecord(
        id: "S\(index + 1)", path: "seeds/\(index).txt", title: "", marking: marking, sha256: "")
    }
    let ledger = Ledger(asOf: nil, parties: [], documents: documents, events: [])
    return try Marking.ofBriefing(chosen, at: nil, ledger)
  }

  @Test(arguments: [
    ("OFFICIAL", 1), ("Official – Sensitive", 2), ("Restricted", 2), ("UK SECRET", 4),
    ("Top Secret", 5), ("unclassified", 0), ("Sensitive but unclassified", 2), ("Embargoed", nil),
    ("secretariat", nil),
  ])
  func `has a level`(_ words: String, _ level: Int?) {
    #expect(Marking(words: words).level == level)
  }

  @Test func `is the highest of its sources where none is chosen`() throws {
    #expect(try ofBriefing(nil, [nil, "Official", "Secret", "Restricted"]).words == "Secret")
    #expect(try ofBriefing(nil, [nil]).words == nil)
  }

  @Test func `may be higher, and not lower than a source's`() throws {
    #expect(try ofBriefing("Secret", ["Official"]).words == "Secret")
    let failure = #expect(throws: Failure.self) { try ofBriefing("Official", ["Secret"]) }
    #expect(failure?.diagnostic.id == "settings/marking-too-low")
  }

  @Test func `is doubted where it can't be compared`() throws {
    let (words, doubts) = try ofBriefing("Embargoed", ["Official"])
    #expect(words == "Embargoed")
    #expect(doubts.map(\.id) == ["settings/marking-unknown"])
  }
}
