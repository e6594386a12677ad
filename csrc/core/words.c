/* SPDX-License-Identifier: MIT
 * words.c: splitting; ASCII by a class table, the rest by the folding tables. */
#include "words.h"

void ipr_words_init(ipr_words *w, ipr_env *env)
{
    *w = (ipr_words){.env = env};
}

void ipr_words_fini(ipr_words *w)
{
    ipr_free(w->env, w->v, w->cap * sizeof *w->v);
    ipr_words_init(w, w->env);
}

uint64_t ipr_words_hash(uint64_t seed, const char *p, size_t n)
{
    return ipr_hash(seed, p, n);
}

uint64_t ipr_words_chain(uint64_t phrase, uint64_t word)
{
    uint64_t h = (phrase ^ word) * 0x9E3779B97F4A7C15u;
    return (h ^ h >> 29) + (phrase << 1);
}

/* Bytes of the word character at p, 0 if it is none. */
static size_t word_char(const char *p, const char *end)
{
    unsigned char c = (unsigned char)*p;
    if (c < 0x80)
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
    uint32_t cp;
    size_t n = ipr_utf8_next(p, end, &cp);
    return ipr_fold_of(cp)->flags & IPR_CH_WORD ? n : 0;
}

/* The end of the word that begins at p, or p if none does. */
static const char *word_end(const char *p, const char *end)
{
    for (size_t n; p < end && (n = word_char(p, end)) > 0;)
        p += n;
    return p;
}

static bool push(ipr_words *w, const ipr_text *t, const char *p, const char *q)
{
    ipr_word *v = ipr_grow(w->env, w->v, &w->cap, w->n + 1, sizeof *v);
    if (!v)
        return false;
    w->v = v;
    v[w->n++] = (ipr_word){ipr_words_hash(w->env->seed, p, (size_t)(q - p)), (uint32_t)(p - t->p),
                           (uint32_t)(q - t->p)};
    return true;
}

ipr_status ipr_words_split(ipr_words *w, const ipr_text *t)
{
    w->n = 0;
    w->cut = false;
    if (t->n == 0)
        return IPR_OK; /* t->p may be NULL */
    const char *p = t->p, *end = t->p + t->n;
    while (p < end) {
        const char *q = word_end(p, end);
        if (q == p) {
            p++; /* continuation bytes of a separator separate too */
            continue;
        }
        if (w->n == w->env->limits.max_tokens) {
            w->cut = true;
            break;
        }
        if (!push(w, t, p, q)) {
            w->n = 0;
            return IPR_ENOMEM;
        }
        p = q;
    }
    return IPR_OK;
}
