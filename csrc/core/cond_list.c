/* SPDX-License-Identifier: MIT
 * cond_list.c: what several conditions ask of a listing is found once: what lists of terms find in
 * its texts, and the answers of leaves that stand in more than one. */
#include "cond_in.h"

#include <string.h>

/* An answer about a short word, since titles repeat them. The word itself stands in it, so none is
 * taken for another: 13 bytes and zeros, its length, the probe that asked plus 1, the answer. */
typedef struct memo {
    uint64_t at[2]; /* zero: nothing is remembered here */
} memo;

#define MEMO_WORD 13
#define MEMO_NEAR ((uint64_t)1 << 56)

enum { MEMO = 16384 };

typedef struct answer {
    uint32_t epoch; /* the listing it is of */
    ipr_truth truth;
} answer;

typedef struct found_state {
    ipr_env *env;
    const ipr_prog *prog;
    size_t n, shares;
    ipr_finds *of;   /* by probe */
    answer *answers; /* by number of the shared leaf */
    memo *words;     /* by hash; made when first asked for */
} found_state;

static void drop(found_state *s)
{
    ipr_free(s->env, s->of, (s->n + 1) * sizeof *s->of);
    ipr_free(s->env, s->answers, (s->shares + 1) * sizeof *s->answers);
    ipr_free(s->env, s->words, s->words ? MEMO * sizeof *s->words : 0);
    s->of = NULL;
    s->answers = NULL;
    s->words = NULL;
    s->n = s->shares = 0;
}

static void state_fini(void *p)
{
    found_state *s = p;
    drop(s);
    ipr_free(s->env, s, sizeof *s);
}

static found_state *make_state(const ipr_prog *p, ipr_eval *v)
{
    ipr_scratch *slot = &v->scratch[IPR_SCRATCH_LISTS];
    found_state *s = slot->p;
    if (!s) {
        s = ipr_calloc(v->env, 1, sizeof *s);
        if (!s)
            return NULL;
        s->env = v->env;
        *slot = (ipr_scratch){s, state_fini};
    }
    drop(s);
    s->of = ipr_calloc(v->env, p->probes + 1, sizeof *s->of);
    s->n = s->of ? p->probes : 0;
    s->answers = ipr_calloc(v->env, (size_t)p->shares + 1, sizeof *s->answers);
    s->shares = s->answers ? p->shares : 0;
    s->prog = s->of && s->answers ? p : NULL;
    return s->prog ? s : NULL;
}

static inline found_state *state_of(const ipr_prog *p, ipr_eval *v)
{
    found_state *s = v->scratch[IPR_SCRATCH_LISTS].p;
    return s && s->prog == p && s->n == p->probes && s->shares == p->shares ? s : make_state(p, v);
}

static void look(const ipr_prog *p, uint32_t probe, ipr_eval *v, ipr_finds *f)
{
    const ipr_probe *q = &p->probe[probe];
    const ipr_text *t;
    const ipr_words *w = ipr_texts_words(v, q->field, (ipr_view)q->view, &t);
    f->n = w ? ipr_dict_find(p->terms[q->terms].dict, t, w, f->hits, IPR_COND_HITS) : 0;
    f->epoch = v->epoch;
}

const ipr_finds *ipr_cond_found(const ipr_prog *p, uint32_t probe, ipr_eval *v)
{
    found_state *s = state_of(p, v);
    if (!s) {
        v->failed = true;
        return NULL;
    }
    if (s->of[probe].epoch != v->epoch)
        look(p, probe, v, &s->of[probe]);
    return &s->of[probe];
}

ipr_truth *ipr_cond_answer(const ipr_prog *p, uint32_t shared, ipr_eval *v, bool *there)
{
    found_state *s = state_of(p, v);
    if (!s)
        return NULL;
    answer *a = &s->answers[shared];
    *there = a->epoch == v->epoch;
    a->epoch = v->epoch;
    return &a->truth;
}

