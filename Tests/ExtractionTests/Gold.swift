import FoundationEssentials

/// The hand-made gold of the corpus.
struct Gold: Decodable {
  struct Event: Decodable {
    var id: String
    var quote: String
    var date: String?
    var dateAlternatives: [String]?
    var dateText: String?
    var type: String
    var typeAlternatives: [String]?
    var domain: String
    var status: String
    var actors: [String]
    var recipients: [String]
    var sameAs: String?
    var optional: Bool?
    var flags: [String]?
  }

  var doc: String
  var title: String
  var documentDate: String?
  var parties: [String]
  var events: [Event]

  /// The folder of the corpus and the folder of the seed.
  static let root = #filePath.split(separator: "/", omittingEmptySubsequences: false).dropLast(3)
    .joined(separator: "/")

  static let stems = [
    "000_a28c050dff78a3a9", "d01-oped", "d02-embassy-history", "d03-communique", "d04-wire",
    "d05-chronology", "d06-interview", "d07-speech", "d08-agreements", "d09-parliament-brief",
    "d10-aid-report", "d11-note",
  ]

  static func read(_ stem: String) throws -> Gold {
    let path = "\(root)/Tests/Corpus/\(stem).gold.json"
    guard let data = FileManager.default.contents(atPath: path) else {
      throw CocoaError(.fileNoSuchFile)
    }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Gold.self, from: data)
  }

  /// The path of the document itself.
  static func document(_ stem: String) -> String {
    if stem.hasPrefix("000") { return "\(root)/seeds/\(stem).txt" }
    for ending in ["html", "md", "txt"] {
      let path = "\(root)/Tests/Corpus/\(stem).\(ending)"
      if FileManager.default.fileExists(atPath: path) { return path }
    }
    return "\(root)/Tests/Corpus/\(stem).txt"
  }
}
