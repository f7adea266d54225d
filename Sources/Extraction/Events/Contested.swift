import Prose

/// Words that one side uses and the other refuses: never the tool's own.
enum Contested {
  static func isContested(_ reading: BlockReading, _ clause: Range<Int>) -> Bool {
    ContestedTerms.builtIn.patterns.contains { reading.find($0, in: clause) != nil }
  }
}
