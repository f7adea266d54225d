import Diagnostics

/// A script whose letters are in none of the faces that are always loaded, and the files that have them.
struct ScriptFont {
  let name: String
  let letters: [ClosedRange<UInt32>]
  /// Below the folder of fonts.
  let files: [String]
  let package: String

  private static func noto(_ name: String, _ letters: ClosedRange<UInt32>...) -> ScriptFont {
    ScriptFont(
      name: name, letters: letters,
      files: ["Regular", "Bold"].map { "truetype/noto/NotoSans\(name)-\($0).ttf" },
      package: "fonts-noto-core")
  }

  static let all = [
    noto("Georgian", 0x10A0...0x10FF, 0x1C90...0x1CBF, 0x2D00...0x2D2F),
    noto("Armenian", 0x530...0x58F), noto("Hebrew", 0x590...0x5FF),
    noto("Devanagari", 0x900...0x97F), noto("Bengali", 0x980...0x9FF),
    noto("Gurmukhi", 0xA00...0xA7F), noto("Tamil", 0xB80...0xBFF), noto("Thai", 0xE00...0xE7F),
    noto("Ethiopic", 0x1200...0x137F), noto("Khmer", 0x1780...0x17FF),
    ScriptFont(
      name: "Chinese, Japanese and Korean",
      letters: [
        0x1100...0x11FF, 0x3000...0x9FFF, 0xAC00...0xD7AF, 0xF900...0xFAFF, 0xFF00...0xFFEF,
        0x20000...0x3FFFF,
      ], files: ["opentype/noto/NotoSansCJK-Regular.ttc"], package: "fonts-noto-cjk"),
  ]

  /// Those that texts need, in the order of the table.
  static func needed(for texts: some Sequence<String>) -> [ScriptFont] {
    var found = Set<Int>()
    for text in texts where text.utf8.contains(where: { $0 >= 0xD4 }) {
      for scalar in text.unicodeScalars where scalar.value >= 0x530 {
        if let index = all.firstIndex(where: { font in
          font.letters.contains { $0.contains(scalar.value) }
        }) {
          found.insert(index)
        }
      }
    }
    return found.sorted().map { all[$0] }
  }

  /// What is said where its files are not there.
  func doubt(_ file: String) -> Diagnostic {
    let font = file.split(separator: "/").last ?? ""
    return Diagnostic(
      .warning, "fonts/no-letters",
      "the letters of \(name) are drawn as boxes: the font \(font) is missing",
      hints: ["apt-get install \(package)"])
  }
}
