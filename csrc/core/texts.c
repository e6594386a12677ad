/* SPDX-License-Identifier: MIT
 * texts.c: a small cache of folded views, by field and view, stamped with the listing. */
#include "texts.h"

#include <string.h>

typedef struct made_view {
    ipr_text text;
    ipr_words words;
    bool split; /* words are this text's */
} made_view;

typedef struct entry {
    uint32_t epoch;                  /* the listing that made is of */
    made_view *made[IPR_VIEW_COUNT]; /* what the views are in; NULL where not asked for yet */
    made_view view[IPR_VIEW_COUNT];
} entry;

typedef struct cache {
    ipr_env *env;
    entry *of[IPR_FIELD_MAX]; /* by field; made when first asked for */
} cache;

static void cache_fini(void *p)
{
    cache *c = p;
    for (size_t i = 0; i < IPR_FIELD_MAX; i++) {
        for (int k = 0; c->of[i] && k < IPR_VIEW_COUNT; k++) {
            ipr_text_fini(&c->of[i]->view[k].text);
            ipr_words_fini(&c->of[i]->view[k].words);
        }
        ipr_free(c->env, c->of[i], sizeof *c->of[i]);
    }
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

static entry *new_entry(ipr_env *env)
{
    entry *e = ipr_calloc(env, 1, sizeof *e);
    for (int k = 0; e && k < IPR_VIEW_COUNT; k++) {
        ipr_text_init(&e->view[k].text, env);
        ipr_words_init(&e->view[k].words, env);
    }
    return e;
}

static entry *entry_of(ipr_eval *v, unsigned field)
{
    cache *c = cache_of(v);
    if (c && !c->of[field])
        c->of[field] = new_entry(c->env);
    return c ? c->of[field] : NULL;
}

/* Folds the view, unless another says the same: the skeleton of ASCII is the plain view, and
 * leet and joined are the skeleton where nothing reads otherwise. */
static made_view *fold(entry *e, ipr_str text, ipr_view view)
{
    made_view *m = &e->view[view], *plain = NULL;
    if (e->made[view])
        return e->made[view];
    if (view == IPR_VIEW_SKELETON || view == IPR_VIEW_PLAIN) {
        plain = e->made[view == IPR_VIEW_PLAIN ? IPR_VIEW_SKELETON : IPR_VIEW_PLAIN];
        if (plain && plain->text.direct)
            return e->made[view] = plain;
    } else {
        plain = fold(e, text, IPR_VIEW_SKELETON);
        if (!plain || !ipr_text_has_leet(&plain->text))
            return e->made[view] = plain;
    }
    if (ipr_text_fold(&m->text, text, view) != IPR_OK)
        return NULL;
    m->split = false;
    return e->made[view] = m;
}

/* The view of this listing's text; NULL if there is none. */
static made_view *folded(ipr_eval *v, unsigned field, ipr_view view)
{
    const ipr_value *value = ipr_eval_get(v, field);
    if (!value->known)
        return NULL;
    entry *e = entry_of(v, field);
    if (e && e->epoch != v->epoch) {
        e->epoch = v->epoch;
        memset(e->made, 0, sizeof e->made);
    }
    made_view *m = e ? fold(e, value->text, view) : NULL;
    v->failed |= !m;
    return m;
}

const ipr_text *ipr_texts_view(ipr_eval *v, unsigned field, ipr_view view)
{
    made_view *m = folded(v, field, view);
    return m ? &m->text : NULL;
}

const ipr_words *ipr_texts_words(ipr_eval *v, unsigned field, ipr_view view, const ipr_text **text)
{
    made_view *m = folded(v, field, view);
    if (!m)
        return NULL;
    ipr_status st = m->split ? IPR_OK : ipr_words_split(&m->words, &m->text);
    v->failed |= st != IPR_OK;
    if (st == IPR_ENOMEM)
        return NULL;
    m->split = true;
    *text = &m->text;
    return &m->words;
}
