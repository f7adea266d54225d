#ifndef KNOWLEDGE_H
#define KNOWLEDGE_H

#include <stddef.h>

/// A rule file or word list that is part of the program.
struct knowledge_file {
  /// "rules/time.rules", "lexicon/states.tsv"
  const char *_Nonnull name;
  const unsigned char *_Nonnull bytes;
  size_t length;
};

/// All of them, sorted by name; sets `count`.
const struct knowledge_file *_Nonnull knowledge_files(size_t *_Nonnull count);

#endif
