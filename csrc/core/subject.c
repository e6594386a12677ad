/* SPDX-License-Identifier: MIT
 * subject.c: what a value measures: the noun phrase behind it, the phrase a share is
 * of, the label before it, or the subject of its clause. */
#include "phrase.h"

#include <string.h>

/* ---- where to look ---- */

#define COMPARATOR                                                                                 \
    (IPR_ROLE(GT) | IPR_ROLE(GE) | IPR_ROLE(LT) | IPR_ROLE(LE) | IPR_ROLE(ABOUT) | IPR_ROLE(DET))

/* The label before a colon, a bar or a column gap: "arrests: 667". */
static bool label(const ipr_scan *s, ipr_work *w)
{
    size_t k = w->q->first;
    while (k > w->sent_lo && ipr_is(s, k - 1, COMPARATOR | IPR_ROLE(UP) | IPR_ROLE(DOWN)))
        k--;
    if (!ipr_ch(s, k - (k > 0), ':')) /* "notices: down 7%" */
        k = w->q->first;
    bool wide = ipr_tok(s, k)->flags & IPR_F_WIDE;
    if (k <= w->sent_lo)
        return false;
    if (!wide && !ipr_ch(s, k - 1, ':') && !ipr_ch(s, k - 1, '|') && !ipr_ch(s, k - 1, 'd') &&
        !ipr_ch(s, k - 1, '/') && !ipr_ch(s, k - 1, ','))
        return false;
    if (ipr_ch(s, k - 1, ',') && !(s->seg.bullet || s->seg.table))
        return false;
    size_t hi = wide ? k : k - 1, lo = w->lo;
    if (lo >= hi)
        return false;
    size_t from = lo;
    for (size_t i = lo; i < hi; i++)
        if (ipr_ch(s, i, ';') || ipr_ch(s, i, 'b') || ipr_ch(s, i, '|'))
            from = i + 1;
    while (from < hi && !ipr_content(s, from))
        from++;
    if (from >= hi)
        return false;
    size_t to = from, core = 0;
    uint64_t unit = IPR_ROLE(CURRENCY) | IPR_ROLE(PERCENT) | IPR_ROLE(SCALE) | IPR_ROLE(UNIT);
    for (size_t i = from; i < hi && !(ipr_ch(s, i, '(') && ipr_is(s, i + 1, unit)); i++) {
        if (ipr_content(s, i))
            to = i + 1;
        else if (!core && ipr_is(s, i, LINK))
            core = i;
    }
    w->subj_lo = (uint32_t)from;
    w->subj_hi = (uint32_t)to;
    w->core_hi = core && core < to ? (uint32_t)core : (uint32_t)to;
    return true;
}

/* "Lost sales came to EUR 16 billion in clothing": the clause says what the sum is. */
static bool amounts(const ipr_scan *s, const ipr_work *w)
{
    size_t k = w->q->first;
    while (k > w->clause_lo && !ipr_content(s, k - 1) &&
           !ipr_is(s, k - 1, IPR_ROLE(AUX) | IPR_ROLE(UP) | IPR_ROLE(DOWN)))
        k--;
    return k > w->clause_lo + 1 &&
           ipr_is(s, k - 1, IPR_ROLE(AUX) | IPR_ROLE(UP) | IPR_ROLE(DOWN)) && ipr_content(s, k - 2);
}

/* "300 of them (were) tablets": the noun that they are told to be, from token k on; no deed,
 * and without a verb between no quality, "ready for sale". */
static bool told_to_be(const ipr_scan *s, size_t k, ipr_work *w)
{
    bool verb = ipr_is(s, k, IPR_ROLE(AUX));
    while (k < w->hi && ipr_is(s, k, IPR_ROLE(AUX)))
        k++;
    return k < w->hi && !ipr_is(s, k, IPR_ROLE(VERB)) && ipr_phrase_at(s, k, w->hi, w) &&
           (verb || w->core_hi == w->subj_hi);
}

/* "a third (31%) of", "half - 56 percent - of", "12% (4,310) of": past the aside that opens at
 * token k and holds no more than the next value, or past the end of the aside which the value
 * itself fills. Sets how far its phrase may reach then. */
