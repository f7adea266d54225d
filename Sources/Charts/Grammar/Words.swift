public import Drawing

/// A face by its use; the style says which it is.
public enum FontRole: Hashable, Sendable {
  case name, count, label, minorLabel, note, strongNote, number, value, axis, subtitle, heading
  /// Of a side, beside its row.
  case sideNote
  /// At a line through a timeline on paper.
  case callout
  /// Numerals in cells.
  case numeral
}

/// A few words on one line, each in a face of its own, with symbols between.
public struct Words: Hashable, Sendable {
  public enum Part: Hashable, Sendable {
    case text(String, FontRole, Ink)
    /// A symbol by its radius.
    case symbol(Symbol, Double, Ink)
    /// Air.
    case gap(Double)
  }

  public var parts: [Part]

  public init(_ parts: [Part] = []) { self.parts = parts }

  /// One text.
  public init(_ text: String, _ role: FontRole, _ ink: Ink = .ink) {
    parts = text.isEmpty ? [] : [.text(text, role, ink)]
  }

  public var isEmpty: Bool { parts.isEmpty }
}

extension Style {
  /// Width to be kept for words.
  public func width(of words: Words, _ measurer: any TextMeasurer) -> Double {
    Canvas(measurer, .light, self).width(words, self)
  }

  /// A text in lines no wider than a width.
  public func wrap(
    _ text: String, _ role: FontRole, in width: Double, _ measurer: any TextMeasurer
  ) -> [String] {
    wrap(text, font(role), in: width, measurer)
  }

  /// The same in a face of its own.
  public func wrap(
    _ text: String, _ font: Font, in width: Double, _ measurer: any TextMeasurer
  ) -> [String] {
    Canvas(measurer, .light, self).wrap(text, font, width)
  }
}

extension Canvas {
  /// Width to be kept for the words, with room for fonts that run wider.
  func width(_ words: Words, _ style: Style) -> Double {
    words.parts.reduce(0) { $0 + advance($1, style, slack) }
  }

  /// Between the words of one line less room will do: they are short.
  private func advance(_ part: Words.Part, _ style: Style, _ slack: Double) -> Double {
    switch part {
    case .text(let text, let role, _): natural(text, style.font(role)) * slack
    case .symbol(_, let radius, _): 2 * radius
    case .gap(let length): length
    }
  }

  /// Draws words whose letters are centred on `y`.
  ///
  /// - Parameter x: where they begin, are centred or end, as the anchor says.
  mutating func draw(
    _ words: Words, _ x: Double, _ y: Double, _ style: Style, anchor: TextLine.Anchor = .start
  ) {
    // One text is anchored as it is, and need not be measured.
    if words.parts.count == 1, case .text(let string, let role, let ink) = words.parts[0] {
      let font = style.font(role)
      return text(string, x, y + 0.36 * font.size, font, theme.color(ink), anchor: anchor)
    }
    let sizes = words.parts.map { part -> Double in
      if case .text(_, let role, _) = part { return style.font(role).size }
      return 0
    }
    let baseline = y + 0.36 * (sizes.max() ?? 0)
    let inner = min(slack, 1.03)
    let advances = words.parts.map { advance($0, style, inner) }
    // Each text is anchored as the line is: it keeps that edge where it is set in another font.
    var at = anchor == .middle ? x - advances.reduce(0, +) / 2 : x
    let order =
      anchor == .end ? Array(words.parts.indices.reversed()) : Array(words.parts.indices)
    for index in order {
      let from = anchor == .end ? at - advances[index] : at
      switch words.parts[index] {
      case .text(let string, let role, let ink):
        let side: TextLine.Anchor = anchor == .end ? .end : .start
        text(string, at, baseline, style.font(role), theme.color(ink), anchor: side)
      case .symbol(let symbol, let radius, let ink):
        items.append(
          .fill(symbol.path(at: Point(from + radius, y), radius: radius), theme.color(ink)))
      case .gap: break
      }
      at += anchor == .end ? -advances[index] : advances[index]
    }
  }
}
