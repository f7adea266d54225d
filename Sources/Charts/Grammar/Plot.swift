/// A chart as a declaration: columns and rows with their scales, and the marks in them.
///
/// A scale's domain comes from all channels bound to it by any mark, so bars, words and axes agree by
/// construction; axes are marks too. Facets are rows of one unit.
public struct Plot: Sendable {
  public var caption: Caption
  public var columns: [Track]
  public var rows: [Track]
  public var marks: [Mark]
  /// In the line below the plot.
  public var legend: [LegendItem]
  /// What follows the number of the data without words, at the end of the lowest line.
  public var unnamedWords = ""
  /// How many data may find no room for their words.
  public var unnamedLimit = 0
  /// The most that the rows take where the frame has no height of its own.
  public var mostHeight = Double.infinity
  /// For an axis of one year.
  public var monthNames = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  public init(
    caption: Caption, columns: [Track], rows: [Track], marks: [Mark] = [],
    legend: [LegendItem] = []
  ) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.marks = marks
    self.legend = legend
  }
}

/// The tracks of one direction, in place.
struct Layout {
  /// A few, looked up for every datum: comparing short names is quicker than hashing them.
  private var places: [(name: String, start: Double, end: Double, scale: Scale)] = []
  private(set) var end: Double

  init(
    _ tracks: [Track], _ domains: [String: Domain], words: [String: Double], from start: Double,
    to limit: Double, isUpward: Bool
  ) {
    let lengths = Lengths(tracks, domains, words, limit - start)
    var at = start
    for (index, track) in tracks.enumerated() {
      at += lengths.gaps[index]
      let next = at + lengths.tracks[index]
      let domain = domains[track.name] ?? Domain(track.kind)
      // Numbers grow upwards and to the right.
      let isFlipped = (isUpward && track.kind == .count) != track.isReversed
      // What is longer than its steps keeps their length, and its base.
      let length = lengths.contents[index] ?? (next - at)
      places.append(
        (
          track.name, at, next,
          isFlipped
            ? domain.scale(from: next, to: next - length) : domain.scale(from: at, to: at + length)
        ))
      at = next
    }
    end = at
  }

  private func place(_ name: String) -> Int? { places.firstIndex { $0.name == name } }

  func scale(_ name: String) -> Scale { place(name).map { places[$0].scale } ?? .plain(0, 0) }
  func start(_ span: Mark.Span) -> Double { place(span.first).map { places[$0].start } ?? 0 }
  func end(_ span: Mark.Span) -> Double { place(span.last).map { places[$0].end } ?? 0 }
}

/// How long tracks and the air between them are.
private struct Lengths {
  var tracks: [Double]
  var gaps: [Double]
  /// Length of all steps together, for the tracks that have any.
  var contents: [Int: Double] = [:]

  init(
    _ list: [Track], _ domains: [String: Domain], _ words: [String: Double], _ room: Double
  ) {
    tracks = list.map { track in
      switch track.extent {
      case .fixed(let length): length
      case .words(let least): max(least, words[track.name] ?? 0)
      case .step, .rest: 0
      }
    }
    gaps = list.map(\.gap.lowerBound)
    var left = room - tracks.reduce(0, +) - gaps.reduce(0, +)
    left -= steps(list, domains, left)
    let rests = list.indices.filter { if case .rest = list[$0].extent { true } else { false } }
    for (place, index) in rests.enumerated() {
      guard case .rest(let most) = list[index].extent else { continue }
      tracks[index] = max(0, min(most, left / Double(rests.count - place)))
      left -= tracks[index]
    }
    let ranges = list.map { $0.gap.upperBound - $0.gap.lowerBound }
    let wish = ranges.reduce(0, +)
    guard left.isFinite, left > 0, wish > 0 else { return }
    for index in list.indices { gaps[index] += ranges[index] * min(1, left / wish) }
  }

  /// Steps as long as they may be, all shorter by one factor where they don't fit; their sum.
  private mutating func steps(
    _ list: [Track], _ domains: [String: Domain], _ room: Double
  ) -> Double {
    var needs: [(index: Int, need: Double, least: Double)] = []
    for (index, track) in list.enumerated() {
      guard case .step(let length, let least) = track.extent else { continue }
      needs.append((index, length * (domains[track.name]?.steps ?? 1), least))
    }
    var open = needs
    var left = max(0, room)
    var factor = 1.0
    while true {
      let need = open.reduce(0) { $0 + $1.need }
      factor = need > 0 ? min(1, left / need) : 1
      // What is shorter than it may be takes that, and leaves less to the others.
      guard let short = open.firstIndex(where: { $0.need * factor < $0.least }) else { break }
      left = max(0, left - open[short].least)
      open.remove(at: short)
    }
    for item in needs {
      contents[item.index] = item.need * factor
      tracks[item.index] = max(item.least, item.need * factor)
    }
    return list.indices.reduce(0) {
      if case .step = list[$1].extent { return $0 + tracks[$1] }
      return $0
    }
  }
}
