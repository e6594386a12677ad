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

/* A word, phrase, number or sign. Atoms become tokens where they stand. */
typedef ipr_atom ipr_token;

typedef struct ipr_segment {
    ipr_token tok[IPR_SEGMENT_MAX + 2];
    size_t n;
    /* each token's roles, and the sign that it is, 0 for other kinds, side by side: most looks at a
     * token ask for no more */
    uint64_t role[IPR_SEGMENT_MAX];
    char sign[IPR_SEGMENT_MAX];
    /* a bit for each token where a number, a period or a definition may begin, and for the signs
     * that may end a sentence */
    uint64_t marked[IPR_SEGMENT_MAX / 64];
    uint64_t roles; /* of any token */
    bool heading;   /* short, no full stop, alone on its line */
    bool bullet;    /* begins with a list mark */
    bool table;     /* has column gaps or cell bars */
    bool lead;      /* ends with a colon */
    bool blank;     /* a blank line before it */
    bool quotes;    /* has opening quotes */
} ipr_segment;

/* Cuts the next segment from *pos; false at the end of the text. */
bool ipr_segment_next(const ipr_pack *pack, ipr_str text, size_t *pos, ipr_segment *seg);

/* The first marked token from i on; the segment's end if there is none. */
static inline size_t ipr_next_marked(const ipr_segment *s, size_t i)
{
    uint64_t from = UINT64_MAX << i % 64;
    for (size_t word = i / 64; word * 64 < s->n; word++, from = UINT64_MAX)
        if (s->marked[word] & from)
            return word * 64 + (size_t)__builtin_ctzll(s->marked[word] & from);
    return s->n;
}
/* Helpers over a segment; i may be out of range (then false, 0). */
static inline bool ipr_tok_is(const ipr_segment *s, size_t i, uint64_t roles)
{
    return i < s->n && (s->role[i] & roles);
}
static inline bool ipr_tok_ch(const ipr_segment *s, size_t i, char ch)
{
    return i < s->n && s->sign[i] == ch;
}
static inline bool ipr_tok_num(const ipr_segment *s, size_t i)
{
    return i < s->n && s->tok[i].kind == IPR_T_NUM && !(s->tok[i].flags & IPR_F_TRAP);
}
/* No blank between token i - 1 and token i. */
static inline bool ipr_tok_glued(const ipr_segment *s, size_t i)
{
    return i > 0 && i < s->n && s->tok[i].start == s->tok[i - 1].end;
}

#endif
