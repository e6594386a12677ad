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

static bool is_ascii_word(unsigned char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

/* Room for so many more words. */
static bool room(ipr_words *w, size_t more)
{
    if (w->cap - w->n >= more)
        return true;
    ipr_word *v = ipr_grow(w->env, w->v, &w->cap, w->n + more, sizeof *v);
    w->v = v ? v : w->v;
    return v != NULL;
}

/* The hash of a word in a folded text, which may be read 16 bytes past its end (IPR_TEXT_PAD):
 * words of up to 16 bytes cost no branch on their length. */
static inline uint64_t hash_of(uint64_t seed, const char *p, size_t n)
{
    static const uint64_t low[] = {0,          0xFF,         0xFFFF,         0xFFFFFF,
                                   0xFFFFFFFF, 0xFFFFFFFFFF, 0xFFFFFFFFFFFF, 0xFFFFFFFFFFFFFF,
                                   UINT64_MAX};
    if (n > 16)
        return ipr_hash(seed, p, n);
    const unsigned char *u = (const unsigned char *)p;
    uint64_t a = ipr_load8(u) & low[n < 8 ? n : 8], b = ipr_load8(u + 8) & low[n < 8 ? 0 : n - 8];
    uint64_t h = (a ^ seed) * 0x9E3779B97F4A7C15u;
    h = (h ^ h >> 32 ^ b ^ (uint64_t)n << 56) * 0xD6E8FEB86659FD93u;
    return h ^ h >> 32;
}

typedef struct splitter {
    ipr_words *w;
    const ipr_text *t;
    size_t start; /* of the word being read */
    bool inside;  /* a word is being read */
    bool ok;      /* memory and max_tokens have not ended */
} splitter;

/* A whole word; there is room for it. */
static inline void put(splitter *s, size_t start, size_t end)
{
    ipr_words *w = s->w;
    w->v[w->n++] = (ipr_word){hash_of(w->env->seed, s->t->p + start, end - start), (uint32_t)start,
                              (uint32_t)end};
}

/* A word begins or ends at byte i. */
static void turn(splitter *s, size_t i)
{
    if (s->inside) {
        put(s, s->start, i);
        s->inside = false;
    } else if (s->w->n == s->w->env->limits.max_tokens) {
        s->w->cut = true;
        s->ok = false;
    } else {
        s->start = i;
        s->inside = true;
    }
}

/* One character at i; returns its bytes. */
static size_t read_char(splitter *s, size_t i)
{
    const char *p = s->t->p + i;
    size_t n = 1;
    bool word;
    if ((unsigned char)*p < 0x80) {
        word = is_ascii_word((unsigned char)*p);
    } else {
        uint32_t cp;
        size_t len = ipr_utf8_next(p, s->t->p + s->t->n, &cp);
        word = ipr_fold_of(cp)->flags & IPR_CH_WORD;
        n = word ? len : 1; /* continuation bytes of a separator separate too */
    }
    if (word != s->inside)
        turn(s, i);
    return n;
}

enum { BLOCK = 64 };

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
    *other = *other << 16 | (unsigned)_mm_movemask_epi8(c);
    return (unsigned)_mm_movemask_epi8(_mm_or_si128(letter, digit));
}

/* Puts the words of a block whose word characters are `bits`. */
static void put_block(splitter *s, size_t i, uint64_t bits)
{
    uint64_t before = bits << 1 | s->inside, starts = bits & ~before, ends = before & ~bits;
    if (s->inside && ends) {
        put(s, s->start, i + (unsigned)__builtin_ctzll(ends));
        ends &= ends - 1;
        s->inside = false;
    }
    for (; ends; ends &= ends - 1, starts &= starts - 1)
        put(s, i + (unsigned)__builtin_ctzll(starts), i + (unsigned)__builtin_ctzll(ends));
    if (starts) {
        s->start = i + (unsigned)__builtin_ctzll(starts);
        s->inside = true;
    }
}

/* Reads blocks of ASCII from i on, the last one with what the text is padded with; returns where
 * it stopped. */
static size_t read_blocks(splitter *s, size_t i)
{
    size_t max = s->w->env->limits.max_tokens;
    for (; i < s->t->n && s->w->n + BLOCK < max; i += BLOCK) {
        size_t left = s->t->n - i;
        uint64_t other = 0, bits = 0;
        for (unsigned k = 0; k < BLOCK && k < left; k += 16)
            bits |= word_bits(s->t->p + i + k, &other) << k;
        if (left < BLOCK)
            bits &= ((uint64_t)1 << left) - 1;
        if (other || !(s->ok = room(s->w, BLOCK)))
            break;
        put_block(s, i, bits);
    }
    return i < s->t->n ? i : s->t->n;
}
#else
static size_t read_blocks(splitter *s, size_t i)
{
    (void)s;
    return i;
}
#endif

ipr_status ipr_words_split(ipr_words *w, const ipr_text *t)
{
    splitter s = {.w = w, .t = t, .ok = true};
    bool blocks = w->env->cpu > IPR_CPU_SCALAR;
    w->n = 0;
    w->cut = false;
    for (size_t i = 0; s.ok && i < t->n;) {
        i = blocks ? read_blocks(&s, i) : i;
        s.ok = s.ok && room(w, BLOCK); /* so many characters begin and end no more words */
        for (size_t end = i + BLOCK; s.ok && i < t->n && i < end;)
            i += read_char(&s, i);
    }
    if (s.ok && s.inside)
        turn(&s, t->n);
    if (s.ok || w->cut)
        return IPR_OK;
    w->n = 0;
    return IPR_ENOMEM;
}
