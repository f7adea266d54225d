import Testing

@testable import Diagnostics

@Suite struct SourceTextTests {
  private let text = SourceText(path: "seeds/a.txt", text: "Größe\nzwei 😀 drei\n\nEnde")

  @Test func linesBeginAfterLineFeeds() {
    #expect(text.lineStarts.count == 4)
    #expect((0..<4).map { text.string(text.line($0)) } == ["Größe", "zwei 😀 drei", "", "Ende"])
    #expect(SourceText(path: "", text: "").lineStarts == [0])
    #expect(SourceText(path: "", text: "a\n").lineStarts == [0, 2])
  }

  @Test func placesCountScalars() {
    let bytes = text.bytes
    #expect(text.position(of: 0) == Position(line: 1, column: 1))
    let drei = bytes.count - "drei\n\nEnde".utf8.count
    #expect(text.position(of: drei) == Position(line: 2, column: 8))
    #expect(text.scalarOffset(of: drei) == 13)
    #expect(
      text.scalarOffset(of: bytes.count)
        == String(decoding: bytes, as: UTF8.self)
        .unicodeScalars.count)
    #expect(text.position(of: bytes.count) == Position(line: 4, column: 5))
  }

  @Test func spansBeyondTheTextAreCut() {
    #expect(text.string(Span(-3, 1)) == "G")
    #expect(text.string(Span(text.bytes.count - 4, 999)) == "Ende")
    #expect(text.string(Span(5, 5)) == "")
    #expect(text.string(Span(9, 2)) == "")
  }

  @Test func spansCompare() {
    let a = Span(2, 6)
    #expect(a.count == 4)
    #expect(a.contains(Span(2, 6)) && a.contains(Span(3, 4)) && !a.contains(Span(5, 7)))
    #expect(a.overlaps(Span(5, 9)) && !a.overlaps(Span(6, 9)) && !a.overlaps(Span(0, 2)))
    #expect(a.union(Span(9, 12)) == Span(2, 12))
    #expect([Span(3, 4), Span(2, 9), Span(2, 6)].sorted() == [Span(2, 6), Span(2, 9), Span(3, 4)])
  }
}

@Suite struct DiagnosticPrinterTests {
  private func place(_ line: String, _ words: String, label: String? = nil) -> Diagnostic.Place {
    let text = SourceText(path: "seeds/a.txt", text: "first line\n" + line + "\n")
    let bytes = text.bytes
    let mark = Array(words.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: mark) } ?? 0
    return Diagnostic.Place(text, Span(start, start + mark.count), label: label)
  }

  @Test func printsAsCompilersDo() {
    let diagnostic = Diagnostic(
      .warning, "time/implausible-year", "the year 2106 lies ahead",
      at: place("Held in Üst on 26 April 2106.", "26 April 2106", label: "read as 2106-04-26"),
      notes: ["the document is dated 16 January 2017"], hints: ["2016 fits"])
    #expect(
      DiagnosticPrinter().print(diagnostic) == """
        warning: the year 2106 lies ahead [time/implausible-year]
         --> seeds/a.txt:2:16
          |
        2 | Held in Üst on 26 April 2106.
          |                ^^^^^^^^^^^^^ read as 2106-04-26
          = note: the document is dated 16 January 2017
          = hint: 2016 fits

        """)
  }

  @Test func aFileAsAWholeHasNoLine() {
    let failure = Failure(
      "document/not-read", "not read: PDF", path: "a.pdf", hints: ["save it as text"])
    #expect(
      DiagnosticPrinter().print(failure.diagnostic)
        == "error: not read: PDF [document/not-read]\n --> a.pdf\n = hint: save it as text\n")
  }

  @Test func longLinesAreCutAroundTheMark() {
    let line = String(repeating: "a ", count: 100) + "MARK" + String(repeating: " b", count: 100)
    let printed = DiagnosticPrinter(width: 40).print(
      Diagnostic(.note, "x/y", "seen", at: place(line, "MARK")))
    let lines = printed.split(separator: "\n").map(String.init)
    let source = lines[3]
    #expect(source.hasPrefix("2 | …") && source.hasSuffix("…"))
    #expect(source.unicodeScalars.count <= 4 + 42)
    let column = lines[4].unicodeScalars.count - 4
    let scalars = Array(source.unicodeScalars)
    #expect(String(String.UnicodeScalarView(scalars[column..<(column + 4)])) == "MARK")
  }

  @Test func colourMarksTheSeverityAlone() {
    let diagnostic = Diagnostic(.error, "x/y", "seen")
    #expect(
      DiagnosticPrinter(colour: true).print(diagnostic)
        == "\u{1B}[1;31merror\u{1B}[0m: seen [x/y]\n")
    #expect(DiagnosticPrinter().print(diagnostic) == "error: seen [x/y]\n")
  }

  @Test func allAreSortedByFilePlaceAndName() {
    let first = place("one two", "one")
    let second = place("one two", "two")
    let all = [
      Diagnostic(.note, "b/b", "4", at: second), Diagnostic(.note, "a/a", "3", at: second),
      Diagnostic(.error, "z/z", "2", at: first), Diagnostic(.note, "a/a", "1", path: "a"),
      Diagnostic(.note, "a/a", "0"),
    ]
    #expect(all.sorted(by: Diagnostic.inOrder).map(\.message) == ["0", "1", "2", "3", "4"])
    #expect(
      DiagnosticPrinter().print(Array(all.suffix(2))) == """
        note: 0 [a/a]

        note: 1 [a/a]
         --> a

        """)
  }

  @Test func severitiesAreOrdered() {
    #expect(Diagnostic.Severity.note < .warning && Diagnostic.Severity.warning < .error)
  }
}

@Suite struct DigestTests {
  @Test func knownDigests() {
    #expect(
      Digest.sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    #expect(
      Digest.sha256([UInt8]())
        == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
  }

  @Test(arguments: Array(0..<130) + [1_000])
  func processorAndLibraryAgree(_ count: Int) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: 7 * $0 + 3) }
    #expect(Digest.sha256(bytes) == bytes.withUnsafeBufferPointer { Digest.gLib($0) })
  }
}
