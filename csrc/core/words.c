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

typedef struct splitter {
    ipr_words *w;
    const ipr_text *t;
    size_t start; /* of the word being read */
    bool inside;  /* a word is being read */
    bool ok;      /* memory and max_tokens have not ended */
} splitter;

/* A word begins or ends at byte i; there is room for it. */
static inline void turn(splitter *s, size_t i)
{
    if (s->inside) {
        const char *p = s->t->p + s->start;
        s->w->v[s->w->n++] =
            (ipr_word){ipr_hash(s->w->env->seed, p, i - s->start), (uint32_t)s->start, (uint32_t)i};
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

#ifdef __SSE2__
/* Bits of the 16 bytes at p that are letters or digits; *other: bytes that are not ASCII. */
static unsigned word_bits(const char *p, unsigned *other)
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

/* Reads whole 16 bytes of ASCII from i on; returns where it stopped. */
static size_t read_blocks(splitter *s, size_t i)
{
    unsigned other;
    for (; s->ok && s->t->n - i >= 16 && (s->ok = room(s->w, 9)); i += 16) {
        unsigned bits = word_bits(s->t->p + i, &other);
        if (other)
            break;
        unsigned turns = (bits ^ (bits << 1 | s->inside)) & 0xFFFF;
        for (; turns && s->ok; turns &= turns - 1)
            turn(s, i + (unsigned)__builtin_ctz(turns));
    }
    return i;
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
        size_t end = blocks ? read_blocks(&s, i) : i;
        s.ok = s.ok && room(w, 9); /* 16 characters begin and end no more */
        for (i = end, end += 16; s.ok && i < t->n && i < end;)
            i += read_char(&s, i);
    }
    if (s.ok && s.inside)
        turn(&s, t->n);
    if (s.ok || w->cut)
        return IPR_OK;
    w->n = 0;
    return IPR_ENOMEM;
}
