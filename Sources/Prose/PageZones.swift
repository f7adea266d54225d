import Diagnostics

/// Parts of a page that its elements name as no part of the article: navigation, footers, boxes.
struct PageZones {
  private struct Zone {
    let reason: String
    let parent: Int?
    /// Whether the element itself says so, not only a class name.
    let isSure: Bool
    var bytes = 0
    var hasTitle = false
    var prose = 0
  }

  private struct Line {
    let zone: Int?
    let isLink: Bool
    let start: Int
  }

  private var zones: [Zone] = []
  private var opened: [Int] = []
  private var total = 0
  private var prose = 0
  private var pendingLength = 0
  private var lines: [Line] = []
  private var position = 0

  var current: Int? { opened.last }

  private static let words: [String: String] = [
    "cookie": "cookie notice", "cookies": "cookie notice", "consent": "cookie notice",
    "gdpr": "cookie notice", "breadcrumb": "breadcrumb", "breadcrumbs": "breadcrumb",
    "crumb": "breadcrumb", "crumbs": "breadcrumb", "nav": "navigation", "navbar": "navigation",
    "navigation": "navigation", "menu": "navigation", "submenu": "navigation",
    "footer": "page footer", "foot": "page footer", "colophon": "page footer",
    "sidebar": "side bar", "side": "side bar", "related": "teaser", "teaser": "teaser",
    "teasers": "teaser", "recommended": "teaser", "share": "navigation", "sharing": "navigation",
    "social": "navigation", "comments": "comments", "pagination": "navigation",
    "pager": "navigation", "newsletter": "subscription", "subscribe": "subscription",
    "promo": "teaser", "advert": "advertisement", "advertisement": "advertisement",
    "widget": "side bar", "toolbar": "navigation", "copyright": "copyright",
  ]

  /// Opens a zone where an element begins one. Returns its number.
  mutating func open(_ name: String, _ attributes: [(name: String, value: String)]) -> Int? {
    var reason: String?
    var isSure = false
    switch name {
    case "nav": (reason, isSure) = ("navigation", true)
    case "footer": reason = "page footer"
    case "aside": reason = "side bar"
    case "body", "html", "main", "article", "h1", "h2", "h3": return nil
    default:
      for attribute in attributes {
        switch attribute.name {
        case "role" where attribute.value == "navigation": (reason, isSure) = ("navigation", true)
        case "role" where attribute.value == "contentinfo": reason = "page footer"
        case "class", "id": reason = reason ?? Self.reason(ofClass: attribute.value)
        default: break
        }
      }
    }
    guard let reason else { return nil }
    zones.append(Zone(reason: reason, parent: opened.last, isSure: isSure))
    opened.append(zones.count - 1)
    return zones.count - 1
  }

  /// "site-footer" and "nav main" name a zone; "has-sidebar" and "content menu" do not.
  private static func reason(ofClass value: String) -> String? {
    guard value.utf8.count <= 200 else { return nil }
    for name in value.lowercased().split(whereSeparator: { $0 == " " }) {
      let parts = name.split(whereSeparator: { $0 == "-" || $0 == "_" }).map(String.init)
      if parts.contains(where: { ["has", "with", "no", "content", "wrapper", "page"].contains($0) })
      {
        continue
      }
      for part in parts {
        if let reason = words[part] { return reason }
      }
    }
    return nil
  }

  mutating func close() { _ = opened.popLast() }

  /// Counts a line of text for the zones around it.
  mutating func count(_ bytes: Int, isHeading: Bool) {
    pendingLength = bytes
    total += bytes
    let isProse = bytes >= 200
    if isProse { prose += bytes }
    for zone in opened {
      zones[zone].bytes += bytes
      if isProse { zones[zone].prose += bytes }
      if isHeading { zones[zone].hasTitle = true }
    }
  }

  /// Notes a line's zone once it is a block.
  mutating func note(isLink: Bool) {
    lines.append(Line(zone: opened.last, isLink: isLink, start: position))
    position += 1
  }

  /// Makes furniture of the blocks in zones that can be believed.
  ///
  /// A zone known only by a class name is not believed when it holds the page's title or a
  /// large part of its prose.
  func mark(_ blocks: inout [Block], _ text: [UInt8]) {
    var lineOfStart: [Int: Line] = [:]
    var starts = text.isEmpty ? [] : [0]
    for i in text.indices where text[i] == 0x0A { starts.append(i + 1) }
    for (start, line) in zip(starts, lines) { lineOfStart[start] = line }
    for index in blocks.indices {
      var start = blocks[index].span.start
      while start > 0, text[start - 1] != 0x0A { start -= 1 }
      guard let zone = lineOfStart[start]?.zone, let reason = reason(of: zone) else { continue }
      blocks[index].kind = .furniture(reason)
    }
    markLinks(&blocks, text, lineOfStart)
  }

  private func reason(of zone: Int) -> String? {
    var next: Int? = zone
    while let index = next {
      let zone = zones[index]
      let isBelievable = !zone.hasTitle && zone.prose * 4 <= prose
      if zone.isSure || isBelievable { return zone.reason }
      next = zone.parent
    }
    return nil
  }

  /// Three and more short lines in a row that are links alone are a menu.
  private func markLinks(_ blocks: inout [Block], _ text: [UInt8], _ lines: [Int: Line]) {
    var run: [Int] = []
    func settle(_ blocks: inout [Block]) {
      if run.count >= 3 {
        for index in run { blocks[index].kind = .furniture("navigation") }
      }
      run = []
    }
    for index in blocks.indices {
      let block = blocks[index]
      let words = Folded(text, Span(block.span.start, min(block.span.end, block.span.start + 80)))
      let isMenu =
        lines[block.span.start]?.isLink == true && block.span.count <= 40
        && words.wordCount <= 4 && !words.hasDigit && block.headingLevel == nil
      if isMenu { run.append(index) } else if !run.isEmpty { settle(&blocks) }
    }
    settle(&blocks)
  }
}
