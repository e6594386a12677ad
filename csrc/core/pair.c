/* SPDX-License-Identifier: MIT
 * pair.c: "respectively": a list of values paired with a list of subjects, before or
 * behind it. Items are cut at commas and at `and`; when the counts do not agree, the
 * last item is split or the last ones are joined. */
#include "scan.h"

#define ITEM_MAX 32

typedef struct items {
    uint32_t lo[ITEM_MAX], hi[ITEM_MAX];
    size_t n;
} items;

#define LINK (IPR_ROLE(OF) | IPR_ROLE(IN) | IPR_ROLE(PREP) | IPR_ROLE(FROM) | IPR_ROLE(BY))
#define EDGE                                                                                       \
    (IPR_ROLE(AUX) | IPR_ROLE(REL) | IPR_ROLE(CONJ) | IPR_ROLE(UP) | IPR_ROLE(DOWN) |              \
     IPR_ROLE(SHARE))

static bool comma(const ipr_scan *s, size_t i)
{
    return ipr_ch(s, i, ',') || ipr_ch(s, i, 'l');
}

static void trim(const ipr_scan *s, uint32_t *lo, uint32_t *hi)
{
    while (*lo < *hi && !ipr_content(s, *lo))
        ++*lo;
    while (*hi > *lo && !ipr_content(s, *hi - 1))
        --*hi;
}

static void add(const ipr_scan *s, items *it, uint32_t lo, uint32_t hi)
{
    trim(s, &lo, &hi);
    if (lo < hi && it->n < ITEM_MAX) {
        it->lo[it->n] = lo;
        it->hi[it->n++] = hi;
    }
}

/* Cuts [lo, hi) at commas; Han text also at every `and`. */
static void cut(const ipr_scan *s, uint32_t lo, uint32_t hi, items *it)
{
    uint32_t from = lo;
    it->n = 0;
    for (uint32_t i = lo; i < hi; i++) {
        bool han = (ipr_tok(s, i)->flags & IPR_F_HAN) && ipr_is(s, i, IPR_ROLE(AND));
        if (!comma(s, i) && !han)
            continue;
        add(s, it, from, i);
        from = i + 1;
    }
    add(s, it, from, hi);
}

/* Makes the number of items want; false if that cannot be. */
static bool fit(const ipr_scan *s, items *it, size_t want)
{
    if (it->n == 0)
        return false;
    if (it->n + 1 == want) {
        size_t last = it->n - 1;
        for (uint32_t i = it->lo[last]; i < it->hi[last]; i++) {
            if (!ipr_is(s, i, IPR_ROLE(AND)))
                continue;
            uint32_t hi = it->hi[last];
            it->hi[last] = i;
            trim(s, &it->lo[last], &it->hi[last]);
            add(s, it, i + 1, hi);
            break;
        }
    }
    if (it->n > want) {
        it->hi[want - 1] = it->hi[it->n - 1];
        it->n = want;
    }
    return it->n == want;
}

/* The list before the values: back from them to a verb, pronoun or number. */
static bool list_before(const ipr_scan *s, const ipr_work *first, size_t want, items *it)
{
    uint32_t hi = first->q->first, lo;
    while (hi > first->sent_lo && !ipr_content(s, hi - 1) && !comma(s, hi - 1))
        hi--;
    for (lo = hi; lo > first->sent_lo; lo--) {
        const ipr_token *t = ipr_tok(s, lo - 1);
        if ((t->roles & EDGE) || t->kind == IPR_T_NUM || ipr_ch(s, lo - 1, ';') ||
            ipr_ch(s, lo - 1, ':') || ipr_ch(s, lo - 1, '.') || hi - lo > 80)
            break;
    }
    cut(s, lo, hi, it);
    return fit(s, it, want);
}

