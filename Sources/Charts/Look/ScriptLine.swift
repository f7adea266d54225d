import Drawing

/// A line of text made ready for its script.
///
/// Arabic letters are drawn a little larger, as they look smaller than Latin ones of the same size. In
/// a line from right to left a stretch of numbers is isolated, or its dash would turn it round.
struct ScriptLine {
  let text: String
  let font: Font
  let isRightToLeft: Bool

  init(_ text: String, _ font: Font) {
    // Letters from right to left begin with these bytes in UTF-8.
    let mayBe = text.utf8.contains { (0xD6...0xDF).contains($0) || $0 == 0xEF || $0 == 0xE0 }
    guard mayBe, ScriptLine.startsFromRight(text) else {
      self.text = text
      self.font = font
      isRightToLeft = false
      return
    }
    var larger = font
    larger.size *= 1.08
    self.text = ScriptLine.isolated(text)
    self.font = larger
    isRightToLeft = true
  }

  /// Whether the first letter outside isolates is one of a script from right to left.
  private static func startsFromRight(_ text: String) -> Bool {
    var depth = 0
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x2066...0x2068: depth += 1
      case 0x2069: depth -= 1
      default: break
      }
      guard depth <= 0, scalar.properties.isAlphabetic else { continue }
      switch scalar.value {
      case 0x590...0x8FF, 0xFB1D...0xFDFF, 0xFE70...0xFEFF: return true
      default: return false
      }
    }
    return false
  }

  /// Digits with a dash between them, within marks that keep them from left to right.
  private static func isolated(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    func isDigit(_ at: Int) -> Bool {
      scalars.indices.contains(at) && (0x30...0x39).contains(scalars[at].value)
    }
    while index < scalars.count {
      guard isDigit(index) else {
        result.append(scalars[index])
        index += 1
        continue
      }
      var end = index
      var hasDash = false
      while isDigit(end)
        || ("–-/".unicodeScalars.contains(scalars[min(end, scalars.count - 1)])
          && end < scalars.count && isDigit(end + 1))
      {
        if !isDigit(end) { hasDash = true }
        end += 1
      }
      if hasDash { result.append("\u{2066}") }
      result.append(contentsOf: scalars[index..<end])
      if hasDash { result.append("\u{2069}") }
      index = end
    }
    return String(result)
  }
}
