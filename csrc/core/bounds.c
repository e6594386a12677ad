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
        return t->roles >> IPR_R_CONJ & 1;
    uint8_t how = BREAKS[t->ch & 127];
    return how == 1 || (how && (t->flags & IPR_F_GAP) && (how == 2 || t[1].flags & IPR_F_GAP));
}

#define CLAUSE_VERBS (IPR_ROLE(AUX) | IPR_ROLE(REL) | IPR_ROLE(CONJ))
#define ONE(count) ((uint64_t)1 << (count))

/* What a token counts for by itself. */
static inline uint64_t counts_of(const ipr_token *t)
{
    bool verb = (t->roles & CLAUSE_VERBS) || t->ch == ';';
    return ONE(IPR_N_BREAKS) * clause_break(t) + ONE(IPR_N_VERBS) * verb;
}

void ipr_work_counts(ipr_scan *s)
{
    uint64_t c = 0;
    size_t values = 0, mentions = 0, speaks = 0;
    for (size_t i = 0; i < s->seg.n;) {
        size_t value = values < s->n ? s->quantity[values].last : s->seg.n;
        size_t mention = mentions < s->mentions ? s->mention[mentions].first : s->seg.n;
        size_t next = value < mention ? value : mention;
        for (size_t end = next < s->seg.n ? next + 1 : s->seg.n; i < end; i++) {
            const ipr_token *t = ipr_tok(s, i);
            s->before[i] = c;
            c += counts_of(t);
            s->speaks[speaks] = t->entry; /* overwritten where it says nothing */
            size_t says = t->flags / IPR_F_CONCEPT & 1;
            speaks += says;
            c += (uint64_t)says << IPR_N_SPEAKS;
        }
        values += value == next && value < s->seg.n;
        mentions += mention == next && mention < s->seg.n;
        c += ONE(IPR_N_VALUES) * (value == next && value < s->seg.n) +
             ONE(IPR_N_MENTIONS) * (mention == next && mention < s->seg.n);
    }
    s->before[s->seg.n] = c;
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
    if (i > 0 && ipr_is(s, i - 1, IPR_ROLE(REF)))
        return false;
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
    for (size_t i = ipr_next_marked(&s->seg, 0); i < n; i = ipr_next_marked(&s->seg, i + 1))
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
