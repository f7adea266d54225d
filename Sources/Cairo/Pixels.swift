internal import CCairo

/// A picture of pixels in memory.
public struct Pixels: Sendable, Hashable {
  public let width: Int
  public let height: Int
  /// Blue, green, red, alpha, each 0…255, the colours times the alpha; row by row.
  public let bytes: [UInt8]

  /// Reads a PNG.
  ///
  /// - Throws: ``GraphicsError`` where the bytes are no PNG or end too soon.
  public init(png: [UInt8]) throws(GraphicsError) {
    let surface = try ImageSurface(png: png)
    width = surface.width
    height = surface.height
    bytes = surface.bytes
  }
}

/// A PNG as the library draws it.
final class ImageSurface {
  let surface: OpaquePointer

  init(png: [UInt8]) throws(GraphicsError) {
    let source = ByteSource(png)
    let made = withExtendedLifetime(source) {
      cairo_image_surface_create_from_png_stream(
        ByteSource.read, Unmanaged.passUnretained(source).toOpaque())
    }
    guard let made else { throw GraphicsError("read PNG", "out of memory") }
    let status = cairo_surface_status(made)
    guard status == CAIRO_STATUS_SUCCESS else {
      cairo_surface_destroy(made)
      throw GraphicsError("read PNG", String(cString: cairo_status_to_string(status)))
    }
    surface = made
  }

  deinit { cairo_surface_destroy(surface) }

  var width: Int { Int(cairo_image_surface_get_width(surface)) }
  var height: Int { Int(cairo_image_surface_get_height(surface)) }

  /// Blue, green, red, alpha of each pixel. A picture without alpha is opaque.
  var bytes: [UInt8] {
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else { return [] }
    let stride = Int(cairo_image_surface_get_stride(surface))
    let isOpaque = cairo_image_surface_get_format(surface) == CAIRO_FORMAT_RGB24
    var result: [UInt8] = []
    result.reserveCapacity(4 * width * height)
    for row in 0..<height {
      result.append(
        contentsOf: UnsafeBufferPointer(start: data + row * stride, count: 4 * width))
    }
    if isOpaque {
      for index in Swift.stride(from: 3, to: result.count, by: 4) { result[index] = 255 }
    }
    return result
  }
}

extension Canvas {
  /// Draws a PNG so that it fills a rectangle.
  public func image(
    png: [UInt8], x: Double, y: Double, width: Double, height: Double
  ) throws(GraphicsError) {
    let image = try ImageSurface(png: png)
    guard image.width > 0, image.height > 0, width > 0, height > 0 else { return }
    try save()
    cairo_translate(cr, x, y)
    cairo_scale(cr, width / Double(image.width), height / Double(image.height))
    cairo_set_source_surface(cr, image.surface, 0, 0)
    cairo_paint(cr)
    try check("image")
    try restore()
  }
}

/// Where a picture is read from.
private final class ByteSource {
  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  static let read: cairo_read_func_t = { closure, data, length in
    guard let closure, let data else { return CAIRO_STATUS_READ_ERROR }
    let source = Unmanaged<ByteSource>.fromOpaque(closure).takeUnretainedValue()
    let count = Int(length)
    guard source.offset + count <= source.bytes.count else { return CAIRO_STATUS_READ_ERROR }
    for index in 0..<count { data[index] = source.bytes[source.offset + index] }
    source.offset += count
    return CAIRO_STATUS_SUCCESS
  }
}
