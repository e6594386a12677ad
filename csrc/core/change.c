/* SPDX-License-Identifier: MIT
 * change.c: what rose or fell, by how much, to what, against what. */
#include "change.h"

#include <string.h>

#define REACH 9  /* tokens looked at on either side, */
#define LEFT 18  /* at most before a value, */
#define RIGHT 14 /* and behind it */

static uint8_t trend(uint64_t roles)
{
    return roles & IPR_ROLE(UP) ? IPR_D_UP : roles & IPR_ROLE(DOWN) ? IPR_D_DOWN : IPR_D_NONE;
}

/* ---- bases ---- */

/* "against", "from", or "down on". */
static bool versus_at(const ipr_scan *s, size_t k)
{
    bool on = ipr_is(s, k, IPR_ROLE(TIMEMARK)) && ipr_meaning(s, k)->time == IPR_TIME_BASE;
    return ipr_is(s, k, VERSUS) || (on && k > 0 && ipr_is(s, k - 1, TREND));
}

/* "20% fewer than the 5,600": the comparator k stands behind the size of a change. */
static bool of_change(const ipr_scan *s, const ipr_work *w, size_t k)
{
    if (w == s->work || (w - 1)->sent_lo != w->sent_lo)
        return false;
    const ipr_quantity *v = (w - 1)->q;
    return v->last + 1 == k && ipr_is_part(v) && ipr_is(s, k, IPR_ROLE(GT) | IPR_ROLE(LT));
}

/* The token that makes w a base ("against", "from"), or 0 if there is none before it. */
static size_t base_word(const ipr_scan *s, const ipr_work *w)
{
    const uint64_t leads = VERSUS | COMPARATORS | IPR_ROLE(TIMEMARK) | IPR_ROLE(OF) | IPR_ROLE(IN) |
                           IPR_ROLE(DET) | IPR_ROLE(PREP);
    size_t k = w->q->first;
    if (!(ipr_is(s, k - 1, leads) | s->mentioned[k - (k > 0)]))
        return 0;
    for (int steps = 0; k > w->lo && steps < 4; steps++) {
        k--;
        if (versus_at(s, k) || of_change(s, w, k))
            return k + 1;
        if (ipr_is(s, k, TREND) && s->mentioned[k])
            return 0; /* "较 2021 年增长": one token of the date */
        if (ipr_is(s, k, IPR_ROLE(OF)) && k > w->lo + 1 && s->mentioned[k - 2]) {
            k -= 2; /* "below the 2021 level of 33,000", "the previous year's record of 30" */
            if (s->mention[s->mentioned[k] - 1].flags & IPR_M_PRIOR)
                return k + 1;
        }
        bool han =
            (ipr_tok(s, k)->flags & IPR_F_HAN) && ipr_is(s, k, IPR_ROLE(PREP) | IPR_ROLE(OF));
        if (!ipr_is(s, k, COMPARATORS | IPR_ROLE(DET) | IPR_ROLE(IN)) && !s->mentioned[k] && !han)
            return 0;
    }
    return 0;
}

static bool trend_before(const ipr_scan *s, size_t from, size_t lo)
{
    for (size_t k = from, steps = 0; k > lo && steps < REACH; steps++) {
        k--;
        if (ipr_is(s, k, TREND | IPR_ROLE(MORE) | IPR_ROLE(LESS) | IPR_ROLE(MULTIPLE)) ||
            ipr_is(s, k, IPR_ROLE(TIMES)))
            return true;
        if (ipr_ch(s, k, ';'))
            return false;
    }
    return false;
}

/* A period stands behind the value, so many words on at most. */
static bool period_within(const ipr_scan *s, const ipr_work *w, size_t words)
{
    for (size_t k = w->q->noun, steps = 0; k < w->hi && steps < words; k++, steps++) {
        if (s->mentioned[k])
            return true;
        if (ipr_tok(s, k)->kind != IPR_T_WORD)
            return false;
    }
    return false;
}

static bool period_behind(const ipr_scan *s, const ipr_work *w)
{
    return period_within(s, w, 4);
}

