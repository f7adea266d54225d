internal import CPango

/// Glyphs in one size on one baseline, waiting for the fonts that will hold them.
struct PDFTextRun {
  /// Places count thousandths of the size from the start of the run.
  struct Glyph: Equatable {
    var number: Int
    var x: Double
    /// Below the baseline, in thousandths of the size.
    var drop: Double
  }

  /// Where the run starts on its baseline, in user units.
  var x: Double
  var y: Double
  var size: Double
  private(set) var glyphs: [Glyph] = []
  /// Glyphs that stand for a text which no one of them does, by the place of the first.
  private var phrases: [(range: Range<Int>, text: String)] = []
  /// Letters that no font has, or only as pictures, drawn as boxes.
  private var boxes: [(x: Double, width: Double)] = []

  private init(x: Double, y: Double, size: Double) {
    self.x = x
    self.y = y
    self.size = size
  }

  /// The runs of a line, in the order in which they are read.
  static func runs(
    of line: ShapedLine, x: Double, y: Double, size: Double, _ fonts: PDFGlyphs
  ) -> [PDFTextRun] {
    var text = line.text
    return text.withUTF8 { bytes in
      line.runs.map { run in
        var glyphs = PDFTextRun(x: x, y: y, size: size)
        glyphs.add(run.item.pointee, of: bytes, at: run.x, fonts)
        return glyphs
      }
    }
  }

