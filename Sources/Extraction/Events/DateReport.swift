import Chronicle
import Chronology
import Diagnostics
import Prose

/// A date that a source gives for a deed told before: "the Ministry’s file gives 12 December".
struct DateReport {
  /// Number of the date in ``BlockReading/dates``.
  var date: Int
  /// The rule that found it.
  var rule: String
  /// The words that say so, the date included.
  var range: Range<Int>
  /// What kind of deed the sentence names before the date: "the grant is entered under 1992".
  var type: EventType?
}

/// Finds reported dates.
struct DateReportFinder {
  static let rules = PatternRules(Knowledge.file("rules/reports.rules"), fact: .report)
  static let builtIn = DateReportFinder(rules)

  private let rules: [(id: String, patterns: PatternList)]

  init(_ rules: PatternRules) {
    self.rules = rules.rules.map { ($0.id, PatternList($0.patterns, fact: rules.fact)) }
  }

  /// The reports of a sentence, in order of place; "1992 and 1993" are two.
  func reports(_ reading: BlockReading, _ sentence: Range<Int>) -> [DateReport] {
    let dates = reading.dates(in: sentence)
    guard !dates.isEmpty else { return [] }
    var found: [DateReport] = []
    for rule in rules {
      let matches = rule.patterns.all(in: reading, sentence).sorted { $0.pattern < $1.pattern }
      for (pattern, place) in matches {
        var next: Range<Int>? = place
        while let match = next {
          next = reading.find(
            rule.patterns.patterns[pattern], in: match.upperBound..<sentence.upperBound)
          if match.contains(where: { DateUseReader.denials.contains(reading.tokens[$0].key) }) {
            continue
          }
          for number in dates where !found.contains(where: { $0.date == number }) {
            let range = reading.dates[number].range
            let isNext = found.last.map {
              isListed(range, after: reading.dates[$0.date].range, reading)
            }
            guard range.upperBound == match.upperBound || isNext == true,
              isWhole(range, reading, sentence)
            else { continue }
            found.append(DateReport(date: number, rule: rule.id, range: match))
          }
        }
      }
    }
    return found.sorted { $0.date < $1.date }
  }

  /// "1993" of "under both 1992 and 1993".
  private func isListed(_ range: Range<Int>, after last: Range<Int>, _ reading: BlockReading)
    -> Bool
  {
    range.lowerBound == last.upperBound + 1
      && Self.joints.contains(reading.tokens[last.upperBound].key)
  }

  /// The date ends what is said: nothing but a new clause or a mark follows.
  private func isWhole(_ date: Range<Int>, _ reading: BlockReading, _ sentence: Range<Int>) -> Bool
  {
    guard date.upperBound < sentence.upperBound else { return true }
    let next = reading.tokens[date.upperBound]
    return next.kind == .punctuation || WordClass.conjunctions.contains(next.key)
      || Self.joints.contains(next.key) || WordClass.prepositions.contains(next.key)
  }

  private static let joints = BlockReading.keys("and or whereas while but against")
}

extension ClauseReader {
  /// "Last year's statement puts it on 8 November": which source says so.
  func isOfSource(_ date: Int, _ result: Result, _ reading: BlockReading) -> Bool {
    let end = reading.dates[date].range.upperBound
    return end < reading.tokens.count && reading.tokens[end].key == Tokenizer.possessive
      && result.reports.contains { (end...(end + 2)).contains($0.range.lowerBound) }
  }

  /// The dates that sources give for deeds told before.
  func reports(_ reading: BlockReading, _ sentence: Range<Int>, _ triggers: [Trigger])
    -> [DateReport]
  {
    DateReportFinder.builtIn.reports(reading, sentence).map { found in
      var report = found
      let date = reading.dates[found.date].range.lowerBound
      // A clause of its own names what it speaks of; in one that tells the deed, that is meant.
      let start = sentence.prefix { $0 < found.range.lowerBound }.last {
        Segmenter.clauseEnds.contains(reading.tokens[$0].key)
      }
      let own = triggers.filter {
        $0.range.lowerBound >= (start ?? sentence.lowerBound) && $0.range.lowerBound < date
          && $0.rule.type != .statement && $0.rule.kind == .noun
      }
      if own.count == 1, own[0].rule.kind == .noun { report.type = own[0].rule.type }
      return report
    }
  }
}

extension DocumentExtractor {
  /// Tells a deed again with the date that a source gives for it.
  ///
  /// - Parameter told: the deeds that the sentence itself told before.
  func tellAgain(
    _ report: DateReport, _ reading: BlockReading, _ sentence: Range<Int>,
    told: [Int],
    _ discourse: Discourse, _ extract: inout DocumentExtract
  ) {
    guard let number = reported(report, reading, told, discourse, extract) else {
      self.report(
        [
          .init(
            span: reading.dates[report.date].mention.span, kind: "no-deed",
            reason: "a source's date of what is not told here")
        ], &extract)
      return
    }
    let date = reading.dates[report.date].mention
    var again = extract.assertions[number]
    again.content.date = date.value
    again.content.dateBasis = date.basis == .explicit ? .explicit : .relative
    again.content.proposedDate = date.proposal.map {
      ProposedDate(date: $0.value, reason: $0.reason)
    }
    again.content.flags = flags(date, of: extract.assertions[number])
    again.content.reasons = [
      Reason("date", "“\(reading.string(report.range))”, of what is told before")
    ]
    again.mention = mention(
      shortened(sentence, report, reading), date, [report.rule] + date.rules, reading)
    again.partOf = nil
    again.repeats = number
    extract.assertions.append(again)
  }

  /// A day after the document's own is no day of what has happened.
  private func flags(_ date: DateMention, of told: Assertion) -> [String] {
    var flags = Set(date.flags)
    if let reference = context.reference, let first = date.core.earliest,
      first.number > reference.number, told.content.status == .occurred
    {
      flags.insert("implausible_year")
    }
    return flags.sorted()
  }

  /// The deed that is meant: the one that the words name, else the last one told nearby.
  private func reported(
    _ report: DateReport, _ reading: BlockReading, _ told: [Int],
    _ discourse: Discourse, _ extract: DocumentExtract
  ) -> Int? {
    if let type = report.type {
      return extract.assertions.indices.suffix(8).last {
        extract.assertions[$0].content.type == type
      }
    }
    if let last = told.last { return last }
    let named = Subjects.words(report.range, reading)
    let recent = extract.assertions.indices.suffix(6).reversed()
    if let best = recent.max(by: { a, b in
      let x = named.intersection(extract.assertions[a].subjects).count
      let y = named.intersection(extract.assertions[b].subjects).count
      return (x, a) < (y, b)
    }), !named.isDisjoint(with: extract.assertions[best].subjects) {
      return best
    }
    // "The grant is entered under 1992" names what it speaks of.
    return report.rule == "report/filed-under" ? nil : discourse.lastAssertion
  }

  /// The sentence, or the clause of the report where the sentence is long.
  private func shortened(_ sentence: Range<Int>, _ report: DateReport, _ reading: BlockReading)
    -> Range<Int>
  {
    sentence.count <= 60 ? sentence : report.range
  }
}
