public import Chronology

/// One thing that happened, told by one or more assertions.
///
/// A copy is a reference to the same values: thousands are sorted, filtered and handed on.
public struct Event: Sendable, Identifiable {
  @usableFromInline
  final class Storage: Sendable {
    @usableFromInline let id: String
    @usableFromInline let aliases: [String]
    @usableFromInline let content: Content
    @usableFromInline let partOf: String?
    @usableFromInline let mentions: [Mention]
    @usableFromInline let tellings: [Assertion]
    @usableFromInline let drawnDate: EDTF?

    init(
      _ id: String, _ aliases: [String], _ content: Content, _ partOf: String?,
      _ mentions: [Mention], _ tellings: [Assertion]
    ) {
      self.id = id
      self.aliases = aliases
      self.content = content
      self.partOf = partOf
      self.mentions = mentions
      self.tellings = tellings
      drawnDate = content.proposedDate?.date ?? content.date
    }
  }

  @usableFromInline var storage: Storage

  public init(
    id: String, aliases: [String] = [], content: Content, partOf: String? = nil,
    mentions: [Mention], tellings: [Assertion] = []
  ) {
    storage = Storage(id, aliases, content, partOf, mentions, tellings)
  }

  /// Short and stable: made from its earliest-ranking mention.
  public var id: String {
    @inlinable _read { yield storage.id }
    set { storage = Storage(newValue, aliases, content, partOf, mentions, tellings) }
  }

  public var aliases: [String] {
    @inlinable _read { yield storage.aliases }
    set { storage = Storage(id, newValue, content, partOf, mentions, tellings) }
  }

  public var content: Content {
    @inlinable _read { yield storage.content }
    set { storage = Storage(id, aliases, newValue, partOf, mentions, tellings) }
  }

  /// The id of the event within which it happened.
  public var partOf: String? {
    @inlinable _read { yield storage.partOf }
    set { storage = Storage(id, aliases, content, newValue, mentions, tellings) }
  }

  public var mentions: [Mention] {
    @inlinable _read { yield storage.mentions }
    set { storage = Storage(id, aliases, content, partOf, newValue, tellings) }
  }

  /// What each sentence claimed before they were joined; empty for events that were read from a file.
  public var tellings: [Assertion] {
    @inlinable _read { yield storage.tellings }
  }

  /// Where charts draw it: the proposed date if there is one, else its date.
  public var drawnDate: EDTF? {
    @inlinable _read { yield storage.drawnDate }
  }
}
