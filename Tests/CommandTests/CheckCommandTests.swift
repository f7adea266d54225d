import Scratch
import Testing

@Suite struct `briefing check` {
  /// Made fast.
  private let card = ["--no-png", "--form", "card"]

  @Test func `says that nothing was built yet`() {
    let run = Command.run(["check"], in: seeded())
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("error: there is no edition that can be read [output/none]\n"))
    #expect(run.errors.contains(" = hint: run briefing build\n"))
  }

  @Test func `without options says in one line that all is as it was built`() {
    let folder = seeded()
    _ = Command.run(["build", "--paper", "letter", "--as-of", "2017-03-01"] + card, in: folder)
    let run = Command.run(["check"], in: folder)
    #expect(run.status == 0)
    #expect(run.output == "Output is up to date (30 files): 3 events from 1 document, edition 1\n")
  }

  @Test func `names the seeds that changed, and writes nothing`() {
    let folder = seeded()
    _ = Command.run(["build"] + card, in: folder)
    let before = folder.bytes("Output/edition.json")
    folder.write("seeds/article.txt", article + "The two signed a treaty on 3 May 2016.\n")
    folder.write("seeds/second.txt", article)
    let run = Command.run(["check"] + card + ["--quiet"], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("files are not what the seeds give [output/stale]\n"))
    #expect(run.errors.contains(" = note: new since: seeds/second.txt\n"))
    #expect(run.errors.contains(" = note: changed since: seeds/article.txt\n"))
    #expect(folder.bytes("Output/edition.json") == before)
  }

  @Test func `tells files that are missing, changed by hand or left over apart`() {
    let folder = seeded()
    _ = Command.run(["build"] + card + ["--format", "docx"], in: folder)
    folder.write("Output/events.csv", "mine")
    let shell = #"rm Output/charts/visits.txt; "$@""#
    let run = Command.run(["check"] + card, in: folder, shell: shell)
    #expect(run.status == 1)
    #expect(run.errors.contains(" = note: missing: charts/visits.txt\n"))
    #expect(run.errors.contains(" = note: changed by hand: events.csv\n"))
    #expect(run.errors.contains(" = note: left from an earlier run: briefing.docx\n"))
  }

  @Test func `fails where the seeds can't be read`() {
    let folder = seeded()
    folder.write("seeds/briefing.yaml", "paper: [a4\n")
    let run = Command.run(["check"], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("seeds/briefing.yaml"))
  }

  @Test func `fails with --strict where there is a warning`() {
    let folder = seeded()
    _ = Command.run(["build"] + card, in: folder)
    #expect(Command.run(["check"] + card + ["--strict"], in: folder).status == 1)
    let day = ["--as-of", "2017-03-01"]
    _ = Command.run(["build"] + card + day, in: folder)
    #expect(Command.run(["check"] + card + ["--strict"] + day, in: folder).status == 0)
  }
}
