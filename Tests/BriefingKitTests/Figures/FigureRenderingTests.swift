import BriefingKit
import Cairo
import Charts
import Drawing
import Glibc
import Rendering
import Scratch
import Testing

/// Each SVG as librsvg draws it is the picture that the frame gives.
@Suite struct FigureRenderingTests {
  static let cases = FigureName.allCases.flatMap { name in
    [("slide", Theme.light, "en-GB"), ("half-slide", .dark, "en-GB"), ("slide", .light, "ur")]
      .map { (name, $0, $1, $2) }
  }

  @Test(arguments: cases)
  func anSVGIsDrawnAsItsFrame(
    _ name: FigureName, _ size: String, _ theme: Theme, _ language: String
  ) throws {
    let fonts = try FontLibrary.load()
    let maker = FigureMaker(
      ledger: SampleLedger.ledger, measurer: PangoMeasurer(fonts), theme: theme,
      names: ["PAK": "Pakistan", "AZE": "Azerbaijan"], language: Language(language))
    let frame = maker.slide(name, size: try #require(FigureSize(size))).frame.proportional
    let own = try Pixels(png: PNGWriter.write(frame, scale: 1, fonts: fonts))
    let other = try Pixels(png: try #require(rendered(SVGWriter.write(frame))))
    try #require(own.width == other.width && own.height == other.height)
    // Faces are hinted otherwise there, so edges differ; the ink of each patch does not.
    let differences = own.patches(8).zipped(with: other.patches(8))
    let worst = differences.max() ?? 0
    #expect(worst < 34, "a patch differs by \(worst) of 255")
    // The more text, the more edges: half a slide full of labels has 1.04.
    let mean = differences.reduce(0, +) / Double(differences.count)
    #expect(mean < 1.2)
  }

  private func rendered(_ svg: [UInt8]) -> [UInt8]? {
    let folder = ScratchFolder()
    folder.write("figure.svg", svg)
    let paths = (folder.path("figure.svg"), folder.path("figure.png"))
    guard let pipe = popen("rsvg-convert -o '\(paths.1)' '\(paths.0)' 2>&1", "r") else {
      return nil
    }
    return pclose(pipe) == 0 ? folder.bytes("figure.png") : nil
  }
}

extension Frame {
  /// Without figures of one width, which librsvg doesn't know.
  fileprivate var proportional: Frame {
    var frame = self
    frame.items = items.map(\.proportional)
    return frame
  }
}

extension Item {
  fileprivate var proportional: Item {
    switch self {
    case .path, .image: return self
    case .text(var line):
      line.font.tabular = false
      return .text(line)
    case .group(var group):
      group.items = group.items.map(\.proportional)
      return .group(group)
    }
  }
}

extension Pixels {
  /// Mean of each channel in square patches of a side.
  fileprivate func patches(_ side: Int) -> [Double] {
    let columns = (width + side - 1) / side
    let rows = (height + side - 1) / side
    var sums = [Double](repeating: 0, count: columns * rows * 4)
    for y in 0..<height {
      for x in 0..<width {
        let patch = (y / side * columns + x / side) * 4
        let at = (y * width + x) * 4
        for channel in 0..<4 { sums[patch + channel] += Double(bytes[at + channel]) }
      }
    }
    return sums.map { $0 / Double(side * side) }
  }
}

extension [Double] {
  fileprivate func zipped(with other: [Double]) -> [Double] {
    zip(self, other).map { abs($0 - $1) }
  }
}
