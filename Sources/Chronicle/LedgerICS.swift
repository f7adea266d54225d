import Chronology

/// The ledger as a calendar: RFC 5545, one all-day event for each that begins on a known day.
///
/// Only what counts or is planned is in it: nothing conditional, no totals over many, no doubtful
/// dates. An event known to the month or year alone has no day, and would claim one here.
public enum LedgerICS {
  /// The file's bytes; lines end in CR LF and are folded at 75 octets.
  public static func write(_ ledger: Ledger) -> [UInt8] {
    // The stamp is the day to which the ledger speaks, so that the same seeds give the same bytes.
    let stamp = compact(ledger.asOf ?? Day(number: 0)) + "T000000Z"
    var paths: [String: String] = [:]
    for document in ledger.documents { paths[document.id] = document.path }
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Briefing//Events//EN", "CALSCALE:GREGORIAN",
    ]
    for event in ledger.events { lines += component(event, stamp, paths) }
    lines.append("END:VCALENDAR")
    return lines.flatMap(folded)
  }

  private static func component(_ event: Event, _ stamp: String, _ paths: [String: String])
    -> [String]
  {
    let content = event.content
    guard content.status != .hypothetical, !content.isAggregate, content.proposedDate == nil,
      !content.flags.contains("implausible_year"), let date = content.date, date.precision == .day,
      let start = date.earliest
    else { return [] }
    // An open end is said up to its source's date, and drawn no further than its first day.
    let end = (date.latest ?? start) + 1
    var lines = [
      "BEGIN:VEVENT", "UID:\(event.id)@briefing", "DTSTAMP:\(stamp)",
      "DTSTART;VALUE=DATE:\(compact(start))", "DTEND;VALUE=DATE:\(compact(end))",
      "SUMMARY:" + escaped(content.headline), "CATEGORIES:\(content.domain.rawValue)",
      "STATUS:" + (content.status == .planned ? "TENTATIVE" : "CONFIRMED"),
      "TRANSP:TRANSPARENT",
    ]
    if !content.places.isEmpty {
      lines.append("LOCATION:" + escaped(content.places.joined(separator: ", ")))
    }
    let sources = event.mentions.map {
      "“\($0.quote)” (\(paths[$0.document] ?? $0.document), line \($0.line))"
    }
    if !sources.isEmpty {
      lines.append("DESCRIPTION:" + escaped(sources.joined(separator: "\n")))
    }
    return lines + ["END:VEVENT"]
  }

  private static func compact(_ day: Day) -> String {
    String(day.description.unicodeScalars.filter { $0 != "-" }.map(Character.init))
  }

  private static func escaped(_ text: String) -> String {
    var result: [UInt8] = []
    result.reserveCapacity(text.utf8.count + 8)
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\\"), UInt8(ascii: ";"), UInt8(ascii: ","):
        result.append(UInt8(ascii: "\\"))
        result.append(byte)
      case 0x0A: result += [UInt8(ascii: "\\"), UInt8(ascii: "n")]
      case 0x0D: break
      default: result.append(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// A content line in pieces of at most 75 octets, never cut within a scalar.
  static func folded(_ line: String) -> [UInt8] {
    var text = line
    return text.withUTF8 { bytes in
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count + bytes.count / 25 + 2)
      var start = 0
      var room = 75
      while bytes.count - start > room {
        var end = start + room
        while bytes[end] & 0xC0 == 0x80 { end -= 1 }
        result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<end]))
        result += [0x0D, 0x0A, 0x20]
        start = end
        room = 74
      }
      result.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
      return result + [0x0D, 0x0A]
    }
  }
}
