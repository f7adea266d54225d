import Chronicle
import Chronology

/// A ledger of one article, as a careful reader would make it: 56 events.
enum SampleLedger {
  /// id, date, proposed date, type, domain, status, actors, recipients, total, part of, line,
  /// headline.
  private static let table = """
    e01|1991-10/..||recognition|political|occurred|PAK|AZE|||17|Pakistan recognises Azerbaijan
    e02|1991-10||other|political|occurred|AZE||||17|Azerbaijan becomes independent
    e03|1992-06||establishment|political|occurred|AZE PAK||||17|Diplomatic relations established
    e04|1993-03||establishment|political|occurred|PAK|AZE|||17|Pakistan opens embassy in Baku
    e05|1997-08||establishment|political|occurred|AZE|PAK|||17|Azerbaijan opens mission in Islamabad
    e06|2017||commemoration|political|planned|AZE PAK||||17|25 years of relations to be celebrated
    e07|||support|political|ongoing|PAK|AZE|||19|Pakistan supports Azerbaijan
    e08|||support|political|ongoing|PAK|AZE|||19|Pakistan does not recognise Armenia
    e09|2012-02-01||resolution|political|occurred|PAK|AZE|||19|Senate committee adopts a resolution
    e10|||support|political|ongoing|AZE|PAK|||19|Azerbaijan supports Pakistan
    e11|2012||membership|political|ongoing|AZE|OIC|||19|Azerbaijan joins OIC contact group
    e12|||membership|political|occurred|PAK|OIC|||19|Pakistan joins OIC contact group
    e13|||support|political|ongoing|AZE PAK||||19|Mutual support for candidatures
    e14|1995-10||visit|political|occurred|PAK|AZE|||21|President Leghari visits Baku
    e15|1996-04||visit|political|occurred|AZE|PAK|||21|President Heydar Aliyev visits Pakistan
    e16|2004-07||visit|political|occurred|PAK|AZE|||21|President Musharraf visits Baku
    e17|2005-04||visit|political|occurred|AZE|PAK|||21|President Ilham Aliyev visits Islamabad
    e18|2005-05||visit|political|occurred|PAK|AZE|||21|Prime Minister Aziz visits Baku
    e19|2005-05||meeting|economy|occurred|ECO||||21|ECO holds its 9th session
    e20|2012-10||visit|political|occurred|PAK|AZE|||21|President Zardari visits Azerbaijan
    e21|2012-10||meeting|economy|occurred|ECO||||21|ECO holds its 12th summit in Baku
    e22|2015-03-11/2015-03-14||visit|political|occurred|PAK|AZE|||21|President Hussain visits Azerbaijan
    e23|2015-03-11/2015-03-14||declaration|political|occurred|AZE PAK|||e22|21|Strategic Partnership declaration signed
    e24|2015-03-11/2015-03-14||agreement|economy|occurred|AZE PAK|||e22|21|Agreement to establish joint ventures
    e25|2015-10||transport_link|transport|occurred|AZE PAK||||21|Direct Baku–Islamabad flight
    e26|2015-03-11/2015-03-14||scholarship|education|occurred|PAK|AZE||e22|21|Pakistan offers 50 IT scholarships
    e27|2015-03-11/2015-03-14||agreement|education|occurred|AZE PAK|||e22|21|FSA–ADA Cooperation Programme
    e28|2015-03-11/2015-03-14||agreement|economy|occurred|AZE PAK|||e22|21|MoU on a Joint Business Council
    e29|2015-03-11/2015-03-14||meeting|economy|occurred|AZE PAK|||e22|21|First Azerbaijan–Pakistan Business Forum
    e30|||award|political|occurred|PAK|AZE|||23|First Lady receives Hilal-e-Pakistan
    e31|||award|education|occurred|AZE|PAK|||23|President Hussain receives honorary doctorate
    e32|2015||training|defence|occurred|PAK|AZE|||27|Pakistan trains some 130 personnel
    e33|2015||training|defence|occurred|AZE|PAK|||27|Azerbaijan trains 36 Air Force officers
    e34|2016-01-21||meeting|political|occurred|AZE PAK||||27|PM Sharif meets President Aliyev, Davos
    e35|2016-01-21||statement|political|occurred|AZE PAK||||27|Statement of the two leaders, Davos
    e36|1993/..||training|education|ongoing|PAK|AZE|||29|Pakistan offers civil training courses
    e37|||training|education|occurred|PAK|AZE|||29|Civil officials trained in Pakistan
    e38|||training|education|occurred|AZE|PAK|||29|ADA offers courses to Pakistani students
    e39|||agreement|economy|occurred|AZE PAK||total||31|More than 30 agreements signed
    e40|2000-09/..||meeting|economy|occurred|AZE PAK||total||31|JMC holds five sessions
    e41|2000-09||establishment|economy|occurred|AZE PAK||||31|Joint Ministerial Commission formed
    e42|2106-04-26/2106-04-27|2016-04-26/2016-04-27|meeting|economy|occurred|AZE PAK||||31|Joint Commission holds 6th session
    e43|||aid|humanitarian|occurred|AZE|PAK|||37|Azerbaijan helps during calamities
    e44|||aid|humanitarian|ongoing|AZE|PAK|||37|Foundation undertakes projects
    e45|2005/..||construction|humanitarian|occurred|AZE|PAK|||37|Foundation builds a girls’ school
    e46|2010||aid|humanitarian|occurred|AZE|PAK|||37|Azerbaijan gives US$1m, floods
    e47|2011||aid|humanitarian|occurred|AZE|PAK|||37|Azerbaijan gives US$1m, floods
    e55|||support|political|occurred|AZE|PAK|||52|Azerbaijan supports candidatures
    e56|1992/1993||aid|humanitarian|occurred|PAK|AZE|||55|Pakistan gives US$1m
    e57|1993||transport_link|transport|occurred|PAK|AZE|||57|PIA starts Karachi–Baku flights
    e58|||support|political|occurred|PAK|AZE|||59|Pakistan supports Azerbaijan in the UN
    e64|||other|political|occurred|PAK|AZE|||67|Pakistan gives land for an embassy
    e65|||construction|political|occurred|AZE|PAK|||67|Azerbaijan builds its embassy complex
    e67|||support|political|occurred|PAK|AZE|||71|Pakistan supports candidatures
    e68|2017~||appointment|political|planned|PAK|AZE|||75|Ambassador Qaiser to end his mission
    e69|2014-01||appointment|political|occurred|PAK|AZE|||75|Ambassador Qaiser arrives in Baku
    """

