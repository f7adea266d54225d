internal import CPango

/// A style seen, and what was shaped in it.
final class StyleRecord {
  let style: TextStyle
  let description: OpaquePointer
  let attributes: OpaquePointer
  var widths: [String: Double] = [:]
  /// Of texts of several words: what is measured as a line is likely to be drawn.
  var lines: [String: ShapedLine] = [:]
  /// One line of each script, whose item others are shaped like.
  var samples: [PlainScript: ShapedLine] = [:]

  init(_ style: TextStyle, _ description: OpaquePointer, _ attributes: OpaquePointer) {
    self.style = style
    self.description = description
    self.attributes = attributes
  }

  deinit {
    pango_font_description_free(description)
    pango_attr_list_unref(attributes)
  }
}

/// The script of a text that is all one run: Latin letters, digits and the usual marks.
enum PlainScript {
  /// With a letter in it: marks and digits go along with it.
  case latin
  /// Marks and digits alone.
  case common

  /// nil for texts that may have several runs, or letters that join or turn.
  init?(_ text: String) {
    var hasLetter = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x41...0x5A, 0x61...0x7A: hasLetter = true
      case 0x20...0x7E: continue
      case 0xC0...0x24F: hasLetter = hasLetter || scalar.value != 0xD7 && scalar.value != 0xF7
      case 0xA0, 0xA3, 0xB0, 0xB1, 0xB7, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026,
        0x20AC:
        continue
      default: return nil
      }
    }
    self = hasLetter ? .latin : .common
  }

  var sample: String { self == .latin ? "a" : "1" }
}
