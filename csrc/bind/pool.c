/* SPDX-License-Identifier: MIT
 * pool.c (bind): small blocks for a lua_State of ours. Blocks of a class are all of one size and
 * wait in a list for the next of their class. Where memory is short a block that shrinks stays
 * where it is: one of the pool waits in a smaller class, one of malloc is a stray until freed. */
#include "rules.h"

#include <stdlib.h>
#include <string.h>

#define STEP 16     /* bytes from class to class */
#define CHUNK 16384 /* bytes had at once, the first STEP for the list of chunks */

static size_t class_of(size_t n)
{
    return (n + STEP - 1) / STEP;
}

static void *take_small(ipr_pool *p, size_t class)
{
    void **block = p->waiting[class];
    if (block) {
        p->waiting[class] = *block;
        return block;
    }
    if (p->left < class * STEP) { /* what is left of the chunk before stays unused */
        void **chunk = malloc(CHUNK);
        if (!chunk)
            return NULL;
        *chunk = p->chunks;
        p->chunks = chunk;
        p->at = (char *)chunk + STEP;
        p->left = CHUNK - STEP;
    }
    block = (void **)(void *)p->at;
    p->at += class * STEP;
    p->left -= class * STEP;
    return block;
}

static void *take(ipr_pool *p, size_t n)
{
    return n <= IPR_POOL_MAX ? take_small(p, class_of(n)) : malloc(n);
}

static bool in_chunk(const ipr_pool *p, const char *block)
{
    for (void **chunk = p->chunks; chunk; chunk = *chunk)
        if (block >= (char *)chunk && block < (char *)chunk + CHUNK)
            return true;
    return false;
}

static void give_back(ipr_pool *p, void *block, size_t n)
{
    bool stray = n <= IPR_POOL_MAX && p->strays && !in_chunk(p, block);
    if (n > IPR_POOL_MAX || stray) {
        free(block);
        p->strays -= stray;
        return;
    }
    *(void **)block = p->waiting[class_of(n)];
    p->waiting[class_of(n)] = block;
}

void *ipr_pool_resize(ipr_pool *p, void *block, size_t old, size_t n)
{
    bool large = old > IPR_POOL_MAX && n > IPR_POOL_MAX;
    if (block && n && !large && old <= IPR_POOL_MAX && class_of(old) == class_of(n))
        return block;
    void *moved = !n ? NULL : block && large ? realloc(block, n) : take(p, n);
    if (n && !moved && block && n <= old) { /* Lua counts on it: to shrink never fails */
        p->strays += old > IPR_POOL_MAX && n <= IPR_POOL_MAX;
        return block;
    }
    if (block && !large && (moved || !n)) {
        if (moved)
            memcpy(moved, block, old < n ? old : n);
        give_back(p, block, old);
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
