/* SPDX-License-Identifier: MIT
 * pool.c (bind): small blocks for a lua_State of ours. Blocks of a class are all of one size and
 * wait in a list for the next of their class. Where memory is short a block that shrinks stays
 * where it is: one of the pool waits in a smaller class, one of malloc is a stray until freed. */
#include "rules.h"

#include <stdlib.h>
#include <string.h>

#define CHUNK 16384 /* bytes had at once, the first few for the list of chunks */

void *ipr_pool_make(ipr_pool *p, size_t n)
{
    if (n > IPR_POOL_MAX)
        return malloc(n);
    size_t size = ipr_pool_class(n) * IPR_POOL_STEP;
    if (p->left < size) { /* what is left of the chunk before stays unused */
        void **chunk = malloc(CHUNK);
        if (!chunk)
            return NULL;
        *chunk = p->chunks;
        p->chunks = chunk;
        p->at = (char *)chunk + IPR_POOL_STEP;
        p->left = CHUNK - IPR_POOL_STEP;
    }
    void *block = p->at;
    p->at += size;
    p->left -= size;
    return block;
}

static bool in_chunk(const ipr_pool *p, const char *block)
{
    for (void **chunk = p->chunks; chunk; chunk = *chunk)
        if (block >= (char *)chunk && block < (char *)chunk + CHUNK)
            return true;
    return false;
}

bool ipr_pool_freed(ipr_pool *p, void *block, size_t n)
{
    if (n <= IPR_POOL_MAX && in_chunk(p, block))
        return false;
    p->strays -= n <= IPR_POOL_MAX;
    free(block);
    return true;
}

void *ipr_pool_resize(ipr_pool *p, void *block, size_t old, size_t n)
{
    bool large = old > IPR_POOL_MAX && n > IPR_POOL_MAX;
    if (old <= IPR_POOL_MAX && n <= IPR_POOL_MAX && ipr_pool_class(old) == ipr_pool_class(n))
        return block;
    void *moved = large ? realloc(block, n) : ipr_pool_take(p, n);
    if (!moved && n <= old) { /* Lua counts on it: to shrink never fails */
        p->strays += old > IPR_POOL_MAX && n <= IPR_POOL_MAX;
        return block;
    }
    if (!large && moved) {
        memcpy(moved, block, old < n ? old : n);
        ipr_pool_give(p, block, old);
    }
    return moved;
}

void ipr_pool_fini(ipr_pool *p)
{
    while (p->chunks) {
        void **chunk = p->chunks;
        p->chunks = *chunk;
        free(chunk);
    }
    memset(p, 0, sizeof *p);
}
