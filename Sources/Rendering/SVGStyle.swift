import Drawing

/// What an element of an SVG is painted with: its own, or what it inherits.
struct SVGStyle {
  var fill: String = "black"
  var stroke: String = "none"
  var color: String = "black"
  var width = 1.0
  var dash: [Double] = []
  var cap = "butt"
  var isEvenOdd = false
  var fillOpacity = 1.0
  var strokeOpacity = 1.0
  /// Of the elements around and of this one, multiplied.
  var opacity = 1.0
  var isHidden = false

  /// What none of the elements of a drawing may have.
  private static let refused = ["filter", "mask", "mix-blend-mode"]

  /// The style of an element within another.
  func inner(_ properties: [(name: String, value: String)], line: Int) throws(SVGFault) -> SVGStyle
  {
    var style = self
    for (name, value) in properties where value != "inherit" {
      if Self.refused.contains(name), !["none", "normal", ""].contains(value) {
        throw SVGFault("it has a \(name)", line)
      }
      switch name {
      case "fill": style.fill = value
      case "stroke": style.stroke = value
      case "color": style.color = value
      case "stroke-width": style.width = SVGNumbers.length(value) ?? style.width
      case "stroke-dasharray": style.dash = value == "none" ? [] : SVGNumbers.all(value) ?? []
      case "stroke-linecap": style.cap = value
      case "fill-rule": style.isEvenOdd = value == "evenodd"
      case "fill-opacity": style.fillOpacity = share(value)
      case "stroke-opacity": style.strokeOpacity = share(value)
      case "opacity": style.opacity *= share(value)
      case "display": style.isHidden = style.isHidden || value == "none"
      case "visibility": style.isHidden = value == "hidden" || value == "collapse"
      default: break
      }
    }
    return style
  }

  private func share(_ text: String) -> Double {
    var numbers = SVGNumbers(text)
    guard let value = numbers.next() else { return 1 }
    return min(1, max(0, numbers.byte == 0x25 ? value / 100 : value))
  }

  /// "a: b; c: d".
  static func declarations(_ text: String) -> [(name: String, value: String)] {
    text.split(separator: ";").compactMap { part in
      guard let colon = part.firstIndex(of: ":") else { return nil }
      var value = trimmed(part[part.index(after: colon)...])
      if let mark = value.firstIndex(of: "!") { value = trimmed(value[..<mark]) }
      return (trimmed(part[..<colon]), value)
    }
  }

  static func trimmed(_ text: some StringProtocol) -> String {
    let isSpace = { (byte: UInt8) in byte <= 0x20 }
    let bytes = Array(text.utf8)
    guard let first = bytes.firstIndex(where: { !isSpace($0) }),
      let last = bytes.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(decoding: bytes[first...last], as: UTF8.self)
  }

  /// A colour as SVG writes it; nil for what is none.
  static func color(_ text: String) -> Color? {
    if text.hasPrefix("#") {
      let digits = text.dropFirst()
      guard let value = UInt32(digits, radix: 16) else { return nil }
      switch digits.utf8.count {
      case 3:
        return Color((value & 0xF00) * 0x1100 | (value & 0xF0) * 0x110 | (value & 0xF) * 0x11)
      case 6: return Color(value)
      case 8: return Color(value >> 8, alpha: Double(value & 255) / 255)
      default: return nil
      }
    }
    if text.hasPrefix("rgb"), let open = text.firstIndex(of: "("), text.hasSuffix(")") {
      let parts = text[text.index(after: open)...].dropLast().split {
        $0 == "," || $0 == " " || $0 == "/"
      }
      let values = parts.compactMap { part -> Double? in
        var numbers = SVGNumbers(part)
        guard let value = numbers.next() else { return nil }
        return numbers.byte == 0x25 ? value * 2.55 : value
      }
      guard values.count == parts.count, values.count == 3 || values.count == 4 else { return nil }
      let percent = parts.last?.hasSuffix("%") == true
      return Color(
        red: values[0] / 255, green: values[1] / 255, blue: values[2] / 255,
        alpha: values.count == 4 ? (percent ? values[3] / 255 : values[3]) : 1)
    }
    return names[text.lowercased()].map { Color($0) }
  }

  /// The colours of HTML 4, and a few that drawing programs write.
  private static let names: [String: UInt32] = [
    "black": 0x000000, "silver": 0xC0C0C0, "gray": 0x808080, "grey": 0x808080, "white": 0xFFFFFF,
    "maroon": 0x800000, "red": 0xFF0000, "purple": 0x800080, "fuchsia": 0xFF00FF,
    "magenta": 0xFF00FF, "green": 0x008000, "lime": 0x00FF00, "olive": 0x808000,
    "yellow": 0xFFFF00, "navy": 0x000080, "blue": 0x0000FF, "teal": 0x008080, "aqua": 0x00FFFF,
    "cyan": 0x00FFFF, "orange": 0xFFA500, "gold": 0xFFD700, "brown": 0xA52A2A,
    "crimson": 0xDC143C, "darkblue": 0x00008B, "darkgreen": 0x006400, "darkred": 0x8B0000,
    "royalblue": 0x4169E1, "steelblue": 0x4682B4, "lightgray": 0xD3D3D3, "lightgrey": 0xD3D3D3,
    "darkgray": 0xA9A9A9, "darkgrey": 0xA9A9A9, "dimgray": 0x696969, "dimgrey": 0x696969,
  ]
}

/// The style sheets of a drawing: rules for elements, classes and ids alone.
struct SVGSheet {
  private var rules: [(selector: String, declarations: [(name: String, value: String)])] = []

  mutating func add(_ element: XMLTree) throws(SVGFault) {
    var rest = SVGSheet.withoutComments(element.text)[...]
    while let open = rest.firstIndex(of: "{") {
      guard let close = rest[open...].firstIndex(of: "}") else { break }
      let declarations = SVGStyle.declarations(String(rest[rest.index(after: open)..<close]))
      for part in rest[..<open].split(separator: ",") {
        let selector = SVGStyle.trimmed(part)
        let name = selector.drop { $0 == "." || $0 == "#" }
        guard !name.isEmpty,
          name.utf8.allSatisfy({ $0 > 0x7F || $0 == 0x2D || $0 == 0x5F || isWord($0) })
        else { throw SVGFault("its style sheet has a rule “\(selector)”", element.line) }
        rules.append((selector, declarations))
      }
      rest = rest[rest.index(after: close)...]
    }
  }

  /// What an element is given, in rising order of weight: attributes, rules, its own style.
  func properties(_ element: XMLTree) -> [(name: String, value: String)] {
    let classes = (element.attributes["class"] ?? "").split(separator: " ").map { "." + $0 }
    let id = element.attributes["id"].map { "#" + $0 }
    var result = element.attributes.sorted { $0.key < $1.key }.map {
      ($0.key, SVGStyle.trimmed($0.value))
    }
    for kind in [[element.name], classes, [id ?? "#"]] {
      for rule in rules where kind.contains(rule.selector) { result += rule.declarations }
    }
    return result + SVGStyle.declarations(element.attributes["style"] ?? "")
  }

  private func isWord(_ byte: UInt8) -> Bool {
    (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  private static func withoutComments(_ text: String) -> String {
    var result = ""
    var rest = text[...]
    while let open = rest.firstRange(of: "/*") {
      result += rest[..<open.lowerBound]
      guard let close = rest[open.upperBound...].firstRange(of: "*/") else { return result }
      rest = rest[close.upperBound...]
    }
    return result + rest
  }
}
