import Chronicle
import Scratch
import Testing

@Suite struct `briefing dates` {
  private func folder(_ text: String) -> ScratchFolder {
    let folder = ScratchFolder()
    folder.write("note.txt", text)
    return folder
  }

  @Test func `prints place, value and words of each date`() {
    let run = Command.run(
      ["dates", "note.txt"], in: folder("Baku, 16 January 2017\n\nThey met from 3-5 May, 2014.\n"))
    #expect(run.status == 0)
    #expect(
      run.output == """
        PLACE          DATE                   WORDS            NOTES
        note.txt:1:7   2017-01-16             16 January 2017
        note.txt:3:15  2014-05-03/2014-05-05  3-5 May, 2014

        """)
  }

  @Test func `shows rules and steps when asked`() {
    let run = Command.run(
      ["dates", "note.txt", "--reference-date", "2017-01-16", "--verbose"],
      in: folder("He came last year.\n"))
    #expect(run.output.contains("2016"))
    #expect(run.output.contains("counted from the document's date; read as "))
  }

  @Test func `reads standard input for a dash`() {
    let run = Command.run(["dates", "-"], in: ScratchFolder(), input: "In May 2005 they met.\n")
    #expect(run.output.contains("-:1:4"))
    #expect(run.output.contains("2005-05"))
  }

  @Test func `without a path reads the seeds`() {
    let run = Command.run(["dates"], in: seeded())
    #expect(run.status == 0)
    #expect(run.output.contains("seeds/article.txt:5"))
  }

  @Test func `as JSON gives one line a document`() throws {
    let run = Command.run(["dates", "note.txt", "--format", "json"], in: folder("In May 2005.\n"))
    let json = try JSON.read(run.output.utf8)
    #expect(json["id"] == "note.txt")
    #expect(json["dates"]?.elements?.first?["edtf"] == "2005-05")
  }

  @Test func `takes the order of numeric dates from the text's clear ones`() {
    let text = folder("It opened on 3/4/2015 and closed on 4/25/2015.\n")
    #expect(Command.run(["dates", "note.txt"], in: text).output.contains("2015-03-04"))
  }

  @Test func `flags a numeric date that can be read both ways`() {
    let run = Command.run(["dates", "note.txt"], in: folder("It opened on 3/4/2015.\n"))
    #expect(run.output.contains("ambiguous_order"))
  }

  @Test func `tells news from a narrative by itself, and says so`() {
    let news = "Baku, 16 January 2017\n\nThe minister said on Friday that talks begin in March.\n"
    let history = "In June 1918 they met. In September they parted.\n"
    let arguments = ["dates", "note.txt", "--verbose", "--reference-date", "2017-01-16"]
    #expect(Command.run(arguments, in: folder(news)).output.contains("2017-01-13"))
    #expect(Command.run(arguments, in: folder(news)).output.contains("read as news"))
    let told = Command.run(arguments, in: folder(history)).output
    #expect(told.contains("1918-09"))
    #expect(told.contains("read as narrative"))
    let forced = Command.run(arguments + ["--mode", "news"], in: folder(history)).output
    #expect(forced.contains("read as news"))
  }

  @Test func `reads a whole string as a catalogue's statement`() {
    let run = Command.run(
      ["dates", "note.txt", "--mode", "catalogue"], in: folder("before c. 1928, printed 1960\n"))
    #expect(run.output.contains("../1928~"))
    #expect(!run.output.contains("1960"))
  }

  /// A seeds folder with a rule file of the user's own.
  private func seeds(rules: String) -> ScratchFolder {
    let folder = ScratchFolder()
    folder.write("seeds/note.txt", "Baku, 16 January 2017\n\nThey met at the 1918 solstice.\n")
    folder.write("seeds/lexicon/own.rules", rules)
    return folder
  }

  @Test func `reads with the user's own rules`() {
    let run = Command.run(
      ["dates", "--verbose"],
      in: seeds(
        rules: """
          rule own/solstice
            pattern (the)? y=@year solstice
            make date m=6 d=21
          """))
    #expect(run.status == 0)
    #expect(run.output.contains("1918-06-21"))
    #expect(run.output.contains("own/solstice"))
  }

  @Test(arguments: [
    ("pattern (the y=@year\n  make date", "own.rules:2:"),
    ("pattern y=@yeer\n  make date", "own.rules:2:"),
    ("pattern y=@year\n  make dinner", "own.rules:1:"),
  ])
  func `names the line of the user's rules that is wrong`(_ body: String, _ place: String) {
    let run = Command.run(["dates"], in: seeds(rules: "rule own/bad\n  " + body + "\n"))
    #expect(run.status == 1)
    #expect(run.errors.contains(place))
  }

  @Test func `reads with the user's own words`() {
    let folder = seeds(rules: "")
    folder.write("seeds/note.txt", "Baku, 16 January 2017\n\nThey met at Nauryz 2015.\n")
    folder.write("seeds/lexicon/time.tsv", "# own\nfeast\t3-21\tnauryz|nawrız\n")
    #expect(Command.run(["dates"], in: folder).output.contains("2015-03-21"))
    folder.write("seeds/lexicon/time.tsv", "feast\t3-21\tnauryz\nfest\t3-21\tx\n")
    let run = Command.run(["dates"], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("time.tsv:2:"))
  }

  @Test func `takes the order of numeric dates from the locale`() {
    let folder = folder("It opened on 3/4/2015.\n")
    #expect(Command.run(["dates", "note.txt"], in: folder).output.contains("2015-04-03"))
    let american = Command.run(["dates", "note.txt", "--locale", "en-US"], in: folder)
    #expect(american.output.contains("2015-03-04"))
  }

  @Test(arguments: [
    ["nowhere.txt"], ["note.txt", "--reference-date", "soon"], ["note.txt", "--locale", "xx"],
    ["note.txt", "--mode", "loud"], ["note.txt", "--batch"],
  ])
  func `names what is wrong with its arguments`(_ arguments: [String]) {
    let run = Command.run(["dates"] + arguments, in: folder("In May 2005.\n"))
    #expect(run.status == (arguments == ["nowhere.txt"] ? 1 : 2))
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(arguments.last ?? ""))
  }
}

