/* SPDX-License-Identifier: MIT
 * special.h: where the bytes that mean something in CSV stand, one bit a byte.
 *
 * A buffer is marked once, 64 bytes at a time: AVX2 where env->cpu allows, SSE2 on other
 * x86-64, plain C elsewhere; all give the same bits. Finding records and taking them apart
 * then both ask the bits, and asking for the next such byte costs a shift and a count.
 * For csv.c and block.c.
 */
#ifndef IPR_SPECIAL_H
#define IPR_SPECIAL_H

#include "env.h"

/* 64 bytes of the buffer. */
typedef struct ipr_marks {
    uint64_t special; /* bit i: byte i is a quote, the delimiter, CR or LF */
    uint64_t breaks;  /* bit i: byte i is a quote, CR or LF */
} ipr_marks;

/* Zero is a valid empty one. */
typedef struct ipr_special {
    const char *p; /* the marked bytes, not owned */
    size_t n;
    ipr_marks *marks; /* of bytes 64 w … 64 w + 63; bits from n on are 0 */
    size_t cap;       /* marks allocated */
} ipr_special;

void ipr_special_fini(ipr_special *s, ipr_env *env);

/* Marks p[0…n). If s->n is not 0, p must begin with the s->n bytes marked before (they may
 * have moved): only what is new is looked at. IPR_ENOMEM leaves s unchanged. */
ipr_status ipr_special_mark(ipr_special *s, ipr_env *env, const char *p, size_t n, char delimiter);

/* Offset of the first break at or behind `from`, or n. */
static inline size_t ipr_special_break(const ipr_special *s, size_t from)
{
    for (size_t w = from / 64, skip = from % 64; w * 64 < s->n; w++, skip = 0) {
        uint64_t m = s->marks[w].breaks >> skip;
        if (m)
            return w * 64 + skip + (size_t)__builtin_ctzll(m);
    }
    return s->n;
}

/* A way through the special bytes from one to the next. */
typedef struct ipr_walk {
    size_t w;      /* the mark it stands in */
    uint64_t left; /* of its special bytes */
} ipr_walk;

/* Begins before p[from], which is a byte of s. */
static inline ipr_walk ipr_special_walk(const ipr_special *s, size_t from)
{
    return (ipr_walk){from / 64, s->marks[from / 64].special >> from % 64 << from % 64};
}

/* Offset of the next special byte, or n where none is left. */
static inline size_t ipr_walk_next(ipr_walk *k, const ipr_special *s)
{
    while (!k->left) {
        if (++k->w * 64 >= s->n)
            return s->n;
        k->left = s->marks[k->w].special;
    }
    size_t at = k->w * 64 + (size_t)__builtin_ctzll(k->left);
    k->left &= k->left - 1;
    return at;
}

#endif
