public import Diagnostics

/// A node of a YAML file, with the place where it stands.
public struct YAML: Sendable {
  public enum Kind: Sendable {
    /// Text as written, whatever type a reader of YAML might see in it.
    case scalar(String)
    case list([YAML])
    /// In the order of the file; no name comes twice.
    case map([(name: YAML, value: YAML)])
  }

  public let kind: Kind
  public let place: Diagnostic.Place

  init(_ kind: Kind, _ place: Diagnostic.Place) {
    self.kind = kind
    self.place = place
  }

  /// The text of a scalar; nil for anything else and where nothing is written (``null``, `~`).
  public var text: String? {
    guard case .scalar(let text) = kind, !["", "~", "null"].contains(text) else { return nil }
    return text
  }

  /// Whether nothing is written here.
  public var isEmpty: Bool {
    switch kind {
    case .scalar(let text): ["", "~", "null"].contains(text)
    case .list(let items): items.isEmpty
    case .map(let members): members.isEmpty
    }
  }
}
