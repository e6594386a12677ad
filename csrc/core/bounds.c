/* SPDX-License-Identifier: MIT
 * bounds.c: where sentences, clauses and the zones of values begin and end, and what
 * stands before each token, counted once a segment. */
#include "scan.h"

#include <string.h>

/* Signs that end a clause: always, behind a blank, between blanks. */
static const uint8_t BREAKS[128] = {[','] = 1, [';'] = 1, [':'] = 1, ['('] = 1, [')'] = 1,
                                    ['|'] = 1, ['/'] = 1, ['d'] = 2, ['-'] = 3};

static inline bool clause_break(const ipr_token *t)
{
    if (t->kind != IPR_T_PUNCT)
        return t->roles & IPR_ROLE(CONJ);
    uint8_t how = BREAKS[t->ch & 127];
    return how == 1 || (how && (t->flags & IPR_F_GAP) && (how == 2 || t[1].flags & IPR_F_GAP));
}

#define CLAUSE_VERBS (IPR_ROLE(AUX) | IPR_ROLE(REL) | IPR_ROLE(CONJ))

void ipr_work_counts(ipr_scan *s)
{
    ipr_counts c = {0};
    uint32_t value = s->n ? s->quantity[0].last : UINT32_MAX;
    uint32_t mention = s->mentions ? s->mention[0].first : UINT32_MAX;
    for (size_t i = 0; i < s->seg.n; i++) {
        const ipr_token *t = ipr_tok(s, i);
        s->before[i] = c;
        c.breaks = (uint16_t)(c.breaks + clause_break(t));
        c.verbs = (uint16_t)(c.verbs + ((t->roles & CLAUSE_VERBS) || t->ch == ';'));
        if (i == value)
            value = ++c.values < s->n ? s->quantity[c.values].last : UINT32_MAX;
        if (i == mention)
            mention = ++c.mentions < s->mentions ? s->mention[c.mentions].first : UINT32_MAX;
        if (t->flags & IPR_F_CONCEPT)
            s->speaks[c.speaks++] = t->entry;
    }
    s->before[s->seg.n] = c;
}

void ipr_concepts_join(const ipr_scan *s, size_t lo, size_t hi, ipr_set *out)
{
    size_t to = s->before[hi < s->seg.n ? hi : s->seg.n].speaks;
    for (size_t i = s->before[lo < s->seg.n ? lo : s->seg.n].speaks; i < to; i++)
        ipr_set_join(out, &s->pack->entries[s->speaks[i]].concepts);
}

/* ---- sentences, clauses, zones ---- */

/* Does the full stop at i end a sentence? Not behind initials and abbreviations. */
static bool ends(const ipr_scan *s, size_t i)
{
    const ipr_token *t = ipr_tok(s, i), *next = ipr_tok(s, i + 1);
    if (t->kind != IPR_T_PUNCT || !strchr(".!?;", t->ch))
        return false;
    if (t->ch == ';')
        return t->flags & IPR_F_HAN;
    if ((t->flags & IPR_F_HAN) || i + 1 >= s->seg.n || t->ch != '.')
        return true;
    if (!(next->flags & IPR_F_GAP) && next->kind != IPR_T_NUM && next->ch != 'Q' && next->ch != '"')
        return false;
    if (i > 0 && ipr_is(s, i - 1, IPR_ROLE(REF)))
        return false;
    bool initial = i > 0 && ipr_tok(s, i - 1)->end - ipr_tok(s, i - 1)->start == 1 &&
                   ipr_tok(s, i - 1)->kind == IPR_T_WORD && !(ipr_tok(s, i - 1)->flags & IPR_F_HAN);
    return !initial &&
           (next->kind != IPR_T_WORD || (next->flags & (IPR_F_CAP | IPR_F_HAN)) || !(next->roles));
}

static void find_sentences(ipr_scan *s)
{
    size_t lo = 0, n = s->seg.n;
    for (size_t i = 0; i < n; i++) {
        bool last = i + 1 == n || ends(s, i);
        if (!last)
            continue;
        for (size_t k = lo; k <= i; k++) {
            s->sentence[k] = (uint32_t)lo;
            s->sentence_end[k] = (uint32_t)i + 1;
        }
        lo = i + 1;
    }
}

void ipr_work_clause(ipr_scan *s, size_t i)
{
    ipr_work *w = &s->work[i];
    w->clause_lo = w->q->first;
    while (w->clause_lo > w->lo && !ipr_clause_break(s, w->clause_lo - 1))
        w->clause_lo--;
    w->clause_hi = w->q->last + 1;
    while (w->clause_hi < w->hi && !ipr_clause_break(s, w->clause_hi))
        w->clause_hi++;
}

void ipr_work_bounds(ipr_scan *s)
{
    find_sentences(s);
    for (size_t i = 0; i < s->n; i++) {
        ipr_work *w = &s->work[i];
        memset(w, 0, sizeof *w);
        w->q = &s->quantity[i];
        w->like = w->base_of = -1;
        w->head = UINT32_MAX;
        w->sent_lo = s->sentence[w->q->first];
        w->sent_hi = s->sentence_end[w->q->last];
    }
    for (size_t i = 0; i < s->n; i++) {
        ipr_work *w = &s->work[i];
        w->lo = i && w[-1].sent_lo == w->sent_lo ? w[-1].q->last + 1 : w->sent_lo;
        w->hi = i + 1 < s->n && w[1].sent_lo == w->sent_lo ? w[1].q->first : w->sent_hi;
        ipr_work_clause(s, i);
    }
}
