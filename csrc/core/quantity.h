/* SPDX-License-Identifier: MIT
 * quantity.h: numbers with their scale, unit and comparator.
 *
 * Reads the quantities of a segment after the periods are taken out. Traps go
 * first (trap.c): numbers that are no values. Lists share a unit or scale that
 * stands only at their last member (list.c).
 */
#ifndef IPR_QUANTITY_H
#define IPR_QUANTITY_H

#include "period.h"

typedef enum ipr_unit {
    IPR_U_COUNT,
    IPR_U_PERCENT,
    IPR_U_POINTS,
    IPR_U_RATIO,
    IPR_U_CURRENCY,
    IPR_U_DURATION,
    IPR_U_MASS,
    IPR_U_VOLUME,
    IPR_UNIT_COUNT
} ipr_unit;
_Static_assert(IPR_UNIT_COUNT == IPR_ASK_CHANGE, "an ask for each unit");

typedef enum ipr_subunit {
    IPR_SUB_NONE,
    IPR_SUB_SECOND,
    IPR_SUB_MINUTE,
    IPR_SUB_HOUR,
    IPR_SUB_DAY,
    IPR_SUB_WEEK,
    IPR_SUB_MONTH,
    IPR_SUB_YEAR,
    IPR_SUB_TONNE,
    IPR_SUB_KILOGRAM,
    IPR_SUB_LITRE,
    IPR_SUBUNIT_COUNT
} ipr_subunit;

typedef enum ipr_comparator {
    IPR_C_EQ,
    IPR_C_ABOUT,
    IPR_C_GT,
    IPR_C_GE,
    IPR_C_LT,
    IPR_C_LE,
    IPR_C_RANGE
} ipr_comparator;

enum {                       /* ipr_quantity.flags */
       IPR_Q_SCALED = 1,     /* carries a scale word of its own */
       IPR_Q_WORDS = 2,      /* written in words */
       IPR_Q_PLUS = 4,       /* a plus sign before it */
       IPR_Q_MINUS = 8,      /* a minus sign before it */
       IPR_Q_TIMES = 16,     /* a multiple: doubled, five-fold */
       IPR_Q_FRACTION = 32,  /* a part: a third, 9 out of 10 */
       IPR_Q_SHARED = 64,    /* unit or scale copied from the end of its list */
       IPR_Q_PER = 128,      /* so many of every ten thousand */
       IPR_Q_MODIFIER = 256, /* joined by a hyphen to what follows: a six-month … */
       IPR_Q_INEXACT = 512,  /* the double is not the exact decimal value */
       IPR_Q_HALVED = 1024   /* a multiple below one */
};

typedef struct ipr_quantity {
    uint32_t first, last; /* tokens, inclusive */
    uint32_t noun;        /* first token behind it that may be the counted noun */
    uint32_t start, end;  /* bytes of the value mention */
    double value, high;   /* high only of a range */
    uint64_t mant;        /* value = mant × 10^(exp + scale) × factor / every */
    int32_t exp, scale;
    double big; /* the number itself where it has more than 18 digits, else 0 */
    double factor, every;
    uint32_t currency;
    uint16_t flags;
    uint8_t unit, sub, comparator;
} ipr_quantity;

/* What the head of a table or list gives to cells without one. */
typedef struct ipr_column {
    int8_t scale;      /* power of ten */
    uint8_t unit, sub; /* IPR_U_COUNT if none */
    uint32_t currency;
} ipr_column;

#define IPR_CELL_MAX 16
/* The heads of a table by cell, or one head for all. */
typedef struct ipr_heads {
    ipr_column cell[IPR_CELL_MAX];
    size_t n;      /* 0 none, 1 for all cells */
    bool indented; /* the cells with labels have no head */
} ipr_heads;

/* Marks tokens that look like numbers but are none. */
void ipr_trap_mark(const ipr_pack *pack, ipr_str text, ipr_segment *seg);
/* Reads the quantities in text order; returns how many. *skipped counts numbers
 * beyond 1e300. */
size_t ipr_quantity_find(const ipr_pack *pack, ipr_str text, const ipr_segment *seg,
                         const ipr_heads *heads, ipr_quantity *out, size_t *skipped);
/* Copies units and scales that stand once for a list, of values with such units (a bit each) and
 * flags. Called by ipr_quantity_find. */
void ipr_list_share(const ipr_segment *seg, ipr_quantity *q, size_t n, unsigned units,
                    unsigned flags);
/* Only list marks, `and`, comparators and articles between two quantities. */
bool ipr_list_adjacent(const ipr_segment *seg, const ipr_quantity *a, const ipr_quantity *b);
/* Works out q->value from its parts. */
void ipr_quantity_settle(ipr_quantity *q);
/* The units and scales that a heading or the first row gives to the cells below it; out is
 * left as it is if it gives none (false). */
bool ipr_heads_read(const ipr_pack *pack, const ipr_segment *seg, ipr_heads *out);
/* A token that begins a cell of its row, but for the first. */
bool ipr_opens_cell(const ipr_segment *seg, size_t i);
/* The cell of a row that token i stands in. */
size_t ipr_cell_of(const ipr_segment *seg, size_t i);
/* What a row's first cell gives to the others: "Fines (USD thousand) | 90 | 120". */
ipr_column ipr_label_read(const ipr_pack *pack, const ipr_segment *seg);
/* Gives a quantity without a unit or scale of its own what the head of its column says, or
 * else the label of its row. */
void ipr_heads_apply(const ipr_heads *heads, const ipr_column *row, const ipr_segment *seg,
                     ipr_quantity *q);

#endif