static size_t past_aside(const ipr_scan *s, const ipr_work *w, size_t k, size_t *hi)
{
    size_t at = (size_t)(w - s->work), from = w->q->first, end = k;
    bool aside = ipr_ch(s, k, '(') || (ipr_ch(s, k, 'd') && w[1].q && w[1].q->first > k);
    while (from > w->lo && ipr_is(s, from - 1, COMPARATOR))
        from--;
    if (ipr_ch(s, k, ')') || (ipr_ch(s, k, 'd') && from && ipr_ch(s, from - 1, 'd'))) {
        end = k + 1;
    } else if (aside && at + 1 < s->n && s->work[at + 1].q->last < k + 6) {
        end = s->work[at + 1].q->last + 1;
        end += ipr_ch(s, end, ipr_ch(s, k, '(') ? ')' : 'd');
        at++;
    }
    if (end == k || !ipr_is(s, end, IPR_ROLE(OF)) || s->work[at].sent_lo != w->sent_lo)
        return k;
    *hi = s->work[at].hi;
    return end;
}

/* Behind the value: its noun, or what it is a share of. */
static bool behind(const ipr_scan *s, ipr_work *w)
{
    const ipr_quantity *q = w->q;
    size_t hi = w->hi;
    size_t k = w->past > q->last + 1 ? w->past : past_aside(s, w, q->noun, &hi);
    bool share = ipr_is_share(w) || q->unit == IPR_U_POINTS;
    if (ipr_is(s, k, IPR_ROLE(POST_GE) | IPR_ROLE(POST_ABOUT) | IPR_ROLE(POST_LE)))
        k++;
    if (q->unit == IPR_U_COUNT && ipr_is(s, k, IPR_ROLE(COUNTER)))
        k++;
    if (k >= hi)
        return false;
    bool idiom = ipr_is(s, k, IPR_ROLE(REL)); /* "85% of the time" */
    if ((share || q->unit == IPR_U_COUNT) && ipr_is(s, k, IPR_ROLE(OF)) &&
        (idiom ? w->like >= 0 && !ipr_content(s, k + 1) : ipr_is(s, k + 1, IPR_ROLE(REL)))) {
        w->anaphor = share || !told_to_be(s, k + 2 - idiom, w);
        return !w->anaphor;
    }
    if (share && w->base && !ipr_is(s, k, IPR_ROLE(OF)))
        return false;
    if (w->kind == IPR_CHANGE && share) {
        size_t j = k;
        while (
            j < w->hi && j < k + 5 && ipr_tok(s, j)->kind == IPR_T_WORD &&
            !ipr_is(s, j, IPR_ROLE(UP) | IPR_ROLE(DOWN) | IPR_ROLE(MORE) | IPR_ROLE(LESS) | LINK))
            j++;
        if (ipr_is(s, j, IPR_ROLE(MORE) | IPR_ROLE(LESS)) && j <= k)
            return !ipr_is(s, j + 1, IPR_ROLE(BASE)) && ipr_phrase_at(s, j + 1, w->hi, w);
        if (ipr_is(s, j, IPR_ROLE(UP) | IPR_ROLE(DOWN)) && !s->mentioned[j + 2] &&
            ipr_is(s, j + 1, IPR_ROLE(IN) | IPR_ROLE(OF)) && !s->mentioned[j + 1 + 1])
            return ipr_phrase_at(s, j + 2, w->hi, w);
        return false;
    }
    if (q->unit == IPR_U_CURRENCY && ipr_is(s, k, IPR_ROLE(IN)) &&
        (amounts(s, w) || (ipr_tok(s, k + 1)->flags & IPR_F_CAP)))
        return false; /* "worth 5 million in Kano": where */
    if (q->unit == IPR_U_CURRENCY && ipr_is(s, k, IPR_ROLE(PREP)) && ipr_is(s, k + 1, IPR_ROLE(OF)))
        k++; /* "6 million worth of fakes" */
    if (share || q->unit == IPR_U_CURRENCY) {
        if (ipr_is(s, k, IPR_ROLE(OF)) ||
            (q->unit == IPR_U_CURRENCY && ipr_is(s, k, IPR_ROLE(IN)) && !s->mentioned[k + 1] &&
             ipr_content(s, k + 1)))
            return ipr_phrase_at(s, ipr_past_period(s, k + 1, hi), hi, w);
        if (q->unit == IPR_U_CURRENCY && (ipr_tok(s, k)->flags & IPR_F_HAN))
            return false;
        bool names =
            share || ipr_is(s, q->first - (q->first > 0), IPR_ROLE(DET)); /* "a $2 million fine" */
        return names && ipr_content(s, k) && !ipr_is(s, k, IPR_ROLE(VERB)) &&
               ipr_phrase_at(s, k, w->hi, w);
    }
    if (ipr_is(s, k, LINK) && !ipr_is(s, k, IPR_ROLE(OF)))
        return false;
    if (ipr_is(s, k, IPR_ROLE(SHARE)) && q->first > w->sent_lo && ipr_ch(s, q->first - 1, ','))
        return false; /* "Of those, 13,600 came from" */
    if ((ipr_tok(s, k)->flags & IPR_F_HAN) && ipr_is(s, k, IPR_ROLE(VERB)))
        return false;
    if (!ipr_phrase_at(s, k, hi == w->hi && w->clause_hi > k ? w->clause_hi : hi, w))
        return false;
    w->kind_of = w->like >= 0 && s->work[w->like].q->unit == q->unit &&
                 ipr_phrase_all(s, w->subj_lo, w->subj_hi, IPR_ALSO_KIND);
    return !w->kind_of;
}

