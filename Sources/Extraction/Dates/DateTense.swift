import Prose

/// What the verbs around a date say of its time.
struct DateTense {
  let words: BlockWords
  /// The date.
  let range: Range<Int>
  private let all = TenseWords.all

  init(words: BlockWords, range: Range<Int>) {
    self.words = words
    self.range = range
  }

  /// What the words around say of a date, as far as it matters in the context.
  func hints(of expression: DateExpression, in context: DateContext) -> DateContext.Hints {
    let isFuture = isFuture
    // A date that names its year leans on nothing.
    if case .calendar(let date) = expression, date.year != nil {
      return .init(isFuture: isFuture)
    }
    let isAhead = context.asksForAhead && isAhead(context)
    let asksForNow = context.leansOnStory && context.reference != nil
    return .init(
      isFuture: isFuture, isAhead: isAhead,
      isPast: context.leansOnDocument && !isAhead && isPast,
      isNow: isAhead || asksForNow && expression.leansOnDocument && isNow,
      isBack: context.told != nil && expression.isYearless && isBack,
      isUntilNow: context.told != nil && expression.isYearless && (isUntilNow || isLatest))
  }

  /// "Dates to watch", "Upcoming visits": a heading of what is still ahead.
  static func headsPlans(_ words: BlockWords) -> Bool {
    guard words.tokens.count <= 8 else { return false }
    return words.tokens.indices.contains { i in
      let key = words.tokens[i].key
      return plans.contains(key)
        || words.key(i + 1).map { next in
          key == WordClass.to && next == WordKey("watch")
            || key == WordKey("coming") && next == WordKey("up")
            || key == WordKey("next") && next == WordKey("steps")
        } ?? false
    }
  }

  private static let plans = BlockReading.keys("upcoming forthcoming ahead outlook diary")

  /// "Since January they have had a seat": behind "since", with a verb of the perfect right behind the
  /// date or before it.
  var isUntilNow: Bool {
    guard words.key(range.lowerBound - 1) == Self.since else { return false }
    for i in before(14) {
      if endsSentence(i) || isJoint(i) { break }
      if Self.perfects.contains(tokens[i].key) { return true }
      if isPastVerb(i) && !Self.perfects.contains(words.key(i - 1) ?? Self.since) { return false }
    }
    for i in range.upperBound..<min(tokens.count, range.upperBound + 8) {
      if endsSentence(i) { return false }
      if Self.perfects.contains(tokens[i].key) { return true }
      if isPastVerb(i) { return false }
    }
    return false
  }

  /// "Most recently on 14 December": the last before the document's own day.
  private var isLatest: Bool {
    (1...3).contains {
      words.key(range.lowerBound - $0) == Self.recently
        && words.key(range.lowerBound - $0 - 1) == Self.most
    }
  }

  private static let recently = WordKey("recently")
  private static let most = WordKey("most")
  private static let perfects = BlockReading.keys("has have")

  private var tokens: UnsafeBufferPointer<Token> { words.tokens }

  private func word(_ i: Int) -> TenseWords {
    guard i >= 0, i < tokens.count else { return [] }
    let word = all[tokens[i].key]
    // "5 May 1918" is no verb.
    return word.contains(.modal) && tokens[i].isCapitalised && tokens[i].key == Self.may ? [] : word
  }

  private func endsSentence(_ i: Int) -> Bool { SentenceWalk.ends(tokens, at: i) }

  /// The tokens before the date, from the nearest on.
  private func before(_ reach: Int) -> StrideThrough<Int> {
    stride(from: range.lowerBound - 1, through: max(0, range.lowerBound - reach), by: -1)
  }

  /// A verb of the past stands near, in the same sentence.
  var isPast: Bool {
    // "signed on Monday, calls for a withdrawal by 1 December": of a limit only the verb beside it tells.
    let isLimit = words.key(range.lowerBound - 1) == WordClass.by
    for i in before(isLimit ? 6 : 30) {
      if endsSentence(i) { break }
      if isPastVerb(i) { return true }
    }
    if isLimit { return false }
    for i in range.upperBound..<min(tokens.count, range.upperBound + 20) {
      if isPastVerb(i) { return true }
      if endsSentence(i) { break }
    }
    return false
  }

