import Diagnostics
import Prose
import Testing

@testable import Extraction

@Suite struct PersonFinderTests {
  /// "name/role/side" of the people found, block by block.
  func people(_ blocks: String..., parties: [String] = []) -> [String] {
    var finder = PersonFinder(parties: parties)
    return blocks.flatMap { block -> [String] in
      let text = SourceText(path: "x", text: block)
      let tokens = Tokenizer.tokens(of: text.bytes)
      let entities = Gazetteer.builtIn.entities(tokens, of: text)
      return finder.find(tokens, of: text, entities: entities).filter { $0.kind == .person }.map {
        "\($0.name)/\($0.role)/\($0.code ?? "-")"
      }
    }
  }

  @Test(arguments: [
    ("President Sardar Farooq Ahmad Leghari visited", "Sardar Farooq Ahmad Leghari/President/PAK"),
    (
      "H.E. Mr Sauli Niinistö, President of the Republic of Finland, paid",
      "Sauli Niinistö/President/FIN"
    ),
    (
      "H.E. Dr Hage G. Geingob, President of the Republic of Namibia",
      "Hage G. Geingob/President/NAM"
    ),
    ("Pakistani Prime Minister Shehbaz Sharif left", "Shehbaz Sharif/Prime Minister/PAK"),
    ("the President of Azerbaijan Ilham Aliyev", "Ilham Aliyev/President/AZE"),
    ("Pakistan former President General Pervez Musharraf", "Pervez Musharraf/President/PAK"),
    (
      "Ruritania’s envoy met Finland’s Foreign Minister Aino Virta there",
      "Aino Virta/Foreign Minister/FIN"
    ),
    (
      "Jane Q. Public, the former Foreign Minister of Canada, spoke",
      "Jane Q. Public/Foreign Minister/CAN"
    ),
    ("Mr. Khalid Usman Qaiser arrived", "Khalid Usman Qaiser//-"),
    ("Prime Minister Tun Mahathir bin Mohamad", "Mahathir bin Mohamad/Prime Minister/MYS"),
    ("UN Secretary-General Ban Ki-moon", "Ban Ki-moon/Secretary-General/UN"),
    ("Crown Prince Mohammed bin Salman", "Mohammed bin Salman/Crown Prince/SAU"),
    ("Farooq Leghari came to Baku", "Farooq Leghari//PAK"),
    ("Foreign Minister Kono", "Kono/Foreign Minister/JPN"),
  ])
  func finds(_ sentence: String, _ expected: String) {
    #expect(people(sentence) == [expected])
  }

  @Test(arguments: [
    "The President of Pakistan visited Baku", "the Prime Minister and the Foreign Minister",
    "Monday was a holiday", "The President on Tuesday", "Joint Ministerial Commission",
    "the Speaker of the National Assembly", "Minister for Development Cooperation",
  ])
  func refuses(_ sentence: String) { #expect(people(sentence) == []) }

  @Test func aSurnameMeansTheOneNamedBefore() {
    #expect(
      people("Finnish President Oili Koskinen came.", "Koskinen left on Monday.") == [
        "Oili Koskinen/President/FIN", "Oili Koskinen/President/FIN",
      ])
  }

  @Test func aStrangersSurnameIsNobody() {
    #expect(people("Koskinen left on Monday.") == [])
  }

  @Test func bareSurnamesOfPartiesLeadersSuffice() {
    #expect(
      people("Leghari (10/95), H. Aliyev (4/96)", parties: ["PAK", "AZE"]) == [
        "Leghari//PAK", "H. Aliyev//AZE",
      ])
    #expect(people("Leghari (10/95)", parties: ["FIN", "NAM"]) == [])
  }

  @Test func leadersTableLoads() {
    #expect(People.builtIn.diagnostics.isEmpty)
    #expect(People.builtIn.count > 1300)
    let codes = Set(Lexicon.builtIn.states.map(\.code))
    let unknown = Knowledge.file("lexicon/people.tsv").map { file in
      LexiconTable(file, columns: ["code", "names"], required: []).rows.map { $0.value("code") }
        .filter { !codes.contains($0) && !Lexicon.builtIn.isOrganisation($0) }
    }
    #expect(unknown == [])
  }
}
