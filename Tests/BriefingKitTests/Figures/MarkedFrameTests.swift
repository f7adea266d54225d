import Charts
import Drawing
import Testing

@testable import BriefingKit

@Suite struct MarkedFrameTests {
  let measurer = FixedMeasurer(advance: 0.52)

  @Test(
    arguments: FigureName.allCases,
    ["slide", "half-slide", "320x270", "480x270", "1920x1080", "page", "plate"])
  func aMarkingStandsClearOfAllThatAFigureSays(_ name: FigureName, _ given: String) throws {
    let size = try #require(FigureSize(given))
    let maker = FigureMaker(ledger: SampleLedger.ledger, measurer: measurer)
    let frame = maker.slide(name, size: size).frame.marked("restricted", size: size)
    let marking = try #require(
      FrameReading(frame, measurer).texts.first { $0.string == "RESTRICTED" })
    let all = Rect(0, 0, frame.size.width, frame.size.height)
    #expect(all.contains(marking.box))
    for text in FrameReading(frame, measurer).texts where text.string != "RESTRICTED" {
      #expect(text.box.y > marking.box.maxY, "\(text)")
    }
  }

  @Test(arguments: [Theme.light, .dark]) func aMarkingIsReadOnTheGroundOfItsTheme(_ theme: Theme) {
    #expect(theme.marking.contrast(with: theme.ground) >= 4.5)
  }
}
