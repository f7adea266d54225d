import Chronology
import Diagnostics
import Testing

@testable import Extraction

/// A text of any length is read in pieces that together are the whole.
@Suite struct TextPiecesTests {
  private static let paragraph = "Zażółć gęślą jaźń. They met on 4 May 1992 — at last.\n\n"

  private static func text(pieces: Int) -> [UInt8] {
    let paragraph = Array(paragraph.utf8)
    let count = pieces * TextPieces.size / paragraph.count + 1
    return Array(repeatElement(paragraph, count: count).joined())
  }

  @Test func `pieces make up the text`() {
    let text = Self.text(pieces: 5)
    #expect(TextPieces(text).flatMap(\.text.bytes) == text)
    #expect(Array(TextPieces([])).count == 1)
  }

  @Test func `a piece is cut at a paragraph's end`() {
    for piece in TextPieces(Self.text(pieces: 3)).dropLast() {
      #expect(piece.text.bytes.suffix(2).last == 0x0A)
      #expect(piece.text.bytes.count <= 2 * TextPieces.size)
    }
  }

  @Test func `without a space it is cut between two scalars`() {
    let text = Array(String(repeating: "ż", count: 3 * TextPieces.size / 2).utf8)
    for piece in TextPieces(text) {
      #expect(String(validating: piece.text.bytes, as: UTF8.self) != nil)
    }
  }

  @Test func `offsets count in the whole text`() {
    let text = Self.text(pieces: 3)
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    var count = 0
    DateSurvey.read(text, .init()) { date, piece in
      let start = piece.scalarOffset(of: date.span.start)
      let end = piece.scalarOffset(of: date.span.end)
      var words = String.UnicodeScalarView()
      words.append(contentsOf: scalars[start..<end])
      if String(words) != "4 May 1992" { count = Int.min }
      count += 1
    }
    #expect(count == text.count / Self.paragraph.utf8.count)
  }
}
