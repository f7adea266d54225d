import Analytics
import Charts
import Drawing

/// What stands above the columns of the balance: who acts towards whom, in as many lines as it takes.
struct BalanceHeads {
  let maker: FigureMaker
  let sheet: FigureSheet
  let counts: [Way: Int]
  /// For the head of one of the two directions.
  private let room: Double

  /// - Parameter beside: width of all that is neither a direction's nor that of both together.
  init(_ maker: FigureMaker, _ sheet: FigureSheet, counts: [Way: Int], beside: Double) {
    self.maker = maker
    self.sheet = sheet
    self.counts = counts
    let whole = BalanceHeads(maker, sheet, counts: counts)
    room = (sheet.size.width - 2 * sheet.style.margin - beside - whole.width(.together)) / 2
  }

  private init(_ maker: FigureMaker, _ sheet: FigureSheet, counts: [Way: Int]) {
    self.maker = maker
    self.sheet = sheet
    self.counts = counts
    room = .infinity
  }

  private var say: Language { maker.say }

  /// "Pakistan → Azerbaijan", broken at the arrow and within long names.
  func lines(_ way: Way) -> [String] {
    guard way != .together else {
      return [say.string(sheet.isNarrow ? .figBothWays : .figBothTogether)]
    }
    guard let sides = maker.sides else { return [""] }
    let (from, to) =
      way == .there ? (sides.first, sides.second) : (sides.second, sides.first)
    let parts = ["\(name(from)) \(say.arrow)", name(to)]
    return areBroken ? parts.flatMap(wrapped) : [parts.joined(separator: " ")]
  }

  /// "14 acts".
  func detail(_ way: Way) -> String {
    let acts = say.string(.figActs, ["n": counts[way] ?? 0])
    return way == .together && !sheet.isNarrow
      ? say.string(.figInNoBalance, ["acts": acts]) : acts
  }

  /// Of the head with the most lines.
  var mostLines: Int { Way.allCases.map { lines($0).count }.max() ?? 1 }

  func width(_ way: Way) -> Double {
    (lines(way).map { width($0, .heading) } + [width(detail(way), .count)]).max() ?? 0
  }

  /// A name by itself; its code where one of its words has no room.
  private func name(_ code: String) -> String {
    let name = maker.sideName(code)
    let fits = name.split(separator: " ").allSatisfy { width(String($0), .heading) <= room }
    return fits ? name : code
  }

  /// Whether the heads of the two directions need more than one line.
  private var areBroken: Bool {
    guard let sides = maker.sides else { return false }
    let head = "\(name(sides.first)) \(say.arrow) \(name(sides.second))"
    return width(head, .heading) > min(0.26 * sheet.size.width, room)
  }

  private func wrapped(_ text: String) -> [String] {
    sheet.style.wrap(text, .heading, in: room, maker.measurer)
  }

  private func width(_ text: String, _ role: FontRole) -> Double {
    sheet.style.width(of: Words(text, role), maker.measurer)
  }
}
