/* SPDX-License-Identifier: MIT
 * special.c: marks special bytes, three ways. */
#include "special.h"

#include <string.h>

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define HAVE_X86 1
#endif

/* Fills `words` marks from 64 bytes of p each. */
typedef void (*mark_fn)(const char *p, size_t words, char delimiter, ipr_marks *to);

static void mark_plain(const char *p, size_t words, char delimiter, ipr_marks *to)
{
    for (size_t w = 0; w < words; w++, p += 64) {
        uint64_t breaks = 0, delims = 0;
        for (int i = 0; i < 64; i++) {
            breaks |= (uint64_t)(p[i] == '"' || p[i] == '\r' || p[i] == '\n') << i;
            delims |= (uint64_t)(p[i] == delimiter) << i;
        }
        to[w] = (ipr_marks){breaks | delims, breaks};
    }
}

#ifdef HAVE_X86
static void mark_sse2(const char *p, size_t words, char delimiter, ipr_marks *to)
{
    const __m128i quote = _mm_set1_epi8('"'), delim = _mm_set1_epi8(delimiter);
    const __m128i cr = _mm_set1_epi8('\r'), lf = _mm_set1_epi8('\n');
    for (size_t w = 0; w < words; w++, p += 64) {
        uint64_t breaks = 0, delims = 0;
        for (int i = 0; i < 4; i++) {
            __m128i x = _mm_loadu_si128((const __m128i *)(const void *)(p + 16 * i));
            __m128i b = _mm_or_si128(_mm_cmpeq_epi8(x, quote),
                                     _mm_or_si128(_mm_cmpeq_epi8(x, cr), _mm_cmpeq_epi8(x, lf)));
            breaks |= (uint64_t)(uint32_t)_mm_movemask_epi8(b) << (16 * i);
            delims |= (uint64_t)(uint32_t)_mm_movemask_epi8(_mm_cmpeq_epi8(x, delim)) << (16 * i);
        }
        to[w] = (ipr_marks){breaks | delims, breaks};
    }
}

__attribute__((target("avx2"))) static void mark_avx2(const char *p, size_t words, char delimiter,
                                                      ipr_marks *to)
{
    const __m256i quote = _mm256_set1_epi8('"'), delim = _mm256_set1_epi8(delimiter);
    const __m256i cr = _mm256_set1_epi8('\r'), lf = _mm256_set1_epi8('\n');
    for (size_t w = 0; w < words; w++, p += 64) {
        uint64_t breaks = 0, delims = 0;
        for (int i = 0; i < 2; i++) {
            __m256i x = _mm256_loadu_si256((const __m256i *)(const void *)(p + 32 * i));
            __m256i b = _mm256_or_si256(
                _mm256_cmpeq_epi8(x, quote),
                _mm256_or_si256(_mm256_cmpeq_epi8(x, cr), _mm256_cmpeq_epi8(x, lf)));
            __m256i d = _mm256_cmpeq_epi8(x, delim);
            breaks |= (uint64_t)(uint32_t)_mm256_movemask_epi8(b) << (32 * i);
            delims |= (uint64_t)(uint32_t)_mm256_movemask_epi8(d) << (32 * i);
        }
        to[w] = (ipr_marks){breaks | delims, breaks};
    }
}
#endif

static mark_fn best(const ipr_env *env)
{
#ifdef HAVE_X86
    return env->cpu == IPR_CPU_AVX2 ? mark_avx2 : env->cpu == IPR_CPU_SSE2 ? mark_sse2 : mark_plain;
#else
    (void)env;
    return mark_plain;
#endif
}

void ipr_special_fini(ipr_special *s, ipr_env *env)
{
    ipr_free(env, s->marks, s->cap * sizeof *s->marks);
    *s = (ipr_special){0};
}

ipr_status ipr_special_mark(ipr_special *s, ipr_env *env, const char *p, size_t n, char delimiter)
{
    size_t from = s->n / 64, whole = n / 64;
    ipr_marks *marks = ipr_grow(env, s->marks, &s->cap, whole + 1, sizeof *marks);
    if (!marks)
        return IPR_ENOMEM;
    mark_fn mark = best(env);
    if (whole > from)
        mark(p + 64 * from, whole - from, delimiter, marks + from);
    marks[whole] = (ipr_marks){0, 0};
    if (n % 64) {
        char tail[64] = {0};
        uint64_t in = (UINT64_C(1) << n % 64) - 1; /* a NUL may be the delimiter */
        memcpy(tail, p + 64 * whole, n % 64);
        mark(tail, 1, delimiter, marks + whole);
        marks[whole].special &= in;
        marks[whole].breaks &= in;
    }
    *s = (ipr_special){.p = p, .n = n, .marks = marks, .cap = s->cap};
    return IPR_OK;
}
