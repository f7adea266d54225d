import Glibc

/// A range of UTF-8 bytes in a ``SourceText``, end exclusive.
public struct Span: Hashable, Sendable, Comparable {
  /// First byte.
  public var start: Int
  /// One past the last byte.
  public var end: Int

  /// Makes a span of the bytes `start..<end`.
  public init(_ start: Int, _ end: Int) {
    self.start = start
    self.end = end
  }

  /// Number of bytes.
  public var count: Int { end - start }

  /// Whether `other` lies wholly inside this span.
  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

  /// Whether the two spans share a byte.
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// The smallest span that holds both.
  public func union(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }

  public static func < (a: Span, b: Span) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

/// A place in a text as people count it: both numbers begin at 1, columns count Unicode scalars.
public struct Position: Hashable, Sendable {
  public var line: Int
  public var column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// The text of one document, as valid UTF-8, with its lines.
///
/// All spans of the project are byte ranges of such a text. The formats for other programs count
/// Unicode scalars: ``scalarOffset(of:)`` converts.
public struct SourceText: Sendable {
  /// Where the text came from, as the user wrote it: `seeds/article.txt`.
  public let path: String
  /// The text in UTF-8. Lines end with LF.
  public let bytes: [UInt8]
  /// Byte at which each line begins; never empty.
  public let lineStarts: [Int]
  /// Unicode scalars before every ``step``th byte, so that a line of any length is counted at once.
  private let scalarCounts: [Int]
  private static let step = 1024

  /// Takes the text over.
  ///
  /// - Parameters:
  ///   - path: name for messages and references.
  ///   - bytes: valid UTF-8.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    var lines = [0]
    var counts: [Int] = []
    counts.reserveCapacity(bytes.count / Self.step + 1)
    var count = 0
    bytes.withUnsafeBufferPointer { buffer in
      for start in stride(from: 0, to: buffer.count, by: Self.step) {
        let end = min(buffer.count, start + Self.step)
        counts.append(count)
        count += Self.scalarCount(buffer, start, end)
        var i = start
        while let feed = Self.find(0x0A, buffer, i, end) {
          lines.append(feed + 1)
          i = feed + 1
        }
      }
    }
    lineStarts = lines
    if bytes.count % Self.step == 0 { counts.append(count) }
    scalarCounts = counts
  }

  /// Unicode scalars that begin between two bytes.
  private static func scalarCount(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int)
    -> Int
  {
    let raw = UnsafeRawBufferPointer(bytes)
    var inside = 0
    var i = start
    while i + 8 <= end {
      // A count for each of the eight places, so many times that none runs over.
      var counts: UInt64 = 0
      let stop = min(end - 7, i + 8 * 255)
      while i < stop {
        let word = raw.loadUnaligned(fromByteOffset: i, as: UInt64.self)
        // The highest bit of each byte that goes on with a scalar: 10xxxxxx.
        counts &+= (word & ~(word << 1) & 0x8080_8080_8080_8080) >> 7
        i += 8
      }
      let pairs = (counts & 0x00FF_00FF_00FF_00FF) &+ (counts >> 8 & 0x00FF_00FF_00FF_00FF)
      inside += Int((pairs &* 0x0001_0001_0001_0001) >> 48)
    }
    while i < end {
      inside += bytes[i] & 0xC0 == 0x80 ? 1 : 0
      i += 1
    }
    return end - start - inside
  }

  /// The first place of a byte.
  private static func find(
    _ byte: UInt8, _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int
  ) -> Int? {
    guard let base = bytes.baseAddress,
      let found = memchr(base + start, Int32(byte), end - start)
    else { return nil }
    return base.distance(to: found.assumingMemoryBound(to: UInt8.self))
  }

  /// Takes a Swift string over.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// Index of the line that holds the byte, from 0.
  public func lineIndex(of byte: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= byte { low = middle } else { high = middle }
    }
    return low
  }

  /// Line and column of a byte.
  public func position(of byte: Int) -> Position {
    let line = lineIndex(of: byte)
    let column = scalarOffset(of: byte) - scalarOffset(of: lineStarts[line])
    return Position(line: line + 1, column: column + 1)
  }

  /// Number of Unicode scalars before a byte.
  public func scalarOffset(of byte: Int) -> Int {
    let end = min(max(byte, 0), bytes.count)
    let start = end / Self.step
    return scalarCounts[start]
      + bytes.withUnsafeBufferPointer { Self.scalarCount($0, start * Self.step, end) }
  }

  /// The text of a span.
  public func string(_ span: Span) -> String {
    let start = max(0, span.start)
    let end = min(bytes.count, span.end)
    guard start < end else { return "" }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// The bytes of a line without its line feed.
  public func line(_ index: Int) -> Span {
    let start = lineStarts[index]
    let next = index + 1 < lineStarts.count ? lineStarts[index + 1] - 1 : bytes.count
    return Span(start, max(start, next))
  }
}
