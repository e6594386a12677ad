/* SPDX-License-Identifier: MIT
 * vocab.c: terms in a dictionary; hits minus guards. */
#include "vocab.h"

#include <string.h>

struct ipr_vocab {
    ipr_env *env;
    ipr_arena arena;
    ipr_dict *dict;
    ipr_term *terms;
    size_t n, cap;
};

static const struct {
    const char *name, *says;
    ipr_term_class class;
} kinds[] = {
#define X(NAME, name, class, text) {name, text, IPR_TERMS_##class},
    IPR_TERM_LIST(X)
#undef X
};

ipr_term_kind ipr_term_kind_find(ipr_str name)
{
    for (int k = 0; k < IPR_TERM_KINDS; k++)
        if (ipr_str_is(name, kinds[k].name))
            return (ipr_term_kind)k;
    return IPR_TERM_KINDS;
}

const char *ipr_term_kind_name(ipr_term_kind k)
{
    return kinds[k].name;
}

const char *ipr_term_kind_says(ipr_term_kind k)
{
    return kinds[k].says;
}

ipr_term_class ipr_term_class_of(ipr_term_kind k)
{
    return kinds[k].class;
}

ipr_vocab *ipr_vocab_new(ipr_env *env)
{
    ipr_vocab *v = ipr_calloc(env, 1, sizeof *v);
    if (!v)
        return NULL;
    v->env = env;
    ipr_arena_init(&v->arena, env);
    v->dict = ipr_dict_new(env);
    if (!v->dict) {
        ipr_vocab_free(v);
        return NULL;
    }
    return v;
}

void ipr_vocab_free(ipr_vocab *v)
{
    if (!v)
        return;
    ipr_dict_free(v->dict);
    ipr_free(v->env, v->terms, v->cap * sizeof *v->terms);
    ipr_arena_fini(&v->arena);
    ipr_free(v->env, v, sizeof *v);
}

static bool copy(ipr_vocab *v, ipr_str *s)
{
    s->p = ipr_arena_dup(&v->arena, s->n ? s->p : "", s->n);
    return s->p != NULL;
}

ipr_status ipr_vocab_add(ipr_vocab *v, const ipr_term *term, ipr_err *err)
{
    ipr_term t = *term;
    if (t.strength > 1000)
        return ipr_fail(err, IPR_EVALUE, 0, "a strength lies between 0 and 1");
    if (v->n >= v->env->limits.max_list)
        return ipr_fail(err, IPR_ELIMIT, 0, "more terms than max_list");
    ipr_term *terms = ipr_grow(v->env, v->terms, &v->cap, v->n + 1, sizeof *terms);
    if (terms)
        v->terms = terms;
    if (!terms || !copy(v, &t.text) || !copy(v, &t.language) || !copy(v, &t.value))
        return ipr_fail(err, IPR_ENOMEM, 0, "out of memory");
    ipr_status st = ipr_dict_add(v->dict, t.text, (uint32_t)t.kind, (uint32_t)v->n);
    if (st)
        return ipr_fail(err, st, 0, "a term has 1 to 16 words of letters or digits");
    terms[v->n++] = t;
    return IPR_OK;
}

ipr_status ipr_vocab_seal(ipr_vocab *v, ipr_err *err)
{
    ipr_status st = ipr_dict_seal(v->dict);
    return st ? ipr_fail(err, st, 0, "out of memory") : IPR_OK;
}

size_t ipr_vocab_count(const ipr_vocab *v)
{
    return v->n;
}

void ipr_vocab_scratch_init(ipr_vocab_scratch *s, ipr_env *env)
{
    ipr_text_init(&s->text, env);
    ipr_words_init(&s->words, env);
}

void ipr_vocab_scratch_fini(ipr_vocab_scratch *s)
{
    ipr_words_fini(&s->words);
    ipr_text_fini(&s->text);
}

/* ---------------------------------------------------------------------- guards */

static ipr_term_class class_of(const ipr_dict_hit *h)
{
    return kinds[h->kind].class;
}

static bool is_wording(const ipr_dict_hit *h)
{
    return class_of(h) == IPR_TERMS_COPY || class_of(h) == IPR_TERMS_GREY;
}

/* Whether b lies within a and is shorter. */
static bool inside(const ipr_dict_hit *b, const ipr_dict_hit *a)
{
    return b->from >= a->from && b->to <= a->to && b->to - b->from < a->to - a->from;
}

/* Hits that speak of the same matter. */
static bool same_matter(const ipr_dict_hit *a, const ipr_dict_hit *b)
{
    return class_of(a) == IPR_TERMS_SIGNAL ? a->kind == b->kind : is_wording(a) && is_wording(b);
}

/* Of terms with the same place and matter ("replica", "réplica") one counts: the
 * caller's before a shipped one, then the strongest, then the first. */
static bool is_outdone(const ipr_vocab *v, const ipr_dict_hit *h, const ipr_dict_hit *c)
{
    const ipr_term *a = &v->terms[h->id], *b = &v->terms[c->id];
    if (c->from != h->from || c->to != h->to || !same_matter(h, c))
        return false;
    if (a->own != b->own)
        return b->own;
    return a->strength != b->strength ? a->strength < b->strength : h->id > c->id;
}

/* An exception takes the wording that it covers; a longer term what it contains of
 * its matter. Hits come by start, longer first, so a cover stands before. */
