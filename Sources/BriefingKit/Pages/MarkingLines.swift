import Drawing

/// A marking as it is set at head and foot: on one line where it fits between what stands at the
/// sides, else on up to three, else smaller.
struct MarkingLines: Sendable {
  let lines: [String]
  let font: Font
  /// Of the longest line.
  let width: Double

  static let room = 362.0
  private static let mostLines = 3
  private static let sizes = [1, 0.9, 0.8, 0.7, 0.6, 0.5, 0.4]

  init(_ words: String, _ measurer: any TextMeasurer) {
    var best: (lines: [String], font: Font, width: Double) = ([words], PageStyle.markingFont, 0)
    for size in Self.sizes {
      var font = PageStyle.markingFont
      font.size *= size
      font.letterSpacing *= size
      let lines = Self.lines(words) { measurer.width(of: $0, font) <= Self.room }
      best = (lines, font, lines.map { measurer.width(of: $0, font) }.max() ?? 0)
      if lines.count <= Self.mostLines, best.width <= Self.room { break }
    }
    (lines, font, width) = best
  }

  /// As many words on a line as fit it.
  private static func lines(_ words: String, _ fits: (String) -> Bool) -> [String] {
    var lines: [String] = []
    for word in words.split(separator: " ") {
      if let last = lines.last, fits(last + " " + word) {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }
}
