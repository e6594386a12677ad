/* SPDX-License-Identifier: MIT
 * special.h: finds the bytes that mean something in CSV (quote, delimiter, CR, LF),
 * 64 at a time.
 *
 * A cursor walks one buffer forward and keeps the mask of the 64 bytes it stands in, so
 * that asking for the next special byte costs a shift and a count. AVX2 where env->cpu
 * allows, SSE2 on other x86-64, plain C elsewhere; all give the same masks. For csv.c.
 */
#ifndef IPR_SPECIAL_H
#define IPR_SPECIAL_H

#include "env.h"

/* Bit i: byte p[i] of 64 readable bytes is special. */
typedef uint64_t (*ipr_special_fn)(const char *p, char delimiter);

/* The best way for this env. */
ipr_special_fn ipr_special_best(const ipr_env *env);

typedef struct ipr_special {
    const char *p;
    size_t n;
    ipr_special_fn fn;
    char delimiter;
    size_t base;   /* the mask speaks of p[base … base + 64) */
    uint64_t mask; /* specials at or behind the last position asked for */
} ipr_special;

void ipr_special_init(ipr_special *s, const char *p, size_t n, ipr_special_fn fn, char delimiter);

/* Offset of the first special byte at or behind `from`, or n. `from` never falls. */
size_t ipr_special_refill(ipr_special *s, size_t from);

static inline size_t ipr_special_next(ipr_special *s, size_t from)
{
    if (from - s->base < 64) {
        uint64_t m = s->mask >> (from - s->base);
        if (m)
            return from + (size_t)__builtin_ctzll(m);
        from = s->base + 64;
    }
    return ipr_special_refill(s, from);
}

#endif
