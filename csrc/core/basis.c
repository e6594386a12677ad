/* SPDX-License-Identifier: MIT
 * basis.c: what a rise or fall is told against: the year before, a period that is named. */
#include "scan.h"

#define BASES (IPR_ROLE(YOY) | IPR_ROLE(HOH) | IPR_ROLE(QOQ))

static uint8_t basis_of(uint64_t roles)
{
    return roles & IPR_ROLE(YOY)   ? IPR_B_YOY
           : roles & IPR_ROLE(HOH) ? IPR_B_HOH
           : roles & IPR_ROLE(QOQ) ? IPR_B_QOQ
                                   : IPR_B_NONE;
}

/* What a word in [lo, hi) says of the basis. "in a year" says it only at its own change. */
static uint8_t stated_basis(const ipr_scan *s, size_t lo, size_t hi, bool own)
{
    for (size_t k = lo; k < hi; k++)
        if (ipr_is(s, k, BASES) && (own || !ipr_is(s, k, IPR_ROLE(TIMEMARK))))
            return basis_of(ipr_tok(s, k)->roles);
    return IPR_B_NONE;
}

bool ipr_share_aside(const ipr_scan *s, const ipr_work *a, const ipr_work *b)
{
    const uint64_t comparators =
        IPR_ROLE(GT) | IPR_ROLE(GE) | IPR_ROLE(LT) | IPR_ROLE(LE) | IPR_ROLE(ABOUT);
    size_t k = a->q->first;
    if (a == s->work || a->q->unit != IPR_U_PERCENT || b->q->unit != IPR_U_PERCENT ||
        !(ipr_tok(s, k - (k > 0))->flags & IPR_F_HAN) || (a - 1)->sent_lo != a->sent_lo)
        return false;
    while (k > (a - 1)->q->noun && ipr_is(s, k - 1, IPR_ROLE(SHARE) | IPR_ROLE(AUX) | comparators))
        k--;
    return ipr_clause_break(s, k - (k > 0)) || k == (a - 1)->q->noun + 1;
}

/* "from 30 to 50 since 2017": a level told with what it rose or fell from. */
static bool from_base(const ipr_scan *s, const ipr_work *w)
{
    return w > s->work && (w - 1)->base && (w - 1)->base_of == w - s->work;
}

/* A period named as the base: "than in 2019", "on 2016", "from the year before". */
static bool versus_mention(const ipr_scan *s, const ipr_work *w, ipr_work *to, size_t lo, size_t hi)
{
    for (size_t i = s->before[lo].mentions; i < s->before[hi].mentions; i++) {
        const ipr_mention *m = &s->mention[i];
        size_t behind = m->last + 1 + ipr_ch(s, m->last + 1, ',');
        if (m->last < w->q->first && ipr_is(s, behind, IPR_ROLE(CONJ) | IPR_ROLE(REL)))
            continue; /* "a far cry from 2009, when 30" */
        if (m->flags & IPR_M_PRIOR && m->flags & IPR_M_BASE) {
            to->basis = IPR_B_YOY;
            return true;
        }
        bool since = (m->flags & IPR_M_SINCE) && (w->kind == IPR_CHANGE || from_base(s, w));
        if (((m->flags & IPR_M_BASE) || since) && m->period.from.grain) {
            to->basis = IPR_B_PERIOD;
            to->versus = m->period;
            to->versus.open = false;
            to->has_versus = true;
            to->since = since;
            return true;
        }
    }
    return false;
}

/* What the words beside w, from token left on, say of its basis. */
static uint8_t basis_beside(const ipr_scan *s, const ipr_work *w, size_t left)
{
    size_t own = w->q->last + 1; /* "up 5% on the quarter and 9% on the year": its own first */
    while (own < w->hi && !ipr_clause_break(s, own) && !ipr_is(s, own, IPR_ROLE(AND)))
        own++;
    uint8_t basis = stated_basis(s, w->q->last, own, true);
    return basis ? basis : stated_basis(s, left, w->hi, false);
}

