internal import Cairo
import Drawing

/// Adds to a drawn PDF what it says of itself, and its attachments.
struct PDFFinisher {
  let file: PDFFile
  let document: PagedDocument

  func finish() throws(GraphicsError) -> [UInt8] {
    describe()
    attach()
    return try file.write()
  }

  /// `D:20170116000000Z`; nil without a date.
  private var date: String? {
    let digits = document.date.filter { $0 != "-" }
    return digits.isEmpty ? nil : "D:\(digits)000000Z"
  }

  private func describe() {
    let root = file.root
    file.set(root, "/Lang", file.text(document.language))
    file.set(root, "/MarkInfo", file.dictionary(["/Marked": file.bool(true)]))
    file.set(
      root, "/ViewerPreferences", file.dictionary(["/DisplayDocTitle": file.bool(true)]))
    let packet = XMPPacket(document).bytes
    file.set(
      root, "/Metadata",
      file.stream(packet, ["/Type": file.name("/Metadata"), "/Subtype": file.name("/XML")]))
    file.set(root, "/OutputIntents", file.array([outputIntent]))
    if !document.outline.isEmpty { file.set(root, "/PageMode", file.name("/UseOutlines")) }
    let info = file.get(file.trailer, "/Info")
    guard file.isDictionary(info) else { return }
    file.set(info, "/Producer", file.text("Briefing"))
    let entries = [
      ("/Title", document.title), ("/Author", document.author), ("/Subject", document.subject),
      ("/Keywords", document.keywords.joined(separator: ", ")), ("/CreationDate", date ?? ""),
      ("/ModDate", date ?? ""),
    ]
    for (key, value) in entries {
      if value.isEmpty {
        file.remove(info, key)
      } else {
        file.set(info, key, file.text(value.plain))
      }
    }
  }

  /// What the colours mean.
  private var outputIntent: PDFObject {
    let name = file.text(ColorProfile.name)
    return file.dictionary([
      "/Type": file.name("/OutputIntent"), "/S": file.name("/GTS_PDFA1"),
      "/OutputConditionIdentifier": name, "/Info": name,
      "/DestOutputProfile": file.stream(ColorProfile.bytes, ["/N": file.integer(3)]),
    ])
  }

  /// Says of TrueType fonts what holds where nothing is said: a character's number is its glyph's.
  private func nameGlyphMaps(_ page: PDFObject) {
    let fonts = file.get(file.get(page, "/Resources"), "/Font")
    for key in file.keys(fonts) {
      for font in file.items(file.get(file.get(fonts, key), "/DescendantFonts"))
      where file.name(file.get(font, "/Subtype")) == "/CIDFontType2" {
        file.set(font, "/CIDToGIDMap", file.name("/Identity"))
      }
    }
  }

  /// Rewrites `/NonStruct << /MCID 7 >> BDC` at the beginning of a line as `/Artifact BMC`.
  private func turnOrnamentsIntoArtifacts(_ page: PDFObject) throws(GraphicsError) {
    let opening = Array("/\(StructurePainter.ornament) << /MCID ".utf8)
    let closing = Array(">> BDC".utf8)
    for content in file.items(file.get(page, "/Contents")) {
      let bytes = try file.stream(content)
      guard bytes.hold(opening) else { continue }
      var result: [UInt8] = []
      result.reserveCapacity(bytes.count)
      var changed = false
      for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
        if !result.isEmpty || line.startIndex > 0 { result.append(0x0A) }
        if line.starts(with: opening), line.suffix(closing.count).elementsEqual(closing) {
          result += "/Artifact BMC".utf8
          changed = true
        } else {
          result += line
        }
      }
      if changed { file.replaceStream(content, result) }
    }
  }

  private func attach() {
    var names: [PDFObject] = []
    var files: [PDFObject] = []
    let sorted = document.attachments.sorted {
      Array($0.name.utf8).lexicographicallyPrecedes(Array($1.name.utf8))
    }
    for attachment in sorted {
      let parameters = file.dictionary(["/Size": file.integer(attachment.bytes.count)])
      if let date {
        file.set(parameters, "/CreationDate", file.text(date))
        file.set(parameters, "/ModDate", file.text(date))
      }
      let stream = file.stream(
        attachment.bytes,
        [
          "/Type": file.name("/EmbeddedFile"), "/Subtype": file.name("/" + attachment.type),
          "/Params": parameters,
        ])
      let specification = file.indirect(
        file.dictionary([
          "/Type": file.name("/Filespec"), "/F": file.text(attachment.name),
          "/UF": file.text(attachment.name), "/Desc": file.text(attachment.description),
          "/AFRelationship": file.name("/Data"),
          "/EF": file.dictionary(["/F": stream, "/UF": stream]),
        ]))
      names += [file.text(attachment.name), specification]
      files.append(specification)
    }
    guard !files.isEmpty else { return }
    let root = file.root
    var tree = file.get(root, "/Names")
    if file.isNull(tree) {
      tree = file.indirect(file.dictionary([:]))
      file.set(root, "/Names", tree)
    }
    file.set(tree, "/EmbeddedFiles", file.dictionary(["/Names": file.array(names)]))
    file.set(root, "/AF", file.array(files))
  }
}

extension [UInt8] {
  /// Whether a run of bytes stands in them.
  fileprivate func hold(_ part: [UInt8]) -> Bool {
    withUnsafeBufferPointer { all in
      part.withUnsafeBufferPointer { part in
        guard let first = part.first, all.count >= part.count else { return part.isEmpty }
        for start in 0...(all.count - part.count) where all[start] == first {
          if all[start..<(start + part.count)].elementsEqual(part) { return true }
        }
        return false
      }
    }
  }
}
