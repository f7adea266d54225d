internal import Diagnostics
internal import Dispatch

/// From what was drawn to the file.
extension PDFCanvas {
  /// Takes over the pages of another canvas, which is not to be used after.
  public func append(_ other: PDFCanvas) {
    let numbers = glyphs.adopt(other.glyphs)
    file.adoptAll(of: other.file)
    pages += other.pages
    contents += other.contents
    renumberings += other.renumberings.map { $0.isEmpty ? numbers : $0.map { numbers[$0] } }
    structure.append(other.structure)
    navigation.append(other.navigation)
    for (kind, entries) in other.resources { resources[kind, default: []] += entries }
  }

  /// Ends the drawing.
  ///
  /// - Returns: the file, complete but for what it says of itself; the canvas is not to be used after.
  public func finish() throws(GraphicsError) -> PDFFile {
    let tree = structure.tree()
    let fonts = try filling(tree) { () throws(GraphicsError) in try glyphs.makeFonts(for: file) }
    let resources = file.indirect(file.dictionary([:]))
    file.set(resources, "/Font", fonts)
    for kind in self.resources.keys.sorted() {
      let entries = self.resources[kind] ?? []
      file.set(resources, kind, PDFObject(.dictionary(entries.map { ($0.name, $0.object) })))
    }
    let parent = file.indirect(file.dictionary([:]))
    for (page, content) in zip(pages, written()) {
      file.set(page, "/Parent", parent)
      file.set(page, "/Resources", resources)
      file.set(page, "/Contents", file.stream(content, [:]))
    }
    parent.value = .dictionary([
      ("/Type", file.name("/Pages")), ("/Count", file.integer(pages.count)),
      ("/Kids", file.array(pages)),
    ])
    file.set(file.root, "/Pages", parent)
    file.set(file.root, "/StructTreeRoot", tree.root)
    navigation.finish(file)
    return file
  }

  /// Runs `body` while the tree of elements is filled on another core.
  private func filling<Value>(
    _ tree: PDFStructure.Tree, _ body: () throws(GraphicsError) -> Value
  ) throws(GraphicsError) -> Value {
    nonisolated(unsafe) var result: Result<Value, GraphicsError>?
    withoutActuallyEscaping(body) { body in
      nonisolated(unsafe) let tasks = [
        { result = Result(catching: body) }, { self.structure.fill(tree, self.pages) },
      ]
      DispatchQueue.concurrentPerform(iterations: 2) { tasks[$0]() }
    }
    guard let result else { throw GraphicsError("make fonts", "nothing was made") }
    return try result.get()
  }

  /// The contents of all pages, on all cores.
  private func written() -> [[UInt8]] {
    nonisolated(unsafe) let canvas = self
    return Array(pages.indices).concurrentMap { canvas.written($0) }
  }

  private func written(_ page: Int) -> [UInt8] {
    let numbers = renumberings[page]
    let codes = numbers.isEmpty ? glyphs.codes : numbers.map { glyphs.codes[$0] }
    var content = PDFContent()
    for part in contents[page] {
      switch part {
      case .operators(let more): content.put(more)
      case .text(let run, let isArtifact):
        run.write(codes, speaks: !isArtifact, to: &content)
      }
    }
    return content.bytes
  }
}
