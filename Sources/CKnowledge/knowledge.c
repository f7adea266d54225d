// The rules and word lists, embedded as they are: the program is one file and reads none to start.
// A new file needs two lines here.
#include "knowledge.h"

#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char language_en_gb_charts[] = {
#embed "language/en-GB/charts.tsv"
};
static const unsigned char language_en_gb_pages[] = {
#embed "language/en-GB/pages.tsv"
};
static const unsigned char language_en_gb_words[] = {
#embed "language/en-GB/words.tsv"
};
static const unsigned char language_en_us_words[] = {
#embed "language/en-US/words.tsv"
};
static const unsigned char language_ur_charts[] = {
#embed "language/ur/charts.tsv"
};
static const unsigned char language_ur_pages[] = {
#embed "language/ur/pages.tsv"
};
static const unsigned char language_ur_words[] = {
#embed "language/ur/words.tsv"
};
static const unsigned char lexicon_contested[] = {
#embed "lexicon/contested.tsv"
};
static const unsigned char lexicon_deeds[] = {
#embed "lexicon/deeds.tsv"
};
static const unsigned char lexicon_domains[] = {
#embed "lexicon/domains.tsv"
};
static const unsigned char lexicon_header[] = {
#embed "lexicon/header.tsv"
};
static const unsigned char lexicon_independence[] = {
#embed "lexicon/independence.tsv"
};
static const unsigned char lexicon_inflection[] = {
#embed "lexicon/inflection.tsv"
};
static const unsigned char lexicon_markings[] = {
#embed "lexicon/markings.tsv"
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
static const unsigned char lexicon_people[] = {
#embed "lexicon/people.tsv"
};
static const unsigned char lexicon_states[] = {
#embed "lexicon/states.tsv"
};
static const unsigned char lexicon_time[] = {
#embed "lexicon/time.tsv"
};
static const unsigned char lexicon_units[] = {
#embed "lexicon/units.tsv"
};
static const unsigned char lexicon_verbs[] = {
#embed "lexicon/verbs.tsv"
};
static const unsigned char rules_aggregates[] = {
#embed "rules/aggregates.rules"
};
static const unsigned char rules_aid[] = {
#embed "rules/aid.rules"
};
static const unsigned char rules_agreements[] = {
#embed "rules/agreements.rules"
};
static const unsigned char rules_business[] = {
#embed "rules/business.rules"
};
static const unsigned char rules_happenings[] = {
#embed "rules/happenings.rules"
};
static const unsigned char rules_learning[] = {
#embed "rules/learning.rules"
};
static const unsigned char rules_meetings[] = {
#embed "rules/meetings.rules"
};
static const unsigned char rules_openings[] = {
#embed "rules/openings.rules"
};
static const unsigned char rules_positions[] = {
#embed "rules/positions.rules"
};
static const unsigned char rules_refusal[] = {
#embed "rules/refusal.rules"
};
static const unsigned char rules_reports[] = {
#embed "rules/reports.rules"
};
static const unsigned char rules_status[] = {
#embed "rules/status.rules"
};
static const unsigned char rules_time_archive[] = {
#embed "rules/time/archive.rules"
};
static const unsigned char rules_time_calendars[] = {
#embed "rules/time/calendars.rules"
};
static const unsigned char rules_time_catalogue[] = {
#embed "rules/time/catalogue.rules"
};
static const unsigned char rules_time_compose[] = {
#embed "rules/time/compose.rules"
};
static const unsigned char rules_time_days[] = {
#embed "rules/time/days.rules"
};
static const unsigned char rules_time_narrative[] = {
#embed "rules/time/narrative.rules"
};
static const unsigned char rules_time_nothing[] = {
#embed "rules/time/nothing.rules"
};
static const unsigned char rules_time_numbers[] = {
#embed "rules/time/numbers.rules"
};
static const unsigned char rules_time_occasions[] = {
#embed "rules/time/occasions.rules"
};
static const unsigned char rules_time_periods[] = {
#embed "rules/time/periods.rules"
};
static const unsigned char rules_time_ranges[] = {
#embed "rules/time/ranges.rules"
};
static const unsigned char rules_time_relative[] = {
#embed "rules/time/relative.rules"
};
static const unsigned char rules_visits[] = {
#embed "rules/visits.rules"
};
static const unsigned char rules_works[] = {
#embed "rules/works.rules"
};

#define ENTRY(path, bytes) {path, bytes, sizeof bytes}

static const struct knowledge_file files[] = {
    ENTRY("language/en-GB/charts.tsv", language_en_gb_charts),
    ENTRY("language/en-GB/pages.tsv", language_en_gb_pages),
    ENTRY("language/en-GB/words.tsv", language_en_gb_words),
    ENTRY("language/en-US/words.tsv", language_en_us_words),
    ENTRY("language/ur/charts.tsv", language_ur_charts),
    ENTRY("language/ur/pages.tsv", language_ur_pages),
    ENTRY("language/ur/words.tsv", language_ur_words),
    ENTRY("lexicon/contested.tsv", lexicon_contested),
    ENTRY("lexicon/deeds.tsv", lexicon_deeds),
    ENTRY("lexicon/domains.tsv", lexicon_domains),
    ENTRY("lexicon/header.tsv", lexicon_header),
    ENTRY("lexicon/independence.tsv", lexicon_independence),
    ENTRY("lexicon/inflection.tsv", lexicon_inflection),
    ENTRY("lexicon/markings.tsv", lexicon_markings),
    ENTRY("lexicon/names.tsv", lexicon_names),
    ENTRY("lexicon/offices.tsv", lexicon_offices),
    ENTRY("lexicon/organisations.tsv", lexicon_organisations),
    ENTRY("lexicon/people.tsv", lexicon_people),
    ENTRY("lexicon/states.tsv", lexicon_states),
    ENTRY("lexicon/time.tsv", lexicon_time),
    ENTRY("lexicon/units.tsv", lexicon_units),
    ENTRY("lexicon/verbs.tsv", lexicon_verbs),
    ENTRY("rules/aggregates.rules", rules_aggregates),
    ENTRY("rules/aid.rules", rules_aid),
    ENTRY("rules/agreements.rules", rules_agreements),
    ENTRY("rules/business.rules", rules_business),
    ENTRY("rules/happenings.rules", rules_happenings),
    ENTRY("rules/learning.rules", rules_learning),
    ENTRY("rules/meetings.rules", rules_meetings),
    ENTRY("rules/openings.rules", rules_openings),
    ENTRY("rules/positions.rules", rules_positions),
    ENTRY("rules/refusal.rules", rules_refusal),
    ENTRY("rules/reports.rules", rules_reports),
    ENTRY("rules/status.rules", rules_status),
    ENTRY("rules/time/archive.rules", rules_time_archive),
    ENTRY("rules/time/calendars.rules", rules_time_calendars),
    ENTRY("rules/time/catalogue.rules", rules_time_catalogue),
    ENTRY("rules/time/compose.rules", rules_time_compose),
    ENTRY("rules/time/days.rules", rules_time_days),
    ENTRY("rules/time/narrative.rules", rules_time_narrative),
    ENTRY("rules/time/nothing.rules", rules_time_nothing),
    ENTRY("rules/time/numbers.rules", rules_time_numbers),
    ENTRY("rules/time/occasions.rules", rules_time_occasions),
    ENTRY("rules/time/periods.rules", rules_time_periods),
    ENTRY("rules/time/ranges.rules", rules_time_ranges),
    ENTRY("rules/time/relative.rules", rules_time_relative),
    ENTRY("rules/visits.rules", rules_visits),
    ENTRY("rules/works.rules", rules_works),
};

const struct knowledge_file *knowledge_files(size_t *count) {
  *count = sizeof files / sizeof files[0];
  return files;
}
