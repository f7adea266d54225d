import ArgumentParser
import Chronicle
import Diagnostics
import Extraction
import FoundationEssentials
import Prose
struct Dev: ParsableCommand {
  @Argument var path: String
  func run() throws {
    let text = SourceText(path: path, bytes: Array(FileManager.default.contents(atPath: path)!))
    var blocks: [Block] = []
    for i in text.lineStarts.indices { let l = text.line(i); let s = text.string(l); if !s.isEmpty {
      if s.count > 3, s.dropFirst().hasPrefix(". ") { blocks.append(Block(.listItem(marker: String(s.prefix(2))), Span(l.start + 3, l.end))) } else { blocks.append(Block(.paragraph, l)) } } }
    let d = Document(format: .text, text: text, sha256: "", fields: [], blocks: blocks, diagnostics: [])
    let e = Extractor.extract([d])
    print(String(decoding: LedgerJSON.write(e.ledger), as: UTF8.self))
  }
}
