// Analytics: a ledger goes in; tables of counts come out.
//
// Every event of the ledger stands in exactly one column (``Column``): it is counted, or it is kept
// out of the counts for one named reason. A ``Tally`` holds the columns by domain and year; counts
// and columns together equal the events of the ledger. ``Salience`` says which events are named
// first where only some fit. Nothing here reads prose, draws, or knows today's date.
