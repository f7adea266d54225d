import Chronicle
import Chronology
import Diagnostics
import FoundationEssentials
import Prose
import Testing

@testable import Extraction

/// The documents of the corpus against their gold: a floor that no change may fall through.
@Suite struct CorpusTests {
  static func document(_ stem: String) throws -> Document {
    let path = Gold.document(stem)
    let bytes = try #require(FileManager.default.contents(atPath: path))
    return try DocumentReader.read(path: path, bytes: Array(bytes))
  }

  static func events(_ stem: String) throws -> [Event] {
    Extractor.extract([try document(stem)]).ledger.events
  }

  @Test func theSeedIsReadAlmostWhole() throws {
    let score = Score(try Self.events(Gold.stems[0]), against: try Gold.read(Gold.stems[0]))
    #expect(score.f1 >= 0.95, "precision \(score.precision), recall \(score.recall)")
  }

  @Test func theCorpusIsReadWell() throws {
    var total = Score()
    for stem in Gold.stems {
      total = total + Score(try Self.events(stem), against: try Gold.read(stem))
    }
    #expect(total.required == 487)
    #expect(total.f1 >= 0.80, "precision \(total.precision), recall \(total.recall)")
  }

  /// Documents on one relationship are read together, as a folder of seeds is.
  @Test func oneHappeningOfSeveralDocumentsIsOneEvent() throws {
    let clusters = try GoldClusters.read()
    let golds = try Gold.stems.map { try Gold.read($0) }
    var total: ClusterScore?
    for pair in Set(clusters.map(\.pair)).sorted() {
      let stems = golds.filter { $0.parties.joined(separator: "-") == pair }.map(\.doc)
      let ledger = Extractor.extract(try stems.map { try Self.document($0) }).ledger
      var known: [String: Gold] = [:]
      for record in ledger.documents {
        known[record.id] = golds.first { record.path.contains($0.doc) }
      }
      let score = ClusterScore(
        ledger, golds: known, clusters: clusters.filter { $0.pair == pair })
      total = total.map { $0 + score } ?? score
    }
    let score = try #require(total)
    #expect(score.required == 474)
    #expect(score.f1 >= 0.80, "right \(score.right) of \(score.found), required \(score.required)")
  }

  @Test func everyQuoteStandsInItsDocument() throws {
    for stem in Gold.stems where !stem.hasPrefix("d02") {
      let path = Gold.document(stem)
      let bytes = try #require(FileManager.default.contents(atPath: path))
      let text = Array(String(decoding: bytes, as: UTF8.self).unicodeScalars)
      for event in try Self.events(stem) {
        for mention in event.mentions {
          let quote = String(String.UnicodeScalarView(text[mention.start..<mention.end]))
          #expect(quote == mention.quote)
        }
      }
    }
  }

  @Test func headlinesAreShort() throws {
    for stem in Gold.stems {
      for event in try Self.events(stem) {
        #expect(event.content.headline.count <= 48, "\(event.content.headline)")
        #expect(!event.content.headline.isEmpty)
      }
    }
  }

  @Test func idsAreUniqueAndIndependentOfPlace() throws {
    let path = Gold.document("d01-oped")
    let bytes = Array(try #require(FileManager.default.contents(atPath: path)))
    let here = Extractor.extract([try DocumentReader.read(path: "a.txt", bytes: bytes)])
    let there = Extractor.extract([try DocumentReader.read(path: "b/c.txt", bytes: bytes)])
    #expect(here.ledger.events.map(\.id) == there.ledger.events.map(\.id))
    #expect(Set(here.ledger.events.map(\.id)).count == here.ledger.events.count)
  }
}

/// Nothing that has a date is dropped in silence.
@Suite struct AccountTests {
  @Test func everyDateIsInAnEventOrInANote() throws {
    for stem in Gold.stems {
      let document = try CorpusTests.document(stem)
      let extract = Extractor.extract([document])
      let header = HeaderReader().read(document).header
      var reader = DateReader(.init(reference: header.date?.latest))
      var lost: [String] = []
      for block in document.blocks where !block.isFurniture {
        let isHeading = block.headingLevel != nil
        let tokens = document.tokens(of: block)
        for date in reader.read(tokens, of: document.text, isHeading: isHeading) where !isHeading {
          let start = document.text.scalarOffset(of: date.span.start)
          let end = document.text.scalarOffset(of: date.span.end)
          let isTold = extract.ledger.events.contains { event in
            event.mentions.contains { $0.start <= start && end <= $0.end }
          }
          let isNoted = extract.diagnostics.contains { note in
            note.place.map { $0.span.overlaps(date.span) } ?? false
          }
          let isOpening = extract.ledger.openings.contains {
            $0.mention.start <= start && end <= $0.mention.end
          }
          if !isTold && !isNoted && !isOpening { lost.append(document.text.string(date.span)) }
        }
      }
      #expect(lost == [], "\(stem)")
    }
  }
}
