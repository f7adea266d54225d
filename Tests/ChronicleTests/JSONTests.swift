import Testing

@testable import Chronicle

@Suite struct `JSON values` {
  private func compact(_ value: JSON) -> String {
    String(decoding: value.bytes(.compact), as: UTF8.self)
  }

  @Test func `pretty and compact`() {
    let value: JSON = ["b": 1, "a": [nil, true, "x"], "e": [], "o": [:]]
    #expect(compact(value) == #"{"b":1,"a":[null,true,"x"],"e":[],"o":{}}"#)
    let pretty = """
      {
        "b": 1,
        "a": [
          null,
          true,
          "x"
        ],
        "e": [],
        "o": {}
      }

      """
    #expect(String(decoding: value.bytes(), as: UTF8.self) == pretty)
  }

  @Test(arguments: [
    (0.0, "0"), (1, "1"), (-2, "-2"), (0.85, "0.85"), (1_000_000, "1000000"), (1e300, "1e+300"),
    (.infinity, "null"), (.nan, "null"),
  ])
  func `numbers`(_ number: Double, _ text: String) {
    #expect(compact(.number(number)) == text)
  }

  @Test(arguments: [
    ("a\"b\\c", #""a\"b\\c""#), ("\n\t\r", #""\n\t\r""#), ("\u{1}", #""\u0001""#),
    ("ə’", "\"ə’\""), ("", "\"\""),
  ])
  func `texts`(_ text: String, _ written: String) throws {
    #expect(compact(.string(text)) == written)
    #expect(try JSON.read(written.utf8) == .string(text))
  }

  @Test(arguments: 0..<20, ["\"", "\\", "\u{1F}", "\u{7F}", "é", " "])
  func `texts of any length, with a sign at any place`(_ place: Int, _ sign: String) throws {
    for length in [place, 40, 1_023, 5_000] {
      var letters = [String](repeating: "a", count: length + 1)
      letters[place] = sign
      let text = letters.joined()
      #expect(try JSON.read(compact(.string(text)).utf8) == .string(text))
    }
  }

  static let readings: [(String, JSON)] = [
    (#""\u0259\u2019\/\b""#, "ə’/\u{8}"), (#""\ud83c\uddff""#, "🇿"), (#""\ud83c""#, "\u{FFFD}"),
    (" [ 1 , -0.5e1 ] ", [1, .number(-5)]), (#"{"a":{}}"#, ["a": [:]]),
    ("10000000000000000000", .number(1e19)),
  ]

  @Test(arguments: readings)
  func `reads`(_ text: String, _ value: JSON) throws { #expect(try JSON.read(text.utf8) == value) }

  @Test(arguments: [
    ("", 0), ("nul", 0), ("[1,]", 3), ("{\"a\" 1}", 5), ("1 2", 2), ("01", 1), ("\"a", 2),
    ("\"\n\"", 1), (#""\x""#, 2), ("[1e999]", 1), ("-", 1), (#""\u00g0""#, 3), ("{\"a\":1", 6),
  ])
  func `says where it is broken`(_ text: String, _ offset: Int) {
    let fault = #expect(throws: JSON.Malformed.self) { try JSON.read(text.utf8) }
    #expect(fault?.offset == offset)
  }

  @Test func `refuses nesting that would exhaust the stack`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(throws: JSON.Malformed.self) { try JSON.read(deep.utf8) }
  }

  @Test func `refuses bytes that are no UTF-8`() {
    #expect(throws: JSON.Malformed.self) { try JSON.read([0x22, 0xFF, 0x22]) }
  }

  @Test func `the last of equal names counts`() throws {
    #expect(try JSON.read(#"{"a":1,"a":2}"#.utf8)["a"] == 2)
  }

  @Test(arguments: [
    (#"{"id":1,"text":"a\nb – ż"}"#, "a\nb – ż"), (#"{"text":"x","text":"y"}"#, "y"),
    (#"{"text":5}"#, nil), (#"{"id":1}"#, nil), ("[1]", nil), (#"{"text":"x","text":5}"#, nil),
  ])
  func `keeps the text of a request apart`(_ line: String, _ text: String?) throws {
    let request = try JSON.readRequest(line.utf8, text: "text")
    #expect(request.text.map { String(decoding: $0, as: UTF8.self) } == text)
    #expect((request.value["text"] == JSON.integer(5)) == line.contains("5"))
  }

  @Test func `reads what plain stretches of eight bytes hold`() throws {
    for length in 0..<40 {
      let plain = String(repeating: "a", count: length)
      #expect(
        try JSON.read("\"\(plain)\\\"\(plain)\\\\\"".utf8) == .string(plain + "\"" + plain + "\\"))
      let broken = #expect(throws: JSON.Malformed.self) { try JSON.read("\"\(plain)\u{1}\"".utf8) }
      #expect(broken?.offset == length + 1)
    }
  }
}