/* "from 30 … to 50", "from 30 … rose": what follows in the clause is the new level. */
static bool moves_on(const ipr_scan *s, const ipr_work *w, size_t i)
{
    const ipr_work *next = w + 1;
    if (i + 1 >= s->n || next->sent_lo != w->sent_lo)
        return false;
    for (size_t k = w->q->noun; k < next->q->first; k++) {
        if (ipr_ch(s, k, ';') || ipr_is(s, k, IPR_ROLE(CONJ) | IPR_ROLE(AND)))
            return false;
        if (ipr_is(s, k, IPR_ROLE(TO) | TREND))
            return true;
    }
    return false;
}

/* "from 30": a base where something moved, where `to` follows, or where a period does. */
static bool from_is_base(const ipr_scan *s, const ipr_work *w, size_t word, size_t i)
{
    if (trend_before(s, word, w->sent_lo) || moves_on(s, w, i))
        return true;
    return i > 0 && (w - 1)->sent_lo == w->sent_lo && period_behind(s, w) &&
           (w - 1)->q->unit == w->q->unit && word > 1 && ipr_tok(s, word - 2)->kind == IPR_T_PUNCT;
}

static bool prior_beside(const ipr_scan *s, const ipr_work *w)
{
    if (!(s->seg.roles & IPR_ROLE(PRIOR)))
        return false;
    for (size_t k = w->q->noun, steps = 0; k < w->hi && steps < 4; k++, steps++) {
        if (ipr_is(s, k, IPR_ROLE(PRIOR)) && k > 1 &&
            (ipr_is(s, k - 1, IPR_ROLE(IN)) ||
             (ipr_is(s, k - 1, IPR_ROLE(DET)) && ipr_is(s, k - 2, IPR_ROLE(IN)))))
            return false; /* "8% on the previous year" */
        if (ipr_is(s, k, IPR_ROLE(PRIOR)))
            return !ipr_is(s, k ? k - 1 : 0, VERSUS) && !ipr_is(s, k >= 2 ? k - 2 : 0, VERSUS);
        if (ipr_is(s, k, VERSUS | TREND | COMPARATORS | IPR_ROLE(MORE) | IPR_ROLE(LESS)) ||
            ipr_tok(s, k)->kind == IPR_T_PUNCT)
            return false;
    }
    return false;
}

/* "(2019: 0.37 %)": an earlier period, a colon, the value, in brackets. */
static bool bracket_base(const ipr_scan *s, const ipr_work *w)
{
    size_t k = w->q->first;
    if ((w - 1)->q->unit != w->q->unit || k < 3)
        return false;
    k--;
    if (ipr_ch(s, k, '(')) { /* "(23,000 in 2020)" */
        size_t to = w->q->noun;
        while (to < w->hi && ipr_tok(s, to)->kind == IPR_T_WORD && !s->mentioned[to])
            to++;
        if (to >= w->hi || to > w->q->noun + 3 || !s->mentioned[to])
            return false;
        const ipr_mention *m = &s->mention[s->mentioned[to] - 1];
        return m->period.from.grain <= IPR_G_FISCAL && period_behind(s, w);
    }
    if (ipr_ch(s, k, ':'))
        k--;
    if (!s->mentioned[k])
        return false;
    while (k > w->lo && s->mentioned[k])
        k--;
    return ipr_ch(s, k, '(');
}

