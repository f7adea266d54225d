public import Drawing

/// A colour of a theme by its use.
public enum Swatch: Hashable, Sendable {
  case ink, secondary, marking
  /// Of one of two sides.
  case side(Int)
  case series(Int)
}

/// Two colours of a theme that a reader can't tell apart, or one that fades into the ground.
public struct ThemeFault: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Contrast with the ground, as WCAG 2 measures it.
    case contrast
    /// CIEDE2000 of two colours, as somebody sees them.
    case similarity(ColorVision)
  }

  public var kind: Kind
  public var first: Swatch
  /// The other of a pair; nil: the ground.
  public var second: Swatch?
  public var value: Double
  public var least: Double
}

extension Theme {
  /// Of text, which the names of sides are too; of marks; between two that mean different things.
  private static let leastText = 4.5
  private static let leastMark = 3.0
  private static let leastDifference = 10.0

  /// The colour of a use.
  public subscript(_ swatch: Swatch) -> Color {
    get {
      switch swatch {
      case .ink: ink
      case .secondary: secondary
      case .marking: marking
      case .side(let index): sides[index]
      case .series(let index): series[index].color
      }
    }
    set {
      switch swatch {
      case .ink: ink = newValue
      case .secondary: secondary = newValue
      case .marking: marking = newValue
      case .side(let index): sides[index] = newValue
      case .series(let index): series[index].color = newValue
      }
    }
  }

  /// What would be hard to read or to tell apart in it, contrast first.
  public var faults: [ThemeFault] {
    let bySeries = series.indices.map(Swatch.series)
    // The third, of both sides together, is grey by intent.
    let bySide = sides.indices.prefix(2).map(Swatch.side)
    return weak([.ink, .secondary, .marking] + bySide, Self.leastText)
      + weak(bySeries, Self.leastMark)
      + similar(bySeries) + similar(bySide)
  }

  private func weak(_ swatches: [Swatch], _ least: Double) -> [ThemeFault] {
    swatches.compactMap { swatch in
      let value = self[swatch].contrast(with: ground)
      return value >= least
        ? nil : ThemeFault(kind: .contrast, first: swatch, second: nil, value: value, least: least)
    }
  }

  private func similar(_ swatches: [Swatch]) -> [ThemeFault] {
    swatches.indices.flatMap { index in
      swatches[(index + 1)...].compactMap { other in
        similarity(swatches[index], other)
      }
    }
  }

  /// The worst of a pair under any vision; nil if that is enough.
  private func similarity(_ first: Swatch, _ second: Swatch) -> ThemeFault? {
    let values = ColorVision.allCases.map { vision in
      (value: self[first].difference(from: self[second], seenWith: vision), vision: vision)
    }
    guard let worst = values.min(by: { $0.value < $1.value }), worst.value < Self.leastDifference
    else { return nil }
    return ThemeFault(
      kind: .similarity(worst.vision), first: first, second: second, value: worst.value,
      least: Self.leastDifference)
  }
}

extension Style {
  /// The same with its text in other faces.
  public func set(in theme: Theme) -> Style {
    var style = self
    let faces: [WritableKeyPath<Style, Font>] = [
      \.title, \.subtitle, \.axis, \.name, \.count, \.label, \.minorLabel, \.note, \.number,
      \.value,
    ]
    for face in faces {
      style[keyPath: face].family =
        self[keyPath: face].family == .inter ? theme.text : theme.display
    }
    return style
  }
}
