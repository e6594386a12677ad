/* SPDX-License-Identifier: MIT
 * fuzzy.c: the delete index and what verifies its finds. */
#include "fuzzy.h"

#include <string.h>

enum { MAX_PROBES = 128, SALT_EDIT = 1, SALT_VOWEL = 2 };

typedef struct entry {
    uint32_t tag;  /* upper half of the hash */
    uint32_t word; /* index of the word plus one; 0 for an empty slot */
} entry;

typedef struct filed {
    uint32_t first, n; /* letters */
    uint32_t number;
} filed;

struct ipr_fuzzy {
    ipr_env *env;
    uint32_t *letters;
    size_t nletters, cap_letters;
    filed *words;
    size_t n, cap;
    entry *slots;
    size_t nslots; /* a power of two once sealed */
    uint64_t *bits;
};

/* ---- relations ---- */

static bool is_vowel(uint32_t c)
{
    return c == 'a' || c == 'e' || c == 'i' || c == 'o' || c == 'u';
}

/* No vowel behind the first letter of t, and t is w without those. */
static bool vowels_dropped(const uint32_t *t, size_t n, const uint32_t *w, size_t m)
{
    size_t j = 1;
    if (n < 3 || n >= m || t[0] != w[0])
        return false;
    for (size_t i = 1; i < m; i++) {
        if (is_vowel(w[i]))
            continue;
        if (j == n || t[j] != w[i])
            return false;
        j++;
    }
    return j == n;
}

static size_t common_prefix(const uint32_t *a, size_t n, const uint32_t *b, size_t m)
{
    size_t i = 0;
    while (i < n && i < m && a[i] == b[i])
        i++;
    return i;
}

static bool same(const uint32_t *a, const uint32_t *b, size_t n)
{
    return n == 0 || memcmp(a, b, n * sizeof *a) == 0;
}

ipr_relation ipr_fuzzy_relation(const uint32_t *t, size_t n, const uint32_t *w, size_t m)
{
    size_t i = common_prefix(t, n, w, m);
    if (vowels_dropped(t, n, w, m))
        return IPR_REL_VOWEL_DROP;
    if (i == n && m > n && m - n <= 3)
        return m - n == 1 || (m - n == 2 && n >= 4) || n >= 6 ? IPR_REL_TRUNCATION : IPR_REL_NONE;
    if (m == n + 1 && same(t + i, w + i + 1, n - i))
        return IPR_REL_DELETION;
    if (n == m + 1 && same(t + i + 1, w + i, m - i))
        return IPR_REL_INSERTION;
    if (n != m || i == n)
        return IPR_REL_NONE;
    if (same(t + i + 1, w + i + 1, n - i - 1))
        return IPR_REL_SUBSTITUTION;
    if (i + 1 < n && t[i] == w[i + 1] && t[i + 1] == w[i] && same(t + i + 2, w + i + 2, n - i - 2))
        return IPR_REL_TRANSPOSITION;
    return IPR_REL_NONE;
}

/* ---- filing ---- */

typedef struct filer {
    ipr_fuzzy *f;
    size_t count; /* forms seen in this pass */
    uint32_t word;
    bool counting;
} filer;

/* One seed everywhere: what MAX_PROBES leaves out must not depend on it. */
static uint64_t begin(int salt)
{
    return (uint64_t)salt * 0xD6E8FEB86659FD93u;
}

static uint64_t step(uint64_t h, uint32_t c)
{
    h = (h ^ c) * 0x9FB21C651E98DF25u;
    return h ^ h >> 32;
}

static uint64_t hash_without(const uint32_t *w, size_t n, size_t gone)
{
    uint64_t h = begin(SALT_EDIT);
    for (size_t i = 0; i < n; i++)
        if (i != gone)
            h = step(h, w[i]);
    return h;
}

static void file(filer *p, uint64_t h)
{
    ipr_fuzzy *f = p->f;
    p->count++;
    if (p->counting)
        return;
    size_t i = (size_t)h & (f->nslots - 1);
    for (int probe = 0; f->slots[i].word; probe++) {
        if (probe == MAX_PROBES)
            return; /* a list of words this much alike is not worth more */
        i = (i + 1) & (f->nslots - 1);
    }
    f->slots[i] = (entry){(uint32_t)(h >> 32), p->word + 1};
    f->bits[(h & (f->nslots * 8 - 1)) / 64] |= (uint64_t)1 << (h % 64);
}

static uint64_t hash_vowels(const uint32_t *w, size_t n, size_t *left)
{
    uint64_t h = step(begin(SALT_VOWEL), w[0]);
    *left = 1;
    for (size_t i = 1; i < n; i++)
        if (!is_vowel(w[i])) {
            h = step(h, w[i]);
            ++*left;
        }
    return h;
}

static void file_word(filer *p, const uint32_t *w, size_t n)
{
    size_t left;
    for (size_t gone = 0; gone <= n; gone++)
        file(p, hash_without(w, n, gone));
    for (size_t cut = 2; cut <= 3 && n >= 4 + cut; cut++)
        file(p, hash_without(w, n - cut, n));
    uint64_t h = hash_vowels(w, n, &left);
    if (left >= 3 && left < n)
        file(p, h);
}

