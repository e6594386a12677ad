/* SPDX-License-Identifier: MIT
 * env.c: the default surroundings, checked allocation, the arena. */
#include "env.h"

#include <stdlib.h>
#include <string.h>

static void *default_alloc(void *ud, void *ptr, size_t osize, size_t nsize)
{
    (void)ud;
    (void)osize;
    if (nsize == 0) {
        free(ptr);
        return NULL;
    }
    return realloc(ptr, nsize);
}

static ipr_cpu detect_cpu(void)
{
#if defined(__x86_64__) && defined(__GNUC__)
    if (__builtin_cpu_supports("avx2"))
        return IPR_CPU_AVX2;
    return IPR_CPU_SSE2;
#else
    return IPR_CPU_SCALAR;
#endif
}

void ipr_env_init(ipr_env *env)
{
    *env = (ipr_env){.alloc = default_alloc, .cpu = detect_cpu()};
#define X(field, value, unit, text, past) env->limits.field = value;
    IPR_LIMIT_LIST(X)
#undef X
}

void *ipr_alloc(ipr_env *env, size_t n)
{
    return n ? env->alloc(env->ud, NULL, 0, n) : NULL;
}

void *ipr_calloc(ipr_env *env, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size)
        return NULL;
    void *p = ipr_alloc(env, count * size);
    if (p)
        memset(p, 0, count * size);
    return p;
}

void ipr_free(ipr_env *env, void *p, size_t n)
{
    if (p)
        env->alloc(env->ud, p, n, 0);
}

void *ipr_grow(ipr_env *env, void *p, size_t *cap, size_t need, size_t size)
{
    if (need <= *cap)
        return p;
    size_t want = *cap < 8 ? 8 : *cap;
    while (want < need) {
        if (want > SIZE_MAX / 2)
            return NULL;
        want *= 2;
    }
    if (want > SIZE_MAX / size)
        return NULL;
    void *q = env->alloc(env->ud, p, *cap * size, want * size);
    if (q)
        *cap = want;
    return q;
}

struct ipr_chunk {
    ipr_chunk *next;
    size_t size; /* bytes of room behind this header */
};

#define CHUNK_MIN ((size_t)16384)

void ipr_arena_init(ipr_arena *a, ipr_env *env)
{
    *a = (ipr_arena){.env = env};
}

static void free_chunks(ipr_arena *a, ipr_chunk *c)
{
    while (c) {
        ipr_chunk *next = c->next;
        ipr_free(a->env, c, sizeof *c + c->size);
        c = next;
    }
}

void ipr_arena_fini(ipr_arena *a)
{
    free_chunks(a, a->head);
    a->head = NULL;
    a->used = 0;
}

void ipr_arena_reset(ipr_arena *a)
{
    if (a->head) {
        free_chunks(a, a->head->next);
        a->head->next = NULL;
    }
    a->used = 0;
}

static bool add_chunk(ipr_arena *a, size_t n)
{
    size_t size = a->head ? a->head->size * 2 : CHUNK_MIN;
    if (size > (size_t)1 << 20)
        size = (size_t)1 << 20;
    if (size < n)
        size = n;
    if (size > SIZE_MAX - sizeof(ipr_chunk))
        return false;
    ipr_chunk *c = ipr_alloc(a->env, sizeof *c + size);
    if (!c)
        return false;
    c->next = a->head;
    c->size = size;
    a->head = c;
    a->used = 0;
    return true;
}

void *ipr_arena_alloc(ipr_arena *a, size_t n)
{
    if (n > SIZE_MAX - 8)
        return NULL;
    n = (n + 7) & ~(size_t)7;
    if ((!a->head || a->head->size - a->used < n) && !add_chunk(a, n))
        return NULL;
    char *p = (char *)(a->head + 1) + a->used;
    a->used += n;
    return p;
}

char *ipr_arena_dup(ipr_arena *a, const char *p, size_t n)
{
    char *q = n < SIZE_MAX ? ipr_arena_alloc(a, n + 1) : NULL;
    if (q) {
        if (n)
            memcpy(q, p, n);
        q[n] = '\0';
    }
    return q;
}
