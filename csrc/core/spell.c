/* SPDX-License-Identifier: MIT
 * spell.c: filing words by their pieces, and asking for a query's. What shares a piece is
 * compared by which letters it has, then by distance (Myers 1999, bits of one word). */
#include "spell.h"

#include <string.h>

enum { LONG = 8, WORD_MAX = IPR_SPELL_MAX + 2, PIECES = 3 };

typedef struct word {
    uint32_t at; /* in text */
    uint32_t n;
} word;

/* A piece of a word, filed in the bucket of its hash. */
typedef struct piece {
    uint32_t tag;     /* the other half of the hash */
    uint32_t letters; /* of the whole word, a bit each */
    uint32_t word;
} piece;

struct ipr_spell {
    ipr_env *env;
    ipr_buf text;
    word *words;
    size_t n, cap;
    piece *pieces; /* by bucket */
    size_t npieces;
    uint32_t *first; /* of each bucket, and the end of the last */
    size_t buckets;  /* a power of two once sealed */
};

ipr_spell *ipr_spell_new(ipr_env *env)
{
    ipr_spell *s = ipr_calloc(env, 1, sizeof *s);
    if (!s)
        return NULL;
    s->env = env;
    ipr_buf_init(&s->text, env);
    return s;
}

void ipr_spell_free(ipr_spell *s)
{
    if (!s)
        return;
    ipr_buf_fini(&s->text);
    ipr_free(s->env, s->words, s->cap * sizeof *s->words);
    ipr_free(s->env, s->pieces, s->npieces * sizeof *s->pieces);
    ipr_free(s->env, s->first, s->first ? (s->buckets + 1) * sizeof *s->first : 0);
    ipr_free(s->env, s, sizeof *s);
}

/* 0..35 for a-z and 0-9, else 36. */
static unsigned letter_of(char c)
{
    return c >= 'a' && c <= 'z'   ? (unsigned)(c - 'a')
           : c >= '0' && c <= '9' ? 26u + (unsigned)(c - '0')
                                  : 36u;
}

static bool is_word(ipr_str w, size_t max)
{
    if (w.n < IPR_SPELL_MIN || w.n > max)
        return false;
    for (size_t i = 0; i < w.n; i++)
        if (letter_of(w.p[i]) == 36)
            return false;
    return true;
}

bool ipr_spell_asks(ipr_str text)
{
    return is_word(text, IPR_SPELL_MAX);
}

ipr_status ipr_spell_add(ipr_spell *s, ipr_str w)
{
    if (!is_word(w, WORD_MAX))
        return IPR_OK;
    if (s->text.n > UINT32_MAX - WORD_MAX)
        return IPR_ELIMIT;
    word *words = ipr_grow(s->env, s->words, &s->cap, s->n + 1, sizeof *words);
    if (!words)
        return IPR_ENOMEM;
    s->words = words;
    words[s->n++] = (word){(uint32_t)s->text.n, (uint32_t)w.n};
    ipr_buf_addstr(&s->text, w);
    return s->text.failed ? IPR_ENOMEM : IPR_OK;
}

/* The letters of a word: two words k edits apart differ in at most 2 k of these bits. */
static uint32_t letters_of(ipr_str w)
{
    uint32_t bits = 0;
    for (size_t i = 0; i < w.n; i++)
        bits |= 1u << letter_of(w.p[i]) % 32;
    return bits;
}

/* Piece i of a word of n letters cut into `of`: the shorter ones come first. */
static void cut(size_t n, unsigned of, unsigned i, size_t *at, size_t *len)
{
    size_t shorter = of - n % of;
    *at = i * (n / of) + (i > shorter ? i - shorter : 0);
    *len = n / of + (i >= shorter);
}

static uint64_t hash_of(const ipr_spell *s, size_t n, unsigned of, unsigned i, const char *p,
                        size_t len)
{
    return ipr_hash(s->env->seed ^ (n * 16 + of * 4 + i), p, len);
}

/* In how many pieces words of n letters are filed: for queries under 8 letters, for others. */
static bool is_filed(size_t n, unsigned of)
{
    return of == 2 ? n <= LONG : n >= LONG - 2;
}

