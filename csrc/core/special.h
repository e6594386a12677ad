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

/* A way from one marked byte to the next. */
typedef struct ipr_walk {
    const ipr_special *s;
    size_t w;      /* the mark it stands in */
    uint64_t left; /* of its bits */
    bool breaks;   /* breaks only; what a caller says here is known where it is compiled */
} ipr_walk;

static inline uint64_t ipr_walk_bits(const ipr_walk *k)
{
    return k->breaks ? k->s->marks[k->w].breaks : k->s->marks[k->w].special;
}

/* Begins before p[from], from <= n. */
static inline ipr_walk ipr_special_walk(const ipr_special *s, bool breaks, size_t from)
{
    ipr_walk k = {s, from / 64, 0, breaks};
    k.left = ipr_walk_bits(&k) >> from % 64 << from % 64;
    return k;
}

/* Offset of the next marked byte, or n where none is left. */
static inline size_t ipr_walk_next(ipr_walk *k)
{
    while (!k->left) {
        if (++k->w * 64 >= k->s->n)
            return k->s->n;
        k->left = ipr_walk_bits(k);
    }
    size_t at = k->w * 64 + (size_t)__builtin_ctzll(k->left);
    k->left &= k->left - 1;
    return at;
}

#endif
