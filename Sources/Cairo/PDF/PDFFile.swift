/// A PDF in memory whose objects can be read and changed.
///
/// It reads what cairo writes: one table of objects, nothing encrypted. Reading what is not
/// there gives null, as in PDF itself. Names are given with their slash, `/Figure`.
public final class PDFFile {
  private let bytes: [UInt8]
  /// Where the objects begin, by their numbers; 0 for none.
  private var offsets: [Int] = []
  /// All objects with a number, by their numbers.
  private(set) var numbered: [PDFObject] = []
  public private(set) var trailer = PDFObject(.null)

  /// A file without pages.
  init() {
    bytes = []
    numbered = [PDFObject(.null)]
    let root = indirect(dictionary(["/Type": name("/Catalog")]))
    trailer = dictionary(["/Root": root, "/Info": indirect(dictionary([:]))])
  }

  /// Opens a file's bytes.
  public init(_ bytes: [UInt8]) throws(GraphicsError) {
    self.bytes = bytes
    guard let table = offsetOfTable, read(table: table), isDictionary(root) else {
      throw GraphicsError("read PDF", "there is no table of objects")
    }
  }

  private func reader(at offset: Int) -> PDFReader {
    PDFReader(bytes: bytes, at: offset) { [unowned self] number in
      numbered.indices.contains(number) ? numbered[number] : PDFObject(.null)
    }
  }

  /// What the last `startxref` says.
  private var offsetOfTable: Int? {
    let word = Array("startxref".utf8)
    let last = (0...max(0, bytes.count - word.count)).last {
      bytes[$0...].starts(with: word)
    }
    guard let last else { return nil }
    var reader = reader(at: last + word.count)
    return reader.integer()
  }

  private func read(table: Int) -> Bool {
    var reader = reader(at: table)
    guard reader.skipsWord("xref") else { return false }
    while let first = reader.integer(), let count = reader.integer() {
      guard first + count <= bytes.count / 10 else { return false }
      while offsets.count < first + count {
        numbered.append(PDFObject(.unread, number: offsets.count))
        offsets.append(0)
      }
      for number in first..<first + count {
        guard let offset = reader.integer(), reader.integer() != nil else { return false }
        if reader.skipsWord("n") {
          offsets[number] = offset
        } else if !reader.skipsWord("f") {
          return false
        }
      }
    }
    guard reader.skipsWord("trailer") else { return false }
    trailer = PDFObject(reader.value(depth: 0))
    return true
  }

  /// What an object is, read from the file when first asked for.
  func value(_ object: PDFObject) -> PDFObject.Value {
    if case .unread = object.value { object.value = read(object.number) }
    return object.value
  }

  private func read(_ number: Int) -> PDFObject.Value {
    guard offsets.indices.contains(number), offsets[number] > 0 else { return .null }
    var reader = reader(at: offsets[number])
    guard reader.integer() == number, reader.integer() != nil, reader.skipsWord("obj") else {
      return .null
    }
    return reader.whole { [self] entries in
      entries.first { $0.key == "/Length" }.flatMap { integer($0.value) }
    }
  }

  /// The file's bytes, compressed, its identifier drawn from its content.
  public func write() throws(GraphicsError) -> [UInt8] {
    var writer = PDFFileWriter(file: self)
    return try writer.write()
  }

  // MARK: Reading

  public var root: PDFObject { self.get(trailer, "/Root") }

  public var pages: [PDFObject] { pages(below: self.get(root, "/Pages"), depth: 0) }

  private func pages(below node: PDFObject, depth: Int) -> [PDFObject] {
    guard depth < 32 else { return [] }
    return items(get(node, "/Kids")).flatMap {
      name(get($0, "/Type")) == "/Pages" ? pages(below: $0, depth: depth + 1) : [$0]
    }
  }

  private func entries(_ object: PDFObject) -> PDFObject.Entries? {
    if case .dictionary(let entries) = value(object) { entries } else { nil }
  }

  /// A dictionary's value; null for no dictionary or no such key.
  public func get(_ object: PDFObject, _ key: String) -> PDFObject {
    entries(object)?.first { $0.key == key }?.value ?? null
  }

  public func isNull(_ object: PDFObject) -> Bool {
    if case .null = value(object) { true } else { false }
  }

  public func isDictionary(_ object: PDFObject) -> Bool { entries(object) != nil }

  public func isArray(_ object: PDFObject) -> Bool {
    if case .array = value(object) { true } else { false }
  }

  /// An array's items; one other object stands for an array of it, null for none.
  public func items(_ object: PDFObject) -> [PDFObject] {
    switch value(object) {
    case .null: []
    case .array(let items): items
    default: [object]
    }
  }

  /// A name; empty for other objects.
  public func name(_ object: PDFObject) -> String {
    if case .name(let name) = value(object) { name } else { "" }
  }

  /// The bytes of a string; none for other objects.
  public func string(_ object: PDFObject) -> [UInt8] {
    if case .string(let bytes) = value(object) { bytes } else { [] }
  }

  public func isTrue(_ object: PDFObject) -> Bool {
    if case .bool(true) = value(object) { true } else { false }
  }

  /// The keys of a dictionary, or of the dictionary of a stream.
  public func keys(_ object: PDFObject) -> [String] {
    switch value(object) {
    case .dictionary(let entries), .stream(let entries, _): entries.map(\.key)
    default: []
    }
  }

  /// Number of an indirect object; 0 for direct ones.
  public func number(_ object: PDFObject) -> Int { object.number }

  /// A whole number; nil for other objects.
  public func integer(_ object: PDFObject) -> Int? {
    if case .integer(let number) = value(object) { number } else { nil }
  }

