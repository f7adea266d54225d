import Analytics
import Charts
import Chronicle
import Chronology
import Drawing
import Layout

/// How exact a date is, as a small grey mark: the marks of the timeline. Those who can't see it are told
/// its word.
struct PrecisionMark {
  static let width = 24.0
  /// Of a mark that is no point.
  private static let length = 18.0

  let event: Event

  /// How its time is drawn; nil without a date.
  var mark: TimeMark? {
    event.drawnDate.map { _ in TimeMark(of: event, in: Column(of: event)) }
  }

  /// Whether it is a point: planned things of a day or month are, as well as what is told to the day.
  var isPoint: Bool {
    guard let mark, let date = event.drawnDate else { return false }
    return switch mark {
    case .point, .doubtful: true
    case .planned, .conditional: date.precision < .year && !date.isInterval
    default: false
    }
  }

  /// The mark, centred on a line of text.
  func picture(_ writer: PageWriter, _ style: PageStyle.Text) -> Picture {
    let baseline = writer.baseline(style)
    let size = Size(Self.width, writer.face(style).leading)
    guard let mark else { return Picture([], size: size, baseline: baseline, isOrnament: true) }
    return Picture(
      spoken: writer.say.word(.mark, "\(mark)") ?? "\(mark)",
      PrecisionMark.items(
        mark, isPoint: isPoint, left: (Self.width - Self.room(isPoint: isPoint)) / 2,
        middle: baseline - 2.8), size: size,
      baseline: baseline)
  }

  /// What a mark takes.
  static func room(isPoint: Bool) -> Double { isPoint ? 6 : length }

  /// A mark from `left` on.
  static func items(
    _ mark: TimeMark, isPoint: Bool, left: Double, middle y: Double
  ) -> [Item] {
    let theme = Theme.light.onPaper
    return MarkPicture(
      sample: mark, isPoint: isPoint, left: left, width: room(isPoint: isPoint), style: .page,
      isLow: true
    ).items(y, SeriesStyle(.circle, theme.secondary), theme)
  }
}

extension Picture {
  /// A small mark within a line, with a word for those who can't see it.
  init(spoken word: String, _ items: [Item], size: Size, baseline: Double?) {
    let group = Group(.figure, alternative: word, items)
    self.init([.group(group)], size: size, baseline: baseline)
  }
}
