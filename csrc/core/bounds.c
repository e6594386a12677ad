/* SPDX-License-Identifier: MIT
 * bounds.c: where sentences, clauses and the zones of values begin and end, and what
 * stands before each token, once a segment. */
#include "scan.h"

#include <string.h>

void ipr_work_counts(ipr_scan *s)
{
    if (!s->n && !s->mentions) {
        memset(s->before, 0, (s->seg.n + 1) * sizeof *s->before);
        return;
    }
    ipr_count_before c = {0, 0};
    size_t words = s->seg.n / 64 + 1;
    uint64_t values[IPR_SEGMENT_MAX / 64 + 1], mentions[IPR_SEGMENT_MAX / 64 + 1];
    ipr_clear(values, words * sizeof *values);
    ipr_clear(mentions, words * sizeof *mentions);
    for (size_t i = 0; i < s->n; i++)
        values[s->quantity[i].last / 64] |= (uint64_t)1 << s->quantity[i].last % 64;
    for (size_t i = 0; i < s->mentions; i++)
        mentions[s->mention[i].first / 64] |= (uint64_t)1 << s->mention[i].first % 64;
    for (size_t word = 0, i = 0; word < words; word++) {
        uint64_t value = values[word], mention = mentions[word];
        size_t end = word + 1 < words ? i + 64 : s->seg.n + 1;
        for (; i < end; i++, value >>= 1, mention >>= 1) {
            s->before[i] = c;
            c.values = (uint16_t)(c.values + (value & 1));
            c.mentions = (uint16_t)(c.mentions + (mention & 1));
        }
    }
}

/* ---- sentences, clauses, zones ---- */

/* Does the sign at i end a sentence? A full stop not behind initials and abbreviations. */
static bool ends_here(const ipr_scan *s, size_t i)
{
    const ipr_token *t = ipr_tok(s, i), *next = ipr_tok(s, i + 1);
    if (t->kind != IPR_T_PUNCT)
        return false;
    if (t->ch == ';')
        return t->flags & IPR_F_HAN;
    if ((t->flags & IPR_F_HAN) || i + 1 >= s->seg.n || t->ch != '.')
        return true;
    if (!(next->flags & IPR_F_GAP) && next->kind != IPR_T_NUM && next->ch != 'Q' && next->ch != '"')
        return false;
    bool word = next->kind == IPR_T_WORD && next->flags & IPR_F_CAP; /* "… of the Act. The" */
    if (i > 0 && ipr_is(s, i - 1, IPR_ROLE(REF)) && !word)
        return ipr_tok(s, i - 1)->end - ipr_tok(s, i - 1)->start > IPR_SHORTENED;
    bool initial = i > 0 && ipr_tok(s, i - 1)->end - ipr_tok(s, i - 1)->start == 1 &&
                   ipr_tok(s, i - 1)->kind == IPR_T_WORD &&
                   !(ipr_tok(s, i - 1)->flags & IPR_F_HAN) && /* but "worth 9m." */
                   !(i > 1 && ipr_tok(s, i - 2)->kind == IPR_T_NUM);
    return !initial &&
           (next->kind != IPR_T_WORD || (next->flags & (IPR_F_CAP | IPR_F_HAN)) || !(next->roles));
}

static void find_sentences(ipr_scan *s)
{
    size_t n = s->seg.n;
    memset(s->ends, 0, (n + 63) / 64 * sizeof *s->ends);
    for (size_t i = 0; (i = ipr_next(&s->seg, IPR_N_STOPS, i, n)) < n; i++)
        s->ends[i / 64] |= (uint64_t)ends_here(s, i) << i % 64;
    s->ends[(n - 1) / 64] |= (uint64_t)1 << (n - 1) % 64;
}

uint32_t ipr_sentence(const ipr_scan *s, size_t i)
{
    size_t word = i / 64;
    uint64_t before = s->ends[word] & (((uint64_t)1 << i % 64) - 1);
    while (!before && word > 0)
        before = s->ends[--word];
    return before ? (uint32_t)(word * 64 + 64 - (size_t)__builtin_clzll(before)) : 0;
}

uint32_t ipr_sentence_end(const ipr_scan *s, size_t i)
{
    size_t word = i / 64;
    uint64_t from = s->ends[word] & UINT64_MAX << i % 64;
    while (!from)
        from = s->ends[++word];
    return (uint32_t)(word * 64 + (size_t)__builtin_ctzll(from) + 1);
}

void ipr_work_clause(ipr_scan *s, size_t i)
{
    ipr_work *w = &s->work[i];
    w->clause_lo = (uint32_t)ipr_behind(&s->seg, IPR_N_BREAKS, w->lo, w->q->first);
    w->clause_hi = (uint32_t)ipr_next(&s->seg, IPR_N_BREAKS, w->q->last + 1, w->hi);
    w->led = w->q->first;
    while (w->led > w->sent_lo && ipr_is(s, w->led - 1, COMPARATOR))
        w->led--;
}

void ipr_work_bounds(ipr_scan *s)
{
    find_sentences(s);
    for (size_t i = 0; i < s->n; i++) {
        ipr_work *w = &s->work[i];
        ipr_clear(w, sizeof *w);
        w->q = &s->quantity[i];
        w->like = w->base_of = -1;
        w->head = UINT32_MAX;
        w->sent_lo = ipr_sentence(s, w->q->first);
        w->sent_hi = ipr_sentence_end(s, w->q->last);
    }
    for (size_t i = 0; i < s->n; i++) {
        ipr_work *w = &s->work[i];
        w->lo = i && w[-1].sent_lo == w->sent_lo ? w[-1].q->last + 1 : w->sent_lo;
        w->hi = i + 1 < s->n && w[1].sent_lo == w->sent_lo ? w[1].q->first : w->sent_hi;
        ipr_work_clause(s, i);
    }
}
