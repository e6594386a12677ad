/* SPDX-License-Identifier: MIT
 * map.c: the building side; finding is inline in the header. */
#include "map.h"

void ipr_map_init(ipr_map *m, ipr_env *env)
{
    *m = (ipr_map){.env = env};
}

void ipr_map_fini(ipr_map *m)
{
    ipr_free(m->env, m->v, m->cap * sizeof *m->v);
    ipr_free(m->env, m->bits, m->bits ? m->nbits / 8 : 0);
    ipr_map_init(m, m->env);
}

static ipr_map_slot *seek(const ipr_map *m, uint64_t key)
{
    size_t i = (size_t)(key >> 20) & (m->cap - 1);
    while (m->v[i].key && m->v[i].key != key)
        i = (i + 1) & (m->cap - 1);
    return &m->v[i];
}

static bool enlarge(ipr_map *m)
{
    ipr_map old = *m;
    size_t cap = m->cap ? m->cap * 2 : 64;
    ipr_map_slot *v = ipr_calloc(m->env, cap, sizeof *v);
    if (!v)
        return false;
    m->v = v;
    m->cap = cap;
    for (size_t i = 0; i < old.cap; i++)
        if (old.v[i].key)
            *seek(m, old.v[i].key) = old.v[i];
    ipr_free(m->env, old.v, old.cap * sizeof *old.v);
    return true;
}

ipr_map_slot *ipr_map_want(ipr_map *m, uint64_t key)
{
    if (m->n * 2 >= m->cap && !enlarge(m))
        return NULL;
    ipr_map_slot *s = seek(m, key);
    if (!s->key) {
        *s = (ipr_map_slot){key, UINT32_MAX, 0};
        m->n++;
    }
    return s;
}

ipr_status ipr_map_seal(ipr_map *m)
{
    size_t n = 1024;
    while (n < m->n * 16)
        n *= 2;
    ipr_free(m->env, m->bits, m->bits ? m->nbits / 8 : 0);
    m->bits = ipr_calloc(m->env, n / 64, sizeof *m->bits);
    if (!m->bits)
        return IPR_ENOMEM;
    m->nbits = n;
    for (size_t i = 0; i < m->cap; i++) {
        uint64_t key = m->v[i].key;
        if (key)
            m->bits[(key & (n - 1)) / 64] |= (uint64_t)1 << (key % 64);
    }
    return IPR_OK;
}
