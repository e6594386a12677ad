/* SPDX-License-Identifier: MIT
 * spell.c: filing words by their pieces, and asking for a query's. What stands in the bucket of
 * a piece is compared by the letters it has, then by distance (Myers 1999, bits of one word);
 * that two pieces are the same is never looked at, for the distance says all. */
#include "spell.h"

#include <string.h>

#if defined(__x86_64__) && defined(__GNUC__)
#define HAVE_X86 1
#endif

enum { LONG = 8, WORD_MAX = IPR_SPELL_MAX + 2, PIECES = 3, LETTERS = 36, PAD = 8 };

struct ipr_spell {
    ipr_env *env;
    ipr_buf text;  /* of each word a byte that says its length, and its letters; PAD behind all */
    size_t n;      /* words */
    uint64_t *bag; /* pieces, bucket by bucket: the letters of the whole word (bag_of) */
    uint32_t *at;  /* of each, where its word stands in text */
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
    ipr_free(s->env, s->bag, s->npieces * sizeof *s->bag);
    ipr_free(s->env, s->at, s->npieces * sizeof *s->at);
    ipr_free(s->env, s->first, s->first ? (s->buckets + 1) * sizeof *s->first : 0);
    ipr_free(s->env, s, sizeof *s);
}

/* 0..35 for a-z and 0-9, else LETTERS. */
static unsigned letter_of(char c)
{
    return c >= 'a' && c <= 'z'   ? (unsigned)(c - 'a')
           : c >= '0' && c <= '9' ? 26u + (unsigned)(c - '0')
                                  : LETTERS;
}

static bool is_word(ipr_str w, size_t max)
{
    if (w.n < IPR_SPELL_MIN || w.n > max)
        return false;
    for (size_t i = 0; i < w.n; i++)
        if (letter_of(w.p[i]) == LETTERS)
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
    if (s->text.n > UINT32_MAX - 2 * WORD_MAX)
        return IPR_ELIMIT;
    ipr_buf_addc(&s->text, (char)w.n);
    ipr_buf_addstr(&s->text, w);
    s->n++;
    return s->text.failed ? IPR_ENOMEM : IPR_OK;
}

/* The letters of a word, a bit each, and those it has twice in the 28 bits above (some share
 * one). A letter put in or left out changes one of these bits at most, a changed one two: words
 * k edits apart, d of them because one is longer, differ in 2 k - d bits at most. */
static uint64_t bag_of(ipr_str w)
{
    uint64_t once = 0, twice = 0;
    for (size_t i = 0; i < w.n; i++) {
        uint64_t letter = (uint64_t)1 << letter_of(w.p[i]);
        twice |= once & letter;
        once |= letter;
    }
    return once | twice << LETTERS | twice >> (64 - LETTERS) << LETTERS;
}

/* Where piece i of a word of n letters cut into `of` stands: the shorter pieces come first. */
static void cut(unsigned n, unsigned of, unsigned i, unsigned *at, unsigned *len)
{
    unsigned size = n / of, shorter = of - n % of;
    *at = i * size + (i > shorter ? i - shorter : 0);
    *len = size + (i >= shorter);
}

/* The bucket of a piece: by its place, how long the word is, and its first 8 letters (there may be
 * one more). Eight bytes are read. */
static size_t bucket_of(const ipr_spell *s, unsigned n, unsigned of, unsigned i, const char *p,
                        unsigned len)
{
    uint64_t all = ipr_load8((const unsigned char *)p);
    uint64_t piece = len < 8 ? all & (((uint64_t)1 << 8 * len) - 1) : all;
    return (size_t)ipr_hash_mix(s->env->seed ^ (n * 16 + of * 4 + i), piece) & (s->buckets - 1);
}

/* In how many pieces words of n letters are filed: for queries under 8 letters, for others. */
static bool is_filed(unsigned n, unsigned of)
{
    return of == 2 ? n <= LONG : n >= LONG - 2;
}

/* Counts the pieces by bucket, or puts them in their places (put). */
static void file_words(ipr_spell *s, bool put)
{
    for (size_t k = 0; k + PAD < s->text.n; k += 1 + (size_t)s->text.p[k]) {
        unsigned n = (unsigned char)s->text.p[k];
        const char *w = s->text.p + k + 1;
        uint64_t bag = bag_of((ipr_str){w, n});
        for (unsigned of = 2; of <= PIECES; of++)
            for (unsigned i = 0; i < of && is_filed(n, of); i++) {
                unsigned at, len;
                cut(n, of, i, &at, &len);
                uint32_t *first = &s->first[bucket_of(s, n, of, i, w + at, len)];
                if (put) {
                    s->bag[--*first] = bag;
                    s->at[*first] = (uint32_t)k;
                } else {
                    ++*first, s->npieces++;
                }
            }
    }
}

static bool make_room(ipr_spell *s)
{
    s->bag = ipr_alloc(s->env, s->npieces * sizeof *s->bag);
    s->at = ipr_alloc(s->env, s->npieces * sizeof *s->at);
    return (s->bag && s->at) || !s->npieces;
}

ipr_status ipr_spell_seal(ipr_spell *s)
{
    static const char pad[PAD] = "";
    ipr_buf_add(&s->text, pad, PAD);
    if (s->text.failed)
        return IPR_ENOMEM;
    s->buckets = 64;
    while (s->buckets < s->n * PIECES)
        s->buckets *= 2;
    s->first = ipr_calloc(s->env, s->buckets + 1, sizeof *s->first);
    if (!s->first)
        return IPR_ENOMEM;
    file_words(s, false);
    for (size_t b = 1; b <= s->buckets; b++)
        s->first[b] += s->first[b - 1];
    if (!make_room(s))
        return IPR_ENOMEM;
    file_words(s, true); /* from the end of each bucket to its beginning */
    return IPR_OK;
}