/* "IP crime worth 719 million": the phrase right before a sum's preposition. */
static bool object_before(const ipr_scan *s, ipr_work *w)
{
    size_t hi = w->q->first, lo;
    bool count = w->q->unit == IPR_U_COUNT && hi > w->clause_lo + 1 &&
                 ipr_is(s, hi - 1, IPR_ROLE(OF)) &&
                 (ipr_tok(s, hi - 2)->flags & IPR_F_CONCEPT); /* "losses of 8" */
    if ((w->q->unit != IPR_U_CURRENCY && !count) || (ipr_tok(s, hi)->flags & IPR_F_HAN))
        return false;
    while (hi > w->clause_lo && ipr_is(s, hi - 1, LINK | COMPARATOR))
        hi--;
    lo = ipr_phrase_before(s, w->clause_lo, hi);
    bool measure = ipr_phrase_all(s, lo, hi, IPR_ALSO_MEASURE);
    bool led = ipr_is(s, hi, IPR_ROLE(PREP) | IPR_ROLE(OF)) && !ipr_is(s, hi, COMPARATOR);
    if (!measure && !led && !ipr_is(s, w->q->first - 1, IPR_ROLE(PREP) | IPR_ROLE(OF)))
        return false;
    if (measure && w->clause_lo > w->lo &&
        ipr_is(s, w->clause_lo - 1, IPR_ROLE(PREP))) { /* "goods with a value of": the goods */
        hi = w->clause_lo - 1;
        lo = ipr_phrase_before(s, w->lo, hi);
    } else if (measure && ipr_phrase_clause(s, w->clause_lo, lo, w)) {
        return true; /* "the goods have a value of": the goods */
    }
    w->subj_lo = (uint32_t)lo;
    w->subj_hi = w->core_hi = (uint32_t)hi;
    return lo < hi;
}

/* "They put the trade in fakes at 40 billion", "blocks cut visits to it by 9%", "it grew its
 * staff from 30 to 50": the object of the verb, not who put, cut or grew it. */
