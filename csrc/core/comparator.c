/* SPDX-License-Identifier: MIT
 * comparator.c: more than, at least, about: before a value, behind it, or around its noun. */
#include "reader.h"

static uint8_t post_comparator(uint64_t roles)
{
    return roles & IPR_ROLE(POST_GT)   ? IPR_C_GT
           : roles & IPR_ROLE(POST_GE) ? IPR_C_GE
           : roles & IPR_ROLE(POST_LE) ? IPR_C_LE
                                       : IPR_C_ABOUT;
}

/* "100 countries and above": `and` with a comparator that nothing is left for. */
static uint8_t post_pair(const reader *r, size_t i)
{
    if (!is(r, i, IPR_ROLE(AND)) || i + 1 >= r->seg->n)
        return IPR_C_EQ;
    uint64_t roles = at(r, i + 1)->roles;
    bool end = i + 2 >= r->seg->n || at(r, i + 2)->kind == IPR_T_PUNCT;
    bool open = i + 2 < r->seg->n && at(r, i + 2)->kind != IPR_T_PUNCT &&
                !is(r, i + 2, IPR_ROLE(AUX) | IPR_ROLE(CONJ) | IPR_ROLE(IN) | IPR_ROLE(SCALE));
    if (open || (at(r, i)->flags & IPR_F_HAN))
        return IPR_C_EQ;
    if (roles & IPR_ROLE(UP) && !end)
        return IPR_C_EQ; /* "fell in 54 countries and rose in 19" */
    return roles & (IPR_ROLE(GT) | IPR_ROLE(UP)) ? IPR_C_GE
           : roles & IPR_ROLE(MORE)              ? IPR_C_GT
           : roles & IPR_ROLE(LT)                ? IPR_C_LE
                                                 : IPR_C_EQ;
}

size_t ipr_read_post(const reader *r, size_t i, ipr_quantity *q, bool inside)
{
    if (!is(r, i, POST_COMPARATOR))
        return i;
    if (at(r, i)->kind == IPR_T_PUNCT && !ipr_tok_glued(r->seg, i))
        return i;
    q->comparator = post_comparator(at(r, i)->roles);
    if (inside)
        q->end = at(r, i)->end;
    return i + 1;
}

/* "information about 143 accounts": the word belongs to the noun before it. */
static bool is_preposition(const reader *r, const ipr_quantity *q, size_t k)
{
    if (!is(r, k, IPR_ROLE(PREP)) || k == 0 || q->unit == IPR_U_CURRENCY)
        return false;
    const ipr_token *p = at(r, k - 1);
    if (p->kind != IPR_T_WORD || (p->flags & IPR_F_HAN))
        return false;
    return !(p->roles & ~IPR_ROLE(NAME)) && !(p->flags & IPR_F_UPPER);
}

/* "30 raids, roughly 40 arrests": the word speaks of what follows. */
static bool leads_on(const reader *r, size_t i)
{
    return digits(r, i) || word_number(r, i) ||
           is(r, i, IPR_ROLE(DET) | IPR_ROLE(CURRENCY) | IPR_ROLE(FRACTION));
}

#define LATE 4 /* tokens behind a noun that are looked at */

/* Behind the noun stands a comparator, or `and` before what may be one. */
static inline bool may_be_late(const reader *r, const ipr_quantity *q)
{
    const uint64_t pair = IPR_ROLE(GT) | IPR_ROLE(UP) | IPR_ROLE(MORE) | IPR_ROLE(LT);
    uint64_t roles = 0, next = 0;
#pragma GCC unroll 4
    for (size_t k = q->noun; k < q->noun + LATE; k++) {
        roles |= r->seg->role[k < r->seg->n ? k : r->seg->n];
        next |= r->seg->role[k + 1 < r->seg->n ? k + 1 : r->seg->n];
    }
    return ((roles & POST_COMPARATOR) | ((roles & IPR_ROLE(AND)) ? next & pair : 0)) != 0;
}

