import Charts
import Chronicle
import Diagnostics
import Drawing
import Rendering

/// Reads `theme:` of `briefing.yaml`, and refuses colours that a reader could not tell apart.
struct BrandingFile {
  static let names = ["font", "ink", "secondary", "marking", "sides", "domains", "logo", "dark"]
  static let darkNames = ["ground", "ink", "secondary", "marking", "sides", "domains"]

  private(set) var branding = Branding()
  private(set) var diagnostics: [Diagnostic] = []
  /// Where a colour was chosen.
  private var places: [Swatch: Diagnostic.Place] = [:]

  private var errors: [Diagnostic] = []

  /// - Throws: ``Failure`` with all that is no colour or face, or with all pairs that are too alike.
  init(_ node: YAML) throws(Failure) {
    for (name, value) in try SettingsFile.members(node) where !value.isEmpty {
      attempt { (file) throws(Failure) in
        switch name.text {
        case "font": file.branding.font = try file.font(value)
        case "logo": file.branding.logo = try file.logo(value)
        case "dark": break
        default: try file.read(name, value, into: \.light, known: BrandingFile.names)
        }
      }
    }
    check(branding.lightTheme, "white paper")
    places = [:]
    if let dark = node.member("dark") { attempt { (file) throws(Failure) in try file.dark(dark) } }
    guard let first = errors.first else { return }
    throw Failure(first, Array(errors.dropFirst()) + diagnostics)
  }

  /// Goes on after an error, so that all are seen at once.
  private mutating func attempt(_ body: (inout BrandingFile) throws(Failure) -> Void) {
    do {
      try body(&self)
    } catch {
      errors += error.diagnostics
    }
  }

  private mutating func dark(_ node: YAML) throws(Failure) {
    for (name, value) in try SettingsFile.members(node) where !value.isEmpty {
      attempt { (file) throws(Failure) in
        if name.text == "ground" {
          file.branding.dark.ground = try file.color(value)
        } else {
          try file.read(name, value, into: \.dark, known: BrandingFile.darkNames)
        }
      }
    }
    check(branding.darkTheme, "the dark ground")
  }

  private mutating func read(
    _ name: YAML, _ value: YAML, into inks: WritableKeyPath<Branding, Branding.Inks>,
    known: [String]
  ) throws(Failure) {
    var chosen: [(Swatch, YAML)] = []
    switch name.text {
    case "ink": chosen = [(.ink, value)]
    case "secondary": chosen = [(.secondary, value)]
    case "marking": chosen = [(.marking, value)]
    case "sides":
      guard case .list(let items) = value.kind, items.count == 2 else {
        throw SettingsFile.wrong(value, "two colours, our side first, as [1A7378, A85A1A]")
      }
      chosen = items.enumerated().map { (.side($0.offset), $0.element) }
    case "domains":
      for (domain, color) in try SettingsFile.members(value) where !color.isEmpty {
        guard let index = Domain.allCases.firstIndex(where: { $0.rawValue == domain.text }) else {
          let all = Domain.allCases.map(\.rawValue)
          throw SettingsFile.wrong(
            domain, all.joined(separator: ", "),
            meant: domain.text.flatMap { Suggestion.nearest($0, among: all) })
        }
        chosen.append((.series(index), color))
      }
    default:
      diagnostics.append(SettingsFile.unknownName(name, known))
    }
    for (swatch, node) in chosen {
      attempt { (file) throws(Failure) in
        file.branding[keyPath: inks].colors[swatch] = try file.color(node)
        file.places[swatch] = node.place
      }
    }
  }

