import Analytics
import BriefingKit
import Charts
import Chronicle
import Drawing
import Testing

/// Figures of every size that a slide, a screen or a page may have.
@Suite struct FigureSizeTests {
  let measurer = FixedMeasurer(advance: 0.52)

  /// 16:9, 4:3, square and upright, wide and high.
  static let sizes = [
    "480x270", "640x360", "720x405", "800x450", "900x500", "960x540", "1280x720", "1920x1080",
    "320x270", "400x300", "640x480", "800x600", "1024x768", "400x400", "700x700", "1080x1080",
    "405x720", "600x900", "1080x1920", "1600x400",
  ]
  static let counts = [5, 43, 200]
  /// Of words, in pixels.
  static let leastLetters = 6.98

  @Test(arguments: sizes, counts) func aFigureOfAnySizeIsRead(_ given: String, _ count: Int) throws
  {
    let size = try #require(FigureSize(given))
    let ledger = GeneratedLedger.ledger(count, seed: UInt64(count) + 7)
    let maker = FigureMaker(ledger: ledger, measurer: measurer)
    for name in FigureName.allCases {
      let form: Comment = "\(name) of \(count) at \(given)"
      let frame = maker.slide(name, size: size).frame
      #expect(frame.size == Size(size.width, size.height), form)
      let reading = FrameReading(frame, measurer)
      let all = Rect(0, 0, frame.size.width, frame.size.height).inset(by: -0.5)
      let out = reading.texts.filter { !all.contains($0.box) }.map(\.description)
      #expect(out.isEmpty, form)
      let met = reading.collisions.prefix(3).map { "\($0) meets \($1)" }
      #expect(met.isEmpty, form)
      let small = reading.texts.filter { $0.box.height / 0.93 < Self.leastLetters }
      #expect(small.isEmpty, form)
      let thin = reading.groups.filter { $0.role == .mark && !$0.hasBody }.map {
        "\($0.id ?? "") \($0.bounds ?? Rect(0, 0, 0, 0))"
      }
      #expect(thin.isEmpty, form)
      expectPlotAboveItsWords(reading, form)
    }
  }

  /// What stands at the foot of a figure stands below its marks.
  private func expectPlotAboveItsWords(_ reading: FrameReading, _ form: Comment) {
    let marks = reading.groups.filter { $0.role == .mark }.compactMap(\.bounds)
    guard let lowest = marks.map(\.maxY).max(),
      let source = reading.texts.first(where: { $0.string.contains("1 document, by") })
    else { return }
    #expect(lowest <= source.box.y, form)
  }

  @Test(arguments: ["240x240", "320x240", "300x300", "200x800", "17000x900", "0x0", "-480x270"])
  func aSizeInWhichNothingIsReadIsRefused(_ given: String) {
    #expect(FigureSize(given) == nil)
  }
}

extension Group {
  /// What the group's own ink covers.
  fileprivate var bounds: Rect? {
    let boxes = items.compactMap { item -> Rect? in
      guard case .path(let path, _, _) = item else { return nil }
      return path.bounds
    }
    guard let first = boxes.first else { return nil }
    return boxes.dropFirst().reduce(first) { $0.union($1) }
  }

  /// Whether its ink is more than a line without breadth.
  fileprivate var hasBody: Bool { bounds.map { $0.width > 0.2 && $0.height > 0.2 } ?? true }
}
