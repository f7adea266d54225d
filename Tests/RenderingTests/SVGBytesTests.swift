import Drawing
import Testing

@testable import Rendering

@Suite struct SVGBytesTests {
  @Test func whatIsPutDownIsTheSameWhereverABlockEnds() {
    var bytes = SVGBytes()
    var whole: [UInt8] = []
    for index in 0..<20_000 {
      bytes.put("x=")
      bytes.put(Double(index) / 4)
      bytes.put(escaped: index % 3 == 0 ? " & " : " Bakı ")
      let decimals = ["", ".25", ".5", ".75"][index % 4]
      whole += Array("x=\(index / 4)\(decimals)\(index % 3 == 0 ? " &amp; " : " Bakı ")".utf8)
    }
    let made = bytes.finish()
    #expect(made.count > 200_000)
    #expect(made == whole)
  }

  @Test func aTextLongerThanABlockIsPutDownWhole() {
    var bytes = SVGBytes()
    let long = String(repeating: "Baku, Islamabad. ", count: 5_000)
    bytes.put("a")
    bytes.put(escaped: long)
    bytes.put("z")
    #expect(bytes.finish() == Array(("a" + long + "z").utf8))
  }

  @Test(arguments: [
    ("a\u{A0}b", "a\u{A0}b"), ("£5", "£5"), ("a\u{85}b", "ab"), ("a\tb", "a b"), ("\u{7F}", ""),
    ("x\u{FFFE}y", "xy"), ("\"<&>", "&quot;&lt;&amp;&gt;"), ("", ""),
  ])
  func aTextIsEscapedAndRidOfControls(_ text: String, _ written: String) {
    var bytes = SVGBytes()
    bytes.put(escaped: text)
    #expect(String(decoding: bytes.finish(), as: UTF8.self) == written)
  }

  @Test(arguments: [
    (0, "0"), (-0.001, "0"), (-0.5, "-0.5"), (9.999, "10"), (10, "10"), (1234.5, "1234.5"),
    (0.05, "0.05"), (99_999_999.99, "99999999.99"), (9.9e12, "9900000000000"), (1e13, "0"),
    (.infinity, "0"), (.nan, "0"),
  ])
  func aNumberHasTwoDecimalsAtMost(_ value: Double, _ written: String) {
    #expect(SVGText.number(value) == written)
  }
}
