/* SPDX-License-Identifier: MIT
 * tally_state.h: the inside of a tally, shared by the files that add, pack and evaluate.
 *
 * Times are kept as seconds since 1970 plus 1, so that 0 means "did not happen"; references
 * to texts as their number plus 1, 0 for none. Nobody else includes this header.
 */
#ifndef IPR_TALLY_STATE_H
#define IPR_TALLY_STATE_H

#include "names.h"
#include "estimate.h"
#include "tally.h"

#define IPR_CODES_MASK 0xFFFFFFu

/* The sum of two figures. It ends at IPR_SUM_FULL, which says that it is too large to be known;
 * as events only hold numbers from 0 on, it is the same whatever the order they are added in. */
static inline int64_t ipr_plus(int64_t a, int64_t b)
{
    int64_t sum;
    bool full = a == IPR_SUM_FULL || b == IPR_SUM_FULL || __builtin_add_overflow(a, b, &sum);
    return full ? IPR_SUM_FULL : sum;
}

/* What the event that speaks for a case says: the highest rank, then the first, then the
 * smallest by bytes. */
typedef struct ipr_attrs {
    int64_t amount;
    uint32_t count;
    uint32_t at; /* time + 1 of that event */
    uint32_t party, parent, place;
    uint32_t codes : 24; /* see IPR_CODE_LIST */
    uint32_t rank : 8;   /* 0: none yet */
} ipr_attrs;

typedef struct ipr_case {
    uint32_t t[IPR_STEPS]; /* first time + 1 of each kind */
    ipr_attrs attrs;
    uint32_t same; /* of a listing: further sales at the very time of the first */
} ipr_case;

typedef struct ipr_cases {
    ipr_names ids;
    ipr_case **chunks; /* of IPR_CHUNK cases each, by number of the id; never moved */
    size_t chunk_count, cap;
} ipr_cases;

#define IPR_CHUNK 1024

static inline ipr_case *ipr_case_at(const ipr_cases *cases, size_t i)
{
    return &cases->chunks[i / IPR_CHUNK][i % IPR_CHUNK];
}

typedef struct ipr_cell_key {
    uint32_t day;
    uint32_t kind; /* times two, plus 1 for rows without an id */
    uint32_t codes;
    uint32_t place;
} ipr_cell_key;

typedef struct ipr_cell {
    ipr_cell_key key;
    int64_t rows, count, amount; /* each by ipr_plus */
} ipr_cell;

typedef struct ipr_span {
    int64_t from, until; /* seconds, half-open */
} ipr_span;

typedef struct ipr_spans {
    ipr_span *v; /* sorted, disjoint and not touching */
    size_t n, cap;
} ipr_spans;

/* Texts with a number each. Beyond twice max_unknown all but the first max_unknown by name are
 * forgotten; those are the same, with all that was added to them, whatever the order. */
typedef struct ipr_counted {
    ipr_names names;
    uint64_t *n;
    size_t cap;
} ipr_counted;

/* The parties of a month's events of a kind. */
typedef struct ipr_distinct {
    uint32_t month; /* year × 12 + month from 0 */
    uint32_t kind;
    ipr_hll hll;
} ipr_distinct;

struct ipr_tally {
    ipr_env *env;
    ipr_tally_options options;
    ipr_names words; /* parties, parents, regions, currencies */
    ipr_cases cases[IPR_ENTITY_COUNT];
    size_t case_count;
    ipr_cell *cells;
    size_t cell_count, cell_cap;
    uint32_t *cell_slots; /* cell number + 1 */
    size_t slot_count;
    uint32_t last_cell;     /* the cell used last, + 1 */
    ipr_distinct *distinct; /* sorted by month and kind; empty without sketches */
    size_t distinct_count, distinct_cap;
    ipr_spans coverage[IPR_KIND_COUNT + 1]; /* the last one: of every kind */
    uint64_t with_id[IPR_KIND_COUNT];       /* rows that have an id */
    uint64_t trouble[IPR_TROUBLE_COUNT];
    uint64_t odd_values;
    ipr_counted kinds;   /* unknown kinds */
    ipr_counted columns; /* unknown columns; their numbers are 1 */
    int64_t first, last; /* of all times; first > last: none */
};

ipr_str ipr_tally_word(const ipr_tally *t, uint32_t ref);
/* The reference of a text, 0 for none. IPR_ENOMEM, IPR_ELIMIT (max_words). */
ipr_status ipr_tally_put_word(ipr_tally *t, ipr_str s, uint32_t *ref, ipr_err *err);
/* The case of an id, made if needed. */
ipr_status ipr_tally_case(ipr_tally *t, ipr_entity e, ipr_str id, ipr_case **out, ipr_err *err);
/* Folds a case of an entity, or attributes, of this tally's references into one. */
void ipr_case_fold(const ipr_tally *t, ipr_entity e, ipr_case *into, const ipr_case *from);
void ipr_attrs_fold(const ipr_tally *t, ipr_attrs *into, const ipr_attrs *from);
/* Adds to the cell of a key. IPR_ENOMEM, IPR_ELIMIT (max_cells). */
ipr_status ipr_tally_cell(ipr_tally *t, const ipr_cell *from, ipr_err *err);
/* The sketch of a month and kind, made if needed; NULL if memory is short. */
ipr_hll *ipr_tally_hll(ipr_tally *t, uint32_t month, uint32_t kind);
ipr_status ipr_spans_add(ipr_env *env, ipr_spans *s, ipr_span span);
/* Adds coverage of a kind (IPR_KIND_COUNT: of all). IPR_ENOMEM, IPR_ELIMIT (max_spans). */
ipr_status ipr_tally_cover(ipr_tally *t, int kind, ipr_span span, ipr_err *err);
ipr_status ipr_counted_add(ipr_counted *c, ipr_str name, uint64_t n);
/* How many names are told: the first max_unknown in the order of their bytes. */
size_t ipr_counted_told(const ipr_counted *c);

#endif
