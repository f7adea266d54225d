// Chronology: days of the calendar, and the dates that people write.
//
// In: the text of a date in EDTF, the Extended Date/Time Format of ISO 8601-2, levels 0 to 2.
// Out: an ``EDTF`` with its exact bounds, its precision, its place in a chronology and its words.
//
//     if let date = EDTF("1984~/2004-06") {
//       date.earliest   // 1984-01-01
//       date.latest     // 2004-06-30
//       date.precision  // .year
//       date.reach()    // 1983-01-01 … 2004-06-30, "~" counted as a year
//       date.words()    // "c. 1984 – June 2004"
//     }
//
// ``Day`` is the proleptic Gregorian calendar with astronomical years: the year 0 is 1 BC. Nothing
// here knows a clock, a time zone, the environment or any prose; nothing needs Foundation.
