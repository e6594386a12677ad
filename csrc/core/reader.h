/* SPDX-License-Identifier: MIT
 * reader.h: what quantity.c, comparator.c and value.c share while quantities are read. */
#ifndef IPR_READER_H
#define IPR_READER_H

#include "quantity.h"

typedef struct reader {
    const ipr_pack *pack;
    ipr_str text;
    const ipr_segment *seg;
    const ipr_heads *heads;
    ipr_column row;
} reader;

#define ANY_COMPARATOR (IPR_ROLE(GT) | IPR_ROLE(GE) | IPR_ROLE(LT) | IPR_ROLE(LE) | IPR_ROLE(ABOUT))
#define POST_COMPARATOR                                                                            \
    (IPR_ROLE(POST_GT) | IPR_ROLE(POST_GE) | IPR_ROLE(POST_LE) | IPR_ROLE(POST_ABOUT))

static inline const ipr_token *at(const reader *r, size_t i)
{
    return &r->seg->tok[i];
}

static inline const ipr_entry *meaning(const reader *r, size_t i)
{
    return &r->pack->entries[r->seg->tok[i].entry];
}

static inline bool is(const reader *r, size_t i, uint64_t roles)
{
    return ipr_tok_is(r->seg, i, roles);
}

static inline bool ch(const reader *r, size_t i, char c)
{
    return ipr_tok_ch(r->seg, i, c);
}

/* A number word that counts: not trapped. */
static inline bool word_number(const reader *r, size_t i)
{
    return is(r, i, IPR_ROLE(NUMBER)) && !(at(r, i)->flags & IPR_F_TRAP);
}

static inline bool digits(const reader *r, size_t i)
{
    return ipr_tok_num(r->seg, i);
}

/* A currency that may stand before its number: a sign, a code, a name with a capital; "won
 * 300 cases" tells another thing. */
static inline bool leads_money(const reader *r, size_t i)
{
    const ipr_token *t = at(r, i);
    if (!is(r, i, IPR_ROLE(CURRENCY)) || t->kind == IPR_T_NUM)
        return false;
    char last = r->text.p[t->end - 1];
    return t->kind != IPR_T_WORD || (t->flags & (IPR_F_CAP | IPR_F_HAN)) || last < 'a' ||
           last > 'z';
}

/* A post comparator at i ("or more", "+"); returns the token behind it, or i. */
size_t ipr_read_post(const reader *r, size_t i, ipr_quantity *q, bool inside);
/* Counters and a noun may stand between a value and "or more". */
size_t ipr_read_after(const reader *r, size_t i, ipr_quantity *q);
/* The comparator before the value, behind its noun, or before "value of". */
void ipr_read_comparators(const reader *r, ipr_quantity *q);

/* 10^n, n from 0 to 22; mant × 10^exp, correctly rounded; and a number of more than 18 digits,
 * from its bytes. */
double ipr_power10(int n);
double ipr_scaled(uint64_t mant, int exp);
double ipr_long_value(const reader *r, const ipr_token *t);

#endif
