internal import Cairo
import Drawing

/// Goes through the structure tree once: takes the ornaments out, gives figures and links their
/// words, figures their boxes and table headers their direction.
struct StructurePass {
  let file: PDFFile
  let figures: [(words: String, box: Rect)]
  let linkTexts: [String]
  private var figureCount = 0
  private var links = 0
  /// Numbers of the elements taken out.
  private var removed: Set<Int> = []

  init(file: PDFFile, figures: [(words: String, box: Rect)], linkTexts: [String]) {
    self.file = file
    self.figures = figures
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
      if figureCount < figures.count { describe(element, figures[figureCount]) }
      figureCount += 1
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

  /// Gives a figure its words and its box, which PDF measures from the lower left corner.
  private func describe(_ figure: PDFObject, _ own: (words: String, box: Rect)) {
    let words = own.words.plain
    if !words.isEmpty { file.set(figure, "/Alt", file.text(words)) }
    let sheet = file.items(file.get(file.get(figure, "/Pg"), "/MediaBox"))
    guard sheet.count == 4, let height = file.real(sheet[3]) else { return }
    let box = [own.box.x, height - own.box.maxY, own.box.maxX, height - own.box.y]
    file.set(
      figure, "/A",
      file.dictionary([
        "/O": file.name("/Layout"), "/Placement": file.name("/Block"),
        "/BBox": file.array(box.map(file.number)),
      ]))
  }

  /// Puts a link's words on its annotation, which is printed as the page is.
  private func describe(_ link: PDFObject, _ text: String) {
    for child in file.items(file.get(link, "/K")) {
      let annotation = file.get(child, "/Obj")
      guard file.isDictionary(annotation) else { continue }
      file.set(annotation, "/F", file.integer(4))
      if !text.isEmpty { file.set(annotation, "/Contents", file.text(text)) }
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
