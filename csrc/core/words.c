/* SPDX-License-Identifier: MIT
 * words.c: splitting; ASCII by a class table, the rest by the folding tables. */
#include "words.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

void ipr_words_init(ipr_words *w, ipr_env *env)
{
    *w = (ipr_words){.env = env};
}

void ipr_words_fini(ipr_words *w)
{
    ipr_free(w->env, w->v, w->cap * sizeof *w->v);
    ipr_words_init(w, w->env);
}

enum { BLOCK = 64 };

/* Room for the words that may end in a block, and one more. */
static bool grow(ipr_words *w)
{
    ipr_word *v = ipr_grow(w->env, w->v, &w->cap, w->n + BLOCK, sizeof *v);
    w->v = v ? v : w->v;
    return v != NULL;
}

/* Bits of the n bytes at p that are letters or digits; *other: bytes that are not ASCII. */
static uint64_t scalar_bits(const char *p, size_t n, uint64_t *other)
{
    uint64_t bits = 0;
    *other = 0;
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)p[i];
        bits |= (uint64_t)((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) << i;
        *other |= (uint64_t)(c >> 7) << i;
    }
    return bits;
}

typedef struct splitter {
    ipr_words *w;
    const ipr_text *t;
    size_t start; /* of the word being read */
    size_t over;  /* bytes of the next block that belong to a character of the last one */
    bool inside;  /* a word is being read */
} splitter;

#ifdef __SSE2__
/* Bits of the 16 bytes at p that are letters or digits; *other: bytes that are not ASCII. */
static inline uint64_t word_bits(const char *p, uint64_t *other)
{
    const __m128i z = _mm_set1_epi8('z' - 'a'), nine = _mm_set1_epi8(9);
    __m128i c = _mm_loadu_si128((const __m128i *)(const void *)p);
    __m128i letter = _mm_sub_epi8(c, _mm_set1_epi8('a'));
    __m128i digit = _mm_sub_epi8(c, _mm_set1_epi8('0'));
    letter = _mm_cmpeq_epi8(_mm_min_epu8(letter, z), letter);
    digit = _mm_cmpeq_epi8(_mm_min_epu8(digit, nine), digit);
    *other = (unsigned)_mm_movemask_epi8(c);
    return (unsigned)_mm_movemask_epi8(_mm_or_si128(letter, digit));
}

/* Of n bytes, n <= BLOCK; those behind them may be marked too. */
static inline uint64_t ascii_bits(ipr_cpu cpu, const char *p, size_t n, uint64_t *other)
{
    uint64_t bits = 0, high;
    if (cpu == IPR_CPU_SCALAR)
        return scalar_bits(p, n, other);
    *other = 0;
    for (unsigned k = 0; k < BLOCK && k < n; k += 16) {
        bits |= word_bits(p + k, &high) << k;
        *other |= high << k;
    }
    return bits;
}
#else
static uint64_t ascii_bits(ipr_cpu cpu, const char *p, size_t n, uint64_t *other)
{
    (void)cpu;
    return scalar_bits(p, n, other);
}
#endif

/* Bits of the bytes of the block at i that are `other` than ASCII and belong to words. */
static uint64_t other_bits(splitter *s, size_t i, uint64_t other)
{
    uint64_t begun = ((uint64_t)1 << s->over) - 1, bits = s->inside ? begun : 0;
    s->over = 0;
    for (other &= ~begun; other;) {
        uint32_t cp;
        unsigned k = (unsigned)__builtin_ctzll(other);
        size_t n = ipr_utf8_next(s->t->p + i + k, s->t->p + s->t->n, &cp);
        uint64_t bytes = (((uint64_t)1 << n) - 1) << k;
        bits |= ipr_fold_of(cp)->flags & IPR_CH_WORD ? bytes : 0;
        other &= ~bytes;
        s->over = k + n > BLOCK ? k + n - BLOCK : 0;
    }
    return bits;
}

/* Bits of the bytes of the block at i that belong to words. */
static inline uint64_t block_bits(splitter *s, size_t i)
{
    size_t n = s->t->n - i;
    uint64_t other, bits = ascii_bits(s->w->env->cpu, s->t->p + i, n < BLOCK ? n : BLOCK, &other);
    if (n < BLOCK) {
        bits &= ((uint64_t)1 << n) - 1;
        other &= ((uint64_t)1 << n) - 1;
    }
    return other ? bits | other_bits(s, i, other) : bits;
}

static inline ipr_word make(uint64_t seed, const ipr_text *t, size_t start, size_t end)
{
    return (ipr_word){ipr_hash_padded(seed, t->p + start, end - start), (uint32_t)start,
                      (uint32_t)end};
}

/* The lowest bit, or some bit where there is none. */
static inline unsigned first(uint64_t bits)
{
    return (unsigned)__builtin_ctzll(bits | (uint64_t)1 << 63);
}

/* Puts the words that end in the block at i, whose word characters are `bits`. */
static void put_block(splitter *s, size_t i, uint64_t bits)
{
    uint64_t before = bits << 1 | s->inside, starts = bits & ~before, ends = before & ~bits;
    uint64_t seed = s->w->env->seed;
    ipr_text t = *s->t;
    ipr_word *out = s->w->v + s->w->n;
    size_t start = s->start;
    if (!s->inside) {
        start = i + first(starts);
        starts &= starts - 1;
    }
    for (; ends; ends &= ends - 1, starts &= starts - 1) {
        *out++ = make(seed, &t, start, i + first(ends));
        start = i + first(starts);
    }
    s->start = start;
    s->inside = bits >> 63;
    s->w->n = (size_t)(out - s->w->v);
}

ipr_status ipr_words_split(ipr_words *w, const ipr_text *t)
{
    splitter s = {.w = w, .t = t};
    size_t max = w->env->limits.max_tokens;
    w->n = 0;
    bool cut = false;
    for (size_t i = 0; i < t->n && !cut; i += BLOCK) {
        if (w->cap - w->n < BLOCK && !grow(w)) {
            w->n = 0;
            return IPR_ENOMEM;
        }
        put_block(&s, i, block_bits(&s, i));
        cut = w->n + s.inside > max;
    }
    if (cut)
        w->n = max;
    else if (s.inside)
        w->v[w->n++] = make(w->env->seed, t, s.start, t->n);
    return cut ? IPR_ELIMIT : IPR_OK;
}