/* The list behind the values: "… percent for footwear, watches and toys, respectively". */
static bool list_behind(const ipr_scan *s, const ipr_work *last, uint32_t mark, size_t want,
                        items *it)
{
    uint32_t lo = last->q->noun, hi = lo;
    while (lo < last->sent_hi && lo < last->q->noun + 4 && !ipr_is(s, lo, LINK))
        lo++;
    if (!ipr_is(s, lo, LINK))
        return false;
    for (hi = lo; hi < last->sent_hi && hi < mark && hi - lo < 80; hi++)
        if (ipr_is(s, hi, EDGE) || ipr_tok(s, hi)->kind == IPR_T_NUM)
            break;
    cut(s, lo, hi, it);
    return fit(s, it, want);
}

/* Does a verb of shares lead to the values: "film and music accounted for (some) 5 and 6"? */
static bool shares(const ipr_scan *s, const ipr_work *w)
{
    uint32_t k = w->q->first;
    while (k > w->sent_lo && !ipr_content(s, k - 1) && !ipr_is(s, k - 1, IPR_ROLE(SHARE)))
        k--;
    return k > w->sent_lo && ipr_is(s, k - 1, IPR_ROLE(SHARE));
}

/* "48 cases; France and Italy followed with 17 and 11": names alone, or parts that a verb of
 * shares tells; what of theirs is counted was told by the value before, which is returned, or
 * NULL. */
static const ipr_work *told_before(const ipr_scan *s, size_t first, const items *it)
{
    const ipr_work *w = &s->work[first], *v = w;
    bool part = w->q->unit != IPR_U_PERCENT && shares(s, w);
    for (size_t k = 0; k < it->n && !part; k++)
        if (!(ipr_tok(s, it->lo[k])->flags & IPR_F_CAP) || it->lo[k] == ipr_sentence(s, it->lo[k]))
            return NULL;
    for (int steps = 0; v > s->work && steps < (part ? 4 : 1); steps++) {
        v--;
        bool same = v->kind == IPR_LEVEL && v->q->unit == w->q->unit && v->subj_hi > v->subj_lo;
        bool near = v->sent_lo == w->sent_lo || (part && v->sent_hi == w->sent_lo);
        if (same && near && (v->right || part))
            return v;
    }
    return NULL;
}

/* Values first..first+n-1 get the items; words before the first item's last link are
 * the subject of all. */
static void assign(ipr_scan *s, size_t first, const items *it, const ipr_work *of)
{
    uint32_t facet = it->lo[0];
    for (uint32_t i = it->lo[0]; i < it->hi[0]; i++)
        if (ipr_is(s, i, LINK))
            facet = i + 1;
    bool shared = facet > it->lo[0];
    for (size_t k = 0; k < it->n; k++) {
        ipr_work *w = &s->work[first + k];
        w->facet_lo = k ? it->lo[k] : facet;
        w->facet_hi = it->hi[k];
        trim(s, &w->facet_lo, &w->facet_hi);
        w->subj_lo = w->core_lo = shared ? it->lo[0] : it->lo[k];
        w->subj_hi = shared ? it->hi[it->n - 1] : it->hi[k];
        w->core_hi = shared ? facet - 1 : it->hi[k];
        if (!shared && of) {
            w->subj_lo = w->core_lo = of->subj_lo;
            w->subj_hi = of->subj_hi;
            w->core_hi = of->core_hi;
        }
        w->paired = true;
        for (uint32_t h = w->core_hi; h > w->subj_lo; h--)
            if (ipr_content(s, h - 1)) {
                w->head = h - 1;
                break;
            }
    }
}

/* "280 件 306 人": value i + 1 stands right behind the measure word of value i. */
static bool beside(const ipr_scan *s, size_t i)
{
    const ipr_quantity *a = s->work[i].q, *b = s->work[i + 1].q;
    return ipr_is(s, a->noun, IPR_ROLE(COUNTER)) && b->first == a->noun + 1 &&
           (ipr_tok(s, a->noun)->flags & IPR_F_HAN) && ipr_is(s, b->noun, IPR_ROLE(COUNTER));
}

static bool in_run(const ipr_scan *s, size_t i)
{
    return beside(s, i) || ipr_list_adjacent(&s->seg, s->work[i].q, s->work[i + 1].q);
}

