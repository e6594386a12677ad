/* SPDX-License-Identifier: MIT
 * dict.c: two engines behind one list of terms. Word terms: open addressing on the hash of
 * the words so far, each prefix of a longer term marked, so that a scan stops at the first
 * word no term goes on with. Terms in scripts without blanks: a trie over code points, its
 * edges in one open-addressing table. A bitmap in front answers most misses. */
#include "dict.h"

#include <string.h>

enum { MAX_WORDS = 16, MAX_CHARS = 64 };
#define NONE UINT32_MAX

/* A term; its n bytes of folded text stand right behind it, since both are looked at. */
typedef struct term {
    uint32_t n;
    uint32_t kind, id;
    uint32_t next; /* another term with the same words, or NONE */
} term;

typedef struct slot {
    uint64_t key;  /* phrase hash, or edge */
    uint32_t term; /* place of the first term that ends here, or NONE */
    uint32_t node; /* words: 1 if longer terms go on; trie: the child, 0 for an empty slot */
} slot;

typedef struct table {
    slot *v;
    size_t n, cap; /* cap is a power of two or 0 */
    uint64_t *bits;
    size_t nbits; /* power of two */
} table;

struct ipr_dict {
    ipr_env *env;
    ipr_text fold; /* scratch while adding */
    ipr_words words;
    uint32_t *places; /* of the terms, by number */
    size_t n, cap;
    ipr_buf terms; /* each begins at a multiple of 4 */
    table phrases, edges;
    uint32_t nodes; /* trie nodes; 1 is the root */
    bool sealed;
};

/* ---- the table ---- */

/* Whether the key may be there: cheap, and mostly no. */
static inline bool may_hold(const table *t, uint64_t key)
{
    return t->cap && (!t->bits || (t->bits[(key & (t->nbits - 1)) / 64] >> (key % 64) & 1));
}

static slot *look_up(const table *t, uint64_t key)
{
    for (size_t i = (size_t)key & (t->cap - 1);; i = (i + 1) & (t->cap - 1)) {
        if (!t->v[i].node && t->v[i].term == NONE)
            return NULL;
        if (t->v[i].key == key)
            return &t->v[i];
    }
}

static slot *find(const table *t, uint64_t key)
{
    return may_hold(t, key) ? look_up(t, key) : NULL;
}

static slot *free_slot(const table *t, uint64_t key)
{
    size_t i = (size_t)key & (t->cap - 1);
    while (t->v[i].node || t->v[i].term != NONE)
        i = (i + 1) & (t->cap - 1);
    return &t->v[i];
}

static bool rehash(ipr_dict *d, table *t, size_t cap)
{
    table old = *t;
    slot *v = ipr_alloc(d->env, cap * sizeof *v);
    if (!v)
        return false;
    for (size_t i = 0; i < cap; i++)
        v[i] = (slot){.term = NONE};
    t->v = v;
    t->cap = cap;
    for (size_t i = 0; i < old.cap; i++)
        if (old.v[i].node || old.v[i].term != NONE)
            *free_slot(t, old.v[i].key) = old.v[i];
    ipr_free(d->env, old.v, old.cap * sizeof *old.v);
    return true;
}

/* The slot of key, made if missing (then with neither term nor node: fill it at once). */
static slot *want(ipr_dict *d, table *t, uint64_t key)
{
    slot *s = find(t, key);
    if (s)
        return s;
    if (t->n * 2 >= t->cap && !rehash(d, t, t->cap ? t->cap * 2 : 64))
        return NULL;
    t->n++;
    s = free_slot(t, key);
    s->key = key;
    return s;
}

static bool make_bits(ipr_dict *d, table *t)
{
    size_t n = 4096; /* for short lists too: most texts are asked for all their words */
    while (n < t->n * 16)
        n *= 2;
    t->bits = t->n ? ipr_calloc(d->env, n / 64, sizeof *t->bits) : NULL;
    t->nbits = n;
    for (size_t i = 0; t->bits && i < t->cap; i++)
        if (t->v[i].node || t->v[i].term != NONE) {
            uint64_t key = t->v[i].key;
            t->bits[(key & (n - 1)) / 64] |= (uint64_t)1 << (key % 64);
        }
    return t->bits || !t->n;
}

static void table_fini(ipr_dict *d, table *t)
{
    ipr_free(d->env, t->v, t->cap * sizeof *t->v);
    ipr_free(d->env, t->bits, t->bits ? t->nbits / 64 * sizeof *t->bits : 0);
}

/* ---- adding ---- */

ipr_dict *ipr_dict_new(ipr_env *env)
{
    ipr_dict *d = ipr_calloc(env, 1, sizeof *d);
    if (!d)
        return NULL;
    d->env = env;
    d->nodes = 1;
    ipr_text_init(&d->fold, env);
    ipr_words_init(&d->words, env);
    ipr_buf_init(&d->terms, env);
    return d;
}

