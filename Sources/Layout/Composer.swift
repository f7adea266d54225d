public import Drawing

/// Stacks the strips of sections on pages.
public struct Composer {
  private struct Sheet {
    var template: PageTemplate
    var strips: [(Strip, Point)] = []
    /// What is placed when all else stands.
    var plate: (PageIndex) -> [Item] = { _ in [] }
  }

  private let setter: Typesetter
  private var sheets: [Sheet] = []
  private var y = 0.0
  private var isAtTop = true
  /// Whether the next strip is the first of its page, below the head of its table.
  private var isTurned = false
  private var pendingAfter = 0.0

  /// Stacks what is set.
  ///
  /// - Parameter leastRoom: the share of the block of text that must be free for a section to begin
  ///   below the one before; else it begins a page.
  public init(_ galley: Galley, leastRoom: Double) {
    setter = galley.setter
    for part in galley.parts { add(part, leastRoom) }
  }

  public var pageCount: Int { sheets.count }

  /// How much of the last page's block of text is taken.
  public var lastFill: Double {
    guard let body = sheets.last?.template.body, body.height > 0 else { return 1 }
    return sheets[lastSheet].strips.isEmpty ? 1 : (y - body.y) / body.height
  }

  private mutating func add(_ part: Galley.Part, _ leastRoom: Double) {
    let template = part.template
    switch part.contents {
    case .plate(let items):
      open(template)
      sheets[lastSheet].plate = items
    case .flow(let items, let opening):
      if let opening, !sheets.isEmpty, !isAtTop,
        room(template) >= leastRoom * template.body.height
      {
        flow(opening + items, template)
      } else {
        open(template)
        flow(items, template)
      }
    }
  }

  private mutating func open(_ template: PageTemplate) {
    sheets.append(Sheet(template: template))
    y = template.body.y
    isAtTop = true
    pendingAfter = 0
  }

  private mutating func flow(_ items: [FlowItem], _ template: PageTemplate) {
    var index = 0
    while index < items.count {
      switch items[index] {
      case .newPage:
        if !isAtTop { open(template) }
        index += 1
      case .columns(let strips, let count, let gap, _):
        columns(strips, count: count, gap: gap, template)
        index += 1
      case .strip:
        let (cluster, reserve) = Self.cluster(items, from: index, template.body.height)
        place(cluster, reserve: reserve, template)
        index += cluster.count
      }
    }
  }

  /// Room that is wanted below strips for columns.
  private struct Reserve {
    var least = 0.0
    /// All of it, where they keep together and half a page holds them.
    var whole = 0.0
  }

  /// The most of a page that is left empty for the sake of columns that keep together.
  private static let mostEmpty = 0.2

  /// The least of a page that columns which go on over pages begin with.
  private static let leastOfColumns = 0.12

  /// The strips from an index on that must stand together, and what the columns after them want.
  private static func cluster(_ items: [FlowItem], from start: Int, _ page: Double)
    -> ([Strip], Reserve)
  {
    var strips: [Strip] = []
    var index = start
    while index < items.count {
      switch items[index] {
      case .newPage: return (strips, Reserve())
      case .columns(let inner, let count, _, let keeps):
        let first = height(leading(inner[...]))
        let some = min(leastOfColumns * page, height(inner) / Double(count))
        var reserve = Reserve(least: (strips.last?.after ?? 0) + max(first, some))
        let columns = fill(inner[...], count: count, height: page / 2)
        if keeps, columns.reduce(0, { $0 + $1.count }) == inner.count {
          reserve.whole = columns.map(height).max() ?? 0
        }
        return (strips, reserve)
      case .strip(let strip):
        strips.append(strip)
        if !strip.keepWithNext { return (strips, Reserve()) }
      }
      index += 1
    }
    return (strips, Reserve())
  }

  /// The strips at the beginning that must stand together.
  private static func leading(_ strips: ArraySlice<Strip>) -> ArraySlice<Strip> {
    var end = strips.startIndex
    while end < strips.endIndex, strips[end].keepWithNext { end += 1 }
    return strips[strips.startIndex..<min(end + 1, strips.endIndex)]
  }

  private static func height(_ strips: some Collection<Strip>) -> Double {
    var sum = 0.0
    var after = 0.0
    for (index, strip) in strips.enumerated() {
      sum += (index == 0 ? 0 : after + strip.before) + strip.height
      after = strip.after
    }
    return sum
  }

