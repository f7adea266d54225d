import Drawing

/// Plain slanted lines that fill a rectangle; no pattern, clip or filter that a program could lose.
func hatch(_ r: Rect, step: Double) -> Path {
  var elements: [Path.Element] = []
  var c = step / 2
  while c < r.width + r.height {
    let from = c <= r.height ? Point(r.x, r.y + c) : Point(r.x + c - r.height, r.maxY)
    let to = c <= r.width ? Point(r.x + c, r.y) : Point(r.maxX, r.y + c - r.width)
    elements += [.move(from), .line(to)]
    c += step
  }
  return Path(elements)
}
