/* SPDX-License-Identifier: MIT
 * context.c: counts by hashed key; the key of a title. */
#include "context.h"

struct ipr_context {
    ipr_env *env;
    ipr_map map; /* to rows */
    ipr_context_row *rows;
    size_t n, cap;
};

ipr_context *ipr_context_new(ipr_env *env)
{
    ipr_context *c = ipr_calloc(env, 1, sizeof *c);
    if (c) {
        c->env = env;
        ipr_map_init(&c->map, env);
    }
    return c;
}

void ipr_context_free(ipr_context *c)
{
    if (!c)
        return;
    ipr_map_fini(&c->map);
    ipr_free(c->env, c->rows, c->cap * sizeof *c->rows);
    ipr_free(c->env, c, sizeof *c);
}

static uint64_t hash_of(const ipr_context *c, ipr_context_kind kind, ipr_str key)
{
    uint64_t h = ipr_hash(c->env->seed + (uint64_t)kind + 1, key.p, key.n);
    return h ? h : 1;
}

ipr_status ipr_context_add(ipr_context *c, ipr_context_kind kind, ipr_str key,
                           const ipr_context_row *row, ipr_err *err)
{
    if (c->n >= c->env->limits.max_list)
        return ipr_fail(err, IPR_ELIMIT, 0, "more context rows than max_list");
    ipr_context_row *rows = ipr_grow(c->env, c->rows, &c->cap, c->n + 1, sizeof *rows);
    if (rows)
        c->rows = rows;
    ipr_map_slot *slot = rows ? ipr_map_want(&c->map, hash_of(c, kind, key)) : NULL;
    if (!slot)
        return ipr_fail(err, IPR_ENOMEM, 0, "out of memory");
    slot->value = (uint32_t)c->n;
    rows[c->n++] = *row;
    return IPR_OK;
}

ipr_status ipr_context_seal(ipr_context *c, ipr_err *err)
{
    ipr_status st = ipr_map_seal(&c->map);
    return st ? ipr_fail(err, st, 0, "out of memory") : IPR_OK;
}

size_t ipr_context_count(const ipr_context *c)
{
    return c->n;
}

const ipr_context_row *ipr_context_find(const ipr_context *c, ipr_context_kind kind, ipr_str key)
{
    const ipr_map_slot *slot = ipr_map_find(&c->map, hash_of(c, kind, key));
    return slot ? &c->rows[slot->value] : NULL;
}

#define KEY_WORDS 4

ipr_status ipr_title_key(ipr_text *text, ipr_words *words, ipr_str title, char *out)
{
    uint64_t sum = 0;
    ipr_status st = ipr_text_fold(text, title, IPR_VIEW_PLAIN);
    if (!st && ipr_words_split(words, text) == IPR_ENOMEM)
        st = IPR_ENOMEM;
    out[0] = '\0';
    if (st || (words->n < KEY_WORDS && !(text->solid && text->n >= 24)))
        return st;
    for (size_t i = 0; i < words->n; i++)
        sum += ipr_hash(0, text->p + words->v[i].start, words->v[i].end - words->v[i].start);
    for (int i = 15; i >= 0; i--, sum >>= 4)
        out[i] = "0123456789abcdef"[sum & 15];
    out[16] = '\0';
    return IPR_OK;
}
