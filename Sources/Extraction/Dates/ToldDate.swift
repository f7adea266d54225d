import Chronology

/// What a context knows of a date told, and of the place and sentence of the next one.
extension DateContext {
  /// A date told, as far as it is known.
  struct Told: Equatable {
    var date: PartialDate
    var first: Day
    var last: Day
    /// 21…24, when it was a season.
    var season: Int?
    /// Told in this block.
    var isNear = true
    /// Told in another section.
    var isElsewhere = false
    /// Leans on another date.
    var isRelative = false
    /// Counted from the document's own: "in June last year".
    var isOfNow = false
    /// Told in this sentence.
    var isOfSentence = true
    /// A year at the head of this sentence: "In 1975, …, on 4 July".
    var opensSentence = false
  }

  /// Marks of the sentence around a date.
  struct Hints {
    /// Words of plans stand before it.
    var isFuture = false
    /// The plan is the speaker's own, still ahead: "we shall", "is to be".
    var isAhead = false
    /// A verb in the past stands by it.
    var isPast = false
    /// A verb of the present or of what is ahead stands by it: "this year we celebrate".
    var isNow = false
    /// Looks back from the story: "had been sitting since September".
    var isBack = false
    /// Goes on to the document's own day: "since January they have had a seat".
    var isUntilNow = false
  }

  /// Where in its passage a date stands.
  struct Place {
    /// Opens its sentence.
    var isInitial = false
    /// With no word before it.
    var isOpening = false
    /// The first of its block.
    var isFirst = false
    /// Named beside the story: in brackets, as a limit, as a plan.
    var isAside = false
    /// An aside that a mark closes: "(1901–1970)", "who had come to power in 1933,".
    var isClosed = false
    /// In a report: told of something beside its story, to which the next sentence goes back.
    var isByTheWay = false
    /// Named as what others say, or to date something else: never part of the story.
    var isCited = false
  }
}
