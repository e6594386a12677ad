/* SPDX-License-Identifier: MIT
 * phrase.c: noun phrases: where one begins, where its core and its whole end, and the
 * subject of a clause. What a value measures is chosen among them in subject.c.
 */
#include "phrase.h"

#include <string.h>

/* A measure word that nothing leads to ends the word before it: 包装箱, no box of packings. */
static bool ends_word(const ipr_scan *s, size_t i)
{
    const ipr_token *t = ipr_tok(s, i), *p = ipr_tok(s, i - (i > 0));
    return (t->flags & IPR_F_HAN) && (t->roles & IPR_ROLE(COUNTER)) && i > 0 &&
           p->kind == IPR_T_WORD && (p->flags & IPR_F_HAN) && !p->roles &&
           ipr_tok(s, i + 1)->kind != IPR_T_WORD;
}

bool ipr_content(const ipr_scan *s, size_t i)
{
    const ipr_token *t = ipr_tok(s, i);
    if (ends_word(s, i))
        return !s->mentioned[i];
    return i < s->seg.n && t->kind == IPR_T_WORD && !(t->roles & FUNCTION) && !s->mentioned[i] &&
           !((t->flags & IPR_F_TRAP) && (t->roles & IPR_ROLE(NUMBER)));
}

bool ipr_plural(const ipr_scan *s, size_t i)
{
    const ipr_token *t = ipr_tok(s, i);
    for (size_t k = 0; k < s->pack->endings && t->kind == IPR_T_WORD; k++) {
        const ipr_ending *e = &s->pack->ending[k];
        if (t->end - t->start > e->n &&
            memcmp(s->text.p + t->end - e->n + 1, e->text + 1, e->n - 1u) == 0)
            return s->pack->entries[e->entry].also & IPR_ALSO_PLURAL;
    }
    return false;
}

/* ---- noun phrases ---- */

static bool is_verb(const ipr_scan *s, size_t i)
{
    return ipr_is(s, i, IPR_ROLE(AUX) | IPR_ROLE(VERB) | IPR_ROLE(UP) | IPR_ROLE(DOWN));
}

/* Behind a comma at k the rest of a list of names that `and` closes, "tablets, capsules and
 * vials": where it ends, or k if it is none, as in "took 30 bags, police and customs said". */
static size_t list_end(const ipr_scan *s, size_t k, const ipr_work *w)
{
    size_t i = k, last = k;
    bool closing = false, object = false;
    for (; i < w->hi && i < k + 16; i++) {
        if (i == k + 1 && ipr_is(s, i, IPR_ROLE(AND)))
            return k; /* "60 people, and fines were …" */
        bool name = ipr_content(s, i) && !ipr_is(s, i, IPR_ROLE(VERB) | STOP);
        if (name)
            last = i + 1;
        else if (closing)
            break;
        else if (ipr_is(s, i, IPR_ROLE(AND) | IPR_ROLE(OR)))
            closing = true;
        else if (!ipr_ch(s, i, ','))
            return k;
    }
    for (size_t j = w->clause_lo; j < w->q->first; j++)
        object = object || is_verb(s, j);
    return closing && last == i && !(object && is_verb(s, i)) ? last : k;
}

/* What begins no phrase behind a value: "79 and Japan with 35", "162 under the pilot". */
#define NO_START                                                                                   \
    (LINK | IPR_ROLE(EVERY) | IPR_ROLE(OUTOF) | IPR_ROLE(AND) | IPR_ROLE(OR) | IPR_ROLE(GT) |      \
     IPR_ROLE(LT))

/* "16 suspensions were lifted": a plural that is a verb's noun, where a phrase may end. */
static bool is_deed_noun(const ipr_scan *s, size_t k)
{
    return ipr_plural(s, k) &&
           (k + 1 >= s->seg.n || ipr_tok(s, k + 1)->kind == IPR_T_PUNCT ||
            ipr_is(s, k + 1,
                   IPR_ROLE(AUX) | IPR_ROLE(IN) | IPR_ROLE(OF) | IPR_ROLE(PREP) | IPR_ROLE(AND)));
}

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
            if (t->ch == '.' && (t->flags & IPR_F_GAP) && ipr_tok_glued(&s->seg, k + 1))
                continue; /* ".com names" */
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
        if (any && (t->roles & IPR_ROLE(OUTOF)) && (t->roles & IPR_ROLE(EVERY)))
            break; /* "visits | per month" */
        bool aged = (t->roles & IPR_ROLE(REF)) && ipr_tok(s, k + 1)->kind == IPR_T_NUM;
        if (any && !core && ((t->roles & CORE_END) || aged))
            core = k;
        if (!any && (t->roles & NO_START) && !(t->roles & IPR_ROLE(OF)))
            break;
        if (ipr_content(s, k)) {
            thing = thing || !(t->roles & IPR_ROLE(VERB)) || (t->flags & IPR_F_HAN) ||
                    (!any && is_deed_noun(s, k));
            any = true;
            last = k;
        }
    }
    if (!thing)
        return false;
    w->subj_lo = (uint32_t)lo;
    w->subj_hi = (uint32_t)last + 1;
    w->core_hi = core ? (uint32_t)core : w->subj_hi;
    if (ipr_ch(s, last + 1, ',') && !(ipr_tok(s, last)->flags & IPR_F_HAN))
        w->subj_hi = (uint32_t)list_end(s, last + 1, w);
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

/* The measure word of a value before: "5 只、球拍 3 块". */
static bool counts(const ipr_scan *s, size_t k)
{
    return ipr_is(s, k, IPR_ROLE(COUNTER)) && (ipr_tok(s, k)->flags & IPR_F_HAN) &&
           !ipr_content(s, k);
}

