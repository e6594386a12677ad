/* SPDX-License-Identifier: MIT
 * durations.c: lists of durations and their quantiles, see durations.h. */
#include "durations.h"

#include <stdlib.h>
#include <string.h>

void ipr_durations_init(ipr_durations *d, ipr_env *env, bool sketch)
{
    memset(d, 0, sizeof *d);
    d->env = env;
    d->sketch = sketch;
}

void ipr_durations_fini(ipr_durations *d)
{
    for (size_t i = 0; i < d->cap; i++)
        ipr_free(d->env, d->lists[i].v, d->lists[i].cap * sizeof *d->lists[i].v);
    ipr_free(d->env, d->lists, d->cap * sizeof *d->lists);
    ipr_durations_init(d, d->env, d->sketch);
}

static ipr_duration_list *list_of(ipr_durations *d, size_t i)
{
    if (i >= d->cap) {
        size_t was = d->cap;
        ipr_duration_list *p = ipr_grow(d->env, d->lists, &d->cap, i + 1, sizeof *p);
        if (!p)
            return NULL;
        memset(p + was, 0, (d->cap - was) * sizeof *p);
        d->lists = p;
    }
    return &d->lists[i];
}

static bool room(ipr_durations *d, ipr_duration_list *l)
{
    if (d->sketch && !l->v) {
        l->v = ipr_calloc(d->env, IPR_DD_BUCKETS, sizeof *l->v);
        l->cap = l->v ? IPR_DD_BUCKETS : 0;
    } else if (!d->sketch && l->n == l->cap) {
        uint32_t *v = ipr_grow(d->env, l->v, &l->cap, l->n + 1, sizeof *v);
        if (!v)
            return false;
        l->v = v;
    }
    return l->v != NULL;
}

bool ipr_durations_add(ipr_durations *d, size_t i, uint32_t seconds)
{
    ipr_duration_list *l = list_of(d, i);
    if (!l || !room(d, l))
        return false;
    if (d->sketch)
        l->v[ipr_dd_bucket(seconds)]++;
    else
        l->v[l->n] = seconds;
    l->n++;
    return true;
}

static int by_seconds(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return x < y ? -1 : x > y;
}

/* The value of the bucket that holds the rank-th duration. */
static uint32_t bucket_value(const uint32_t *counts, size_t rank)
{
    size_t seen = 0;
    unsigned b = 0;
    while (b + 1 < IPR_DD_BUCKETS && (seen += counts[b]) < rank)
        b++;
    return ipr_dd_value(b);
}

uint32_t ipr_durations_quantile(ipr_durations *d, size_t i, unsigned permille)
{
    if (i >= d->cap || !d->lists[i].n)
        return 0;
    ipr_duration_list *l = &d->lists[i];
    size_t rank = (l->n * permille + 999) / 1000;
    rank = rank ? rank : 1;
    if (d->sketch)
        return bucket_value(l->v, rank);
    qsort(l->v, l->n, sizeof *l->v, by_seconds);
    return l->v[rank - 1];
}