/* The first of the bags [from, to) that differs from bag in no more than `most` bits, or to. */
typedef uint32_t (*like_fn)(const uint64_t *bags, uint32_t from, uint32_t to, uint64_t bag,
                            unsigned most);

static uint32_t like_plain(const uint64_t *bags, uint32_t from, uint32_t to, uint64_t bag,
                           unsigned most)
{
    while (from < to && ipr_popcount(bags[from] ^ bag) > most)
        from++;
    return from;
}

#ifdef HAVE_X86
/* The same; machines with AVX2 count bits in one instruction. */
__attribute__((target("avx2"))) static uint32_t like_avx2(const uint64_t *bags, uint32_t from,
                                                          uint32_t to, uint64_t bag, unsigned most)
{
    while (from < to && (unsigned)__builtin_popcountll(bags[from] ^ bag) > most)
        from++;
    return from;
}
#endif

static like_fn best(const ipr_env *env)
{
#ifdef HAVE_X86
    return env->cpu >= IPR_CPU_AVX2 ? like_avx2 : like_plain;
#else
    (void)env;
    return like_plain;
#endif
}

/* Pieces that a query may share with a word: at most 5 of words as long, 4 of those a letter
 * longer or shorter, 3 of those two. */
enum { LOOKS = 5 + 2 * 4 + 2 * 3 };

/* A bucket to look into. What is in it is asked of memory before the one before is read. */
typedef struct look {
    const uint32_t *first;
    unsigned most; /* bits in which the letters may differ */
} look;

typedef struct query {
    const ipr_spell *s;
    like_fn like;
    unsigned n, within, looks;
    uint64_t bag;
    look look[LOOKS];
    char w[IPR_SPELL_MAX + PAD];
} query;

static unsigned distance(const query *q, const char *t, unsigned n)
{
    uint32_t where[LETTERS + 1] = {0}; /* by letter: the places of the query where it stands */
    for (unsigned i = 0; i < q->n; i++)
        where[letter_of(q->w[i])] |= 1u << i;
    uint32_t pv = UINT32_MAX, mv = 0, last = 1u << (q->n - 1);
    unsigned d = q->n;
    for (unsigned i = 0; i < n; i++) {
        uint32_t eq = where[letter_of(t[i])], xv = eq | mv;
        uint32_t xh = (((eq & pv) + pv) ^ pv) | eq, ph = mv | ~(xh | pv), mh = pv & xh;
        d += (ph & last) != 0;
        d -= (mh & last) != 0;
        ph = ph << 1 | 1;
        pv = mh << 1 | ~(xv | ph);
        mv = ph & xv;
    }
    return d;
}

/* Does some word in this bucket lie near? */
static bool near_in(const query *q, const look *l)
{
    const ipr_spell *s = q->s;
    uint32_t k = l->first[0], end = l->first[1];
    for (; (k = q->like(s->bag, k, end, q->bag, l->most)) < end; k++) {
        const char *w = s->text.p + s->at[k];
        if (distance(q, w + 1, (unsigned char)*w) <= q->within)
            return true;
    }
    return false;
}

static int min(int a, int b)
{
    return a < b ? a : b;
}

static int max(int a, int b)
{
    return a > b ? a : b;
}

/* Adds the buckets of words of n letters. Where piece i may stand in the query: moved by the
 * edits before it, and with no more left than the pieces behind it can take. */
static void add_looks(query *q, unsigned n)
{
    unsigned of = q->within + 1;
    int more = (int)q->n - (int)n;
    for (unsigned i = 0; i < of; i++) {
        unsigned at, len;
        cut(n, of, i, &at, &len);
        int left = (int)i, right = (int)(q->within - i), p = (int)at;
        int from = max(max(p - left, p + more - right), 0);
        int to = min(min(p + left, p + more + right), (int)q->n - (int)len);
        for (; from <= to; from++) {
            const uint32_t *first = q->s->first + bucket_of(q->s, n, of, i, q->w + from, len);
            q->look[q->looks++] = (look){first, 2 * q->within - (unsigned)max(more, -more)};
            __builtin_prefetch(first);
        }
    }
}

bool ipr_spell_near(const ipr_spell *s, ipr_str w)
{
    if (!s->bag || !ipr_spell_asks(w)) /* no word is filed, or nothing yet */
        return false;
    query q;
    q.s = s;
    q.like = best(s->env);
    q.n = (unsigned)w.n;
    q.within = w.n < LONG ? 1 : 2;
    q.looks = 0;
    q.bag = bag_of(w);
    memset(q.w, 0, sizeof q.w);
    memcpy(q.w, w.p, w.n);
    for (unsigned d = 0; d <= q.within; d++) { /* most answers are words as long */
        if (q.n - d >= IPR_SPELL_MIN)
            add_looks(&q, q.n - d);
        if (d)
            add_looks(&q, q.n + d);
    }
    for (unsigned i = 0; i < q.looks; i++)
        __builtin_prefetch(s->bag + *q.look[i].first);
    for (unsigned i = 0; i < q.looks; i++)
        if (near_in(&q, &q.look[i]))
            return true;
    return false;
}
