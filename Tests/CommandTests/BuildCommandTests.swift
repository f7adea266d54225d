import Chronicle
import Chronology
import Diagnostics
import Glibc
import Matterhorn
import Scratch
import Testing

/// A small document with dated and undated deeds.
let article = """
  Relations of Pakistan and Azerbaijan

  Islamabad, 16 January 2017

  Diplomatic relations between Pakistan and Azerbaijan were established on 9 June 1992. \
  President Pervez Musharraf visited Azerbaijan on 8 July 2004. \
  Pakistan and Azerbaijan signed an agreement on trade in Baku on 12 March 2015.

  """

func seeded(_ text: String = article) -> ScratchFolder {
  let folder = ScratchFolder()
  folder.write("seeds/article.txt", text)
  return folder
}

@Suite struct `briefing build` {
  @Test func `makes the files of the output folder, and says so in one line`() throws {
    let folder = seeded()
    let run = Command.run(["build", "--no-png"], in: folder)
    #expect(run.status == 0)
    #expect(run.output.split(separator: "\n").count == 1)
    #expect(run.output.hasPrefix("Output: "))
    #expect(
      folder.names("Output") == [
        "briefing.pdf", "charts", "diagnostics.txt", "edition.json", "events.csv", "events.ics",
        "events.json",
      ])
    let charts = [
      "balance", "cadence", "counts-by-domain", "counts-by-year-stacked", "counts-by-year",
      "timeline", "visits", "year-by-domain",
    ]
    #expect(
      folder.names("Output/charts") == charts.flatMap { ["\($0).csv", "\($0).svg", "\($0).txt"] })
    #expect(folder.bytes("Output/briefing.pdf")?.starts(with: Array("%PDF-".utf8)) == true)
    let ledger = try LedgerJSON.read(try #require(folder.bytes("Output/events.json")))
    #expect(ledger.events.count >= 2)
    #expect(ledger.documents.map(\.path) == ["seeds/article.txt"])
  }

  @Test(arguments: ["card", "two-pager", "full"], ["en-GB", "ur"])
  func `writes a PDF without a known fault`(form: String, locale: String) throws {
    let folder = seeded()
    folder.write(
      "seeds/briefing.yaml",
      "marking: Official\nobjectives: [One, Two]\nmeeting: {occasion: Talks, date: 2017-03-01}\n")
    #expect(Command.run(["--no-png", "--form", form, "--locale", locale], in: folder).status == 0)
    let bytes = try #require(folder.bytes("Output/briefing.pdf"))
    let found = try Matterhorn(bytes)
    #expect(found.failures == [])
    #expect(found.paints > 100)
  }

  @Test func `makes a document for word processors beside the PDF`() throws {
    let folder = seeded()
    let build = ["build", "--no-png", "--format", "docx"]
    #expect(Command.run(build, in: folder).status == 0)
    let word = try #require(folder.bytes("Output/briefing.docx"))
    #expect(word.prefix(2) == Array("PK".utf8)[...])
    #expect(folder.names("Output").contains("briefing.pdf"))
    #expect(Command.run(build, in: folder).output.contains("up to date"))
  }

  @Test func `removes what it wrote before and this time did not`() {
    let folder = seeded()
    _ = Command.run(["--no-png", "--format", "docx"], in: folder)
    folder.write("Output/other.docx", "mine")
    let run = Command.run(["--no-png"], in: folder)
    #expect(run.output.hasPrefix("Output: 1 of 30 files written, 1 removed: "))
    #expect(!folder.names("Output").contains("briefing.docx"))
    #expect(folder.text("Output/other.docx") == "mine")
  }

  @Test func `keeps what a person changed in its files`() {
    let folder = seeded()
    _ = Command.run(["--no-png", "--format", "docx"], in: folder)
    folder.write("Output/briefing.docx", "edited")
    let again = Command.run(["--no-png", "--format", "docx"], in: folder)
    #expect(again.status == 0)
    #expect(
      again.errors.contains("somebody changed this file since it was written [output/edited]"))
    #expect(folder.text("Output/briefing.edited.docx") == "edited")
    #expect(folder.bytes("Output/briefing.docx")?.prefix(2) == Array("PK".utf8)[...])
    folder.write("Output/briefing.docx", "edited again")
    let without = Command.run(["--no-png"], in: folder)
    #expect(without.errors.contains(" = note: it stays as it is, and is not of this edition\n"))
    #expect(folder.text("Output/briefing.docx") == "edited again")
  }

  @Test func `is what the command does by itself`() {
    let folder = seeded()
    #expect(Command.run([], in: folder).status == 0)
    #expect(folder.names("Output").contains("events.json"))
  }

  @Test func `leaves files that are the same untouched, and others alone`() {
    let folder = seeded()
    _ = Command.run(["--no-png"], in: folder)
    folder.write("Output/notes.txt", "mine")
    let number = folder.number("Output/events.json")
    let run = Command.run(["--no-png"], in: folder)
    #expect(run.output.hasPrefix("Output is up to date"))
    #expect(folder.number("Output/events.json") == number)
    #expect(folder.text("Output/notes.txt") == "mine")
  }

  @Test func `gives the same bytes whatever the surroundings`() {
    let one = seeded()
    let other = seeded()
    _ = Command.run([], in: one)
    _ = Command.run(
      [], in: other,
      environment: [
        "TZ=Pacific/Auckland", "LANG=az_AZ.UTF-8", "LC_ALL=tr_TR.UTF-8", "HOME=/nonexistent",
        "SOURCE_DATE_EPOCH=1", "PATH=/bin",
      ])
    #expect(files(one) == files(other))
    #expect(!files(one).isEmpty)
    for name in files(one) {
      #expect(one.bytes("Output/\(name)") == other.bytes("Output/\(name)"), "\(name)")
    }
  }

  private func files(_ folder: ScratchFolder) -> [String] {
    folder.names("Output").filter { $0 != "charts" }
      + folder.names("Output/charts").map { "charts/\($0)" }
  }

  @Test func `prints with --verbose what diagnostics.txt holds`() {
    let folder = seeded()
    let run = Command.run(["--verbose", "--no-png"], in: folder)
    #expect(run.errors == folder.text("Output/diagnostics.txt"))
    #expect(!run.errors.contains("\u{1B}"))
  }

  @Test func `says nothing with --quiet`() {
    let run = Command.run(["--quiet", "--no-png"], in: seeded())
    #expect(run.status == 0)
    #expect(run.output.isEmpty)
    #expect(run.errors.isEmpty)
  }

  @Test func `fails with --strict where it warned, and made everything`() {
    let folder = seeded()
    let run = Command.run(["--strict", "--no-png"], in: folder)
    #expect(run.errors.contains("[settings/"))
    #expect(run.status == 1)
    #expect(folder.names("Output").contains("events.json"))
  }

  @Test func `takes the day and the parties from briefing.yaml, and from its options first`() throws
  {
    let folder = seeded()
    folder.write("seeds/briefing.yaml", "parties: [AZE, PAK]\nmeeting:\n  date: 2017-03-01\n")
    _ = Command.run(["--no-png"], in: folder)
    let ledger = try LedgerJSON.read(try #require(folder.bytes("Output/events.json")))
    #expect(ledger.asOf?.description == "2017-03-01")
    #expect(ledger.parties == ["AZE", "PAK"])
    let options = ["--parties", "PAK,AZE", "--as-of", "2017-04-01", "--no-png"]
    _ = Command.run(options, in: folder)
    let other = try LedgerJSON.read(try #require(folder.bytes("Output/events.json")))
    #expect(other.asOf?.description == "2017-04-01")
    #expect(other.parties == ["PAK", "AZE"])
  }

  @Test func `counts editions`() {
    let folder = seeded()
    #expect(Command.run(["--no-png"], in: folder).output.contains("edition 1"))
    folder.write("seeds/second.txt", article + "They met on 3 May 2016.\n")
    #expect(Command.run(["--no-png"], in: folder).output.contains("edition 2"))
    #expect(Command.run(["--no-png"], in: folder).output.contains("edition 2"))
    let again = Command.run(["--no-png", "--baseline", "none"], in: folder)
    #expect(again.output.contains("edition 1"))
  }
}
