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
        _ = library.engine.width(of: "a", Font(.inter, 10, weight).style)
      }
      let ready = Prepared(library: library)
      prepared.withLock { $0.append(ready) }
    }
  }

  /// Loads the faces, and those of other scripts that texts are written in.
  ///
  /// - Returns: the library, and what is doubted: a warning `fonts/no-letters` for each script whose
  ///   font is not installed, and for what no font has.
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
      return FontLibrary(try TextEngine(files: files.map { root + "/" + $0.path } + others))
    } catch {
      throw Failure(
        "fonts/unreadable", error.message,
        hints: ["apt-get install --reinstall fonts-inter fonts-noto-core"])
    }
  }

  private struct File {
    let path: String
    let package: String

    /// `Inter-Medium`.
    var name: String {
      let file = path.split(separator: "/").last ?? ""
      return String(file.split(separator: ".").first ?? "")
    }
  }

  private static let files: [File] =
    ["Regular", "Medium", "SemiBold", "Bold", "Italic"].map {
      File(path: "opentype/inter/Inter-\($0).otf", package: "fonts-inter")
    }
    + [
      "NotoSerif-Regular", "NotoSerif-Italic", "NotoSerif-Bold", "NotoNaskhArabic-Regular",
      "NotoNaskhArabic-Bold",
    ].map { File(path: "truetype/noto/\($0).ttf", package: "fonts-noto-core") }
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
