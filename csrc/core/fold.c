/* SPDX-License-Identifier: MIT
 * fold.c: the views. ASCII runs go through ipr_fold_ascii, everything else through the
 * two-stage table, one code point at a time. */
#include "fold.h"

#include <string.h>

#if defined(__x86_64__) && defined(__GNUC__)
#include <immintrin.h>
#define HAVE_AVX2 1
#elif defined(__SSE2__)
#include <emmintrin.h>
#endif

const ipr_fold_record *ipr_fold_of(uint32_t cp)
{
    if (cp > 0x10FFFF)
        return &ipr_fold_records[0];
    return &ipr_fold_records[ipr_fold_stage2[ipr_fold_stage1[cp / IPR_FOLD_PAGE]]
                                            [cp % IPR_FOLD_PAGE]];
}

size_t ipr_fold_plain(uint32_t cp, uint32_t out[18])
{
    const ipr_fold_record *r = ipr_fold_of(cp);
    if (r->flags & (IPR_CH_IGNORED | IPR_CH_MARK))
        return 0;
    if (r->nplain == 0) {
        out[0] = cp;
        return 1;
    }
    memcpy(out, ipr_fold_pool + r->plain, r->nplain * sizeof *out);
    return r->nplain;
}

uint32_t ipr_fold_seen(uint32_t cp, uint32_t *second)
{
    const ipr_fold_record *r = ipr_fold_of(cp);
    const uint32_t *p = ipr_fold_pool + (r->nseen ? r->seen : r->plain);
    size_t n = r->nseen ? r->nseen : r->nplain;
    if (second)
        *second = n == 2 ? p[1] : 0;
    return n ? p[0] : cp;
}

char ipr_fold_leet(uint32_t cp)
{
    switch (cp) {
    case '0':
        return 'o';
    case '1':
    case '!':
    case '|':
    case 0xA1:
        return 'i';
    case '3':
    case 0x20AC:
        return 'e';
    case '4':
    case '@':
        return 'a';
    case '5':
    case '$':
    case 0xA7:
        return 's';
    case '7':
    case '+':
        return 't';
    case '8':
        return 'b';
    case '6':
    case '9':
        return 'g';
    case '2':
        return 'z';
    default:
        return 0;
    }
}

/* ---- ASCII ---- */

/* Eight ASCII characters in small letters. */
static inline uint64_t lower8(uint64_t w)
{
    const uint64_t ones = 0x0101010101010101u;
    uint64_t big = (w + (0x80 - 'A') * ones) & ~(w + (0x80 - 'Z' - 1) * ones) & 0x80 * ones;
    return w | big >> 2;
}

/* Folds n < 8 bytes, 4 and more, if all are ASCII. */
static inline bool fold4(char *dst, const char *src, size_t n)
{
    uint32_t a, b;
    memcpy(&a, src, 4);
    memcpy(&b, src + n - 4, 4);
    uint64_t w = a | (uint64_t)b << 32;
    if (w & 0x8080808080808080u)
        return false;
    w = lower8(w);
    a = (uint32_t)w;
    b = (uint32_t)(w >> 32);
    memcpy(dst, &a, 4); /* both may hold the same bytes */
    memcpy(dst + n - 4, &b, 4);
    return true;
}

static inline bool fold8(char *dst, const char *src)
{
    uint64_t w;
    memcpy(&w, src, 8);
    if (w & 0x8080808080808080u)
        return false;
    w = lower8(w);
    memcpy(dst, &w, 8);
    return true;
}

static size_t ascii_scalar(char *dst, const char *src, size_t n)
{
    size_t i = 0;
    while (n - i >= 8 && fold8(dst + i, src + i))
        i += 8;
    if (n >= 8 && n - i < 8 && fold8(dst + n - 8, src + n - 8))
        return n;
    if (n < 8 && n >= 4 && fold4(dst, src, n))
        return n;
    for (; i < n && (unsigned char)src[i] < 0x80; i++) {
        char c = src[i];
        dst[i] = (char)(c >= 'A' && c <= 'Z' ? c + 32 : c);
    }
    return i;
}

