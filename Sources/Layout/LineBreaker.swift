import Drawing

/// A part of a line in one run, placed.
struct LinePiece: Equatable {
  var run: Int
  var string: String
  var x: Double
  var width: Double
}

/// A line of words that fits its width.
struct BrokenLine: Equatable {
  var pieces: [LinePiece]
  /// Without the trailing space.
  var width: Double
}

/// Breaks runs into lines, greedily: each line takes all words that fit.
///
/// A line keeps its trailing space, so that text taken out of the page has its word gaps. Lines
/// break after a space, a dash, and a hyphen between letters; a word wider than the line is cut.
struct LineBreaker {
  private struct Word {
    var pieces: [(run: Int, text: String)] = []
    var space: (run: Int, text: String)?
    var endsLine = false
    var width = 0.0
  }

  let runs: [Run]
  let setter: Typesetter

  /// The lines; `width` gives the room of each line by its index.
  func lines(width: (Int) -> Double) -> [BrokenLine] {
    if let line = line(in: width(0)) { return [line] }
    var lines: [BrokenLine] = []
    var line: [Word] = []
    var used = 0.0
    func close() {
      lines.append(place(line))
      line = []
      used = 0
    }
    for whole in words() {
      for word in cut(whole, to: width(lines.count)) {
        if !line.isEmpty && used + word.width > width(lines.count) + 0.01 { close() }
        line.append(word)
        used += word.width + spaceWidth(word)
        if word.endsLine { close() }
      }
    }
    if !line.isEmpty || lines.isEmpty { close() }
    return lines
  }

  /// A run that is short enough to be one line, measured at once; nil for all others.
  private func line(in width: Double) -> BrokenLine? {
    guard runs.count == 1, let run = runs.first, !run.string.isEmpty,
      // Letters are half as wide as high: what is sure to be too long is not measured for it.
      0.4 * run.font.size * Double(run.string.utf8.count) <= width,
      !run.string.utf8.contains(0x0A)
    else { return nil }
    let whole = setter.width(of: run.string, run.font)
    let spaces = run.string.utf8.reversed().prefix { $0 == 0x20 }.count
    let trailing = setter.width(of: String(repeating: " ", count: spaces), run.font)
    guard whole - trailing <= width + 0.01 else { return nil }
    return BrokenLine(
      pieces: [LinePiece(run: 0, string: run.string, x: 0, width: whole)], width: whole - trailing)
  }

  private func spaceWidth(_ word: Word) -> Double {
    guard let space = word.space else { return 0 }
    return setter.width(of: space.text, runs[space.run].font)
  }

  private func measured(_ word: Word) -> Word {
    var word = word
    word.width = word.pieces.reduce(0) { $0 + setter.width(of: $1.text, runs[$1.run].font) }
    return word
  }

  private func words() -> [Word] {
    var words: [Word] = []
    var word = Word()
    var text = ""
    var previous: Character?
    func endPiece(_ run: Int) {
      if !text.isEmpty { word.pieces.append((run, text)) }
      text = ""
    }
    func endWord() {
      words.append(measured(word))
      word = Word()
    }
    for (index, run) in runs.enumerated() {
      for character in run.string {
        let isSpace = character == " "
        if !isSpace, word.space != nil { endWord() }
        if isSpace {
          endPiece(index)
          word.space = (index, (word.space?.text ?? "") + " ")
        } else if character == "\n" {
          endPiece(index)
          word.endsLine = true
          endWord()
        } else {
          if breaks(between: previous, and: character) {
            endPiece(index)
            if !word.pieces.isEmpty { endWord() }
          }
          text.append(character)
        }
        previous = character
      }
      endPiece(index)
    }
    if !word.pieces.isEmpty || word.space != nil { endWord() }
    return words
  }

  /// Whether a line may end between two letters of a word.
  private func breaks(between a: Character?, and b: Character) -> Bool {
    guard let a else { return false }
    if a == "—" || a == "\u{200B}" { return true }
    return a == "-" && b.isLetter
  }

  /// A word in parts that fit the width each.
  private func cut(_ word: Word, to width: Double) -> [Word] {
    if word.width <= width || width <= 0 { return [word] }
    var parts: [Word] = []
    var part = Word()
    var used = 0.0
    for piece in word.pieces {
      var text = ""
      for character in piece.text {
        let step = setter.width(of: String(character), runs[piece.run].font)
        if used + step > width, used > 0 {
          if !text.isEmpty { part.pieces.append((piece.run, text)) }
          parts.append(measured(part))
          part = Word()
          text = ""
          used = 0
        }
        text.append(character)
        used += step
      }
      if !text.isEmpty { part.pieces.append((piece.run, text)) }
    }
    part.space = word.space
    part.endsLine = word.endsLine
    parts.append(measured(part))
    return parts
  }

  /// The words of a line as placed pieces, one for each run.
  private func place(_ words: [Word]) -> BrokenLine {
    var parts: [(run: Int, text: String)] = []
    func add(_ run: Int, _ text: String) {
      if let last = parts.last, last.run == run {
        parts[parts.count - 1].text += text
      } else {
        parts.append((run, text))
      }
    }
    for word in words {
      for piece in word.pieces { add(piece.run, piece.text) }
      if let space = word.space { add(space.run, space.text) }
    }
    var x = 0.0
    var pieces: [LinePiece] = []
    for part in parts {
      let width = setter.width(of: part.text, runs[part.run].font)
      pieces.append(LinePiece(run: part.run, string: part.text, x: x, width: width))
      x += width
    }
    return BrokenLine(pieces: pieces, width: x - (words.last.map(spaceWidth) ?? 0))
  }
}
