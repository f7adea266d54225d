public import Diagnostics

/// Whole paragraphs of a longer text.
public struct TextPiece: Sendable {
  public let text: SourceText
  /// Unicode scalars of the longer text that stand before it.
  public let scalarsBefore: Int

  /// A text in one piece.
  public init(whole text: SourceText) {
    self.text = text
    scalarsBefore = 0
  }

  init(_ text: SourceText, after scalars: Int) {
    self.text = text
    scalarsBefore = scalars
  }

  /// Unicode scalars of the longer text before a byte of the piece.
  public func scalarOffset(of byte: Int) -> Int { scalarsBefore + text.scalarOffset(of: byte) }
}

/// Cuts a text of any length into pieces, at the end of a paragraph, line or sentence.
struct TextPieces: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var at = 0
  private var scalars = 0
  private var isFirst = true

  /// - Parameter bytes: valid UTF-8.
  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// A piece has so many bytes at least, if the text has, and twice as many at most.
  static let size = 1 << 18

  mutating func next() -> TextPiece? {
    guard at < bytes.count || isFirst else { return nil }
    isFirst = false
    let end = bytes.count - at <= 2 * Self.size ? bytes.count : cut(from: at + Self.size)
    let isWhole = at == 0 && end == bytes.count
    let text = SourceText(path: "text.txt", bytes: isWhole ? bytes : Array(bytes[at..<end]))
    defer {
      at = end
      scalars += text.scalarOffset(of: text.bytes.count)
    }
    return TextPiece(text, after: scalars)
  }

  /// Where to cut, in order of preference.
  private func cut(from start: Int) -> Int {
    let places = start..<(start + Self.size)
    let bounds: [(UInt8, UInt8)] = [(0x0A, 0x0A), (0x0A, 0), (0x2E, 0x20), (0x20, 0)]
    for (first, second) in bounds {
      let found = places.first {
        bytes[$0 - 1] == first && (second == 0 || bytes[$0] == second)
      }
      if let found { return found }
    }
    return places.first { bytes[$0] & 0xC0 != 0x80 } ?? places.upperBound
  }
}