@Suite struct `briefing dates --batch` {
  private func answers(_ input: String, _ arguments: [String] = []) throws -> [JSON] {
    let run = Command.run(["dates", "--batch"] + arguments, in: ScratchFolder(), input: input)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    return try run.output.split(separator: "\n").map { try JSON.read($0.utf8) }
  }

  @Test func `answers each line, in order, and goes on after a bad one`() throws {
    let answers = try answers(
      """
      {"id": "a", "text": "They met on 3 May 2005."}
      {broken
      {"id": 2, "text": 5}

      {"text": "x"}
      {"id": {}, "text": "x"}
      {"id": 3, "text": "x", "reference_date": "Monday"}
      {"id": 4, "text": "x", "reference_date": 2017}
      {"id": 5, "text": "Nothing.", "reference_date": null}
      {"id": 6, "text": ""}
      """)
    #expect(answers.map { $0["id"] } == ["a", nil, 2, nil, nil, 3, 4, 5, 6])
    #expect(
      answers.map { $0["error"] != nil } == [
        false, true, true, true, true, true, true, false, false,
      ])
    #expect(answers[0]["dates"]?.elements?.first?["edtf"] == "2005-05-03")
    #expect(answers[7]["dates"] == [])
  }

  @Test func `counts offsets in Unicode scalars`() throws {
    let line = #"{"id":1,"text":"Ə\u0301 🇦🇿 – «May» 2005: in June 1992\r\nand on 3 May 2005"}"#
    let dates = try #require(answers(line)[0]["dates"]?.elements)
    let scalars = Array("Ə\u{301} 🇦🇿 – «May» 2005: in June 1992\r\nand on 3 May 2005".unicodeScalars)
    for date in dates {
      guard case .integer(let start)? = date["start"], case .integer(let end)? = date["end"] else {
        Issue.record("no offsets")
        continue
      }
      #expect(String(String.UnicodeScalarView(scalars[start..<end])) == date["text"]?.text)
    }
    #expect(dates.last?["text"] == "3 May 2005")
  }

  @Test func `counts from the reference date of the line, else of the option`() throws {
    let answers = try answers(
      """
      {"id": 1, "text": "They met yesterday.", "reference_date": "2017-01-16"}
      {"id": 2, "text": "They met yesterday."}
      """, ["--reference-date", "2015-05-01"])
    #expect(
      answers.map { $0["dates"]?.elements?.first?["edtf"] } == ["2017-01-15", "2015-04-30"])
  }

  @Test func `tells the value of the words from that with their preposition`() throws {
    let answers = try answers(#"{"id":1,"text":"They have met since 1993."}"#)
    let date = try #require(answers[0]["dates"]?.elements?.first)
    #expect(date["text"] == "1993")
    #expect(date["edtf"] == "1993")
    #expect(date["relation"] == "since")
    #expect(date["value"] == "1993/..")
  }

  @Test func `reads with the user's own rules where their folder is named`() throws {
    let folder = ScratchFolder()
    folder.write(
      "desk/lexicon/own.rules",
      "rule own/solstice\n  pattern (the)? y=@year solstice\n  make date m=6 d=21\n")
    let line = #"{"id":1,"text":"They met at the 1918 solstice."}"#
    let own = Command.run(["dates", "--batch", "--seeds", "desk"], in: folder, input: line)
    #expect(own.output.contains("1918-06-21"))
    let alone = Command.run(["dates", "--batch"], in: folder, input: line)
    #expect(!alone.output.contains("1918-06-21"))
  }
}
