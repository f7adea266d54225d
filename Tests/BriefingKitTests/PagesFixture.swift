// swift-format-ignore-file: NeverForceUnwrap
import Chronicle
import Chronology

@testable import BriefingKit

extension ArticleLedger {
  /// The ledger, read from its table.
  static var ledger: Ledger {
    var events: [Event] = []
    for line in table.split(separator: "\n") {
      if line.hasPrefix("  > ") {
        let f = line.dropFirst(4).split(
          separator: "|", maxSplits: 4, omittingEmptySubsequences: false)
        events[events.count - 1].mentions.append(
          Mention(
            document: "S1", start: Int(f[0])!, end: Int(f[1])!, line: Int(f[2])!,
            quote: String(f[4]), dateText: f[3].isEmpty ? nil : String(f[3]), rules: ["test"]))
      } else {
        events.append(event(line))
      }
    }
    return Ledger(
      asOf: Day(year: 2017, month: 1, day: 16), parties: ["PAK", "AZE"], documents: [document],
      events: events, openings: openings)
  }

  static let document = DocumentRecord(
    id: "S1", path: "seeds/000_a28c050dff78a3a9.txt",
    title:
      "Pakistan-Azerbaijan: There are great prospects to boost cooperation between the two "
      + "countries in many fields",
    date: EDTF("2017-01-16"), author: "Khalid Usman Qaiser", side: "PAK",
    voice: "Ambassador of Pakistan to Azerbaijan", sha256: digest)

  static var settings: BriefingSettings {
    var settings = BriefingSettings()
    settings.digest = digest
    settings.names = ["PAK": "Pakistan", "AZE": "Azerbaijan"]
    settings.contestedTerms = ["genocide", "occupation", "Khojaly Tragedy", "Nagorno-Karabakh"]
    settings.skipped = [
      SkippedPassage(document: "S1", lines: 3...5, reason: "page furniture"),
      SkippedPassage(document: "S1", lines: 81...101, reason: "related articles"),
    ]
    settings.toolVersion = "1.0.0"
    return settings
  }

  static let openings = [
    opening(
      .economy, 35,
      "There exist a great scope for Azerbaijan to import rice, vegetable and fruit & fruit Preps, "
        + "medical and pharmaceutical products, textiles and sports goods from Pakistan"),
    opening(.energy, 35, "Cooperation in the field of Energy has still not taken off the ground."),
    opening(
      .defence, 27, "There exist a great potential in this domain for joint ventures and training."),
  ]

  private static func opening(_ domain: Domain, _ line: Int, _ quote: String) -> Opening {
    Opening(
      domain: domain,
      mention: Mention(
        document: "S1", start: 0, end: 0, line: line, quote: quote, dateText: nil, rules: ["test"]))
  }

  private static func event(_ line: Substring) -> Event {
    var f = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    f += Array(repeating: "", count: max(0, 16 - f.count))
    func list(_ text: String, _ separator: Character = ",") -> [String] {
      text.split(separator: separator).map(String.init)
    }
    var content = Content()
    content.date = f[1].isEmpty ? nil : EDTF(f[1])
    content.proposedDate =
      f[2].isEmpty
      ? nil : ProposedDate(date: EDTF(f[2])!, reason: "89 years after the document")
    content.dateBasis = DateBasis(rawValue: f[3])!
    content.type = EventType(rawValue: f[4])!
    content.domain = Domain(rawValue: f[5])!
    content.status = Status(rawValue: f[6])!
    content.actors = list(f[7])
    content.recipients = list(f[8])
    content.flags = list(f[10])
    content.isAggregate = f[11] == "total"
    content.headline = f[12]
    content.participants = list(f[13], ";").map { person in
      let p = list(person, "|")
      return Participant(name: p[0], role: p[1], side: p[2])
    }
    content.places = list(f[14])
    content.amounts = list(f[15], ";").map { amount in
      let a = list(amount, "|")
      return Amount(value: Double(a[0])!, unit: a[1])
    }
    return Event(id: f[0], content: content, partOf: f[9].isEmpty ? nil : f[9], mentions: [])
  }
}
