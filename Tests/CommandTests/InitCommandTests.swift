import Glibc
import Scratch
import Testing

@Suite struct `briefing init` {
  @Test func `writes a file to fill in, once`() {
    let folder = seeded()
    let run = Command.run(["init"], in: folder)
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("seeds/briefing.yaml written"))
    folder.write("seeds/briefing.yaml", "paper: letter\n")
    #expect(Command.run(["init"], in: folder).output.contains("stays as it is"))
    #expect(folder.text("seeds/briefing.yaml") == "paper: letter\n")
  }

  @Test func `changes no page by itself`() {
    let folder = seeded()
    _ = Command.run(["build", "--no-png", "--output", "before"], in: folder)
    _ = Command.run(["init"], in: folder)
    let run = Command.run(["build", "--no-png", "--output", "after"], in: folder)
    #expect(run.status == 0)
    #expect(folder.bytes("before/events.json") == folder.bytes("after/events.json"))
  }
}

@Suite struct `what a person fills in` {
  private let filled = """
    marking: Restricted
    meeting: {occasion: Joint commission, date: 2017-03-01}
    objectives: [Agree on cotton]
    """

  @Test func `marks pages and slides`() throws {
    let folder = seeded()
    folder.write("seeds/briefing.yaml", filled)
    #expect(Command.run(["build", "--no-png"], in: folder).status == 0)
    let slide = try #require(folder.text("Output/charts/counts-by-year.svg"))
    #expect(slide.contains(">RESTRICTED: "))
    #expect(slide.contains(">RESTRICTED</text>"))
  }

  @Test func `is left out of what is shared`() throws {
    let folder = seeded()
    folder.write("seeds/briefing.yaml", filled)
    #expect(Command.run(["--no-png", "--output", "all"], in: folder).status == 0)
    #expect(Command.run(["--no-png", "--shareable", "--output", "some"], in: folder).status == 0)
    let words = { (name: String) in pdfText(folder.path(name)) }
    guard let all = words("all/briefing.pdf"), let some = words("some/briefing.pdf") else { return }
    #expect(all.contains("Agree on cotton") && all.contains("Joint commission"))
    for part in [
      "cotton", "Joint commission", "Our objectives", "day of the meeting", "the day asked for",
      "1 March 2017", "no meeting",
    ] {
      #expect(!some.contains(part), "\(part)")
    }
    #expect(some.contains("RESTRICTED"))
  }

  @Test func `may not be marked lower than a source`() {
    let folder = seeded()
    folder.write("seeds/note.md", "---\nclassification: Secret\n---\n# Note\n\nText of 2016.\n")
    folder.write("seeds/briefing.yaml", "marking: Official\n")
    let run = Command.run(["build", "--no-png"], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("seeds/briefing.yaml:1:10"))
    #expect(run.errors.contains("settings/marking-too-low"))
    #expect(folder.names("Output").isEmpty)
  }
}

/// The words of a PDF; nil where poppler is not installed.
func pdfText(_ path: String) -> String? {
  guard let pipe = popen("pdftotext '\(path)' - 2>/dev/null", "r") else { return nil }
  var result: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 4096)
  while case let count = fread(&buffer, 1, buffer.count, pipe), count > 0 {
    result += buffer.prefix(count)
  }
  return pclose(pipe) == 0 ? String(decoding: result, as: UTF8.self) : nil
}
