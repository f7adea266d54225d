import Testing

@testable import Cairo

@Suite struct PDFContentTests {
  @Test(arguments: [
    (0.0, "0 "), (1, "1 "), (-1.5, "-1.5 "), (0.0004, "0 "), (-0.0004, "0 "), (12.3456, "12.346 "),
    (0.05, "0.05 "), (-0.001, "-0.001 "), (595.28, "595.28 "), (.nan, "0 "), (1e300, "0 "),
  ])
  func numbersHaveThreeDecimalsAtMost(number: Double, text: String) {
    var content = PDFContent()
    content.put(number)
    #expect(String(decoding: content.bytes, as: UTF8.self) == text)
  }

  @Test func theCodesOfGlyphsAreReadInTheirOrder() {
    let content =
      "BT /f-0-0 1 Tf (ab)Tj [(c) -20 (d)]TJ /Span << /ActualText (x) >> BDC /f-0-1 1 Tf "
      + "<0102>Tj EMC 0 0 m ET"
    var reader = PDFSheetReader(Array(content.utf8)) { $0 == "/f-0-1" }
    var found: [String] = []
    while let code = reader.next() {
      found.append("\(code.font) \(code.value) \(code.isReadable)")
    }
    #expect(
      found == [
        "/f-0-0 97 true", "/f-0-0 98 true", "/f-0-0 99 true", "/f-0-0 100 true",
        "/f-0-1 258 false",
      ])
  }
}
