/* SPDX-License-Identifier: MIT
 * tally_run.h: evaluating KPI plans over a tally's cases and cells.
 *
 * A plan says which cases count (entity, anchor, attributes), by which period and facet, and
 * what is measured; many plans are evaluated in one pass over the cases. Results are exact
 * integers; the caller makes shares and changes of them. Who uses it: the binding, for the
 * KPI definitions in Lua. Nothing is kept between runs.
 */
#ifndef IPR_TALLY_RUN_H
#define IPR_TALLY_RUN_H

#include "tally.h"

/* A working calendar: which days count, and from when to when. */
typedef struct ipr_calendar ipr_calendar;

/* workdays: bit 0 is Monday; open < close are seconds of the local day; offset is seconds east
 * of UTC. NULL if memory is short. */
ipr_calendar *ipr_calendar_new(ipr_env *env, unsigned workdays, uint32_t open, uint32_t close,
                               int32_t offset);
void ipr_calendar_free(ipr_calendar *c);
/* Takes one day (since 1970) out of the calendar, or puts it in. Before its first use. */
void ipr_calendar_day(ipr_calendar *c, int64_t day, bool works);
/* Working seconds between two moments; 0 if b is not after a. c NULL: all seconds. */
int64_t ipr_calendar_between(const ipr_calendar *c, int64_t a, int64_t b);

typedef enum ipr_measure {
    IPR_MEASURE_COUNT,  /* num: cases, or their counts or amounts, by the anchor's period */
    IPR_MEASURE_EVENTS, /* num: the same over events, from cells; needs no cases */
    IPR_MEASURE_STOCK,  /* num: added in the period less taken away; its running sum is the stock */
    IPR_MEASURE_OUTCOME,  /* of the cases with a `done` step: whose first one is in `hit` */
    IPR_MEASURE_WITHIN,   /* of those done, or late: done within `limit` seconds of the anchor */
    IPR_MEASURE_BEFORE,   /* of those covered: no `hit` step before the anchor */
    IPR_MEASURE_AFTER,    /* of those covered: a `hit` step after the anchor */
    IPR_MEASURE_WHERE,    /* of all: those whose attributes pass `allow_hit` */
    IPR_MEASURE_QUANTILE, /* num: the quantile of the seconds from anchor to first `done` */
    IPR_MEASURE_DISTINCT, /* num: about how many parties, from the sketches of kind */
    IPR_MEASURE_COUNT_
} ipr_measure;

typedef enum ipr_sum {
    IPR_SUM_CASES,
    IPR_SUM_COUNT,
    IPR_SUM_AMOUNT /* thousandths */
} ipr_sum;

typedef enum ipr_facet {
    IPR_FACET_NONE,
    IPR_FACET_PLACE,        /* region or currency */
    IPR_FACET_PARTY,        /* seller, notifier */
    IPR_FACET_PARENT_PLACE, /* of the parent's case */
    IPR_FACET_PARENT_PARTY,
    IPR_FACET_CODES /* + index of a coded attribute */
} ipr_facet;

typedef enum ipr_period { IPR_PERIOD_YEAR, IPR_PERIOD_QUARTER, IPR_PERIOD_MONTH } ipr_period;

#define IPR_CODE_COUNT 6 /* rows of IPR_CODE_LIST */

typedef struct ipr_plan {
    ipr_measure measure;
    ipr_entity entity;
    unsigned anchor;          /* steps (bits): the first of them dates the case */
    unsigned needs;           /* steps that must have happened by then, else the case is unknown */
    unsigned done, hit, drop; /* steps; a first outcome in `drop` leaves the case out */
    uint16_t allow[IPR_CODE_COUNT];     /* bit per code; 0: any */
    uint16_t allow_hit[IPR_CODE_COUNT]; /* WHERE: what is counted in num */
    ipr_sum sum;
    unsigned facet;         /* ipr_facet, or IPR_FACET_CODES + index */
    ipr_entity parent;      /* entity of the parent, for facets of it and for STOCK */
    bool with_parent;       /* STOCK: what the parent's leaving (its step 1) takes along */
    ipr_kind kind;          /* EVENTS, rows without id of COUNT, and coverage of BEFORE and AFTER */
    int64_t limit;          /* WITHIN: seconds */
    bool sketch;            /* QUANTILE: within 1/64, with 4 KB a row */
    unsigned permille;      /* QUANTILE */
    unsigned pause, resume; /* steps (bits) that stop and restart the clock; 0: none */
    const ipr_calendar *calendar; /* NULL: calendar time */
} ipr_plan;

typedef struct ipr_result {
    int32_t period; /* year, year*4+quarter, or year*12+month, each from 0 */
    uint32_t facet; /* reference of a text, or a code; see ipr_tally_facet */
    int64_t num;    /* IPR_SUM_FULL: too large to be known */
    int64_t den, open, unknown;
} ipr_result;

typedef struct ipr_results {
    ipr_result *v; /* by period, then by the facet's text */
    size_t n;
    bool covered;   /* there is coverage of the plan's kind (BEFORE, AFTER: of what they ask) */
    uint64_t rows;  /* rows with an id of that kind, whenever */
    uint64_t cases; /* cases or rows that the plan looked at, up to as_of */
} ipr_results;

/* Runs n plans; out[i] answers plan i and is released with ipr_results_fini. Events after
 * as_of have not happened. IPR_ENOMEM or IPR_OK; on failure nothing is to be released. */
ipr_status ipr_tally_run(const ipr_tally *t, const ipr_plan *plans, size_t n, ipr_period period,
                         int64_t as_of, ipr_results *out);
void ipr_results_fini(ipr_env *env, ipr_results *r);
/* The text of a result's facet ("" for none). */
ipr_str ipr_tally_facet(const ipr_tally *t, const ipr_plan *plan, uint32_t facet);

/* The first and last moment of all events and coverage; false if there is none. */
bool ipr_tally_span(const ipr_tally *t, int64_t *first, int64_t *last);
/* The number of the period that holds a moment. */
int32_t ipr_tally_period(const ipr_tally *t, ipr_period period, int64_t moment);
/* The first moment at which a kind is covered, and the first after which it no longer is; false
 * if it never is. What lies between may have gaps. */
bool ipr_tally_covered(const ipr_tally *t, ipr_kind kind, int64_t *from, int64_t *until);

/* Data quality: rows { code, name or kind, n } in a fixed order. */
typedef struct ipr_quality {
    const char *code; /* stable, lower case */
    const char *text; /* for people */
    ipr_str what;     /* the kind, column or kind name concerned, or empty */
    uint64_t n;
} ipr_quality;

/* Calls back for each row with n > 0. The callback must not touch the tally. IPR_ENOMEM or OK. */
typedef void (*ipr_quality_fn)(void *ud, const ipr_quality *row);
ipr_status ipr_tally_quality(const ipr_tally *t, ipr_quality_fn fn, void *ud);
/* Rows read, usable or not. */
uint64_t ipr_tally_rows(const ipr_tally *t);
/* Of them, rows with a trouble: they count for nothing but data quality. */
uint64_t ipr_tally_unused(const ipr_tally *t);

#endif