  private func isPastVerb(_ i: Int) -> Bool {
    let token = tokens[i]
    guard token.kind == .word else { return false }
    if word(i).contains(.past) { return true }
    guard token.end - token.start > 3, !token.isCapitalised,
      words.bytes[token.end - 1] == UInt8(ascii: "d"),
      words.bytes[token.end - 2] == UInt8(ascii: "e"),
      words.bytes[token.end - 3] != UInt8(ascii: "e")
    else { return false }
    return !word(i - 1).contains(.present)
  }

  /// A verb of the past stands right before it, at most a place between: "signed in Thimphu, 22 March".
  var isPastBeside: Bool {
    for i in before(8) {
      let isBehindPlace =
        i == range.lowerBound - 1 && i > 0 && tokens[i].key == Self.comma
        && tokens[i - 1].isCapitalised
      if isBehindPlace { continue }
      if endsSentence(i) || Self.stops.contains(tokens[i].key) || tokens[i].key == Self.comma {
        return false
      }
      if isPastVerb(i) {
        return !(1...4).contains { !word(i - $0).isDisjoint(with: [.modal, .to, .future]) }
      }
      if !word(i).isDisjoint(with: [.modal, .to, .future, .ahead]) || isPresentVerb(i) {
        return false
      }
    }
    return false
  }

  /// The nearest verb before it in the sentence tells of a plan.
  private var isFuture: Bool {
    var i = range.lowerBound
    let first = max(0, range.lowerBound - 25)
    var hasComma = false
    while i > first {
      i -= 1
      if endsSentence(i) { return false }
      if tokens[i].key == Self.comma { hasComma = true }
      let word = word(i)
      if !word.isEmpty, !isNextInTurn(i) {
        if word.contains(.future) {
          // "you will find the 28th of July" tells of no plan.
          return !self.word(i + 1).contains(.perceiving)
        }
        if word.contains(.condition) { return true }
        if word.contains(.modal), self.word(i + 1).contains(.be) { return true }
        if word.contains(.to),
          self.word(i - 1).contains(.planning) || self.word(i + 1).contains(.be)
        {
          return true
        }
      }
      if isPlannedFor(i) { return true }
      if isPastVerb(i) {
        guard hasComma, let aside = asideStart(of: i) else {
          return isPlanned(i)
        }
        i = aside
      }
    }
    return false
  }

  /// "Spent the next day there": told from another day, no plan.
  private func isNextInTurn(_ i: Int) -> Bool {
    tokens[i].key == Self.next && i > 0 && tokens[i - 1].key == Self.the
  }

  /// The comma before "which" of a clause thrown in: "If the virus, which halted all travel, …".
  private func asideStart(of verb: Int) -> Int? {
    for i in stride(from: verb - 1, to: max(0, verb - 6), by: -1) {
      if tokens[i].key == Self.comma { return nil }
      if WordClass.relatives.contains(tokens[i].key) {
        return tokens[i - 1].key == Self.comma ? i - 1 : nil
      }
    }
    return nil
  }

  /// "to be held", "may be signed", "will have met".
  private func isPlanned(_ verb: Int) -> Bool {
    for i in stride(from: verb - 1, through: max(0, verb - 3), by: -1) {
      if word(i).contains(.modal) { return true }
      if word(i).contains(.to) { return i + 1 != verb && word(i + 1).contains(.be) }
    }
    return false
  }

  /// "proposed for the second half of the year".
  private func isPlannedFor(_ verb: Int) -> Bool {
    guard word(verb).contains(.plan) else { return false }
    var i = range.lowerBound - 1
    while i > verb, DateSurroundings.small.contains(tokens[i].key) { i -= 1 }
    // "Has set its eighth session for June".
    return i > verb && i - verb <= 5 && tokens[i].key == Self.for
      && !(verb..<i).contains { tokens[$0].key == Self.comma }
  }