/* The run of list members nearest before the mark, else behind it; Han the other way round. */
static size_t run_at(const ipr_scan *s, uint32_t mark, size_t *count)
{
    size_t last = s->n;
    bool han = ipr_tok(s, mark)->flags & IPR_F_HAN;
    for (size_t i = 0; i < s->n; i++) {
        const ipr_work *w = &s->work[i];
        if (w->sent_lo != ipr_sentence(s, mark))
            continue;
        if (w->q->last < mark || last == s->n)
            last = i;
        else if (han && w->q->last > mark && s->work[last].q->last < mark)
            last = i;
    }
    if (last == s->n)
        return s->n;
    size_t first = last;
    while (first > 0 && in_run(s, first - 1))
        first--;
    while (last + 1 < s->n && in_run(s, last))
        last++;
    *count = last - first + 1;
    return first;
}

/* Numbers the members of a run, whose items may be pairs: "1 件 2 人、3 件 4 人". True if
 * each is one value. */
static bool number(ipr_scan *s, size_t first, size_t count)
{
    size_t members = 1, nth = 0;
    for (size_t k = 0; k + 1 < count; k++)
        members += !beside(s, first + k);
    if (members < 2 || count % members)
        return members == count;
    for (size_t k = 0; k < count; k++) {
        nth += k == 0 || !beside(s, first + k - 1);
        s->work[first + k].nth = (uint8_t)nth;
        s->work[first + k].of_nth = (uint8_t)members;
    }
    return members == count;
}

/* "46 cases, 48 people, up 9 and 8 %, respectively": each change is of the level that stands
 * in its place before the run; that level moved so. */
static bool pair_changes(ipr_scan *s, size_t first, size_t count)
{
    if (first < count)
        return false;
    for (size_t k = s->work[first].q->first;
         k > s->work[first - 1].q->noun && !ipr_clause_break(s, k - 1); k--)
        if (ipr_content(s, k - 1) && !ipr_is(s, k - 1, IPR_ROLE(UP) | IPR_ROLE(DOWN)))
            return false; /* names what moved itself */
    for (size_t k = 0; k < count; k++) {
        const ipr_work *w = &s->work[first + k], *v = w - count;
        if (w->kind != IPR_CHANGE || !w->direction || v->kind != IPR_LEVEL || v->base ||
            v->sent_lo != w->sent_lo)
            return false;
    }
    for (size_t k = 0; k < count; k++) {
        ipr_work *w = &s->work[first + k], *v = w - count;
        w->subj_lo = w->subj_hi = w->core_lo = w->core_hi = 0;
        w->like = (int32_t)(first + k - count);
        w->right = false;
        w->nth = v->nth;
        w->of_nth = v->of_nth;
        v->direction = w->direction;
        v->basis = w->basis;
        v->versus = w->versus;
        v->has_versus = w->has_versus;
    }
    return true;
}

void ipr_work_pairs(ipr_scan *s)
{
    if (!(s->seg.roles & IPR_ROLE(RESPECTIVELY)))
        return;
    for (uint32_t i = 0; i < s->seg.n; i++) {
        size_t count = 0;
        items it;
        if (!ipr_is(s, i, IPR_ROLE(RESPECTIVELY)))
            continue;
        size_t first = run_at(s, i, &count);
        if (first == s->n || count < 2 || count > ITEM_MAX)
            continue;
        if (pair_changes(s, first, count))
            continue;
        if (!number(s, first, count))
            continue;
        const ipr_work *a = &s->work[first], *b = &s->work[first + count - 1];
        ipr_work of = *b; /* "… were the source of 96, 3 and 0.4 percent of cases" */
        if (list_behind(s, b, i, count, &it))
            assign(s, first, &it, NULL);
        else if (list_before(s, a, count, &it))
            assign(s, first, &it,
                   of.right && of.subj_lo > of.q->last ? &of : told_before(s, first, &it));
        for (size_t k = 0; of.anaphor && first && k < count; k++) { /* "14 and 9% of them" */
            s->work[first + k].subj_lo = s->work[first + k].subj_hi = 0;
            s->work[first + k].like = (int32_t)first - 1;
        }
    }
}
