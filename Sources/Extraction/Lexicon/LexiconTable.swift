import Diagnostics

/// A table of words as plain text: a line of column names, then a row a line, cells parted by tabs.
///
/// `#` begins a comment line. A cell may hold several names parted by `|`. Cells at the end of a
/// row may be left out. The same format serves the program's own lists and a user's additions.
struct LexiconTable: Sendable {
  /// A word or name with its place in the file.
  struct Name: Sendable {
    var text: String
    var span: Span
  }

  struct Row: Sendable {
    var text: SourceText
    /// The whole line.
    var span: Span
    /// The names of the columns, and of each that is filled its cell.
    fileprivate var head: [String]
    fileprivate var cells: [Span]

    private func cell(_ column: String) -> Span? {
      guard let index = head.firstIndex(of: column), index < cells.count else { return nil }
      return cells[index]
    }

    /// The cell of a column, without spaces around; empty when left out.
    func value(_ column: String) -> String { cell(column).map(text.string) ?? "" }

    /// The place of a cell; the line when it was left out.
    func span(_ column: String) -> Span { cell(column) ?? span }

    /// The names in a cell, parted by `|`.
    func names(_ column: String) -> [Name] {
      guard let cell = cell(column), cell.count > 0 else { return [] }
      return LexiconTable.parts(cell, at: 0x7C, text).map { Name(text: text.string($0), span: $0) }
    }
  }

  var rows: [Row] = []
  var diagnostics: [Diagnostic] = []

  /// Reads a table.
  ///
  /// - Parameters:
  ///   - columns: the names that its head may have.
  ///   - required: columns that no row may leave empty.
  init(_ text: SourceText, columns: [String], required: [String]) {
    var head: [String] = []
    for index in text.lineStarts.indices {
      let span = text.line(index)
      if text.bytes[span.start..<span.end].allSatisfy(Self.isSpace) { continue }
      if text.bytes[span.start] == 0x23 { continue }
      let cells = Self.parts(span, at: 0x09, text)
      if head.isEmpty {
        head = cells.map(text.string)
        checkHead(cells, columns, required, text, span)
        continue
      }
      if cells.count > head.count {
        problem(
          "\(cells.count) cells in a table of \(head.count) columns", cells[head.count], text,
          hint: "part cells with one tab: \(head.joined(separator: ", "))")
        continue
      }
      let row = Row(text: text, span: span, head: head, cells: cells)
      if let missing = required.first(where: { row.value($0).isEmpty }) {
        problem("no \(missing) in this row", span, text, hint: "fill the column \(missing)")
        continue
      }
      for cell in cells where cell.count > 0 {
        guard Self.parts(cell, at: 0x7C, text).contains(where: { $0.count == 0 }) else { continue }
        problem("an empty name", cell, text, hint: "part names with one |")
      }
      rows.append(row)
    }
  }

  private mutating func checkHead(
    _ cells: [Span], _ columns: [String], _ required: [String], _ text: SourceText, _ span: Span
  ) {
    let names = cells.map(text.string)
    for (cell, name) in zip(cells, names) where !columns.contains(name) {
      problem(
        "no column is called \"\(name)\"", cell, text,
        hint: "columns are \(columns.joined(separator: ", ")), parted by tabs")
    }
    for name in required where !names.contains(name) {
      problem(
        "the column \"\(name)\" is missing", span, text,
        hint: "the first line names the columns: \(columns.joined(separator: ", "))")
    }
  }

  /// Adds an error about a place in the table.
  mutating func problem(_ message: String, _ span: Span, _ text: SourceText, hint: String) {
    diagnostics.append(
      Diagnostic(.error, "lexicon/syntax", message, at: .init(text, span), hints: [hint]))
  }

  /// The parts of a span between separators, each without spaces around.
  private static func parts(_ span: Span, at separator: UInt8, _ text: SourceText) -> [Span] {
    let bytes = text.bytes
    var result: [Span] = []
    var start = span.start
    for end in span.start...span.end where end == span.end || bytes[end] == separator {
      var part = Span(start, end)
      while part.start < part.end, isSpace(bytes[part.start]) { part.start += 1 }
      while part.end > part.start, isSpace(bytes[part.end - 1]) { part.end -= 1 }
      result.append(part)
      start = end + 1
    }
    return result
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }
}
