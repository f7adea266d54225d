// swift-tools-version: 6.2
import PackageDescription

// What is loaded on demand is not linked, so that nothing else says where its headers are. Who
// uses a room that wraps a library reads its headers too, when the compiler's cache of them is
// out of date.
let headers = ["libxml2", "cairo", "pango-1.0", "harfbuzz", "freetype2"].map {
  "-I/usr/include/" + $0
}

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .treatAllWarnings(as: .error),
  .unsafeFlags(headers.flatMap { ["-Xcc", $0] }),
]

// The program has Swift's own libraries within it: it starts in half the time and calls them
// directly.
let standard = [
  "-static-stdlib", "-lFoundation", "-lFoundationInternationalization", "-lFoundationEssentials",
  "-lCoreFoundation", "-l_FoundationICU", "-l_FoundationCShims", "-l_FoundationCollections",
  "-lswiftDispatch", "-lswiftSynchronization", "-Xlinker", "--gc-sections",
  // At one place in memory nothing has to be moved at the start.
  "-Xclang-linker", "-no-pie",
]

func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func check(
  _ room: String, _ others: [Target.Dependency] = [], exclude: [String] = [],
  linking libraries: [LinkerSetting] = []
) -> Target {
  .testTarget(
    name: room + "Tests", dependencies: [.target(name: room)] + others, exclude: exclude,
    swiftSettings: strict, linkerSettings: libraries)
}

let package = Package(
  name: "Briefing",
  products: [
    .executable(name: "briefing", targets: ["briefing"]),
    .library(name: "Chronology", targets: ["Chronology"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // C libraries, each seen by its wrapper alone.
    .systemLibrary(name: "CGLib", pkgConfig: "glib-2.0", providers: [.apt(["libglib2.0-dev"])]),
    .systemLibrary(name: "CLibXML2", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CCairo", providers: [.apt(["libcairo2-dev"])]),
    .systemLibrary(name: "CPango", providers: [.apt(["libpango1.0-dev"])]),
    .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),

    // libxml2, libzip, cairo and Pango, loaded when they are first called: many runs need none.
    .target(
      name: "COnDemand", dependencies: ["CGLib", "CLibXML2", "CZip", "CCairo", "CPango"],
      cSettings: [.unsafeFlags(headers)]),

    // The rules and word lists, as bytes.
    .target(name: "CKnowledge", exclude: ["rules", "lexicon", "language"]),

    // The rooms, in the order of dependence.
    room("Diagnostics", ["CGLib"]),
    room("Chronology"),
    room("Drawing"),
    room("Prose", ["Diagnostics", "CLibXML2", "COnDemand"]),
    room("Chronicle", ["Diagnostics", "Chronology"]),
    room("Extraction", ["Diagnostics", "Chronology", "Prose", "Chronicle", "CKnowledge"]),
    room("Analytics", ["Chronology", "Chronicle"]),
    room("Charts", ["Chronology", "Drawing"]),
    room("Layout", ["Drawing"]),
    room(
      "Word", ["Diagnostics", "Drawing", "Layout", "CLibXML2", "CZip", "COnDemand"]),
    room(
      "Cairo", ["Diagnostics", "CGLib", "CCairo", "CPango", "CDeflate", "COnDemand"]),
    room("Rendering", ["Diagnostics", "Drawing", "Cairo", "CLibXML2", "COnDemand"]),
    room(
      "BriefingKit",
      [
        "Diagnostics", "Chronology", "Drawing", "Prose", "Chronicle", "Extraction", "Analytics",
        "Charts", "Layout", "Word", "Rendering", "CKnowledge",
        .product(name: "Yams", package: "Yams"),
      ]),
    .executableTarget(
      name: "briefing",
      dependencies: [
        "Diagnostics", "Chronology", "Prose", "Chronicle", "Extraction", "Rendering",
        "BriefingKit",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict,
      linkerSettings: [.unsafeFlags(standard, .when(platforms: [.linux], configuration: .release))]
    ),

    // Charts and their writers alone, for `make bench`; not installed with the program.
    .executableTarget(
      name: "DrawingBenchmark",
      dependencies: ["Diagnostics", "Chronology", "Drawing", "Charts", "Rendering"],
      path: "Benchmarks/Drawing", swiftSettings: strict,
      linkerSettings: [.unsafeFlags(standard, .when(platforms: [.linux], configuration: .release))]
    ),

    check("Diagnostics"),
    check("Chronology"),
    check("Drawing"),
    check("Prose", ["Diagnostics"]),
    check("Chronicle", ["Diagnostics", "Chronology"]),
    check("Extraction", ["Diagnostics", "Chronology", "Prose", "Chronicle"]),
    check("Analytics", ["Chronology", "Chronicle"]),
    check("Charts", ["Chronology", "Drawing"]),
    check("Layout", ["Drawing"]),
    check(
      "Word", ["Diagnostics", "Drawing", "Layout", "CLibXML2", "CZip"],
      linking: [.linkedLibrary("zip")]),
    check(
      "Rendering", ["Diagnostics", "Drawing", "Cairo", "Matterhorn", "QPDF", "Scratch"]),
    // What can be found wrong with a PDF by its structure.
    .target(
      name: "Matterhorn", dependencies: ["Cairo", "QPDF"], path: "Tests/Matterhorn",
      swiftSettings: strict),
    // The file as another reader of PDF sees it.
    .systemLibrary(name: "CQPDF", path: "Tests/CQPDF", providers: [.apt(["libqpdf-dev"])]),
    .target(name: "QPDF", dependencies: ["CQPDF"], path: "Tests/QPDF", swiftSettings: strict),
    // A folder of its own for a test.
    .target(name: "Scratch", path: "Tests/Scratch", swiftSettings: strict),
    check(
      "BriefingKit",
      [
        "Diagnostics", "Chronology", "Drawing", "Chronicle", "Analytics", "Charts", "Layout",
        "Cairo", "Rendering", "Scratch",
      ], exclude: ["Figures/Goldens"]),
    // The command as a user runs it.
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "briefing", "Diagnostics", "Chronology", "Chronicle", "Scratch", "Matterhorn",
      ],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