/* "…, and in 2018 227": an earlier year names the level's own earlier figure. */
static bool earlier_year(const ipr_scan *s, const ipr_work *w)
{
    size_t k = w->q->first;
    if ((w - 1)->q->unit != w->q->unit || (w - 1)->sent_lo != w->sent_lo)
        return false;
    while (k > w->lo && ipr_is(s, k - 1, IPR_ROLE(AUX) | IPR_ROLE(TO) | COMPARATORS) &&
           !s->mentioned[k - 1])
        k--;
    if (k == w->lo || !s->mentioned[k - 1] || ipr_is(s, k - 1, TREND))
        return false;
    const ipr_mention *own = NULL, *last = NULL;
    for (size_t m = 0; m < s->mentions; m++) {
        if (s->mention[m].last == k - 1)
            own = &s->mention[m];
        else if (s->mention[m].first < k && s->mention[m].first >= w->sent_lo)
            last = &s->mention[m];
    }
    if (!own || !last || own->first <= (w - 1)->q->last)
        return false;
    for (size_t t = w->q->noun; t < w->clause_hi; t++)
        if (ipr_content(s, t) && !ipr_is(s, t, IPR_ROLE(COUNTER)))
            return false;
    int a = ipr_period_year(&own->period), b = ipr_period_year(&last->period);
    return a && b && a < b;
}

/* "twice the 30 of 2019", "three times the 30 of 2019": what a multiple multiplies. */
static bool multiplied(const ipr_scan *s, const ipr_work *w)
{
    if (!((w - 1)->q->flags & IPR_Q_TIMES) || (w - 1)->sent_lo != w->sent_lo)
        return false;
    size_t k = (w - 1)->q->last + 1;
    if (k >= w->q->first || !ipr_is(s, k, IPR_ROLE(DET)))
        return false;
    while (k < w->q->first && ipr_is(s, k, IPR_ROLE(DET) | COMPARATORS))
        k++;
    return k == w->q->first;
}

/* Goes on a list of bases: "versus 2.5 million in 2021 and 6 million in 2020". */
static bool continues_base(const ipr_scan *s, const ipr_work *w)
{
    if (!(w - 1)->base || (w - 1)->sent_lo != w->sent_lo || !period_within(s, w, 8) ||
        !period_within(s, w - 1, 8))
        return false;
    size_t k = w->q->first;
    if (k > w->lo && ipr_is(s, k - 1, COMPARATORS))
        k--;
    return k > w->lo && (ipr_is(s, k - 1, IPR_ROLE(AND)) || ipr_ch(s, k - 1, ','));
}

/* v stands in brackets that close before w, and not as the figure before them again. */
static bool aside(const ipr_scan *s, const ipr_work *v, const ipr_work *w)
{
    size_t k = v->q->last + 1;
    while (k < w->q->first && !ipr_ch(s, k, '(') && !ipr_ch(s, k, ')'))
        k++;
    return ipr_ch(s, k, ')') && !v->repeat;
}

/* The level that base i is compared with: the nearest of its unit, before or behind. */
static int32_t level_of(const ipr_scan *s, size_t i)
{
    const ipr_work *w = &s->work[i];
    size_t word = base_word(s, w);
    bool from = word && ipr_is(s, word - 1, IPR_ROLE(FROM));
    if (from && moves_on(s, w, i) && w[1].q->unit == w->q->unit)
        return (int32_t)i + 1;
    for (size_t k = i; k > 0 && i - k < 5; k--) {
        const ipr_work *v = &s->work[k - 1];
        if (v->sent_lo != w->sent_lo)
            break;
        if (!v->base && v->kind == IPR_LEVEL && v->q->unit == w->q->unit && !aside(s, v, w))
            return (int32_t)k - 1;
    }
    for (size_t k = i; k > 0 && i - k < 4; k--) { /* "This is up from 30": the level before */
        const ipr_work *v = &s->work[k - 1];
        if (v->sent_lo != w->sent_lo && !v->base && v->direction && v->kind == IPR_LEVEL &&
            v->q->unit == w->q->unit)
            return (int32_t)k - 1;
    }
    return -1;
}

/* "14 suits against 31 firms": against whom, not against which figure. */
static bool against_others(const ipr_scan *s, const ipr_work *w, size_t word)
{
    size_t noun = w->q->noun, k = word - 1;
    return w->q->unit == IPR_U_COUNT && word > w->lo + 1 && ipr_is(s, k, IPR_ROLE(PREP)) &&
           ipr_content(s, k - 1) && ipr_content(s, noun) && !ipr_same_word(s, k - 1, noun);
}

