internal import Cairo
public import Diagnostics
import Drawing
import Synchronization

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The font files that everything is measured and drawn with; no other font is ever seen.
public final class FontLibrary {
  let engine: TextEngine

  private init(_ engine: TextEngine) { self.engine = engine }

  /// Loads the faces of ``Font/Family`` from where Debian installs them.
  ///
  /// - Throws: ``Failure`` `fonts/missing` that names the first missing file and all packages to
  ///   install.
  public static func load() throws(Failure) -> FontLibrary {
    if let prepared = prepared.withLock({ $0.popLast() }) { return prepared.library }
    return try load(root: root)
  }

  private static let root = "/usr/share/fonts"

  /// A library that nobody uses yet, to be handed from the thread that made it to another.
  private struct Prepared: @unchecked Sendable {
    let library: FontLibrary
  }

  private static let prepared = Mutex<[Prepared]>([])

  /// Loads libraries ahead, each with the faces of most texts, for the next calls of ``load()``;
  /// what fails is told there.
  public static func prepare(_ count: Int) {
    for _ in 0..<count {
      guard let library = try? load(root: root) else { return }
      for weight in Font.Weight.allCases {
        library.engine.prepare(Font(.inter, 10, weight).style)
      }
      let ready = Prepared(library: library)
      prepared.withLock { $0.append(ready) }
    }
  }

  /// Loads the faces, and those of other scripts that texts are written in.
  ///
  /// - Returns: the library, and what is doubted: a warning `fonts/no-letters` for each script whose
  ///   font is not installed, and for what no font has; `fonts/pictures` for what a PDF can't show.
  /// - Throws: ``Failure`` as ``load()``.
  public static func load(for texts: some Sequence<String>) throws(Failure)
    -> (fonts: FontLibrary, doubts: [Diagnostic])
  {
    try load(for: texts, root: root)
  }

  /// The same, from below another folder for the other scripts.
  static func load(for texts: some Sequence<String>, root: String) throws(Failure)
    -> (fonts: FontLibrary, doubts: [Diagnostic])
  {
    let fonts = try load()
    let lacking = Lettering(texts).characters.filter { !fonts.engine.has($0) }
    if lacking.isEmpty { return (fonts, []) }
    var others: [String] = []
    var doubts: [Diagnostic] = []
    var rest = lacking
    for script in ScriptFont.needed(for: lacking) {
      if let missing = script.files.first(where: { access(root + "/" + $0, R_OK) != 0 }) {
        doubts.append(script.doubt(missing))
        rest.removeAll(where: script.has)
      } else {
        others += script.files.map { root + "/" + $0 }
        if script.isOfPictures { doubts.append(script.pictureDoubt) }
      }
    }
    let all = others.isEmpty ? fonts : try load(root: Self.root, others: others)
    rest.removeAll(where: all.engine.has)
    if !rest.isEmpty { doubts.append(Lettering.doubt(rest)) }
    return (all, doubts)
  }

  /// Loads the same files from below another folder, and others after them.
  static func load(root: String, others: [String] = []) throws(Failure) -> FontLibrary {
    let missing = files.filter { access(root + "/" + $0.path, R_OK) != 0 }
    if let first = missing.first {
      var packages: [String] = []
      for file in missing where packages.last != file.package { packages.append(file.package) }
      throw Failure(
        "fonts/missing", "the font \(first.name) of the package \(first.package) is missing",
        path: root + "/" + first.path,
        hints: ["apt-get install " + packages.joined(separator: " ")])
    }
    do {
      return FontLibrary(
        try TextEngine(files: files.map { $0.face(root) } + others.map { TextFile($0) }))
    } catch {
      throw Failure(
        "fonts/unreadable", error.message,
        hints: ["apt-get install --reinstall fonts-inter fonts-noto-core"])
    }
  }

  private struct File {
    let path: String
    let package: String
    let family: Font.Family
    let weight: Font.Weight
    let italic: Bool

    /// `Inter-Medium`.
    var name: String {
      let file = path.split(separator: "/").last ?? ""
      return String(file.split(separator: ".").first ?? "")
    }

    func face(_ root: String) -> TextFile {
      TextFile(
        root + "/" + path, family: family.rawValue, weight: weight.rawValue, italic: italic)
    }
  }

  private static let files =
    [
      ("Regular", .regular), ("Medium", .medium), ("SemiBold", .semibold), ("Bold", .bold),
      ("Italic", .regular),
    ].map { (name: String, weight: Font.Weight) in
      File(
        path: "opentype/inter/Inter-\(name).otf", package: "fonts-inter", family: .inter,
        weight: weight, italic: name == "Italic")
    }
    + [
      ("NotoSerif-Regular", .notoSerif, .regular), ("NotoSerif-Italic", .notoSerif, .regular),
      ("NotoSerif-Bold", .notoSerif, .bold),
      ("NotoNaskhArabic-Regular", .notoNaskhArabic, .regular),
      ("NotoNaskhArabic-Bold", .notoNaskhArabic, .bold),
    ].map { (name: String, family: Font.Family, weight: Font.Weight) in
      File(
        path: "truetype/noto/\(name).ttf", package: "fonts-noto-core", family: family,
        weight: weight, italic: name.hasSuffix("Italic"))
    }
}

extension Font {
  /// The nearest face among the files, sized and spaced.
  var style: TextStyle {
    TextStyle(
      family: family.rawValue, weight: italic ? Weight.regular.rawValue : drawnWeight.rawValue,
      italic: italic && family != .notoNaskhArabic, size: size, tabular: tabular,
      letterSpacing: letterSpacing)
  }

  /// Only Inter comes in all weights.
  private var drawnWeight: Weight {
    if family == .inter { return weight }
    return weight.rawValue >= Weight.semibold.rawValue ? .bold : .regular
  }
}