void ipr_dict_free(ipr_dict *d)
{
    if (!d)
        return;
    ipr_text_fini(&d->fold);
    ipr_words_fini(&d->words);
    ipr_buf_fini(&d->terms);
    table_fini(d, &d->phrases);
    table_fini(d, &d->edges);
    ipr_free(d->env, d->places, d->cap * sizeof *d->places);
    ipr_free(d->env, d, sizeof *d);
}

size_t ipr_dict_count(const ipr_dict *d)
{
    return d->n;
}

static term *term_at(const ipr_dict *d, uint32_t place)
{
    return (term *)(void *)(d->terms.p + place);
}

static ipr_str text_of(const term *m)
{
    return (ipr_str){(const char *)(m + 1), m->n};
}

ipr_str ipr_dict_text(const ipr_dict *d, size_t i)
{
    return text_of(term_at(d, d->places[i]));
}

static ipr_status hang(ipr_dict *d, slot *s, uint32_t place)
{
    if (!s)
        return IPR_ENOMEM;
    term_at(d, place)->next = s->term;
    s->term = place;
    return IPR_OK;
}

static ipr_status add_phrase(ipr_dict *d, uint32_t place)
{
    uint64_t h = 0;
    slot *s = NULL;
    for (size_t i = 0; i < d->words.n; i++) {
        if (s)
            s->node = 1;
        h = ipr_words_chain(h, d->words.v[i].hash);
        s = want(d, &d->phrases, h);
        if (!s)
            return IPR_ENOMEM;
        /* Marked before the next `want` so that the slot counts as taken. */
        if (i + 1 < d->words.n)
            s->node = 1;
    }
    return hang(d, s, place);
}

/* No two edges have the same key: each step can be undone. */
static uint64_t edge(const ipr_dict *d, uint32_t node, uint32_t cp)
{
    uint64_t h = (((uint64_t)node << 32 | cp) ^ d->env->seed) * 0x9E3779B97F4A7C15u;
    return h ^ h >> 32;
}

static bool is_blank(uint32_t cp)
{
    return cp == ' ' || cp == '\t' || cp == '\n' || cp == '\r';
}

/* The dot between the parts of a foreign name: 路易·威登. Terms and texts are read without it. */
static bool is_name_dot(uint32_t cp)
{
    return cp == 0xB7 || cp == 0x30FB || cp == 0x2022;
}

static ipr_status add_solid(ipr_dict *d, uint32_t place)
{
    uint32_t node = 1, cp, last = ' ', count = 0;
    slot *s = NULL;
    for (const char *p = d->fold.p, *end = p + d->fold.n; p < end;) {
        p += ipr_utf8_next(p, end, &cp);
        if (is_name_dot(cp))
            continue;
        if (is_blank(cp)) {
            last = ' ';
            continue;
        }
        for (int i = last == ' ' && s ? 0 : 1; i < 2; i++) { /* one blank for many */
            s = want(d, &d->edges, edge(d, node, i ? cp : ' '));
            if (!s || ++count > MAX_CHARS)
                return s ? IPR_ELIMIT : IPR_ENOMEM;
            if (!s->node)
                s->node = ++d->nodes;
            node = s->node;
        }
        last = cp;
    }
    return hang(d, s, place);
}

/* Writes the folded term down. */
static ipr_status keep_term(ipr_dict *d, uint32_t kind, uint32_t id, uint32_t *place)
{
    static const char pad[4] = "";
    uint32_t *places = ipr_grow(d->env, d->places, &d->cap, d->n + 1, sizeof *places);
    if (!places)
        return IPR_ENOMEM;
    d->places = places;
    term m = {(uint32_t)d->fold.n, kind, id, NONE};
    *place = places[d->n] = (uint32_t)d->terms.n;
    ipr_buf_add(&d->terms, (const char *)&m, sizeof m);
    ipr_buf_add(&d->terms, d->fold.p, d->fold.n);
    ipr_buf_add(&d->terms, pad, -d->fold.n % 4);
    return d->terms.failed ? IPR_ENOMEM : IPR_OK;
}

ipr_status ipr_dict_add(ipr_dict *d, ipr_str text, uint32_t kind, uint32_t id)
{
    ipr_status st = ipr_text_fold(&d->fold, ipr_str_trim(text), IPR_VIEW_PLAIN);
    if (st == IPR_OK)
        st = ipr_words_split(&d->words, &d->fold);
    if (st != IPR_OK)
        return st;
    if (d->words.n == 0)
        return IPR_EEMPTY;
    if (d->words.n > MAX_WORDS || d->terms.n > UINT32_MAX / 2)
        return IPR_ELIMIT;
    uint32_t place;
    st = keep_term(d, kind, id, &place);
    if (st == IPR_OK)
        st = d->fold.solid ? add_solid(d, place) : add_phrase(d, place);
    if (st == IPR_OK)
        d->n++;
    return st;
}

