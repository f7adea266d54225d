import Chronicle
import Prose

/// Quotations as pages print them: the words of a document, without the marks of its format.
enum PrintedQuotes {
  /// A ledger whose quotations from Markdown have no stars, backticks and addresses.
  static func of(_ ledger: Ledger) -> Ledger {
    let marked = Set(ledger.documents.filter { isMarkdown($0.path) }.map(\.id))
    guard !marked.isEmpty else { return ledger }
    var ledger = ledger
    for event in ledger.events.indices {
      for place in ledger.events[event].mentions.indices {
        bare(&ledger.events[event].mentions[place], marked)
      }
    }
    for opening in ledger.openings.indices { bare(&ledger.openings[opening].mention, marked) }
    return ledger
  }

  private static func bare(_ mention: inout Mention, _ marked: Set<String>) {
    guard marked.contains(mention.document) else { return }
    mention.quote = MarkdownInline.words(mention.quote)
    mention.dateText = mention.dateText.map(MarkdownInline.words)
  }

  private static func isMarkdown(_ path: String) -> Bool {
    [".md", ".markdown", ".mdown", ".mkd"].contains { path.lowercased().hasSuffix($0) }
  }
}
