/* SPDX-License-Identifier: MIT
 * behind.c: what a value measures where the words stand behind it: the noun that it counts,
 * or what it is a share or a sum of. */
#include "phrase.h"

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
 * and without a verb between no quality, "ready for sale", "valid". */
static bool told_to_be(const ipr_scan *s, size_t k, ipr_work *w)
{
    bool verb = ipr_is(s, k, IPR_ROLE(AUX));
    while (k < w->hi && ipr_is(s, k, IPR_ROLE(AUX)))
        k++;
    return k < w->hi && !ipr_is(s, k, IPR_ROLE(VERB)) && ipr_phrase_at(s, k, w->hi, w) &&
           (verb || (w->core_hi == w->subj_hi && ipr_plural(s, w->core_hi - 1)));
}

/* "a third (31%) of", "half - 56 percent - of", "12% (4,310) of": past the aside that opens at
 * token k and holds no more than the next value, or past the end of the aside which the value
 * itself fills. Sets how far its phrase may reach then. */
static size_t past_aside(const ipr_scan *s, const ipr_work *w, size_t k, size_t *hi)
{
    size_t at = (size_t)(w - s->work), from = w->led > w->lo ? w->led : w->lo, end = k;
    bool aside = ipr_ch(s, k, '(') || (ipr_ch(s, k, 'd') && w[1].q && w[1].q->first > k);
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

/* "9 billion a year | in lost sales", "a year | of it": past the time that a rate is told for. */
static size_t past_rate(const ipr_scan *s, size_t k, size_t hi)
{
    size_t i = k;
    while (i < hi && (s->mentioned[i] || ipr_is(s, i,
                                                IPR_ROLE(DET) | IPR_ROLE(EVERY) | IPR_ROLE(YOY) |
                                                    IPR_ROLE(UNIT) | IPR_ROLE(TIMEMARK))))
        i++;
    return i > k && ipr_is(s, i, IPR_ROLE(IN)) ? i : k;
}

/* "For 51% | price was the reason, for 20% | quality": those of whom it is told were named
 * before; what follows is another clause. */
static bool of_whom(const ipr_scan *s, const ipr_work *w)
{
    size_t k = w->led > w->clause_lo ? w->led : w->clause_lo;
    return ipr_is_share(w) && k == w->clause_lo + 1 && ipr_is(s, k - 1, IPR_ROLE(PREP)) &&
           !(ipr_tok(s, k - 1)->flags & IPR_F_HAN) &&
           (ipr_is(s, w->subj_hi, IPR_ROLE(AUX)) || ipr_is(s, w->core_hi, IPR_ROLE(VERB)) ||
            (w > s->work && w[-1].anaphor));
}

/* "it found nine in ten | valid": a quality of those named before. */
static bool found_so(const ipr_scan *s, const ipr_work *w, size_t k)
{
    bool led = w->q->first > w->lo && ipr_is(s, w->q->first - 1, IPR_ROLE(AUX) | IPR_ROLE(VERB));
    return ipr_is_share(w) && w->like >= 0 && led && w->subj_lo == k && w->core_hi == k + 1 &&
           !ipr_plural(s, k) && !(ipr_tok(s, k)->flags & (IPR_F_HAN | IPR_F_CAP)) &&
           !(ipr_meaning(s, k)->also & (IPR_ALSO_NOUN | IPR_ALSO_MEASURE));
}

/* "$213 billion ($160bn in film, $29bn in music)": a part of the sum before the bracket. */
static bool part_in_brackets(const ipr_scan *s, const ipr_work *w)
{
    const ipr_work *v = w;
    while (v > s->work && v[-1].sent_lo == w->sent_lo && v[-1].q->unit == w->q->unit) {
        size_t k = v->led > v->lo ? v->led : v->lo;
        v--;
        if (ipr_ch(s, k - (k > 0), '('))
            return v->q->last + 2 == k;
        for (k = v->q->last + 1; k < v[1].q->first; k++)
            if (ipr_ch(s, k, ')'))
                return false;
    }
    return false;
}

/* "300 cases; of these, 46 involved shoes": a part of those named before, told by a verb. */
static bool of_those(const ipr_scan *s, const ipr_work *w, size_t behind)
{
    size_t k = w->q->first;
    if (w->like < 0 || !ipr_is(s, behind, IPR_ROLE(VERB) | IPR_ROLE(AUX)) ||
        (ipr_tok(s, behind)->flags & IPR_F_HAN))
        return false;
    while (k > w->lo && ipr_is(s, k - 1, COMPARATOR & ~IPR_ROLE(DET)))
        k--;
    k -= k > w->lo && ipr_ch(s, k - 1, ',');
    return k > w->lo + 1 && ipr_is(s, k - 1, IPR_ROLE(DET)) && ipr_is(s, k - 2, IPR_ROLE(OF)) &&
           (k - 2 == w->sent_lo || ipr_clause_break(s, k - 3));
}

/* Behind the value: its noun, or what it is a share of. */
bool ipr_phrase_behind(const ipr_scan *s, ipr_work *w)
{
    const ipr_quantity *q = w->q;
    past_repeat(s, w);
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
    if (q->unit == IPR_U_CURRENCY)
        k = past_rate(s, k, hi);
    bool in = q->unit == IPR_U_CURRENCY && ipr_is(s, k, IPR_ROLE(IN));
    w->anaphor = w->anaphor || (in && part_in_brackets(s, w));
    if (in && (w->anaphor || amounts(s, w) || (ipr_tok(s, k + 1)->flags & IPR_F_CAP)))
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
        if (!names || !ipr_content(s, k) || ipr_is(s, k, IPR_ROLE(VERB)) ||
            !ipr_phrase_at(s, k, w->hi, w))
            return false;
        w->anaphor = of_whom(s, w) || found_so(s, w, k);
        return !w->anaphor;
    }
    if (ipr_is(s, k, LINK) && !ipr_is(s, k, IPR_ROLE(OF)))
        return false;
    if (ipr_is(s, k, IPR_ROLE(SHARE)) && q->first > w->sent_lo && ipr_ch(s, q->first - 1, ','))
        return false; /* "Of those, 13,600 came from" */
    if ((ipr_tok(s, k)->flags & IPR_F_HAN) && ipr_is(s, k, IPR_ROLE(VERB)))
        return false;
    if (of_those(s, w, k))
        return !(w->anaphor = true);
    if (!ipr_phrase_at(s, k, hi == w->hi && w->clause_hi > k + 1 ? w->clause_hi : hi, w))
        return false;
    w->kind_of = w->like >= 0 && s->work[w->like].q->unit == q->unit &&
                 ipr_phrase_all(s, w->subj_lo, w->subj_hi, IPR_ALSO_KIND);
    return !w->kind_of;
}