  static let ledger: Ledger = {
    let events = table.split(separator: "\n").map { line in
      let f = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
      var content = Content()
      content.date = EDTF(f[1])
      content.proposedDate = EDTF(f[2]).map { ProposedDate(date: $0, reason: "misprinted year") }
      content.type = EventType(rawValue: f[3]) ?? .other
      content.domain = Domain(rawValue: f[4]) ?? .political
      content.status = Status(rawValue: f[5]) ?? .occurred
      content.actors = f[6].split(separator: " ").map(String.init)
      content.recipients = f[7].split(separator: " ").map(String.init)
      content.isAggregate = f[8] == "total"
      content.headline = f[11]
      return Event(
        id: f[0], content: content, partOf: f[9].isEmpty ? nil : f[9],
        mentions: [
          Mention(
            document: "S1", start: 0, end: 1, line: Int(f[10]) ?? 0, quote: f[11], dateText: nil,
            rules: [])
        ])
    }
    return Ledger(
      asOf: Day(year: 2017, month: 1, day: 16), parties: ["PAK", "AZE"],
      documents: [
        DocumentRecord(
          id: "S1", path: "article.txt", title: "Great prospects", date: EDTF("2017-01-16"),
          side: "PAK", voice: "Ambassador of Pakistan to Azerbaijan",
          sha256: String(repeating: "0", count: 64))
      ], events: events)
  }()
}
