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

#define IPR_CP_BAD 0xFFFFFFFFu /* what an invalid sequence decodes to */

/* Decodes one code point at p < end; *cp gets it or IPR_CP_BAD. Returns the
 * bytes consumed, at least 1. */
size_t ipr_utf8_next(const char *p, const char *end, uint32_t *cp);
/* The code point that ends at p > begin; returns the bytes it takes. */
size_t ipr_utf8_prev(const char *begin, const char *p, uint32_t *cp);
/* Offset of the first invalid byte, or s.n if all is valid. */
size_t ipr_utf8_check(ipr_str s);
/* Appends one code point (invalid ones as U+FFFD). */
void ipr_utf8_put(ipr_buf *b, uint32_t cp);
/* Appends s with each invalid sequence as U+FFFD. */
void ipr_utf8_clean(ipr_buf *b, ipr_str s);

#endif
