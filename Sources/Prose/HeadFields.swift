import Diagnostics

/// Lines of a plain text's head that only give a field: "date_published: 2019-05-08", "url: https://…",
/// as programs that collect pages write them above the text.
enum HeadFields {
  /// Takes such lines out of the first ones of a text.
  static func take(from lines: inout [TextLine], _ text: SourceText) -> [Document.Field] {
    var fields: [Document.Field] = []
    var isGap = false
    var kept: [TextLine] = []
    for (number, line) in lines.enumerated() {
      if number < reach, let field = field(line.span, text) {
        fields.append(field)
        isGap = true
        continue
      }
      kept.append(line)
      if isGap { kept[kept.count - 1].gapBefore = true }
      isGap = false
      if number >= reach { break }
    }
    guard !fields.isEmpty else { return [] }
    lines = kept + lines.dropFirst(kept.count + fields.count)
    return fields
  }

  /// So many lines can stand above the text, its title among them.
  private static let reach = 10

  /// A key of one word in small letters, and its value behind a colon.
  private static func field(_ line: Span, _ text: SourceText) -> Document.Field? {
    let bytes = text.bytes
    var end = line.start
    while end < line.end, end - line.start <= longestKey, isOfKey(bytes[end]) { end += 1 }
    // "og:title: …": the colon before the space is the one that counts.
    guard end < line.end, Bytes.isSpace(bytes[end]), end - line.start > 3, bytes[end - 1] == 0x3A
    else { return nil }
    let key = text.string(Span(line.start, end - 1))
    let value = Bytes.trimmed(bytes, Span(end, line.end))
    guard value.count > 0, key.contains("_") || known.contains(key) else { return nil }
    return Document.Field(key: key, value: text.string(value), span: value)
  }

  private static let longestKey = 30

  private static func isOfKey(_ byte: UInt8) -> Bool {
    Bytes.isLower(byte) || byte == 0x5F || byte == 0x3A || byte == 0x2E || byte == 0x2D
  }

  private static let known: Set<String> = [
    "author", "byline", "canonical", "categories", "category", "created", "crawled", "date",
    "datepublished",
    "description", "fetched", "hostname", "id", "image", "issued", "keywords", "language",
    "modified",
    "published", "publisher", "retrieved", "section", "site", "sitename", "source", "tags", "title",
    "updated", "url", "article:published:time", "og:title", "og:url", "og:description",
  ]
}
