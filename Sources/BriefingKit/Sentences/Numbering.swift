public import Chronicle
import Chronology

/// The numbers by which pages and figures name events: the order of the chronology, undated last.
public struct Numbering: Sendable {
  /// The events in the order of their numbers.
  public let events: [Event]
  /// Numbers from 1, by id.
  public let numbers: [String: Int]
  /// The events that stand indented below the event of which they are a part.
  public let indented: Set<String>

  /// Numbers a ledger's events: by the date at which they are drawn, what happened within another
  /// event right after it, then as the documents tell them.
  public init(_ ledger: Ledger) {
    let keys = ledger.events.map(Key.init)
    let sorted = ledger.events.indices.sorted { keys[$0] < keys[$1] }.map { ledger.events[$0] }
    let byID = Dictionary(ledger.events.map { ($0.id, $0) }) { first, _ in first }
    var children: [String: [Event]] = [:]
    var roots: [Event] = []
    for event in sorted {
      if let parent = event.partOf.flatMap({ byID[$0] }), parent.partOf == nil,
        parent.id != event.id, Numbering.falls(event, within: parent)
      {
        children[parent.id, default: []].append(event)
      } else {
        roots.append(event)
      }
    }
    events = roots.flatMap { [$0] + (children[$0.id] ?? []) }
    indented = Set(children.values.joined().map(\.id))
    numbers = Dictionary(events.enumerated().map { ($0.element.id, $0.offset + 1) }) { first, _ in
      first
    }
  }

  public func number(of id: String) -> Int? { numbers[id] }

  /// `[4]`, `[18, 19]`, `[29–33]`.
  public func citation(_ ids: [String]) -> String {
    "[" + Numbering.ranges(ids.compactMap { numbers[$0] }) + "]"
  }

  /// Numbers in order, three and more in a row as a range.
  static func ranges(_ numbers: [Int]) -> String {
    var parts: [ClosedRange<Int>] = []
    for number in numbers.sorted() {
      if let last = parts.last, number <= last.upperBound + 1 {
        parts[parts.count - 1] = last.lowerBound...max(number, last.upperBound)
      } else {
        parts.append(number...number)
      }
    }
    // A short list stays on one line; a long one breaks where it must.
    let comma = parts.count > mostGlued ? ", " : ",\u{A0}"
    let rest = parts.dropFirst(mostNamed).reduce(0) { $0 + $1.count }
    let more = rest == 0 ? "" : ", …"
    return parts.prefix(mostNamed).map { range in
      switch range.count {
      case 1: "\(range.lowerBound)"
      case 2: "\(range.lowerBound),\u{A0}\(range.upperBound)"
      default: "\(range.lowerBound)–\(range.upperBound)"
      }
    }.joined(separator: comma) + more
  }

  /// Numbers and ranges that are printed; of more only that there are.
  private static let mostNamed = 40

  private static let mostGlued = 6

  /// By the date at which it is drawn, then where it is first told.
  private struct Key: Comparable {
    /// Of those without a date, the last.
    let first: Int
    let last: Int
    let isUndated: Bool
    let date: String
    let document: String
    let length: Int
    let start: Int
    let id: String

    init(_ event: Event) {
      let drawn = event.drawnDate
      isUndated = drawn == nil
      (first, last) = drawn?.days ?? (Int.max, Int.max)
      date = drawn?.description ?? ""
      let mention = event.mentions.first
      document = mention?.document ?? ""
      length = mention?.document.count ?? Int.max
      start = mention?.start ?? 0
      id = event.id
    }

    static func < (a: Key, b: Key) -> Bool {
      if a.isUndated != b.isUndated { return b.isUndated }
      if a.first != b.first { return a.first < b.first }
      if a.last != b.last { return a.last < b.last }
      if a.date != b.date { return a.date < b.date }
      if a.length != b.length { return a.length < b.length }
      if a.document != b.document { return a.document < b.document }
      return a.start != b.start ? a.start < b.start : a.id < b.id
    }
  }

  private static func falls(_ event: Event, within parent: Event) -> Bool {
    guard let own = event.drawnDate, let whole = parent.drawnDate else {
      return event.drawnDate == nil && parent.drawnDate == nil
    }
    guard let first = own.earliest, let from = whole.earliest, let to = whole.latest else {
      return own == whole
    }
    return from <= first && first <= to
  }
}