ipr_status ipr_dict_seal(ipr_dict *d)
{
    if (!d->sealed && !(make_bits(d, &d->phrases) && make_bits(d, &d->edges)))
        return IPR_ENOMEM;
    d->sealed = true;
    ipr_text_fini(&d->fold);
    ipr_words_fini(&d->words);
    return IPR_OK;
}

/* ---- finding ---- */

typedef struct search {
    const ipr_dict *d;
    const ipr_text *t;
    ipr_dict_hit *out;
    size_t n, max;
} search;

static bool is_strict(char c)
{
    return c && strchr(":+%#*=&", c) != NULL;
}

static bool is_word_byte(char c)
{
    return (unsigned char)c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* The next byte that counts, from p on: of a word, or a strict sign. */
static const char *counts(const char *p, const char *end)
{
    while (p < end && !is_word_byte(*p) && !is_strict(*p))
        p++;
    return p;
}

/* Does the term stand in the text at its first word *from? Both are words in the same order by
 * their hashes; this compares the bytes and the strict signs. Moves *from and *to over signs. */
static bool stands(const search *s, const term *m, uint32_t *from, uint32_t *to)
{
    const char *p = text_of(m).p, *pe = p + m->n;
    if (m->n <= s->t->n - *from && is_word_byte(*p) && is_word_byte(pe[-1]) &&
        memcmp(p, s->t->p + *from, m->n) == 0) { /* written as the term is */
        *to = *from + m->n;
        return true;
    }
    const char *first = s->t->p + *from, *q = first, *qe = s->t->p + s->t->n;
    const char *lead = counts(p, pe), *word = lead;
    while (word < pe && !is_word_byte(*word))
        word++;
    while (word > lead && word[-1] == (first > s->t->p ? first[-1] : 0))
        word--, first--;
    if (word != lead)
        return false;
    for (p = lead, q = first; p < pe;) {
        const char *a = counts(p, pe);
        if (a == pe)
            break;
        const char *b = counts(q, qe);
        if (b == qe || *a != *b)
            return false;
        p = a + 1;
        q = b + 1;
    }
    *from = (uint32_t)(first - s->t->p);
    *to = (uint32_t)(q - s->t->p);
    return true;
}

static void emit(search *s, const term *m, uint32_t from, uint32_t to)
{
    if (s->n == s->max)
        return;
    ipr_dict_hit *h = &s->out[s->n];
    *h = (ipr_dict_hit){.from = from, .to = to, .id = m->id, .kind = m->kind};
    ipr_text_span(s->t, from, to, &h->start, &h->end);
    s->n++;
}

/* Terms that begin with word i; slot e is that of the word alone. */
static void follow(search *s, const ipr_words *w, size_t i, const slot *e, uint64_t h)
{
    const ipr_dict *d = s->d;
    for (size_t j = i + 1; e; j++) {
        for (uint32_t k = e->term; k != NONE; k = term_at(d, k)->next) {
            uint32_t from = w->v[i].start, to;
            if (stands(s, term_at(d, k), &from, &to))
                emit(s, term_at(d, k), from, to);
        }
        if (!e->node || j == w->n || j == i + MAX_WORDS)
            return;
        h = ipr_words_chain(h, w->v[j].hash);
        e = find(&d->phrases, h);
    }
}

enum { AHEAD = 32 }; /* words whose slots and terms are asked of memory before any is read */

/* Terms that begin with the words [i, to). */
static void find_some(search *s, const ipr_words *w, size_t i, size_t to)
{
    const table *t = &s->d->phrases;
    uint64_t mask = t->nbits - 1;
    size_t at[AHEAD], n = 0;
    const slot *e[AHEAD];
    for (; i < to; i++) {
        uint64_t key = ipr_words_chain(0, w->v[i].hash);
        at[n] = i;
        n += t->bits[(key & mask) / 64] >> (key % 64) & 1;
    }
    for (size_t k = 0; k < n; k++)
        __builtin_prefetch(&t->v[ipr_words_chain(0, w->v[at[k]].hash) & (t->cap - 1)]);
    for (size_t k = 0; k < n; k++) {
        e[k] = look_up(t, ipr_words_chain(0, w->v[at[k]].hash));
        if (e[k] && e[k]->term != NONE)
            __builtin_prefetch(term_at(s->d, e[k]->term));
    }
    for (size_t k = 0; k < n; k++)
        follow(s, w, at[k], e[k], ipr_words_chain(0, w->v[at[k]].hash));
}

static void find_phrases(search *s, const ipr_words *w)
{
    for (size_t i = 0; s->d->phrases.bits && i < w->n; i += AHEAD)
        find_some(s, w, i, w->n - i < AHEAD ? w->n : i + AHEAD);
}

bool ipr_dict_has_word(const ipr_dict *d, const ipr_text *t, const ipr_word *w)
{
    const slot *e = find(&d->phrases, ipr_words_chain(0, w->hash));
    size_t n = w->end - w->start;
    for (uint32_t k = e ? e->term : NONE; k != NONE; k = term_at(d, k)->next)
        if (ipr_str_eq(text_of(term_at(d, k)), (ipr_str){t->p + w->start, n}))
            return true;
    return false;
}

static uint32_t before(const ipr_text *t, size_t at, uint32_t *cp)
{
    *cp = ' ';
    return at ? (uint32_t)ipr_utf8_prev(t->p, t->p + at, cp) : 0;
}

static bool is_latin_word(uint32_t cp)
{
    return cp < 0x80 ? is_word_byte((char)cp)
                     : (ipr_fold_of(cp)->flags & (IPR_CH_WORD | IPR_CH_SOLID)) == IPR_CH_WORD;
}

static bool is_arabic(uint32_t cp)
{
    return cp >= 0x600 && cp < 0x700 && (ipr_fold_of(cp)->flags & IPR_CH_WORD);
}

/* May a term begin at `at` with code point cp? Latin letters: at a word's beginning. Arabic: also
 * after the article and the particles written together with the word (و ف ب ك ل ال لل). */
static bool may_begin(const ipr_text *t, size_t at, uint32_t cp)
{
    uint32_t prev;
    size_t back = before(t, at, &prev);
    if (is_latin_word(cp))
        return !is_latin_word(prev);
    if (!is_arabic(cp))
        return true;
    for (int i = 0; i < 4 && is_arabic(prev); i++) {
        if (prev != 0x0648 && prev != 0x0641 && prev != 0x0628 && prev != 0x0643 &&
            prev != 0x0644 && prev != 0x0627)
            return false;
        at -= back;
        back = before(t, at, &prev);
    }
    return !is_arabic(prev);
}

static bool may_end(const ipr_text *t, size_t at, uint32_t cp)
{
    uint32_t next;
    if (!is_latin_word(cp) || at >= t->n)
        return true;
    ipr_utf8_next(t->p + at, t->p + t->n, &next);
    return !is_latin_word(next);
}

static void walk(search *s, size_t at)
{
    const ipr_dict *d = s->d;
    const char *end = s->t->p + s->t->n;
    uint32_t node = 1, cp, last = 0;
    for (size_t i = at; i < s->t->n;) {
        size_t n = ipr_utf8_next(s->t->p + i, end, &cp);
        if (is_blank(cp))
            cp = ' ';
        if (is_name_dot(cp) || (cp == ' ' && last == ' ')) {
            i += n;
            continue;
        }
        const slot *e = find(&d->edges, edge(d, node, cp));
        if (!e)
            return;
        i += n;
        last = cp;
        node = e->node;
        if (may_end(s->t, i, cp))
            for (uint32_t k = e->term; k != NONE; k = term_at(d, k)->next)
                emit(s, term_at(d, k), (uint32_t)at, (uint32_t)i);
    }
}

static void find_solid(search *s)
{
    const char *end = s->t->p + s->t->n;
    uint32_t cp;
    for (size_t i = 0, n; i < s->t->n; i += n) {
        n = ipr_utf8_next(s->t->p + i, end, &cp);
        if (!is_blank(cp) && find(&s->d->edges, edge(s->d, 1, cp)) && may_begin(s->t, i, cp))
            walk(s, i);
    }
}

static bool goes_before(const ipr_dict_hit *a, const ipr_dict_hit *b)
{
    if (a->from != b->from)
        return a->from < b->from;
    if (a->to != b->to)
        return a->to > b->to;
    return a->kind != b->kind ? a->kind < b->kind : a->id < b->id;
}

/* Hits come nearly sorted, and few: insertion. */
static void sort(ipr_dict_hit *v, size_t n)
{
    for (size_t i = 1; i < n; i++) {
        ipr_dict_hit h = v[i];
        size_t j = i;
        for (; j > 0 && goes_before(&h, &v[j - 1]); j--)
            v[j] = v[j - 1];
        v[j] = h;
    }
}

size_t ipr_dict_find(const ipr_dict *d, const ipr_text *t, const ipr_words *w, ipr_dict_hit *out,
                     size_t max)
{
    if (!d->sealed || t->n == 0)
        return 0;
    search s = {d, t, out, 0, max};
    find_phrases(&s, w);
    if (t->solid && d->edges.n)
        find_solid(&s);
    sort(out, s.n);
    return s.n;
}
