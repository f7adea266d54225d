// Charts: a declaration with its tables goes in; a frame of positioned marks comes out.
//
// `Grammar`: a `Plot` has columns and rows (`Track`), each with a scale, and layers (`Mark`): a table whose
// rows are bound to channels (`Datum`), and the geometry that draws them (`Form`). A scale's domain
// comes from all channels bound to it. Axes, keys and brackets are marks. Facets are rows whose steps
// have one length.
// `Timeline`: lanes of events whose marks say how exactly a date is known; places every label on its
// mark's own row, or strips of blocks where there are too many.
// `Look`: themes, sizes, symbols, captions, legends.
//
// Text is measured by whoever draws it later, so nothing here knows a font file, a page or a screen;
// and nothing here knows what the lanes mean. Every layout is a function of its spec: ties break on
// ids, never on chance.
