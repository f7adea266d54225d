// Blocks of pages → a document for word processors (Office Open XML).
// Comes in: the blocks that the sections of a briefing are made of. Goes out: the bytes of a .docx.
