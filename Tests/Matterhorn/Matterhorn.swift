import Cairo
import QPDF

/// The conditions of the Matterhorn Protocol 1.1 that a machine can check and that a document of ours
/// can fail, with the rules of PDF 1.7 that they rest on. It is no validator: what it finds is
/// wrong; what it does not find is not shown to conform.
public struct Matterhorn {
  private let file: PDFFile
  public private(set) var failures: [String]
  /// How many painting operators the pages have.
  public private(set) var paints = 0
  private var parents: [Int: [Int: Int]] = [:]
  private var linked: Set<Int> = []
  private var lastHeading = 0

  /// Reads the file as libqpdf unpacks it; what that says against it is the first failure.
  public init(_ bytes: [UInt8]) throws {
    let read = QPDF(bytes)
    failures = read.check()
    file = try PDFFile(QPDF(bytes).plain() ?? bytes)
    document()
    let tree = file.get(file.root, "/StructTreeRoot")
    structure(file.get(tree, "/K"), parent: "/StructTreeRoot")
    pages(file.get(tree, "/ParentTree"))
    fonts()
    attachments()
  }

  private mutating func expect(_ holds: Bool, _ failure: String) {
    if !holds { failures.append(failure) }
  }

  private func name(_ object: PDFObject, _ key: String) -> String {
    file.name(file.get(object, key))
  }

  private func text(_ object: PDFObject, _ key: String) -> String {
    String(decoding: file.string(file.get(object, key)), as: UTF8.self)
  }

  private func isTrue(_ object: PDFObject, _ key: String) -> Bool {
    file.isTrue(file.get(object, key))
  }

  // MARK: The document

  private mutating func document() {
    let root = file.root
    let marks = file.get(root, "/MarkInfo")
    expect(isTrue(marks, "/Marked"), "the document is not marked")
    expect(!isTrue(marks, "/Suspects"), "01-007 suspects")
    let metadata = (try? file.stream(file.get(root, "/Metadata"))) ?? []
    let packet = String(decoding: metadata, as: UTF8.self)
    expect(!packet.isEmpty, "06-001 no XMP")
    expect(packet.contains("<dc:title>"), "06-003 no title in XMP")
    expect(
      isTrue(file.get(root, "/ViewerPreferences"), "/DisplayDocTitle"), "07-001 title not shown")
    expect(!text(root, "/Lang").isEmpty, "11-006 no language")
    expect(!text(file.get(file.trailer, "/Info"), "/Title").isEmpty, "no title")
    expect(file.isNull(file.get(file.trailer, "/Encrypt")), "26-001 encrypted")
    expect(file.isNull(file.get(root, "/AcroForm")), "25-001 a form")
    expect(file.isNull(file.get(root, "/OCProperties")), "20-001 optional content")
  }

  // MARK: Structure

  private static let standard: Set<String> = [
    "/Document", "/Part", "/Sect", "/Div", "/P", "/H1", "/H2", "/H3", "/H4", "/H5", "/H6", "/L",
    "/LI", "/Lbl", "/LBody", "/Table", "/TR", "/TH", "/TD", "/Span", "/Link", "/Figure",
  ]
  /// What may stand in what.
  private static let children: [String: Set<String>] = [
    "/Table": ["/TR"], "/TR": ["/TH", "/TD"], "/L": ["/LI"], "/LI": ["/Lbl", "/LBody"],
  ]
  private static let needsParent: [String: Set<String>] = [
    "/TR": ["/Table"], "/TH": ["/TR"], "/TD": ["/TR"], "/LI": ["/L"], "/LBody": ["/LI"],
    "/Document": ["/StructTreeRoot"],
  ]

  private mutating func structure(_ object: PDFObject, parent: String) {
    for element in file.items(object) where file.isDictionary(element) {
      let type = name(element, "/S")
      if type.isEmpty {
        annotationReference(element, in: parent)
        continue
      }
      expect(Self.standard.contains(type), "02-001 \(type) is no standard type")
      expect(Self.children[parent]?.contains(type) ?? true, "09 \(type) within \(parent)")
      expect(Self.needsParent[type]?.contains(parent) ?? true, "09 \(type) within \(parent)")
      if let level = type.dropFirst(2).first.flatMap({ Int(String($0)) }), type.hasPrefix("/H") {
        expect(level <= lastHeading + 1, "14-003 H\(level) after H\(lastHeading)")
        lastHeading = level
      }
      if type == "/Figure" { figure(element) }
      if type == "/Table" { table(element) }
      if type == "/TH" {
        let scope = file.items(file.get(element, "/A")).map { name($0, "/Scope") }
        expect(scope.contains { !$0.isEmpty }, "15-003 a header without a scope")
      }
      contents(element, type)
      structure(file.get(element, "/K"), parent: type)
    }
  }

  private mutating func figure(_ element: PDFObject) {
    expect(!text(element, "/Alt").isEmpty, "13-004 a figure without words")
    let boxes = file.items(file.get(element, "/A")).map { file.items(file.get($0, "/BBox")).count }
    expect(boxes.contains(4), "a figure without its box")
  }

  /// What a column means is told at its head.
  private mutating func table(_ element: PDFObject) {
    let cells = file.items(file.get(element, "/K")).flatMap { file.items(file.get($0, "/K")) }
    expect(cells.contains { name($0, "/S") == "/TH" }, "15-003 a table without a header")
  }

