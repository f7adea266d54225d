import Charts
import Drawing

extension Frame {
  /// The frame with its marking in the upper corner and in its name.
  ///
  /// - Parameter size: what the frame is made for; what a page says begins at its edge, so that it moves
  ///   down to make room.
  func marked(
    _ marking: String?, in color: Color = PageStyle.marking, size figure: FigureSize
  ) -> Frame {
    guard let marking else { return self }
    let words = marking.uppercased()
    var frame = self
    let isPage = figure.isPage
    let layout = figure.layout
    let font =
      isPage
      ? PageStyle.markingFont
      : Font(.inter, 11 * layout.scale, .semibold, letterSpacing: layout.scale)
    if isPage {
      let room = 2 * font.size
      frame.items = [.group(Group(.group, offset: Point(0, room), items))]
      frame.size.height += room
    }
    // Above the right edge of what the figure says.
    let place =
      isPage
      ? Point(frame.size.width, 1.1 * font.size)
      : Point(frame.size.width - layout.style.margin * layout.scale, 16 * layout.scale)
    frame.items.append(
      .group(
        Group(
          .group, id: "marking",
          [.text(TextLine(words, at: place, font, color, anchor: .end))])))
    frame.title = "\(words): \(frame.title)"
    return frame
  }
}
