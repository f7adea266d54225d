import Charts
import Drawing

/// How large a figure is: for a slide, in pixels, or as it stands in the briefing, in points.
public struct FigureSize: Sendable, Hashable {
  public let width: Double
  /// The highest that it may be on a page; that of a slide.
  public let height: Double
  /// Whether it is set for a page: as high as it needs to be.
  public let isPage: Bool

  /// A slide of 16 by 9.
  public static let slide = FigureSize(width: 960, height: 540)
  /// One half of it, beside text.
  public static let halfSlide = FigureSize(width: 480, height: 540)

  /// As wide as the text of the briefing.
  public static let page = FigureSize(width: 482, height: 700, isPage: true)
  /// As large as a sheet on its side.
  public static let plate = FigureSize(width: 752, height: 482, isPage: true)

  static let most = 16_000.0
  /// Smaller than this share of a slide's the words are no longer read: 7 pixels of 11.
  static let leastScale = 0.635

  private init(width: Double, height: Double, isPage: Bool = false) {
    self.width = width
    self.height = height
    self.isPage = isPage
  }

  /// Reads `slide`, `half-slide`, `page`, `plate` or `1280x720`; nil for anything else.
  public init?(_ text: String) {
    switch text {
    case "slide": self = .slide
    case "half-slide": self = .halfSlide
    case "page": self = .page
    case "plate": self = .plate
    default:
      let parts = text.lowercased().split(separator: "x", omittingEmptySubsequences: false)
      guard parts.count == 2, let width = Int(parts[0]), let height = Int(parts[1]) else {
        return nil
      }
      self.init(width: Double(width), height: Double(height))
      guard max(self.width, self.height) <= FigureSize.most, layout.scale >= FigureSize.leastScale
      else { return nil }
    }
  }

  /// What a figure for a slide is laid out as, and what its lengths are multiplied by then.
  struct Layout {
    var size: Size
    /// Whether it has what half a slide has room for.
    var isHalf: Bool
    var scale: Double

    var style: Style { isHalf ? .halfSlide : .slide }
  }

  /// Sizes that lie as a slide does are laid out as one and enlarged, or made smaller as long as its
  /// words are read; upright ones and the smallest are half a slide, of which less is said in words of
  /// a larger share.
  var layout: Layout {
    let whole = min(width / 960, height / 540)
    let isUpright = width < (whole < 1 ? 1.2 : 0.8) * height
    let isHalf = isUpright || whole < FigureSize.leastScale
    let scale = isHalf ? min(width / 480, height / 420) : whole
    return Layout(size: Size(width / scale, height / scale), isHalf: isHalf, scale: scale)
  }
}

extension FigureMaker {
  /// A figure of any size.
  ///
  /// - Parameter titled: false where the slide has a title of its own; the source stays.
  public func slide(_ name: FigureName, size: FigureSize = .slide, titled: Bool = true) -> Figure {
    if size.isPage {
      var figure = page(
        name, width: size.width, maxHeight: size.height, titled: titled, on: theme)
      figure.frame.ground = theme.paper
      return figure
    }
    let layout = size.layout
    var figure = slide(name, layout, titled: titled)
    guard layout.scale != 1 else { return figure }
    figure.frame.items = figure.frame.items.map { $0.scaled(by: layout.scale) }
    figure.frame.size = Size(size.width, size.height)
    return figure
  }
}
