/* SPDX-License-Identifier: MIT
 * period.h: dates and periods: reading them from tokens, writing them as ISO text.
 *
 * Finds every mention of a period in a segment before numbers are read, and marks
 * its tokens so that no year becomes a value. Which value a period belongs to is
 * decided in metric.c.
 */
#ifndef IPR_PERIOD_H
#define IPR_PERIOD_H

#include "token.h"

typedef enum ipr_grain {
    IPR_G_NONE,
    IPR_G_YEAR,    /* 2019 */
    IPR_G_FISCAL,  /* FY2019 */
    IPR_G_HALF,    /* 2019-H1 */
    IPR_G_QUARTER, /* 2019-Q1 */
    IPR_G_MONTH,   /* 2019-01 */
    IPR_G_DAY      /* 2019-01-31 */
} ipr_grain;

typedef struct ipr_day {
    int16_t year;  /* 0 where the text leaves it out */
    uint8_t grain; /* ipr_grain */
    int8_t part;   /* half, quarter or month */
    int8_t day;
} ipr_day;

typedef struct ipr_period {
    ipr_day from, to; /* `to` only of an interval */
    bool interval;    /* from/to */
    bool open;        /* from/.. */
    bool instant;     /* as of */
} ipr_period;

enum {                      /* ipr_mention.flags */
       IPR_M_PRIOR = 1,     /* the period before the one spoken of */
       IPR_M_TODATE = 2,    /* up to now: says that no report period applies */
       IPR_M_PUBLISHED = 4, /* when something was published, or part of a name */
       IPR_M_BASE = 8,      /* introduced as the base of a comparison */
       IPR_M_NAMED = 16,    /* names a report or a law; a period only in a heading */
       IPR_M_SINCE = 32,    /* since … */
       IPR_M_SAME = 64,     /* the same part of another year */
       IPR_M_SPAN = 128, /* between … and …, from … to …: a change from one to the other */
       IPR_M_ALONE = 256 /* last month: holds for its own sentence */
};

typedef struct ipr_mention {
    uint32_t first, last; /* tokens, inclusive */
    ipr_period period;    /* from.grain is IPR_G_NONE where the year is unknown */
    uint16_t flags;
    bool ranged; /* written from … to …, whatever it is called now */
} ipr_mention;

#define IPR_MENTION_MAX 256

typedef struct ipr_calendar {
    ipr_day doc;       /* the document's date; year 0 if unknown */
    int16_t last_year; /* the year last named, for months without one */
    bool last_fiscal;  /* it was a fiscal one */
} ipr_calendar;

/* Finds the periods of a segment in text order, marks their tokens IPR_F_TRAP.
 * Returns how many; at most IPR_MENTION_MAX are kept. */
size_t ipr_period_find(const ipr_pack *pack, ipr_segment *seg, ipr_calendar *cal, ipr_mention *out);

/* "2019", "2019-H1", "2013/2017", "2020/.."; nothing for an unknown one. */
void ipr_period_put(ipr_buf *b, const ipr_period *p);
bool ipr_period_same(const ipr_period *a, const ipr_period *b);
/* The period n years on (n may be negative). */
ipr_period ipr_period_shift(ipr_period p, int years);
/* The year in which it ends; 0 if unknown. */
int ipr_period_year(const ipr_period *p);
/* Reads YYYY, YYYY-MM or YYYY-MM-DD. */
bool ipr_day_parse(ipr_str s, ipr_day *out);

#endif
