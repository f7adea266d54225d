internal import Diagnostics

/// Writes what can be reached from a file's root, numbered anew in the order of reach.
///
/// Objects are packed in compressed streams and found by a compressed table, as PDF 1.5 has them.
struct PDFFileWriter {
  /// Where an object stands: in the file, or in a stream of objects.
  private enum Place {
    case offset(Int)
    case packed(stream: Int, index: Int)
  }

  /// A stream of objects: their new numbers and offsets, and their texts.
  private struct Pack {
    var members: [(number: Int, offset: Int)] = []
    var text = PDFText()
  }

  /// A stream that waits to be written: its number, its dictionary but for the end, its bytes.
  private struct Waiting {
    var number: Int
    var dictionary: PDFText
    var bytes: [UInt8]
    var isToCompress: Bool
  }

  private let file: PDFFile
  private let numbering: PDFNumbering
  private var output: [UInt8] = []
  /// By new numbers, from 1.
  private var places: [Place] = []
  private var packs: [Pack] = []
  private var waiting: [Waiting] = []

  /// A reader unpacks a whole stream to get at one object.
  private static let mostPacked = 200

  init(file: PDFFile) {
    self.file = file
    numbering = PDFNumbering(file)
  }

  mutating func write() throws(GraphicsError) -> [UInt8] {
    // Bytes that are no text tell programs not to treat the file as one.
    output += Array("%PDF-1.7\n%".utf8) + [0xB5, 0xB6, 0xB5, 0xB6, 0x0A]
    var trailer: PDFObject.Entries = []
    for key in ["/Root", "/Info"] {
      let object = file.get(file.trailer, key)
      guard object.number > 0 else { continue }
      _ = numbering.number(of: object)
      trailer.append((key, object))
    }
    takeObjects()
    for pack in packs { take(pack) }
    try writeWaiting()
    try writeTable(trailer)
    return output
  }

  /// Packs objects, and lets streams wait; each object may bring others along.
  private mutating func takeObjects() {
    while places.count < numbering.queue.count {
      let value = file.value(numbering.queue[places.count])
      if case .stream(let entries, let bytes) = value {
        take(bytes, entries)
      } else {
        if packs.isEmpty || packs[packs.count - 1].members.count == Self.mostPacked {
          packs.append(Pack())
        }
        let last = packs.count - 1
        packs[last].members.append((places.count + 1, packs[last].text.bytes.count))
        packs[last].text.put(value, numbering)
        packs[last].text.put("\n")
        places.append(.packed(stream: last, index: packs[last].members.count - 1))
      }
    }
  }

  /// A stream as the next object.
  private mutating func take(_ bytes: [UInt8], _ entries: PDFObject.Entries) {
    let isEncoded = entries.contains { $0.key == "/Filter" }
    // What a document says about itself stays readable to programs that know no PDF.
    let isMetadata = entries.contains {
      if $0.key == "/Type", case .name("/Metadata") = file.value($0.value) { true } else { false }
    }
    var dictionary = PDFText()
    dictionary.putOpen(entries.filter { $0.key != "/Length" }, numbering)
    places.append(.offset(0))
    waiting.append(
      Waiting(
        number: places.count, dictionary: dictionary, bytes: bytes,
        isToCompress: !isEncoded && !isMetadata))
  }

  private mutating func take(_ pack: Pack) {
    var index = PDFText()
    for member in pack.members {
      index.put(member.number)
      index.put(" ")
      index.put(member.offset)
      index.put(" ")
    }
    take(
      index.bytes + pack.text.bytes,
      [
        ("/Type", PDFObject(.name("/ObjStm"))), ("/N", PDFObject(.integer(pack.members.count))),
        ("/First", PDFObject(.integer(index.bytes.count))),
      ])
  }