static bool object_at(const ipr_scan *s, ipr_work *w)
{
    uint64_t moved = IPR_ROLE(UP) | IPR_ROLE(DOWN);
    bool by = w->kind == IPR_CHANGE, level = !by && !w->direction && !w->base;
    uint64_t link = by ? IPR_ROLE(BY) : level ? IPR_ROLE(IN) : IPR_ROLE(FROM) | IPR_ROLE(TO);
    size_t lo, hi = w->q->first, from = w->clause_lo;
    if (!by && !level && ipr_is(s, from, link) && from > w->lo && ipr_ch(s, from - 1, ','))
        from = w->lo; /* "cut the number of sites, from 1,400 to 200" */
    while (hi > from && !ipr_content(s, hi - 1) && !ipr_is(s, hi - 1, link | STOP))
        hi--;
    if (hi <= from || !ipr_is(s, hi - 1, link) || (ipr_tok(s, hi - 1)->flags & IPR_F_HAN))
        return false;
    for (lo = --hi; lo > from && !ipr_is(s, lo - 1, STOP); lo--)
        ;
    return lo > from && lo < hi && ipr_is(s, lo - 1, level ? IPR_ROLE(VERB) : moved) &&
           (by || level || ipr_is(s, lo, IPR_ROLE(DET))) && ipr_phrase_at(s, lo, hi, w);
}

/* "Among shoppers under 30, 39% have …": the phrase that opens the sentence. */
static bool opener(const ipr_scan *s, ipr_work *w)
{
    size_t k = w->sent_lo;
    if (w->lo != k || !ipr_is(s, k, IPR_ROLE(IN) | IPR_ROLE(OF)) ||
        (ipr_tok(s, k)->flags & IPR_F_HAN) || !ipr_phrase_at(s, k + 1, w->clause_lo, w))
        return false;
    return !(ipr_tok(s, w->core_hi - 1)->flags & IPR_F_CAP) && w->subj_hi + 1 >= w->clause_lo;
}

/* The value itself is the subject: "45% worry about it", "another 16,000 were duplicates",
 * "of the rest, 9% do and 36% may". */
static bool is_subject(const ipr_scan *s, const ipr_work *w)
{
    uint8_t unit = w->q->unit;
    bool share = ipr_is_share(w), joined = false;
    size_t k = w->q->first;
    if ((!share && unit != IPR_U_COUNT) || w->kind != IPR_LEVEL)
        return false;
    for (; k > w->clause_lo && ipr_is(s, k - 1, IPR_ROLE(AND) | IPR_ROLE(AUX) | IPR_ROLE(DET)); k--)
        joined = joined || ipr_is(s, k - 1, IPR_ROLE(AND));
    if (!ipr_is(s, w->past, IPR_ROLE(AUX) | IPR_ROLE(VERB)))
        return false;
    if (w->lo == w->sent_lo) /* told of what a sentence before spoke of */
        return share && k == w->clause_lo && k > w->lo;
    return k == w->clause_lo || (share && joined);
}

/* A bare count behind a full verb, "and suspended 1,861": the verb's object, whose noun
 * was named before; what stands before the verb is who did it. */
static bool bare_object(const ipr_scan *s, const ipr_work *w)
{
    size_t k = w->q->first;
    if (w->q->unit != IPR_U_COUNT || w->kind != IPR_LEVEL || w->like < 0 ||
        s->work[w->like].q->unit != IPR_U_COUNT || (w->q->flags & IPR_Q_TIMES))
        return false;
    while (k > w->clause_lo && !ipr_content(s, k - 1) && !s->mentioned[k - 1] &&
           !ipr_is(s, k - 1, IPR_ROLE(AUX) | IPR_ROLE(TO) | IPR_ROLE(UP) | IPR_ROLE(DOWN)))
        k--;
    return k > w->clause_lo && ipr_is(s, k - 1, IPR_ROLE(VERB)) &&
           !(ipr_tok(s, k - 1)->flags & IPR_F_HAN);
}

/* Back over an earlier value of the clause that no verb parts from this one. */
static size_t clause_start(const ipr_scan *s, const ipr_work *w)
{
    size_t k = w->clause_lo;
    if (k != w->lo || k <= w->sent_lo)
        return k;
    while (k > w->sent_lo && !ipr_clause_break(s, k - 1) && w->q->first - k < 40) {
        if (ipr_is(s, k - 1, STOP | IPR_ROLE(VERB)))
            return w->clause_lo;
        k--;
    }
    return k;
}

/* "TV made up 45.8%", "Peru accounted for 12, Brazil for 8", where an earlier value of
 * the text said of what. */
