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
        attachment.bytes, packed: attachment.packed,
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
