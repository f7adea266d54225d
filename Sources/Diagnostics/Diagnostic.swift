/// What the program saw and doubted, with its place: one message for a person.
///
/// Messages are lower case, carry no full stop and say what was seen; hints say what to do.
public struct Diagnostic: Sendable {
  public enum Severity: Int, Sendable, Comparable {
    case note
    case warning
    case error

    public static func < (a: Severity, b: Severity) -> Bool { a.rawValue < b.rawValue }

    /// The word printed before the message.
    public var word: String {
      switch self {
      case .note: "note"
      case .warning: "warning"
      case .error: "error"
      }
    }
  }

  /// The place that a message is about.
  public struct Place: Sendable {
    public let text: SourceText
    public let span: Span
    /// A few words printed beside the marked place.
    public let label: String?

    public init(_ text: SourceText, _ span: Span, label: String? = nil) {
      self.text = text
      self.span = span
      self.label = label
    }
  }

  public let severity: Severity
  /// A path one can read aloud: `time/implausible-year`.
  public let id: String
  public let message: String
  public let place: Place?
  /// The file meant, where there is no place in a text.
  public let path: String?
  public let notes: [String]
  public let hints: [String]

  public init(
    _ severity: Severity, _ id: String, _ message: String, at place: Place? = nil,
    path: String? = nil, notes: [String] = [], hints: [String] = []
  ) {
    self.severity = severity
    self.id = id
    self.message = message
    self.place = place
    self.path = path ?? place?.text.path
    self.notes = notes
    self.hints = hints
  }

  /// By file, place, id, message.
  public static func inOrder(_ a: Diagnostic, _ b: Diagnostic) -> Bool {
    let left = (a.path ?? "", a.place?.span.start ?? -1, a.id, a.message)
    let right = (b.path ?? "", b.place?.span.start ?? -1, b.id, b.message)
    return left < right
  }
}

/// Errors that a person must see, as diagnostics: one, or all that a file has.
public struct Failure: Error {
  /// At least one.
  public let diagnostics: [Diagnostic]

  /// The first.
  public var diagnostic: Diagnostic { diagnostics[0] }

  public init(_ diagnostic: Diagnostic, _ others: [Diagnostic] = []) {
    diagnostics = [diagnostic] + others
  }

  /// An error about a file or a setting as a whole.
  public init(_ id: String, _ message: String, path: String? = nil, hints: [String] = []) {
    self.init(Diagnostic(.error, id, message, path: path, hints: hints))
  }
}
