/// Collects the visible text of a page line by line.
///
/// Runs of white space become one space, cells are parted by tabs, empty lines are dropped, and
/// cells and lines lose the spaces at their ends. No-break spaces stay.
struct VisibleText {
  private(set) var bytes: [UInt8] = []
  /// First byte of the line being written.
  private(set) var lineStart = 0
  private var cellStart = 0
  /// Whether the line had a tab: its first one is not written when nothing stands before it.
  private var hasTab = false

  /// Where the next text will stand, once spaces before it are dropped.
  var end: Int { bytes.count }

  /// Adds text.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    for byte in text {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0C, 0x0D:
        if bytes.count > cellStart, bytes.last != 0x20 { bytes.append(0x20) }
      default: bytes.append(byte)
      }
    }
  }

  /// Begins a cell.
  mutating func beginCell() {
    dropSpace()
    if hasTab || bytes.count > lineStart { bytes.append(0x09) }
    hasTab = true
    cellStart = bytes.count
  }

  /// Ends the line. Returns false, and takes it back, when there is nothing visible in it.
  mutating func endLine() -> Bool {
    dropSpace()
    let isEmpty = !hasVisible()
    if isEmpty {
      bytes.removeSubrange(lineStart...)
    } else {
      bytes.append(0x0A)
    }
    lineStart = bytes.count
    cellStart = lineStart
    hasTab = false
    return !isEmpty
  }

  private mutating func dropSpace() {
    if bytes.count > cellStart, bytes.last == 0x20 { bytes.removeLast() }
  }

  private func hasVisible() -> Bool {
    var i = lineStart
    while i < bytes.count {
      guard let scalar = Bytes.scalar(bytes, at: i) else { return true }
      if !scalar.properties.isWhitespace { return true }
      i += UTF8.width(scalar)
    }
    return false
  }
}
