/* SPDX-License-Identifier: MIT
 * claim.c: directions stated without a figure: "a significant increase from the year
 * before". A claim is kept where the sentence says against what, or of what key. */
#include "scan.h"

#include <string.h>

#define TREND (IPR_ROLE(UP) | IPR_ROLE(DOWN))

/* A figure of the sentence already says what rose or fell. */
static bool has_figure(const ipr_scan *s, size_t token)
{
    for (size_t i = 0; i < s->n; i++)
        if (s->work[i].sent_lo == ipr_sentence(s, token) && s->work[i].direction)
            return true;
    return false;
}

static void basis_of(const ipr_scan *s, ipr_work *w)
{
    for (size_t k = w->sent_lo; k < w->sent_hi && !w->basis; k++) {
        uint64_t r = ipr_tok(s, k)->roles;
        w->basis = r & IPR_ROLE(YOY)   ? IPR_B_YOY
                   : r & IPR_ROLE(HOH) ? IPR_B_HOH
                   : r & IPR_ROLE(QOQ) ? IPR_B_QOQ
                                       : IPR_B_NONE;
    }
    for (size_t i = 0; i < s->mentions && !w->basis; i++) {
        const ipr_mention *m = &s->mention[i];
        if (m->first < w->sent_lo || m->first >= w->sent_hi)
            continue;
        if (m->flags & IPR_M_PRIOR) {
            w->basis = IPR_B_YOY;
        } else if ((m->flags & (IPR_M_BASE | IPR_M_SINCE)) && m->period.from.grain) {
            w->basis = IPR_B_PERIOD;
            w->versus = m->period;
            w->versus.open = false;
            w->has_versus = true;
        }
    }
}

/* Makes the work of a claim at a trend word; it stands behind the quantities. */
static ipr_work *make(ipr_scan *s, size_t token)
{
    ipr_quantity *q = &s->quantity[s->n];
    ipr_work *w = &s->work[s->n];
    const ipr_token *t = ipr_tok(s, token);
    memset(q, 0, sizeof *q);
    memset(w, 0, sizeof *w);
    q->first = q->last = (uint32_t)token;
    q->noun = (uint32_t)token + 1;
    q->start = t->start;
    q->end = t->end;
    q->unit = IPR_U_PERCENT;
    w->q = q;
    w->kind = IPR_CHANGE;
    w->direction = t->roles & IPR_ROLE(UP) ? IPR_D_UP : IPR_D_DOWN;
    w->like = w->base_of = -1;
    w->head = UINT32_MAX;
    w->sent_lo = w->lo = ipr_sentence(s, token);
    w->sent_hi = w->hi = ipr_sentence_end(s, token);
    return w;
}

/* "12 arrests, a significant increase": the trend at a token is a noun of its own, and tells of
 * the level told last; the index of that, or -1. */
static int32_t told_of(const ipr_scan *s, size_t token)
{
    size_t k = token, i = s->before[token].values;
    while (k > 0 && token - k < 4 && ipr_content(s, k - 1))
        k--;
    if (k == 0 || !ipr_is(s, k - 1, IPR_ROLE(DET)) || ipr_is(s, token + 1, IPR_ROLE(IN)))
        return -1; /* but "an increase in seizures" */
    while (i > 0 && s->work[i - 1].kind != IPR_LEVEL)
        i--;
    return (int32_t)i - 1;
}

ipr_work *ipr_work_claim(ipr_scan *s, size_t *k)
{
    while (*k < s->seg.n) {
        size_t at = (*k)++;
        const ipr_token *t = ipr_tok(s, at);
        if (!(t->roles & TREND) || (t->roles & IPR_ROLE(AUX)) || s->mentioned[at] ||
            has_figure(s, at))
            continue;
        ipr_work *w = make(s, at);
        basis_of(s, w);
        if (!w->basis)
            continue;
        ipr_work_clause(s, s->n);
        w->like = told_of(s, at);
        if (w->like < 0)
            ipr_work_subject(s, s->n);
        ipr_work_place(s, s->n);
        ipr_work_key(s, s->n);
        *k = w->sent_hi;
        return w;
    }
    return NULL;
}
