import Prose

/// Words that one side uses and the other refuses: never the tool's own.
enum Contested {
  static func isContested(_ reading: BlockReading, _ clause: Range<Int>) -> Bool {
    clause.contains { token in
      reading.has(.contested, at: token)
        && ContestedTerms.builtIn.patterns(at: reading.tokens[token].key).contains {
          reading.match($0, at: token, before: clause.upperBound) != nil
        }
    }
  }
}
