import Chronology
import Diagnostics
import Prose
struct Entity { enum Kind { case state, demonym, capital, city, organisation, office, person, disputed, title }
  var kind: Kind; var code: String?; var range: Range<Int> }
struct Gazetteer: Sendable { static let builtIn = Gazetteer(); var shortNames: [String: String] = ["PAK": "Pakistan", "AZE": "Azerbaijan"]
  static let table: [WordKey: (Entity.Kind, String)] = {
    var r: [WordKey: (Entity.Kind, String)] = [:]
    for (w, k, c) in [("Pakistan", Entity.Kind.state, "PAK"), ("Azerbaijan", .state, "AZE"), ("Pakistani", .demonym, "PAK"), ("Azeri", .demonym, "AZE"), ("Azerbaijani", .demonym, "AZE"), ("Baku", .capital, "AZE"), ("Islamabad", .capital, "PAK"), ("Karachi", .city, "PAK"), ("Armenia", .state, "ARM"), ("Türkiye", .state, "TUR"), ("ECO", .organisation, "ECO"), ("OIC", .organisation, "OIC"), ("Turkey", .state, "TUR")] { r[WordKey(w)] = (k, c) }
    for w in ["Leghari", "Musharraf", "Aziz", "Zardari", "Hussain", "Sharif"] { r[WordKey(w)] = (.person, "PAK") }
    for w in ["Aliyev", "Aliyeva", "Mehriban"] { r[WordKey(w)] = (.person, "AZE") }
    return r
  }()
  func entities(_ tokens: [Token], of text: SourceText) -> [Entity] {
    tokens.indices.compactMap { i in
      if tokens[i].isCapitalised, let e = Self.table[tokens[i].key] { return Entity(kind: e.0, code: e.1, range: i..<(i+1)) }
      if tokens[i].isCapitalised, ["president", "minister"].contains(text.string(tokens[i].span).lowercased()) { return Entity(kind: .office, code: nil, range: i..<(i+1)) }
      return nil } } }
struct PersonFinder { mutating func find(_ tokens: [Token], of text: SourceText, entities: [Entity]) -> [Entity] { entities } }
struct DocumentHeader { var title = ""; var date: EDTF?; var author: String?; var publisher: String?; var voice: String?; var side: String?; var marking: String?; var parties: [String] = [] }
enum HeaderReader { static func read(_ d: Document) -> (DocumentHeader, [Diagnostic]) { (DocumentHeader(date: EDTF("2017-01-16"), side: "PAK", parties: ["PAK", "AZE"]), []) } }
enum SentenceSplitter { static func sentences(_ tokens: [Token], in text: SourceText) -> [Range<Int>] {
  var r: [Range<Int>] = []; var s = 0
  for i in tokens.indices where tokens[i].key == WordKey(".") && (i + 1 == tokens.count || tokens[i+1].isCapitalised) && !(i > 0 && tokens[i].start - tokens[i-1].start <= 1) { r.append(s..<(i+1)); s = i + 1 }
  if s < tokens.count { r.append(s..<tokens.count) }
  return r } }
struct ContestedTerms { static let builtIn = ContestedTerms(); var patterns: [TokenPattern] = [] }
enum Markup { static func tokens(of block: Block, in d: Document) -> [Token] { Tokenizer.tokens(of: d.text, in: block.span) } }
struct Units { static let builtIn = Units()
  func currency(at i: Int, _ t: [Token], _ end: Int) -> (String, Int)? { nil }
  func scale(at i: Int, _ t: [Token], _ end: Int) -> (Double, Int)? { nil }
  func countable(at i: Int, _ t: [Token], _ end: Int) -> (String, Int)? { nil } }
