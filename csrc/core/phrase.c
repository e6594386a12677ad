/* SPDX-License-Identifier: MIT
 * phrase.c: noun phrases: where one begins, where its core and its whole end, and the
 * subject of a clause. What a value measures is chosen among them in subject.c.
 */
#include "phrase.h"

bool ipr_content(const ipr_scan *s, size_t i)
{
    const ipr_token *t = ipr_tok(s, i);
    return i < s->seg.n && t->kind == IPR_T_WORD && !(t->roles & FUNCTION) && !s->mentioned[i] &&
           !((t->flags & IPR_F_TRAP) && (t->roles & IPR_ROLE(NUMBER)));
}

/* ---- noun phrases ---- */

/* The phrase that begins at i: its core up to the first link, its whole up to a stop. */
bool ipr_phrase_at(const ipr_scan *s, size_t i, size_t limit, ipr_work *w)
{
    size_t k = i, core = 0, lo = i, last = i;
    bool any = false, thing = false;
    while (k < limit && ipr_is(s, k, IPR_ROLE(DET) | IPR_ROLE(OF)))
        lo = ++k;
    if (ipr_tok(s, k)->flags & IPR_F_WIDE)
        return false;
    for (; k < limit && k < i + 24; k++) {
        const ipr_token *t = ipr_tok(s, k);
        if (t->kind == IPR_T_SKIP || t->kind == IPR_T_NUM || (t->flags & IPR_F_WIDE))
            break;
        if (t->kind == IPR_T_PUNCT) {
            if (t->ch != '\'' && t->ch != '"' && t->ch != 'q' && t->ch != 'Q' && t->ch != '&')
                break;
            continue;
        }
        if (!any && t->roles & IPR_ROLE(SHARE) && t->entry && k == i &&
            !ipr_set_empty(&ipr_meaning(s, k)->concepts)) {
            any = thing = true; /* "closed 300 accounts for …" */
            last = k;
            continue;
        }
        if (t->roles & STOP && !(t->roles & IPR_ROLE(VERB) && !any))
            break;
        if (s->mentioned[k] ||
            (any && ipr_is(s, k, IPR_ROLE(AND)) && ipr_is(s, k + 1, IPR_ROLE(VERB)) &&
             ipr_tok(s, k + 2)->kind == IPR_T_NUM))
            break; /* "merchants and shut 7,000 shops" */
        if (any && !core && (t->roles & CORE_END))
            core = k;
        if (!any && (t->roles & (LINK | IPR_ROLE(EVERY) | IPR_ROLE(OUTOF))) &&
            !(t->roles & IPR_ROLE(OF)))
            break;
        if (ipr_content(s, k)) {
            any = true;
            thing = thing || !(t->roles & IPR_ROLE(VERB)) || (t->flags & IPR_F_HAN);
            last = k;
        }
    }
    if (!thing)
        return false;
    w->subj_lo = (uint32_t)lo;
    w->subj_hi = (uint32_t)last + 1;
    w->core_hi = core ? (uint32_t)core : w->subj_hi;
    return true;
}

/* "of (last year's) orders": over a period that opens a phrase. */
size_t ipr_past_period(const ipr_scan *s, size_t k, size_t hi)
{
    size_t i = k;
    while (i < hi && (s->mentioned[i] || ipr_is(s, i, IPR_ROLE(DET))))
        i++;
    return i < hi && ipr_content(s, i) ? i : k;
}

/* Where the phrase before token `hi` begins, not before lo. */
static size_t left_edge(const ipr_scan *s, size_t lo, size_t hi)
{
    size_t k = lo;
    for (size_t i = lo; i < hi; i++)
        if (ipr_clause_break(s, i) && !ipr_ch(s, i, '/'))
            k = i + 1;
    while (k < hi && (s->mentioned[k] || ipr_is(s, k, LINK | IPR_ROLE(DET) | IPR_ROLE(AND)) ||
                      (ipr_tok(s, k)->kind == IPR_T_PUNCT)))
        k++;
    return k;
}

/* The subject of the clause [lo, hi): the words before its first verb. */
bool ipr_phrase_clause(const ipr_scan *s, size_t lo, size_t hi, ipr_work *w)
{
    size_t from = left_edge(s, lo, hi), to = from, core = 0;
    bool any = false;
    for (size_t k = from; k < hi; k++) {
        const ipr_token *t = ipr_tok(s, k);
        if (!any && (t->roles & IPR_ROLE(REL)) && !(t->flags & IPR_F_HAN))
            return false; /* "they would have fetched": named before */
        if (any && (t->roles & STOP) && !(t->flags & IPR_F_HAN))
            break;
        if (any && (t->roles & IPR_ROLE(VERB)) && ipr_is(s, k + 1, LINK) && k + 2 >= hi)
            break;
        if (any && !core && (t->roles & CORE_END))
            core = k;
        if (ipr_content(s, k)) {
            any = true;
            to = k + 1;
        }
    }
    if (!any)
        return false;
    w->subj_lo = (uint32_t)from;
    w->subj_hi = (uint32_t)to;
    w->core_hi = core && core < to ? (uint32_t)core : (uint32_t)to;
    return true;
}

/* Only nouns that measure what was named before: "their value", "the share". */
bool ipr_measures(const ipr_scan *s, size_t lo, size_t hi)
{
    for (size_t k = lo; k < hi; k++)
        if (ipr_content(s, k) && !(ipr_meaning(s, k)->also & IPR_ALSO_MEASURE))
            return false;
    return lo < hi;
}

/* Where the words before token `hi` that no verb, stop or mention parts begin. */
size_t ipr_phrase_before(const ipr_scan *s, size_t limit, size_t hi)
{
    size_t lo = hi;
    while (lo > limit && !ipr_is(s, lo - 1, STOP | IPR_ROLE(VERB)) && !s->mentioned[lo - 1] &&
           ipr_tok(s, lo - 1)->kind == IPR_T_WORD)
        lo--;
    while (lo < hi && !ipr_content(s, lo))
        lo++;
    return lo;
}
