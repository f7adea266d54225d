import Prose

/// What a word says of the time of which its sentence tells.
struct TenseWords: OptionSet {
  let rawValue: UInt16

  /// "expected", "upcoming": a plan.
  static let future = TenseWords(rawValue: 1)
  /// "may", "would".
  static let modal = TenseWords(rawValue: 2)
  /// Verbs of the past that do not end in "-ed".
  static let past = TenseWords(rawValue: 4)
  /// Stands before "to" in a plan: "is to", "plans to".
  static let planning = TenseWords(rawValue: 8)
  /// What readers do: "you will find the 28th of July".
  static let perceiving = TenseWords(rawValue: 16)
  /// "if", "unless".
  static let condition = TenseWords(rawValue: 32)
  /// Before a verb in "-ed" that tells of no past: "is signed", "as proposed".
  static let present = TenseWords(rawValue: 64)
  /// "proposed", "set": a plan where "for" stands before the date.
  static let plan = TenseWords(rawValue: 128)
  /// "will", "shall": of what is still ahead.
  static let ahead = TenseWords(rawValue: 256)
  /// "is", "are".
  static let being = TenseWords(rawValue: 512)
  /// After "is" or "are": "expected", "due".
  static let expected = TenseWords(rawValue: 1024)
  static let to = TenseWords(rawValue: 2048)
  static let be = TenseWords(rawValue: 4096)
  /// Behind "I" or "we", of what is still ahead: "I leave in August".
  static let going = TenseWords(rawValue: 8192)
  /// "will", "shall".
  static let will = TenseWords(rawValue: 16384)
  /// "is", "has": of the present, whatever follows.
  static let now = TenseWords(rawValue: 32768)

  /// What words say, in a table that stays where it is.
  struct Table: @unchecked Sendable {
    private struct Slot {
      var key: UInt64 = 0
      var words: TenseWords = []
    }

    /// Open, and mostly empty. It is written once, when it is made.
    private let slots: UnsafeMutablePointer<Slot>
    private static let mask = 1 << 10 - 1

    fileprivate init(_ lists: [(TenseWords, String)]) {
      slots = .allocate(capacity: Self.mask + 1)
      slots.initialize(repeating: Slot(), count: Self.mask + 1)
      for (kind, words) in lists {
        for word in words.split(separator: " ") {
          let key = WordKey(String(word)).value
          let slot = slot(of: key)
          slots[slot].key = key
          slots[slot].words.formUnion(kind)
        }
      }
    }

    @inline(__always)
    private func slot(of key: UInt64) -> Int {
      var slot = Int(truncatingIfNeeded: key) & Self.mask
      while slots[slot].key != 0, slots[slot].key != key { slot = (slot &+ 1) & Self.mask }
      return slot
    }

    /// What a word says; nothing, for most.
    @inline(__always)
    subscript(key: WordKey) -> TenseWords { slots[slot(of: key.value)].words }
  }

  static let all = Table(lists)

  private static let lists: [(TenseWords, String)] = [
    (
      .future,
      "will shall plans plan expected scheduled planned due foreseen intends intend hopes next"
        + " forecast provisionally would should upcoming"
    ),
    (.modal, "will shall would may might should could must can"),
    (
      .past,
      "was were had did said went came met took made gave held began became left won lost fell rose"
        + " saw told got sent brought fought spoke stood ran drew wrote sold bought paid led found"
        + " thought kept built grew knew sat flew spent rode broke chose drove heard laid lent meant sang"
        + " sank shot slept swore taught wore struck swept shook threw wound underwent undertook withdrew"
    ),
    (
      .planning,
      "is are was were be set due plans plan expected scheduled planned hopes intends agreed supposed"
        + " hope intend expects expect want wants invitation invited undertook undertakes undertake"
        + " undertaking promised promises promise pledged pledges vowed vows offered offers"
    ),
    (.perceiving, "find see read notice remember recall note say guess think suppose argue"),
    (.condition, "if unless"),
    (.present, "is are be as"),
    (
      .plan,
      "proposed set fixed planned scheduled foreseen slated postponed pencilled penciled timed moved"
    ),
    (
      .ahead,
      "will shall ll arrives arrive comes leaves begins starts opens returns hosts takes"
    ),
    (.going, "leave arrive begin start open return depart fly sail retire move host meet resume"),
    (.will, "will shall ll"),
    (.now, "is are am has have will shall ll can may must"),
    (.being, "is are"),
    (.expected, "expected due scheduled planned foreseen set awaited"),
    (.to, "to"),
    (.be, "be"),
  ]
}
