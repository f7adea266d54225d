import Analytics
import Drawing
import Layout

/// The figures of the pages, each made once.
final class FigureShelf {
  struct Key: Hashable, Sendable {
    var kind: PageWriter.FigureKind
    var size: Size
  }

  /// Figures by kind and size; nil where there are too few events.
  typealias Frames = [Key: Frame?]

  /// Fewer dated events need no plate, fewer counted ones no pattern.
  static let fewestForPlate = 3
  static let fewestForPattern = 8
  /// More visits than can be named stand as columns by year.
  static let mostInStrip = 60

  private let story: Story
  private let measurer: any TextMeasurer
  /// Not all pages have figures that it makes.
  private lazy var maker: FigureMaker = {
    let names = story.settings.names
    var maker = FigureMaker(
      ledger: story.ledger, measurer: measurer, theme: story.settings.theme,
      numbers: story.numbering.numbers,
      names: names, previous: PreviousCounts(story.settings.baseline, story.say),
      language: story.say, headlines: story.told)
    maker.hasChronology = story.settings.form == .full
    return maker
  }()
  private(set) var made: Frames = [:]

  init(story: Story, measurer: any TextMeasurer) {
    self.story = story
    self.measurer = measurer
  }

  /// Takes figures over that were made elsewhere.
  func take(_ frames: Frames) { made.merge(frames) { own, _ in own } }

  /// The figure at a width; as high as it needs to be, at most the height if that isn't 0. nil when
  /// there are too few events for it.
  func frame(_ kind: PageWriter.FigureKind, _ size: Size) -> Frame? {
    let key = Key(kind: kind, size: size)
    if let known = made[key] { return known }
    let frame = make(kind, size)
    made[key] = frame
    return frame
  }

  private func make(_ kind: PageWriter.FigureKind, _ size: Size) -> Frame? {
    let dated = story.dated.count
    let counted = story.tally.count(.counted)
    switch kind {
    case .timeline:
      guard dated >= Self.fewestForPlate else { return nil }
      return maker.page(.timeline, width: size.width, maxHeight: size.height).frame
    // The three stand on one page, which names the source once.
    case .countsByYear: return counted > 0 ? page(.countsByYear, size, sourced: false) : nil
    case .yearByDomain:
      return counted >= Self.fewestForPattern ? page(.yearByDomain, size, sourced: false) : nil
    case .countsByDomain: return counted > 0 ? page(.countsByDomain, size) : nil
    case .miniTimeline: return MiniTimeline(story: story, measurer: measurer).frame(size)
    case .visits:
      let visits = story.leaderVisits.count + story.leaderMeetings.count
      return visits > Self.mostInStrip
        ? page(.visits, size) : CadenceStrip(story: story, measurer: measurer).frame(size)
    case .balance: return counted > 0 && story.sides != nil ? page(.balance, size) : nil
    }
  }

  private func page(_ name: FigureName, _ size: Size, sourced: Bool = true) -> Frame {
    maker.page(
      name, width: size.width, maxHeight: size.height > 0 ? size.height : nil, sourced: sourced
    ).frame
  }
}
