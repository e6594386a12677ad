/* SPDX-License-Identifier: MIT
 * texts.c: a small cache of folded views, by field and view, stamped with the listing. */
#include "texts.h"

typedef struct entry {
    ipr_text text;
    ipr_words words;
    uint32_t folded, split; /* epochs in which text and words were made */
    uint16_t field;
    uint8_t view;
} entry;

typedef struct cache {
    ipr_env *env;
    entry **e; /* one by one, so that none ever moves */
    size_t n, cap;
} cache;

static void cache_fini(void *p)
{
    cache *c = p;
    for (size_t i = 0; i < c->n; i++) {
        ipr_text_fini(&c->e[i]->text);
        ipr_words_fini(&c->e[i]->words);
        ipr_free(c->env, c->e[i], sizeof **c->e);
    }
    ipr_free(c->env, c->e, c->cap * sizeof *c->e);
    ipr_free(c->env, c, sizeof *c);
}

static cache *cache_of(ipr_eval *v)
{
    ipr_scratch *s = &v->scratch[IPR_SCRATCH_WORDS];
    if (!s->p) {
        cache *c = ipr_calloc(v->env, 1, sizeof *c);
        if (!c)
            return NULL;
        c->env = v->env;
        *s = (ipr_scratch){c, cache_fini};
    }
    return s->p;
}

static entry *entry_of(ipr_eval *v, unsigned field, ipr_view view)
{
    cache *c = cache_of(v);
    if (!c)
        return NULL;
    for (size_t i = 0; i < c->n; i++) {
        if (c->e[i]->field == field && c->e[i]->view == (uint8_t)view)
            return c->e[i];
    }
    entry **list = ipr_grow(c->env, c->e, &c->cap, c->n + 1, sizeof *list);
    if (list)
        c->e = list;
    entry *e = list ? ipr_calloc(c->env, 1, sizeof *e) : NULL;
    if (!e)
        return NULL;
    c->e[c->n++] = e;
    e->field = (uint16_t)field;
    e->view = (uint8_t)view;
    ipr_text_init(&e->text, c->env);
    ipr_words_init(&e->words, c->env);
    return e;
}

/* The entry with its text of this listing; NULL if there is none. */
static entry *folded(ipr_eval *v, unsigned field, ipr_view view)
{
    const ipr_value *value = ipr_eval_get(v, field);
    if (!value->known)
        return NULL;
    entry *e = entry_of(v, field, view);
    if (!e || (e->folded != v->epoch && ipr_text_fold(&e->text, value->text, view) != IPR_OK)) {
        v->failed = true;
        return NULL;
    }
    e->folded = v->epoch;
    return e;
}

const ipr_text *ipr_texts_view(ipr_eval *v, unsigned field, ipr_view view)
{
    entry *e = folded(v, field, view);
    return e ? &e->text : NULL;
}

const ipr_words *ipr_texts_words(ipr_eval *v, unsigned field, ipr_view view)
{
    entry *e = folded(v, field, view);
    if (!e)
        return NULL;
    if (e->split != v->epoch && ipr_words_split(&e->words, &e->text) != IPR_OK) {
        v->failed = true;
        return NULL;
    }
    e->split = v->epoch;
    return &e->words;
}