/* Counts the pieces by bucket, or puts them in their places (put). */
static void file_words(ipr_spell *s, bool put)
{
    for (size_t k = 0; k < s->n; k++) {
        ipr_str w = {s->text.p + s->words[k].at, s->words[k].n};
        uint32_t letters = letters_of(w);
        for (unsigned of = 2; of <= PIECES; of++)
            for (unsigned i = 0; i < of && is_filed(w.n, of); i++) {
                size_t at, len;
                cut(w.n, of, i, &at, &len);
                uint64_t h = hash_of(s, w.n, of, i, w.p + at, len);
                uint32_t *first = &s->first[h & (s->buckets - 1)];
                if (put)
                    s->pieces[--*first] = (piece){(uint32_t)(h >> 32), letters, (uint32_t)k};
                else
                    ++*first, s->npieces++;
            }
    }
}

ipr_status ipr_spell_seal(ipr_spell *s)
{
    s->buckets = 64;
    while (s->buckets < s->n * PIECES)
        s->buckets *= 2;
    s->first = ipr_calloc(s->env, s->buckets + 1, sizeof *s->first);
    if (!s->first)
        return IPR_ENOMEM;
    file_words(s, false);
    for (size_t b = 1; b <= s->buckets; b++)
        s->first[b] += s->first[b - 1];
    s->pieces = ipr_alloc(s->env, s->npieces * sizeof *s->pieces);
    if (!s->pieces && s->npieces) {
        s->npieces = 0;
        return IPR_ENOMEM;
    }
    file_words(s, true); /* from the end of each bucket to its beginning */
    return IPR_OK;
}

typedef struct query {
    const ipr_spell *s;
    ipr_str w;
    unsigned within;
    uint32_t letters;
    uint64_t where[37]; /* by letter: the places of w where it stands */
} query;

static unsigned distance(const query *q, ipr_str t)
{
    uint64_t pv = ~(uint64_t)0, mv = 0, last = (uint64_t)1 << (q->w.n - 1);
    unsigned d = (unsigned)q->w.n;
    for (size_t i = 0; i < t.n; i++) {
        uint64_t eq = q->where[letter_of(t.p[i])], xv = eq | mv;
        uint64_t xh = (((eq & pv) + pv) ^ pv) | eq, ph = mv | ~(xh | pv), mh = pv & xh;
        d += (ph & last) != 0;
        d -= (mh & last) != 0;
        ph = ph << 1 | 1;
        pv = mh << 1 | ~(xv | ph);
        mv = ph & xv;
    }
    return d;
}

/* Does some word of n letters that has these letters as its piece i lie near? */
static bool near_by(const query *q, size_t n, unsigned i, const char *p, size_t len)
{
    const ipr_spell *s = q->s;
    uint64_t h = hash_of(s, n, q->within + 1, i, p, len);
    const uint32_t *first = &s->first[h & (s->buckets - 1)];
    for (uint32_t k = first[0]; k < first[1]; k++) {
        const piece *c = &s->pieces[k];
        if (c->tag != (uint32_t)(h >> 32) || ipr_popcount(c->letters ^ q->letters) > 2 * q->within)
            continue;
        const word *w = &s->words[c->word];
        if (distance(q, (ipr_str){s->text.p + w->at, w->n}) <= q->within)
            return true;
    }
    return false;
}

/* Words of n letters. Where piece i may stand in the query: moved by the edits before it, and
 * with no more left than the pieces behind it can take. */
static bool near_length(const query *q, size_t n)
{
    unsigned of = q->within + 1;
    long more = (long)q->w.n - (long)n;
    for (unsigned i = 0; i < of; i++) {
        size_t at, len;
        cut(n, of, i, &at, &len);
        long left = (long)i, right = (long)(q->within - i), p = (long)at;
        long from = p - left > p + more - right ? p - left : p + more - right;
        long to = p + left < p + more + right ? p + left : p + more + right;
        from = from < 0 ? 0 : from;
        to = to > (long)(q->w.n - len) ? (long)(q->w.n - len) : to;
        for (; from <= to; from++)
            if (near_by(q, n, i, q->w.p + from, len))
                return true;
    }
    return false;
}

bool ipr_spell_near(const ipr_spell *s, ipr_str w)
{
    if (!s->first || !ipr_spell_asks(w))
        return false;
    query q = {.s = s, .w = w, .within = w.n < LONG ? 1 : 2, .letters = letters_of(w)};
    for (size_t i = 0; i < w.n; i++)
        q.where[letter_of(w.p[i])] |= (uint64_t)1 << i;
    size_t from = w.n - q.within < IPR_SPELL_MIN ? IPR_SPELL_MIN : w.n - q.within;
    for (size_t n = from; n <= w.n + q.within; n++)
        if (near_length(&q, n))
            return true;
    return false;
}
