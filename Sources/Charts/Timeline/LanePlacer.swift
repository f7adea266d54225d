/// First-fit placement of marks and their labels in rows: a label stands on its mark's own row,
/// inside it, right or left of it, so no line has to lead to it.
struct LanePlacer {
  /// What is to be placed.
  struct Piece {
    var index: Int
    var left: Double
    var right: Double
    /// Width of the label with what follows it; nil for a bare mark.
    var label: Double?
    /// Words may stand within.
    var holdsText: Bool
    /// A right-hand label must end here, when the mark stands before it.
    var limit: Double?
    /// Where marks stand that together are one mark with a number: what the number needs.
    var isCluster = false
  }

  enum Side: Hashable { case none, inside, right, left }

  struct Place: Hashable {
    var index: Int
    var row: Int
    var side: Side
  }

  struct Gaps: Hashable {
    /// From a mark to its own label.
    var label: Double
    /// Between neighbours.
    var clear: Double
    /// Between two labels that face each other.
    var facing: Double
    var bare: Double
  }

  private struct Span {
    var left: Double
    var right: Double
    var textLeft: Bool
    var textRight: Bool
  }

  let gaps: Gaps
  let plotLeft: Double
  let plotRight: Double
  private var rows: [[Span]] = []
  private(set) var places: [Place] = []

  init(_ gaps: Gaps, from left: Double, to right: Double) {
    self.gaps = gaps
    plotLeft = left
    plotRight = right
  }

  var rowCount: Int { rows.count }

  /// Places a piece in the first row that takes it.
  mutating func place(_ piece: Piece) {
    let candidates = candidates(piece)
    for row in 0... {
      if row == rows.count { rows.append([]) }
      for (side, span) in candidates where isClear(span, rows[row]) {
        rows[row].append(span)
        places.append(Place(index: piece.index, row: row, side: side))
        return
      }
    }
  }

  private func candidates(_ piece: Piece) -> [(Side, Span)] {
    guard let label = piece.label else {
      return [
        (
          .none,
          Span(
            left: piece.left, right: piece.right, textLeft: piece.isCluster,
            textRight: piece.isCluster)
        )
      ]
    }
    var result: [(Side, Span)] = []
    if piece.holdsText, piece.right - piece.left >= label + 2 * gaps.label + 2 {
      result.append(
        (.inside, Span(left: piece.left, right: piece.right, textLeft: false, textRight: false)))
    }
    let right = piece.right + gaps.label + label
    if right <= plotRight, piece.limit.map({ right <= $0 || piece.left >= $0 }) ?? true {
      result.append(
        (.right, Span(left: piece.left, right: right, textLeft: false, textRight: true)))
    }
    let left = piece.left - gaps.label - label
    if left >= plotLeft {
      result.append(
        (.left, Span(left: left, right: piece.right, textLeft: true, textRight: false)))
    }
    if result.isEmpty {
      // Wider than either side: whoever asked for the label has to shorten it; the mark stands bare.
      result.append(
        (.none, Span(left: piece.left, right: piece.right, textLeft: false, textRight: false)))
    }
    return result
  }

  private func isClear(_ span: Span, _ row: [Span]) -> Bool {
    row.allSatisfy { other in
      let (a, b) = other.left <= span.left ? (other, span) : (span, other)
      let gap: Double
      if a.textRight && b.textLeft {
        gap = gaps.facing
      } else if a.textRight || b.textLeft {
        gap = gaps.clear
      } else {
        gap = gaps.bare
      }
      return b.left - a.right >= gap
    }
  }
}
