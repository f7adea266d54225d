public import Drawing

/// Text broken into lines.
public struct Paragraph: Block {
  public var runs: [Run]
  /// Distance of baselines.
  public var leading: Double
  public var alignment: Alignment
  /// nil: the text belongs to what surrounds it, a table cell for one.
  public var role: Role?
  public var before: Double
  public var after: Double
  /// Left edge of all lines but the first.
  public var hang: Double
  /// Left edge of all lines.
  public var indent: Double
  public var keepWithNext: Bool
  /// Whether all lines stand on one page.
  public var keepTogether: Bool
  public var destination: String?

  public init(
    _ runs: [Run], leading: Double, alignment: Alignment = .start, role: Role? = .paragraph,
    before: Double = 0, after: Double = 0, indent: Double = 0, hang: Double = 0,
    keepWithNext: Bool = false, keepTogether: Bool = false, destination: String? = nil
  ) {
    self.runs = runs
    self.leading = leading
    self.alignment = alignment
    self.role = role
    self.before = before
    self.after = after
    self.indent = indent
    self.hang = hang
    self.keepWithNext = keepWithNext
    self.keepTogether = keepTogether
    self.destination = destination
  }

  /// Fewest lines left alone at the foot or the head of a page.
  private static let fewestLines = 2

  public func layout(width: Double, _ setter: Typesetter) -> [FlowItem] {
    let lines = LineBreaker(runs: runs, setter: setter)
      .lines(first: width - indent, others: width - indent - hang)
    let path = role.map { [setter.tag($0, destination: destination)] } ?? []
    let hasLinks = runs.contains { $0.link != nil }
    return lines.enumerated().map { index, line in
      let room = width - indent - (index == 0 ? 0 : hang)
      let slack = room - line.width
      var x = indent + (index == 0 ? 0 : hang)
      switch alignment {
      case .start: break
      case .middle: x += slack / 2
      case .end: x += slack
      }
      let baseline = self.baseline(of: line, setter)
      let last = index == lines.count - 1
      let kept =
        keepTogether || index < Self.fewestLines - 1 || index >= lines.count - Self.fewestLines
      return .strip(
        Strip(
          height: leading, before: index == 0 ? before : 0, after: last ? after : 0,
          baseline: baseline, keepWithNext: last ? keepWithNext : kept, path: path,
          items: items(line, x: x, baseline: baseline, spans: hasLinks) {
            setter.left($0, $1, in: width)
          }))
    }
  }

  /// The baseline of the largest face on the line; smaller runs don't move it.
  private func baseline(of line: BrokenLine, _ setter: Typesetter) -> Double {
    let fonts = line.pieces.map { runs[$0.run].font }
    let main = fonts.max { $0.size < $1.size } ?? runs.first?.font ?? Font(.inter, leading * 0.75)
    return setter.baseline(main, leading: leading)
  }

  private func items(
    _ line: BrokenLine, x: Double, baseline: Double, spans: Bool,
    left: (Double, Double) -> Double
  ) -> [Item] {
    line.pieces.map { piece in
      let run = runs[piece.run]
      let text = Item.text(
        TextLine(
          piece.string, at: Point(left(x + piece.x, piece.width), baseline), run.font, run.color,
          rightToLeft: run.rightToLeft))
      if let link = run.link {
        return .group(Group(.link, title: run.note, link: link, [text]))
      }
      return spans ? .group(Group(.span, [text])) : text
    }
  }
}
