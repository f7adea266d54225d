import Diagnostics
import Glibc
import Scratch
import Testing

@testable import BriefingKit

@Suite struct `The output folder` {
  private let files = [
    OutputFile("a.txt", Array("one".utf8)), OutputFile("charts/b.txt", Array("two".utf8)),
  ]

  @Test func `is made with all that is above it`() throws {
    let scratch = ScratchFolder()
    let changed = try OutputFolder(scratch.path + "/x/y").write(files)
    #expect(changed == ["a.txt", "charts/b.txt"])
    #expect(try File.read(scratch.path + "/x/y/charts/b.txt") == Array("two".utf8))
    #expect(scratch.names("x/y") == ["a.txt", "charts"])
  }

  @Test func `what is the same already is not touched, what is unknown stays`() throws {
    let scratch = ScratchFolder()
    let folder = OutputFolder(scratch.path)
    _ = try folder.write(files)
    try File.write(
      Array("mine".utf8), to: scratch.path + "/notes.txt", for: scratch.path + "/notes.txt")
    var before = stat()
    #expect(stat(scratch.path + "/a.txt", &before) == 0)
    let changed = try folder.write([files[0], OutputFile("charts/b.txt", Array("2".utf8))])
    var after = stat()
    #expect(stat(scratch.path + "/a.txt", &after) == 0)
    #expect(changed == ["charts/b.txt"])
    #expect(before.st_ino == after.st_ino)
    #expect(scratch.names() == ["a.txt", "charts", "notes.txt"])
  }

  @Test func `when one file can't be written no other is`() throws {
    let scratch = ScratchFolder()
    try File.write([], to: scratch.path + "/charts", for: scratch.path + "/charts")
    let failure = #expect(throws: Failure.self) { try OutputFolder(scratch.path).write(files) }
    #expect(failure?.diagnostic.message.contains("charts") == true)
    #expect(scratch.names() == ["charts"])
  }

  @Test func `a missing file is named as the system names it`() {
    let failure = #expect(throws: Failure.self) { try File.read("/nowhere/at-all") }
    #expect(
      failure?.diagnostic.message == "can't read /nowhere/at-all: no such file or directory")
  }

  @Test func `a folder is no file`() {
    let failure = #expect(throws: Failure.self) { try File.read("/tmp") }
    #expect(failure?.diagnostic.message == "can't read /tmp: is a directory")
  }
}