#ifdef HAVE_AVX2
__attribute__((target("avx2"))) static size_t ascii_avx2(char *dst, const char *src, size_t n)
{
    const __m256i below = _mm256_set1_epi8('A' - 1), above = _mm256_set1_epi8('Z' + 1);
    const __m256i bit = _mm256_set1_epi8(0x20);
    size_t i = 0;
    while (i + 32 <= n) {
        __m256i v = _mm256_loadu_si256((const __m256i *)(const void *)(src + i));
        if (_mm256_movemask_epi8(v))
            break;
        __m256i big = _mm256_and_si256(_mm256_cmpgt_epi8(v, below), _mm256_cmpgt_epi8(above, v));
        v = _mm256_or_si256(v, _mm256_and_si256(big, bit));
        _mm256_storeu_si256((__m256i *)(void *)(dst + i), v);
        i = i + 64 > n && i + 32 < n ? n - 32 : i + 32; /* the last block begins earlier */
    }
    return i + ascii_scalar(dst + i, src + i, n - i);
}
#endif

size_t ipr_fold_ascii(ipr_cpu cpu, char *dst, const char *src, size_t n)
{
#ifdef HAVE_AVX2
    if (cpu >= IPR_CPU_AVX2)
        return ascii_avx2(dst, src, n);
#endif
    (void)cpu;
    return ascii_scalar(dst, src, n);
}

/* ---- building a view ---- */

void ipr_text_init(ipr_text *t, ipr_env *env)
{
    *t = (ipr_text){.env = env, .direct = true};
}

void ipr_text_fini(ipr_text *t)
{
    ipr_free(t->env, t->p, t->cap);
    ipr_free(t->env, t->at, t->cap_at * sizeof *t->at);
    ipr_text_init(t, t->env);
}

static bool grow(ipr_text *t, size_t need)
{
    size_t cap = t->cap;
    char *p = ipr_grow(t->env, t->p, &t->cap, need + IPR_TEXT_PAD, 1);
    if (!p)
        return false;
    t->p = p;
    if (t->cap > cap)
        memset(p + cap, 0, t->cap - cap); /* what lies behind may be read, so it is made */
    if (t->direct)
        return true;
    uint32_t *at = ipr_grow(t->env, t->at, &t->cap_at, need, sizeof *at);
    if (!at)
        return false;
    t->at = at;
    return true;
}

static inline bool room(ipr_text *t, size_t need)
{
    return (t->cap >= need + IPR_TEXT_PAD && (t->direct || t->cap_at >= need)) || grow(t, need);
}

static void put(ipr_text *t, uint32_t cp, size_t from)
{
    char *p = t->p + t->n;
    size_t n = cp < 0x80 ? 1 : cp < 0x800 ? 2 : cp < 0x10000 ? 3 : 4;
    if (n == 1) {
        p[0] = (char)cp;
    } else {
        for (size_t i = n - 1; i > 0; i--, cp >>= 6)
            p[i] = (char)(0x80 | (cp & 0x3F));
        p[0] = (char)((0xF00u >> n & 0xF0u) | cp);
    }
    for (size_t i = 0; i < n; i++)
        t->at[t->n + i] = (uint32_t)from;
    t->n += n;
}

/* A half-width kana followed by its voicing mark is one letter. True if it was joined. */
static bool voiced(ipr_text *t, uint32_t mark)
{
    uint32_t cp;
    if (t->n < 3 || (mark != 0x3099 && mark != 0x309A))
        return false;
    size_t back = ipr_utf8_prev(t->p, t->p + t->n, &cp);
    uint32_t row = cp > 0x30A0 ? cp - 0x60 : cp;
    bool ha = row >= 0x306F && row <= 0x307B && (row - 0x306F) % 3 == 0;
    bool ka = (row >= 0x304B && row <= 0x3061 && row % 2) || row == 0x3064 || row == 0x3066 ||
              row == 0x3068;
    if (back != 3 || !(ha || (ka && mark == 0x3099)))
        return false;
    size_t from = t->at[t->n - 3];
    t->n -= 3;
    put(t, cp + (mark == 0x3099 ? 1 : 2), from);
    return true;
}

static void put_folded(ipr_text *t, uint32_t cp, size_t from, ipr_view view)
{
    if (cp == IPR_CP_BAD) {
        put(t, 0xFFFD, from);
        return;
    }
    const ipr_fold_record *r = ipr_fold_of(cp);
    if (r->flags & (IPR_CH_IGNORED | IPR_CH_MARK))
        return;
    t->solid |= (r->flags & IPR_CH_SOLID) != 0;
    bool seen = view != IPR_VIEW_PLAIN && r->nseen;
    const uint32_t *p = ipr_fold_pool + (seen ? r->seen : r->plain);
    size_t n = seen ? r->nseen : r->nplain;
    if (n == 0)
        n = 1, p = &cp;
    for (size_t i = 0; i < n; i++)
        if (!voiced(t, p[i]))
            put(t, p[i], from);
}

