import Drawing
import Layout

/// The parts of the package around the text.
enum WordParts {
  private static let schemas = "http://schemas.openxmlformats.org/"
  static let main = schemas + "wordprocessingml/2006/main"
  static let links = schemas + "officeDocument/2006/relationships"
  private static let packageLinks = schemas + "package/2006/relationships"
  private static let wordType = "application/vnd.openxmlformats-officedocument.wordprocessingml."

  /// One XML file; none where there is no memory for it.
  static func file(_ contents: (XMLWriter) -> Void) -> [UInt8] {
    guard let xml = XMLWriter() else { return [] }
    contents(xml)
    return xml.finish()
  }

  static func contentTypes(furniture: [String]) -> [UInt8] {
    file { xml in
      xml.element("Types", ["xmlns": schemas + "package/2006/content-types"]) {
        let defaults = [
          ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
          ("xml", "application/xml"), ("png", "image/png"),
        ]
        for (name, type) in defaults {
          xml.element("Default", ["Extension": name, "ContentType": type])
        }
        var parts = [
          ("/word/document.xml", wordType + "document.main+xml"),
          ("/word/styles.xml", wordType + "styles+xml"),
          ("/word/settings.xml", wordType + "settings+xml"),
          ("/word/fontTable.xml", wordType + "fontTable+xml"),
          ("/docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml"),
          (
            "/docProps/app.xml",
            "application/vnd.openxmlformats-officedocument.extended-properties+xml"
          ),
        ]
        parts += furniture.map {
          ("/word/\($0)", wordType + ($0.hasPrefix("header") ? "header+xml" : "footer+xml"))
        }
        for (name, type) in parts {
          xml.element("Override", ["PartName": name, "ContentType": type])
        }
      }
    }
  }

  static var packageRelations: [UInt8] {
    relationFile([
      ("rId1", links + "/officeDocument", "word/document.xml", false),
      (
        "rId2", packageLinks + "/metadata/core-properties", "docProps/core.xml", false
      ),
      ("rId3", links + "/extended-properties", "docProps/app.xml", false),
    ])
  }

  /// What the text refers to: `kind` is the last part of the relation's type.
  static func relations(_ all: [WordBody.Relation]) -> [UInt8] {
    relationFile(all.map { ($0.id, "\(links)/\($0.kind)", $0.target, $0.kind == "hyperlink") })
  }

  private static func relationFile(
    _ relations: [(id: String, type: String, target: String, isOutside: Bool)]
  ) -> [UInt8] {
    file { xml in
      xml.element("Relationships", ["xmlns": packageLinks]) {
        for relation in relations {
          xml.element(
            "Relationship",
            [
              "Id": relation.id, "Type": relation.type, "Target": relation.target,
              "TargetMode": relation.isOutside ? "External" : nil,
            ])
        }
      }
    }
  }

  static func core(_ document: WordDocument) -> [UInt8] {
    file { xml in
      xml.element(
        "cp:coreProperties",
        [
          "xmlns:cp": schemas + "package/2006/metadata/core-properties",
          "xmlns:dc": "http://purl.org/dc/elements/1.1/",
          "xmlns:dcterms": "http://purl.org/dc/terms/",
          "xmlns:xsi": "http://www.w3.org/2001/XMLSchema-instance",
        ]
      ) {
        func line(_ name: String, _ words: String) {
          if !words.isEmpty { xml.element(name) { xml.text(words) } }
        }
        line("dc:title", document.title)
        line("dc:subject", document.subject)
        line("cp:keywords", document.keywords.joined(separator: ", "))
        line("dc:language", document.language)
        line("cp:category", document.furniture.marking ?? "")
        for name in ["dcterms:created", "dcterms:modified"] {
          xml.element(name, ["xsi:type": "dcterms:W3CDTF"]) {
            xml.text(document.date + "T00:00:00Z")
          }
        }
      }
    }
  }

  static var app: [UInt8] {
    file { xml in
      let space = schemas + "officeDocument/2006/extended-properties"
      xml.element("Properties", ["xmlns": space]) {
        xml.element("Application") { xml.text("briefing") }
      }
    }
  }

  static var settings: [UInt8] {
    file { xml in
      xml.element("w:settings", ["xmlns:w": main]) {
        xml.element("w:zoom", ["w:percent": "100"])
        xml.element("w:defaultTabStop", ["w:val": "720"])
        xml.element("w:characterSpacingControl", ["w:val": "doNotCompress"])
        xml.element("w:compat") {
          xml.element(
            "w:compatSetting",
            [
              "w:name": "compatibilityMode", "w:uri": "http://schemas.microsoft.com/office/word",
              "w:val": "15",
            ])
        }
      }
    }
  }

  /// The faces, and what stands in for them where they are not installed.
  static var fonts: [UInt8] {
    let faces = [
      ("Inter", "Arial", "swiss"), ("Noto Serif", "Cambria", "roman"),
      ("Noto Naskh Arabic", "Times New Roman", "roman"),
    ]
    return file { xml in
      xml.element("w:fonts", ["xmlns:w": main]) {
        for (name, other, family) in faces {
          xml.element("w:font", ["w:name": name]) {
            xml.element("w:altName", ["w:val": other])
            xml.element("w:family", ["w:val": family])
            xml.element("w:pitch", ["w:val": "variable"])
          }
        }
      }
    }
  }

  // MARK: Styles

  static func styles(_ document: WordDocument) -> [UInt8] {
    file { xml in
      xml.element("w:styles", ["xmlns:w": main]) {
        defaults(xml, document.language)
        style(xml, "Normal", "Normal", isDefault: true) {}
        for level in 1...3 {
          style(xml, "Heading\(level)", "heading \(level)") {
            xml.element("w:pPr") {
              xml.element("w:keepNext")
              xml.element("w:outlineLvl", ["w:val": "\(level - 1)"])
            }
          }
        }
        style(xml, "Header", "header") {}
        style(xml, "Footer", "footer") {}
      }
    }
  }

  private static func defaults(_ xml: XMLWriter, _ language: String) {
    xml.element("w:docDefaults") {
      xml.element("w:rPrDefault") {
        xml.element("w:rPr") {
          let face = "Noto Serif"
          xml.element(
            "w:rFonts",
            ["w:ascii": face, "w:hAnsi": face, "w:eastAsia": face, "w:cs": "Noto Naskh Arabic"])
          xml.element("w:sz", ["w:val": "18"])
          xml.element("w:szCs", ["w:val": "18"])
          let isLatin = language.hasPrefix("en")
          xml.element(
            "w:lang",
            ["w:val": isLatin ? language : "en-GB", "w:bidi": isLatin ? "ar-SA" : language])
        }
      }
      xml.element("w:pPrDefault") {
        xml.element("w:pPr") {
          xml.element("w:spacing", ["w:before": "0", "w:after": "0"])
        }
      }
    }
  }

  private static func style(
    _ xml: XMLWriter, _ id: String, _ name: String, isDefault: Bool = false,
    _ properties: () -> Void
  ) {
    xml.element(
      "w:style", ["w:type": "paragraph", "w:default": isDefault ? "1" : nil, "w:styleId": id]
    ) {
      xml.element("w:name", ["w:val": name])
      if !isDefault {
        xml.element("w:basedOn", ["w:val": "Normal"])
        xml.element("w:next", ["w:val": "Normal"])
      }
      xml.element("w:qFormat")
      properties()
    }
  }
}
