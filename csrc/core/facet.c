/* SPDX-License-Identifier: MIT
 * facet.c: the words that go into the brackets of a key, "origin_share[China]". */
#include "scan.h"

const ipr_work *ipr_work_root(const ipr_scan *s, const ipr_work *w)
{
    for (int i = 0; i < 8 && w->subj_hi == w->subj_lo && w->like >= 0; i++)
        w = &s->work[w->like];
    return w;
}

/* The run of facet words in [lo, hi), list words between them included. */
static bool facet_in(const ipr_scan *s, size_t lo, size_t hi, const ipr_set *want, ipr_work *w)
{
    bool any = false;
    for (size_t k = lo; k < hi && k < s->seg.n; k++) {
        bool hit = s->seg.tok[k].entry && ipr_set_meets(&ipr_meaning(s, k)->concepts, want);
        if (hit && !any)
            w->facet_lo = (uint32_t)k;
        if (hit) {
            w->facet_hi = (uint32_t)k + 1;
            any = true;
        } else if (any && !ipr_is(s, k, IPR_ROLE(AND) | IPR_ROLE(DET) | IPR_ROLE(OR)) &&
                   !ipr_ch(s, k, ',') && !ipr_ch(s, k, 'l') && !ipr_content(s, k)) {
            break;
        }
    }
    return any;
}

/* "X accounted for 92 %": X. */
static bool facet_of_clause(const ipr_scan *s, ipr_work *w)
{
    if (!(s->seg.roles & IPR_ROLE(SHARE)))
        return false;
    for (size_t k = w->q->first; k > w->clause_lo; k--) {
        if (!ipr_is(s, k - 1, IPR_ROLE(SHARE)))
            continue;
        size_t lo = k - 1;
        while (lo > w->clause_lo && !ipr_is(s, lo - 1, IPR_ROLE(AUX) | IPR_ROLE(REL)) &&
               ipr_tok(s, lo - 1)->kind == IPR_T_WORD)
            lo--;
        while (lo < k - 1 && !ipr_content(s, lo))
            lo++;
        w->facet_lo = (uint32_t)lo;
        w->facet_hi = (uint32_t)k - 1;
        return lo < k - 1;
    }
    return false;
}

void ipr_facet_take(ipr_work *to, const ipr_work *from)
{
    if (to->facet_hi > to->facet_lo)
        return;
    to->facet_lo = from->facet_lo;
    to->facet_hi = from->facet_hi;
}

#define LED (IPR_ROLE(FROM) | IPR_ROLE(IN) | IPR_ROLE(SHARE))

void ipr_facet_find(const ipr_scan *s, ipr_work *w)
{
    const ipr_key_row *r;
    if (!w->row || w->facet_hi > w->facet_lo)
        return;
    r = &s->pack->rows[w->row - 1];
    if (!r->share)
        return;
    const ipr_work *from = ipr_work_root(s, w), *kind = w->like >= 0 ? &s->work[w->like] : w;
    size_t behind = w->q->last + 1; /* "18% from Peru", "18% were from Peru" */
    while (ipr_is(s, behind, IPR_ROLE(AUX)) && !ipr_is(s, behind, LED))
        behind++;
    bool led = ipr_is(s, behind, LED);
    bool list = false; /* "…from Peru and 9% from" */
    for (size_t k = w->lo; led && w->lo > w->sent_lo && k < w->q->first; k++)
        list = list || ipr_is(s, k, LED);
    if ((list && facet_in(s, w->q->last + 1, w->clause_hi, &r->facet, w)) ||
        facet_in(s, w->clause_lo, w->q->first, &r->facet, w) || facet_of_clause(s, w) ||
        (led && facet_in(s, w->q->last + 1, w->clause_hi, &r->facet, w)) ||
        (kind->kind_of && facet_in(s, kind->clause_lo, kind->clause_hi, &r->facet, w)) ||
        facet_in(s, from->subj_lo, from->subj_hi, &r->facet, w) ||
        facet_in(s, w->q->last + 1, w->clause_hi, &r->facet, w) ||
        facet_in(s, w->lo, w->q->first, &r->facet, w) ||
        facet_in(s, w->sent_lo, w->q->first, &r->facet, w) ||
        facet_in(s, w->q->last + 1, w->hi, &r->facet, w))
        return;
    ipr_facet_take(w, from);
}
