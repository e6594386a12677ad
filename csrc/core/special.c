/* SPDX-License-Identifier: MIT
 * special.c: masks of special bytes, three ways, and the walk over a buffer's chunks. */
#include "special.h"

#include <string.h>

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define HAVE_X86 1
#endif

static uint64_t mask_plain(const char *p, char delimiter)
{
    uint64_t m = 0;
    for (int i = 0; i < 64; i++)
        m |= (uint64_t)(p[i] == '"' || p[i] == delimiter || p[i] == '\r' || p[i] == '\n') << i;
    return m;
}

#ifdef HAVE_X86
static uint64_t mask_sse2(const char *p, char delimiter)
{
    const __m128i quote = _mm_set1_epi8('"'), delim = _mm_set1_epi8(delimiter);
    const __m128i cr = _mm_set1_epi8('\r'), lf = _mm_set1_epi8('\n');
    uint64_t m = 0;
    for (int i = 0; i < 4; i++) {
        __m128i x = _mm_loadu_si128((const __m128i *)(const void *)(p + 16 * i));
        __m128i hit = _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(x, quote), _mm_cmpeq_epi8(x, delim)),
                                   _mm_or_si128(_mm_cmpeq_epi8(x, cr), _mm_cmpeq_epi8(x, lf)));
        m |= (uint64_t)(uint32_t)_mm_movemask_epi8(hit) << (16 * i);
    }
    return m;
}

__attribute__((target("avx2"))) static uint64_t mask_avx2(const char *p, char delimiter)
{
    const __m256i quote = _mm256_set1_epi8('"'), delim = _mm256_set1_epi8(delimiter);
    const __m256i cr = _mm256_set1_epi8('\r'), lf = _mm256_set1_epi8('\n');
    uint64_t m = 0;
    for (int i = 0; i < 2; i++) {
        __m256i x = _mm256_loadu_si256((const __m256i *)(const void *)(p + 32 * i));
        __m256i hit = _mm256_or_si256(
            _mm256_or_si256(_mm256_cmpeq_epi8(x, quote), _mm256_cmpeq_epi8(x, delim)),
            _mm256_or_si256(_mm256_cmpeq_epi8(x, cr), _mm256_cmpeq_epi8(x, lf)));
        m |= (uint64_t)(uint32_t)_mm256_movemask_epi8(hit) << (32 * i);
    }
    return m;
}
#endif

ipr_special_fn ipr_special_best(const ipr_env *env)
{
#ifdef HAVE_X86
    return env->cpu == IPR_CPU_AVX2 ? mask_avx2 : env->cpu == IPR_CPU_SSE2 ? mask_sse2 : mask_plain;
#else
    (void)env;
    return mask_plain;
#endif
}

static uint64_t chunk_mask(const ipr_special *s, size_t base)
{
    if (s->n - base >= 64)
        return s->fn(s->p + base, s->delimiter);
    char tail[64] = {0};
    memcpy(tail, s->p + base, s->n - base);
    uint64_t m = s->fn(tail, s->delimiter);
    return m & ((UINT64_C(1) << (s->n - base)) - 1); /* a NUL may be the delimiter */
}

void ipr_special_init(ipr_special *s, const char *p, size_t n, ipr_special_fn fn, char delimiter)
{
    *s = (ipr_special){.p = p, .n = n, .fn = fn, .delimiter = delimiter};
    s->mask = n ? chunk_mask(s, 0) : 0;
}

size_t ipr_special_refill(ipr_special *s, size_t from)
{
    for (size_t base = from & ~(size_t)63; base < s->n; base += 64) {
        s->base = base;
        s->mask = chunk_mask(s, base);
        uint64_t m = from > base ? s->mask >> (from - base) << (from - base) : s->mask;
        if (m)
            return base + (size_t)__builtin_ctzll(m);
    }
    return s->n;
}