  /// An SVG or PNG in the folder of the file, as `theme/logo.svg`.
  private func logo(_ node: YAML) throws(Failure) -> Logo {
    guard let name = node.text else {
      throw SettingsFile.wrong(node, "the name of an SVG or PNG file")
    }
    let folder = node.place.text.path.lastIndex(of: "/").map { node.place.text.path[...$0] } ?? ""
    let path = name.hasPrefix("/") ? name : folder + name
    guard File.exists(path) else {
      throw Failure(
        Diagnostic(
          .error, "settings/no-logo", "there is no file \(path)", at: node.place,
          hints: ["a name below the folder of briefing.yaml, as theme/logo.png"]))
    }
    let bytes = try File.read(path)
    switch PNGReader.read(bytes) {
    case .bitmap(let bitmap): return .bitmap(bitmap)
    case .damaged:
      throw Failure(
        Diagnostic(
          .error, "settings/logo-damaged", "\(path) is a PNG that can't be drawn to its end",
          at: node.place, hints: ["save the logo anew, as PNG or as SVG"]))
    case .other: break
    }
    if path.lowercased().hasSuffix(".svg") {
      return .artwork(try SVGReader.read(bytes, path: path))
    }
    throw Failure(
      Diagnostic(
        .error, "settings/logo-unreadable", "\(path) is no SVG and no PNG", at: node.place,
        hints: ["save the logo as SVG, or as PNG of about 400 pixels"]))
  }

  private func font(_ node: YAML) throws(Failure) -> Font.Family {
    let known: [Font.Family] = [.inter, .notoSerif]
    guard let family = known.first(where: { $0.rawValue == node.text }) else {
      let names = known.map(\.rawValue)
      throw SettingsFile.wrong(
        node, "one of the fonts that the program draws with: " + names.joined(separator: ", "),
        meant: node.text.flatMap { Suggestion.nearest($0, among: names) })
    }
    return family
  }

  /// `"#1A7378"` or `1A7378`: without quotation marks # begins a comment.
  private func color(_ node: YAML) throws(Failure) -> Color {
    let digits = node.text.map { $0.hasPrefix("#") ? String($0.dropFirst()) : $0 } ?? ""
    guard digits.utf8.count == 6, let value = UInt32(digits, radix: 16) else {
      throw SettingsFile.wrong(node, "a colour as 1A7378 or \"#1A7378\"")
    }
    return Color(value)
  }

  /// Whether readers can tell all colours apart; only of those that could be read.
  private mutating func check(_ theme: Theme, _ ground: String) {
    guard errors.isEmpty else { return }
    let faults = theme.faults
    let chosen = faults.filter { place(of: $0) != nil }
    errors += (chosen.isEmpty ? Array(faults.prefix(1)) : chosen).map { fault($0, ground, theme) }
  }

  private func fault(_ fault: ThemeFault, _ ground: String, _ theme: Theme) -> Diagnostic {
    func name(_ swatch: Swatch) -> String {
      "“\(swatch.words)” (\(theme[swatch].hex)"
        + (places[swatch] == nil ? ", the program's own)" : ")")
    }
    let numbers = "\(tenths(fault.value)), at least \(tenths(fault.least)) is needed"
    let message: String
    switch fault.kind {
    case .contrast:
      message = "\(name(fault.first)) stands out too little from \(ground): contrast \(numbers)"
    case .similarity(let vision):
      let reader = vision == .normal ? "" : " by readers with \(vision.rawValue)"
      message =
        "\(name(fault.first)) and \(fault.second.map(name) ?? "") can't be told apart\(reader): "
        + "ΔE00 \(numbers)"
    }
    return Diagnostic(
      .error, "settings/theme-unreadable", message, at: place(of: fault),
      path: SettingsFile.name, hints: ["choose a lighter or a darker one"])
  }

  private func place(of fault: ThemeFault) -> Diagnostic.Place? {
    fault.second.flatMap { places[$0] } ?? places[fault.first]
  }

  /// One decimal, rounded down: what is too little never looks enough.
  private func tenths(_ value: Double) -> String {
    let all = Int(value * 10)
    return "\(all / 10).\(all % 10)"
  }
}

extension YAML {
  /// The value of a name.
  fileprivate func member(_ name: String) -> YAML? {
    guard case .map(let members) = kind else { return nil }
    return members.first { $0.name.text == name && !$0.value.isEmpty }?.value
  }
}
