internal import Cairo

/// Goes through the structure tree once: takes the ornaments out, gives figures and links their
/// words and table headers their direction.
struct StructurePass {
  let file: PDFFile
  let alternatives: [String]
  let linkTexts: [String]
  private var figures = 0
  private var links = 0
  /// Numbers of the elements taken out.
  private var removed: Set<Int> = []

  init(file: PDFFile, alternatives: [String], linkTexts: [String]) {
    self.file = file
    self.alternatives = alternatives
    self.linkTexts = linkTexts
  }

  mutating func run() {
    let tree = file.get(file.root, "/StructTreeRoot")
    guard file.isDictionary(tree) else { return }
    let document = file.indirect(
      file.dictionary([
        "/Type": file.name("/StructElem"), "/S": file.name("/Document"), "/P": tree,
      ]))
    let children = kept(file.get(tree, "/K"))
    for child in children {
      file.set(child, "/P", document)
      visit(child, headerScope: "/Column")
    }
    file.set(document, "/K", file.array(children))
    file.set(tree, "/K", document)
    forgetRemoved(file.get(file.get(tree, "/ParentTree"), "/Nums"))
  }

  private mutating func visit(_ element: PDFObject, headerScope: String) {
    var scope = headerScope
    switch file.name(file.get(element, "/S")) {
    case "/Figure":
      let text = figures < alternatives.count ? alternatives[figures].plain : ""
      figures += 1
      if !text.isEmpty { file.set(element, "/Alt", file.text(text)) }
    case "/Link":
      let text = links < linkTexts.count ? linkTexts[links] : ""
      links += 1
      describe(element, text)
    case "/TH":
      file.set(
        element, "/A",
        file.dictionary(["/O": file.name("/Table"), "/Scope": file.name(headerScope)]))
    case "/TR":
      // Beside cells of data a header speaks for its row.
      let names = file.items(file.get(element, "/K")).map { file.name(file.get($0, "/S")) }
      scope = names.contains("/TD") ? "/Row" : "/Column"
    default: break
    }
    let inner = file.get(element, "/K")
    let children = kept(inner)
    if file.isArray(inner), children.count < file.items(inner).count {
      file.set(element, "/K", file.array(children))
    } else if children.isEmpty, !file.isNull(inner) {
      file.remove(element, "/K")
    }
    for child in children where isElement(child) { visit(child, headerScope: scope) }
  }

  private func isElement(_ object: PDFObject) -> Bool {
    file.isDictionary(object) && !file.name(file.get(object, "/S")).isEmpty
  }

  /// The children without ornaments.
  private mutating func kept(_ children: PDFObject) -> [PDFObject] {
    var result: [PDFObject] = []
    for child in file.items(children) {
      if isElement(child), file.name(file.get(child, "/S")) == "/" + StructurePainter.ornament {
        removed.insert(file.number(child))
      } else {
        result.append(child)
      }
    }
    return result
  }

  /// Puts a link's words on its annotation.
  private func describe(_ link: PDFObject, _ text: String) {
    guard !text.isEmpty else { return }
    for child in file.items(file.get(link, "/K")) {
      let annotation = file.get(child, "/Obj")
      if file.isDictionary(annotation) { file.set(annotation, "/Contents", file.text(text)) }
    }
  }

  /// Content that has become an artifact has no element any more.
  private func forgetRemoved(_ numbers: PDFObject) {
    for entry in file.items(numbers) where file.isArray(entry) {
      for (index, element) in file.items(entry).enumerated()
      where removed.contains(file.number(element)) {
        file.set(entry, at: index, file.null)
      }
    }
  }
}
