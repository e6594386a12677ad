/* SPDX-License-Identifier: MIT
 * names.c: numbered texts, see names.h. */
#include "names.h"

#include <string.h>

void ipr_names_init(ipr_names *t, ipr_env *env)
{
    memset(t, 0, sizeof *t);
    t->env = env;
}

void ipr_names_fini(ipr_names *t)
{
    ipr_free(t->env, t->text, t->text_cap);
    ipr_free(t->env, t->at, t->at_cap * sizeof *t->at);
    ipr_free(t->env, t->slots, t->slot_count * sizeof *t->slots);
    ipr_names_init(t, t->env);
}

ipr_str ipr_names_get(const ipr_names *t, uint32_t index)
{
    const char *p = t->text + t->at[index];
    return (ipr_str){p + 2, (size_t)(unsigned char)p[0] | (size_t)(unsigned char)p[1] << 8};
}

static uint32_t hash_of(const ipr_names *t, ipr_str s)
{
    return (uint32_t)(ipr_hash(t->env->seed, s.p, s.n) >> 16);
}

/* The slot of s, or the free one where it belongs. */
static ipr_name_slot *slot_of(const ipr_names *t, ipr_str s, uint32_t hash)
{
    size_t mask = t->slot_count - 1, i = hash & mask;
    for (;; i = (i + 1) & mask) {
        ipr_name_slot *slot = &t->slots[i];
        if (!slot->index)
            return slot;
        if (slot->hash == hash && ipr_str_eq(ipr_names_get(t, slot->index - 1), s))
            return slot;
    }
}

static bool rehash(ipr_names *t)
{
    size_t count = t->slot_count ? t->slot_count * 2 : 64;
    ipr_name_slot *slots = ipr_calloc(t->env, count, sizeof *slots);
    if (!slots)
        return false;
    for (size_t k = 0; k < t->slot_count; k++) {
        if (!t->slots[k].index)
            continue;
        size_t i = t->slots[k].hash & (count - 1);
        while (slots[i].index)
            i = (i + 1) & (count - 1);
        slots[i] = t->slots[k];
    }
    ipr_free(t->env, t->slots, t->slot_count * sizeof *t->slots);
    t->slots = slots;
    t->slot_count = count;
    return true;
}

static bool store(ipr_names *t, ipr_str s)
{
    if (s.n > IPR_NAME_MAX || t->used + s.n + 2 > UINT32_MAX || t->n >= IPR_NO_NAME - 1)
        return false;
    if (t->used + s.n + 2 > t->text_cap) {
        char *p = ipr_grow(t->env, t->text, &t->text_cap, t->used + s.n + 2, 1);
        if (!p)
            return false;
        t->text = p;
    }
    if (t->n == t->at_cap) {
        uint32_t *at = ipr_grow(t->env, t->at, &t->at_cap, t->n + 1, sizeof *at);
        if (!at)
            return false;
        t->at = at;
    }
    t->at[t->n++] = (uint32_t)t->used;
    t->text[t->used] = (char)(s.n & 255);
    t->text[t->used + 1] = (char)(s.n >> 8);
    if (s.n)
        memcpy(t->text + t->used + 2, s.p, s.n);
    t->used += s.n + 2;
    return true;
}

uint32_t ipr_names_put(ipr_names *t, ipr_str s, bool *fresh)
{
    *fresh = false;
    if (t->n * 4 >= t->slot_count * 3 && !rehash(t))
        return IPR_NO_NAME;
    uint32_t hash = hash_of(t, s);
    ipr_name_slot *slot = slot_of(t, s, hash);
    if (slot->index)
        return slot->index - 1;
    if (!store(t, s))
        return IPR_NO_NAME;
    *fresh = true;
    slot->hash = hash;
    slot->index = (uint32_t)t->n;
    return slot->index - 1;
}

uint32_t ipr_names_find(const ipr_names *t, ipr_str s)
{
    if (!t->slot_count)
        return IPR_NO_NAME;
    const ipr_name_slot *slot = slot_of(t, s, hash_of(t, s));
    return slot->index ? slot->index - 1 : IPR_NO_NAME;
}

size_t ipr_names_bytes(const ipr_names *t)
{
    return t->text_cap + t->at_cap * sizeof *t->at + t->slot_count * sizeof *t->slots;
}

static int by_text(const void *ctx, uint32_t a, uint32_t b)
{
    const ipr_names *t = ctx;
    return ipr_str_cmp(ipr_names_get(t, a), ipr_names_get(t, b));
}

typedef struct sorting {
    size_t n;
    ipr_order_fn order;
    const void *ctx;
} sorting;

/* One pass of a bottom-up merge sort: runs of `width` in a become runs of twice that in b. */
static void merge_runs(const sorting *s, const uint32_t *a, uint32_t *b, size_t width)
{
    for (size_t from = 0; from < s->n; from += 2 * width) {
        size_t mid = from + width < s->n ? from + width : s->n;
        size_t end = mid + width < s->n ? mid + width : s->n;
        size_t i = from, j = mid;
        for (size_t k = from; k < end; k++) {
            bool left = i < mid && (j >= end || s->order(s->ctx, a[i], a[j]) <= 0);
            b[k] = left ? a[i++] : a[j++];
        }
    }
}

/* qsort has no argument for the table that is sorted by. */
ipr_status ipr_sorted(ipr_env *env, size_t n, ipr_order_fn order, const void *ctx, uint32_t **out)
{
    sorting s = {n, order, ctx};
    *out = NULL;
    if (!n)
        return IPR_OK;
    uint32_t *a = ipr_alloc(env, n * sizeof *a), *b = ipr_alloc(env, n * sizeof *b);
    if (!a || !b) {
        ipr_free(env, a, n * sizeof *a);
        ipr_free(env, b, n * sizeof *b);
        return IPR_ENOMEM;
    }
    for (size_t i = 0; i < n; i++)
        a[i] = (uint32_t)i;
    for (size_t width = 1; width < n; width *= 2) {
        merge_runs(&s, a, b, width);
        uint32_t *swap = a;
        a = b;
        b = swap;
    }
    ipr_free(env, b, n * sizeof *b);
    *out = a;
    return IPR_OK;
}

ipr_status ipr_names_sorted(const ipr_names *t, uint32_t **order)
{
    return ipr_sorted(t->env, t->n, by_text, t, order);
}