/* "4.3 Complaints fell": the number at k is none of the text's. */
static bool number_of_section(const ipr_scan *s, size_t k)
{
    return ipr_tok(s, k)->kind == IPR_T_NUM && ipr_tok(s, k)->flags & IPR_F_TRAP;
}

/* Where the phrase before token `hi` begins, not before lo. */
static size_t left_edge(const ipr_scan *s, size_t lo, size_t hi)
{
    size_t k = lo;
    for (size_t i = lo; i < hi; i++)
        if (ipr_clause_break(s, i) && !ipr_ch(s, i, '/'))
            k = i + 1;
    uint64_t skip = LINK | IPR_ROLE(DET) | IPR_ROLE(AND) | IPR_ROLE(BETWEEN);
    while (k < hi && (s->mentioned[k] || ipr_is(s, k, skip) || counts(s, k) ||
                      ipr_tok(s, k)->kind == IPR_T_PUNCT || number_of_section(s, k)))
        k++;
    return k;
}

/* "比2016年低了": a Han clause that opens with what is compared goes on about what was named. */
static bool compares(const ipr_scan *s, size_t k)
{
    return ipr_is(s, k, IPR_ROLE(BASE)) && (ipr_tok(s, k)->flags & IPR_F_HAN);
}

/* "（分别）占总数的 5%": what the share is of is no subject. */
static bool shares(const ipr_scan *s, size_t k, size_t hi)
{
    while (k < hi && !ipr_content(s, k) && !ipr_is(s, k, IPR_ROLE(SHARE)))
        k++;
    return k + 1 < hi && ipr_is(s, k, IPR_ROLE(SHARE)) && (ipr_tok(s, k)->flags & IPR_F_HAN) &&
           ipr_content(s, k + 1);
}

/* "valued at", "rose from", "surpassing the record of": the clause goes on about what was
 * named before it. */
static bool predicate(const ipr_scan *s, size_t k, size_t hi)
{
    if (k >= hi || k < ipr_sentence(s, k) + 2 || !is_verb(s, k) ||
        (ipr_tok(s, k)->flags & IPR_F_HAN))
        return false;
    if (ipr_is(s, k, IPR_ROLE(AUX)) && is_verb(s, k + 1) && ipr_is(s, k + 2, LINK))
        return true; /* "are valued at" */
    return k + 1 == hi || ipr_is(s, k + 1, NO_START | IPR_ROLE(DET));
}

/* "said" or "revealing that" at k, and behind it a clause with a verb before `hi`. */
static bool tells(const ipr_scan *s, size_t k, size_t hi)
{
    bool said = ipr_is(s, k, IPR_ROLE(AUX)) && ipr_meaning(s, k)->also & IPR_ALSO_TELLS &&
                !ipr_is(s, k + 1, LINK);
    bool named = false;
    if (!said &&
        !(is_verb(s, k) && ipr_is(s, k + 1, IPR_ROLE(REL)) && !ipr_is(s, k + 1, IPR_ROLE(DET))))
        return false;
    for (k++; k < hi; k++) {
        if (named && is_verb(s, k))
            return true;
        named = named || (ipr_content(s, k) && !ipr_is(s, k, IPR_ROLE(VERB)));
    }
    return false;
}

bool ipr_phrase_clause(const ipr_scan *s, size_t lo, size_t hi, ipr_work *w)
{
    size_t from = left_edge(s, lo, hi), to = from, core = 0;
    bool any = false, opened = false;
    for (size_t k = from; k > lo && !ipr_clause_break(s, k - 1); k--)
        opened = opened || ipr_is(s, k - 1, LINK);
    if (predicate(s, from, hi) || compares(s, from) || shares(s, from, hi))
        return false;
    for (size_t k = from; k < hi; k++) {
        const ipr_token *t = ipr_tok(s, k);
        if (!any && (t->roles & IPR_ROLE(REL)) && !(t->flags & IPR_F_HAN) && !tells(s, k + 1, hi))
            return false;      /* "they would have fetched": named before */
        if (tells(s, k, hi)) { /* "the firm said | notices fell": what is told */
            any = opened = false;
            core = 0;
            from = k + 1 + ipr_is(s, k + 1, IPR_ROLE(REL));
            k = from - 1;
            continue;
        }
        if (any && (t->roles & STOP) && !(t->flags & IPR_F_HAN))
            break;
        if (any && (t->roles & IPR_ROLE(VERB)) && ipr_is(s, k + 1, LINK) && k + 2 >= hi)
            break;
        if (any && opened && ipr_is(s, k, IPR_ROLE(DET)) && ipr_content(s, k - 1) &&
            !(ipr_meaning(s, k)->also & IPR_ALSO_ADVERB)) {
            any = opened = false; /* "for the Union | the share is": what opens is no subject */
            core = 0;
            from = k + 1;
            continue;
        }
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

bool ipr_phrase_all(const ipr_scan *s, size_t lo, size_t hi, uint16_t also)
{
    for (size_t k = lo; k < hi; k++)
        if (ipr_content(s, k) && !(ipr_meaning(s, k)->also & also))
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

bool ipr_same_word(const ipr_scan *s, size_t i, size_t k)
{
    const ipr_token *a = ipr_tok(s, i), *b = ipr_tok(s, k);
    return a->end - a->start == b->end - b->start &&
           memcmp(s->text.p + a->start, s->text.p + b->start, a->end - a->start) == 0;
}
