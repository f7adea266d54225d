import Charts
import Chronology
import Diagnostics
import Drawing
import Glibc
import Rendering

// Draws events without placing them, as a plotting program does: a stem, a dot and a label each.
//
//     DrawingBenchmark FILE.csv svg|pdf OUTPUT
//
// Each line of the table is "YYYY-MM-DD,level,series,label", the level from 1 to 11 around 6.

struct Stem {
  var day: Day
  var level: Double
  var series: Int
  var label: String
}

func stems(_ path: String) -> [Stem] {
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  var result: [Stem] = []
  var line: UnsafeMutablePointer<CChar>?
  var size = 0
  defer { free(line) }
  while getline(&line, &size, file) > 0, let start = line {
    var at = start
    func number() -> Int {
      let value = strtol(at, nil, 10)
      while (0x30...0x39).contains(at.pointee) { at += 1 }
      at += 1
      return value
    }
    let (year, month, date, level, series) = (number(), number(), number(), number(), number())
    guard let day = Day(year: year, month: month, day: date) else { continue }
    at[max(0, strlen(at) - 1)] = 0
    result.append(
      Stem(day: day, level: Double(level), series: series, label: String(cString: at)))
  }
  return result
}

func plot(_ stems: [Stem]) -> Plot {
  func datum(_ stem: Stem) -> Datum {
    Datum(x: .day(stem.day), y: .number(stem.level), ink: .series(stem.series))
  }
  return Plot(
    caption: Caption(titles: ["\(stems.count) events"], subtitle: "", source: "Generated"),
    columns: [Track("time", .time(nil), .rest())],
    rows: [Track("level", .count, .rest()), Track("axis", .plain, .fixed(20))],
    marks: [
      Mark(.gridX(isMajor: true, width: 0.5), "time", "level"),
      Mark(.bar(along: .y, .fixed(0.5)), "time", "level", stems) { stem in
        var datum = datum(stem)
        datum.y2 = .number(6)
        return datum
      },
      Mark(.point(radius: 1), "time", "level", stems, channels: datum),
      Mark(.text(TextPlace(.start)), "time", "level", stems) { stem in
        var datum = datum(stem)
        datum.words = Words(stem.label, .number, .ink)
        return datum
      },
      Mark(.namesX(), "time", "axis"),
    ])
}

let arguments = CommandLine.arguments
guard arguments.count == 4, let fonts = try? FontLibrary.load() else { exit(2) }
let table = stems(arguments[1])
var style = Style.slide
style.number = Font(.inter, 6)
let drawn = plot(table).draw(
  style: style, theme: .light, measurer: PangoMeasurer(fonts), size: Size(1100, 500))
let frame = drawn.frame(alternative: "\(table.count) stems, dots and labels")
let bytes: [UInt8]
do {
  bytes =
    try arguments[2] == "pdf"
    ? PDFWriter.write(frame, fonts: fonts) : SVGWriter.write(frame)
} catch {
  exit(1)
}
guard let output = fopen(arguments[3], "w"), fwrite(bytes, 1, bytes.count, output) == bytes.count,
  fclose(output) == 0
else { exit(1) }
