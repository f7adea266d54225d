/// Where a link leads.
public enum PDFTarget {
  /// A named place of the document.
  case place(String)
  /// An address in ASCII.
  case address(String)
}

/// The places, links, outline and page numbers of a PDF.
struct PDFNavigation {
  private struct Entry {
    var object: PDFObject
    var parent: Int
    var children: [Int] = []
  }

  var labels: [String] = []
  private var places: [(name: String, place: PDFObject)] = []
  private var links: [PDFObject] = []
  /// The first is the outline itself.
  private var entries: [Entry] = []

  mutating func add(place name: String, _ place: PDFObject) { places.append((name, place)) }

  mutating func add(link: PDFObject) { links.append(link) }

  /// Adds a bookmark below another; 0 is the outline itself.
  ///
  /// - Returns: its number.
  mutating func add(bookmark title: String, to place: String, below parent: Int, _ file: PDFFile)
    -> Int
  {
    if entries.isEmpty {
      entries.append(Entry(object: file.indirect(file.dictionary([:])), parent: 0))
    }
    let object = file.indirect(
      file.dictionary([
        "/Title": file.text(title), "/Parent": entries[parent].object,
        "/Dest": PDFObject(.string(Array(place.utf8))),
      ]))
    entries[parent].children.append(entries.count)
    entries.append(Entry(object: object, parent: parent))
    return entries.count - 1
  }

  /// Adds the places of pages that follow; a name stands for the first that has it.
  mutating func append(_ other: PDFNavigation) {
    let names = Set(places.map(\.name))
    labels += other.labels
    places += other.places.filter { !names.contains($0.name) }
  }

  mutating func endPage(_ page: PDFObject, _ file: PDFFile) {
    if !links.isEmpty { file.set(page, "/Annots", file.array(links)) }
    links = []
  }

  /// Puts all into the catalog.
  func finish(_ file: PDFFile) {
    let root = file.root
    if !places.isEmpty {
      let sorted = places.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
      let names = sorted.flatMap { [PDFObject(.string(Array($0.name.utf8))), $0.place] }
      let tree = file.indirect(file.dictionary(["/Names": file.array(names)]))
      file.set(root, "/Names", file.indirect(file.dictionary(["/Dests": tree])))
    }
    let numbers = labels.enumerated().flatMap { page, label in
      [file.integer(page), file.dictionary(["/P": file.text(label)])]
    }
    file.set(root, "/PageLabels", file.dictionary(["/Nums": file.array(numbers)]))
    if !entries.isEmpty { file.set(root, "/Outlines", outline(file)) }
  }

  private func outline(_ file: PDFFile) -> PDFObject {
    for number in entries.indices.reversed() {
      let entry = entries[number]
      if number == 0 { file.set(entry.object, "/Type", file.name("/Outlines")) }
      guard let first = entry.children.first, let last = entry.children.last else { continue }
      file.set(entry.object, "/First", entries[first].object)
      file.set(entry.object, "/Last", entries[last].object)
      // All stand open.
      file.set(entry.object, "/Count", file.integer(count(below: number)))
      for (place, next) in zip(entry.children, entry.children.dropFirst()) {
        file.set(entries[place].object, "/Next", entries[next].object)
        file.set(entries[next].object, "/Prev", entries[place].object)
      }
    }
    return entries[0].object
  }

  private func count(below number: Int) -> Int {
    entries[number].children.reduce(0) { $0 + 1 + count(below: $1) }
  }
}

extension PDFCanvas {
  /// Names a place on the page in hand, in points from its upper left corner.
  public func addPlace(_ name: String, x: Double, y: Double) {
    navigation.add(
      place: name,
      file.array([
        pages[pages.count - 1], file.name("/XYZ"), file.number(x),
        file.number(size.height - y), file.integer(0),
      ]))
  }

  /// Begins an element that is a link; ``endElement()`` ends it.
  ///
  /// - Parameters:
  ///   - area: where it is pointed at.
  ///   - words: what it says.
  public func beginLink(_ target: PDFTarget, area: PageBox, words: String, isLeaf: Bool = false) {
    beginElement("Link", isLeaf: isLeaf)
    let link = file.dictionary([
      "/Type": file.name("/Annot"), "/Subtype": file.name("/Link"),
      "/Rect": area.sides(file, below: size.height), "/F": file.integer(4),
      "/BS": file.dictionary(["/W": file.integer(0)]),
    ])
    switch target {
    case .place(let name): file.set(link, "/Dest", PDFObject(.string(Array(name.utf8))))
    case .address(let address):
      file.set(
        link, "/A",
        file.dictionary([
          "/Type": file.name("/Action"), "/S": file.name("/URI"),
          "/URI": PDFObject(.string(Array(address.utf8))),
        ]))
    }
    if !words.isEmpty { file.set(link, "/Contents", file.text(words)) }
    navigation.add(link: file.indirect(link))
    structure.add(annotation: link)
  }

  /// Adds a bookmark.
  ///
  /// - Parameter parent: the number of the bookmark above it; 0 for the first level.
  /// - Returns: its number.
  public func addBookmark(_ title: String, place: String, parent: Int) -> Int {
    navigation.add(bookmark: title, to: place, below: parent, file)
  }
}
