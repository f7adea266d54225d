import Diagnostics

/// Text of documents made ready for a headline, byte by byte: most of it is read for nothing.
enum PlainText {
  /// The words of a part of a text without quotation marks and markup, parted by single spaces.
  ///
  /// - Parameter breaksLines: whether a line feed parts words, too.
  static func line(_ source: [UInt8], _ span: Span, breaksLines: Bool = false) -> WordLine {
    guard span.count > 0 else { return WordLine() }
    return source.withUnsafeBufferPointer {
      line(UnsafeBufferPointer(rebasing: $0[span.start..<span.end]), breaksLines)
    }
  }

  /// A line of another kind, made ready in the same way.
  static func line(_ line: WordLine) -> WordLine {
    self.line(line.bytes, Span(0, line.bytes.count))
  }

  private static func line(_ bytes: UnsafeBufferPointer<UInt8>, _ breaksLines: Bool) -> WordLine {
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var isParted = false
    var i = 0
    while i < bytes.count {
      let byte = bytes[i]
      switch byte {
      case UInt8(ascii: "*"), UInt8(ascii: "_"), UInt8(ascii: "`"), UInt8(ascii: "\""):
        i += 1
        continue
      case 0x20, 0x09:
        isParted = true
        i += 1
        continue
      case 0x0A where breaksLines:
        isParted = true
        i += 1
        continue
      case 0xC2 where i + 1 < bytes.count && bytes[i + 1] == 0xA0:
        isParted = true
        i += 2
        continue
      case 0xE2 where i + 2 < bytes.count && bytes[i + 1] == 0x80:
        if (0x9C...0x9E).contains(bytes[i + 2]) {
          i += 3
          continue
        }
      default: break
      }
      if isParted, !result.isEmpty { result.append(0x20) }
      isParted = false
      result.append(byte)
      i += 1
    }
    return WordLine(result)
  }

  /// The line without joining marks and spaces at its ends; "(" stays before it and ")" behind it.
  static func trimmed(_ line: WordLine) -> WordLine {
    var slice = line.bytes[...]
    while let last = slice.last {
      if isMark(last) || last == UInt8(ascii: "(") {
        slice.removeLast()
      } else if slice.count >= 3, isDash(slice[slice.endIndex - 3], slice[slice.endIndex - 2], last)
      {
        slice.removeLast(3)
      } else {
        break
      }
    }
    while let first = slice.first {
      if isMark(first) || first == UInt8(ascii: ")") {
        slice.removeFirst()
      } else if slice.count >= 3,
        isDash(first, slice[slice.startIndex + 1], slice[slice.startIndex + 2])
      {
        slice.removeFirst(3)
      } else {
        break
      }
    }
    return slice.count == line.bytes.count ? line : WordLine(Array(slice))
  }

  private static func isMark(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x20, UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "."),
      UInt8(ascii: "-"):
      true
    default: false
    }
  }

  /// "–" and "—".
  private static func isDash(_ a: UInt8, _ b: UInt8, _ c: UInt8) -> Bool {
    a == 0xE2 && b == 0x80 && (c == 0x93 || c == 0x94)
  }
}
