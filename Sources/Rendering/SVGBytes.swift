import Drawing

/// The bytes of an SVG as they are put down: numbers and names without a string between.
///
/// They are gathered in a block and handed on when it is full, which asks once for many bytes whether
/// there is room.
struct SVGBytes: ~Copyable {
  private var blocks: [UInt8] = []
  private let block: UnsafeMutablePointer<UInt8>
  private var count = 0
  private static let size = 1 << 14

  /// - Parameter expected: about how many bytes there will be.
  init(expected: Int = 0) {
    block = .allocate(capacity: Self.size)
    blocks.reserveCapacity(expected)
  }

  deinit { block.deallocate() }

  /// All bytes; to be asked for at the end.
  mutating func finish() -> [UInt8] {
    handOn()
    return blocks
  }

  private mutating func handOn() {
    blocks.append(contentsOf: UnsafeBufferPointer(start: block, count: count))
    count = 0
  }

  private mutating func makeRoom(_ bytes: Int) {
    if count + bytes > Self.size { handOn() }
  }

  /// Where there is room for it.
  private mutating func add(_ byte: UInt8) {
    block[count] = byte
    count += 1
  }

  mutating func put(byte: UInt8) {
    makeRoom(1)
    add(byte)
  }

  mutating func put(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    makeRoom(bytes.count)
    if bytes.count > Self.size { return blocks.append(contentsOf: bytes) }
    (block + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  mutating func put(_ text: StaticString) {
    put(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  mutating func put(bytes more: [UInt8]) { more.withUnsafeBufferPointer { put($0) } }

  mutating func put(spaces count: Int) {
    for _ in 0..<count { put(byte: 0x20) }
  }

  /// At most two decimals, no trailing zeros, no exponent, no minus before zero.
  mutating func put(_ value: Double) {
    makeRoom(24)
    guard value.isFinite, abs(value) < 1e13 else { return add(0x30) }
    let hundredths = Int((value * 100).rounded())
    if hundredths < 0 { add(0x2D) }
    let (whole, rest) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    put(whole: whole)
    if rest == 0 { return }
    add(0x2E)
    add(0x30 + UInt8(rest / 10))
    if rest % 10 != 0 { add(0x30 + UInt8(rest % 10)) }
  }

  private mutating func put(whole number: UInt) {
    var length = 1
    var limit: UInt = 10
    while number >= limit {
      length += 1
      limit *= 10
    }
    var rest = number
    var at = count + length
    repeat {
      at -= 1
      block[at] = 0x30 + UInt8(rest % 10)
      rest /= 10
    } while at > count
    count += length
  }

  /// A point, its numbers parted by a space.
  mutating func put(_ point: Point) {
    put(point.x)
    put(byte: 0x20)
    put(point.y)
  }

  /// Text for an element or a quoted attribute.
  mutating func put(escaped text: String) {
    var text = text
    let isPlain = text.withUTF8 { utf8 in
      guard utf8.allSatisfy({ Self.isItself[Int($0)] }) else { return false }
      put(utf8)
      return true
    }
    if isPlain { return }
    for byte in text.plain.utf8 {
      switch byte {
      case 0x26: put("&amp;")
      case 0x3C: put("&lt;")
      case 0x3E: put("&gt;")
      case 0x22: put("&quot;")
      default: put(byte: byte)
      }
    }
  }

  /// The bytes that stand for themselves: neither escaped nor part of what may be no character of XML.
  private static let isItself: [Bool] = (0...255).map { byte in
    byte >= 0x20 && ![0x22, 0x26, 0x3C, 0x3E, 0x7F, 0xC2, 0xEF].contains(byte)
  }

  /// `#RRGGBB`.
  mutating func put(_ color: Color) {
    makeRoom(7)
    add(0x23)
    put(part: color.red)
    put(part: color.green)
    put(part: color.blue)
  }

  private mutating func put(part: Double) {
    let value = UInt8(min(255, max(0, (part * 255).rounded())))
    put(digit: value >> 4)
    put(digit: value & 15)
  }

  private mutating func put(digit: UInt8) { add(digit < 10 ? 0x30 + digit : 0x37 + digit) }

  /// A path's `d`.
  mutating func put(_ path: Path) {
    for element in path.elements {
      switch element {
      case .move(let p):
        put(byte: 0x4D)
        put(p)
      case .line(let p):
        put(byte: 0x4C)
        put(p)
      case .curve(let a, let b, let c):
        put(byte: 0x43)
        put(a)
        put(byte: 0x20)
        put(b)
        put(byte: 0x20)
        put(c)
      case .close: put(byte: 0x5A)
      }
    }
  }
}
