import Chronicle
import Scratch
import Testing

@Suite struct `briefing edtf` {
  @Test func `says which days a date means`() {
    let run = Command.run(["edtf", "1984~", "2004-06/.."], in: ScratchFolder())
    #expect(run.status == 0)
    #expect(
      run.output == """
        EDTF        FIRST DAY   LAST DAY    WORDS
        1984~       1984-01-01  1984-12-31  c. 1984
        2004-06/..  2004-06-01  open        since June 2004

        """)
  }

  @Test func `fails for what is no date`() {
    let run = Command.run(["edtf", "2004-13"], in: ScratchFolder())
    #expect(run.status == 1)
    #expect(run.output.contains("no EDTF"))
  }

  @Test func `answers lines`() throws {
    let run = Command.run(["edtf", "--batch"], in: ScratchFolder(), input: "1998-34\nsoon\n")
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 2)
    let first = try JSON.read(lines[0].utf8)
    #expect(first["valid"] == true)
    #expect(first["words"] == "second quarter of 1998")
    #expect(try JSON.read(lines[1].utf8)["valid"] == false)
  }

  @Test func `refuses what a stricter reader refuses`() {
    let sets = ["edtf", "[1871, 1873]"]
    #expect(Command.run(sets, in: ScratchFolder()).status == 0)
    #expect(
      Command.run(sets + ["--refuse", "spaces-in-sets"], in: ScratchFolder()).status == 1)
    #expect(
      Command.run(sets + ["--refuse", "season-intervals"], in: ScratchFolder()).status == 0)
    let seasons = ["edtf", "1871-21/1871-23", "--refuse", "season-intervals"]
    #expect(Command.run(seasons, in: ScratchFolder()).output.contains("no EDTF"))
    #expect(Command.run(sets + ["--refuse", "commas"], in: ScratchFolder()).status == 2)
  }

  @Test func `wants dates or the batch`() {
    #expect(Command.run(["edtf"], in: ScratchFolder()).status == 2)
    #expect(Command.run(["edtf", "--batch", "1998"], in: ScratchFolder()).status == 2)
  }
}
