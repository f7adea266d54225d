internal import CPango

/// A face in the one size in which text is shaped, and what was shaped in it.
final class TextFace {
  /// The size in which text is shaped, in user units.
  static let size = 20.0
  /// Pango's units in a text of size 1.
  static let unitsPerSize = size * Double(PANGO_SCALE)

  private let style: TextStyle
  /// The file that it is the face of; nil where Pango is to find one.
  let font: FileFont?
  /// Space after each letter, in Pango's units.
  let spacing: Int32
  /// What the file is asked for: no ligatures, which would hide letters from a reader who selects or
  /// searches, and no parts of letters, which take more time to look for than all else.
  let features: [hb_feature_t]
  private(set) lazy var forPango = PangoFace(style, spacing: spacing, wishes: Self.wishes(style))
  /// In a text of size 1.
  var widths: [String: Double] = [:]
  /// Of texts of several words: what is measured as a line is likely to be drawn.
  var lines: [String: ShapedLine] = [:]
  /// A line whose item others are shaped like.
  var sample: ShapedLine?

  init(_ style: TextStyle, _ font: FileFont?) {
    self.style = style
    self.font = font
    spacing = Self.spacing(style)
    features = (Self.wishes(style) + [Self.wholeLetters]).map { wish in
      var feature = hb_feature_t()
      hb_feature_from_string(wish, -1, &feature)
      return feature
    }
  }

  /// No kerning between spaced letters: a reader of the text takes the widest of uneven gaps for spaces.
  private static func wishes(_ style: TextStyle) -> [String] {
    ["liga=0", "clig=0", "dlig=0"] + (style.tabular ? ["tnum=1"] : [])
      + (spacing(style) > 0 ? ["kern=0"] : [])
  }

  fileprivate static let wholeLetters = "ccmp=0"

  /// Whether texts of a style are set in this face.
  func suits(_ other: TextStyle) -> Bool {
    style.weight == other.weight && style.italic == other.italic && style.tabular == other.tabular
      && style.family == other.family && spacing == Self.spacing(other)
  }

  private static func spacing(_ style: TextStyle) -> Int32 {
    guard style.letterSpacing != 0, style.size > 0 else { return 0 }
    return Int32((style.letterSpacing / style.size * unitsPerSize).rounded())
  }

  static func isPlainASCII(_ text: String) -> Bool {
    text.utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F }
  }

  /// Whether a text is all one run: Latin letters, digits and the usual marks, none of which join
  /// or turn.
  static func isPlain(_ text: String) -> Bool {
    if isPlainASCII(text) { return true }
    return text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x20...0x7E, 0xC0...0x24F, 0x259, 0xA0, 0xA3, 0xB0, 0xB1, 0xB7, 0x2013, 0x2014, 0x2018,
        0x2019, 0x201C, 0x201D, 0x2026, 0x20AC:
        true
      default: false
      }
    }
  }
}

/// A face as Pango is asked for it.
final class PangoFace {
  let description: OpaquePointer
  let attributes: OpaquePointer
  /// Those for texts that are all one run, whose letters are made of no parts.
  let plainAttributes: OpaquePointer

  init(_ style: TextStyle, spacing: Int32, wishes: [String]) {
    guard let description = pango_font_description_new(), let attributes = pango_attr_list_new(),
      let plainAttributes = pango_attr_list_new()
    else { fatalError("out of memory") }
    self.description = description
    self.attributes = attributes
    self.plainAttributes = plainAttributes
    pango_font_description_set_family(description, style.family)
    pango_font_description_set_weight(description, PangoWeight(UInt32(style.weight)))
    pango_font_description_set_style(
      description, style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
    pango_font_description_set_absolute_size(description, TextFace.unitsPerSize)
    for (list, wishes) in [
      (attributes, wishes), (plainAttributes, wishes + [TextFace.wholeLetters]),
    ] {
      pango_attr_list_insert(list, pango_attr_font_features_new(wishes.joined(separator: ",")))
    }
    if spacing != 0 { pango_attr_list_insert(attributes, pango_attr_letter_spacing_new(spacing)) }
  }

  deinit {
    pango_font_description_free(description)
    pango_attr_list_unref(attributes)
    pango_attr_list_unref(plainAttributes)
  }
}
