import Glibc
import Scratch
import Testing

@Suite struct `When something is wrong` {
  @Test func `no seeds folder`() {
    let folder = ScratchFolder()
    let run = Command.run([], in: folder)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.hasPrefix("error: "))
    #expect(run.errors.contains("seeds"))
    #expect(folder.names().isEmpty)
  }

  @Test func `an empty seeds folder`() {
    let folder = ScratchFolder()
    mkdir(folder.path("seeds"), 0o755)
    let run = Command.run([], in: folder)
    #expect(run.status == 1)
    #expect(
      run.errors == """
        error: no documents in this folder [seeds/empty]
         --> seeds
         = hint: put .txt, .md or .html files into it

        """)
    #expect(folder.names() == ["seeds"])
  }

  @Test func `a file that can't be read is named, and the others are read`() {
    let folder = seeded()
    // Not even the superuser reads this one.
    symlink("/proc/self/mem", folder.path("seeds/memory.txt"))
    let run = Command.run(["--no-png", "--as-of", "2017-02-01"], in: folder)
    #expect(run.status == 0)
    #expect(
      run.errors == """
        warning: can't be read: Input/output error [seeds/unreadable]
         --> seeds/memory.txt
         = hint: copy it again from where it came from

        """)
    #expect(folder.text("Output/events.json")?.contains("seeds/memory.txt") == false)
  }

  @Test func `only files that can't be read are no documents`() {
    let folder = ScratchFolder()
    folder.write("seeds/report.pdf", "%PDF-1.7")
    let run = Command.run([], in: folder)
    #expect(run.status == 1)
    #expect(
      run.errors == """
        error: no file in this folder can be read as a document [seeds/empty]
         --> seeds
         = note: seeds/report.pdf was left out: not read: PDF
         = hint: put .txt, .md or .html files into it

        """)
    #expect(folder.names() == ["seeds"])
  }

  @Test func `a file of another kind is named once`() {
    let folder = seeded()
    folder.write("seeds/noise.txt", [0x42, 0, 1, 2, 0xFF, 0, 0])
    let run = Command.run(["--no-png", "--as-of", "2017-02-01"], in: folder)
    #expect(run.status == 0)
    #expect(run.errors.components(of: "warning: ") == 1)
    #expect(
      run.errors.hasPrefix(
        "warning: not read: binary data [document/not-read]\n --> seeds/noise.txt\n"))
  }

  @Test func `a document without a word is a warning`() {
    let folder = seeded()
    folder.write("seeds/empty.txt", "")
    let run = Command.run(["--no-png", "--as-of", "2017-02-01"], in: folder)
    #expect(run.status == 0)
    #expect(
      run.errors == """
        warning: no text in this document [document/empty]
         --> seeds/empty.txt
         = hint: remove the file, or save it again with its text

        """)
  }

  @Test func `bytes that are no UTF-8 are a warning`() {
    let folder = seeded()
    folder.write("seeds/old.txt", Array("Caf".utf8) + [0xE9] + Array(" in Baku, 3 May 2001.".utf8))
    let run = Command.run(["--no-png"], in: folder)
    #expect(run.status == 0)
    #expect(run.errors.contains("seeds/old.txt"))
  }

  @Test func `no events are a warning, and the briefing is made`() {
    let folder = seeded("Nothing at all.\n")
    let run = Command.run([], in: folder)
    #expect(run.status == 0)
    #expect(run.errors.contains("[ledger/empty]"))
    #expect(folder.names("Output").contains("events.json"))
  }

  @Test func `links that go round in a circle are named`() {
    let folder = seeded()
    symlink("b.txt", folder.path("seeds/a.txt"))
    symlink("a.txt", folder.path("seeds/b.txt"))
    let run = Command.run(["--no-png"], in: folder)
    #expect(run.errors.contains("seeds/a.txt"))
    #expect([0, 1].contains(run.status))
  }

  @Test func `a file where the output folder should be stays as it is`() {
    let folder = seeded()
    folder.write("Output", "a file")
    let run = Command.run(["--no-png"], in: folder)
    #expect(run.status == 1)
    #expect(
      run.errors == """
        error: Output is no folder [file/no-folder]
         --> Output
         = hint: move it away, or name another folder

        """)
    #expect(folder.names() == ["Output", "seeds"])
    #expect(folder.text("Output") == "a file")
  }

  @Test func `a link to nowhere is no output folder`() {
    let folder = seeded()
    symlink("nowhere/at-all", folder.path("Output"))
    let run = Command.run(["--no-png"], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("error: Output is a link that leads nowhere [file/no-folder]\n"))
  }

  @Test func `a folder that can't be made is named with what the system says`() {
    let folder = seeded()
    let run = Command.run(["--no-png", "--output", "/proc/nowhere/Output"], in: folder)
    #expect(run.status == 1)
    #expect(
      run.errors.hasPrefix(
        "error: can't make the folder /proc/nowhere: no such file or directory [file/unwritable]\n")
    )
    #expect(folder.names() == ["seeds"])
  }

  @Test func `a folder where a file should be leaves the edition whole`() {
    let folder = seeded()
    folder.write("Output/briefing.pdf/mine.txt", "mine")
    let run = Command.run(["--no-png"], in: folder)
    #expect(run.status == 1)
    #expect(
      run.errors.hasPrefix(
        "error: Output/briefing.pdf is a folder, where a file is to be written [file/is-folder]\n"))
    #expect(folder.names("Output") == ["briefing.pdf"])
    #expect(folder.text("Output/briefing.pdf/mine.txt") == "mine")
  }

  /// Stands for a full disk: no file may be longer than 16 KiB.
  private let full = "trap '' XFSZ; ulimit -f 16; \"$@\""

  @Test func `a full disk leaves nothing half-written`() {
    let folder = seeded()
    let run = Command.run(["--no-png"], in: folder, shell: full)
    #expect(run.status == 1)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("can't write Output/briefing.pdf: file too large"))
    #expect(run.errors.components(of: "error: ") == 1)
    #expect(folder.names() == ["seeds"])
  }

  @Test func `a full disk leaves the edition before as it was`() {
    let folder = seeded()
    _ = Command.run(["--no-png"], in: folder)
    let names = folder.names("Output")
    let before = names.map { folder.bytes("Output/\($0)") }
    folder.write("seeds/second.txt", article + "They met on 3 May 2016.\n")
    #expect(Command.run(["--no-png"], in: folder, shell: full).status == 1)
    #expect(folder.names("Output") == names)
    #expect(names.map { folder.bytes("Output/\($0)") } == before)
  }

  @Test func `an answer that can't be written is an error`() {
    let run = Command.run(["events"], in: seeded(), shell: "\"$@\" >/dev/full")
    #expect(run.status == 1)
    #expect(
      run.errors.hasPrefix(
        "error: can't write to standard output: no space left on device [file/unwritable]\n"))
  }

  @Test func `names with line ends and escapes are printed harmlessly`() {
    let folder = seeded()
    folder.write("seeds/a\nb\u{1B}[31m.pdf", "%PDF-1.7")
    let run = Command.run(["--no-png"], in: folder)
    #expect(run.errors.contains(" --> seeds/a␊b␛[31m.pdf\n"))
  }

  @Test func `a wrong briefing.yaml is shown at its place`() {
    let folder = seeded()
    folder.write("seeds/briefing.yaml", "paper: a4\nas_of: tomorrow\n")
    let run = Command.run([], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("--> seeds/briefing.yaml:2:8"))
    #expect(folder.names() == ["seeds"])
  }

  @Test func `all errors of briefing.yaml are shown at once`() {
    let folder = seeded()
    folder.write(
      "seeds/briefing.yaml",
      """
      paper: a3
      as_of: tomorrow
      papre: a4
      meeting: {date: soon, place: Baku}
      theme:
        ink: pale
        font: Comic Sans
      """)
    let run = Command.run([], in: folder)
    #expect(run.status == 1)
    for place in ["1:8", "2:8", "3:1", "4:17", "6:8", "7:9"] {
      #expect(run.errors.contains("--> seeds/briefing.yaml:\(place)\n"), "\(place)")
    }
    #expect(run.errors.components(of: "error: ") == 5)
    #expect(folder.names() == ["seeds"])
  }

  @Test(arguments: [
    ["--form", "long"], ["--paper", "a3"], ["--as-of", "2017-02-30"], ["--parties", "PAK"],
    ["--parties", "PAK,AZX"],
    ["--locale", "xx"], ["--nonsense"], ["nonsense"], ["events", "--format", "xml"], ["explain"],
    ["events", "--batch", "a.txt"],
  ])
  func `wrong usage`(_ arguments: [String]) {
    let folder = seeded()
    let run = Command.run(arguments, in: folder)
    #expect(run.status == 2)
    #expect(run.output.isEmpty)
    #expect(!run.errors.isEmpty)
    #expect(folder.names() == ["seeds"])
  }

  @Test(arguments: [
    ["events", "nowhere.txt"], ["build", "--seeds", "nowhere"], ["explain", "zzzzzzz"],
    ["build", "--baseline", "nowhere.json"],
  ])
  func `a thing that is not there is named`(_ arguments: [String]) throws {
    let folder = seeded()
    let run = Command.run(arguments, in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains(try #require(arguments.last)))
    #expect(folder.names() == ["seeds"])
  }
}

extension String {
  /// How often a text stands in it.
  fileprivate func components(of part: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: part) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
