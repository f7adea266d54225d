import Scratch
import Testing

@Suite struct `briefing chart` {
  @Test func `draws to standard output`() {
    let run = Command.run(["chart", "timeline"], in: seeded())
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("<svg ") && run.output.hasSuffix("</svg>\n"))
  }

  @Test(arguments: [("svg", "<svg"), ("png", "\u{89}PNG"), ("pdf", "%PDF")])
  func `writes words and data beside the figure`(_ ending: String, _ start: String) {
    let folder = seeded()
    let run = Command.run(
      ["chart", "counts-by-year", "--quiet", "--output", "figure.\(ending)"], in: folder)
    #expect(run.status == 0 && run.output.isEmpty && run.errors.isEmpty)
    let bytes = folder.bytes("figure.\(ending)") ?? []
    #expect(bytes.starts(with: start.unicodeScalars.map { UInt8($0.value) }))
    #expect(folder.text("figure.txt")?.contains("Source: 1 document") == true)
    #expect(folder.text("figure.csv")?.hasPrefix("year,total,political,") == true)
  }

  @Test func `has the size, the theme and the title that were asked for`() {
    let folder = seeded()
    let half = Command.run(["chart", "timeline", "--size", "half-slide"], in: folder).output
    #expect(half.contains("width=\"480px\" height=\"540px\""))
    let whole = Command.run(["chart", "timeline", "--size", "640x480"], in: folder).output
    #expect(whole.contains("width=\"640px\" height=\"480px\""))
    let dark = Command.run(["chart", "timeline", "--theme", "dark"], in: folder).output
    #expect(dark.contains("#F2F4F7") && !dark.contains("#1A1F2B"))
    let print = Command.run(["chart", "timeline", "--theme", "print"], in: folder).output
    #expect(print.contains("<rect width=\"960\" height=\"540\" fill=\"#FFFFFF\"/>"))
    let bare = Command.run(["chart", "timeline", "--no-title"], in: folder).output
    #expect(!bare.contains("font-size=\"20\"") && bare.contains(">1 document"))
  }

  @Test func `carries the marking, and the colours of the house`() {
    let folder = seeded()
    folder.write(
      "seeds/briefing.yaml", "marking: Restricted\ntheme: {domains: {political: 3A62B0}}\n")
    let run = Command.run(["chart", "timeline"], in: folder)
    #expect(run.output.contains(">RESTRICTED</text>"))
    #expect(run.output.contains("#3A62B0") && !run.output.contains("#3460A0"))
  }

  @Test func `has the logo of the house, in every form`() {
    let folder = seeded()
    _ = Command.run(["chart", "timeline", "--quiet", "--output", "logo.png"], in: folder)
    folder.write("seeds/theme/logo.png", folder.bytes("logo.png") ?? [])
    folder.write("seeds/briefing.yaml", "theme: {logo: theme/logo.png}\n")
    for ending in ["svg", "png", "pdf"] {
      let run = Command.run(
        ["chart", "timeline", "--quiet", "--output", "with.\(ending)"], in: folder)
      #expect(run.status == 0 && run.errors.isEmpty)
    }
    #expect(folder.text("with.svg")?.contains("href=\"data:image/png;base64,iVBORw0KGgo") == true)
    #expect(folder.bytes("with.png") != folder.bytes("logo.png"))
    let bare = Command.run(["chart", "timeline", "--no-title"], in: folder).output
    #expect(!bare.contains("<image"))
  }

  @Test(arguments: [
    ("theme/none.png", "settings/no-logo"), ("article.txt", "settings/logo-unreadable"),
  ])
  func `says which logo it can't read`(_ name: String, _ id: String) {
    let folder = seeded()
    folder.write("seeds/briefing.yaml", "theme:\n  logo: \(name)\n")
    let run = Command.run(["chart", "timeline"], in: folder)
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errors.contains("seeds/briefing.yaml:2:9") && run.errors.contains(id))
  }

  @Test func `says that a logo is damaged, when the theme is read`() throws {
    let folder = seeded()
    _ = Command.run(["chart", "timeline", "--quiet", "--output", "logo.png"], in: folder)
    let whole = try #require(folder.bytes("logo.png"))
    folder.write("seeds/logo.png", whole.prefix(whole.count / 2))
    folder.write("seeds/briefing.yaml", "theme:\n  logo: logo.png\n")
    let run = Command.run(["chart", "timeline", "--output", "a.svg"], in: folder)
    #expect(run.status == 1 && folder.bytes("a.svg") == nil)
    #expect(run.errors.contains("seeds/briefing.yaml:2:9"))
    #expect(run.errors.contains("settings/logo-damaged") && run.errors.contains("logo.png"))
  }

  @Test func `refuses colours that can't be told apart, with their place`() {
    let folder = seeded()
    folder.write(
      "seeds/briefing.yaml", "theme:\n  domains:\n    economy: 4F7D54\n    energy: 4F7D55\n")
    let run = Command.run(["chart", "timeline", "--output", "a.svg"], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.contains("seeds/briefing.yaml:4:13"))
    #expect(run.errors.contains("“economy” (#4F7D54) and “energy” (#4F7D55)"))
    #expect(folder.names("").filter { $0.hasPrefix("a.") }.isEmpty)
  }

  @Test(arguments: [
    ["chart"], ["chart", "pie"], ["chart", "timeline", "--size", "huge"],
    ["chart", "timeline", "--size", "10x10"], ["chart", "timeline", "--format", "gif"],
    ["chart", "timeline", "--output", "a.gif"], ["chart", "timeline", "--theme", "pink"],
    ["chart", "timeline", "--years", "2004-1991"],
  ])
  func `says what it can't draw`(_ arguments: [String]) {
    let run = Command.run(arguments, in: seeded())
    #expect(run.status == 2)
    #expect(!run.errors.isEmpty && run.output.isEmpty)
  }
}
