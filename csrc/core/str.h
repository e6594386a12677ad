/* SPDX-License-Identifier: MIT
 * str.h: text views and growing buffers.
 *
 * ipr_str is a view: it never owns its bytes and is not NUL-ended. ipr_buf owns
 * its bytes and only grows; running out of memory sets `failed` and later
 * appends do nothing, so writers append freely and check once at the end.
 */
#ifndef IPR_STR_H
#define IPR_STR_H

#include "env.h"

#include <string.h>

typedef struct ipr_str {
    const char *p;
    size_t n;
} ipr_str;

#define IPR_STR(literal) ((ipr_str){(literal), sizeof(literal) - 1})

bool ipr_str_eq(ipr_str a, ipr_str b);
/* Same, where b is a C string. */
bool ipr_str_is(ipr_str a, const char *b);
/* Orders by bytes, a prefix first: <0, 0, >0. */
int ipr_str_cmp(ipr_str a, ipr_str b);
/* Without ASCII blanks (space, \t, \r, \n) at both ends. */
ipr_str ipr_str_trim(ipr_str s);
/* Equal but for the case of ASCII letters. */
bool ipr_str_ieq(ipr_str a, ipr_str b);
/* A text as an unsigned decimal integer of at most 18 digits: true and *out, or false. */
bool ipr_str_uint(ipr_str s, uint64_t *out);

/* Little-endian loads whatever the machine, so that hashes agree everywhere. */
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#define IPR_LITTLE(bits, v) (v)
#else
#define IPR_LITTLE(bits, v) __builtin_bswap##bits(v)
#endif

static inline uint64_t ipr_load4(const unsigned char *p)
{
    uint32_t v;
    memcpy(&v, p, sizeof v);
    return IPR_LITTLE(32, v);
}

static inline uint64_t ipr_load8(const unsigned char *p)
{
    uint64_t v;
    memcpy(&v, p, sizeof v);
    return IPR_LITTLE(64, v);
}

/* n < 8 bytes; loads that overlap agree on what they share. */
static inline uint64_t ipr_load_rest(const unsigned char *p, size_t n)
{
    if (n >= 4)
        return ipr_load4(p) | ipr_load4(p + n - 4) << (8 * (n - 4));
    if (n == 0)
        return 0;
    return (uint64_t)p[0] | (uint64_t)p[n / 2] << (8 * (n / 2)) |
           (uint64_t)p[n - 1] << (8 * (n - 1));
}

static inline uint64_t ipr_hash_mix(uint64_t h, uint64_t w)
{
    h ^= w;
    h *= 0x9E3779B97F4A7C15u;
    h ^= h >> 32;
    h *= 0xD6E8FEB86659FD93u;
    return h ^ (h >> 29);
}

/* A seeded 64-bit hash (wyhash-like mixing) of the bytes; the same on every machine. */
static inline uint64_t ipr_hash(uint64_t seed, const void *p, size_t n)
{
    const unsigned char *u = p;
    uint64_t h = seed ^ (n * 0xA0761D6478BD642Fu);
    for (; n >= 8; u += 8, n -= 8)
        h = ipr_hash_mix(h, ipr_load8(u));
    return ipr_hash_mix(h, ipr_load_rest(u, n));
}

/* ipr_hash, called: for places where it is rare. */
uint64_t ipr_hash_long(uint64_t seed, const void *p, size_t n);

#define IPR_HASH_PAD 16 /* bytes behind a text that ipr_hash_padded may read */

/* Another hash, of bytes that may be read on behind their end: up to 16 of them cost no branch on
 * how many they are. */
static inline uint64_t ipr_hash_padded(uint64_t seed, const char *p, size_t n)
{
    /* A window into 16 ones and 16 zeros masks what lies behind. */
    static const unsigned char mask[32] = {255, 255, 255, 255, 255, 255, 255, 255,
                                           255, 255, 255, 255, 255, 255, 255, 255};
    if (n > 16)
        return ipr_hash_long(seed, p, n);
    const unsigned char *u = (const unsigned char *)p, *m = mask + 16 - n;
    uint64_t a = ipr_load8(u) & ipr_load8(m), b = ipr_load8(u + 8) & ipr_load8(m + 8);
    uint64_t h = (a ^ seed) * 0x9E3779B97F4A7C15u;
    h = (h ^ h >> 32 ^ b ^ (uint64_t)n << 56) * 0xD6E8FEB86659FD93u;
    return h ^ h >> 32;
}

/* The eight bytes that end before text.p[end], the last one highest; NUL for those before the text.
 */
static inline uint64_t ipr_tail(ipr_str text, size_t end)
{
    if (end >= 8)
        return ipr_load8((const unsigned char *)text.p + end - 8);
    uint64_t tail = 0;
    for (size_t i = 0; i < end; i++)
        tail = tail >> 8 | (uint64_t)(unsigned char)text.p[i] << 56;
    return tail;
}

/* Eight bytes of eight bits turned: bit i of byte k becomes bit k of byte i. */
static inline uint64_t ipr_turn_bits(uint64_t x)
{
    uint64_t t = (x ^ x >> 7) & 0x00AA00AA00AA00AAu;
    x ^= t ^ t << 7;
    t = (x ^ x >> 14) & 0x0000CCCC0000CCCCu;
    x ^= t ^ t << 14;
    t = (x ^ x >> 28) & 0x00000000F0F0F0F0u;
    return x ^ t ^ t << 28;
}

/* Bits set, in plain arithmetic: without the machine's instruction compilers call a function. */
static inline unsigned ipr_popcount(uint64_t x)
{
    x -= x >> 1 & 0x5555555555555555u;
    x = (x & 0x3333333333333333u) + (x >> 2 & 0x3333333333333333u);
    return (unsigned)(((x + (x >> 4)) & 0x0F0F0F0F0F0F0F0Fu) * 0x0101010101010101u >> 56);
}

typedef struct ipr_buf {
    ipr_env *env;
    char *p;
    size_t n, cap;
    bool failed; /* memory ran out; p holds what fitted before */
} ipr_buf;

void ipr_buf_init(ipr_buf *b, ipr_env *env);
void ipr_buf_fini(ipr_buf *b);
/* Empties it for reuse. */
static inline void ipr_buf_clear(ipr_buf *b)
{
    b->n = 0;
    b->failed = false;
}
/* ipr_buf_room where there is none yet. */
char *ipr_buf_more(ipr_buf *b, size_t more);
/* Room for `more` bytes behind b->n; returns where to write, NULL on failure. The
 * caller then adds to b->n what it wrote. */
static inline char *ipr_buf_room(ipr_buf *b, size_t more)
{
    return more <= b->cap - b->n && !b->failed ? b->p + b->n : ipr_buf_more(b, more);
}

static inline void ipr_buf_add(ipr_buf *b, const char *p, size_t n)
{
    char *to = n ? ipr_buf_room(b, n) : NULL;
    if (to) {
        memcpy(to, p, n);
        b->n += n;
    }
}

static inline void ipr_buf_addc(ipr_buf *b, char c)
{
    char *to = ipr_buf_room(b, 1);
    if (to) {
        *to = c;
        b->n++;
    }
}

static inline void ipr_buf_adds(ipr_buf *b, const char *s)
{
    ipr_buf_add(b, s, strlen(s));
}

static inline void ipr_buf_addstr(ipr_buf *b, ipr_str s)
{
    ipr_buf_add(b, s.p, s.n);
}

void ipr_buf_addint(ipr_buf *b, int64_t v);
ipr_str ipr_buf_str(const ipr_buf *b);

#endif
