import Drawing

extension Frame {
  /// The frame with its marking in the upper corner and in its name.
  func marked(_ marking: String?, in color: Color = PageStyle.marking) -> Frame {
    guard let marking else { return self }
    let words = marking.uppercased()
    var frame = self
    let font = Font(.inter, 11, .semibold, letterSpacing: 1)
    let place = Point(frame.size.width - 12, 16)
    frame.items.append(
      .group(
        Group(
          .group, id: "marking",
          [.text(TextLine(words, at: place, font, color, anchor: .end))])))
    frame.title = "\(words): \(frame.title)"
    return frame
  }
}