/* Might the value before w or the words between say that w is a base? */
static bool follows(const ipr_scan *s, const ipr_work *w)
{
    const ipr_work *v = w - (w > s->work);
    size_t k = w->q->first;
    return (v != w) & ((s->mentioned[k - (k > 0)] != 0) | ipr_ch(s, k - 1, '(') |
                       ipr_ch(s, k - 1, ':') | v->base | ((v->q->flags & IPR_Q_TIMES) != 0) |
                       ipr_is(s, k - 1, IPR_ROLE(AUX) | IPR_ROLE(TO) | COMPARATORS));
}

static bool is_base(const ipr_scan *s, const ipr_work *w, size_t i)
{
    if (w->q->flags & (IPR_Q_TIMES | IPR_Q_PLUS | IPR_Q_MINUS) || w->q->unit == IPR_U_POINTS)
        return false;
    size_t word = base_word(s, w);
    if (word && !against_others(s, w, word) &&
        (!ipr_is(s, word - 1, IPR_ROLE(FROM)) || from_is_base(s, w, word, i)))
        return true;
    return prior_beside(s, w) || (follows(s, w) && (bracket_base(s, w) || earlier_year(s, w) ||
                                                    continues_base(s, w) || multiplied(s, w)));
}

/* ---- direction ---- */

/* "rose in 19 countries": the trend at k tells of what happened there, not of a number. */
static bool where(const ipr_scan *s, const ipr_work *w, size_t k)
{
    size_t i = w->q->first;
    while (i > k + 1 && ipr_is(s, i - 1, COMPARATORS | IPR_ROLE(DET) | IPR_ROLE(OF)))
        i--;
    return w->q->unit == IPR_U_COUNT && !s->mentioned[i - 1] && ipr_is(s, i - 1, IPR_ROLE(IN)) &&
           i == k + 2;
}

/* A trend word before the value with only links between. *to: a `to` leads to a level. */
static uint8_t trend_left(const ipr_scan *s, const ipr_work *w, bool *to)
{
    size_t k = w->q->first;
    bool by = ipr_is_part(w->q) && k > w->lo && ipr_is(s, k - 1, IPR_ROLE(BY)); /* "cut … by 9%" */
    static const uint8_t stops[256] = {['.'] = 2, [';'] = 2, [':'] = 1, ['('] = 2, [')'] = 2};
    const bool listed = s->seg.bullet || s->seg.table;
    *to = false;
    for (int steps = 0; k > w->lo && steps < (by ? LEFT : REACH); steps++) {
        k--;
        const ipr_token *t = ipr_tok(s, k);
        if (t->roles & TREND)
            return where(s, w, k) ? IPR_D_NONE : trend(t->roles);
        if (t->roles & IPR_ROLE(TO) && !(t->roles & IPR_ROLE(AUX)) && !by)
            *to = true; /* not "上升达 18%" */
        else if (t->roles & VERSUS && !(t->roles & IPR_ROLE(BY)))
            return IPR_D_NONE;
        else if (s->seg.sign[k] && stops[(uint8_t)s->seg.sign[k]] > listed)
            return IPR_D_NONE;
        else if (t->kind == IPR_T_PUNCT && t->ch == ',' && !(t->flags & IPR_F_HAN) &&
                 !ipr_is(s, k + 1, IPR_ROLE(BY)))
            return IPR_D_NONE;
        else if (steps > 3 && !by && !(t->roles & (IPR_ROLE(YOY) | IPR_ROLE(VERB))) &&
                 ipr_content(s, k))
            return IPR_D_NONE;
    }
    return IPR_D_NONE;
}

/* A base follows in the clause: "… than in 2019". */
static bool compares(const ipr_scan *s, const ipr_work *w, size_t k)
{
    for (size_t limit = k + 6; k < limit && k < w->hi && !ipr_clause_break(s, k); k++)
        if (ipr_is(s, k, IPR_ROLE(BASE)) ||
            (s->mentioned[k] && s->mention[s->mentioned[k] - 1].flags & IPR_M_BASE))
            return true;
    return false;
}