static bool has_id(const ipr_dict_hit *hits, size_t n, uint32_t id)
{
    for (size_t i = 0; i < n; i++)
        if (hits[i].id == id)
            return true;
    return false;
}

size_t ipr_finds_count(const ipr_finds *f)
{
    size_t count = 0;
    for (size_t i = 0; f && i < f->n; i++)
        count += !has_id(f->hits, i, f->hits[i].id);
    return count;
}

bool ipr_finds_most(const ipr_terms *t, const ipr_finds *f, double *out)
{
    bool any = false;
    for (size_t i = 0; f && i < f->n; i++) {
        double x = f->hits[i].id < t->n ? t->value[f->hits[i].id] : 0;
        if (f->hits[i].id < t->n && (!any || x > *out)) {
            *out = x;
            any = true;
        }
    }
    return any;
}

const ipr_dict_hit *ipr_cond_revealed(const ipr_prog *p, uint32_t probe, ipr_eval *v)
{
    const ipr_probe *q = &p->probe[probe], *plain = &p->probe[q->plainer];
    if (ipr_texts_view(v, q->field, (ipr_view)q->view) ==
        ipr_texts_view(v, plain->field, (ipr_view)plain->view))
        return NULL; /* nothing to read differently */
    const ipr_finds *f = ipr_cond_found(p, probe, v);
    const ipr_finds *known = f && f->n ? ipr_cond_found(p, q->plainer, v) : NULL;
    for (size_t i = 0; known && i < f->n; i++)
        if (!has_id(known->hits, known->n, f->hits[i].id))
            return &f->hits[i];
    return NULL;
}

static bool is_near(const ipr_terms *terms, const ipr_text *t, const ipr_word *w)
{
    ipr_str text = {t->p + w->start, w->end - w->start};
    return ipr_spell_asks(text) && !ipr_dict_has_word(terms->dict, t, w) &&
           ipr_spell_near(terms->spell, text);
}

/* The first n <= 8 of eight bytes. */
static uint64_t first_bytes(const char *p, size_t n)
{
    uint64_t all = ipr_load8((const unsigned char *)p);
    return n < 8 ? all & (((uint64_t)1 << 8 * n) - 1) : all;
}

/* The same, remembered. */
static bool is_near_word(found_state *s, uint32_t probe, const ipr_text *t, const ipr_word *w)
{
    const ipr_terms *terms = &s->prog->terms[s->prog->probe[probe].terms];
    memo *m = &s->words[(w->hash ^ probe) % MEMO];
    const char *p = t->p + w->start; /* IPR_TEXT_PAD bytes may be read behind it */
    size_t n = w->end - w->start;
    if (n > MEMO_WORD || probe >= UINT8_MAX)
        return is_near(terms, t, w);
    uint64_t low = first_bytes(p, n < 8 ? n : 8), high = n > 8 ? first_bytes(p + 8, n - 8) : 0;
    high |= (uint64_t)n << 40 | (uint64_t)(probe + 1) << 48;
    if (m->at[0] != low || (m->at[1] & ~MEMO_NEAR) != high)
        *m = (memo){{low, high | (is_near(terms, t, w) ? MEMO_NEAR : 0)}};
    return m->at[1] & MEMO_NEAR;
}

const ipr_word *ipr_cond_near(const ipr_prog *p, uint32_t probe, ipr_eval *v)
{
    const ipr_probe *q = &p->probe[probe];
    const ipr_text *t;
    const ipr_words *w = ipr_texts_words(v, q->field, (ipr_view)q->view, &t);
    found_state *s = w ? state_of(p, v) : NULL;
    if (s && !s->words)
        s->words = ipr_calloc(s->env, MEMO, sizeof *s->words);
    v->failed |= w && !(s && s->words);
    for (size_t i = 0; s && s->words && i < w->n; i++) {
        const ipr_word *one = &w->v[i];
        size_t n = one->end - one->start;
        if (n >= IPR_SPELL_MIN && n <= IPR_SPELL_MAX && is_near_word(s, probe, t, one))
            return one;
    }
    return NULL;
}
