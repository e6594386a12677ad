/* SPDX-License-Identifier: MIT
 * cond_among.c: is a text one of many? For :is_any of long lists. */
#include "cond_in.h"

#include <string.h>

typedef uint32_t length; /* before each text of a set */

static size_t bucket_of(const ipr_prog *p, const ipr_set *set, ipr_str text)
{
    return (size_t)ipr_hash(p->env->seed, text.p, text.n) & (set->buckets - 1);
}

/* Counts the bytes of each bucket, or puts the texts in their places (put). */
static void fill(const ipr_prog *p, ipr_set *set, const ipr_str *texts, size_t n, bool put)
{
    for (size_t i = 0; i < n; i++) {
        length len = (length)texts[i].n;
        uint32_t *first = &set->first[bucket_of(p, set, texts[i])];
        if (!put) {
            *first += (uint32_t)sizeof len + len;
            continue;
        }
        *first -= (uint32_t)sizeof len + len;
        memcpy(set->texts + *first, &len, sizeof len);
        if (len)
            memcpy(set->texts + *first + sizeof len, texts[i].p, len);
    }
}

ipr_status ipr_set_add(ipr_prog *p, const ipr_str *texts, size_t n, uint32_t *number)
{
    ipr_set *set = ipr_grow(p->env, p->set, &p->set_cap, p->sets + 1, sizeof *set);
    if (!set)
        return IPR_ENOMEM;
    p->set = set;
    set += p->sets;
    *set = (ipr_set){.buckets = 1};
    for (size_t i = 0; i < n; i++) {
        if (texts[i].n > UINT32_MAX - sizeof(length) - set->bytes)
            return IPR_ELIMIT;
        set->bytes += sizeof(length) + texts[i].n;
    }
    while (set->buckets < n)
        set->buckets *= 2;
    set->first = ipr_calloc(p->env, set->buckets + 1, sizeof *set->first);
    set->texts = ipr_alloc(p->env, set->bytes);
    *number = (uint32_t)++p->sets; /* ipr_prog_free frees what there is */
    if (!set->first || !set->texts)
        return IPR_ENOMEM;
    fill(p, set, texts, n, false);
    for (size_t b = 1; b <= set->buckets; b++)
        set->first[b] += set->first[b - 1];
    fill(p, set, texts, n, true); /* from the end of each bucket to its beginning */
    return IPR_OK;
}

void ipr_set_fini(ipr_env *env, ipr_set *set)
{
    ipr_free(env, set->first, (set->buckets + 1) * sizeof *set->first);
    ipr_free(env, set->texts, set->bytes);
}

bool ipr_set_has(const ipr_prog *p, uint32_t number, ipr_str text)
{
    const ipr_set *set = &p->set[number - 1];
    const uint32_t *first = &set->first[bucket_of(p, set, text)];
    length len;
    for (uint32_t at = first[0]; at < first[1]; at += (uint32_t)sizeof len + len) {
        const char *entry = set->texts + at;
        memcpy(&len, entry, sizeof len);
        if (len == text.n && memcmp(entry + sizeof len, text.p, len) == 0)
            return true;
    }
    return false;
}
