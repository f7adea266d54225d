public import Drawing

/// Measures words and numbers the structures of a document.
public final class Typesetter {
  private let measurer: any TextMeasurer
  private var tagCount = 0

  public init(_ measurer: any TextMeasurer) { self.measurer = measurer }

  /// Advance width of a string on one line.
  public func width(of string: String, _ font: Font) -> Double {
    string.isEmpty ? 0 : measurer.width(of: string, font)
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