static bool another_share(const ipr_scan *s, const ipr_work *w)
{
    size_t k = w->q->first;
    uint8_t unit = w->q->unit;
    if ((unit != IPR_U_PERCENT && unit != IPR_U_COUNT) || w->kind != IPR_LEVEL || w->like < 0 ||
        s->work[w->like].q->unit != unit)
        return false;
    while (k > w->clause_lo && !ipr_content(s, k - 1) && !ipr_is(s, k - 1, IPR_ROLE(SHARE)))
        k--;
    return k > w->clause_lo && ipr_is(s, k - 1, IPR_ROLE(SHARE)) &&
           !(ipr_tok(s, k - 1)->flags & IPR_F_HAN);
}

/* "TV 46%, film 12%", "Spain for 12": names and no verb since a value of the sentence that
 * has its subject; of counts only where a preposition leads to the value. */
static bool elliptic(const ipr_scan *s, const ipr_work *w)
{
    const ipr_work *v = w - 1;
    bool named = false;
    bool share = ipr_is_share(w);
    while (v > s->work && ipr_ch(s, v->q->first - 1, '(') && v[-1].sent_lo == w->sent_lo)
        v--; /* "one tool 2 million (0.3%), the other 1 million" */
    bool alone = ipr_is(s, w->q->first - 1, LINK) ||
                 (v < w - 1 && ipr_tok(s, w->q->last + 1)->kind == IPR_T_PUNCT);
    if (s->seg.table || w == s->work || v->sent_lo != w->sent_lo || v->q->unit != w->q->unit ||
        v->kind != IPR_LEVEL || w->kind != IPR_LEVEL || w->like < 0 || v->base ||
        (!share && (w->q->unit != IPR_U_COUNT || !alone)))
        return false;
    for (size_t k = v->q->last + 1; k < w->q->first; k++) {
        bool verb = ipr_is(s, k, IPR_ROLE(VERB)) && !ipr_is(s, k - 1, IPR_ROLE(DET));
        if (verb || ipr_is(s, k, STOP) || ipr_ch(s, k, ';') || ipr_ch(s, k, ':') ||
            (ipr_tok(s, k)->flags & (IPR_F_HAN | IPR_F_WIDE)))
            return false;
        named = named || ipr_content(s, k);
    }
    return named && w->q->first - v->q->last < 20;
}

/* "At 507,000, the item count was a five-year low": the subject comes behind the comma. */
static bool main_clause(const ipr_scan *s, ipr_work *w)
{
    size_t k = w->q->last + 1, hi = k + 1;
    if (w->clause_lo != w->sent_lo || !ipr_ch(s, k, ','))
        return false;
    for (size_t i = w->clause_lo; i < w->q->first; i++)
        if (ipr_content(s, i))
            return false;
    while (hi < w->hi && !ipr_clause_break(s, hi))
        hi++;
    return ipr_phrase_clause(s, k + 1, hi, w);
}

/* The bracket or dash that opens the aside which the one at `end` closes; `end` if none does. */
static size_t opening(const ipr_scan *s, size_t lo, size_t end)
{
    char open = ipr_ch(s, end, ')') ? '(' : ipr_ch(s, end, 'd') ? 'd' : 0;
    for (size_t i = end; open && i > lo; i--)
        if (ipr_ch(s, i - 1, open))
            return i - 1;
    return end;
}

/* What parts a clause from one that it cannot go on: ';', ':', an opening bracket. */
static bool closed(const ipr_scan *s, size_t i)
{
    return ipr_ch(s, i, ';') || ipr_ch(s, i, ':') || ipr_ch(s, i, '(');
}

/* May a clause begin at lo: a word or, where a verb follows, "and the number rose". */
static bool opens_clause(const ipr_scan *s, size_t lo, size_t end)
{
    if (!ipr_is(s, lo, IPR_ROLE(AND)))
        return ipr_content(s, lo) || ipr_is(s, lo, IPR_ROLE(DET));
    while (lo < end && !ipr_is(s, lo, IPR_ROLE(VERB) | IPR_ROLE(UP) | IPR_ROLE(DOWN)))
        lo++;
    return lo < end;
}

/* A clause that only goes on, "…, rose to 62", ", which numbered 3,000", "declined, by 4%": its
 * subject stands before, past asides. */
