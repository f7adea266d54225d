import ArgumentParser
import Chronicle
import Diagnostics
import Extraction
import FoundationEssentials
import Prose
struct Dev: ParsableCommand {
  @Argument var path: String
  func run() throws {
    let d = try DocumentReader.read(path: path, bytes: Array(FileManager.default.contents(atPath: path)!))
    let e = Extractor.extract([d])
    print(String(decoding: LedgerJSON.write(e.ledger), as: UTF8.self))
  }
}
