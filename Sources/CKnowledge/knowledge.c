// The rules and word lists, embedded as they are: the program is one file and reads none to start.
// A new file needs two lines here.
#include "knowledge.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char lexicon_contested[] = {
#embed "lexicon/contested.tsv"
};
static const unsigned char lexicon_inflection[] = {
#embed "lexicon/inflection.tsv"
};
static const unsigned char lexicon_names[] = {
#embed "lexicon/names.tsv"
};
static const unsigned char lexicon_offices[] = {
#embed "lexicon/offices.tsv"
};
static const unsigned char lexicon_organisations[] = {
#embed "lexicon/organisations.tsv"
};
static const unsigned char lexicon_states[] = {
#embed "lexicon/states.tsv"
};
static const unsigned char lexicon_units[] = {
#embed "lexicon/units.tsv"
};

#define ENTRY(path, bytes) {path, bytes, sizeof bytes}

static const struct knowledge_file files[] = {
    ENTRY("lexicon/contested.tsv", lexicon_contested),
    ENTRY("lexicon/inflection.tsv", lexicon_inflection),
    ENTRY("lexicon/names.tsv", lexicon_names),
    ENTRY("lexicon/offices.tsv", lexicon_offices),
    ENTRY("lexicon/organisations.tsv", lexicon_organisations),
    ENTRY("lexicon/states.tsv", lexicon_states),
    ENTRY("lexicon/units.tsv", lexicon_units),
};

const struct knowledge_file *knowledge_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
