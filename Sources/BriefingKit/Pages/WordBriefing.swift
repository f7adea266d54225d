import Chronicle
public import Diagnostics
public import Drawing
import Layout
import Word

extension BriefingMaker {
  /// The briefing for a word processor: the same blocks, which it sets itself.
  ///
  /// - Parameter picture: draws a frame as PNG.
  public func word(picture: @escaping (Frame) throws(Failure) -> [UInt8]) throws(Failure) -> [UInt8]
  {
    let say = story.say
    let setter = Typesetter(measurer, grid: PageStyle.grid, isRightToLeft: say.isRightToLeft)
    let figures = FigureShelf(story: story, measurer: measurer)
    let writer = PageWriter(story: story, setter: setter, pages: nil, figure: figures.frame)
    var document = WordDocument(
      title: story.runningTitle.loosened, language: say.tag, date: date, furniture: furniture,
      parts: parts(sections(writer)))
    document.subject = say.string(.subject)
    document.keywords = keywords
    document.isRightToLeft = say.isRightToLeft
    return try document.bytes(picture: picture)
  }

  /// Neighbours on one kind of sheet are one part.
  private func parts(_ sections: [Section]) -> [WordDocument.Part] {
    var parts: [WordDocument.Part] = []
    for (index, section) in sections.enumerated() {
      guard case .flow(let blocks) = section.contents else { continue }
      let template = section.template
      if index > 1, let last = parts.last, last.sheet == template.size {
        parts[parts.count - 1].blocks += blocks
      } else {
        parts.append(
          WordDocument.Part(
            sheet: template.size, area: template.area,
            title: index == 0 ? nil : story.runningTitle, blocks: blocks))
      }
    }
    return parts
  }

  private var furniture: WordDocument.Furniture {
    let say = story.say
    let style = PageStyle.furniture
    var furniture = WordDocument.Furniture(
      font: say.isRightToLeft ? ScriptRuns.own(style.font) : style.font, color: style.color,
      markingColor: PageStyle.marking, noticeColor: PageStyle.flag)
    furniture.marking = story.settings.marking?.uppercased()
    furniture.notice = say.string(.unreviewed)
    furniture.edition = Sheets(story: story, measurer: measurer).editionLine
    let cut = "\u{1F}"
    furniture.pageOf = say.string(.pageOf, ["page": cut, "count": cut])
      .split(separator: Character(cut), omittingEmptySubsequences: false).map(String.init)
    return furniture
  }
}
