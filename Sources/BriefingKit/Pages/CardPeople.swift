import Drawing
import Layout

/// What a person fills in, at the foot of the first page: the points for the meeting, and below them,
/// where no page of their own follows, what else is to be known for it.
struct CardPeople {
  let writer: PageWriter
  let width: Double

  private static let gap = 10.5

  /// What is printed of it, set.
  struct Part {
    var blocks: [any Block]
    var box: Box
    /// How many points.
    var shown: Int
  }

  private var settings: BriefingSettings { writer.story.settings }

  /// Ruled where they are empty in the full form.
  private var points: PointColumns {
    PointColumns(
      writer: writer, width: width,
      lists: [
        .init(name: .objectives, points: settings.objectives.map { "\($0)" }),
        .init(name: .pointsToMake, points: settings.pointsToMake.map { "\($0)" }),
        .init(name: .pointsToAvoid, points: settings.pointsToAvoid.map { "\($0)" }),
      ], hasBlanks: settings.hasBlanks)
  }

  /// What a page of its own has in the full form.
  static func others(_ writer: PageWriter, width: Double) -> PointColumns {
    let settings = writer.story.settings
    return PointColumns(
      writer: writer, width: width,
      lists: [
        .init(name: .theirPoints, points: settings.theirPoints.map { "\($0)" }),
        .init(name: .sensitivities, points: settings.sensitivities.map { "\($0)" }),
        .init(
          name: .biographies,
          points: settings.biographies.map { "\(strong: $0.name + ".") \($0.text)" }),
      ])
  }

  /// Of the card alone: the two-pager has them on its second page.
  private var others: PointColumns? {
    guard settings.form == .card else { return nil }
    let others = Self.others(writer, width: width)
    return others.count > 0 ? others : nil
  }

  /// Whether a person wrote any of it.
  var isFilled: Bool { points.count > 0 || others != nil }

  /// Whether the page has such a part at all.
  var isWanted: Bool { isFilled || settings.hasBlanks }

  /// All points, else the fewest ruled lines.
  var leastHeight: Double {
    let below = others.map { $0.leastHeight + (points.count > 0 ? Self.gap : 0) } ?? 0
    return (points.count > 0 || settings.hasBlanks ? points.leastHeight : 0) + below
  }

  /// The whole in at most this height; nil where it isn't wanted or doesn't fit.
  func part(room: Double) -> Part? {
    guard isWanted, leastHeight <= room + 0.01 else { return nil }
    return part(points.blocks(room: room), others?.blocks() ?? [], shown: count)
  }

  /// How many points a person wrote.
  var count: Int { points.count + (others?.count ?? 0) }

  /// The same without the points that don't fit, which are said to be left out.
  ///
  /// - Parameter least: how many points of the meeting's lists there must be room for.
  func cut(room: Double, least: Int) -> Part? {
    guard let others else {
      return points.cut(room: room, least: least).map { part($0.blocks, [], shown: $0.shown) }
    }
    guard points.count > 0 else {
      return others.cut(room: room, least: least).map { part([], $0.blocks, shown: $0.shown) }
    }
    // The points of the meeting come first.
    let fewest = height(others.fewest) + Self.gap
    guard let upper = points.cut(room: room - fewest, least: least),
      let lower = others.cut(room: room - height(upper.blocks) - Self.gap, least: 0)
    else { return nil }
    return part(upper.blocks, lower.blocks, shown: upper.shown + lower.shown)
  }

  private func height(_ blocks: [any Block]) -> Double {
    Box(blocks, width: width, writer.setter).height
  }

  private func part(_ points: [any Block], _ others: [any Block], shown: Int) -> Part {
    let gap: [any Block] = points.isEmpty || others.isEmpty ? [] : [Space(Self.gap)]
    let blocks = points + gap + others
    return Part(
      blocks: blocks, box: Box(blocks, width: width, writer.setter), shown: shown)
  }
}
