internal import CCairo

/// What a PDF says about itself.
public enum DocumentProperty {
  case title, author, subject, keywords, creator, created, modified
}

extension Canvas {
  // MARK: Pages

  /// Size of the page that follows, in points; before anything is drawn on it.
  public func setPageSize(width: Double, height: Double) throws(GraphicsError) {
    cairo_pdf_surface_set_size(surface, width, height)
    page = (width, height)
    try check("set page size")
  }

  /// The number as shown by a viewer.
  public func setPageLabel(_ label: String) throws(GraphicsError) {
    cairo_pdf_surface_set_page_label(surface, label)
    try check("set page label")
  }

  public func showPage() throws(GraphicsError) {
    cairo_show_page(cr)
    try check("show page")
  }

  // MARK: Structure

  /// Opens a structure element, a link or a destination.
  public func beginTag(_ tag: String, _ attributes: String = "") throws(GraphicsError) {
    cairo_tag_begin(cr, tag, attributes)
    try check("begin tag \(tag) \(attributes)")
  }

  public func endTag(_ tag: String) throws(GraphicsError) {
    cairo_tag_end(cr, tag)
    try check("end tag \(tag)")
  }

  /// Adds a bookmark; returns its number, the parent of entries below it.
  ///
  /// - Parameter parent: 0 for an entry of the first level.
  public func addOutline(_ title: String, destination: String, parent: Int)
    throws(GraphicsError) -> Int
  {
    let id = cairo_pdf_surface_add_outline(
      surface, Int32(parent), title, "dest='\(Self.quoted(destination))'",
      CAIRO_PDF_OUTLINE_FLAG_OPEN)
    try check("add outline")
    return Int(id)
  }

  public func setProperty(_ property: DocumentProperty, _ value: String) throws(GraphicsError) {
    let key: cairo_pdf_metadata_t
    switch property {
    case .title: key = CAIRO_PDF_METADATA_TITLE
    case .author: key = CAIRO_PDF_METADATA_AUTHOR
    case .subject: key = CAIRO_PDF_METADATA_SUBJECT
    case .keywords: key = CAIRO_PDF_METADATA_KEYWORDS
    case .creator: key = CAIRO_PDF_METADATA_CREATOR
    case .created: key = CAIRO_PDF_METADATA_CREATE_DATE
    case .modified: key = CAIRO_PDF_METADATA_MOD_DATE
    }
    cairo_pdf_surface_set_metadata(surface, key, value)
    try check("set metadata")
  }

  /// A string as it stands between single quotes in a tag's attributes.
  public static func quoted(_ string: String) -> String {
    var result = ""
    for character in string {
      if character == "'" || character == "\\" { result.append("\\") }
      result.append(character)
    }
    return result
  }
}
