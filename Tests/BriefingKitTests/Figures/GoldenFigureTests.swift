import BriefingKit
import Charts
import Drawing
import Glibc
import Rendering
import Testing

/// Every figure in every size, as the file that it was found good as.
///
/// A missing golden is written and fails; after a change that was looked at, delete the goldens that
/// differ and run the tests twice.
@Suite struct GoldenFigureTests {
  /// What a golden shows: `timeline-slide`.
  struct Case: CustomStringConvertible, Sendable {
    var name: FigureName
    var size: String
    var theme = "light"
    var isTitled = true

    var description: String {
      name.rawValue + "-" + size + (theme == "light" ? "" : "-" + theme)
        + (isTitled ? "" : "-untitled")
    }
  }

  static let cases: [Case] =
    FigureName.allCases.flatMap { name in
      ["slide", "half-slide", "page"].map { Case(name: name, size: $0) }
    } + [
      Case(name: .timeline, size: "plate"), Case(name: .timeline, size: "slide", isTitled: false),
      Case(name: .timeline, size: "slide", theme: "dark"),
      Case(name: .countsByYearStacked, size: "slide", theme: "dark"),
      Case(name: .timeline, size: "480x270"), Case(name: .timeline, size: "1920x1080"),
    ]

  static let folder =
    String(#filePath.prefix { $0 != "\0" }.dropLast("GoldenFigureTests.swift".count))
    + "Goldens"

  static func svg(_ item: Case) throws -> [UInt8] {
    let maker = FigureMaker(
      ledger: SampleLedger.ledger, measurer: FixedMeasurer(advance: 0.52),
      theme: item.theme == "dark" ? .dark : .light,
      names: ["PAK": "Pakistan", "AZE": "Azerbaijan"])
    let size = try #require(FigureSize(item.size))
    return SVGWriter.write(maker.slide(item.name, size: size, titled: item.isTitled).frame)
  }

  @Test(arguments: cases) func aFigureIsAsItWas(_ item: Case) throws {
    let svg = try Self.svg(item)
    let path = "\(Self.folder)/\(item).svg"
    guard let file = fopen(path, "r") else {
      let new = try #require(fopen(path, "w"))
      fwrite(svg, 1, svg.count, new)
      fclose(new)
      Issue.record("\(item) is new: look at \(path)")
      return
    }
    defer { fclose(file) }
    var known = [UInt8](repeating: 0, count: 1 << 20)
    known.removeLast(known.count - fread(&known, 1, known.count, file))
    let same = known == svg
    #expect(same, "\(item) differs from \(path)")
  }

  @Test func noGoldenIsLeftOver() throws {
    let stream = try #require(opendir(Self.folder))
    defer { closedir(stream) }
    let names = Set(Self.cases.map { "\($0).svg" })
    while let entry = readdir(stream) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) {
        $0.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasSuffix(".svg") { #expect(names.contains(name), "\(name) belongs to no figure") }
    }
  }

  /// What office programs lose or misplace: CSS, clips, symbols, filters, lines within a text.
  @Test(arguments: cases) func aFileHasOnlyWhatOfficeProgramsRead(_ item: Case) throws {
    let svg = String(decoding: try Self.svg(item), as: UTF8.self)
    for word in [
      "<style", "style=", "class=", "<clipPath", "clip-path", "<symbol", "<use", "<filter", "<mask",
      "<pattern", "<tspan", "<foreignObject", "<script",
    ] { #expect(!svg.contains(word), "\(word) in \(item)") }
    #expect(svg.contains("<title id=\"t\">"))
    #expect(svg.contains("<desc id=\"d\">"))
  }
}
