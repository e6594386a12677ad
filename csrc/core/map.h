/* SPDX-License-Identifier: MIT
 * map.h: 64-bit keys to 32-bit values in open addressing.
 *
 * Used by the brand lexicon for its names and its vocabulary. Keys are seeded
 * hashes, well mixed; whoever needs certainty compares what they stand for. Built
 * by one thread, then read by many. A bitmap in front answers most misses.
 */
#ifndef IPR_MAP_H
#define IPR_MAP_H

#include "env.h"

typedef struct ipr_map_slot {
    uint64_t key; /* never 0 */
    uint32_t value;
    uint32_t flags; /* the user's */
} ipr_map_slot;

typedef struct ipr_map {
    ipr_env *env;
    ipr_map_slot *v;
    size_t n, cap; /* cap is a power of two, or 0 */
    uint64_t *bits;
    size_t nbits;
} ipr_map;

void ipr_map_init(ipr_map *m, ipr_env *env);
void ipr_map_fini(ipr_map *m);
/* The slot of key, made with value UINT32_MAX and flags 0 if missing; NULL if memory is short.
 * Valid until the next want. */
ipr_map_slot *ipr_map_want(ipr_map *m, uint64_t key);
/* Makes the bitmap; call after the last want (again after more of them). */
ipr_status ipr_map_seal(ipr_map *m);

/* The slot of key or NULL. */
static inline const ipr_map_slot *ipr_map_find(const ipr_map *m, uint64_t key)
{
    if (!m->bits || !(m->bits[(key & (m->nbits - 1)) / 64] >> (key % 64) & 1))
        return NULL;
    for (size_t i = (size_t)(key >> 20) & (m->cap - 1);; i = (i + 1) & (m->cap - 1)) {
        if (m->v[i].key == key)
            return &m->v[i];
        if (!m->v[i].key)
            return NULL;
    }
}

#endif
