import Diagnostics
import Prose

/// Dates that something was meant to have, and has no more.
extension DateUseReader {
  /// "Which was to follow in 2020, is foreseen for 2022"; "originally fixed for 23 January".
  static func isOnceMeant(_ i: Int, _ reading: BlockReading, _ sentence: Range<Int>) -> Bool {
    var at = i - 1
    // "Moved from 14 October": not then.
    if at > sentence.lowerBound, reading.tokens[at].key == WordKey("from") {
      let verb = at - 1
      // "Put back from"; "due back from 12 to 15 November" is none.
      return moving.contains(reading.tokens[verb].key)
        || particles.contains(reading.tokens[verb].key) && verb > sentence.lowerBound
          && putting.contains(reading.tokens[verb - 1].key)
    }
    if at > sentence.lowerBound + 1, reading.tokens[at].key == WordKey("for") {
      return fixing.contains(reading.tokens[at - 1].key)
        && (firstly.contains(reading.tokens[at - 2].key) || isPutOff(i, reading, sentence))
    }
    let floor = max(sentence.lowerBound + 2, i - 9)
    while at >= floor, reading.tokens[at].kind != .punctuation {
      if reading.tokens[at].key == WordKey("have"), shoulds.contains(reading.tokens[at - 1].key) {
        return true
      }
      if reading.tokens[at].key == WordClass.to, wases.contains(reading.tokens[at - 1].key) {
        return reading.has(.relative, at: at - 2)
      }
      if dues.contains(reading.tokens[at].key), isPutOff(i, reading, sentence) { return true }
      at -= 1
    }
    return false
  }

  /// "Due to start in autumn 2019, has slipped by a year": another date follows.
  private static func isPutOff(_ i: Int, _ reading: BlockReading, _ sentence: Range<Int>) -> Bool {
    (i..<sentence.upperBound).contains { at in
      (slipping.contains(reading.tokens[at].key) || isAfterAll(at, reading, sentence))
        && (at..<min(at + 8, sentence.upperBound)).contains { reading.has(.dateStart, at: $0) }
    }
  }

  /// "But took place a year later".
  private static func isAfterAll(_ i: Int, _ reading: BlockReading, _ sentence: Range<Int>) -> Bool
  {
    comings.contains(reading.tokens[i].key)
      && (max(sentence.lowerBound, i - 3)..<i).contains {
        reading.tokens[$0].key == WordKey("but")
      }
  }

  private static let comings = BlockReading.keys(
    "took held came happened followed signed opened arrived started began met")

  private static let dues = BlockReading.keys(
    "due scheduled planned expected slated meant supposed")
  private static let slipping = BlockReading.keys(
    "slipped postponed delayed deferred put pushed moved shifted finally eventually")
  private static let moving = BlockReading.keys(
    "moved shifted postponed rescheduled deferred advanced delayed")
  private static let particles = BlockReading.keys("back forward off")
  private static let putting = BlockReading.keys("put brought pushed set")
  private static let shoulds = BlockReading.keys("should ought")
  private static let wases = BlockReading.keys("was were")
  private static let firstly = BlockReading.keys("originally first initially previously once")
  private static let fixing = BlockReading.keys(
    "fixed planned scheduled set announced foreseen intended convened called envisaged promised due"
      + " slated expected pledged")

  static let meant = "what was meant to be, and was not"

  /// "Behind the original date of 2020".
  static func isMeantDate(_ head: Int, _ reading: BlockReading) -> Bool {
    head > 0 && dateNouns.contains(reading.tokens[head].key)
      && formers.contains(reading.tokens[head - 1].key)
  }

  private static let dateNouns = BlockReading.keys("date deadline target schedule")
  private static let formers = BlockReading.keys(
    "original initial planned first earlier former previous intended target foreseen")
}
