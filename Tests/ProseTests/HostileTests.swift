import Diagnostics
import Testing

@testable import Prose

/// Input made to break readers: no crash, no endless work, spans inside the text.
@Suite struct HostileTests {
  private func check(_ bytes: [UInt8], _ name: String) {
    guard let found = try? DocumentReader.read(path: name, bytes: bytes) else { return }
    var last = 0
    for block in found.blocks {
      #expect(block.span.start >= last && block.span.end <= found.text.bytes.count)
      #expect(block.span.start <= block.span.end)
      last = block.span.start
      for span in block.cells + block.inherited {
        #expect(span.start >= 0 && span.start <= span.end && span.end <= found.text.bytes.count)
      }
      _ = found.sentences(of: block)
    }
    #expect(UTF8Check(found.text.bytes).errors.isEmpty)
  }

  private let names = ["a.txt", "a.md", "a.html"]

  @Test func randomBytes() {
    var noise = Noise(state: 1)
    for round in 0..<120 {
      var bytes = noise.bytes(Int(noise.next() % 600))
      for i in bytes.indices where bytes[i] == 0 { bytes[i] = 0x20 }
      check(bytes, names[round % 3])
    }
  }

  @Test func randomMarks() {
    let parts = [
      "<", ">", "<td>", "<tr>", "</tr>", "<table>", "</table>", "<li>", "[", "](", ")", "|", "\n",
      "\t", "---\n", "- ", "1. ", "I. ", "1991", "`", "*", "<!--", "-->", "“", "»", "© ", "  ",
      "Related articles\n", "a", ". ", ": ", "\u{A0}", "&nbsp;", "<p hidden>", "# ", "> ", "é",
    ]
    var noise = Noise(state: 7)
    for round in 0..<240 {
      let text = (0..<80).map { _ in parts[Int(noise.next() % UInt64(parts.count))] }.joined()
      check(Array(text.utf8), names[round % 3])
    }
  }

  @Test func textsCutAnywhere() {
    let bytes = Array(
      "---\ntitle: ü\n---\n# Größe – 1991\n\n| a | ß |\n|---|---|\n| [x](y) | ə |".utf8)
    for end in bytes.indices {
      for name in names { check(Array(bytes[..<end]), name) }
    }
  }

  @Test func deepNesting() {
    check(Array(String(repeating: "<div>", count: 20_000).utf8) + Array("x".utf8), "a.html")
    check(Array(String(repeating: "<table><tr><td>", count: 3_000).utf8), "a.html")
    check(Array(String(repeating: "> ", count: 50_000).utf8), "a.md")
    check(Array(String(repeating: "[", count: 50_000).utf8), "a.md")
  }

  @Test func oneLongLine() {
    let line = String(repeating: "signed on 3 May 1999 in U.S. towns. ", count: 30_000)
    for name in names { check(Array(line.utf8), name) }
    check([UInt8](repeating: 0x2E, count: 1_000_000), "a.txt")
    check([UInt8](repeating: 0x40, count: 1_000_000), "a.txt")
  }

  @Test func fiveMegabytesInLinearTime() throws {
    var text = "A long history of two rivers\n\n"
    var number = 0
    while text.utf8.count < 5_000_000 {
      number += 1
      text += "\(1_900 + number % 120)\n12/0\(number % 9 + 1): The \(number)th treaty was signed. "
      text += "It lapsed in May; nobody minded.\n\n"
    }
    let clock = ContinuousClock()
    var count = 0
    let time = try clock.measure { count = try document(text).blocks.count }
    #expect(count == number * 2 + 1)
    #expect(time < .seconds(60))
  }
}