static bool outer(const ipr_scan *s, ipr_work *w)
{
    size_t end = w->clause_lo;
    bool they = ipr_is(s, end, IPR_ROLE(REL));
    if (they && w->like >= 0 && s->work[w->like].sent_lo == w->sent_lo)
        return false; /* "they would have fetched": named by the value before */
    for (int steps = 0; steps < 4 && end > w->lo && (they || !closed(s, end - 1)); steps++) {
        size_t lo = end = opening(s, w->lo, end - 1);
        while (lo > w->lo && !ipr_clause_break(s, lo - 1))
            lo--;
        bool han = ipr_tok(s, lo)->flags & IPR_F_HAN;
        if (lo < end && (han || !ipr_is(s, lo - (lo > w->lo), IPR_ROLE(CONJ))) &&
            opens_clause(s, lo, end) && ipr_phrase_clause(s, lo, end, w))
            return true;
        end = lo;
    }
    return false;
}

/* "Fakes account for 2.5% of trade, or $464 billion": the sum is of what the share is, not of
 * the whole. */
static bool share_in_money(const ipr_scan *s, ipr_work *w)
{
    const ipr_work *v = w - 1;
    size_t k = w->q->first, mark;
    if (w == s->work || v->sent_lo != w->sent_lo || v->q->unit != IPR_U_PERCENT ||
        w->q->unit != IPR_U_CURRENCY || v->kind != IPR_LEVEL || w->kind != IPR_LEVEL)
        return false;
    while (k > v->q->last + 1 && ipr_is(s, k - 1, COMPARATOR | IPR_ROLE(OR)))
        k--;
    for (mark = v->q->first;
         mark > v->clause_lo && !ipr_is(s, mark - 1, IPR_ROLE(SHARE) | IPR_ROLE(AUX)); mark--)
        ;
    return mark > v->clause_lo && ipr_clause_break(s, k - 1 + ipr_is(s, k, IPR_ROLE(CONJ))) &&
           ipr_phrase_clause(s, v->clause_lo, mark - 1, w);
}

/* "238 in Brazil and 40 in Peru": the same things, elsewhere. */
static bool goes_on(const ipr_scan *s, const ipr_work *w)
{
    return w->q->unit == IPR_U_COUNT && w->kind == IPR_LEVEL && w->like >= 0 &&
           s->work[w->like].q->unit == IPR_U_COUNT && w->q->first > w->lo &&
           ipr_is(s, w->q->first - 1, IPR_ROLE(AND)) && ipr_is(s, w->q->last + 1, IPR_ROLE(IN)) &&
           !(ipr_tok(s, w->q->last + 1)->flags & IPR_F_HAN);
}

/* "Most buyers (61%) say so": a share alone in its brackets, behind those of whom it is told. */
static bool in_brackets(const ipr_scan *s, const ipr_work *w)
{
    return ipr_is_share(w) && w->kind == IPR_LEVEL && w->lo == w->sent_lo &&
           w->q->first > w->lo + 1 && ipr_ch(s, w->q->first - 1, '(') &&
           ipr_ch(s, w->q->last + 1, ')') && ipr_content(s, w->q->first - 2) &&
           ipr_is(s, w->q->last + 2, IPR_ROLE(AUX) | IPR_ROLE(VERB));
}

/* The clause names something before the value beside what moved and against what. */
static bool names(const ipr_scan *s, const ipr_work *w)
{
    for (size_t k = w->q->first; k > w->clause_lo; k--)
        if (ipr_content(s, k - 1))
            return true;
    return false;
}

