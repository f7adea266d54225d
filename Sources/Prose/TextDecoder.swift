import Diagnostics
import Glibc

/// Turns the bytes of a file into valid UTF-8 with LF line ends.
struct TextDecoder {
  /// What was doubtful, to be placed in the text once there is one.
  struct Doubt {
    let id: String
    let message: String
    /// Byte of the decoded text, where there is one.
    let place: Int?
    let notes: [String]
    let hints: [String]
  }

  private(set) var text: [UInt8] = []
  private(set) var doubts: [Doubt] = []

  /// Decodes by byte order mark, else as UTF-8, else by the declared name, else as Windows-1252.
  init(_ bytes: [UInt8], declared: String? = nil) {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) {
      decodeUTF8(Array(bytes.dropFirst(3)), sure: true, declared: nil)
    } else if bytes.starts(with: [0xFF, 0xFE]) {
      decodeUTF16(bytes, from: 2, bigEndian: false)
    } else if bytes.starts(with: [0xFE, 0xFF]) {
      decodeUTF16(bytes, from: 2, bigEndian: true)
    } else if let bigEndian = Self.unmarkedUTF16(bytes) {
      decodeUTF16(bytes, from: 0, bigEndian: bigEndian)
    } else {
      decodeUTF8(bytes, sure: false, declared: declared)
    }
    text = Self.unixLines(text)
  }

  /// The diagnostics about a text that was decoded here.
  func diagnostics(about text: SourceText) -> [Diagnostic] {
    doubts.map { doubt in
      Diagnostic(
        .warning, doubt.id, doubt.message,
        at: doubt.place.map {
          Diagnostic.Place(text, Span(min($0, text.bytes.count), min($0 + 3, text.bytes.count)))
        },
        path: text.path, notes: doubt.notes, hints: doubt.hints)
    }
  }

  /// Latin text in UTF-16 has a zero in every other byte of its first part.
  static func unmarkedUTF16(_ bytes: [UInt8]) -> Bool? {
    let count = min(bytes.count, 512) & ~1
    guard count >= 8 else { return nil }
    var even = 0
    var odd = 0
    for i in 0..<count where bytes[i] == 0 {
      if i & 1 == 0 { even += 1 } else { odd += 1 }
    }
    if odd * 10 > count * 4, even == 0 { return false }
    if even * 10 > count * 4, odd == 0 { return true }
    return nil
  }

  private mutating func decodeUTF8(_ bytes: [UInt8], sure: Bool, declared: String?) {
    let check = UTF8Check(bytes)
    guard !check.errors.isEmpty else {
      text = bytes
      return
    }
    if sure || check.sequences > check.errorCount {
      text = Self.repaired(bytes)
      doubts.append(
        Doubt(
          id: "encoding/invalid-utf-8",
          message: check.errorCount == 1
            ? "one byte is not valid UTF-8 and was replaced"
            : "\(check.errorCount) bytes are not valid UTF-8 and were replaced",
          place: Self.unixLines(Array(bytes[..<check.errors[0]])).count, notes: [],
          hints: ["save the file again as UTF-8"]))
    } else if let declared, let converted = Self.converted(bytes, from: declared) {
      text = converted
    } else {
      text = Self.windows1252(bytes)
      doubts.append(
        Doubt(
          id: "encoding/windows-1252", message: "not UTF-8, read as Windows-1252",
          place: Self.unixLines(Self.windows1252(Array(bytes[..<check.errors[0]]))).count,
          notes: [], hints: ["save the file as UTF-8 if letters look wrong"]))
    }
  }

  /// Valid UTF-8 with U+FFFD for every bad byte or cut sequence.
  private static func repaired(_ bytes: [UInt8]) -> [UInt8] {
    Array(String(decoding: bytes, as: UTF8.self).utf8)
  }

  private mutating func decodeUTF16(_ bytes: [UInt8], from start: Int, bigEndian: Bool) {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var i = start
    while i + 1 < bytes.count {
      let pair = (UInt16(bytes[i]), UInt16(bytes[i + 1]))
      units.append(bigEndian ? pair.0 << 8 | pair.1 : pair.1 << 8 | pair.0)
      i += 2
    }
    text.reserveCapacity(bytes.count)
    var decoder = UTF16()
    var iterator = units.makeIterator()
    var damaged = (bytes.count - start) & 1
    var place: Int?
    reading: while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): UTF8.encode(scalar).map { text += $0 }
      case .error:
        place = place ?? text.count
        damaged += 1
        text += [0xEF, 0xBF, 0xBD]
      case .emptyInput: break reading
      }
    }
    if damaged > 0 {
      doubts.append(
        Doubt(
          id: "encoding/invalid-utf-16", message: "\(damaged) places are not valid UTF-16",
          place: place, notes: [], hints: ["save the file again as UTF-8"]))
    }
  }

  /// Windows-1252 as browsers read it: the five unused bytes become control characters.
  private static func windows1252(_ bytes: [UInt8]) -> [UInt8] {
    let high: [UInt16] = [
      0x20AC, 0x81, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
      0x2039, 0x0152, 0x8D, 0x017D, 0x8F, 0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013,
      0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D, 0x017E, 0x0178,
    ]
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count + bytes.count / 8)
    for byte in bytes {
      if byte < 0x80 {
        result.append(byte)
      } else {
        let value = byte < 0xA0 ? high[Int(byte) - 0x80] : UInt16(byte)
        UTF8.encode(Unicode.Scalar(value) ?? "\u{FFFD}").map { result += $0 }
      }
    }
    return result
  }

  /// The bytes in UTF-8, by the C library; nil when it does not know the name or they do not fit.
  private static func converted(_ bytes: [UInt8], from name: String) -> [UInt8]? {
    let converter = iconv_open("UTF-8", name)
    guard converter != iconv_t(bitPattern: -1) else { return nil }
    defer { iconv_close(converter) }
    var input = bytes.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: bytes.count * 4 + 16)
    let written = input.withUnsafeMutableBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target -> Int? in
        var from = source.baseAddress
        var left = source.count
        var to = target.baseAddress
        var room = target.count
        guard iconv(converter, &from, &left, &to, &room) != -1, left == 0 else { return nil }
        return target.count - room
      }
    }
    guard let written else { return nil }
    let result = output[..<written].map { UInt8(bitPattern: $0) }
    return UTF8Check(result).errors.isEmpty && !result.contains(0) ? result : nil
  }

  /// CR LF and lone CR become LF.
  private static func unixLines(_ bytes: [UInt8]) -> [UInt8] {
    guard bytes.contains(0x0D) else { return bytes }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    var i = 0
    while i < bytes.count {
      if bytes[i] == 0x0D {
        result.append(0x0A)
        if i + 1 < bytes.count, bytes[i + 1] == 0x0A { i += 1 }
      } else {
        result.append(bytes[i])
      }
      i += 1
    }
    return result
  }
}