/* A comparator behind the noun: "articles, give or take", "100 countries or more". */
static void late_comparator(const reader *r, ipr_quantity *q)
{
    for (size_t k = q->noun; k < q->noun + LATE && k < r->seg->n; k++) {
        const ipr_token *t = at(r, k);
        q->comparator = post_pair(r, k);
        if (q->comparator != IPR_C_EQ)
            return;
        if ((t->roles & POST_COMPARATOR) && t->kind == IPR_T_WORD && !(t->flags & IPR_F_HAN) &&
            !(t->roles & ANY_COMPARATOR && leads_on(r, k + 1))) {
            q->comparator = post_comparator(t->roles);
            return;
        }
        if (t->kind == IPR_T_WORD ? (t->roles & ~(IPR_ROLE(OF) | IPR_ROLE(VERB))) != 0
                                  : t->ch != ',')
            return;
    }
}

/* Names what is measured and says that it is about so: "estimated". */
static bool is_estimate(const reader *r, size_t k)
{
    return is(r, k, IPR_ROLE(ABOUT)) && (r->pack->entries[at(r, k)->entry].also & IPR_ALSO_MEASURE);
}

/* "an estimated value of EUR 12 billion", "estimated street value: $9", "an estimated price,
 * or MSRP, of $9": the word belongs to the value. */
static void early_comparator(const reader *r, ipr_quantity *q)
{
    size_t k = q->first;
    if (k < 3 || !(is(r, k - 1, IPR_ROLE(OF)) || ipr_tok_ch(r->seg, k - 1, ':')))
        return;
    for (k -= 1; k > 0 && k + 9 > q->first; k--) {
        const ipr_token *t = at(r, k - 1);
        bool near = k + 4 > q->first && is(r, k - 1, IPR_ROLE(ABOUT)) &&
                    !is(r, k - 1, IPR_ROLE(PREP)) && t->kind == IPR_T_WORD;
        if (near || is_estimate(r, k - 1)) {
            q->comparator = IPR_C_ABOUT;
            return;
        }
        if (t->kind == IPR_T_NUM || (t->kind == IPR_T_PUNCT && t->ch != ',') ||
            is(r, k - 1, IPR_ROLE(AUX) | IPR_ROLE(CONJ) | IPR_ROLE(REL) | IPR_ROLE(IN)))
            return;
    }
}

/* The token before a value that compares it, past an article behind "about" ("roughly a third");
 * the segment's end if there is none. */
static inline size_t comparator_before(const reader *r, const ipr_quantity *q)
{
    const size_t none = r->seg->n;
    size_t a = q->first > 0 ? q->first - 1 : none, b = q->first > 1 ? q->first - 2 : none;
    bool article = is(r, a, IPR_ROLE(DET)) & is(r, b, IPR_ROLE(ABOUT)) & !is(r, b, IPR_ROLE(PREP));
    return is(r, a, ANY_COMPARATOR) ? a : article ? b : none;
}

static void read_comparator(const reader *r, ipr_quantity *q)
{
    size_t k = comparator_before(r, q);
    if (k == r->seg->n || is_preposition(r, q, k))
        return;
    uint64_t roles = at(r, k)->roles;
    if (q->comparator == IPR_C_EQ || q->comparator == IPR_C_GE)
        q->comparator = roles & IPR_ROLE(GT)   ? IPR_C_GT
                        : roles & IPR_ROLE(GE) ? IPR_C_GE
                        : roles & IPR_ROLE(LT) ? IPR_C_LT
                        : roles & IPR_ROLE(LE) ? IPR_C_LE
                                               : IPR_C_ABOUT;
    q->first = (uint32_t)k;
}

size_t ipr_read_after(const reader *r, size_t i, ipr_quantity *q)
{
    if (is(r, i, POST_COMPARATOR))
        return ipr_read_post(r, i, q, at(r, i)->kind == IPR_T_PUNCT);
    if (is(r, i, IPR_ROLE(COUNTER)) && is(r, i + 1, POST_COMPARATOR) &&
        (at(r, i + 1)->flags & IPR_F_HAN)) {
        q->comparator = post_comparator(at(r, i + 1)->roles);
        return i + 2;
    }
    return i;
}

void ipr_read_comparators(const reader *r, ipr_quantity *q)
{
    if (q->comparator != IPR_C_RANGE)
        read_comparator(r, q);
    if (q->comparator == IPR_C_EQ && may_be_late(r, q))
        late_comparator(r, q);
    if (r->seg->roles & IPR_ROLE(ABOUT) && q->comparator == IPR_C_EQ)
        early_comparator(r, q);
}
