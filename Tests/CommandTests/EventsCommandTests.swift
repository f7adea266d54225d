import Chronicle
import Chronology
import Scratch
import Testing

@Suite struct `briefing events` {
  @Test func `prints what Output/events.json holds`() {
    let folder = seeded()
    _ = Command.run(["--no-png"], in: folder)
    let run = Command.run(["events", "--format", "json"], in: folder)
    #expect(run.status == 0)
    #expect(run.output == folder.text("Output/events.json"))
    for format in ["csv", "ics"] {
      let run = Command.run(["events", "--format", format], in: folder)
      #expect(run.output == folder.text("Output/events.\(format)"))
    }
  }

  @Test func `as a table has a line an event`() {
    let lines = Command.run(["events"], in: seeded()).output.split(separator: "\n")
    #expect(lines.first?.hasPrefix("DATE") == true)
    #expect(lines.contains { $0.hasPrefix("2004-07-08 ") && $0.contains("seeds/article.txt:5") })
  }

  @Test func `of a path applies nothing of the seeds folder`() throws {
    let folder = seeded()
    folder.write("seeds/briefing.yaml", "as_of: 2018-01-01\n")
    folder.write("other.txt", article)
    let alone = Command.run(["events", "other.txt", "--format", "json"], in: folder)
    #expect(try LedgerJSON.read(Array(alone.output.utf8)).asOf?.year != 2018)
    let both = Command.run(
      ["events", "other.txt", "--seeds", "seeds", "--format", "json"], in: folder)
    #expect(try LedgerJSON.read(Array(both.output.utf8)).asOf?.year == 2018)
  }
}

@Suite struct `briefing events --batch` {
  private func answers(_ input: String) throws -> [JSON] {
    let run = Command.run(["events", "--batch"], in: ScratchFolder(), input: input)
    #expect(run.status == 0)
    #expect(run.errors.isEmpty)
    return try run.output.split(separator: "\n").map { try JSON.read($0.utf8) }
  }

  @Test func `answers each line, in order, and goes on after a bad one`() throws {
    let answers = try answers(
      """
      {"id": "a", "text": "President Musharraf visited Baku on 3 May 2005."}
      nonsense

      {"id": 2}
      {"id": 3, "text": "Nothing.", "path": "x.txt", "date": null}
      {"text": "x"}
      {"id": [], "text": "x"}
      {"id": 4, "text": "x", "date": "May"}
      """)
    #expect(answers.map { $0["id"] } == ["a", nil, 2, 3, nil, nil, 4])
    #expect(answers.map { $0["error"] != nil } == [false, true, true, false, true, true, true])
    #expect(answers[0]["events"]?.elements?.first?["date"] == "2005-05-03")
    #expect(answers[3]["events"] == [])
  }

  @Test func `says nothing where nothing is asked`() throws { #expect(try answers("").isEmpty) }

  @Test func `gives the same answer to the same line`() throws {
    let line = #"{"id":1,"text":"Pakistan and Azerbaijan signed an agreement on 12 March 2015."}"#
    let answers = try answers(Array(repeating: line, count: 50).joined(separator: "\n") + "\n")
    #expect(answers.count == 50)
    #expect(answers.allSatisfy { $0 == answers[0] })
  }
}

@Suite struct `briefing explain` {
  @Test func `shows the sentence and its rules, also for the first letters of an id`() throws {
    let folder = seeded()
    let table = Command.run(["events"], in: folder).output.split(separator: "\n")
    let line = try #require(table.first { $0.hasPrefix("2004-07-08") })
    let words = line.split(separator: " ")
    let id = String(words[words.count - 2])
    let run = Command.run(["explain", id], in: folder)
    #expect(run.status == 0)
    #expect(run.output.contains("seeds/article.txt:5"))
    #expect(run.output.contains("visited Azerbaijan"))
    #expect(run.output.contains("rules: "))
    #expect(Command.run(["explain", String(id.prefix(5))], in: folder).output == run.output)
  }
}

@Suite struct `briefing --help` {
  @Test(arguments: [[], ["build"], ["events"], ["dates"], ["explain"]])
  func `teaches`(_ command: [String]) {
    let run = Command.run(command + ["--help"], in: ScratchFolder())
    #expect(run.status == 0)
    #expect(run.output.contains("briefing"))
    #expect(run.output.contains("USAGE:"))
    #expect(run.errors.isEmpty)
  }
}
