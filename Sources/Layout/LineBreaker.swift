import Drawing

/// A part of a line in one run, placed.
struct LinePiece: Equatable {
  var run: Int
  var string: String
  /// From the start of the line.
  var x: Double
  var width: Double
}

/// A line of words that fits its width.
struct BrokenLine: Equatable {
  var pieces: [LinePiece]
  /// Without the trailing space.
  var width: Double
}

/// Breaks runs into lines whose ends are as even as they can be.
///
/// A line keeps its trailing space, so that text taken out of the page has its word gaps. Lines
/// break after a space, a dash, and a hyphen between letters; a word wider than the line is cut.
struct LineBreaker {
  let runs: [Run]
  let setter: Typesetter

  /// The lines in the room of the first and of all others.
  func lines(first: Double, others: Double) -> [BrokenLine] {
    if let line = line(in: first) { return [line] }
    var lines: [BrokenLine] = []
    var words: [LineWord] = []
    func close() {
      let finder = RagFinder(words: words, first: lines.isEmpty ? first : others, others: others)
      var start = 0
      for end in finder.ends {
        lines.append(place(Array(words[start..<end])))
        start = end
      }
      words = []
    }
    for word in WordFinder(runs: runs, setter: setter).words {
      words += cut(word, to: min(first, others))
      if word.endsLine { close() }
    }
    if !words.isEmpty || lines.isEmpty { close() }
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

  /// A word in parts that fit the width each.
  private func cut(_ word: LineWord, to width: Double) -> [LineWord] {
    if word.width <= width || width <= 0 { return [word] }
    var parts: [LineWord] = []
    var part = LineWord()
    var used = 0.0
    for piece in word.pieces {
      var text = ""
      for character in piece.text {
        let step = setter.width(of: String(character), runs[piece.run].font)
        if used + step > width, used > 0 {
          if !text.isEmpty { part.pieces.append((piece.run, text)) }
          part.width = used
          parts.append(part)
          part = LineWord()
          text = ""
          used = 0
        }
        text.append(character)
        used += step
      }
      if !text.isEmpty { part.pieces.append((piece.run, text)) }
    }
    part.width = used
    part.space = word.space
    part.spaceWidth = word.spaceWidth
    part.endsLine = word.endsLine
    parts.append(part)
    return parts
  }

  /// The words of a line as placed pieces, one for each run.
  private func place(_ words: [LineWord]) -> BrokenLine {
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
    return BrokenLine(pieces: pieces, width: x - (words.last?.spaceWidth ?? 0))
  }
}

/// What no line divides, with the space after it.
struct LineWord {
  var pieces: [(run: Int, text: String)] = []
  var space: (run: Int, text: String)?
  var endsLine = false
  var width = 0.0
  var spaceWidth = 0.0

  /// Its letters, as far as they matter to where a line may end.
  var isShort: Bool { pieces.reduce(0) { $0 + $1.text.utf8.count } <= 2 }
}

/// Finds the words of runs.
struct WordFinder {
  let runs: [Run]
  let setter: Typesetter

  var words: [LineWord] {
    var words: [LineWord] = []
    var word = LineWord()
    var text = ""
    var previous: Unicode.Scalar?
    func endPiece(_ run: Int) {
      if !text.isEmpty { word.pieces.append((run, text)) }
      text = ""
    }
    func endWord() {
      words.append(measured(word))
      word = LineWord()
    }
    for (index, run) in runs.enumerated() {
      let letters = run.string.unicodeScalars
      for place in letters.indices {
        let letter = letters[place]
        let isSpace = letter == " "
        if !isSpace, word.space != nil { endWord() }
        if isSpace {
          endPiece(index)
          word.space = (index, (word.space?.text ?? "") + " ")
        } else if letter == "\n" {
          endPiece(index)
          word.endsLine = true
          endWord()
        } else {
          if breaks(between: previous, and: letters[place...]) {
            endPiece(index)
            if !word.pieces.isEmpty { endWord() }
          }
          text.unicodeScalars.append(letter)
        }
        previous = letter
      }
      endPiece(index)
    }
    if !word.pieces.isEmpty || word.space != nil { endWord() }
    return words
  }

  private func measured(_ word: LineWord) -> LineWord {
    var word = word
    word.width = word.pieces.reduce(0) { $0 + setter.width(of: $1.text, runs[$1.run].font) }
    if let space = word.space {
      word.spaceWidth = setter.width(of: space.text, runs[space.run].font)
    }
    return word
  }

  /// The letters after a hyphen without which it does not end a line: "Follow-up" stays whole.
  private static let leastAfterHyphen = 3

  /// Whether a line may end between a letter of a word and those after it.
  private func breaks(
    between a: Unicode.Scalar?, and rest: Substring.UnicodeScalarView
  ) -> Bool {
    guard let a else { return false }
    if a == "—" || a == "\u{200B}" { return true }
    guard a == "-" else { return false }
    let letters = rest.prefix(Self.leastAfterHyphen)
    return letters.count == Self.leastAfterHyphen && letters.allSatisfy(\.properties.isAlphabetic)
  }
}