/* "over a 14 month period": how long something took. */
static bool spans(const ipr_scan *s, size_t k)
{
    return ipr_is(s, k, IPR_ROLE(GT) | IPR_ROLE(LT)) && ipr_is(s, k, IPR_ROLE(PREP)) &&
           (ipr_is(s, k + 1, IPR_ROLE(UNIT)) || ipr_is(s, k + 2, IPR_ROLE(UNIT)) ||
            ipr_is(s, k + 3, IPR_ROLE(UNIT))) &&
           !ipr_is(s, k + 1, IPR_ROLE(CURRENCY));
}

/* "a 29 percent drop", "18% more", "(57 %) fewer": a trend word right behind. */
static uint8_t trend_right(const ipr_scan *s, const ipr_work *w)
{
    bool share = ipr_is_part(w->q);
    bool noun = w->q->first > w->lo && ipr_is(s, w->q->first - 1, IPR_ROLE(DET)); /* "a 5% rise" */
    for (size_t k = w->q->last + 1, steps = 0; k < w->hi && steps < 5; k++, steps++) {
        const ipr_token *t = ipr_tok(s, k);
        if (!steps && ipr_ch(s, k, ')'))
            continue;                                           /* "a whisker (0.8%) above" */
        bool size = share || (!steps && compares(s, w, k + 1)); /* "300 fewer than" */
        if (spans(s, k))
            return IPR_D_NONE;
        if (size && (t->roles & (IPR_ROLE(MORE) | IPR_ROLE(GT))) && steps < 2)
            return IPR_D_UP;
        if (size && (t->roles & (IPR_ROLE(LESS) | IPR_ROLE(LT))) && steps < 2)
            return IPR_D_DOWN;
        if ((t->roles & TREND) && !(t->roles & IPR_ROLE(AUX)))
            return share && (noun || !ipr_is(s, k + 1, VERSUS)) ? trend(t->roles) : IPR_D_NONE;
        if (t->kind != IPR_T_WORD ||
            (t->roles &
             (IPR_ROLE(OF) | IPR_ROLE(IN) | IPR_ROLE(PREP) | IPR_ROLE(AUX) | IPR_ROLE(AND) |
              IPR_ROLE(TO) | IPR_ROLE(DET) | VERSUS | IPR_ROLE(REL) | IPR_ROLE(CONJ))))
            return IPR_D_NONE;
    }
    return IPR_D_NONE;
}

/* ", up from 26", "down on last year": a trend word that opens a comparison. */
static uint8_t trend_against(const ipr_scan *s, const ipr_work *w)
{
    bool joined = false; /* "…, and the rest has fallen from": something else fell */
    for (size_t k = w->q->last + 1, steps = 0; k < w->hi && steps < RIGHT; k++, steps++) {
        const ipr_token *t = ipr_tok(s, k);
        if ((t->roles & TREND) && (ipr_is(s, k + 1, VERSUS) || ipr_is(s, k + 1, IPR_ROLE(IN))))
            return trend(t->roles);
        if ((t->kind == IPR_T_PUNCT && strchr(".;", t->ch)) || t->roles & IPR_ROLE(CONJ) ||
            (joined && t->roles & IPR_ROLE(AUX)))
            return IPR_D_NONE;
        joined = joined || t->roles & IPR_ROLE(AND);
    }
    return IPR_D_NONE;
}

/* A period stands behind the multiple as what it multiplies. */
static bool base_behind(const ipr_scan *s, const ipr_work *w)
{
    size_t of = w->q->first - (w->q->first > 0); /* "是去年同期的 2.3 倍" */
    if (of > 0 && ipr_is(s, of, IPR_ROLE(OF)) && s->mentioned[of - 1] &&
        s->mention[s->mentioned[of - 1] - 1].flags & IPR_M_BASE)
        return true;
    for (size_t k = w->q->last + 1; k < w->sent_hi && k < w->q->last + 8; k++)
        if (s->mentioned[k] && s->mention[s->mentioned[k] - 1].flags & IPR_M_BASE)
            return true;
    return false;
}

