import Diagnostics

/// A script whose letters are in none of the faces that are always loaded, and the files that have them.
struct ScriptFont {
  let name: String
  let letters: [ClosedRange<UInt32>]
  /// Below the folder of fonts.
  let files: [String]
  let package: String
  /// Whether its letters are pictures, which a PDF's fonts can't hold.
  var isOfPictures = false

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
    ScriptFont(
      name: "emoji",
      letters: [0x20E3...0x20E3, 0x2600...0x27BF, 0x2B00...0x2BFF, 0x1F000...0x1FAFF],
      files: ["truetype/noto/NotoColorEmoji.ttf"], package: "fonts-noto-color-emoji",
      isOfPictures: true),
  ]

  /// Those that characters need, in the order of the table.
  static func needed(for characters: some Sequence<Unicode.Scalar>) -> [ScriptFont] {
    var found = Set<Int>()
    for scalar in characters {
      if let index = all.firstIndex(where: { $0.has(scalar) }) { found.insert(index) }
    }
    return found.sorted().map { all[$0] }
  }

  func has(_ scalar: Unicode.Scalar) -> Bool { letters.contains { $0.contains(scalar.value) } }

  /// What is said where its files are not there.
  func doubt(_ file: String) -> Diagnostic {
    let font = file.split(separator: "/").last ?? ""
    return Diagnostic(
      .warning, "fonts/no-letters",
      (name == "emoji" ? "emoji" : "the letters of \(name)")
        + " are drawn as boxes: the font \(font) is missing",
      hints: ["apt-get install \(package)"])
  }

  /// What is said where they are there, and its letters are pictures.
  var pictureDoubt: Diagnostic {
    Diagnostic(
      .warning, "fonts/pictures",
      "\(name) are drawn as boxes in a PDF: their letters are pictures, which its fonts can't hold",
      hints: ["charts as PNG and SVG have them"])
  }
}

/// The characters of texts that a font must have: those beyond the Latin letters, each once.
struct Lettering {
  private(set) var characters: [Unicode.Scalar]

  init(_ texts: some Sequence<String>) {
    var found = Set<Unicode.Scalar>()
    for text in texts where text.utf8.contains(where: { $0 >= 0xC8 }) {
      for scalar in text.unicodeScalars where scalar.value >= 0x200 && Self.isSeen(scalar) {
        found.insert(scalar)
      }
    }
    characters = found.sorted { $0.value < $1.value }
  }

  /// Marks of direction, joiners and selectors are obeyed, not drawn.
  private static func isSeen(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.properties.isDefaultIgnorableCodePoint && !scalar.properties.isWhitespace
      && scalar.properties.generalCategory != .control
  }

  /// What is said of characters that no font has, not even one that could be installed.
  static func doubt(_ characters: [Unicode.Scalar]) -> Diagnostic {
    let shown = characters.prefix(5).map { "U+" + String($0.value, radix: 16, uppercase: true) }
    let more = characters.count > shown.count ? " and \(characters.count - shown.count) more" : ""
    return Diagnostic(
      .warning, "fonts/no-letters",
      "characters that none of the fonts has are drawn as boxes: "
        + shown.joined(separator: ", ") + more,
      hints: ["the events are in events.json as they were written"])
  }
}
