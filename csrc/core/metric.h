/* SPDX-License-Identifier: MIT
 * metric.h: the metrics of a text, every slot filled in one pass from left to right.
 *
 * Offsets are bytes of the text as given. Memory beside the result is that of a few
 * segments, 1 MB whatever the text's length; time is linear in it. The pack is read
 * only. Used by the binding and by the C benchmark.
 */
#ifndef IPR_METRIC_H
#define IPR_METRIC_H

#include "quantity.h"

typedef struct ipr_span {
    uint32_t start, end; /* bytes, half-open; equal if absent */
} ipr_span;

enum { IPR_LEVEL, IPR_CHANGE, IPR_CLAIM };                          /* ipr_metric.kind */
enum { IPR_D_NONE, IPR_D_UP, IPR_D_DOWN };                          /* direction */
enum { IPR_B_NONE, IPR_B_YOY, IPR_B_HOH, IPR_B_QOQ, IPR_B_PERIOD }; /* basis */

enum {                      /* ipr_metric.flags */
       IPR_X_HIGH = 1,      /* high holds the upper end */
       IPR_X_INEXACT = 2,   /* the double is not the exact decimal */
       IPR_X_PENDING = 4,   /* takes the document's one period at the end */
       IPR_X_BASE = 8,      /* the base of a comparison */
       IPR_X_SINCE = 16,    /* a change since its versus */
       IPR_X_LOCAL = 64,    /* in a currency that other places call alike */
       IPR_X_ELSEWHERE = 32 /* told of a report named beside it: not the document's period */
};

typedef struct ipr_metric {
    ipr_span span; /* the value mention */
    double value, high;
    uint64_t mant; /* exact decimal of simple values: mant × 10^exp */
    int32_t exp;
    uint32_t currency;
    uint8_t unit, sub, comparator, kind, direction, basis;
    uint16_t flags;
    ipr_period period, versus;
    uint32_t row; /* key row + 1; 0 none */
    ipr_span facet, subject, head, qualifier, sentence;
    uint32_t segment; /* which segment of the text, from 0 */
} ipr_metric;

typedef struct ipr_metrics {
    ipr_env *env;
    ipr_metric *item;
    size_t n, cap;
    size_t skipped; /* numbers beyond 1e300 */
} ipr_metrics;

typedef struct ipr_metric_options {
    ipr_day doc_date; /* year 0 if unknown */
    bool claims;      /* also directions stated without a figure, kind IPR_CLAIM */
} ipr_metric_options;

typedef struct ipr_scan ipr_scan;
/* Working memory for one thread; NULL if memory is short. */
ipr_scan *ipr_scan_new(ipr_env *env);
void ipr_scan_free(ipr_scan *s);

void ipr_metrics_init(ipr_metrics *m, ipr_env *env);
void ipr_metrics_fini(ipr_metrics *m);

/* Appends the metrics of text to out. IPR_EUTF16 for UTF-16, IPR_ENOMEM. */
ipr_status ipr_metric_scan(ipr_scan *s, const ipr_pack *pack, ipr_str text,
                           const ipr_metric_options *options, ipr_metrics *out, ipr_err *err);

/* Answers a line of JSON Lines, {"id","text","doc_date"?,"form"?}, by
 * {"id","metrics","skipped"?,"bad_bytes"?} and a line end, appended to out. Appends nothing where
 * the line is no plain document: one whose text is not read as it stands, whose id is no text,
 * word or short whole number, with a member told twice, or with anything wrong. options->doc_date
 * is for lines without one; found is working memory. IPR_OK or IPR_ENOMEM. */
ipr_status ipr_metric_line(ipr_scan *s, const ipr_pack *pack, ipr_str line,
                           const ipr_metric_options *options, ipr_metrics *found, ipr_buf *out);

/* Names of what the slots hold; empty for none. */
ipr_str ipr_unit_name(unsigned unit);
ipr_str ipr_subunit_name(const ipr_metric *m, char *code); /* a currency's three letters in code */
ipr_str ipr_comparator_name(unsigned c);
ipr_str ipr_kind_name(unsigned kind);
ipr_str ipr_direction_name(unsigned d);
ipr_str ipr_basis_name(unsigned b);
ipr_str ipr_period_type(const ipr_period *p);
int ipr_unit_find(ipr_str name); /* -1 unknown */
int ipr_subunit_find(ipr_str name);

/* Appends one metric as a JSON object in the fixed key order. */
void ipr_metric_json(ipr_buf *b, const ipr_pack *pack, ipr_str text, const ipr_metric *m);
/* Appends all of a text as a JSON array. */
void ipr_metrics_json(ipr_buf *b, const ipr_pack *pack, ipr_str text, const ipr_metrics *found);
/* Appends key and facet, "origin_share[China]"; nothing without a key. */
void ipr_metric_key(ipr_buf *b, const ipr_pack *pack, ipr_str text, const ipr_metric *m);
/* Appends a span's text with line breaks and runs of blanks as one blank. */
void ipr_span_text(ipr_buf *b, ipr_str text, ipr_span s);

#endif
