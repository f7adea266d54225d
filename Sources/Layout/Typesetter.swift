public import Drawing

/// The lines on which all text of a page stands: baselines lie at whole steps below the top of the
/// block of text, and a little more.
public struct BaselineGrid: Hashable, Sendable {
  /// The unit that leadings and gaps are multiples of.
  public var step: Double
  /// From a whole step to the baseline.
  public var phase: Double

  public init(step: Double, phase: Double) {
    self.step = step
    self.phase = phase
  }

  /// The nearest place for a baseline.
  func baseline(_ natural: Double) -> Double {
    ((natural - phase) / step).rounded() * step + phase
  }

  /// A height made up to whole steps.
  func whole(_ height: Double) -> Double { ((height - 0.01) / step).rounded(.up) * step }
}

/// Measures words and numbers the structures of a document.
public final class Typesetter {
  private let measurer: any TextMeasurer
  private var tagCount: Int
  /// nil: lines stand where their leading puts them.
  public let grid: BaselineGrid?
  /// Whether columns and lines begin at the right.
  public let isRightToLeft: Bool

  /// - Parameter series: another number for each setter of parts of the same document.
  public init(
    _ measurer: any TextMeasurer, grid: BaselineGrid? = nil, isRightToLeft: Bool = false,
    series: Int = 0
  ) {
    self.measurer = measurer
    tagCount = series << 32
    self.grid = grid
    self.isRightToLeft = isRightToLeft
  }

  /// Advance width of a string on one line.
  public func width(of string: String, _ font: Font) -> Double {
    string.isEmpty ? 0 : measurer.width(of: string, font)
  }

  /// The baseline below the top of a line.
  public func baseline(_ font: Font, leading: Double) -> Double {
    let natural = FaceMetrics.baseline(font, leading: leading)
    return grid?.baseline(natural) ?? natural
  }

  /// A height as it is taken on the page.
  public func height(_ height: Double) -> Double { grid?.whole(height) ?? height }

  /// The left edge of what stands `x` from the start of a line of a width.
  func left(_ x: Double, _ width: Double, in line: Double) -> Double {
    isRightToLeft ? line - x - width : x
  }

  /// A structure of its own, to be given to all strips that belong to it.
  public func tag(_ role: Role, destination: String? = nil) -> Tag {
    tagCount += 1
    return Tag(id: tagCount, role: role, destination: destination)
  }
}

/// A structure that strips belong to: a paragraph, a table, a list.
public struct Tag: Hashable, Sendable {
  let id: Int
  public let role: Role
  /// Name under which links find the first strip.
  public let destination: String?
}
