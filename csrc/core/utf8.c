/* SPDX-License-Identifier: MIT
 * utf8.c: decoding by Table 3-7 of the Unicode standard (well-formed byte sequences). */
#include "utf8.h"

#include <string.h>

/* How long the sequence is that lead byte c begins, and the range its second
 * byte must lie in; 0 for bytes that begin nothing. */
static size_t lead(unsigned char c, unsigned char *lo, unsigned char *hi)
{
    *lo = 0x80;
    *hi = 0xBF;
    if (c < 0x80)
        return 1;
    if (c < 0xC2)
        return 0;
    if (c < 0xE0)
        return 2;
    if (c < 0xF0) {
        if (c == 0xE0)
            *lo = 0xA0;
        if (c == 0xED)
            *hi = 0x9F;
        return 3;
    }
    if (c == 0xF0)
        *lo = 0x90;
    if (c == 0xF4)
        *hi = 0x8F;
    return c < 0xF5 ? 4 : 0;
}

size_t ipr_utf8_any(const char *p, const char *end, uint32_t *cp)
{
    const unsigned char *u = (const unsigned char *)p;
    size_t have = (size_t)(end - p);
    unsigned char lo, hi;
    size_t n = lead(u[0], &lo, &hi);
    if (n == 1) {
        *cp = u[0];
        return 1;
    }
    *cp = IPR_CP_BAD;
    if (n == 0 || have < 2 || u[1] < lo || u[1] > hi)
        return 1;
    uint32_t v = u[0] & (0x7Fu >> n);
    v = v << 6 | (u[1] & 0x3F);
    for (size_t i = 2; i < n; i++) {
        if (i >= have || (u[i] & 0xC0) != 0x80)
            return i;
        v = v << 6 | (u[i] & 0x3F);
    }
    *cp = v;
    return n;
}

size_t ipr_utf8_prev(const char *begin, const char *p, uint32_t *cp)
{
    for (size_t back = 1; back <= 4 && (size_t)(p - begin) >= back; back++) {
        const char *q = p - back;
        if (((unsigned char)*q & 0xC0) == 0x80)
            continue;
        if (ipr_utf8_next(q, p, cp) == back)
            return back;
        break;
    }
    *cp = IPR_CP_BAD;
    return 1;
}

size_t ipr_utf8_check(ipr_str s)
{
    const char *p = s.p, *end = s.p + s.n;
    while (p < end) {
        p += ipr_utf8_ascii((ipr_str){p, (size_t)(end - p)});
        if (p == end)
            break;
        do {
            uint32_t cp;
            size_t n = ipr_utf8_next(p, end, &cp);
            if (cp == IPR_CP_BAD)
                return (size_t)(p - s.p);
            p += n;
        } while (p < end && (unsigned char)*p >= 0x80);
    }
    return s.n;
}

size_t ipr_utf8_bad(ipr_str s)
{
    size_t n = 0;
    const char *p = s.p, *end = s.n ? s.p + s.n : s.p;
    for (const char *nul = p; nul < end && (nul = memchr(nul, 0, (size_t)(end - nul))); nul++)
        n++;
    while (p < end) {
        p += ipr_utf8_check((ipr_str){p, (size_t)(end - p)});
        if (p == end)
            break;
        n++;
        do
            p++;
        while (p < end && ((unsigned char)*p & 0xC0) == 0x80);
    }
    return n;
}

void ipr_utf8_put(ipr_buf *b, uint32_t cp)
{
    char t[4];
    size_t n = 1;
    if (cp > 0x10FFFF || (cp >= 0xD800 && cp < 0xE000))
        cp = 0xFFFD;
    if (cp < 0x80) {
        t[0] = (char)cp;
    } else if (cp < 0x800) {
        t[0] = (char)(0xC0 | cp >> 6);
        t[1] = (char)(0x80 | (cp & 0x3F));
        n = 2;
    } else if (cp < 0x10000) {
        t[0] = (char)(0xE0 | cp >> 12);
        t[1] = (char)(0x80 | (cp >> 6 & 0x3F));
        t[2] = (char)(0x80 | (cp & 0x3F));
        n = 3;
    } else {
        t[0] = (char)(0xF0 | cp >> 18);
        t[1] = (char)(0x80 | (cp >> 12 & 0x3F));
        t[2] = (char)(0x80 | (cp >> 6 & 0x3F));
        t[3] = (char)(0x80 | (cp & 0x3F));
        n = 4;
    }
    ipr_buf_add(b, t, n);
}

void ipr_utf8_clean(ipr_buf *b, ipr_str s)
{
    while (s.n) {
        size_t good = ipr_utf8_check(s);
        ipr_buf_add(b, s.p, good);
        s.p += good;
        s.n -= good;
        if (s.n) {
            uint32_t cp;
            size_t bad = ipr_utf8_next(s.p, s.p + s.n, &cp);
            ipr_utf8_put(b, 0xFFFD);
            s.p += bad;
            s.n -= bad;
        }
    }
}
