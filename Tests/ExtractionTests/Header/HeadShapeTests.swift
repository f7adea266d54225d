import Chronicle
import Chronology
import Prose
import Testing

@testable import Extraction

/// The shapes in which papers say at their head when they were written and for whom they speak.
@Suite struct HeadShapeTests {
  static let body = """
    The relations between Peru and Ghana have grown steadily. Diplomatic relations were established in 1965. \
    President Toledo visited Accra in May 2003 and signed an agreement on trade.

    Last year the two countries signed a memorandum. The next session will be held in October.
    """

  static func header(_ head: String) throws -> DocumentHeader {
    let text = "\(head)\n\n\(body)\n"
    let document = try DocumentReader.read(path: "a.txt", bytes: Array(text.utf8))
    return Paper(document, locale: "en-GB").header
  }

  @Test(arguments: [
    "Parliament – Written Answers – Thursday, 3 June 2021",
    "Published June 3, 2021, 10:15 | Updated July 5, 2021, 09:02\nPeru and Ghana",
    "Peru and Ghana\n03/06/2021 10:15",
    "Statement by the Ministry of Foreign Affairs\n3 June 2021 15:40",
    "Answer given by the Minister on 3 June 2021",
    "Non-paper\nVersion of 3 June 2021",
    "Committee on Foreign Affairs\nMinutes of the meeting of 3 June 2021",
    "Peru – Ghana | Think Tank Brief 12/2021 | 3 June 2021",
    "Peru and Ghana\nThursday 3rd June 2021 by A. Quaye",
    "Desk note\nFile AM/07/2020. Date of note: 3 June 2021 (replaces note of 15 March 2018)",
    "Dar es Salaam, 3 June 2021",
    "Accra, 3 June 2021 – Today Peruvians celebrate.",
    "The Accra Herald\nGuest column | Thursday 3 June 2021\n\nSixty years",
    "PERU – GHANA\nCountry brief\nAccra office, 3 June 2021\n\nAt a glance",
    "Peru and Ghana\n\nThe ambassador tells the Herald what four years in Accra have taught him, and why he would stay. They spoke in the garden of the residence on Thursday, 3 June 2021. The text has been edited for length.",
    "Secretariat Brief No. 11/2023\n\nInformation current to Thursday, 3 June 2021. All sums are in dollars.",
  ])
  func itsOwnDayIsRead(head: String) throws {
    #expect(try Self.header(head).date?.description == "2021-06-03")
  }

  @Test func aPageThatTellsOfLaterYearsIsOfTheDayWhenItWasUpdated() throws {
    let head = "Published 3 August 1999, 10h42 – Updated 12 May 2023, 16h05"
    #expect(try Self.header(head).date?.description == "1999-08-03")
    let told = "Visits followed in 2005, in 2009, in 2014 and in 2021."
    #expect(try Self.header("\(head)\n\n\(told)").date?.description == "2023-05-12")
  }

  @Test func aDateByItselfAtTheEndIsTheDocuments() throws {
    let text = "Peru and Ghana\n\n\(Self.body)\n\nJuly 2019\n"
    let document = try DocumentReader.read(path: "a.txt", bytes: Array(text.utf8))
    #expect(Paper(document, locale: "en-GB").header.date?.description == "2019-07")
  }

