import Drawing

/// Collects the marks of one figure.
struct Canvas {
  let measurer: any TextMeasurer
  let theme: Theme
  /// Room for fonts that run wider where the picture is opened without its own.
  let slack: Double
  var items: [Item] = []

  init(_ measurer: any TextMeasurer, _ theme: Theme, _ style: Style) {
    self.measurer = measurer
    self.theme = theme
    slack = style.slack
  }

  /// Width to be kept for a text.
  func width(_ text: String, _ font: Font) -> Double { natural(text, font) * slack }

  /// Width of a text as it is measured.
  func natural(_ text: String, _ font: Font) -> Double {
    let line = ScriptLine(text, font)
    return measurer.width(of: line.text, line.font)
  }

  mutating func text(
    _ string: String, _ x: Double, _ y: Double, _ font: Font, _ color: Color? = nil,
    anchor: TextLine.Anchor = .start
  ) {
    guard !string.isEmpty else { return }
    let line = ScriptLine(string, font)
    items.append(
      .text(
        TextLine(
          line.text, at: Point(x, y), line.font, color ?? theme.ink, anchor: anchor,
          rightToLeft: line.isRightToLeft)))
  }

  /// Text whose letters are centred on `y`.
  mutating func centred(
    _ string: String, _ x: Double, _ y: Double, _ font: Font, _ color: Color? = nil,
    anchor: TextLine.Anchor = .start
  ) {
    text(string, x, y + 0.36 * font.size, font, color, anchor: anchor)
  }

  mutating func rule(
    _ from: Point, _ to: Point, _ color: Color, _ width: Double, dash: [Double] = []
  ) {
    items.append(.stroke(.line(from, to), Stroke(color, width: width, dash: dash)))
  }

  mutating func fill(_ rect: Rect, _ color: Color) { items.append(.fill(.rect(rect), color)) }

  /// Words broken into lines no wider than `width`; words that are wider alone are broken too.
  func wrap(_ text: String, _ font: Font, _ width: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0.0
    let space = self.width(" ", font)
    for word in text.split(separator: " ").map(Self.short) {
      let own = self.width(String(word), font)
      if !line.isEmpty, used + space + own <= width {
        line += " " + word
        used += space + own
        continue
      }
      if !line.isEmpty { lines.append(line) }
      (line, used) = (String(word), own)
      while used > width, line.count > 1 {
        let head = longest(line, font, width)
        lines.append(head)
        line = String(line.dropFirst(head.count))
        used = self.width(line, font)
      }
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// A word that is longer than any language's has its end cut off.
  private static func short(_ word: Substring) -> Substring {
    word.utf8.count > longestWord ? word.prefix(longestWord / 4) + "…" : word
  }

  private static let longestWord = 400

  /// The same number of lines, the last not much shorter than the others.
  func wrapEvenly(_ text: String, _ font: Font, _ width: Double) -> [String] {
    var lines = wrap(text, font, width)
    let count = lines.count
    var narrower = width
    while count > 1, let last = lines.last, self.width(last, font) < 0.5 * width {
      narrower -= 0.04 * width
      let tried = wrap(text, font, narrower)
      if tried.count > count { break }
      lines = tried
    }
    return lines
  }

  /// The text, or as much of it as fits with an ellipsis.
  func fit(_ text: String, _ font: Font, _ width: Double) -> String {
    if self.width(text, font) <= width { return text }
    let room = width - self.width("…", font)
    if room <= 0 { return "" }
    var head = longest(text, font, room)
    while head.last == " " { head.removeLast() }
    return head.isEmpty || self.width(head, font) > room ? "" : head + "…"
  }

  /// The longest beginning within a width, one character at least.
  private func longest(_ text: String, _ font: Font, _ width: Double) -> String {
    var low = 1
    var high = text.count
    while low < high {
      let middle = (low + high + 1) / 2
      if self.width(String(text.prefix(middle)), font) <= width {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return String(text.prefix(low))
  }
}
