/// What a content stream paints, and within which marks.
public struct PageContent {
  /// Numbers of the marked content, each once a stretch.
  public var identifiers: [Int] = []
  /// How many painting operators there are, and how many outside all marks.
  public var paints = 0
  public var unmarked = 0
  /// Faults in the nesting of marks.
  public var faults: [String] = []

  private enum Mark {
    case artifact
    case tagged
    case other
  }

  private static let painting: Set<String> = [
    "f", "F", "f*", "B", "B*", "b", "b*", "S", "s", "sh", "Do", "Tj", "TJ", "'", "\"", "EI",
  ]

  public init(_ bytes: [UInt8]) {
    var marks: [Mark] = []
    var operands: [String] = []
    for token in Tokens(bytes) {
      guard token.isOperator else {
        operands.append(token.text)
        continue
      }
      switch token.text {
      case "BMC", "BDC":
        let mark: Mark
        if operands.first == "/Artifact" {
          mark = .artifact
          if marks.contains(.tagged) { faults.append("01-003 artifact within tagged content") }
        } else if let place = operands.firstIndex(of: "/MCID"), place + 1 < operands.count,
          let number = Int(operands[place + 1])
        {
          mark = .tagged
          identifiers.append(number)
          if marks.contains(.artifact) { faults.append("01-004 tagged content in an artifact") }
          if marks.contains(.tagged) { faults.append("tagged content within tagged content") }
        } else {
          mark = .other
        }
        marks.append(mark)
      case "EMC":
        if marks.popLast() == nil { faults.append("EMC without a mark") }
      default:
        guard Self.painting.contains(token.text) else { break }
        paints += 1
        if !marks.contains(.artifact) && !marks.contains(.tagged) { unmarked += 1 }
      }
      operands = []
    }
    if !marks.isEmpty { faults.append("a mark is not ended") }
  }
}

/// The tokens of a content stream: operators, and operands as they are written.
private struct Tokens: Sequence, IteratorProtocol {
  struct Token {
    var text: String
    var isOperator: Bool
  }

  private let bytes: [UInt8]
  private var at = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  private static let delimiters = Set("()<>[]{}/%".utf8)

  private func isSpace(_ byte: UInt8) -> Bool { [0, 9, 10, 12, 13, 32].contains(byte) }

  mutating func next() -> Token? {
    while at < bytes.count, isSpace(bytes[at]) { at += 1 }
    guard at < bytes.count else { return nil }
    switch bytes[at] {
    case UInt8(ascii: "("): return string()
    case UInt8(ascii: "%"):
      while at < bytes.count, bytes[at] != 10 { at += 1 }
      return next()
    case UInt8(ascii: "/"): return word(from: at + 1, isOperator: false)
    case UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "["), UInt8(ascii: "]"),
      UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: ")"):
      at += 1
      return Token(text: "", isOperator: false)
    default:
      let isNumber = (0x30...0x39).contains(bytes[at]) || [0x2B, 0x2D, 0x2E].contains(bytes[at])
      return word(from: at, isOperator: !isNumber)
    }
  }

  private mutating func word(from start: Int, isOperator: Bool) -> Token {
    var end = start
    while end < bytes.count, !isSpace(bytes[end]), !Self.delimiters.contains(bytes[end]) {
      end += 1
    }
    let text = String(decoding: bytes[at..<end], as: UTF8.self)
    at = Swift.max(end, at + 1)
    // What stands between hexadecimal brackets is no operator.
    let isHexadecimal = start > 0 && bytes[start - 1] == UInt8(ascii: "<")
    return Token(text: text, isOperator: isOperator && !isHexadecimal)
  }

  private mutating func string() -> Token {
    var depth = 0
    repeat {
      switch bytes[at] {
      case UInt8(ascii: "\\"): at += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      at += 1
    } while depth > 0 && at < bytes.count
    return Token(text: "()", isOperator: false)
  }
}