  /// Notes which marked content an element has.
  private mutating func contents(_ element: PDFObject, _ type: String) {
    let page = file.number(file.get(element, "/Pg"))
    for kid in file.items(file.get(element, "/K")) {
      let own = file.get(kid, "/MCID")
      guard let number = file.integer(kid) ?? file.integer(own) else { continue }
      let on = file.number(file.get(kid, "/Pg"))
      parents[on > 0 ? on : page, default: [:]][number] = file.number(element)
    }
  }

  private mutating func annotationReference(_ reference: PDFObject, in parent: String) {
    let annotation = file.get(reference, "/Obj")
    guard file.isDictionary(annotation) else { return }
    linked.insert(file.number(annotation))
    expect(
      name(annotation, "/Subtype") != "/Link" || parent == "/Link",
      "28-011 a link's annotation in \(parent)")
  }

  // MARK: Pages

  private mutating func pages(_ tree: PDFObject) {
    var numbers: [Int: PDFObject] = [:]
    let entries = file.items(file.get(tree, "/Nums"))
    for index in stride(from: 0, to: entries.count - 1, by: 2) {
      numbers[file.integer(entries[index]) ?? -1] = entries[index + 1]
    }
    for (index, page) in file.pages.enumerated() {
      let label = "page \(index + 1)"
      var bytes: [UInt8] = []
      for part in file.items(file.get(page, "/Contents")) {
        bytes += ((try? file.stream(part)) ?? []) + [10]
      }
      let content = PageContent(bytes)
      paints += content.paints
      failures += content.faults.map { "\($0), \(label)" }
      expect(content.unmarked == 0, "01-005 \(content.unmarked) unmarked paints, \(label)")
      expect(
        Set(content.identifiers).count == content.identifiers.count,
        "two stretches of one number, \(label)")
      let known = parents[file.number(page)] ?? [:]
      let back =
        file.integer(file.get(page, "/StructParents")).flatMap { numbers[$0] }
        .map(file.items) ?? []
      for number in content.identifiers {
        expect(known[number] != nil, "content \(number) has no element, \(label)")
        let parent = number < back.count ? file.number(back[number]) : 0
        expect(parent == known[number], "content \(number) has another parent, \(label)")
      }
      annotations(page, numbers, label)
      forms(page, label)
    }
  }

  private mutating func annotations(
    _ page: PDFObject, _ numbers: [Int: PDFObject], _ label: String
  ) {
    let annotations = file.items(file.get(page, "/Annots"))
    if annotations.isEmpty { return }
    expect(name(page, "/Tabs") == "/S", "28-009 tabs not in structure order, \(label)")
    for annotation in annotations {
      let kind = name(annotation, "/Subtype")
      expect(linked.contains(file.number(annotation)), "28-002 \(kind) not tagged, \(label)")
      expect(!text(annotation, "/Contents").isEmpty, "28-012 \(kind) without words, \(label)")
      expect((file.integer(file.get(annotation, "/F")) ?? 0) & 4 == 4, "not printed, \(label)")
      let parent = file.integer(file.get(annotation, "/StructParent")).flatMap { numbers[$0] }
      expect(parent.map { name($0, "/S") == "/Link" } ?? false, "link without parent, \(label)")
    }
  }

  /// Forms have no structure of their own.
  private mutating func forms(_ page: PDFObject, _ label: String) {
    let forms = file.get(file.get(page, "/Resources"), "/XObject")
    for key in file.keys(forms) {
      let inner = PageContent((try? file.stream(file.get(forms, key))) ?? [])
      expect(inner.identifiers.isEmpty, "30-002 a form with content of its own, \(label)")
    }
  }

  // MARK: Fonts and files

  private mutating func fonts() {
    var seen: Set<Int> = []
    for page in file.pages {
      let fonts = file.get(file.get(page, "/Resources"), "/Font")
      for key in file.keys(fonts) {
        let font = file.get(fonts, key)
        if !seen.insert(file.number(font)).inserted { continue }
        let base = name(font, "/BaseFont")
        let inner = file.items(file.get(font, "/DescendantFonts")).first ?? font
        let descriptor = file.get(inner, "/FontDescriptor")
        let files = ["/FontFile", "/FontFile2", "/FontFile3"]
        expect(
          files.contains { !file.isNull(file.get(descriptor, $0)) }, "31-009 \(base) not embedded")
        expect(!file.isNull(file.get(font, "/ToUnicode")), "10-001 \(base) without Unicode")
        if name(inner, "/Subtype") == "/CIDFontType2" {
          expect(name(inner, "/CIDToGIDMap") == "/Identity", "31-004 \(base) without its map")
        }
      }
    }
  }

  private mutating func attachments() {
    for file in file.items(file.get(file.root, "/AF")) {
      let title = text(file, "/UF")
      expect(!title.isEmpty && text(file, "/F") == title, "21-001 a file without its names")
      expect(name(file, "/AFRelationship") == "/Data", "\(title) without its relation")
      let stream = self.file.get(self.file.get(file, "/EF"), "/F")
      let keys = Set(self.file.keys(stream))
      expect(keys.isSuperset(of: ["/Subtype", "/Params"]), "\(title) without its type and date")
    }
  }
}
