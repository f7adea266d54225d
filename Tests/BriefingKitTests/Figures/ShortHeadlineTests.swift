import Testing

@testable import BriefingKit

@Suite struct ShortHeadlines {
  @Test(arguments: [
    ("Embassy opens", []),
    ("Prime Minister Aho meets President Geingob", ["PM Aho meets Pres. Geingob"]),
    ("Namibia opens its mission in Helsinki", ["Namibia opens its mission"]),
    ("Finland gives assistance to Namibia", []),
    ("A school in Oulu", []),
  ])
  func aShorterFormSaysLessAndNothingElse(headline: String, forms: [String]) {
    #expect(ShortHeadline.forms(headline) == forms)
  }
}
