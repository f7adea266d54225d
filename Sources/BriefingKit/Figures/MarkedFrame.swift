import Drawing

extension Frame {
  /// The frame with its marking in the upper corner and in its name.
  ///
  /// - Parameter isPage: whether what it says begins at its edge, so that it moves down to make room.
  func marked(
    _ marking: String?, in color: Color = PageStyle.marking, isPage: Bool = false
  ) -> Frame {
    guard let marking else { return self }
    let words = marking.uppercased()
    var frame = self
    let font = isPage ? PageStyle.markingFont : Font(.inter, 11, .semibold, letterSpacing: 1)
    if isPage {
      let room = 2 * font.size
      frame.items = [.group(Group(.group, offset: Point(0, room), items))]
      frame.size.height += room
    }
    // Above the right edge of what the figure says.
    let margin = isPage ? 0 : frame.size.width < 700 ? 28.0 : 40 * frame.size.width / 960
    let place = Point(frame.size.width - margin, isPage ? 1.1 * font.size : 16)
    frame.items.append(
      .group(
        Group(
          .group, id: "marking",
          [.text(TextLine(words, at: place, font, color, anchor: .end))])))
    frame.title = "\(words): \(frame.title)"
    return frame
  }
}
