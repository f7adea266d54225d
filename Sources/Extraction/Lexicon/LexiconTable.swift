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
    /// Cells in the order of the table's columns.
    fileprivate var cells: [String: Name]

    /// The cell of a column, without spaces around; empty when left out.
    func value(_ column: String) -> String { cells[column]?.text ?? "" }

    /// The place of a cell; the line when it was left out.
    func span(_ column: String) -> Span { cells[column]?.span ?? span }

    /// The names in a cell, parted by `|`.
    func names(_ column: String) -> [Name] {
      guard let cell = cells[column], !cell.text.isEmpty else { return [] }
      var result: [Name] = []
      var start = cell.span.start
      for part in cell.text.split(separator: "|", omittingEmptySubsequences: false) {
        let end = start + part.utf8.count
        result.append(Name(text: String(part).trimmingSpaces, span: Span(start, end)))
        start = end + 1
      }
      return result
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
      let line = text.string(span)
      if line.hasPrefix("#") || line.trimmingSpaces.isEmpty { continue }
      let cells = Self.cells(line, at: span.start)
      if head.isEmpty {
        head = cells.map(\.text)
        checkHead(cells, columns, required, text, span)
        continue
      }
      if cells.count > head.count {
        problem(
          "\(cells.count) cells in a table of \(head.count) columns", cells[head.count].span, text,
          hint: "part cells with one tab: \(head.joined(separator: ", "))")
        continue
      }
      var row = Row(text: text, span: span, cells: [:])
      for (name, cell) in zip(head, cells) { row.cells[name] = cell }
      if let missing = required.first(where: { row.value($0).isEmpty }) {
        problem("no \(missing) in this row", span, text, hint: "fill the column \(missing)")
        continue
      }
      if let column = head.first(where: { row.names($0).contains { $0.text.isEmpty } }) {
        problem("an empty name", row.span(column), text, hint: "part names with one |")
      }
      rows.append(row)
    }
  }

  private mutating func checkHead(
    _ cells: [Name], _ columns: [String], _ required: [String], _ text: SourceText, _ span: Span
  ) {
    for cell in cells where !columns.contains(cell.text) {
      problem(
        "no column is called \"\(cell.text)\"", cell.span, text,
        hint: "columns are \(columns.joined(separator: ", ")), parted by tabs")
    }
    for name in required where !cells.contains(where: { $0.text == name }) {
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

  private static func cells(_ line: String, at lineStart: Int) -> [Name] {
    var result: [Name] = []
    var start = lineStart
    for part in line.split(separator: "\t", omittingEmptySubsequences: false) {
      let raw = String(part)
      let text = raw.trimmingSpaces
      let lead = raw.utf8.prefix { $0 == 0x20 || $0 == 0x0D }.count
      result.append(Name(text: text, span: Span(start + lead, start + lead + text.utf8.count)))
      start += raw.utf8.count + 1
    }
    return result
  }
}