static bool before(const ipr_scan *s, ipr_work *w)
{
    w->part = another_share(s, w) || elliptic(s, w) || goes_on(s, w);
    if (is_subject(s, w))
        return opener(s, w);
    if (w->part || bare_object(s, w))
        return false;
    if (main_clause(s, w) || share_in_money(s, w))
        return true;
    if (object_before(s, w) || object_at(s, w))
        return true;
    size_t from = clause_start(s, w);
    bool own = (ipr_tok(s, w->q->noun)->flags & IPR_F_HAN) && names(s, w);
    if (from < w->clause_lo && !own && w > s->work &&
        ipr_phrase_clause(s, from, (w - 1)->q->first, w))
        return true;
    if (w->lo > w->sent_lo && ipr_ch(s, w->q->first - 1, '(') && w->q->first == w->lo + 1)
        return false; /* the same thing in another unit */
    if (in_brackets(s, w) && ipr_phrase_clause(s, w->lo, w->q->first - 1, w))
        return true;
    if (ipr_phrase_clause(s, w->clause_lo, w->q->first, w))
        return true;
    return outer(s, w);
}

/* Narrows a Han subject's core to its end: what stands behind its last verb or link. */
static void find_core(const ipr_scan *s, ipr_work *w)
{
    w->core_lo = w->subj_lo;
    if (w->right || !(ipr_tok(s, w->subj_lo)->flags & IPR_F_HAN))
        return;
    size_t k = w->subj_hi;
    while (k > w->subj_lo && !ipr_content(s, k - 1))
        k--;
    while (k > w->subj_lo && !ipr_is(s, k - 1, IPR_ROLE(VERB) | LINK))
        k--;
    if (k < w->subj_hi && k > w->subj_lo) {
        w->core_lo = (uint32_t)k;
        w->core_hi = w->subj_hi;
    }
}

/* "five purchases online": a word that says nothing, behind a plural. */
static bool trails(const ipr_scan *s, size_t k)
{
    return k > 0 && !(ipr_tok(s, k)->flags & (IPR_F_CONCEPT | IPR_F_CAP)) && !ipr_plural(s, k) &&
           ipr_content(s, k - 1) && ipr_plural(s, k - 1);
}

static void set_head(const ipr_scan *s, ipr_work *w)
{
    find_core(s, w);
    for (size_t k = w->core_hi; k > w->core_lo; k--)
        if (ipr_content(s, k - 1) && !(k - 1 > w->core_lo && trails(s, k - 1))) {
            w->head = (uint32_t)k - 1;
            return;
        }
}

/* "其中侵犯商标权的 20 件", "会退货的占三成": those of what the value before counts. */
static bool those_who(const ipr_scan *s, const ipr_work *w)
{
    size_t k = w->q->first;
    const ipr_work *v = w->like >= 0 ? &s->work[w->like] : NULL;
    bool share = ipr_is_share(w);
    if (!v || w->kind != IPR_LEVEL || v->q->unit != w->q->unit ||
        !(share || ipr_same_word(s, w->q->noun, v->q->noun)))
        return false;
    while (k > w->clause_lo && !ipr_is(s, k - 1, IPR_ROLE(OF)) &&
           ipr_is(s, k - 1, COMPARATOR | IPR_ROLE(AUX) | IPR_ROLE(SHARE)))
        k--;
    if (share && !ipr_is(s, k, IPR_ROLE(AUX) | IPR_ROLE(SHARE)))
        return false;
    return k > w->clause_lo && ipr_is(s, k - 1, IPR_ROLE(OF)) &&
           (ipr_tok(s, k - 1)->flags & IPR_F_HAN);
}

/* "A third (34%) of them": what the bracket repeats stands within the value. */
static void past_repeat(const ipr_scan *s, ipr_work *w)
{
    const ipr_work *b = w + 1;
    w->past = w->q->last + 1;
    if (b >= s->work + s->n || !b->repeat || !ipr_ch(s, w->past, '('))
        return;
    w->past = b->q->last + 2;
    w->hi = b->hi;
    for (w->clause_hi = w->past; w->clause_hi < w->hi && !ipr_clause_break(s, w->clause_hi);)
        w->clause_hi++;
}

/* "their value", "China's share", "an earlier study": whose figure, or who says it, and what
 * was named before. */
