/* SPDX-License-Identifier: MIT
 * str.c: views, the seeded hash, growing buffers. */
#include "str.h"

#include <string.h>

bool ipr_str_eq(ipr_str a, ipr_str b)
{
    return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

bool ipr_str_is(ipr_str a, const char *b)
{
    return ipr_str_eq(a, (ipr_str){b, strlen(b)});
}

int ipr_str_cmp(ipr_str a, ipr_str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int c = n ? memcmp(a.p, b.p, n) : 0;
    if (c)
        return c;
    return a.n < b.n ? -1 : a.n > b.n;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

ipr_str ipr_str_trim(ipr_str s)
{
    while (s.n && is_blank(s.p[0]))
        s.p++, s.n--;
    while (s.n && is_blank(s.p[s.n - 1]))
        s.n--;
    return s;
}

static unsigned char lower(char c)
{
    unsigned char u = (unsigned char)c;
    return u >= 'A' && u <= 'Z' ? (unsigned char)(u + 32) : u;
}

bool ipr_str_ieq(ipr_str a, ipr_str b)
{
    if (a.n != b.n)
        return false;
    for (size_t i = 0; i < a.n; i++)
        if (lower(a.p[i]) != lower(b.p[i]))
            return false;
    return true;
}

bool ipr_str_uint(ipr_str s, uint64_t *out)
{
    uint64_t v = 0;
    if (s.n == 0 || s.n > 18)
        return false;
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] < '0' || s.p[i] > '9')
            return false;
        v = v * 10 + (uint64_t)(s.p[i] - '0');
    }
    *out = v;
    return true;
}

uint64_t ipr_hash_long(uint64_t seed, const void *p, size_t n)
{
    return ipr_hash(seed, p, n);
}

#define BUF_MIN ((size_t)128) /* what is written is seldom shorter */

void ipr_buf_init(ipr_buf *b, ipr_env *env)
{
    *b = (ipr_buf){.env = env};
}

void ipr_buf_fini(ipr_buf *b)
{
    ipr_free(b->env, b->p, b->cap);
    *b = (ipr_buf){.env = b->env};
}

char *ipr_buf_more(ipr_buf *b, size_t more)
{
    if (b->failed)
        return NULL;
    size_t need = more <= SIZE_MAX - b->n ? b->n + more : SIZE_MAX;
    char *p = ipr_grow(b->env, b->p, &b->cap, need < BUF_MIN ? BUF_MIN : need, 1);
    if (!p) {
        b->failed = true;
        return NULL;
    }
    b->p = p;
    return p + b->n;
}

void ipr_buf_addint(ipr_buf *b, int64_t v)
{
    char t[20];
    size_t i = sizeof t;
    uint64_t u = v < 0 ? 0 - (uint64_t)v : (uint64_t)v;
    do
        t[--i] = (char)('0' + u % 10);
    while (u /= 10);
    if (v < 0)
        ipr_buf_addc(b, '-');
    ipr_buf_add(b, t + i, sizeof t - i);
}

ipr_str ipr_buf_str(const ipr_buf *b)
{
    return (ipr_str){b->p, b->n};
}