ipr_fuzzy *ipr_fuzzy_new(ipr_env *env)
{
    ipr_fuzzy *f = ipr_calloc(env, 1, sizeof *f);
    if (f)
        f->env = env;
    return f;
}

void ipr_fuzzy_free(ipr_fuzzy *f)
{
    if (!f)
        return;
    ipr_free(f->env, f->letters, f->cap_letters * sizeof *f->letters);
    ipr_free(f->env, f->words, f->cap * sizeof *f->words);
    ipr_free(f->env, f->slots, f->nslots * sizeof *f->slots);
    ipr_free(f->env, f->bits, f->nslots);
    ipr_free(f->env, f, sizeof *f);
}

ipr_status ipr_fuzzy_add(ipr_fuzzy *f, const uint32_t *word, size_t n, uint32_t number)
{
    if (n < IPR_FUZZY_MIN || n > IPR_FUZZY_MAX)
        return IPR_OK;
    uint32_t *l = ipr_grow(f->env, f->letters, &f->cap_letters, f->nletters + n, sizeof *l);
    if (!l)
        return IPR_ENOMEM;
    f->letters = l;
    filed *w = ipr_grow(f->env, f->words, &f->cap, f->n + 1, sizeof *w);
    if (!w)
        return IPR_ENOMEM;
    f->words = w;
    w[f->n++] = (filed){(uint32_t)f->nletters, (uint32_t)n, number};
    memcpy(l + f->nletters, word, n * sizeof *l);
    f->nletters += n;
    return IPR_OK;
}

static void file_all(filer *p)
{
    for (size_t i = 0; i < p->f->n; i++) {
        p->word = (uint32_t)i;
        file_word(p, p->f->letters + p->f->words[i].first, p->f->words[i].n);
    }
}

ipr_status ipr_fuzzy_seal(ipr_fuzzy *f)
{
    filer p = {.f = f, .counting = true};
    file_all(&p);
    size_t n = 64;
    while (n < p.count + p.count / 2)
        n *= 2;
    f->nslots = n;
    f->slots = ipr_calloc(f->env, n, sizeof *f->slots);
    f->bits = ipr_calloc(f->env, n / 8, sizeof *f->bits);
    if (!f->slots || !f->bits)
        return IPR_ENOMEM;
    p.counting = false;
    file_all(&p);
    return IPR_OK;
}

/* ---- finding ---- */

typedef struct query {
    const ipr_fuzzy *f;
    const uint32_t *w;
    size_t n;
    ipr_near *out;
    size_t found, max;
} query;

static void keep(query *q, uint32_t number, ipr_relation r)
{
    for (size_t i = 0; i < q->found; i++)
        if (q->out[i].number == number)
            return;
    if (q->found < q->max)
        q->out[q->found++] = (ipr_near){number, r};
}

typedef struct probe {
    uint64_t h;
    size_t i;
    int n;
} probe;

static inline bool may_have(const ipr_fuzzy *f, uint64_t h)
{
    return f->bits && f->bits[(h & (f->nslots * 8 - 1)) / 64] >> (h % 64) & 1;
}

/* The next word filed under p->h, or NULL. Begin with i = h & (nslots - 1), n = 0. */
static inline const filed *next_filed(const ipr_fuzzy *f, probe *p)
{
    while (f->slots[p->i].word && p->n++ <= MAX_PROBES) {
        const entry *e = &f->slots[p->i];
        p->i = (p->i + 1) & (f->nslots - 1);
        if (e->tag == (uint32_t)(p->h >> 32))
            return &f->words[e->word - 1];
    }
    return NULL;
}

static void look_under(query *q, uint64_t h)
{
    const ipr_fuzzy *f = q->f;
    probe p = {h, (size_t)h & (f->nslots - 1), 0};
    const filed *w;
    while (may_have(f, h) && (w = next_filed(f, &p))) {
        ipr_relation r = ipr_fuzzy_relation(q->w, q->n, f->letters + w->first, w->n);
        if (r != IPR_REL_NONE)
            keep(q, w->number, r);
    }
}

uint32_t ipr_fuzzy_word(const ipr_fuzzy *f, const uint32_t *w, size_t n)
{
    uint64_t h = hash_without(w, n, n);
    probe p = {h, (size_t)h & (f->nslots - 1), 0};
    const filed *c;
    while (may_have(f, h) && (c = next_filed(f, &p)))
        if (c->n == n && memcmp(f->letters + c->first, w, n * sizeof *w) == 0)
            return c->number;
    return UINT32_MAX;
}

size_t ipr_fuzzy_find(const ipr_fuzzy *f, const uint32_t *w, size_t n, ipr_near *out, size_t max)
{
    query q = {f, w, n, out, 0, max};
    size_t left;
    if (!f->bits || n < 3 || n > IPR_FUZZY_MAX)
        return 0;
    uint64_t h = hash_vowels(w, n, &left);
    if (left == n)
        look_under(&q, h);
    if (n >= IPR_FUZZY_MIN)
        for (size_t gone = n + 1; gone-- > 0;)
            look_under(&q, hash_without(w, n, gone));
    return q.found;
}
