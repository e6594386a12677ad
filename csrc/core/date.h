/* SPDX-License-Identifier: MIT
 * date.h: what date.c (single dates and ranges by their shapes) and period.c (what
 * stands around them) share while the periods of a segment are found. */
#ifndef IPR_DATE_H
#define IPR_DATE_H

#include "period.h"

typedef struct finder {
    const ipr_pack *pack;
    ipr_segment *seg;
    ipr_calendar *cal;
} finder;

static inline const ipr_entry *entry_at(const finder *f, size_t i)
{
    return &f->pack->entries[f->seg->tok[i].entry];
}

static inline bool is(const finder *f, size_t i, uint64_t roles)
{
    return ipr_tok_is(f->seg, i, roles);
}

/* A plain whole number at token i, or -1. */
static inline int whole(const finder *f, size_t i)
{
    const ipr_token *t = &f->seg->tok[i < f->seg->n ? i : f->seg->n];
    const unsigned parted = IPR_F_GROUPED | IPR_F_POINT | IPR_F_BIG;
    bool plain = (t->kind == IPR_T_NUM) & (t->exp == 0) & (t->mant <= 9999) & !(t->flags & parted);
    return (int)t->mant | -(int)!plain;
}

static inline int width(const finder *f, size_t i)
{
    return (int)(f->seg->tok[i].end - f->seg->tok[i].start);
}

/* The year that a number at token i writes, or -1. A mark may say from when a short one
 * counts: 112 from 1911. */
static inline int year_at(const finder *f, size_t i)
{
    int y = whole(f, i);
    bool marked = (y >= 100) & (y < 200) && is(f, i + 1, IPR_ROLE(TIMEMARK) | IPR_ROLE(ENDOF)) &&
                  entry_at(f, i + 1)->number != 0;
    if (marked)
        y += (int)entry_at(f, i + 1)->number;
    return ((y >= 1900) & (y <= 2099)) ? y : -1;
}

static inline bool is_year(const finder *f, size_t i)
{
    return year_at(f, i) > 0;
}

static inline bool is_month(const finder *f, size_t i)
{
    return is(f, i, IPR_ROLE(MONTH)) && (f->seg->tok[i].flags & (IPR_F_CAP | IPR_F_HAN));
}

static inline bool is_mark(const finder *f, size_t i, int which)
{
    return is(f, i, IPR_ROLE(TIMEMARK)) && entry_at(f, i)->time == which;
}

/* Monday to Sunday: 0 to 6; else -1. */
static inline int weekday(const finder *f, size_t i)
{
    int time = is(f, i, IPR_ROLE(TIMEMARK)) ? entry_at(f, i)->time : 0;
    return time >= IPR_TIME_WEEKDAY && time < IPR_TIME_WEEKDAY + 7 ? time - IPR_TIME_WEEKDAY : -1;
}

/* What the time mark at token i tells; 0 for other tokens. */
static inline int mark_at(const finder *f, size_t i)
{
    return entry_at(f, i)->time & -(int)is(f, i, IPR_ROLE(TIMEMARK));
}

/* The roles of up to n tokens before token i, or from it on: most words that are looked for near
 * a date are not there, and this tells it at once. */
static inline uint64_t roles_before(const finder *f, size_t i, size_t n)
{
    uint64_t roles = 0;
#pragma GCC unroll 9
    for (size_t k = 1; k <= n; k++)
        roles |= f->seg->role[k <= i ? i - k : f->seg->n];
    return roles;
}
static inline uint64_t roles_from(const finder *f, size_t i, size_t n)
{
    uint64_t roles = 0;
#pragma GCC unroll 6
    for (size_t k = i; k < i + n; k++)
        roles |= f->seg->role[k < f->seg->n ? k : f->seg->n];
    return roles;
}

ipr_day ipr_date_make(int year, ipr_grain grain, int part, int day);
int ipr_date_last_day(int year, int month);
/* The date or range of dates that begins at token i, its second date in *to where it
 * has one. Returns the tokens it takes, 0 if none. */
size_t ipr_date_read(const finder *f, size_t i, ipr_day *d, ipr_day *to);

#endif
