/// The short names of states, for sentences of the tool's own.
public enum StateNames {
  /// By alpha-3 code.
  public static let short: [String: String] = {
    var result: [String: String] = [:]
    for state in Lexicon.builtIn.states { result[state.code] = state.names.first }
    return result
  }()
}