  /// Adds what Pango shaped of one run of a line.
  ///
  /// - Parameters:
  ///   - text: the line's text in UTF-8.
  ///   - start: the run's left edge, in Pango's units of the shaped line.
  private mutating func add(
    _ run: PangoGlyphItem, of text: UnsafeBufferPointer<UInt8>, at start: Int32, _ fonts: PDFGlyphs
  ) {
    guard let item = run.item, let string = run.glyphs, let font = item.pointee.analysis.font,
      let infos = string.pointee.glyphs, let clusters = string.pointee.log_clusters
    else { return }
    let offset = Int(item.pointee.offset)
    let isBackward = item.pointee.analysis.level % 2 == 1
    let count = Int(string.pointee.num_glyphs)
    let isOfPictures = fonts.isOfPictures(font)
    var pen = start
    var first = 0
    while first < count {
      var next = first + 1
      while next < count, clusters[next] == clusters[first] { next += 1 }
      // Where the cluster's text ends, the text of the next one in reading order begins.
      let follower = isBackward ? first - 1 : next
      let end =
        (0..<count).contains(follower) ? Int(clusters[follower]) : Int(item.pointee.length)
      let from = min(max(0, offset + Int(clusters[first])), text.count)
      let range = from..<min(max(from, offset + end), text.count)
      let scalar = next == first + 1 ? Self.scalar(text, range) : nil
      let begin = glyphs.count
      for i in first..<next {
        let info = infos[i]
        let left = Self.thousandths(pen + info.geometry.x_offset)
        if info.glyph & Self.unknown != 0 || isOfPictures && info.glyph != Self.empty {
          boxes.append((left, Self.thousandths(info.geometry.width)))
        } else if info.glyph != Self.empty {
          glyphs.append(
            Glyph(
              number: fonts.number(of: info.glyph, for: scalar, in: font), x: left,
              drop: Self.thousandths(info.geometry.y_offset)))
        }
        pen += info.geometry.width
      }
      if scalar == nil, glyphs.count > begin {
        phrases.append(
          (
            begin..<glyphs.count,
            String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self)
          ))
      }
      first = next
    }
  }

  private static let empty: PangoGlyph = 0x0FFF_FFFF
  private static let unknown: PangoGlyph = 0x1000_0000

  private static func thousandths(_ units: Int32) -> Double {
    Double(units) * 1000 / TextFace.unitsPerSize
  }

  /// The one scalar of a range; nil for several.
  private static func scalar(_ text: UnsafeBufferPointer<UInt8>, _ range: Range<Int>)
    -> Unicode.Scalar?
  {
    guard let first = range.first else { return nil }
    if text[first] < 0x80 { return range.count == 1 ? Unicode.Scalar(text[first]) : nil }
    let scalars = String(decoding: UnsafeBufferPointer(rebasing: text[range]), as: UTF8.self)
      .unicodeScalars
    return scalars.count == 1 ? scalars.first : nil
  }

  // MARK: Writing

  /// Writes the run, once its glyphs have codes.
  ///
  /// - Parameter speaks: whether texts are told that the fonts don't tell; ornaments say nothing.
  func write(_ codes: [PDFGlyphs.Code], speaks: Bool, to content: inout PDFContent) {
    for box in boxes {
      content.put(
        x + (box.x + 60) * size / 1000, y - 0.7 * size, max(0, box.width - 120) * size / 1000,
        0.7 * size, operator: "re")
      content.put(
        x + (box.x + 110) * size / 1000, y - 0.65 * size, max(0, box.width - 220) * size / 1000,
        0.6 * size, operator: "re")
    }
    if !boxes.isEmpty { content.put("f*\n") }
    guard let first = glyphs.first else { return }
    content.put("BT\n")
    var line = Line(size: size, drop: first.drop)
    line.place(x, y + first.drop * size / 1000, &content)
    var phrase = 0
    for (place, glyph) in glyphs.enumerated() {
      if speaks, phrase < phrases.count, phrases[phrase].range.lowerBound == place {
        line.close(&content)
        Self.speak(phrases[phrase].text, &content)
      }
      if glyph.drop != line.drop {
        line.close(&content)
        line.drop = glyph.drop
        line.pen = glyph.x
        line.place(
          x + glyph.x * size / 1000, y + glyph.drop * size / 1000, &content)
      }
      line.show(codes[glyph.number], at: glyph.x, &content)
      if speaks, phrase < phrases.count, phrases[phrase].range.upperBound == place + 1 {
        line.close(&content)
        content.put("EMC\n")
        phrase += 1
      }
    }
    line.close(&content)
    content.put("ET\n")
  }

  private static func speak(_ text: String, _ content: inout PDFContent) {
    content.put("/Span << /ActualText <FEFF")
    for unit in text.utf16 {
      content.put(hexadecimal: UInt8(unit >> 8))
      content.put(hexadecimal: UInt8(unit & 0xFF))
    }
    content.put("> >> BDC\n")
  }

  /// Glyphs that are shown by one operator.
  private struct Line {
    let size: Double
    var drop: Double
    /// Where the next glyph would stand, in thousandths of the size.
    var pen = 0.0
    private var font = ""
    private var array = PDFContent()
    private var isOpen = false

    init(size: Double, drop: Double) {
      self.size = size
      self.drop = drop
    }

    /// Begins at a place, upright on a page whose y grows downwards.
    func place(_ x: Double, _ y: Double, _ content: inout PDFContent) {
      content.put("1 0 0 -1 ")
      content.put(x, y, operator: "Tm")
    }

    mutating func show(_ code: PDFGlyphs.Code, at x: Double, _ content: inout PDFContent) {
      if code.font != font {
        close(&content)
        font = code.font
        content.put(font)
        content.put(" ")
        content.put(size, operator: "Tf")
      }
      let back = (pen - x).rounded()
      if back != 0 {
        if isOpen { array.put("> ") }
        isOpen = false
        array.put(Int(back))
        pen -= back
      }
      if !isOpen { array.put("<") }
      isOpen = true
      if code.isWide { array.put(hexadecimal: UInt8(truncatingIfNeeded: code.value >> 8)) }
      array.put(hexadecimal: UInt8(truncatingIfNeeded: code.value))
      pen += code.width
    }

    /// Writes what was shown.
    mutating func close(_ content: inout PDFContent) {
      guard !array.isEmpty else { return }
      if isOpen { array.put(">") }
      content.put("[")
      content.put(array)
      content.put("] TJ\n")
      array = PDFContent()
      isOpen = false
    }
  }
}