/* at[k] = from + k for k below n; up to three more may be written. */
static void count_up(uint32_t *at, size_t from, size_t n)
{
#ifdef __SSE2__
    __m128i v = _mm_add_epi32(_mm_set1_epi32((int)from), _mm_set_epi32(3, 2, 1, 0));
    for (size_t k = 0; k < n; k += 4) {
        _mm_storeu_si128((__m128i *)(void *)(at + k), v);
        v = _mm_add_epi32(v, _mm_set1_epi32(4));
    }
#else
    for (size_t k = 0; k < n; k++)
        at[k] = (uint32_t)(from + k);
#endif
}

/* A run of ASCII from byte i of the source on; returns its length. There is room for it. */
static size_t put_ascii(ipr_text *t, size_t i)
{
    size_t n = ipr_fold_ascii(t->env->cpu, t->p + t->n, t->src.p + i, t->src.n - i);
    count_up(t->at + t->n, i, n);
    t->n += n;
    return n;
}

/* Goes on at byte i, the first that is not ASCII. */
static bool fold_rest(ipr_text *t, ipr_view view, size_t i)
{
    t->direct = false;
    if (!room(t, t->src.n + 80))
        return false;
    count_up(t->at, 0, i);
    const char *p = t->src.p, *end = p + t->src.n;
    while (i < t->src.n) {
        /* The longest plain form is 18 code points of at most 4 bytes. */
        if (!room(t, t->n + (t->src.n - i) + 80))
            return false;
        if ((unsigned char)p[i] < 0x80) {
            i += put_ascii(t, i);
            continue;
        }
        uint32_t cp;
        size_t n = ipr_utf8_next(p + i, end, &cp);
        put_folded(t, cp, i, view);
        i += n;
    }
    return true;
}

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static bool is_leet_byte(char c)
{
    return (unsigned char)c < 0x80 && ipr_fold_leet((unsigned char)c);
}

/* Leet signs are read as letters in runs of letters and such signs that hold a letter next to
 * one; "100 ml" and "5-pack" stay. */
static void read_leet(ipr_text *t)
{
    for (size_t i = 0; i < t->n;) {
        size_t j = i;
        bool touch = false;
        while (j < t->n && (is_small(t->p[j]) || is_leet_byte(t->p[j]))) {
            touch |= j > i && is_small(t->p[j]) != is_small(t->p[j - 1]);
            j++;
        }
        if (touch) /* "nice!" ends in an exclamation, not in an i */
            for (size_t k = i; k < j; k++)
                if (!is_small(t->p[k]) && !(k == j - 1 && (t->p[k] == '!' || t->p[k] == '+')))
                    t->p[k] = ipr_fold_leet((unsigned char)t->p[k]);
        i = j > i ? j : i + 1;
    }
}

static bool is_word_byte(char c)
{
    return (unsigned char)c >= 0x80 || is_small(c) || (c >= '0' && c <= '9');
}

/* A letter that is a word by itself at i. */
static bool is_single(const ipr_text *t, size_t i)
{
    return is_small(t->p[i]) && (i == 0 || !is_word_byte(t->p[i - 1])) &&
           (i + 1 == t->n || !is_word_byte(t->p[i + 1]));
}

/* Where the row of single letters that begins at i ends; *count: how many they are. */
static size_t single_row(const ipr_text *t, size_t i, size_t *count)
{
    size_t end = i;
    for (*count = 0; i < t->n && is_single(t, i); ++*count) {
        end = ++i;
        while (i < t->n && !is_word_byte(t->p[i]))
            i++;
    }
    return end;
}

#ifdef __SSE2__
/* Bits of the 16 bytes at p: small letters, what else belongs to a word, leet signs. */
static void class_bits(const char *p, unsigned *small, unsigned *word, unsigned *leet)
{
    __m128i c = _mm_loadu_si128((const __m128i *)(const void *)p);
    __m128i l = _mm_sub_epi8(c, _mm_set1_epi8('a')), d = _mm_sub_epi8(c, _mm_set1_epi8('0'));
    __m128i sign = _mm_or_si128(
        _mm_or_si128(_mm_cmpeq_epi8(c, _mm_set1_epi8('!')), _mm_cmpeq_epi8(c, _mm_set1_epi8('$'))),
        _mm_or_si128(_mm_cmpeq_epi8(c, _mm_set1_epi8('@')),
                     _mm_or_si128(_mm_cmpeq_epi8(c, _mm_set1_epi8('+')),
                                  _mm_cmpeq_epi8(c, _mm_set1_epi8('|')))));
    l = _mm_cmpeq_epi8(_mm_min_epu8(l, _mm_set1_epi8('z' - 'a')), l);
    d = _mm_cmpeq_epi8(_mm_min_epu8(d, _mm_set1_epi8(9)), d);
    *small = (unsigned)_mm_movemask_epi8(l);
    *word = (unsigned)_mm_movemask_epi8(_mm_or_si128(c, d)) | *small;
    *leet = (unsigned)_mm_movemask_epi8(_mm_or_si128(d, sign));
}

