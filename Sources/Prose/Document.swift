public import Diagnostics

/// A document as read from a file: its text, and the blocks that the text is made of.
///
/// Knows no dates or events: who wrote it and when is found by the extraction.
public struct Document: Sendable {
  public enum Format: String, Sendable {
    case text
    case markdown
    case html
  }

  /// A named value that the file says about itself: front matter, HTML `<title>` and `<meta>`.
  public struct Field: Sendable {
    public let key: String
    public let value: String
    /// Where the value stands in the text; nil when it is not part of the text.
    public let span: Span?

    public init(key: String, value: String, span: Span?) {
      self.key = key
      self.value = value
      self.span = span
    }
  }

  public let format: Format
  /// The text to which all spans refer; of HTML, the visible text.
  public let text: SourceText
  /// SHA-256 of the file's bytes; empty where nobody asks for it.
  public let sha256: String
  public let fields: [Field]
  /// In the order of the text.
  public let blocks: [Block]
  /// What was doubtful about reading it.
  public let diagnostics: [Diagnostic]

  public init(
    format: Format, text: SourceText, sha256: String, fields: [Field], blocks: [Block],
    diagnostics: [Diagnostic]
  ) {
    self.format = format
    self.text = text
    self.sha256 = sha256
    self.fields = fields
    self.blocks = blocks
    self.diagnostics = diagnostics
  }

  public var path: String { text.path }

  /// The value of a field, by its lower-case key.
  public func field(_ key: String) -> Field? { fields.first { $0.key == key } }
}

/// A paragraph, heading, list item or table row.
public struct Block: Sendable {
  public enum Kind: Sendable, Equatable {
    /// Level 1…6; 1 is the document's title.
    case heading(Int)
    case paragraph
    /// "a.", "1.", "–": the marker as written, which is not part of the block's text.
    case listItem(marker: String)
    /// Cells in ``Block/cells``.
    case tableRow
    /// The head of a table.
    case tableHead
    case quotation
    /// Navigation, teasers, notices: no part of the document's own prose. Says why.
    case furniture(String)
  }

  public var kind: Kind
  /// The block's text without its marker.
  public var span: Span
  /// Cells of a table row, in order; empty otherwise.
  public var cells: [Span]
  /// Cells of rows above that reach down to this row, in the order of the columns: the year that
  /// a table gives once for several rows. Of a line within a cell: the short cells beside it.
  public var inherited: [Span]
  /// Parts of the span that are no text: markup, comments, web addresses. In order, not
  /// overlapping.
  public var skipped: [Span]
  /// The words before the colon or gap of an entry: "18/10" of "18/10: Embassy opens", "A" of an
  /// interview, "Sept. 2000" of "Sept. 2000  Commission established". Part of the span.
  public var label: Span?

  public init(
    _ kind: Kind, _ span: Span, cells: [Span] = [], inherited: [Span] = [], skipped: [Span] = [],
    label: Span? = nil
  ) {
    self.kind = kind
    self.span = span
    self.cells = cells
    self.inherited = inherited
    self.skipped = skipped
    self.label = label
  }

  /// Whether the block is no part of the document's own prose.
  public var isFurniture: Bool {
    if case .furniture = kind { return true }
    return false
  }

  /// The level of a heading, or nil.
  public var headingLevel: Int? {
    if case .heading(let level) = kind { return level }
    return nil
  }
}
