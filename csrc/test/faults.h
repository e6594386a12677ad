/* SPDX-License-Identifier: MIT
 * faults.h: an allocator that refuses the n-th request, and knows every block it gave.
 *
 * Used by the tests of what happens when memory runs out (test_faults.c, and faults.c of the
 * host for Lua). It has the shape of lua_Alloc. Each block carries its size, so that a size
 * that is not the one the block was asked with is seen, as a limited lua_State would.
 */
#ifndef IPR_FAULTS_H
#define IPR_FAULTS_H

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

typedef struct faults {
    size_t asked;  /* requests for memory so far */
    size_t at;     /* the request that is refused, from 1; 0: none */
    bool lasting;  /* and all that follow it */
    size_t denied; /* requests refused */
    size_t blocks; /* given and not yet freed */
    size_t bytes;  /* of those */
    size_t wrong;  /* blocks freed or resized under a size that is not theirs */
} faults;

/* Where the memory comes from, in a program whose own realloc is refused as well. */
#ifndef FAULTS_REALLOC
#define FAULTS_REALLOC realloc
#endif

/* Room for a size in front of a block, keeping its alignment. */
#define FAULTS_HEAD ((size_t)16)

static inline bool faults_deny(faults *f)
{
    f->asked++;
    if (!f->at || f->asked < f->at || (f->asked > f->at && !f->lasting))
        return false;
    f->denied++;
    return true;
}

static inline void *faults_alloc(void *ud, void *p, size_t osize, size_t nsize)
{
    faults *f = ud;
    char *block = p ? (char *)p - FAULTS_HEAD : NULL;
    size_t had = 0;
    if (block) {
        memcpy(&had, block, sizeof had);
        f->wrong += had != osize;
    }
    if (nsize == 0) {
        f->blocks -= block != NULL;
        f->bytes -= had;
        free(block);
        return NULL;
    }
    if (nsize > had && faults_deny(f)) /* Lua takes for granted that shrinking succeeds */
        return NULL;
    char *q = FAULTS_REALLOC(block, FAULTS_HEAD + nsize);
    if (!q)
        abort();
    memcpy(q, &nsize, sizeof nsize);
    f->blocks += block == NULL;
    f->bytes += nsize - had;
    return q + FAULTS_HEAD;
}

#endif
