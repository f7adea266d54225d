/// Columns for a terminal.
enum TextTable {
  /// One line a row, columns two spaces apart, nothing behind the last.
  static func lines(_ rows: [[String]]) -> String {
    var widths: [Int] = []
    for row in rows {
      for (i, cell) in row.enumerated() {
        if i == widths.count { widths.append(0) }
        widths[i] = max(widths[i], cell.count)
      }
    }
    return rows.map { row in
      var line = ""
      let last = row.lastIndex { !$0.isEmpty } ?? 0
      for (i, cell) in row[...last].enumerated() {
        line += cell
        if i < last { line += String(repeating: " ", count: widths[i] - cell.count + 2) }
      }
      return line + "\n"
    }.joined()
  }
}
