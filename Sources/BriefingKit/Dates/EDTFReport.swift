public import Chronicle
public import Chronology

/// What there is to say about the text of an EDTF date, for people and for other programs.
public enum EDTFReport {
  /// `{"edtf","valid":true,"earliest","latest","reach":[first,last],"precision","words"}`, or
  /// `{"edtf","valid":false}`. Null stands for an open or unknown end.
  public static func json(
    _ text: String, locale: String, allowing extensions: EDTF.Extensions = .all
  ) -> JSON {
    guard let date = EDTF(text, allowing: extensions) else {
      return ["edtf": .string(text), "valid": false]
    }
    let reach = date.reach()
    return [
      "edtf": .string(text), "valid": true,
      "earliest": JSON(date.earliest?.description), "latest": JSON(date.latest?.description),
      "reach": [JSON(reach.first?.description), JSON(reach.last?.description)],
      "precision": .string("\(date.precision)"),
      "words": .string(date.words(Wording(locale: locale))),
    ]
  }

  /// One line for each text: the text, its first and last day, its words.
  public static func table(
    _ texts: [String], locale: String, allowing extensions: EDTF.Extensions = .all
  ) -> String {
    let rows = texts.map { text in
      guard let date = EDTF(text, allowing: extensions) else { return [text, "no EDTF", "", ""] }
      return [
        text, date.earliest?.description ?? "open", date.latest?.description ?? "open",
        date.words(Wording(locale: locale)),
      ]
    }
    return TextTable.lines([["EDTF", "FIRST DAY", "LAST DAY", "WORDS"]] + rows)
  }
}