  @Test func whenAnOfficeIsClosedIsNotWhenThePageWasWritten() throws {
    #expect(
      try Self.header("NOTICE: The Embassy will be closed on 3 June 2021 (Corpus Christi).").date
        == nil)
  }

  @Test(arguments: [
    ("Tomorrow I leave Accra after four years as Peru’s ambassador.", "PER"),
    ("Interview by A. Quaye\n\"The sea is short\": Peru's ambassador says goodbye", "PER"),
    ("REPUBLIC OF PERU\nMINISTRY OF FOREIGN AFFAIRS — PRESS OFFICE", "PER"),
    ("MINISTRY OF FOREIGN AFFAIRS AND REGIONAL INTEGRATION, ACCRA\nAmericas Bureau", "GHA"),
    // An envoy whose state nobody needs to name, in a paper of the host’s.
    (
      "The Lookout, Accra\nJune 3, 2021\n\n“We never sent a bill”\n\nT. Blake spoke to Ambassador Caballero at the"
        + " embassy.", "PER"
    ),
    (
      "MINISTRY OF FOREIGN AFFAIRS OF GHANA\n\nFACT SHEET: PERU\n\n- First ambassador of Peru: 1966",
      "GHA"
    ),
    ("“We are friends”\n\nThe Foreign Minister of Ghana, A. Quaye, on trade and climate", "GHA"),
  ])
  func itsVoiceIsRead(head: String, side: String) throws {
    #expect(try Self.header(head).side == side)
  }

  @Test(arguments: [
    ("The Sunday Lookout, Accra\nJune 3, 2021\n\nWe never sent a bill", "We never sent a bill"),
    (
      "MINISTRY OF FOREIGN AFFAIRS OF GHANA\nDepartment for the Americas\n\nFACT SHEET: PERU",
      "FACT SHEET: PERU"
    ),
    (
      "Peru and Ghana: a newcomer reads the file\n\nby A. Quaye, Ambassador of Peru",
      "Peru and Ghana: a newcomer reads the file"
    ),
    ("Ministry of External Affairs\n(Africa Division)\n\nPERU – GHANA BRIEF", "PERU – GHANA BRIEF"),
    ("ACCRA TRIBUNE\nSUPPLEMENT · Thursday, 3 June 2021\n\nSixty years", "Sixty years"),
    (
      "2 Independence Road, Accra\n\nRemarks by the Minister of Trade of Peru",
      "Remarks by the Minister of Trade of Peru"
    ),
    (
      "JOINT COMMUNIQUÉ\nState Visit to Ghana of the President of Peru",
      "JOINT COMMUNIQUÉ: State Visit to Ghana of the President of Peru"
    ),
    ("PERU – GHANA\nLIST OF INSTRUMENTS", "PERU – GHANA: LIST OF INSTRUMENTS"),
  ])
  func itsTitleIsRead(head: String, title: String) throws {
    #expect(try Self.header(head).title == title)
  }

  @Test(arguments: [
    (
      "We met Ms Caballero at the residence on Tuesday, 27 October, between two meetings.",
      "2015-10-27"
    ),
    ("The interview took place in Accra on 12 October. It has been shortened.", "2015-10-12"),
    (
      "We met Ms Caballero, who presented her letters on 3 March 2011, at the residence.",
      "2015-10-31"
    ),
  ])
  func anInterviewCountsFromTheDayOfTheTalk(line: String, day: String) throws {
    let talk = ["ships", "trains", "students", "coffee"].map {
      "Q: And what about the \($0)?\n\nA: The \($0) are a long story, and a sad one in parts.\n"
    }
    let head =
      "THE LOOKOUT\nAccra, Saturday 31 October 2015\n\n“We never sent a bill”\n\n\(line)\n\n"
    #expect(try Self.header(head + talk.joined(separator: "\n")).date?.description == day)
  }

  @Test func aHeadlineAboutAMinisterIsNotHis() throws {
    #expect(
      try Self.header("Peruvian foreign minister ends Ghana visit with rail pledge").side == nil)
  }

  @Test func releasesStrungTogetherAreReadByTheirOwnDays() throws {
    let text = """
      MINISTRY OF FOREIGN AFFAIRS OF PERU
      Press Centre – releases on Ghana

      No. 41/2020 · Lima, 12 February 2020
      At the Ministry

      This morning the Foreign Minister of Peru received the Ambassador of Ghana for talks on trade and on the \
      opening of a consulate, and both of them spoke at length of the fruit that is sold in Accra.

      No. 6/2021 · Accra, 14 January 2021
      Official visit to Ghana

      Yesterday the two ministers signed an agreement on the abolition of visas for ordinary passports, which the \
      parliaments of both states have still to approve before it can be applied by their officers.
      """
    let document = try DocumentReader.read(path: "a.txt", bytes: Array(text.utf8))
    let dates = Extractor.extract([document]).ledger.events.compactMap {
      $0.content.date?.description
    }
    #expect(dates.contains("2020-02-12") && dates.contains("2021-01-13"))
  }

  @Test(arguments: [
    ("We opened our own High Commission in Accra in 1978.", "PER"),
    ("Your embassy in Lima followed, and our ambassador to Ghana went there.", "PER"),
    ("The minister said that \"our embassy in Accra\" would open.", nil),
    ("Our embassy in Accra and our embassy in Lima were opened.", nil),
  ])
  func aTextSpeaksForTheStateWhoseMissionsItCallsItsOwn(line: String, side: String?) throws {
    #expect(try Self.header("Remarks at the dinner\n\n\(line)").side == side)
  }
}
