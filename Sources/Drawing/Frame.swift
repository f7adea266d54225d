/// Where a link leads.
public enum LinkTarget: Hashable, Sendable {
  /// A ``Group/destination`` of the same document.
  case destination(String)
  case uri(String)
}

/// What a group means to a reader who can't see it.
public enum Role: Hashable, Sendable {
  case group
  case section
  /// Level 1…6.
  case heading(Int)
  case paragraph
  case list
  case listItem
  case table
  case tableRow
  case tableHeader
  case tableCell
  /// A picture with an alternative text; its inner groups carry no roles of their own.
  case figure
  /// One datum within a figure.
  case mark
  /// A part of a line of text.
  case span
  case link
  /// Page furniture and ornament, outside the reading order.
  case artifact
}

/// Marks that belong together, with their meaning.
public struct Group: Hashable, Sendable {
  /// Stable identifier: `e-k3v9x2` for an event's mark.
  public var id: String?
  public var role: Role
  /// Short name shown on pointing, in SVG `<title>`.
  public var title: String?
  /// What a figure shows, in words.
  public var alternative: String?
  public var link: LinkTarget?
  /// Name under which links find this group.
  public var destination: String?
  /// The room that it takes, in its own units, where that is known without measuring what is in it.
  public var area: Rect?
  /// Where the group's own origin lies in its parent.
  public var offset: Point
  /// Factor from the group's own units to its parent's.
  public var scale: Double
  public var items: [Item]

  public init(
    _ role: Role = .group, id: String? = nil, title: String? = nil, alternative: String? = nil,
    link: LinkTarget? = nil, destination: String? = nil, offset: Point = Point(0, 0),
    scale: Double = 1, area: Rect? = nil, _ items: [Item] = []
  ) {
    self.id = id
    self.role = role
    self.title = title
    self.alternative = alternative
    self.link = link
    self.destination = destination
    self.offset = offset
    self.scale = scale
    self.area = area
    self.items = items
  }
}

/// One thing in a frame, positioned.
public enum Item: Hashable, Sendable {
  case path(Path, fill: Paint?, stroke: Stroke?)
  case text(TextLine)
  /// A picture that fills a rectangle.
  case image(Bitmap, Rect)
  case group(Group)

  public static func fill(_ path: Path, _ color: Color) -> Item {
    .path(path, fill: .color(color), stroke: nil)
  }

  public static func stroke(_ path: Path, _ stroke: Stroke) -> Item {
    .path(path, fill: nil, stroke: stroke)
  }
}

/// A device-free picture: positioned marks with their meaning. Every writer draws the same frame.
public struct Frame: Hashable, Sendable {
  public var size: Size
  /// The finding that the picture shows, in one sentence.
  public var title: String
  /// The picture in words.
  public var alternative: String
  /// BCP 47.
  public var language: String
  /// Ground; nil is transparent.
  public var ground: Color?
  public var items: [Item]

  public init(
    size: Size, title: String = "", alternative: String = "", language: String = "en-GB",
    ground: Color? = nil, items: [Item] = []
  ) {
    self.size = size
    self.title = title
    self.alternative = alternative
    self.language = language
    self.ground = ground
    self.items = items
  }
}

/// One sheet of a document.
public struct Page: Hashable, Sendable {
  public var frame: Frame
  /// The number as printed.
  public var label: String

  public init(_ frame: Frame, label: String) {
    self.frame = frame
    self.label = label
  }
}

/// An entry of a document's outline (bookmarks).
public struct OutlineEntry: Hashable, Sendable {
  public var title: String
  /// 1 for a chapter, 2 for a section in it.
  public var level: Int
  /// A ``Group/destination``.
  public var destination: String

  public init(_ title: String, level: Int, destination: String) {
    self.title = title
    self.level = level
    self.destination = destination
  }
}

/// A file that the document carries with it.
public struct Attachment: Hashable, Sendable {
  public var name: String
  /// MIME type.
  public var type: String
  public var description: String
  public var bytes: [UInt8]
  /// The bytes as the writer of the PDF packs them, where that was done ahead.
  public var packed: [UInt8]?

  public init(name: String, type: String, description: String, bytes: [UInt8]) {
    self.name = name
    self.type = type
    self.description = description
    self.bytes = bytes
  }
}

/// Pages with all that a PDF says about itself.
public struct PagedDocument: Sendable {
  public var pages: [Page]
  public var outline: [OutlineEntry]
  public var title: String
  public var author: String
  public var subject: String
  public var keywords: [String]
  /// BCP 47.
  public var language: String
  /// The date that the document gives itself, `2017-01-16`; no clock is read.
  public var date: String
  public var attachments: [Attachment]

  public init(
    pages: [Page], outline: [OutlineEntry] = [], title: String, author: String = "",
    subject: String = "", keywords: [String] = [], language: String = "en-GB", date: String,
    attachments: [Attachment] = []
  ) {
    self.pages = pages
    self.outline = outline
    self.title = title
    self.author = author
    self.subject = subject
    self.keywords = keywords
    self.language = language
    self.date = date
    self.attachments = attachments
  }
}
