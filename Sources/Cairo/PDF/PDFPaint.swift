/// With what a path of a PDF is painted.
enum PDFPaint {
  case color(red: Double, green: Double, blue: Double, alpha: Double)
  case gradient(PDFGradient)
}

/// A gradient along a line, in user units.
struct PDFGradient {
  typealias Stop = (offset: Double, red: Double, green: Double, blue: Double, alpha: Double)

  var from: (x: Double, y: Double)
  var to: (x: Double, y: Double)
  /// At least one, in the order of their offsets.
  var stops: [Stop]

  var isOpaque: Bool { stops.allSatisfy { $0.alpha >= 1 } }

  /// The colours as a shading.
  func shading(_ file: PDFFile) -> PDFObject {
    shading(file, space: "/DeviceRGB") { [$0.red, $0.green, $0.blue] }
  }

  /// What shows through a form of the size of the page is as opaque as the gradient.
  ///
  /// - Parameter box: the room that the gradient is seen in, in user units: left, top, right, bottom.
  func mask(_ file: PDFFile, box: [Double]) -> PDFObject {
    let shading = shading(file, space: "/DeviceGray") { [$0.alpha] }
    let form = file.stream(
      Array("/s sh\n".utf8),
      [
        "/Type": file.name("/XObject"), "/Subtype": file.name("/Form"),
        "/BBox": file.array(box.map(file.number)),
        "/Group": file.dictionary([
          "/S": file.name("/Transparency"), "/CS": file.name("/DeviceGray"),
          "/I": file.bool(true),
        ]),
        "/Resources": file.dictionary(["/Shading": file.dictionary(["/s": shading])]),
      ])
    return file.indirect(
      file.dictionary([
        "/Type": file.name("/ExtGState"),
        "/SMask": file.dictionary([
          "/Type": file.name("/Mask"), "/S": file.name("/Luminosity"), "/G": form,
        ]),
      ]))
  }

  private func shading(_ file: PDFFile, space: String, _ values: (Stop) -> [Double]) -> PDFObject {
    file.indirect(
      file.dictionary([
        "/ShadingType": file.integer(2), "/ColorSpace": file.name(space),
        "/Coords": file.array([from.x, from.y, to.x, to.y].map(file.precise)),
        "/Domain": file.array([0, 1].map(file.integer)),
        "/Extend": file.array([file.bool(true), file.bool(true)]),
        "/Function": function(file, values),
      ]))
  }

  /// From stop to stop in a straight line.
  private func function(_ file: PDFFile, _ values: (Stop) -> [Double]) -> PDFObject {
    func part(_ a: Stop, _ b: Stop) -> PDFObject {
      file.dictionary([
        "/FunctionType": file.integer(2), "/N": file.integer(1),
        "/Domain": file.array([0, 1].map(file.integer)),
        "/C0": file.array(values(a).map(file.precise)),
        "/C1": file.array(values(b).map(file.precise)),
      ])
    }
    var all = stops
    if let first = all.first, first.offset > 0 {
      all.insert((0, first.red, first.green, first.blue, first.alpha), at: 0)
    }
    if let last = all.last, last.offset < 1 {
      all.append((1, last.red, last.green, last.blue, last.alpha))
    }
    let parts = zip(all, all.dropFirst()).map(part)
    guard parts.count > 1 else { return parts.first ?? part(all[0], all[0]) }
    return file.dictionary([
      "/FunctionType": file.integer(3), "/Domain": file.array([0, 1].map(file.integer)),
      "/Functions": file.array(parts),
      "/Bounds": file.array(all.dropFirst().dropLast().map { file.precise($0.offset) }),
      "/Encode": file.array(parts.flatMap { _ in [0, 1].map(file.integer) }),
    ])
  }
}

extension PDFFile {
  /// A number to four decimals.
  func precise(_ value: Double) -> PDFObject {
    let parts = Int((value * 10_000).rounded())
    let digits = String(10_000 + abs(parts) % 10_000).dropFirst()
    return PDFObject(.real("\(parts < 0 ? "-" : "")\(abs(parts) / 10_000).\(digits)"))
  }
}

extension Pixels {
  /// The picture as an image of a PDF, its transparency as a mask.
  func image(_ file: PDFFile) -> PDFObject {
    var colors: [UInt8] = []
    var alphas: [UInt8] = []
    colors.reserveCapacity(3 * width * height)
    for place in stride(from: 0, to: bytes.count - 3, by: 4) {
      let alpha = Int(bytes[place + 3])
      alphas.append(UInt8(alpha))
      for part in [2, 1, 0] {
        let value = Int(bytes[place + part])
        colors.append(alpha == 0 ? 0 : UInt8(min(255, (value * 255 + alpha / 2) / alpha)))
      }
    }
    func image(_ bytes: [UInt8], _ space: String) -> PDFObject {
      file.stream(
        bytes,
        [
          "/Type": file.name("/XObject"), "/Subtype": file.name("/Image"),
          "/Width": file.integer(width), "/Height": file.integer(height),
          "/ColorSpace": file.name(space), "/BitsPerComponent": file.integer(8),
        ])
    }
    let whole = image(colors, "/DeviceRGB")
    if alphas.contains(where: { $0 < 255 }) {
      file.setOfStream(whole, "/SMask", image(alphas, "/DeviceGray"))
    }
    return whole
  }
}
