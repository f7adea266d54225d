// The rules and word lists, embedded as they are: the program is one file and reads none to start.
// A new file needs two lines here.
#include "knowledge.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char lexicon_inflection[] = {
#embed "lexicon/inflection.tsv"
};

#define ENTRY(path, bytes) {path, bytes, sizeof bytes}

static const struct knowledge_file files[] = {
    ENTRY("lexicon/inflection.tsv", lexicon_inflection),
};

const struct knowledge_file *knowledge_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