  /// A number; nil for other objects.
  public func real(_ object: PDFObject) -> Double? {
    switch value(object) {
    case .integer(let number): Double(number)
    case .real(let digits): Double(digits)
    default: nil
    }
  }

  /// A stream's bytes, decoded.
  public func stream(_ object: PDFObject) throws(GraphicsError) -> [UInt8] {
    guard case .stream(let entries, let bytes) = value(object) else {
      throw GraphicsError("read stream", "object \(object.number) is no stream")
    }
    guard let filter = entries.first(where: { $0.key == "/Filter" }) else { return bytes }
    guard items(filter.value).map(name) == ["/FlateDecode"] else {
      throw GraphicsError("read stream", "object \(object.number) is encoded in an unknown way")
    }
    return try Deflate.expand(bytes)
  }

  // MARK: Making

  public var null: PDFObject { PDFObject(.null) }

  public func name(_ name: String) -> PDFObject { PDFObject(.name(PDFText.escaped(name))) }

  /// A text for people: in ASCII, or else in UTF-16 with its mark.
  public func text(_ string: String) -> PDFObject {
    let ascii = string.utf8.allSatisfy { $0 < 0x80 }
    return PDFObject(
      .string(
        ascii
          ? Array(string.utf8)
          : [0xFE, 0xFF] + string.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }))
  }

  public func bool(_ value: Bool) -> PDFObject { PDFObject(.bool(value)) }

  /// A number of at most two digits after the point.
  public func number(_ value: Double) -> PDFObject {
    let hundredths = Int((value * 100).rounded())
    let sign = hundredths < 0 ? "-" : ""
    let rest = abs(hundredths) % 100
    return PDFObject(.real("\(sign)\(abs(hundredths) / 100).\(rest < 10 ? "0" : "")\(rest)"))
  }

  public func integer(_ value: Int) -> PDFObject { PDFObject(.integer(value)) }
  public func array(_ items: [PDFObject]) -> PDFObject { PDFObject(.array(items)) }

  public func dictionary(_ entries: KeyValuePairs<String, PDFObject>) -> PDFObject {
    PDFObject(.dictionary(entries.map { ($0.key, $0.value) }))
  }

  /// A new indirect stream.
  ///
  /// - Parameter packed: what ``packed(_:)`` makes of the bytes, where that was done before.
  public func stream(
    _ bytes: [UInt8], packed: [UInt8]? = nil, _ entries: KeyValuePairs<String, PDFObject>
  ) -> PDFObject {
    var entries: PDFObject.Entries = entries.map { ($0.key, $0.value) }
    if packed != nil { entries.append(("/Filter", name("/FlateDecode"))) }
    return indirect(PDFObject(.stream(entries, packed ?? bytes)))
  }

  /// Bytes as they stand in a stream.
  public static func packed(_ bytes: [UInt8]) throws(GraphicsError) -> [UInt8] {
    try Deflate.compress(bytes)
  }

  /// The object with a number of its own.
  public func indirect(_ object: PDFObject) -> PDFObject {
    guard object.number == 0 else { return object }
    object.number = numbered.count
    numbered.append(object)
    return object
  }

  /// Takes an object over from another file, with all that it refers to; that file no longer has it.
  func adopt(_ object: PDFObject, of other: PDFFile) {
    let inner: [PDFObject]
    switch other.value(object) {
    case .array(let items): inner = items
    case .dictionary(let entries): inner = entries.map(\.value)
    case .stream(let entries, _): inner = entries.map(\.value)
    default: inner = []
    }
    if object.number > 0 {
      if numbered.indices.contains(object.number), numbered[object.number] === object { return }
      object.number = 0
      _ = indirect(object)
    }
    for part in inner { adopt(part, of: other) }
  }

  /// Takes over all objects of a file that began without pages, but for its catalog and what it says
  /// of itself.
  func adoptAll(of other: PDFFile) {
    for object in other.numbered.dropFirst(3) {
      object.number = numbered.count
      numbered.append(object)
    }
  }

  /// Says of a TrueType font what holds where nothing is said: a character's number is its glyph's.
  func nameGlyphMap(of font: PDFObject) {
    for inner in items(get(font, "/DescendantFonts"))
    where name(get(inner, "/Subtype")) == "/CIDFontType2" {
      set(inner, "/CIDToGIDMap", name("/Identity"))
    }
  }

  // MARK: Changing

  public func set(_ object: PDFObject, _ key: String, _ value: PDFObject) {
    guard var entries = entries(object) else { return }
    if let index = entries.firstIndex(where: { $0.key == key }) {
      entries[index].value = value
    } else {
      entries.append((key, value))
    }
    object.value = .dictionary(entries)
  }

  /// Sets a value of the dictionary of a stream.
  func setOfStream(_ object: PDFObject, _ key: String, _ value: PDFObject) {
    guard case .stream(let entries, let bytes) = self.value(object) else { return }
    object.value = .stream(entries.filter { $0.key != key } + [(key, value)], bytes)
  }

  public func remove(_ object: PDFObject, _ key: String) {
    guard let entries = entries(object) else { return }
    object.value = .dictionary(entries.filter { $0.key != key })
  }

  public func set(_ array: PDFObject, at index: Int, _ value: PDFObject) {
    guard case .array(var items) = self.value(array), items.indices.contains(index) else { return }
    items[index] = value
    array.value = .array(items)
  }

  /// Gives a stream other bytes, not encoded.
  public func replaceStream(_ object: PDFObject, _ bytes: [UInt8]) {
    guard case .stream(let entries, _) = value(object) else { return }
    object.value = .stream(
      entries.filter { $0.key != "/Filter" && $0.key != "/DecodeParms" }, bytes)
  }
}
