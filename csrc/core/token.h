/* SPDX-License-Identifier: MIT
 * token.h: cuts text into words, numbers and signs, one segment at a time.
 *
 * A segment is what reads as one run of prose: a paragraph, a bullet, a table row,
 * a heading. Lines broken by page layout are joined. Words are looked up in the
 * pack while cutting; the longest phrase wins. Who uses it: quantity.c, period.c,
 * metric.c, and pack.c, which cuts phrases by the same rules. Memory is bounded by
 * IPR_SEGMENT_MAX tokens, time is linear in the bytes.
 */
#ifndef IPR_TOKEN_H
#define IPR_TOKEN_H

#include "atom.h"
#include "pack.h"

#define IPR_SEGMENT_MAX 2048
#define IPR_QUANTITY_MAX 512 /* figures read of one segment */
#define IPR_SHORTENED 5 /* bytes an abbreviation has at most: "paras. 4", no "articles. 77% …" */

/* A word, phrase, number or sign. Atoms become tokens where they stand. */
typedef ipr_atom ipr_token;

typedef struct ipr_segment {
    ipr_token tok[IPR_SEGMENT_MAX + 2];
    size_t n;
    ipr_step step[IPR_SEGMENT_MAX]; /* while cutting: where each atom leads, see look_up */
    /* each token's roles, and the sign that it is, 0 for other kinds, side by side: most looks at a
     * token ask for no more */
    uint64_t role[IPR_SEGMENT_MAX + 1];
    char sign[IPR_SEGMENT_MAX + 1];
    uint8_t notes[IPR_SEGMENT_MAX + 8];               /* of each token: IPR_NOTE(…) */
    uint8_t bits[IPR_NOTES][IPR_SEGMENT_MAX / 8 + 8]; /* the same, a set for each note */
    uint64_t roles;                                   /* of any token */
    unsigned noted;                                   /* the notes of any token */
    unsigned flags;                                   /* of any token when it was cut */
    bool heading;                                     /* short, no full stop, alone on its line */
    bool bullet;                                      /* begins with a list mark */
    bool table;                                       /* has column gaps or cell bars */
    bool lead;                                        /* ends with a colon */
    bool blank;                                       /* a blank line before it */
    bool quotes;                                      /* has opening quotes */
} ipr_segment;

/* Cuts the next segment from *pos; false at the end of the text. */
bool ipr_segment_next(const ipr_pack *pack, ipr_str text, size_t *pos, ipr_segment *seg);

/* The 64 tokens of a word of the set that have a note and stand in [lo, hi). */
static inline uint64_t ipr_noted(const ipr_segment *s, unsigned note, size_t word, size_t lo,
                                 size_t hi)
{
    uint64_t bits = ipr_load8(&s->bits[note][word * 8]);
    if (lo > word * 64)
        bits &= UINT64_MAX << lo % 64;
    if (hi < word * 64 + 64)
        bits &= ~(UINT64_MAX << hi % 64);
    return bits;
}

/* The first token of [lo, hi) that has a note; hi if none does. */
static inline size_t ipr_next(const ipr_segment *s, unsigned note, size_t lo, size_t hi)
{
    lo = lo < hi ? lo : hi;
    size_t word = lo / 64;
    uint64_t bits = ipr_load8(&s->bits[note][word * 8]) & UINT64_MAX << lo % 64;
    for (; word < hi / 64; bits = ipr_load8(&s->bits[note][++word * 8]))
        if (bits)
            return word * 64 + (size_t)__builtin_ctzll(bits);
    bits |= UINT64_MAX << hi % 64; /* found there at the latest: nothing left to ask */
    return word * 64 + (size_t)__builtin_ctzll(bits);
}

/* Behind the last token of [lo, hi) that has a note; lo if none does. */
static inline size_t ipr_behind(const ipr_segment *s, unsigned note, size_t lo, size_t hi)
{
    hi = lo < hi ? hi : lo;
    size_t word = hi / 64;
    uint64_t bits = ipr_load8(&s->bits[note][word * 8]) & ~(UINT64_MAX << hi % 64);
    for (; word > lo / 64; bits = ipr_load8(&s->bits[note][--word * 8]))
        if (bits)
            return word * 64 + 64 - (size_t)__builtin_clzll(bits);
    bits |= ~(UINT64_MAX << lo % 64); /* all before lo, in the place of an answer */
    return word * 64 + 64 - (size_t)__builtin_clzll(bits | 1) - !bits;
}

/* Token i is no value, nor part of one: nothing is read from it on. */
static inline void ipr_take(ipr_segment *s, size_t i)
{
    s->tok[i].flags |= IPR_F_TRAP;
    s->bits[IPR_N_OPENS][i / 8] &= (uint8_t) ~(1u << i % 8);
}

/* How many tokens of [lo, hi) have a note. */
static inline int ipr_count(const ipr_segment *s, unsigned note, size_t lo, size_t hi)
{
    unsigned n = 0;
    for (size_t word = lo / 64; lo < hi && word * 64 < hi; word++)
        n += ipr_popcount(ipr_noted(s, note, word, lo, hi));
    return (int)n;
}

/* Helpers over a segment; i may be out of range (then false): token n is none. What prose holds
 * next cannot be foretold, and branches foretold wrongly took two thirds of the time: so small
 * questions are reckoned, here and where `&` stands for `&&`, and a branch is left for the answer.
 */
static inline bool ipr_tok_is(const ipr_segment *s, size_t i, uint64_t roles)
{
    return (s->role[i < s->n ? i : s->n] & roles) != 0;
}
static inline bool ipr_tok_ch(const ipr_segment *s, size_t i, char ch)
{
    return s->sign[i < s->n ? i : s->n] == ch;
}
static inline bool ipr_tok_num(const ipr_segment *s, size_t i)
{
    const ipr_token *t = &s->tok[i < s->n ? i : s->n];
    return (t->kind == IPR_T_NUM) & !(t->flags & IPR_F_TRAP);
}
/* No blank between token i - 1 and token i. */
static inline bool ipr_tok_glued(const ipr_segment *s, size_t i)
{
    return ((i > 0) & (i < s->n)) && s->tok[i].start == s->tok[i - 1].end;
}

#endif
