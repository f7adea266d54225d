import Scratch
import Testing

@Suite struct `briefing diff` {
  /// Made fast.
  private let card = ["--no-png", "--form", "card"]

  /// The folder with an edition in `before` and another, of other seeds, in `after`.
  private func editions(_ change: (ScratchFolder) -> Void) -> ScratchFolder {
    let folder = seeded()
    _ = Command.run(["build"] + card + ["--output", "before"], in: folder)
    change(folder)
    _ = Command.run(
      ["build"] + card + ["--output", "after", "--baseline", "before/edition.json"], in: folder)
    return folder
  }

  @Test func `says that nothing changed`() {
    let folder = editions { _ in }
    let run = Command.run(["diff", "before", "after"], in: folder)
    #expect(run.status == 0)
    #expect(
      run.output == """
        before (edition 1, as of 2017-01-16) → after (edition 1, as of 2017-01-16)
        Nothing changed.

        """)
    #expect(run.errors.isEmpty)
  }

  @Test func `names events that are new, gone and otherwise`() {
    let folder = editions { folder in
      folder.write(
        "seeds/article.txt",
        article.split(separator: "President").joined(separator: "Prime Minister")
          .split(separator: "12 March 2015").joined(separator: "13 March 2015"))
      folder.write(
        "seeds/second.txt",
        """
        Relations of Pakistan and Azerbaijan

        Baku, 10 January 2017

        President Ilham Aliyev visited Islamabad on 11 April 2005.

        """)
    }
    let output = Command.run(["diff", "before", "after"], in: folder).output
    #expect(output.contains("\nSeeds: 1 added, 1 changed\n  + seeds/second.txt\n"))
    #expect(output.contains("  ~ seeds/article.txt\n"))
    #expect(output.contains("+  2005-04-11  President Aliyev visits Islamabad"))
    #expect(output.contains("Counted: 3 → 4\n  political: 2 → 3\n"))
  }

  @Test func `names the fields of an event that are otherwise`() {
    let folder = editions { folder in
      folder.write(
        "seeds/second.txt",
        """
        Relations of Pakistan and Azerbaijan

        Baku, 10 January 2017

        On 8 July 2004 President Pervez Musharraf visited Azerbaijan.

        """)
    }
    let output = Command.run(["diff", "before", "after"], in: folder).output
    #expect(output.contains("\nEvents: 1 changed, 2 as before\n"))
    #expect(output.contains("      sentences: 1 → 2\n"))
  }

  @Test func `takes an event that only moved as it was before`() {
    let folder = editions { $0.write("seeds/article.txt", "Our Relations\n\n" + article) }
    let output = Command.run(["diff", "before", "after"], in: folder).output
    #expect(output.contains("Seeds: 1 changed"))
    #expect(!output.contains("Events:"))
  }

  @Test func `says what was decided by hand`() throws {
    let folder = seeded()
    _ = Command.run(["build"] + card + ["--output", "before"], in: folder)
    let table = Command.run(["events"], in: folder).output
    let row = try #require(table.split(separator: "\n").first { $0.contains("2004-07-08") })
    let id = try #require(row.split(separator: " ").dropLast().last)
    let words = ["correct", String(id), "--date", "2004-07-09", "--by", "Desk", "--why", "Note"]
    #expect(Command.run(words, in: folder).status == 0)
    _ = Command.run(["build"] + card + ["--output", "after"], in: folder)
    let output = Command.run(["diff", "before", "after"], in: folder).output
    #expect(output.contains("  + seeds/corrections.yaml\n"))
    #expect(output.contains("      date: 2004-07-08 → 2004-07-09\n"))
    #expect(output.contains("      flags: none → corrected\n"))
  }

  @Test func `knows ids alone where no events lie beside an edition`() {
    let folder = editions { folder in
      folder.write("seeds/article.txt", article + "They signed a treaty on 3 May 2016.\n")
    }
    let run = Command.run(
      ["diff", "only.json", "after"], in: folder,
      shell: #"cp before/edition.json only.json; "$@""#)
    #expect(run.status == 0)
    #expect(run.output.contains("only.json (edition 1, as of 2017-01-16) → after (edition 2"))
    #expect(run.output.contains("+  2016-05-03"))
    #expect(
      run.errors.contains(
        "warning: no events.json of this edition lies beside it [diff/no-events]\n --> only.json\n")
    )
  }

  @Test(arguments: ["nowhere", "seeds/article.txt", "seeds"])
  func `fails where there is no edition`(path: String) {
    let run = Command.run(["diff", path, "after"], in: seeded())
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains(" --> \(path)"))
  }
}
