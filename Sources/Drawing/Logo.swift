/// A drawing of paths, to be placed in a frame at any size.
public struct Artwork: Hashable, Sendable {
  public let size: Size
  /// Within the size, from its upper left corner.
  public let items: [Item]
  /// The file that it was read from.
  public let source: [UInt8]

  public init(size: Size, items: [Item], source: [UInt8]) {
    self.size = size
    self.items = items
    self.source = source
  }
}

/// The mark of a house, as pixels or as paths.
public enum Logo: Hashable, Sendable {
  case bitmap(Bitmap)
  case artwork(Artwork)

  /// In units of its own.
  public var size: Size {
    switch self {
    case .bitmap(let bitmap): Size(Double(bitmap.width), Double(bitmap.height))
    case .artwork(let artwork): artwork.size
    }
  }

  /// The file that it was read from.
  public var source: [UInt8] {
    switch self {
    case .bitmap(let bitmap): bitmap.png
    case .artwork(let artwork): artwork.source
    }
  }

  /// The logo within a rectangle of its own proportions.
  public func item(in rect: Rect) -> Item {
    switch self {
    case .bitmap(let bitmap): .image(bitmap, rect)
    case .artwork(let artwork):
      .group(
        Group(
          offset: Point(rect.x, rect.y), scale: rect.width / artwork.size.width, artwork.items))
    }
  }
}
