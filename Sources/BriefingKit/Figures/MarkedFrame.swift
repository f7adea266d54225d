import Drawing

extension Frame {
  /// The frame with its marking in the upper corner and in its name.
  func marked(_ marking: String?, in color: Color = PageStyle.marking) -> Frame {
    guard let marking else { return self }
    let words = marking.uppercased()
    var frame = self
    let font = Font(.inter, 11, .semibold, letterSpacing: 1)
    // Above the right edge of what the figure says.
    let margin = frame.size.width < 700 ? 28.0 : 40 * frame.size.width / 960
    let place = Point(frame.size.width - margin, 16)
    frame.items.append(
      .group(
        Group(
          .group, id: "marking",
          [.text(TextLine(words, at: place, font, color, anchor: .end))])))
    frame.title = "\(words): \(frame.title)"
    return frame
  }
}