  /// "We shall celebrate", "travels there in May": of what is still ahead of the document's own day.
  /// Where that is not known to be the day on which the text was written, only "will" and "we" tell.
  private func isAhead(_ context: DateContext) -> Bool {
    guard context.bearsDate || context.leansOnDocument || context.hasComeToNow else {
      return mayBeOurs && isAhead { word($0).contains(.will) || isOurs($0) } && !isQuoted
    }
    // "It holds since March", "the file gives 12 December": nothing that will be done then.
    let isThen =
      // "Talks resume 15 Dec".
      (words.key(range.lowerBound - 1).map(Self.whens.contains) == true
        || word(range.lowerBound - 1).contains(.going))
      && !(1...3).contains { words.key(range.lowerBound - $0) == Self.since }
    return isAhead { isAheadVerb($0) || isToBe($0) || isThen && isPresentVerb($0) }
  }

  /// "Will", "we" or "I" stands somewhere near: seldom in stories.
  private var mayBeOurs: Bool {
    let near = max(0, range.lowerBound - 25)..<min(tokens.count, range.upperBound + 14)
    let (all, ours, mask) = (all, Self.ours, Self.oursMask)
    return near.contains {
      let key = tokens[$0].key
      return mask & key.bit != 0 && (ours.contains(key) || all[key].contains(.will))
    }
  }

  private static let oursMask = "we i will shall ll".split(separator: " ")
    .reduce(UInt64(0)) { $0 | WordKey(String($1)).bit }

  /// In the sentence before the date, nothing of the past between, or right behind it.
  private func isAhead(_ isAhead: (Int) -> Bool) -> Bool {
    for i in before(25) {
      // "… was opened in 2018, and from 12 June a second is to be opened".
      if endsSentence(i) || range.lowerBound - i <= 3 && isJoint(i) { break }
      if isAhead(i) { return true }
      if isPastVerb(i), !isPlanned(i) { return false }
    }
    // "On 26 March we shall celebrate", "from 2 June a line, Astana to Hurghada, is to be flown".
    for i in range.upperBound..<min(tokens.count, range.upperBound + 14) {
      if endsSentence(i) || Self.stops.contains(tokens[i].key) { return false }
      if isAhead(i) { return true }
      if isPastVerb(i) { return false }
    }
    return false
  }

  /// "And from 12 June", not "between Lima and Baku on 12 June".
  private func isJoint(_ i: Int) -> Bool {
    Self.joints.contains(tokens[i].key)
      && (i + 1 == range.lowerBound || !tokens[i + 1].isCapitalised)
  }

  /// The nearest verb, before the date or behind it, is none of the past.
  private var isNow: Bool {
    for i in before(25) {
      if endsSentence(i) { break }
      if word(i).contains(.now) || isPresentVerb(i) { return !isQuoted }
      if isPastVerb(i) { return false }
    }
    for i in range.upperBound..<min(tokens.count, range.upperBound + 14) {
      if endsSentence(i) { return false }
      if word(i).contains(.now) || isPresentVerb(i) { return !isQuoted }
      if isPastVerb(i) { return false }
    }
    return false
  }

  /// "had been sitting since September", "had rejected it on 19 November": before what the story tells.
  var isBack: Bool {
    let (joints, comma, had) = (Self.joints, Self.comma, Self.had)
    for i in before(14) {
      let key = tokens[i].key
      if joints.contains(key) || key == comma || endsSentence(i) { return false }
      guard key == had else { continue }
      // No other verb of the past comes between.
      return i + 1 < range.lowerBound && isParticiple(i + 1)
        && !(i + 4..<max(i + 4, range.lowerBound)).contains(where: isPastVerb)
    }
    return false
  }

  private func isParticiple(_ i: Int) -> Bool {
    switch VerbLexicon.builtIn.entry(tokens[i].key)?.form {
    case .participle, .pastOrParticiple, .base: true
    case .third, .past, .gerund: tokens[i].key == WordClass.been
    case nil: tokens[i].key == WordClass.been || isPastVerb(i)
    }
  }