/// Counts what is right and wrong about bytes taken as UTF-8.
struct UTF8Check {
  /// Places of the first wrong bytes, at most one.
  private(set) var errors: [Int] = []
  private(set) var errorCount = 0
  /// Valid sequences of more than one byte.
  private(set) var sequences = 0

  init(_ bytes: [UInt8]) {
    bytes.withUnsafeBufferPointer { buffer in
      var i = 0
      while i < buffer.count {
        if buffer[i] < 0x80 {
          i += 1
          continue
        }
        let length = Self.length(buffer, i)
        if length == 0 {
          if errors.isEmpty { errors.append(i) }
          errorCount += 1
          i += 1
        } else {
          sequences += 1
          i += length
        }
      }
    }
  }

  /// Bytes of the valid sequence at `i`, or 0.
  private static func length(_ bytes: UnsafeBufferPointer<UInt8>, _ i: Int) -> Int {
    let first = bytes[i]
    let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    guard length > 0, i + length <= bytes.count else { return 0 }
    for k in 1..<length where bytes[i + k] & 0xC0 != 0x80 { return 0 }
    let second = bytes[i + 1]
    switch first {
    case 0xE0 where second < 0xA0: return 0
    case 0xED where second > 0x9F: return 0
    case 0xF0 where second < 0x90: return 0
    case 0xF4 where second > 0x8F: return 0
    default: return length
    }
  }
}
