/// Prints diagnostics as compilers do: severity, message, id, place, the line with its mark, notes.
public struct DiagnosticPrinter: Sendable {
  /// Whether to colour the output with terminal escapes.
  public var colour: Bool
  /// Longest part of a source line to show, in scalars.
  public var width: Int

  public init(colour: Bool = false, width: Int = 100) {
    self.colour = colour
    self.width = width
  }

  /// All of them in order, an empty line between two, with a final line feed.
  public func print(_ diagnostics: [Diagnostic]) -> String {
    diagnostics.sorted(by: Diagnostic.inOrder).map(print).joined(separator: "\n")
  }

  /// One diagnostic, with a final line feed.
  public func print(_ diagnostic: Diagnostic) -> String {
    var lines = [
      "\(tinted(diagnostic.severity)): \(Self.visible(diagnostic.message)) [\(diagnostic.id)]"
    ]
    var margin = ""
    if let place = diagnostic.place {
      let position = place.text.position(of: place.span.start)
      let number = String(position.line)
      margin = String(repeating: " ", count: number.count)
      let path = Self.visible(place.text.path)
      lines.append("\(margin)--> \(path):\(position.line):\(position.column)")
      lines.append("\(margin) |")
      let (excerpt, indent, length) = excerpt(place)
      lines.append("\(number) | \(excerpt)")
      let mark = String(repeating: " ", count: indent) + String(repeating: "^", count: length)
      lines.append("\(margin) | \(mark)" + (place.label.map { " " + $0 } ?? ""))
    } else if let path = diagnostic.path {
      lines.append(" --> \(Self.visible(path))")
    }
    lines += diagnostic.notes.map { "\(margin) = note: \(Self.visible($0))" }
    lines += diagnostic.hints.map { "\(margin) = hint: \(Self.visible($0))" }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Control characters are for terminals to obey, wherever they come from: none is printed.
  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
  }

  /// With a picture of each control character in its place.
  private static func visible(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isControl) else { return text }
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      let picture = scalar.value < 0x20 ? Unicode.Scalar(0x2400 + scalar.value) : "\u{2421}"
      result.append(isControl(scalar) ? picture ?? "\u{FFFD}" : scalar)
    }
    return String(result)
  }

  private func tinted(_ severity: Diagnostic.Severity) -> String {
    guard colour else { return severity.word }
    let code =
      switch severity {
      case .note: "36"
      case .warning: "33"
      case .error: "31"
      }
    return "\u{1B}[1;\(code)m\(severity.word)\u{1B}[0m"
  }

  /// The part of the line around the span, and where the marks go, in scalars.
  private func excerpt(_ place: Diagnostic.Place) -> (String, Int, Int) {
    let line = place.text.line(place.text.lineIndex(of: place.span.start))
    let scalars = Array(place.text.string(line).unicodeScalars)
    let column = place.text.position(of: place.span.start).column - 1
    let end = min(place.span.end, line.end)
    let length = max(1, place.text.string(Span(place.span.start, end)).unicodeScalars.count)
    let shown = min(length, width)
    let lead = max(0, min(column, width - shown) * 2 / 3)
    let first = scalars.count <= width ? 0 : min(column, max(0, column - lead))
    let last = min(scalars.count, max(first + width, column + shown))
    var text = String.UnicodeScalarView()
    if first > 0 { text.append("…") }
    for scalar in scalars[first..<last] { text.append(Self.isControl(scalar) ? " " : scalar) }
    if last < scalars.count { text.append("…") }
    return (String(text), column - first + (first > 0 ? 1 : 0), shown)
  }
}
