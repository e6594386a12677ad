/* SPDX-License-Identifier: MIT
 * phrase.c: noun phrases: where one begins, where its core and its whole end, and the
 * subject of a clause. What a value measures is chosen among them in subject.c.
 */
#include "phrase.h"

#include <string.h>

/* Does the measure word at i, which nothing leads to, end the word before it: 包装箱, no box of
 * packings? */
static bool ends_word(const ipr_scan *s, size_t i)
{
    const ipr_token *t = ipr_tok(s, i), *p = ipr_tok(s, i - (i > 0));
    return (t->flags & p->flags & IPR_F_HAN) && (p->kind == IPR_T_WORD) & !p->roles &&
           ipr_tok(s, i + 1)->kind != IPR_T_WORD;
}

bool ipr_content(const ipr_scan *s, size_t i)
{
    const ipr_token *t = ipr_tok(s, i);
    if (i >= s->seg.n)
        return false;
    if (t->roles & IPR_ROLE(COUNTER))
        return !s->mentioned[i] && ends_word(s, i);
    uint64_t not = FUNCTION | (t->flags & IPR_F_TRAP ? IPR_ROLE(NUMBER) : 0);
    return (t->kind == IPR_T_WORD) & !(t->roles & not ) & !s->mentioned[i];
}

bool ipr_plural(const ipr_scan *s, size_t i)
{
    const ipr_token *t = ipr_tok(s, i);
    uint64_t tail = ipr_tail(s->text, t->end);
    for (size_t k = 0; k < s->pack->endings && t->kind == IPR_T_WORD; k++) {
        const ipr_ending *e = &s->pack->ending[k];
        if (t->end - t->start > e->n && ipr_ends(e, tail))
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

bool ipr_deed_noun(const ipr_scan *s, size_t k)
{
    return ipr_plural(s, k) &&
           (k + 1 >= s->seg.n || ipr_tok(s, k + 1)->kind == IPR_T_PUNCT ||
            ipr_is(s, k + 1,
                   IPR_ROLE(AUX) | IPR_ROLE(IN) | IPR_ROLE(OF) | IPR_ROLE(PREP) | IPR_ROLE(AND)));
}

/* "the (2024) review": a verb's noun. */
static bool determined(const ipr_scan *s, size_t k)
{
    while (k > 0 && s->mentioned[k - 1])
        k--;
    return k > 0 && ipr_is(s, k - 1, IPR_ROLE(DET)) &&
           !(ipr_meaning(s, k - 1)->also & IPR_ALSO_ADVERB);
}

/* "of (mostly alcoholic) | beverages": past an aside that opens a phrase. */
static size_t past_bracket(const ipr_scan *s, size_t k, size_t limit)
{
    size_t i = k;
    while (ipr_ch(s, k, '(') && i < limit && i < k + 6 && !ipr_ch(s, i, ')'))
        i++;
    return i > k && ipr_ch(s, i, ')') && ipr_content(s, i + 1) ? i + 1 : k;
}

bool ipr_phrase_at(const ipr_scan *s, size_t i, size_t limit, ipr_work *w)
{
    size_t k = i, core = 0, lo = i, last = i;
    bool any = false, thing = false;
    while (k < limit && ipr_is(s, k, IPR_ROLE(DET) | IPR_ROLE(OF)))
        lo = ++k;
    lo = k = past_bracket(s, k, limit);
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
             (ipr_tok(s, k + 2)->kind == IPR_T_NUM || ipr_is(s, k + 2, IPR_ROLE(DET)))))
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
                    (!any && (ipr_deed_noun(s, k) || determined(s, k)));
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

/* Are the last members of a list joined behind the comma at k, and told of: "satellite and
 * telco firms may"? */
static bool joined(const ipr_scan *s, size_t k, size_t hi)
{
    bool join = false;
    for (k++; k < hi && !is_verb(s, k) && !ipr_is(s, k, IPR_ROLE(SHARE)); k++) {
        if (ipr_tok(s, k)->kind != IPR_T_WORD || s->mentioned[k] || ipr_is(s, k, STOP))
            return false;
        join = join || (ipr_is(s, k, IPR_ROLE(AND)) && ipr_content(s, k - 1));
    }
    return join && k < hi && ipr_content(s, k - 1) && !(ipr_tok(s, k)->flags & IPR_F_HAN);
}

/* Where the member of a list begins that the comma at k closes; k if it is none. */
static size_t member(const ipr_scan *s, size_t lo, size_t k)
{
    size_t from = k;
    if (!ipr_ch(s, k, ',') || k <= lo || !ipr_content(s, k - 1))
        return k;
    while (from > lo && ipr_tok(s, from - 1)->kind == IPR_T_WORD && !s->mentioned[from - 1] &&
           !ipr_is(s, from - 1, STOP) &&
           (!ipr_is(s, from - 1, IPR_ROLE(VERB)) || ipr_is(s, from, LINK))) /* "seized in" */
        from--;
    return ipr_is(s, from, LINK | IPR_ROLE(VERB)) ? k : from; /* "In France, shops and" */
}

size_t ipr_phrase_list(const ipr_scan *s, size_t lo, size_t k, size_t hi)
{
    size_t start = k + 1, from = k;
    bool list = joined(s, k, hi);
    for (; list && (from = member(s, lo, k)) < k; k = from - 1) {
        start = from;
        if (from == lo)
            break;
    }
    return start;
}

/* Where the phrase before token `hi` begins, not before lo. */
static size_t left_edge(const ipr_scan *s, size_t lo, size_t hi)
{
    size_t k = lo;
    for (size_t i = lo; i < hi; i++)
        if (ipr_clause_break(s, i) && !ipr_ch(s, i, '/'))
            k = i + 1;
    if (k > lo)
        k = ipr_phrase_list(s, lo, k - 1, hi);
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

/* "valued at", "rose from", "would have", "surpassing the record of": the clause goes on about
 * what was named before it. */
static bool predicate(const ipr_scan *s, size_t k, size_t hi)
{
    if (k >= hi || k < ipr_sentence(s, k) + 2 || !is_verb(s, k) ||
        (ipr_tok(s, k)->flags & IPR_F_HAN) || determined(s, k))
        return false;
    if (ipr_is(s, k, IPR_ROLE(AUX)) && is_verb(s, k + 1) &&
        (ipr_is(s, k + 2, LINK) || ipr_is(s, k + 1, IPR_ROLE(AUX))))
        return true; /* "are valued at" */
    return k + 1 == hi || ipr_is(s, k + 1, NO_START | IPR_ROLE(DET));
}

/* "said" or "revealing that" at k, and behind it a clause with a verb before `hi`, or behind an
 * aside there: "says the goods, they add, were". */
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
    return named && ipr_ch(s, hi, ',');
}

/* "in the north it was (just) 27": a pronoun at k, and up to the value nothing but what it was;
 * not where a clause from lo on says what it is, "had the goods been real they were". */
static bool pronoun(const ipr_scan *s, size_t lo, size_t k, size_t hi)
{
    if (!ipr_is(s, k, IPR_ROLE(REL)) || ipr_is(s, k, IPR_ROLE(DET)) ||
        !ipr_is(s, k + 1, IPR_ROLE(AUX)) || (ipr_tok(s, k)->flags & IPR_F_HAN))
        return false;
    for (; lo < k; lo++)
        if (ipr_is(s, lo, IPR_ROLE(AUX)))
            return false;
    for (k += 2; k < hi; k++)
        if (ipr_content(s, k) || ipr_is(s, k, LINK) || ipr_tok(s, k)->kind == IPR_T_PUNCT)
            return false;
    return true;
}

/* "the port saw | seizures fall": the verb at k has an object that moves. */
static bool watches(const ipr_scan *s, size_t k, size_t hi)
{
    if (!ipr_is(s, k, IPR_ROLE(VERB)) || !ipr_is(s, k, IPR_ROLE(AUX)) ||
        (ipr_tok(s, k)->flags & IPR_F_HAN))
        return false;
    for (k++; k < hi && !ipr_is(s, k, IPR_ROLE(UP) | IPR_ROLE(DOWN)); k++)
        if (ipr_is(s, k, IPR_ROLE(AUX) | IPR_ROLE(CONJ)) || ipr_tok(s, k)->kind != IPR_T_WORD)
            return false;
    return k < hi && ipr_content(s, k - 1) && !ipr_is(s, k, IPR_ROLE(AUX));
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
        if (any && pronoun(s, lo, k, hi))
            return false;
        if (any && watches(s, k, hi)) {
            any = opened = false;
            core = 0;
            from = k + 1;
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

/* "attempts to open accounts": the verb at k says what the noun is for. */
static bool infinitive(const ipr_scan *s, size_t k)
{
    return k > 1 && ipr_is(s, k, IPR_ROLE(VERB)) && ipr_is(s, k - 1, IPR_ROLE(TO)) &&
           ipr_content(s, k - 2);
}

/* Where the words before token `hi` that no verb, stop or mention parts begin. */
size_t ipr_phrase_before(const ipr_scan *s, size_t limit, size_t hi)
{
    size_t lo = hi;
    while (lo > limit && !s->mentioned[lo - 1] && ipr_tok(s, lo - 1)->kind == IPR_T_WORD &&
           (!ipr_is(s, lo - 1, STOP | IPR_ROLE(VERB)) || infinitive(s, lo - 1)))
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
