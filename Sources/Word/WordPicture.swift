import Diagnostics
import Drawing
import Layout

extension WordBody {
  /// A picture that is drawn, at the size that it has room for.
  struct Drawn {
    var block: Picture
    var size: Size
    /// The relation of its file.
    var id: String
  }

  /// nil for one without a size.
  func drawn(_ block: Picture, width: Double) throws(Failure) -> Drawn? {
    guard block.size.width > 0, block.size.height > 0 else { return nil }
    // On white, but within a line: what is drawn smaller than it is would show the edges of see-through parts.
    let ground = block.baseline != nil ? nil : Color(0xFFFFFF)
    let id = try picture(Frame(size: block.size, ground: ground, items: block.items))
    let scale = min(1, width / block.size.width)
    return Drawn(
      block: block, size: Size(block.size.width * scale, block.size.height * scale), id: id)
  }

  /// A picture in a line of its own, with what it shows in words.
  func picture(_ block: Picture, width: Double, keeps: Bool) throws(Failure) {
    guard let drawn = try drawn(block, width: width) else { return }
    xml.element("w:p") {
      xml.element("w:pPr") {
        if keeps || block.keepWithNext, mayKeep { xml.element("w:keepNext") }
        xml.element(
          "w:spacing",
          ["w:before": Self.twips(block.before), "w:after": Self.twips(block.after)])
        let places: [Alignment: String] = [.middle: "center", .end: "right"]
        if let place = places[block.alignment] { xml.element("w:jc", ["w:val": place]) }
      }
      placeBookmarks()
      run(drawn)
    }
  }

  /// A picture within a line, on the baseline of its words.
  func run(_ drawn: Drawn) {
    let block = drawn.block
    xml.element("w:r") {
      if let baseline = block.baseline {
        let scale = drawn.size.height / block.size.height
        let depth = Int((2 * (drawn.size.height - baseline * scale)).rounded())
        xml.element("w:rPr") { xml.element("w:position", ["w:val": "\(-depth)"]) }
      }
      xml.element("w:drawing") {
        inline(drawn.size, drawn.id, block.items.lazy.compactMap(\.figure).first)
      }
    }
  }

  private func inline(_ size: Size, _ id: String, _ figure: Group?) {
    let number = "\(nextDrawing())"
    let words = figure.flatMap { $0.alternative ?? $0.title }
    let cx = "\(Int((size.width * 12_700).rounded()))"
    let cy = "\(Int((size.height * 12_700).rounded()))"
    let none: KeyValuePairs<String, String?> = [
      "distT": "0", "distB": "0", "distL": "0", "distR": "0",
    ]
    xml.element("wp:inline", none) {
      xml.element("wp:extent", ["cx": cx, "cy": cy])
      xml.element(
        "wp:docPr",
        ["id": number, "name": "Picture \(number)", "descr": words ?? "", "title": figure?.title]
      ) { if words == nil { decorative() } }
      xml.element(
        "a:graphic", ["xmlns:a": "http://schemas.openxmlformats.org/drawingml/2006/main"]
      ) {
        xml.element(
          "a:graphicData", ["uri": "http://schemas.openxmlformats.org/drawingml/2006/picture"]
        ) { image(id, number, cx, cy) }
      }
    }
  }

  /// Says that a picture means nothing of its own.
  private func decorative() {
    xml.element("a:extLst") {
      xml.element("a:ext", ["uri": "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"]) {
        xml.element("adec:decorative", ["val": "1"])
      }
    }
  }

  private func image(_ id: String, _ number: String, _ cx: String, _ cy: String) {
    xml.element("pic:pic") {
      xml.element("pic:nvPicPr") {
        xml.element("pic:cNvPr", ["id": number, "name": "Picture \(number)"])
        xml.element("pic:cNvPicPr")
      }
      xml.element("pic:blipFill") {
        xml.element("a:blip", ["r:embed": id])
        xml.element("a:stretch") { xml.element("a:fillRect") }
      }
      xml.element("pic:spPr") {
        xml.element("a:xfrm") {
          xml.element("a:off", ["x": "0", "y": "0"])
          xml.element("a:ext", ["cx": cx, "cy": cy])
        }
        xml.element("a:prstGeom", ["prst": "rect"]) { xml.element("a:avLst") }
      }
    }
  }
}

extension Item {
  /// The first figure of the mark.
  fileprivate var figure: Group? {
    guard case .group(let group) = self else { return nil }
    return group.role == .figure ? group : group.items.lazy.compactMap(\.figure).first
  }
}
