/// The words that one side uses and the other refuses, for those who print sentences.
public enum ContestedWords {
  /// In the order of the lexicon; names of places are no part of it.
  public static let all: [String] = ContestedTerms.builtIn.terms.filter { !$0.isPlace }.map(\.term)
}
