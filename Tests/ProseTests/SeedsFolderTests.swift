import Diagnostics
import Glibc
import Testing

@testable import Prose

@Suite struct SeedsFolderTests {
  @Test func readsFoldersInOrderAndLeavesOutWhatIsNoDocument() throws {
    let scratch = Scratch()
    scratch.folder("b")
    scratch.folder("lexicon")
    scratch.folder(".git")
    scratch.write("b/two.md", "# Two\n\nText.")
    scratch.write("b/briefing.yaml", "not at the top: true")
    scratch.write("a.txt", "One\n\nText.")
    scratch.write("c.html", "<p>Three")
    scratch.write("lexicon/words.txt", "no document")
    scratch.write("briefing.yaml", "a: b")
    scratch.write(".hidden.txt", "no")
    scratch.write(".git/x.txt", "no")
    scratch.write("old.txt~", "no")
    scratch.write("scan.pdf", "%PDF-1.4")
    let reading = try SeedsFolder.read(folder: scratch.path)
    #expect(
      reading.documents.map(\.path)
        == ["a.txt", "b/two.md", "c.html"].map { scratch.path + "/" + $0 })
    #expect(reading.skipped.map(\.reason) == ["not read: YAML", "not read: PDF"])
    #expect(reading.diagnostics.map(\.id) == ["document/not-read", "document/not-read"])
    #expect(reading.diagnostics.allSatisfy { $0.severity == .warning })
  }

  @Test func linksThatLeadBackAreReadOnce() throws {
    let scratch = Scratch()
    scratch.folder("a")
    scratch.write("a/one.txt", "One\n\nText.")
    #expect(symlink("..", scratch.path + "/a/up") == 0)
    #expect(symlink("self", scratch.path + "/self") == 0)
    #expect(symlink("nowhere.txt", scratch.path + "/broken.txt") == 0)
    #expect(symlink("a/one.txt", scratch.path + "/z.txt") == 0)
    #expect(mkfifo(scratch.path + "/pipe.txt", 0o644) == 0)
    let reading = try SeedsFolder.read(folder: scratch.path)
    #expect(reading.documents.count == 1)
    #expect(
      Set(reading.skipped.map(\.reason)) == [
        "a link to a folder already read", "a link that leads back to itself",
        "a link that leads nowhere", "another name of a file already read", "not a file",
      ])
  }

  @Test func whatMayNotBeReadIsSaid() throws {
    // The superuser may read everything.
    guard geteuid() != 0 else { return }
    let scratch = Scratch()
    scratch.folder("locked")
    scratch.write("secret.txt", "x")
    scratch.write("open.txt", "x")
    chmod(scratch.path + "/locked", 0)
    chmod(scratch.path + "/secret.txt", 0)
    let reading = try SeedsFolder.read(folder: scratch.path)
    #expect(reading.documents.count == 1)
    #expect(reading.skipped.map(\.reason) == ["permission denied", "permission denied"])
  }

  @Test func anEmptyFolderIsAWarningAndNoFolderAFailure() throws {
    let scratch = Scratch()
    #expect(try SeedsFolder.read(folder: scratch.path).diagnostics.map(\.id) == ["seeds/empty"])
    scratch.write("a.txt", "Text")
    let missing = #expect(throws: Failure.self) {
      try SeedsFolder.read(folder: scratch.path + "/none")
    }
    #expect(missing?.diagnostic.id == "seeds/no-folder")
    #expect(missing?.diagnostic.hints.isEmpty == false)
    let file = #expect(throws: Failure.self) {
      try SeedsFolder.read(folder: scratch.path + "/a.txt")
    }
    #expect(file?.diagnostic.id == "seeds/not-a-folder")
  }

  @Test func pathsThatAPersonNamesMustBeDocuments() throws {
    let scratch = Scratch()
    scratch.write("a.txt", "Text")
    scratch.write("b.pdf", "%PDF-1.4")
    let path = scratch.path + "/a.txt"
    #expect(try SeedsFolder.read(paths: [path, path]).documents.map(\.path) == [path])
    #expect(try SeedsFolder.read(paths: [scratch.path]).documents.count == 1)
    for name in ["b.pdf", "none.txt"] {
      let failure = #expect(throws: Failure.self) {
        try SeedsFolder.read(paths: [path, scratch.path + "/" + name])
      }
      #expect(failure?.diagnostic.path == scratch.path + "/" + name)
    }
  }
}
