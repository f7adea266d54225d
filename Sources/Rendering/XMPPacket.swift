import Drawing

/// What a document says of itself, as XMP.
struct XMPPacket {
  let document: PagedDocument

  init(_ document: PagedDocument) { self.document = document }

  var bytes: [UInt8] {
    var lines = [
      "<?xpacket begin=\"\u{FEFF}\" id=\"W5M0MpCehiHzreSzNTczkc9d\"?>",
      "<x:xmpmeta xmlns:x=\"adobe:ns:meta/\">",
      "<rdf:RDF xmlns:rdf=\"http://www.w3.org/1999/02/22-rdf-syntax-ns#\">",
      "<rdf:Description rdf:about=\"\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
        + " xmlns:xmp=\"http://ns.adobe.com/xap/1.0/\" xmlns:pdf=\"http://ns.adobe.com/pdf/1.3/\">",
      "<dc:format>application/pdf</dc:format>",
    ]
    lines += list("dc:title", "Alt", " xml:lang=\"x-default\"", [document.title])
    lines += list("dc:creator", "Seq", "", [document.author])
    lines += list("dc:description", "Alt", " xml:lang=\"x-default\"", [document.subject])
    lines += list("dc:subject", "Bag", "", document.keywords)
    lines += list("dc:language", "Bag", "", [document.language])
    if !document.keywords.isEmpty {
      let words = document.keywords.joined(separator: ", ")
      lines.append("<pdf:Keywords>\(SVGText.escaped(words))</pdf:Keywords>")
    }
    lines.append("<pdf:Producer>Briefing</pdf:Producer>")
    if !document.date.isEmpty {
      let moment = SVGText.escaped(document.date) + "T00:00:00Z"
      lines.append("<xmp:CreateDate>\(moment)</xmp:CreateDate>")
      lines.append("<xmp:ModifyDate>\(moment)</xmp:ModifyDate>")
    }
    lines += ["</rdf:Description>", "</rdf:RDF>", "</x:xmpmeta>", "<?xpacket end=\"r\"?>"]
    return Array(lines.joined(separator: "\n").utf8)
  }

  /// A property of several values; nothing when all are empty.
  private func list(
    _ name: String, _ kind: String, _ attribute: String, _ values: [String]
  ) -> [String] {
    let items = values.filter { !$0.isEmpty }
      .map { "<rdf:li\(attribute)>\(SVGText.escaped($0))</rdf:li>" }
    if items.isEmpty { return [] }
    return ["<\(name)><rdf:\(kind)>" + items.joined() + "</rdf:\(kind)></\(name)>"]
  }
}