static bool names_no_thing(const ipr_scan *s, const ipr_work *w)
{
    bool thing = false, measure = false, teller = false;
    if (ipr_phrase_all(s, w->subj_lo, w->subj_hi, IPR_ALSO_MEASURE))
        return true;
    for (size_t k = w->subj_lo; k < w->subj_hi; k++) {
        if (!ipr_content(s, k))
            continue;
        measure = ipr_meaning(s, k)->also & IPR_ALSO_MEASURE;
        teller = teller || (k < w->core_hi && ipr_is(s, k, IPR_ROLE(NAME)));
        thing = thing || (!measure && !(ipr_tok(s, k)->flags & IPR_F_CAP));
        if (ipr_tok(s, k)->flags & IPR_F_HAN)
            return false;
    }
    return (measure && !thing) || (teller && s->work[w->like].q->unit == w->q->unit);
}

static bool find_subject(const ipr_scan *s, size_t i)
{
    ipr_work *w = (ipr_work *)&s->work[i];
    past_repeat(s, w);
    if (w->repeat && w->like >= 0)
        return false;
    w->right = behind(s, w);
    w->kind_of = w->kind_of || (!w->right && those_who(s, w));
    if (w->right || w->kind_of)
        return w->right;
    if (label(s, w)) /* "Their total value: …": of what was named before, but in a list */
        return s->seg.bullet || s->seg.table || w->like < 0 ||
               !ipr_phrase_all(s, w->subj_lo, w->subj_hi, IPR_ALSO_MEASURE);
    if (w->kind == IPR_CHANGE && w->q->unit == IPR_U_COUNT && !names(s, w))
        return false;
    if (w->like >= 0 && w->q->unit == IPR_U_COUNT &&
        ipr_is(s, w->q->noun, IPR_ROLE(OUTOF) | IPR_ROLE(EVERY)))
        return false; /* "four million a day or 46 per second" */
    if (w->anaphor || (w->base && w->base_of < (int32_t)i) || w->of_whole)
        return false;
    if (!before(s, w))
        return false;
    if (w->like < 0 || !names_no_thing(s, w))
        return true;
    if (ipr_tok(s, w->subj_lo)->flags & IPR_F_CONCEPT) { /* "China's share": of it, China's */
        w->facet_lo = w->subj_lo;
        w->facet_hi = w->subj_lo + 1;
    }
    return false;
}

bool ipr_only_deeds(const ipr_scan *s, const ipr_work *w)
{
    for (uint32_t k = w->subj_lo; k < w->subj_hi; k++)
        if (ipr_content(s, k) && !ipr_is(s, k, IPR_ROLE(VERB)))
            return false;
    return true;
}

bool ipr_leads_more(const ipr_scan *s, size_t k)
{
    const ipr_token *t = ipr_tok(s, k), *p = ipr_tok(s, k - (k > 0));
    return (t->roles & IPR_ROLE(POST_GT)) && (t->flags & IPR_F_HAN) && k > 0 &&
           p->kind != IPR_T_NUM && !(p->roles & (IPR_ROLE(SCALE) | IPR_ROLE(NUMBER)));
}

bool ipr_counts_change(const ipr_scan *s, const ipr_work *w)
{
    const ipr_work *v = w - (w > s->work);
    size_t k = w->q->first;
    if (v == w || v->sent_lo != w->sent_lo || v->q->unit != w->q->unit ||
        !ipr_is(s, w->q->noun, IPR_ROLE(COUNTER)) || !ipr_same_word(s, w->q->noun, v->q->noun))
        return false;
    for (; k > v->q->noun + 1 && !ipr_clause_break(s, k - 1); k--)
        if (ipr_content(s, k - 1) && !ipr_is(s, k - 1, IPR_ROLE(UP) | IPR_ROLE(DOWN)))
            return false;
    return k > v->q->noun + 1;
}

void ipr_work_subject(ipr_scan *s, size_t i)
{
    ipr_work *w = &s->work[i];
    if (find_subject(s, i))
        set_head(s, w);
    else
        w->subj_lo = w->subj_hi = w->core_lo = w->core_hi = 0;
}

void ipr_work_subjects(ipr_scan *s)
{
    for (size_t i = 0; i < s->n; i++) {
        s->work[i].like = ipr_work_elder(s, i);
        ipr_work_subject(s, i);
    }
    ipr_work_shared(s);
    for (size_t i = 0; i < s->n; i++)
        if (s->work[i].subj_hi > s->work[i].subj_lo)
            s->work[i].like = -1;
}