  /// Compresses what waits, on all cores, and writes it in its order.
  private mutating func writeWaiting() throws(GraphicsError) {
    let streams = waiting
    waiting = []
    let packed = streams.concurrentMap { stream in
      stream.isToCompress ? (try? Deflate.compress(stream.bytes)) ?? [] : []
    }
    for (stream, bytes) in zip(streams, packed) {
      var text = PDFText()
      places[stream.number - 1] = .offset(output.count)
      text.put(stream.number)
      text.put(" 0 obj\n")
      output += text.bytes
      output += stream.dictionary.bytes
      // Not even no bytes are compressed to none.
      if stream.isToCompress, bytes.isEmpty {
        throw GraphicsError("compress", "no memory for \(stream.bytes.count) bytes")
      }
      let written = stream.isToCompress ? bytes : stream.bytes
      var end = PDFText()
      if stream.isToCompress { end.put("/Filter /FlateDecode") }
      end.put("/Length ")
      end.put(written.count)
      end.put(">>\nstream\n")
      output += end.bytes
      output += written
      output += "\nendstream\nendobj\n".utf8
    }
  }

  /// The table of all objects, which is the last of them.
  private mutating func writeTable(_ trailer: PDFObject.Entries) throws(GraphicsError) {
    let start = output.count
    let firstPack = places.count - packs.count + 1
    var table: [UInt8] = []
    var above = [UInt8](repeating: 0, count: 7)
    // Rows are written as what they have more than the row above, which compresses well.
    func add(_ kind: UInt8, _ place: Int, _ index: Int) {
      let row =
        [kind] + [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: place >> $0) }
        + [8, 0].map { UInt8(truncatingIfNeeded: index >> $0) }
      table.append(2)
      for (byte, upper) in zip(row, above) { table.append(byte &- upper) }
      above = row
    }
    add(0, 0, 0xFFFF)
    for place in places + [.offset(start)] {
      switch place {
      case .offset(let offset): add(1, offset, 0)
      case .packed(let stream, let index): add(2, firstPack + stream, index)
      }
    }
    let identifier = PDFObject(.string(Self.fingerprint(of: output)))
    let fields = [1, 4, 2].map { PDFObject(.integer($0)) }
    let prediction = [("/Predictor", 12), ("/Columns", 7)].map {
      (key: $0.0, value: PDFObject(.integer($0.1)))
    }
    take(
      table,
      [
        ("/Type", PDFObject(.name("/XRef"))), ("/Size", PDFObject(.integer(places.count + 2))),
        ("/W", PDFObject(.array(fields))), ("/DecodeParms", PDFObject(.dictionary(prediction))),
        ("/ID", PDFObject(.array([identifier, identifier]))),
      ] + trailer)
    try writeWaiting()
    output += "startxref\n\(start)\n%%EOF\n".utf8
  }

  /// Sixteen digits drawn from the file's bytes, which tell it from other files.
  private static func fingerprint(of bytes: [UInt8]) -> [UInt8] {
    var sum: UInt64 = 0xcbf2_9ce4_8422_2325
    bytes.withUnsafeBytes { raw in
      let whole = raw.count / 8 * 8
      for start in stride(from: 0, to: whole, by: 8) {
        let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: start, as: UInt64.self))
        sum = (sum ^ word) &* 0x0000_0100_0000_01B3
        sum ^= sum >> 29
      }
      for byte in raw[whole...] { sum = (sum ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    }
    let digits = String(sum, radix: 16)
    return Array((String(repeating: "0", count: 16 - digits.count) + digits).utf8)
  }
}

/// Gives objects new numbers as they are reached.
final class PDFNumbering {
  /// The objects reached; the first has the number 1.
  private(set) var queue: [PDFObject] = []
  /// New numbers by old ones; 0 for objects not reached.
  private var numbers: [Int]

  init(_ file: PDFFile) { numbers = [Int](repeating: 0, count: file.numbered.count) }

  func number(of object: PDFObject) -> Int {
    if numbers[object.number] == 0 {
      queue.append(object)
      numbers[object.number] = queue.count
    }
    return numbers[object.number]
  }
}
