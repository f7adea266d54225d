import Chronology
import Diagnostics
import Prose

/// A whole string that is one date, as catalogues write them: "c. 1920–35? (uncertain)".
///
/// What stands behind a semicolon or a comma, "printed 1976", is another statement and left out.
struct CatalogueStatement {
  let tokens: UnsafeBufferPointer<Token>
  /// The date's own tokens.
  let range: Range<Int>
  /// Where the next date begins, or the end.
  let next: Int

  /// One past the last token of the statement.
  private var end: Int {
    let stop = (range.upperBound..<max(range.upperBound, next)).first {
      Self.separators.contains(tokens[$0].key)
    }
    return stop ?? (next < tokens.count ? range.upperBound : tokens.count)
  }

  /// All of the statement, with the words of doubt.
  var span: Span { Span(tokens[0].start, tokens[max(0, end - 1)].end) }

  /// The date with the doubt that words and marks around it and in it express.
  func qualified(_ core: EDTF) -> EDTF {
    let approximate = (0..<end).filter(isAbout)
    let uncertain = (0..<end).filter { Self.doubts.contains(tokens[$0].key) }
    let leading = mark(
      approximate.contains { $0 <= range.lowerBound },
      uncertain.contains { $0 < range.upperBound })
    let trailing = mark(
      approximate.contains { $0 > range.lowerBound },
      uncertain.contains { $0 >= range.upperBound })
    let parts = core.description.split(separator: "/", omittingEmptySubsequences: false)
    let text: String
    if parts.count == 2, parts[0] != "..", parts[1] != ".." {
      text = "\(parts[0])\(leading)/\(parts[1])\(trailing)"
    } else {
      let all = mark(!approximate.isEmpty, !uncertain.isEmpty)
      text = parts.map { $0 == ".." ? String($0) : $0 + all }.joined(separator: "/")
    }
    return EDTF(text) ?? core
  }

  private func mark(_ isApproximate: Bool, _ isUncertain: Bool) -> String {
    switch (isApproximate, isUncertain) {
    case (true, true): "%"
    case (true, false): "~"
    case (false, true): "?"
    case (false, false): ""
    }
  }

  /// "circa"; "c" and "ca" only before a number, as "19c" is a century.
  private func isAbout(_ i: Int) -> Bool {
    if Self.about.contains(tokens[i].key) { return true }
    guard Self.short.contains(tokens[i].key) else { return false }
    let after = i + 1 < tokens.count && tokens[i + 1].key == WordKey(".") ? i + 2 : i + 1
    return after < tokens.count && (tokens[after].kind == .number || tokens[after].isCapitalised)
  }

  private static let separators = BlockReading.keys("; ,")
  private static let about = BlockReading.keys("about around circa approx approximately roughly ~")
  private static let short = BlockReading.keys("c ca")
  private static let doubts = BlockReading.keys(
    "? uncertain maybe guess possibly perhaps probably presumably")
}
