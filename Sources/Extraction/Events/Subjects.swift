import Chronicle
import Diagnostics
import Prose

/// The words that tell one deed from another of its kind: "Khojaly", "school", "Contact Group".
enum Subjects {
  /// Folded capitalised words and object nouns of the clause, sorted; states, offices and months
  /// left out.
  static func of(_ draft: Draft, _ reading: BlockReading) -> [String] {
    let own = words(draft.segment, draft, reading)
    return own.isEmpty ? words(draft.sentence, draft, reading) : own
  }

  private static func words(_ range: Range<Int>, _ draft: Draft, _ reading: BlockReading)
    -> [String]
  {
    var result: Set<String> = []
    for i in range {
      let token = reading.tokens[i]
      guard token.kind == .word, token.end - token.start > 2 else { continue }
      if reading.dates.contains(where: { $0.range.contains(i) }) { continue }
      if reading.entities.contains(where: {
        $0.range.contains(i) && $0.kind != .person && $0.kind != .disputed
      }) {
        continue
      }
      let isName = token.isCapitalised && i > draft.sentence.lowerBound
      guard isName || objects.contains(token.key) else { continue }
      let word = fold(reading.text.string(token.span))
      if !ignored.contains(word) { result.insert(word) }
    }
    return result.sorted()
  }

  /// Lower case without vowels' spelling variants: Khojaly = Khojali, Hayder = Heydar = Hyder.
  static func fold(_ word: String) -> String {
    var result = ""
    var last: Character = " "
    for scalar in word.lowercased().unicodeScalars {
      let base: Character =
        switch scalar {
        case "ı", "í", "î", "y": "i"
        case "ə", "é", "è", "ä": "e"
        case "ö", "ô": "o"
        case "ü", "û": "u"
        case "ğ": "g"
        case "ş": "s"
        case "ç": "c"
        default: Character(scalar)
        }
      guard base.isLetter || base.isNumber, base != last else { continue }
      last = base
      result.append(base)
    }
    return result
  }

  /// The consonants of a folded word: names spelt differently share them.
  static func skeleton(_ folded: String) -> String {
    let consonants = folded.filter { !"aeiou".contains($0) }
    return consonants.count >= 2 ? String(folded.prefix(1)) + consonants : folded
  }

  static let objects = BlockReading.keys(
    "school land doctorate commission embassy mission contact group flight scholarships kashmir"
      + " courses training officers students forum council protocol rice tax investment"
      + " investments trade transit hospital bridge bridges tunnel road temple candidatures"
      + " resolution stamp concert exhibition session summit gas pipeline railway mosque church"
      + " loan grant floods flood earthquake assistance masks medicines blankets tents vaccination campaign relations"
  )
  static let ignored: Set<String> = [
    "the", "and", "president", "minister", "prime", "foreign", "former", "state", "republic",
    "islamic", "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december", "first", "lady", "madam", "mrs", "general",
  ]
}
