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

  /// Whether a scalar stands in quotation marks or in a block of its own: then it is a text, whatever
  /// it looks like.
  let isQuoted: Bool

  init(_ kind: Kind, _ place: Diagnostic.Place, isQuoted: Bool = false) {
    self.kind = kind
    self.place = place
    self.isQuoted = isQuoted
  }

  /// The text of a scalar; nil for anything else and where nothing is written (``null``, `~`).
  public var text: String? {
    guard case .scalar(let text) = kind, !["", "~", "null"].contains(text) else { return nil }
    return text
  }

  /// A scalar that other readers of YAML see a number or a truth value in; nil else.
  var literal: String? {
    guard !isQuoted, let text else { return nil }
    let isTruth = ["true", "false", "yes", "no", "on", "off"].contains(text.lowercased())
    return isTruth || Double(text) != nil ? text : nil
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
