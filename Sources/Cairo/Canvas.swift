internal import CCairo
internal import CPango

/// A picture of pixels to draw on.
///
/// Every call checks the library's state and throws what it says. Lengths are user units, y grows
/// downwards.
public final class Canvas: DrawingSurface {
  let surface: OpaquePointer
  let cr: OpaquePointer

  /// A transparent picture; sizes in pixels.
  public init(width: Int, height: Int) throws(GraphicsError) {
    guard
      let surface = cairo_image_surface_create(
        CAIRO_FORMAT_ARGB32, Int32(width), Int32(height)), let cr = cairo_create(surface)
    else { throw GraphicsError("create surface", "out of memory") }
    self.surface = surface
    self.cr = cr
    try check("create surface")
    cairo_set_line_join(cr, CAIRO_LINE_JOIN_MITER)
  }

  deinit {
    cairo_destroy(cr)
    cairo_surface_finish(surface)
    cairo_surface_destroy(surface)
  }

  /// Ends the drawing and gives the PNG's bytes; the canvas is not to be used after.
  public func finish() throws(GraphicsError) -> [UInt8] {
    let sink = ByteSink()
    let status = withExtendedLifetime(sink) {
      cairo_surface_write_to_png_stream(
        surface, ByteSink.write, Unmanaged.passUnretained(sink).toOpaque())
    }
    if status != CAIRO_STATUS_SUCCESS { throw Self.error("write PNG", status) }
    cairo_surface_finish(surface)
    return sink.bytes
  }

  func check(_ operation: String) throws(GraphicsError) {
    let status = cairo_status(cr)
    if status != CAIRO_STATUS_SUCCESS { throw Self.error(operation, status) }
    let below = cairo_surface_status(surface)
    if below != CAIRO_STATUS_SUCCESS { throw Self.error(operation, below) }
  }

  private static func error(_ operation: String, _ status: cairo_status_t) -> GraphicsError {
    GraphicsError(operation, String(cString: cairo_status_to_string(status)))
  }

  // MARK: State

  public func save() throws(GraphicsError) {
    cairo_save(cr)
    try check("save")
  }

  public func restore() throws(GraphicsError) {
    cairo_restore(cr)
    try check("restore")
  }

  /// Moves the origin, then scales.
  public func transform(x: Double, y: Double, scale: Double) throws(GraphicsError) {
    cairo_translate(cr, x, y)
    cairo_scale(cr, scale, scale)
    try check("transform")
  }

  /// A point of user space in the surface's own units.
  public func device(x: Double, y: Double) -> (x: Double, y: Double) {
    var (a, b) = (x, y)
    cairo_user_to_device(cr, &a, &b)
    return (a, b)
  }

  // MARK: Paths

  /// Starts an empty path; text leaves a current point behind that must not join.
  public func newPath() { cairo_new_path(cr) }
  public func move(x: Double, y: Double) { cairo_move_to(cr, x, y) }
  public func line(x: Double, y: Double) { cairo_line_to(cr, x, y) }
  public func close() { cairo_close_path(cr) }

  public func curve(
    x1: Double, y1: Double, x2: Double, y2: Double, x3: Double, y3: Double
  ) {
    cairo_curve_to(cr, x1, y1, x2, y2, x3, y3)
  }

  /// Fills the path and keeps it.
  public func fill(isEvenOdd: Bool) throws(GraphicsError) {
    cairo_set_fill_rule(cr, isEvenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING)
    cairo_fill_preserve(cr)
    try check("fill")
  }

  /// Strokes the path and keeps it.
  public func stroke(width: Double, dash: [Double], roundCap: Bool) throws(GraphicsError) {
    cairo_set_line_width(cr, width)
    cairo_set_line_cap(cr, roundCap ? CAIRO_LINE_CAP_ROUND : CAIRO_LINE_CAP_BUTT)
    cairo_set_dash(cr, dash, Int32(dash.count), 0)
    cairo_stroke_preserve(cr)
    try check("stroke")
  }

  // MARK: Paint

  /// An sRGB colour, components 0…1.
  public func setColor(
    red: Double, green: Double, blue: Double, alpha: Double
  ) throws(GraphicsError) {
    // An opaque colour says so, or the PDF page gets a transparency group.
    if alpha >= 1 {
      cairo_set_source_rgb(cr, red, green, blue)
    } else {
      cairo_set_source_rgba(cr, red, green, blue, alpha)
    }
    try check("set colour")
  }

  /// A gradient along a line.
  public func setGradient(
    x1: Double, y1: Double, x2: Double, y2: Double,
    stops: [(offset: Double, red: Double, green: Double, blue: Double, alpha: Double)]
  ) throws(GraphicsError) {
    guard let pattern = cairo_pattern_create_linear(x1, y1, x2, y2) else {
      throw GraphicsError("set gradient", "out of memory")
    }
    for stop in stops {
      cairo_pattern_add_color_stop_rgba(
        pattern, stop.offset, stop.red, stop.green, stop.blue, stop.alpha)
    }
    cairo_set_source(cr, pattern)
    cairo_pattern_destroy(pattern)
    try check("set gradient")
  }
}

/// Where a surface writes its bytes.
final class ByteSink {
  var bytes: [UInt8] = []

  static let write: cairo_write_func_t = { closure, data, length in
    guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
    let sink = Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
    sink.bytes.append(contentsOf: UnsafeBufferPointer(start: data, count: Int(length)))
    return CAIRO_STATUS_SUCCESS
  }
}
