/* SPDX-License-Identifier: MIT
 * tally.h: the state of a tally: what a set of events says, independent of their order.
 *
 * Holds integers only: counts by day, kind and attributes (cells), and per entity the cases:
 * for each id the first time of each kind and the attributes of the event that gives them.
 * Everything is a sum, a minimum or a union, so adding and merging commute: any split of the
 * events over tallies, merged in any order, packs to the same bytes. Who uses it: the
 * binding, KPI plans (tally_run.h). Memory: cells 48 bytes by day × kind × attributes; cases
 * 72 bytes an id, 20 to 33 for finding it, and its own bytes. What grows is capped by max_cases,
 * max_words, max_cells, max_spans and max_unknown of the limits.
 */
#ifndef IPR_TALLY_H
#define IPR_TALLY_H

#include "event.h"

typedef struct ipr_tally ipr_tally;

typedef struct ipr_tally_options {
    bool no_cases;  /* count events only: no ids are kept */
    bool sketches;  /* keep sketches of distinct parties by month and kind: 4 KB each */
    int32_t offset; /* seconds east of UTC at which days are cut */
} ipr_tally_options;

/* NULL if memory is short. */
ipr_tally *ipr_tally_new(ipr_env *env, const ipr_tally_options *options);
void ipr_tally_free(ipr_tally *t);

/* Adds one event. IPR_ENOMEM, IPR_ELIMIT (names it); the event is then counted in part. An id
 * that is too long makes the row a troubled one (bad_id). */
ipr_status ipr_tally_add(ipr_tally *t, const ipr_event *e, ipr_err *err);
/* Counts a row that could not be used; `text` is the kind's name for unknown kinds. */
ipr_status ipr_tally_trouble(ipr_tally *t, ipr_trouble trouble, ipr_str text);
/* Notes that a file had a column that is not ours. */
ipr_status ipr_tally_column(ipr_tally *t, ipr_str name);

/* Adds all that `from` holds. Both must have the same options (IPR_EVALUE). */
ipr_status ipr_tally_merge(ipr_tally *t, const ipr_tally *from, ipr_err *err);

/* Appends the packed state. Equal sets of events give equal bytes. */
ipr_status ipr_tally_pack(const ipr_tally *t, ipr_buf *b, ipr_err *err);
/* A new tally from packed bytes; IPR_EVERSION if they are damaged or of another version. */
ipr_status ipr_tally_unpack(ipr_env *env, ipr_str s, ipr_tally **out, ipr_err *err);

ipr_tally_options ipr_tally_made_with(const ipr_tally *t);
/* Bytes of memory held. */
size_t ipr_tally_bytes(const ipr_tally *t);

#endif
