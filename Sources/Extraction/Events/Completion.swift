import Chronicle
import Prose

extension DocumentExtractor {
  /// The work of which a clause tells the opening: "it was opened in 2007", "The school opened its
  /// doors".
  ///
  /// - Returns: the number of the assertion that told of its building.
  func completed(
    _ draft: Draft, _ drafts: [Draft], _ reading: BlockReading, _ extract: DocumentExtract
  ) -> Int? {
    // "Completed in November 2001 and in January 2005": in two stages.
    let isListed = drafts.contains { $0 !== draft && $0.trigger == draft.trigger }
    guard draft.type == .construction, !isListed, let clause = draft.clause,
      Self.completing.contains(clause.verb.lemma), let subject = clause.subject
    else { return nil }
    let known = subject.contains { i in
      Self.references.contains(reading.tokens[i].key)
    }
    guard known else { return nil }
    let named = Subjects.words(subject, reading)
    let recent = extract.assertions.indices.suffix(4)
    return recent.last { number in
      let told = extract.assertions[number]
      guard told.content.type == .construction, told.content.date != draft.value else {
        return false
      }
      return named.isEmpty || !named.isDisjoint(with: told.subjects)
    }
  }

  private static let completing: Set<String> = [
    "open", "inaugurate", "complete", "finish", "commission", "dedicate",
  ]
  private static let references = BlockReading.keys("it the this that they these")
}
