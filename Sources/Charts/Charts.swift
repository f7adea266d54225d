// Charts: a spec with its data goes in; a frame of positioned marks comes out.
//
// A chart is a spec (what stands in which lane, row or column, and which mark shows it), scales that
// turn data into positions, and marks at those positions; axes, legends and captions are marks too.
// Text is measured by whoever draws it later, so nothing here knows a font file, a page or a screen;
// and nothing here knows what the lanes mean. Every layout is a function of its spec: ties break on
// ids, never on chance.
