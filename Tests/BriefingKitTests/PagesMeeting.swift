import Drawing
import Layout
import Testing

@testable import BriefingKit

/// The lowest mark of a page that is no furniture.
private func depth(_ items: [Item], _ offset: Double = 0) -> Double {
  items.reduce(0) { deepest, item in
    switch item {
    case .image: deepest
    case .path(let path, _, _): max(deepest, offset + (path.bounds?.maxY ?? 0))
    case .text(let line): max(deepest, offset + line.origin.y)
    case .group(let group):
      group.role == .artifact && !group.items.isEmpty && isFurniture(group)
        ? deepest : max(deepest, depth(group.items, offset + group.offset.y))
    }
  }
}

private func isFurniture(_ group: Group) -> Bool {
  group.items.contains { if case .text = $0 { true } else { false } }
}

private func strings(_ items: [Item]) -> [String] {
  items.flatMap { item -> [String] in
    switch item {
    case .path, .image: []
    case .text(let line): [line.string]
    case .group(let group): strings(group.items)
    }
  }
}

@Suite struct `The page for the meeting` {
  private func page(_ paper: Paper, shareable: Bool = false, points: Int = 3) -> Page {
    var settings = ArticleLedger.settings
    settings.paper = paper
    settings.isShareable = shareable
    settings.theirPoints = (1...points).map { "They will ask for easier visas, point \($0)" }
    settings.sensitivities = ["The wording of 2015", "Nothing about arms"]
    settings.biographies = [
      Biography(name: "Minister of Energy", text: "In office since 2013; an engineer.")
    ]
    let document = BriefingMaker(
      ledger: ArticleLedger.ledger, settings: settings, measurer: FixedMeasurer(advance: 0.5)
    ).document()
    return document.pages[1]
  }

  /// With many points there is room for some of the people only.
  @Test func `has no second page for the last of the people`() {
    let rest = (9...26).filter { points in
      let words = strings(page(.a4, points: points).frame.items)
      return words.contains { $0.hasPrefix("and ") && $0.hasSuffix(" more") }
    }
    #expect(!rest.isEmpty)
  }

  @Test(arguments: Paper.allCases, [1, 3, 8, 14])
  func `is filled to its foot`(paper: Paper, points: Int) {
    let page = page(paper, points: points)
    let words = strings(page.frame.items)
    #expect(words.contains { $0.hasPrefix("For the meeting") })
    #expect(depth(page.frame.items) > paper.block.maxY - 0.13 * paper.block.height)
    #expect(depth(page.frame.items) <= paper.block.maxY + 0.5)
  }
}
