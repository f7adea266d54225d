import Chronicle
import Chronology
import Diagnostics
import Testing

@testable import BriefingKit

@Suite struct `corrections.yaml` {
  private func read(_ text: String) throws -> [Correction] {
    try CorrectionsFile.read(SourceText(path: "seeds/corrections.yaml", text: text))
  }

  /// `line:column message`, and the first hint.
  private func faults(_ text: String) -> [String] {
    do {
      _ = try read(text)
      return []
    } catch let failure as Failure {
      return failure.diagnostics.map { fault in
        let place = fault.place.map { $0.text.position(of: $0.span.start) }
        return "\(place?.line ?? 0):\(place?.column ?? 0) \(fault.message)"
          + (fault.hints.first.map { " (\($0))" } ?? "")
      }
    } catch {
      return ["\(error)"]
    }
  }

  @Test func `all of it`() throws {
    let signed = "  by: Desk\n  why: So\n"
    let all = try read(
      "- correct: aaaaaaa  # a note\n  headline: Session\n  date: 2016-04-26/2016-04-27\n"
        + "  type: meeting\n  domain: energy\n  status: occurred\n  actors: [PAK, OIC]\n"
        + "  recipients: none\n  places: Baku\n  part_of: bbbbbbb\n  aggregate: false\n" + signed
        + "- correct: aaaaaaa\n  date: proposed\n  part_of: none\n" + signed
        + "- merge: [aaaaaaa, bbbbbbb]\n" + signed + "- split: aaaaaaa\n  apart: [\"in Baku\"]\n"
        + signed + "- drop: aaaaaaa\n" + signed
        + "- add: \"Envoy: arrives\"\n  date: none\n" + signed)
    let a = EventReference("aaaaaaa")
    let b = EventReference("bbbbbbb")
    #expect(
      all.map(\.action) == [
        .correct(
          a,
          [
            .headline("Session"), .date(EDTF("2016-04-26/2016-04-27")), .type(.meeting),
            .domain(.energy), .status(.occurred), .actors(["PAK", "OIC"]), .recipients([]),
            .places(["Baku"]), .partOf(b), .aggregate(false),
          ]),
        .correct(a, [.proposedDate, .partOf(nil)]), .merge([a, b]),
        .split(a, [EventReference("in Baku")]), .drop(a),
        .add(EventReference("Envoy: arrives"), [.date(nil)]),
      ])
    #expect(all.allSatisfy { $0.by == "Desk" && $0.why == "So" })
    #expect(all[2].name == "merge")
  }

  @Test func `what the program writes first decides nothing`() throws {
    #expect(try read(CorrectionsTemplate.text).isEmpty)
    // Its examples are written as they are read.
    let examples = CorrectionsTemplate.text.split(separator: "\n").drop { $0 != "#" }
      .map { $0.dropFirst(2) }.joined(separator: "\n")
    #expect(try read(examples).map(\.name) == Correction.names)
  }

  @Test func `what can't be meant is an error with its place`() {
    #expect(
      faults("- drp: aaaaaaa\n  by: Desk\n  why: So\n")
        == ["1:3 this names no decision (did you mean “drop”?)"])
    #expect(
      faults("- drop: aaaaaaa\n  by: Desk\n")
        == ["1:3 this decision does not say why (add a line “why: …”)"])
    #expect(
      faults("- correct: aaaaaaa\n  dat: 2016\n  by: Desk\n  why: So\n")
        == ["2:3 “dat” means nothing in “correct” (did you mean “date”?)"])
    #expect(
      faults("- correct: aaaaaaa\n  type: vist\n  domain: energie\n  by: Desk\n  why: So\n")
        == [
          "2:9 “vist” is none of the words for this (did you mean visit?)",
          "3:11 “energie” is none of the words for this (did you mean energy?)",
        ])
    #expect(
      faults("- correct: aaaaaaa\n  by: Desk\n  why: So\n").first?.hasPrefix(
        "1:12 this corrects nothing") == true)
    #expect(
      faults("- merge: [aaaaaaa]\n  by: Desk\n  why: So\n").first?.hasPrefix(
        "1:10 this merges one event alone") == true)
    #expect(
      faults("- split: aaaaaaa\n  by: Desk\n  why: So\n").first?.hasPrefix(
        "1:10 this does not say which sentences go apart") == true)
    #expect(
      faults("drop: aaaaaaa\n").first?.hasPrefix("1:1 a list of decisions is expected") == true)
    #expect(
      faults("- add: \(String(repeating: "word ", count: 12))\n  by: Desk\n  why: So\n")
        == ["1:8 a headline has at most 48 characters, this has 59"])
    #expect(
      faults("- drop: a\n  merge: [b, c]\n  by: D\n  why: S\n")
        == ["2:3 an entry is one decision, this has several (begin another with a dash)"])
  }

  @Test func `dates and codes that are nearly meant are suggested`() throws {
    func hints(_ line: String) -> [String] {
      do {
        _ = try read("- correct: aaaaaaa\n  \(line)\n  by: Desk\n  why: So\n")
        return []
      } catch { return (error as? Failure)?.diagnostic.hints ?? [] }
    }
    #expect(hints("date: 26-27 April 2016").contains("did you mean 2016-04-26/2016-04-27?"))
    #expect(hints("date: propsed").contains("did you mean proposed?"))
    #expect(hints("actors: [PAK, Azerbaijan]") == ["did you mean AZE?"])
    #expect(hints("actors: aze") == ["did you mean AZE?"])
    #expect(hints("aggregate: maybe") == [])
  }

  @Test func `entries are written as they are read`() throws {
    let lines: [CorrectionsEditor.Line] = [
      .init("split", "aaaaaaa"), .init("apart", .list(["a \"word\": or two", "# three", "C:\\"])),
      .init("by", "Desk - 2"), .init("why", "because: \u{201C}so\u{201D}\nand so"),
    ]
    let text = CorrectionsEditor.entry(lines, about: "A\nheadline # here")
    let one = try #require(try read(text).first)
    #expect(
      one.action
        == .split(
          EventReference("aaaaaaa"),
          ["a \"word\": or two", "# three", "C:\\"].map { EventReference($0) }))
    #expect(one.by == "Desk - 2")
    #expect(one.why == "because: \u{201C}so\u{201D}\nand so")
  }
}