  private var lastSheet: Int { sheets.count - 1 }

  private func room(_ template: PageTemplate) -> Double { template.body.maxY - y }

  private mutating func place(_ cluster: [Strip], reserve: Reserve, _ template: PageTemplate) {
    guard let first = cluster.first else { return }
    let gap = isAtTop ? 0 : pendingAfter + first.before
    let isLittle = room(template) <= Self.mostEmpty * template.body.height
    let columns = isLittle ? max(reserve.least, reserve.whole) : reserve.least
    let needed = gap + Self.height(cluster) + columns
    if !isAtTop && needed > room(template) + 0.01 { turn(to: first, template) }
    let whole = Self.height(cluster) <= room(template) + 0.01
    for strip in cluster {
      let gap = isAtTop ? 0 : pendingAfter + strip.before
      if !whole, !isAtTop, gap + strip.height > room(template) + 0.01 { turn(to: strip, template) }
      put(strip, template)
    }
  }

  /// The next place for the top of a line.
  private func onGrid(_ y: Double, _ template: PageTemplate) -> Double {
    template.body.y + setter.height(y - template.body.y)
  }

  private mutating func put(_ given: Strip, _ template: PageTemplate) {
    var strip = given
    if isTurned {
      strip.ornaments += strip.opening
      strip.height = max(strip.height, strip.openingHeight)
    }
    isTurned = false
    if isAtTop && strip.vanishesAtTop { return }
    if !isAtTop { y = onGrid(y + pendingAfter + strip.before, template) }
    sheets[lastSheet].strips.append((strip, Point(template.area.x, y)))
    y += strip.height
    pendingAfter = strip.after
    if strip.height > 0 { isAtTop = false }
  }

  /// Begins a page for a strip, with the note that ends the page before and the head of its table.
  private mutating func turn(to strip: Strip, _ template: PageTemplate) {
    note(strip.breakNote, at: y + 3, template)
    open(template)
    for head in strip.head { put(head, template) }
    if !strip.head.isEmpty { pendingAfter += strip.belowHead }
    isTurned = true
  }

  private mutating func note(_ note: Paragraph?, at y: Double, _ template: PageTemplate) {
    guard let note else { return }
    var below = y
    for strip in note.strips(width: template.area.width, setter) {
      sheets[lastSheet].strips.append((strip, Point(template.area.x, below)))
      below += strip.height
    }
  }

  private mutating func columns(
    _ strips: [Strip], count: Int, gap: Double, _ template: PageTemplate
  ) {
    let width = (template.area.width - gap * Double(count - 1)) / Double(count)
    if !isAtTop { y = onGrid(y + pendingAfter, template) }
    pendingAfter = 0
    var rest = strips[...]
    while let first = rest.first {
      if !isAtTop && Self.height(Self.leading(rest)) > room(template) + 0.01 {
        turn(to: first, template)
      }
      let filled = Self.fill(rest, count: count, height: room(template))
      var deepest = y
      for (column, strips) in filled.enumerated() {
        var below = y
        var after = 0.0
        for (index, given) in strips.enumerated() {
          var strip = given
          // What goes on from another column says of what.
          if index == 0 { strip.ornaments += strip.opening }
          if index > 0 { below = onGrid(below + after + strip.before, template) }
          let start = Double(column) * (width + gap)
          let x = template.area.x + setter.left(start, width, in: template.area.width)
          sheets[lastSheet].strips.append((strip, Point(x, below)))
          below += strip.height
          after = strip.after
        }
        deepest = max(deepest, below)
      }
      rest = rest.dropFirst(filled.reduce(0) { $0 + $1.count })
      y = deepest
      isAtTop = false
      if let next = rest.first {
        note(next.breakNote, at: y + 3, template)
        open(template)
      }
    }
  }