/* Might w or the words beside it tell of a move? */
static bool may_move(const ipr_scan *s, const ipr_work *w)
{
    const uint64_t sizes = IPR_ROLE(MORE) | IPR_ROLE(LESS) | IPR_ROLE(GT) | IPR_ROLE(LT);
    const ipr_quantity *q = w->q;
    size_t lo = q->first - w->lo < LEFT ? w->lo : q->first - LEFT;
    size_t hi = w->hi - q->last <= RIGHT ? w->hi : q->last + 1 + RIGHT;
    const uint64_t *role = s->seg.role, *behind = &role[q->last + 1];
    uint64_t moves = (role[q->first - (q->first > 0)] & IPR_ROLE(POST_GT)) |
                     (role[q->last] & IPR_ROLE(MULTIPLE)) |
                     ((behind[0] | behind[q->last + 1 < s->seg.n]) & sizes) |
                     (q->flags & (IPR_Q_PLUS | IPR_Q_MINUS | IPR_Q_HALVED | IPR_Q_TIMES));
    return (moves != 0) | (ipr_next(&s->seg, IPR_N_MOVES, lo, hi) < hi);
}

static void first_guess(ipr_scan *s, ipr_work *w)
{
    const ipr_quantity *q = w->q;
    bool to = false;
    w->kind = q->unit == IPR_U_POINTS ? IPR_CHANGE : IPR_LEVEL;
    if (w->base | !may_move(s, w))
        return;
    uint8_t left = trend_left(s, w, &to), right = trend_right(s, w);
    if (ipr_is_part(q) && !to && ipr_is(s, q->last + 1, IPR_ROLE(OF)))
        left = IPR_D_NONE; /* "we declined 9% of the notices" */
    if (!left && w->q->first > w->lo && ipr_leads_more(s, w->q->first - 1))
        left = IPR_D_UP;
    if (q->flags & (IPR_Q_PLUS | IPR_Q_MINUS) && ipr_is_part(q)) {
        w->kind = IPR_CHANGE;
        w->direction = q->flags & IPR_Q_PLUS ? IPR_D_UP : IPR_D_DOWN;
    } else if (ipr_is(s, q->last, IPR_ROLE(MULTIPLE)) || (q->flags & IPR_Q_HALVED) ||
               (q->flags & IPR_Q_TIMES && base_behind(s, w))) {
        w->kind = IPR_CHANGE;
        w->direction = q->flags & IPR_Q_HALVED ? IPR_D_DOWN : IPR_D_UP;
    } else if (left && to) {
        w->direction = left;
    } else if (left) {
        bool size = ipr_is_part(q) || ipr_is(s, q->first - (q->first > 0), IPR_ROLE(BY));
        w->kind = size || ipr_counts_change(s, w) ? IPR_CHANGE : IPR_LEVEL;
        if (w->kind == IPR_CHANGE || q->unit == IPR_U_COUNT || q->unit == IPR_U_CURRENCY)
            w->direction = left;
    } else if (right) {
        w->kind = IPR_CHANGE;
        w->direction = right;
    } else {
        w->direction = trend_against(s, w);
    }
    if (q->unit == IPR_U_POINTS && !w->direction)
        w->kind = IPR_CHANGE;
}

/* Nothing new is named between a level and the change behind it: ", up 14%". */
static bool apposition(const ipr_scan *s, const ipr_work *a, const ipr_work *b)
{
    size_t k = b->q->first;
    for (; k > a->q->last + 1; k--) {
        const ipr_token *t = ipr_tok(s, k - 1);
        bool dash = t->ch == '-' && (t->flags & IPR_F_GAP);
        if (t->kind == IPR_T_PUNCT && (dash || strchr(",(d", t->ch)))
            break;
        if (t->kind == IPR_T_PUNCT && strchr(".;:", t->ch))
            return false;
        if (t->roles & (IPR_ROLE(CONJ) | IPR_ROLE(AUX)) && !(t->flags & IPR_F_HAN))
            return false;
        bool adjective = ipr_is(s, k - 2, IPR_ROLE(DET)); /* "a mere 2% more" */
        bool measure = (t->flags & IPR_F_HAN) &&
                       ipr_meaning(s, k - 1)->also & IPR_ALSO_MEASURE; /* "数量增加" */
        if (ipr_content(s, k - 1) && !adjective && !measure &&
            !(t->roles & (TREND | IPR_ROLE(MULTIPLE))))
            return false;
    }
    if (k <= a->q->last + 1)
        return false;
    for (k--; k > a->q->last + 1; k--)
        if (ipr_ch(s, k - 1, ';') || ipr_is(s, k - 1, IPR_ROLE(CONJ)))
            return false;
    return true;
}

