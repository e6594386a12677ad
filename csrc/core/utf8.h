/* SPDX-License-Identifier: MIT
 * utf8.h: reading, checking and writing UTF-8 (Unicode 15, chapter 3.9).
 *
 * Overlong forms, surrogates and values above U+10FFFF are invalid. An invalid
 * sequence is consumed by its maximal valid prefix, as the standard advises, so
 * every offset stays on a boundary that other tools agree on.
 */
#ifndef IPR_UTF8_H
#define IPR_UTF8_H

#include "str.h"

#include <string.h>

#define IPR_CP_BAD 0xFFFFFFFFu /* what an invalid sequence decodes to */

/* The general case of ipr_utf8_next. */
size_t ipr_utf8_any(const char *p, const char *end, uint32_t *cp);
/* Decodes one code point at p < end; *cp gets it or IPR_CP_BAD. Returns the
 * bytes consumed, at least 1. */
static inline size_t ipr_utf8_next(const char *p, const char *end, uint32_t *cp)
{
    const unsigned char *u = (const unsigned char *)p;
    if (end - p >= 3 && u[0] > 0xE0 && u[0] < 0xF0 && u[0] != 0xED && (u[1] & 0xC0) == 0x80 &&
        (u[2] & 0xC0) == 0x80) { /* most that is not ASCII */
        *cp = (uint32_t)(u[0] & 0x0F) << 12 | (uint32_t)(u[1] & 0x3F) << 6 | (u[2] & 0x3F);
        return 3;
    }
    return ipr_utf8_any(p, end, cp);
}
/* The code point that ends at p > begin; returns the bytes it takes. */
size_t ipr_utf8_prev(const char *begin, const char *p, uint32_t *cp);
/* Bytes of ASCII that s begins with; up to 7 fewer. */
static inline size_t ipr_utf8_ascii(ipr_str s)
{
    const uint64_t high = 0x8080808080808080u;
    uint64_t w[4];
    size_t i = 0;
    while (s.n - i >= 32 && (memcpy(w, s.p + i, 32), ((w[0] | w[1] | w[2] | w[3]) & high) == 0))
        i += 32;
    while (s.n - i >= 8 && (memcpy(w, s.p + i, 8), (w[0] & high) == 0))
        i += 8;
    return i;
}
/* Offset of the first invalid byte, or s.n if all is valid. */
size_t ipr_utf8_check(ipr_str s);
/* Places that are no text: runs of bytes that begin with an invalid one, and NULs. */
size_t ipr_utf8_bad(ipr_str s);
/* Appends one code point (invalid ones as U+FFFD). */
void ipr_utf8_put(ipr_buf *b, uint32_t cp);
/* Appends s with each invalid sequence as U+FFFD. */
void ipr_utf8_clean(ipr_buf *b, ipr_str s);

#endif