  /// Strips in columns of a height: as low as they can be if all fit, else full.
  static func fill(_ strips: ArraySlice<Strip>, count: Int, height: Double) -> [ArraySlice<Strip>] {
    func filled(_ limit: Double) -> [ArraySlice<Strip>] {
      var rest = strips
      return (0..<count).map { _ in
        let column = Self.column(rest, limit)
        rest = rest.dropFirst(column.count)
        return column
      }
    }
    func holdsAll(_ columns: [ArraySlice<Strip>]) -> Bool {
      columns.reduce(0) { $0 + $1.count } == strips.count
    }
    let full = filled(height)
    guard holdsAll(full) else { return full }
    // Nothing divides for the sake of even columns.
    let tallest = tallestGroup(strips)
    if tallest < height, holdsAll(filled(tallest)) { return filled(tallest) }
    var low = min(tallest, height)
    var high = height
    while high - low > 0.5 {
      let middle = (low + high) / 2
      if holdsAll(filled(middle)) { high = middle } else { low = middle }
    }
    return filled(high)
  }

  /// The height of what must stand together, of the tallest.
  private static func tallestGroup(_ strips: ArraySlice<Strip>) -> Double {
    var rest = strips
    var most = 0.0
    while !rest.isEmpty {
      let group = leading(rest)
      most = max(most, height(group))
      rest = rest.dropFirst(group.count)
    }
    return most
  }

  /// The strips of one column; at least one, so that all find a place.
  private static func column(_ strips: ArraySlice<Strip>, _ limit: Double) -> ArraySlice<Strip> {
    var rest = strips
    var used = 0.0
    var after = 0.0
    while let first = rest.first {
      let group = leading(rest)
      let gap = rest.startIndex == strips.startIndex ? 0 : after + first.before
      let next = used + gap + height(group)
      if next > limit + 0.01 {
        if rest.startIndex != strips.startIndex { break }
        // What is taller than a column divides where it must.
        return strips.prefix(max(1, fitting(group, limit)))
      }
      used = next
      after = group.last?.after ?? 0
      rest = rest.dropFirst(group.count)
    }
    return strips[strips.startIndex..<rest.startIndex]
  }

  /// How many strips at the beginning fit a height.
  private static func fitting(_ strips: ArraySlice<Strip>, _ limit: Double) -> Int {
    (0...strips.count).last { height(strips.prefix($0)) <= limit + 0.01 } ?? 0
  }

  /// The pages, and where all destinations stand on them.
  public func pages() -> (pages: [Page], index: PageIndex) {
    var marks = sheets.map { nest($0.strips) }
    let index = PageIndex(marks)
    for (sheet, number) in zip(sheets, 0...) { marks[number] += sheet.plate(index) }
    var seen: Set<String> = []
    let pages = sheets.enumerated().map { index, sheet in
      let number = index + 1
      let context = PageTemplate.Context(
        number: number, count: sheets.count, template: sheet.template)
      var items: [Item] = []
      let furniture = sheet.template.furniture(context)
      if !furniture.isEmpty { items.append(.group(Group(.artifact, furniture))) }
      let ornaments = sheet.strips.flatMap { strip, at in
        strip.ornaments.map { $0.moved(by: at) }
      }
      if !ornaments.isEmpty { items.append(.group(Group(.artifact, ornaments))) }
      items += marks[index].map { $0.namedOnce(&seen) }
      return Page(Frame(size: sheet.template.size, items: items), label: String(number))
    }
    return (pages, PageIndex(marks))
  }
}

extension Item {
  /// Without the destinations that an earlier page has: links lead to where a thing begins.
  fileprivate func namedOnce(_ seen: inout Set<String>) -> Item {
    guard case .group(var group) = self else { return self }
    if let name = group.destination, !seen.insert(name).inserted { group.destination = nil }
    group.items = group.items.map { $0.namedOnce(&seen) }
    return .group(group)
  }
}

/// The pages on which destinations stand.
public struct PageIndex: Equatable, Sendable {
  private var numbers: [String: Int] = [:]
  /// In the order of reading.
  private var order: [String: Int] = [:]

  public init(_ pages: [Page] = []) { self.init(pages.map(\.frame.items)) }

  init(_ pages: [[Item]]) {
    for (index, items) in pages.enumerated() { collect(items, index + 1) }
  }

  /// The page's number from 1; nil when there is no such destination.
  public func page(of destination: String) -> Int? { numbers[destination] }

  /// How many destinations come before it; nil when there is no such one.
  public func place(of destination: String) -> Int? { order[destination] }

  private mutating func collect(_ items: [Item], _ number: Int) {
    for case .group(let group) in items {
      if let name = group.destination, numbers[name] == nil {
        numbers[name] = number
        order[name] = order.count
      }
      collect(group.items, number)
    }
  }
}