/* The same of the periods beside it; false if none is one that it is compared with. */
static bool versus_beside(const ipr_scan *s, ipr_work *w, size_t left)
{
    bool han = ipr_tok(s, w->q->first - (w->q->first > 0))->flags & IPR_F_HAN; /* base first */
    return (han && versus_mention(s, w, w, left, w->q->first)) ||
           versus_mention(s, w, w, w->q->last, w->hi) || versus_mention(s, w, w, left, w->q->first);
}

/* "Since 2019 it fell from 30 to 20": and of those of its sentence. */
static bool versus_aside(const ipr_scan *s, ipr_work *w)
{
    return (from_base(s, w) && versus_mention(s, w, w, w->sent_lo, w->q->first)) ||
           (w->kind == IPR_CHANGE && versus_mention(s, w, w, w->q->last, w->sent_hi));
}

static void find_basis(const ipr_scan *s, ipr_work *w)
{
    bool stated = s->seg.roles & BASES;
    bool versus = s->mention_flags & (IPR_M_BASE | IPR_M_SINCE);
    size_t left = w->lo < w->q->first ? w->lo : w->q->first;
    w->basis = stated ? basis_beside(s, w, left) : IPR_B_NONE;
    if (w->basis || (versus && versus_beside(s, w, left)))
        return;
    w->basis = stated ? stated_basis(s, w->sent_lo, w->sent_hi, false) : IPR_B_NONE;
    if (w->basis || (versus && versus_aside(s, w)) || !s->ctx->basis)
        return;
    w->basis = s->ctx->basis;
    w->versus = s->ctx->versus;
    w->has_versus = w->basis == IPR_B_PERIOD;
}

/* What a value says of the basis holds for those beside it that moved alike; for those that are
 * bases only if asked for. */
static void share_basis(ipr_scan *s, bool bases)
{
    for (size_t i = 0; i < s->n; i++) {
        ipr_work *to = &s->work[i];
        if (!to->direction || to->basis || (to->base && !bases))
            continue;
        for (size_t k = i > 2 ? i - 2 : 0; k < s->n && k < i + 3 && !to->basis; k++) {
            const ipr_work *from = &s->work[k];
            if (from->direction != to->direction || from->sent_lo != to->sent_lo || !from->basis)
                continue;
            to->basis = from->basis;
            to->versus = from->versus;
            to->has_versus = from->has_versus;
        }
    }
}

void ipr_work_basis(ipr_scan *s)
{
    for (size_t i = 0; i < s->n; i++)
        if (s->work[i].direction)
            find_basis(s, &s->work[i]);
    share_basis(s, true);
}

/* "40 件，年均增长 12%": so much every year, against no one period. */
static bool yearly(const ipr_scan *s, const ipr_work *w)
{
    if (w + 1 < s->work + s->n && w->kind == IPR_LEVEL && w[1].kind == IPR_CHANGE &&
        w[1].sent_lo == w->sent_lo)
        w++;
    for (size_t k = w->clause_lo; k < w->q->first; k++)
        if (ipr_is(s, k, IPR_ROLE(EVERY)) && ipr_is(s, k, IPR_ROLE(IN)))
            return ipr_tok(s, k)->flags & IPR_F_HAN;
    return false;
}

/* A paragraph keeps comparing with what it compared with before. */
static void carry_basis(ipr_scan *s)
{
    const ipr_work *last = NULL;
    for (size_t i = 0; i < s->n; i++) {
        ipr_work *w = &s->work[i];
        if (!w->direction || w->base)
            continue;
        if (!w->basis && last && !yearly(s, w)) {
            w->basis = last->basis;
            w->versus = last->versus;
            w->has_versus = last->has_versus;
        }
        if (w->basis)
            last = w;
    }
}

void ipr_work_basis_shared(ipr_scan *s)
{
    share_basis(s, false);
    carry_basis(s);
}