  /// What is said in quotation marks was said on another day.
  private var isQuoted: Bool {
    var isOpen = false
    for i in before(60) {
      if Self.opening == tokens[i].key { return true }
      if Self.closing == tokens[i].key { return false }
      if Self.quote == tokens[i].key { isOpen.toggle() }
      if endsSentence(i) { break }
    }
    return isOpen
  }

  /// "we celebrate"
  private func isOurs(_ i: Int) -> Bool {
    guard i > 0, Self.ours.contains(tokens[i - 1].key) else { return false }
    if case .base? = VerbLexicon.builtIn.entry(tokens[i].key)?.form { return true }
    return word(i).contains(.now)
  }

  /// "travels", "take effect": of the present by its form and by what stands before it. What a report
  /// says is another matter.
  private func isPresentVerb(_ i: Int) -> Bool {
    guard i > 0, tokens[i].kind == .word, !tokens[i].isCapitalised,
      let entry = VerbLexicon.builtIn.entry(tokens[i].key), !entry.isAlsoPast,
      !VerbLexicon.builtIn.isReport(entry.lemma)
    else { return false }
    let before = tokens[i - 1]
    switch entry.form {
    case .third:
      return !entry.isNoun || Self.beforeThird.contains(before.key)
        || words.key(i + 1).map(Self.openers.contains) == true
        || before.isCapitalised && Self.staged.contains(entry.lemma)
    case .base:
      if Self.subjects.contains(before.key) || word(i).contains(.going) && isCount(i - 1) {
        return true
      }
      return !entry.isNoun && before.kind == .word && before.key != Tokenizer.possessive
        && before.end - before.start > 3
        && words.bytes[before.end - 1] == UInt8(ascii: "s")
    default: return false
    }
  }

  /// "Twenty-four", "310".
  private func isCount(_ i: Int) -> Bool {
    tokens[i].kind == .number || WordClass.cardinals.contains(tokens[i].key)
  }

  /// "Will", "arrives", "I leave".
  private func isAheadVerb(_ i: Int) -> Bool {
    word(i).contains(.ahead)
      || word(i).contains(.going) && i > 0 && WordClass.subjects.contains(tokens[i - 1].key)
  }

  /// "Is to", "are expected", "is due".
  private func isToBe(_ i: Int) -> Bool {
    guard !word(i).isDisjoint(with: [.to, .expected]) else { return false }
    return word(i - 1).contains(.being)
      || word(i - 2).contains(.being) && i > 0 && Self.adverbs.contains(tokens[i - 1].key)
  }

  /// "you will find the 28th of July": a date that somebody reads.
  var isPerceived: Bool {
    for i in before(25) {
      if endsSentence(i) { return false }
      if word(i).contains(.perceiving), word(i - 1).contains(.modal) { return true }
    }
    return false
  }

  private static let whens = BlockReading.keys("in on at by from until till for to of")
  private static var since: WordKey { "since" }
  private static var may: WordKey { "may" }
  private static var had: WordKey { "had" }
  private static let opening = WordKey("“")
  private static let closing = WordKey("”")
  private static var quote: WordKey { "\"" }
  private static let ours = BlockReading.keys("we i")
  private static let subjects = BlockReading.keys("we i they")
  private static let staged: Set<String> = [
    "play", "open", "perform", "unveil", "host", "show", "close", "start", "sail", "fly", "land",
  ]
  /// Behind a verb, and seldom behind a plural: "presents her letters".
  private static let openers = BlockReading.keys("the a an his her its their our my your")
  private static let beforeThird = BlockReading.keys("and who which it he she also now then but")
  private static var `for`: WordKey { "for" }
  private static var next: WordKey { "next" }
  private static var the: WordKey { "the" }
  private static var comma: WordKey { "," }
  private static let adverbs = BlockReading.keys("now still also currently provisionally")
  private static let joints = BlockReading.keys("and but ; while")
  private static let stops = BlockReading.keys("; : ( )")
}
