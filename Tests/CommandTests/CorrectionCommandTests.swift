import Chronicle
import Chronology
import Scratch
import Testing

@Suite struct `decisions by hand` {
  private let signed = ["--by", "Desk officer", "--why", "A misprint of the source"]

  private func events(_ folder: ScratchFolder, _ more: [String] = []) throws -> [Event] {
    let run = Command.run(["events", "--format", "json"] + more, in: folder)
    return try LedgerJSON.read(Array(run.output.utf8)).events
  }

  private func visit(_ folder: ScratchFolder) throws -> Event {
    try #require(try events(folder).first { $0.content.type == .visit && $0.content.date != nil })
  }

  @Test func `are written, applied, explained and printed`() throws {
    let folder = seeded()
    let id = try visit(folder).id
    let run = Command.run(["correct", id, "--date", "1990-02"] + signed, in: folder)
    #expect((run.status, run.errors) == (0, ""))
    #expect(run.output.hasPrefix("seeds/corrections.yaml written"))
    let event = try #require(try events(folder).first { $0.id == id })
    #expect(event.content.date?.description == "1990-02")
    #expect(event.content.flags.contains("corrected"))
    let why = Command.run(["explain", id], in: folder).output
    #expect(why.contains("correction: date 1990-02, was "))
    #expect(why.contains("Desk officer: A misprint of the source"))
    #expect(Command.run(["build", "--no-png"], in: folder).status == 0)
    if let words = pdfText(folder.path("Output/briefing.pdf")) {
      #expect(words.contains("Decided by hand") && words.contains("A misprint of the source"))
    }
  }

  @Test func `are written once`() throws {
    let folder = seeded()
    let arguments = ["drop", try visit(folder).id] + signed
    #expect(Command.run(arguments, in: folder).output.contains("written"))
    let text = folder.text("seeds/corrections.yaml")
    let again = Command.run(
      ["add", "Envoy arrives", "--date", "2014-05-06"] + signed, in: folder)
    #expect(again.status == 0)
    let both = folder.text("seeds/corrections.yaml")
    #expect(both?.hasPrefix(text ?? "-") == true)
    let third = Command.run(["add", "Envoy arrives", "--date", "2014-05-06"] + signed, in: folder)
    #expect(third.output.contains("says so already"))
    #expect(folder.text("seeds/corrections.yaml") == both)
  }

  @Test func `say who and why to nobody else`() throws {
    let folder = seeded()
    let id = try visit(folder).id
    _ = Command.run(["correct", id, "--date", "1990-02"] + signed, in: folder)
    _ = Command.run(["add", "Envoy arrives", "--date", "2014-05-06"] + signed, in: folder)
    let run = Command.run(["build", "--no-png", "--shareable"], in: folder)
    #expect(run.status == 0)
    for name in ["events.json", "events.csv", "diagnostics.txt", "edition.json"] {
      let text = try #require(folder.text("Output/\(name)"))
      #expect(!text.contains("Desk officer") && !text.contains("A misprint"), "\(name)")
    }
    #expect(folder.text("Output/events.json")?.contains("1990-02") == true)
    guard let words = pdfText(folder.path("Output/briefing.pdf")) else { return }
    #expect(!words.contains("Desk officer") && !words.contains("A misprint"))
    #expect(words.contains("not as the documents alone give them"))
    #expect(words.contains("by hand"))
  }

  @Test func `that fit no event are not written`() throws {
    let folder = seeded()
    let unknown = Command.run(["drop", "0000000"] + signed, in: folder)
    #expect(unknown.status == 1)
    let wrong = Command.run(
      ["correct", try visit(folder).id, "--type", "vist"] + signed, in: folder)
    #expect(wrong.status == 1)
    #expect(wrong.errors.contains("did you mean visit?"))
    #expect(!folder.names("seeds").contains("corrections.yaml"))
  }

  @Test func `whose event is gone are warned about`() throws {
    let folder = seeded()
    folder.write(
      "seeds/corrections.yaml", "- drop: 0000000  # gone\n  by: Desk\n  why: So\n")
    let run = Command.run(["build", "--no-png"], in: folder)
    #expect(run.status == 0)
    #expect(run.errors.contains("corrections/unknown-event"))
    #expect(run.errors.contains("seeds/corrections.yaml:1:9"))
    #expect(Command.run(["build", "--no-png", "--strict"], in: folder).status == 1)
    // Another decision can still be made.
    let added = Command.run(["add", "Envoy arrives", "--quiet"] + signed, in: folder)
    #expect((added.status, added.output) == (0, ""))
    #expect(folder.text("seeds/corrections.yaml")?.contains("- add: Envoy arrives") == true)
  }

  @Test func `hold for the seeds alone`() throws {
    let folder = seeded()
    let id = try visit(folder).id
    _ = Command.run(["drop", id] + signed, in: folder)
    #expect(try !events(folder).contains { $0.id == id })
    #expect(try events(folder, ["seeds/article.txt"]).contains { $0.id == id })
    #expect(
      try !events(folder, ["seeds/article.txt", "--seeds", "seeds"]).contains { $0.id == id })
    let why = Command.run(["explain", id], in: folder)
    #expect(why.output.contains("dropped by hand; Desk officer"))
  }

  @Test func `that can't be read stop the run with their place`() {
    let folder = seeded()
    folder.write("seeds/corrections.yaml", "- drp: 0000000\n  by: Desk\n  why: So\n")
    let run = Command.run(["build", "--no-png"], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("seeds/corrections.yaml:1:3"))
    #expect(run.errors.contains("did you mean “drop”?"))
    #expect(folder.names("Output").isEmpty)
  }
}