/* The 16 bytes from i on, and one on each side; the first `seen` were counted before. */
static bool block_has_leet(const ipr_text *t, size_t i, size_t seen, int *singles)
{
    unsigned small, word, leet;
    class_bits(t->p + i, &small, &word, &leet);
    char before = i ? t->p[i - 1] : ' ', after = i + 16 < t->n ? t->p[i + 16] : ' ';
    unsigned left = small << 1 | is_small(before);
    unsigned right = small >> 1 | (unsigned)is_small(after) << 15;
    unsigned joins = word << 1 | is_word_byte(before);
    joins |= word >> 1 | (unsigned)is_word_byte(after) << 15;
    for (unsigned alone = small & ~joins & (0xFFFFu >> seen << seen); alone; alone &= alone - 1)
        ++*singles;
    return leet & (left | right);
}
#endif

bool ipr_text_has_leet(const ipr_text *t)
{
    int singles = 0;
    size_t i = 0;
#ifdef __SSE2__
    while (t->env->cpu > IPR_CPU_SCALAR && t->n >= 16 && i < t->n) {
        size_t at = t->n - i < 16 ? t->n - 16 : i; /* the last block begins earlier */
        if (block_has_leet(t, at, i - at, &singles))
            return true;
        i = at + 16;
    }
#endif
    for (; i < t->n; i++) {
        char before = i ? t->p[i - 1] : ' ', after = i + 1 < t->n ? t->p[i + 1] : ' ';
        if (is_single(t, i))
            singles++;
        else if (is_leet_byte(t->p[i]) && (is_small(before) || is_small(after)))
            return true;
    }
    return singles >= 3;
}

static bool map_sources(ipr_text *t)
{
    if (!t->direct)
        return true;
    t->direct = false;
    if (!room(t, t->n + 1))
        return false;
    for (size_t i = 0; i < t->n; i++)
        t->at[i] = (uint32_t)i;
    return true;
}

/* n i k e, n.i.k.e: three or more single letters in a row are one word. */
static bool join_singles(ipr_text *t)
{
    size_t out = 0, count;
    for (size_t i = 0; i < t->n;) {
        size_t end = is_single(t, i) ? single_row(t, i, &count) : i;
        bool join = end > i && count >= 3;
        if (join && !map_sources(t))
            return false;
        for (end = end > i ? end : i + 1; i < end; i++) {
            if (join && !is_small(t->p[i]))
                continue;
            t->p[out] = t->p[i];
            if (!t->direct)
                t->at[out] = t->at[i];
            out++;
        }
    }
    t->n = out;
    return true;
}

static bool build(ipr_text *t, ipr_view view)
{
    if (!room(t, t->src.n + 1))
        return false;
    size_t n = ipr_fold_ascii(t->env->cpu, t->p, t->src.p, t->src.n);
    t->n = n;
    if (n < t->src.n && !fold_rest(t, view, n))
        return false;
    if (view >= IPR_VIEW_LEET)
        read_leet(t);
    return view < IPR_VIEW_JOINED || join_singles(t);
}

ipr_status ipr_text_fold(ipr_text *t, ipr_str src, ipr_view view)
{
    t->src = src;
    t->n = 0;
    t->direct = true;
    t->solid = false;
    if (src.n >= UINT32_MAX)
        return IPR_ELIMIT;
    if (src.n == 0 || build(t, view))
        return IPR_OK;
    t->n = 0;
    return IPR_ENOMEM;
}

size_t ipr_fold_char_end(ipr_str src, size_t at)
{
    uint32_t cp;
    const char *end = src.p + src.n;
    at += ipr_utf8_next(src.p + at, end, &cp);
    while (at < src.n && (unsigned char)src.p[at] >= 0x80) {
        size_t n = ipr_utf8_next(src.p + at, end, &cp);
        if (!(ipr_fold_of(cp)->flags & IPR_CH_MARK))
            break;
        at += n;
    }
    return at;
}

void ipr_text_span(const ipr_text *t, size_t a, size_t b, uint32_t *start, uint32_t *end)
{
    size_t last = t->direct ? b - 1 : t->at[b - 1];
    *start = t->direct ? (uint32_t)a : t->at[a];
    *end = (uint32_t)ipr_fold_char_end(t->src, last);
}