static void copy_change(ipr_work *to, const ipr_work *from)
{
    if (!to->direction)
        to->direction = from->direction;
}

/* "rose 25 percent to 28,865": the level behind takes the change's direction. */
static bool leads_to(const ipr_scan *s, const ipr_work *a, const ipr_work *b)
{
    size_t k = b->q->first;
    (void)a;
    for (int steps = 0; k > b->lo && steps < 3; steps++) {
        k--;
        if (ipr_is(s, k, IPR_ROLE(TO)))
            return true;
        if (!ipr_is(s, k, COMPARATORS | IPR_ROLE(DET)))
            return false;
    }
    return false;
}

static void link_changes(ipr_scan *s)
{
    for (size_t i = 0; i + 1 < s->n; i++) {
        ipr_work *a = &s->work[i], *b = a + 1;
        if (a->kind == b->kind || a->sent_lo != b->sent_lo)
            continue;
        if (b->kind == IPR_CHANGE && !a->base && b->direction && a->q->unit != IPR_U_POINTS &&
            apposition(s, a, b)) {
            copy_change(ipr_share_aside(s, a, b) ? a - 1 : a, b);
            if (a->repeat)
                copy_change(a - 1, b);
        }
        if (a->kind == IPR_CHANGE && !b->base && a->direction && leads_to(s, a, b))
            copy_change(b, a);
    }
}

/* "compared to 61% in Asia", where no period is told: another place, not another time. */
static bool contrasts(const ipr_scan *s, const ipr_work *w)
{
    size_t k = w->q->last + 1 + ipr_is(s, w->q->last + 2, IPR_ROLE(DET));
    return ipr_is_part(w->q) && ipr_is(s, w->q->last + 1, IPR_ROLE(IN)) && ipr_content(s, k + 1) &&
           (ipr_tok(s, k + 1)->flags & IPR_F_CAP) && !period_within(s, w, 6);
}

/* A level with a base gets its direction from the two numbers where no word says it. */
static void compare_bases(ipr_scan *s)
{
    for (size_t i = 0; i < s->n; i++) {
        ipr_work *w = &s->work[i];
        if (!w->base)
            continue;
        w->base_of = level_of(s, i);
        if (w->base_of < 0)
            continue;
        ipr_work *v = &s->work[w->base_of];
        if (!v->direction && !contrasts(s, w) && v->q->sub == w->q->sub &&
            v->q->value != w->q->value && !(v->q->flags & IPR_Q_FRACTION && v->q->every <= 1))
            v->direction = v->q->value > w->q->value ? IPR_D_UP : IPR_D_DOWN;
        if (v->repeat && !(v - 1)->base)
            copy_change(v - 1, v);
    }
}

void ipr_work_changes(ipr_scan *s)
{
    bool moves = false, closed = false;
    for (size_t i = 0; i < s->n; i++) {
        ipr_work *w = &s->work[i];
        w->base = is_base(s, w, i);
        first_guess(s, w);
        moves |= w->base | (w->direction != IPR_D_NONE);
        closed |= ipr_ch(s, w->q->last + 1, ')');
    }
    s->moves = moves;
    if (moves | closed)
        ipr_work_again(s);
    if (!moves)
        return;
    link_changes(s);
    ipr_work_alike(s);
    compare_bases(s);
    ipr_work_basis(s);
}