static bool is_covered(const ipr_vocab *v, const ipr_vocab_scratch *s, size_t n, size_t i)
{
    const ipr_dict_hit *h = &s->raw[i];
    for (size_t k = 0; k < n && s->raw[k].from <= h->from; k++) {
        const ipr_dict_hit *c = &s->raw[k];
        if (k == i)
            continue;
        if (c->kind == IPR_TERM_EXCEPTION && is_wording(h) && c->from <= h->from && c->to >= h->to)
            return true;
        if ((same_matter(h, c) && inside(h, c)) || is_outdone(v, h, c))
            return true;
    }
    return false;
}

static bool is_article(const char *p, size_t n)
{
    static const char *const words[] = {"a",  "an",  "the", "any",  "un",    "una", "uma",
                                        "um", "une", "ein", "eine", "einen", "de",  "der"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strlen(words[i]) == n && memcmp(words[i], p, n) == 0)
            return true;
    return n == 0;
}

/* Nothing but blanks and at most one article between the view bytes. */
static bool is_near(const ipr_text *t, uint32_t from, uint32_t to)
{
    while (from < to && t->p[from] == ' ')
        from++;
    while (to > from && t->p[to - 1] == ' ')
        to--;
    return is_article(t->p + from, to - from);
}

static bool is_negated(const ipr_vocab_scratch *s, size_t n, size_t i)
{
    const ipr_dict_hit *h = &s->raw[i];
    for (size_t k = 0; k < n; k++) {
        const ipr_dict_hit *c = &s->raw[k];
        if (c->kind == IPR_TERM_NEGATION && c->to <= h->from && is_near(&s->text, c->to, h->from))
            return true;
        if (c->kind == IPR_TERM_NEGATION_AFTER && c->from >= h->to && c->from - h->to <= 12)
            return true;
    }
    return false;
}

/* The raw hits of a view in s->raw, and in *n how many. */
static ipr_status find(const ipr_vocab *v, ipr_vocab_scratch *s, ipr_str field, ipr_view view,
                       size_t *n)
{
    ipr_status st = ipr_text_fold(&s->text, field, view);
    *n = 0;
    if (st)
        return st;
    st = ipr_words_split(&s->words, &s->text);
    if (st != IPR_ENOMEM)
        *n = ipr_dict_find(v->dict, &s->text, &s->words, s->raw, IPR_VOCAB_HITS);
    return *n == IPR_VOCAB_HITS ? IPR_ELIMIT : st;
}

static bool overlaps(const ipr_vocab_hit *hits, size_t n, const ipr_dict_hit *h)
{
    for (size_t i = 0; i < n; i++)
        if (hits[i].start < h->end && h->start < hits[i].end)
            return true;
    return false;
}

/* Copy words of six letters and more that stand there only for eyes, not for filters. */
static ipr_status scan_hidden(const ipr_vocab *v, ipr_vocab_scratch *s, ipr_str field,
                              ipr_vocab_hit *out, size_t max, size_t *n)
{
    size_t raw, plain = *n;
    ipr_status st = find(v, s, field, IPR_VIEW_LEET, &raw);
    for (size_t i = 0; i < raw && *n < max; i++) {
        const ipr_dict_hit *h = &s->raw[i];
        const ipr_term *t = &v->terms[h->id];
        if (t->kind != IPR_TERM_COPY || t->strength < 700 || t->text.n < 6 ||
            overlaps(out, plain, h) || is_covered(v, s, raw, i) || is_negated(s, raw, i))
            continue;
        out[(*n)++] = (ipr_vocab_hit){h->start, h->end, t, true};
    }
    return st;
}

static bool has_disguise(ipr_str s)
{
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (c >= 0x80 || (c >= '0' && c <= '9') || c == '@' || c == '$' || c == '!')
            return true;
    }
    return false;
}

/* A text whose plain copy words were excepted or negated (`spoken`) hides nothing. */
ipr_status ipr_vocab_scan(const ipr_vocab *v, ipr_vocab_scratch *s, ipr_str field,
                          bool look_through, ipr_vocab_hit *out, size_t max, size_t *n)
{
    size_t raw = 0;
    bool spoken = false;
    ipr_status st = field.n ? find(v, s, field, IPR_VIEW_PLAIN, &raw) : IPR_OK;
    *n = 0;
    for (size_t i = 0; i < raw; i++) {
        s->gone[i] = class_of(&s->raw[i]) == IPR_TERMS_GUARD || is_covered(v, s, raw, i) ||
                     (is_wording(&s->raw[i]) && is_negated(s, raw, i));
        spoken = spoken || (s->gone[i] && is_wording(&s->raw[i]));
    }
    for (size_t i = 0; i < raw && *n < max; i++) {
        const ipr_dict_hit *h = &s->raw[i];
        const ipr_term *t = &v->terms[h->id];
        if (!s->gone[i] && t->strength > 0)
            out[(*n)++] = (ipr_vocab_hit){h->start, h->end, t, false};
    }
    ipr_status hidden = IPR_OK;
    if (st != IPR_ENOMEM && look_through && !spoken && has_disguise(field))
        hidden = scan_hidden(v, s, field, out, max, n);
    if (st == IPR_ENOMEM || hidden == IPR_ENOMEM)
        *n = 0;
    return *n == max ? IPR_ELIMIT : hidden ? hidden : st;
}
