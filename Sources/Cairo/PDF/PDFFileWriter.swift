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

  private let file: PDFFile
  private let numbering: PDFNumbering
  private var output: [UInt8] = []
  /// By new numbers, from 1.
  private var places: [Place] = []
  private var packs: [Pack] = []

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
    try writeObjects()
    for pack in packs { try write(pack) }
    try writeTable(trailer)
    return output
  }

  /// Writes streams at once and packs other objects; each object may bring others along.
  private mutating func writeObjects() throws(GraphicsError) {
    while places.count < numbering.queue.count {
      let value = file.value(numbering.queue[places.count])
      if case .stream(let entries, let bytes) = value {
        try write(bytes, entries)
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
  private mutating func write(
    _ bytes: [UInt8], _ entries: PDFObject.Entries
  ) throws(GraphicsError) {
    var entries = entries.filter { $0.key != "/Length" }
    var bytes = bytes
    let isEncoded = entries.contains { $0.key == "/Filter" }
    // What a document says about itself stays readable to programs that know no PDF.
    let isMetadata = entries.contains {
      if $0.key == "/Type", case .name("/Metadata") = file.value($0.value) { true } else { false }
    }
    if !isEncoded, !isMetadata {
      bytes = try Deflate.compress(bytes)
      entries.append(("/Filter", PDFObject(.name("/FlateDecode"))))
    }
    entries.append(("/Length", PDFObject(.integer(bytes.count))))
    places.append(.offset(output.count))
    var text = PDFText()
    text.put("\(places.count) 0 obj\n")
    text.put(.dictionary(entries), numbering)
    text.put("\nstream\n")
    output += text.bytes
    output += bytes
    output += "\nendstream\nendobj\n".utf8
  }

  private mutating func write(_ pack: Pack) throws(GraphicsError) {
    var index = PDFText()
    for member in pack.members { index.put("\(member.number) \(member.offset) ") }
    try write(
      index.bytes + pack.text.bytes,
      [
        ("/Type", PDFObject(.name("/ObjStm"))), ("/N", PDFObject(.integer(pack.members.count))),
        ("/First", PDFObject(.integer(index.bytes.count))),
      ])
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
    let digits = Array(Digest.sha256(output).utf8).prefix(16)
    let identifier = PDFObject(.string(Array(digits)))
    let fields = [1, 4, 2].map { PDFObject(.integer($0)) }
    let prediction = [("/Predictor", 12), ("/Columns", 7)].map {
      (key: $0.0, value: PDFObject(.integer($0.1)))
    }
    try write(
      table,
      [
        ("/Type", PDFObject(.name("/XRef"))), ("/Size", PDFObject(.integer(places.count + 2))),
        ("/W", PDFObject(.array(fields))), ("/DecodeParms", PDFObject(.dictionary(prediction))),
        ("/ID", PDFObject(.array([identifier, identifier]))),
      ] + trailer)
    output += "startxref\n\(start)\n%%EOF\n".utf8
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
