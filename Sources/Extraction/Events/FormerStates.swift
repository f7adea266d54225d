import Chronology
import Prose

/// States that were called otherwise once: what is told of Yugoslavia in a text about Serbia is of one
/// party, and is printed under the name that it had.
struct FormerStates {
  /// The gone states that go on as one of the parties.
  private let states: [Former]
  /// Those that the text has named so far.
  private var named: Set<String> = []

  init(parties: [String]) {
    states = Self.all.filter { parties.contains($0.party) }
  }

  /// Takes the gone states among names for the party, and remembers that they were named.
  mutating func take(_ entities: inout [Entity]) {
    if states.isEmpty { return }
    for i in entities.indices {
      guard let former = states.first(where: { $0.code == entities[i].code }) else { continue }
      entities[i].code = former.party
      entities[i].former = former.code
      named.insert(former.code)
    }
  }

  /// The codes under which the sides of a deed stood at its time: the state that its sentence names;
  /// where it names none, the one of that time, if the text names it at all.
  func codes(_ codes: [String], of date: EDTF?, in sentence: ArraySlice<Entity>) -> [String] {
    if states.isEmpty || named.isEmpty { return codes }
    let year = date?.latest?.year
    var result: [String] = []
    for code in codes.map({ self.code(of: $0, in: year, sentence) }) where !result.contains(code) {
      result.append(code)
    }
    return result
  }

  private func code(of party: String, in year: Int?, _ sentence: ArraySlice<Entity>) -> String {
    let own = states.filter { $0.party == party && named.contains($0.code) }
    guard !own.isEmpty else { return party }
    let told = sentence.filter { $0.code == party && [.state, .demonym].contains($0.kind) }
    if let first = told.first, told.allSatisfy({ $0.former == first.former }) {
      guard let year, let former = own.first(where: { $0.code == first.former }) else {
        return first.former ?? party
      }
      return former.years.contains(year) ? former.code : party
    }
    guard let year else { return party }
    return own.first { $0.years.contains(year) && $0.years.upperBound > year }?.code ?? party
  }

  /// Gone states with those that go on in their place.
  static let successors = all.map { ($0.code, $0.party) }

  private typealias Former = (code: String, years: ClosedRange<Int>, party: String)

  private static let all: [Former] = Lexicon.builtIn.states.compactMap { state in
    state.years.flatMap { years in state.successor.map { (state.code, years, $0) } }
  }
}
