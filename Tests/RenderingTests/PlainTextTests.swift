import Testing

@testable import Rendering

@Suite struct `Text without control characters` {
  @Test(arguments: [
    ("plain", "plain"), ("a\tb\nc\rd", "a b c d"), ("a\u{1}b\u{7F}", "ab"),
    ("é\u{80}\u{9F}\u{A0}–", "é\u{A0}–"), ("\u{FFFD}\u{FFFE}\u{FFFF}\u{FB01}", "\u{FFFD}\u{FB01}"),
    ("\u{1F1FF}\n", "\u{1F1FF} "), ("", ""),
  ])
  func `keeps all else`(_ text: String, _ plain: String) { #expect(text.plain == plain) }
}
