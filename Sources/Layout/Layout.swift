// Layout turns blocks into pages.
//
// In: blocks (paragraphs, tables, pictures, columns) with their styles, a page template, and a
// measurer of text. Out: pages of positioned marks with roles, links and destinations.
//
// A block breaks itself into strips, horizontal slices that are never divided; the composer stacks
// strips on pages, keeps together what asks for it, repeats table heads, and fills columns. The
// same blocks on another paper reflow: nothing is scaled. The room knows nothing of diplomacy.
