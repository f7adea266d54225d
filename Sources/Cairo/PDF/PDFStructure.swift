/// A rectangle on a page in points, y downwards.
public struct PageBox {
  public var x: Double
  public var y: Double
  public var width: Double
  public var height: Double

  public init(x: Double, y: Double, width: Double, height: Double) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  /// Its sides as PDF counts them: from the lower left corner of a page of a height.
  func sides(_ file: PDFFile, below height: Double) -> PDFObject {
    file.array([x, height - y - self.height, x + width, height - y].map(file.number))
  }
}

/// The elements of a document, by which those who can't see it read it.
final class PDFStructure {
  /// A heading, paragraph, cell: what it is, and what stands in it.
  final class Element {
    enum Kid {
      case element(Element)
      /// A stretch of the page's content, by its number.
      case content(Int)
      case annotation(PDFObject)
    }

    let tag: String
    let page: PDFObject
    var kids: [Kid] = []
    /// What it says to those who can't see it, and where it lies.
    var words: String?
    var box: PDFObject?
    let object: PDFObject

    init(_ tag: String, page: PDFObject, object: PDFObject) {
      self.tag = tag
      self.page = page
      self.object = object
    }

    /// Whether an element of a type stands in it.
    func has(_ tag: String) -> Bool {
      kids.contains { if case .element(let inner) = $0 { inner.tag == tag } else { false } }
    }
  }

  private let file: PDFFile
  private var top: [Element] = []
  private var open: [Element] = []
  /// By page, the elements of its stretches of content.
  private var stretches: [[Element]] = []
  private var annotations: [(annotation: PDFObject, element: Element)] = []

  init(_ file: PDFFile) { self.file = file }

  func beginPage() { stretches.append([]) }

  /// Adds the elements of pages that follow.
  func append(_ other: PDFStructure) {
    top += other.top
    stretches += other.stretches
    annotations += other.annotations
  }

  /// Begins an element within those that are open.
  func begin(_ tag: String, page: PDFObject) -> Element {
    let element = Element(tag, page: page, object: file.indirect(file.dictionary([:])))
    if let outer = open.last { outer.kids.append(.element(element)) } else { top.append(element) }
    open.append(element)
    return element
  }

  func end() { open.removeLast() }

  var current: Element? { open.last }

  /// The number of a new stretch of content of the element in hand, and its type.
  func stretch() -> (number: Int, tag: String)? {
    guard let element = open.last, let page = stretches.indices.last else { return nil }
    let number = stretches[page].count
    stretches[page].append(element)
    element.kids.append(.content(number))
    return (number, element.tag)
  }

  /// Says that an annotation belongs to the element in hand.
  func add(annotation: PDFObject) {
    guard let element = open.last else { return }
    element.kids.append(.annotation(annotation))
    annotations.append((annotation, element))
  }

  /// The objects above all elements, to be filled once all is drawn.
  struct Tree {
    let root: PDFObject
    fileprivate let document: PDFObject
    fileprivate let parents: PDFObject
  }

  func tree() -> Tree {
    let objects = (0..<3).map { _ in file.indirect(file.dictionary([:])) }
    return Tree(root: objects[0], document: objects[1], parents: objects[2])
  }

  /// Fills the tree; nothing else of the file is read or changed meanwhile but what the elements
  /// say.
  ///
  /// - Parameter pages: in their order; they get the numbers under which their elements are found.
  func fill(_ tree: Tree, _ pages: [PDFObject]) {
    var numbers: [PDFObject] = []
    for (number, page) in pages.enumerated() {
      file.set(page, "/StructParents", file.integer(number))
      numbers += [file.integer(number), file.array(stretches[number].map(\.object))]
    }
    for (place, (annotation, element)) in annotations.enumerated() {
      let number = pages.count + place
      file.set(annotation, "/StructParent", file.integer(number))
      numbers += [file.integer(number), element.object]
    }
    for element in top { finish(element, parent: tree.document, scope: "/Column") }
    tree.document.value = .dictionary([
      ("/Type", file.name("/StructElem")), ("/S", file.name("/Document")), ("/P", tree.root),
      ("/K", file.array(top.map(\.object))),
    ])
    tree.parents.value = .dictionary([("/Nums", file.array(numbers))])
    tree.root.value = .dictionary([
      ("/Type", file.name("/StructTreeRoot")), ("/K", tree.document),
      ("/ParentTree", tree.parents),
    ])
  }

  /// - Parameter scope: what a header cell in it speaks for.
  private func finish(_ element: Element, parent: PDFObject, scope: String) {
    var entries: PDFObject.Entries = [
      ("/Type", file.name("/StructElem")), ("/S", file.name("/" + element.tag)), ("/P", parent),
      ("/Pg", element.page),
    ]
    if let words = element.words, !words.isEmpty { entries.append(("/Alt", file.text(words))) }
    if let box = element.box {
      entries.append(
        (
          "/A",
          file.dictionary([
            "/O": file.name("/Layout"), "/Placement": file.name("/Block"), "/BBox": box,
          ])
        ))
    }
    if element.tag == "TH" {
      entries.append(
        ("/A", file.dictionary(["/O": file.name("/Table"), "/Scope": file.name(scope)])))
    }
    // Beside cells of data a header speaks for its row.
    let inner = element.tag != "TR" ? scope : element.has("TD") ? "/Row" : "/Column"
    let kids = element.kids.map { kid -> PDFObject in
      switch kid {
      case .element(let child):
        finish(child, parent: element.object, scope: inner)
        return child.object
      case .content(let number): return file.integer(number)
      case .annotation(let annotation):
        return file.dictionary(["/Type": file.name("/OBJR"), "/Obj": annotation])
      }
    }
    if !kids.isEmpty { entries.append(("/K", kids.count == 1 ? kids[0] : file.array(kids))) }
    element.object.value = .dictionary(entries)
  }
}
