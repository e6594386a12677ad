/* SPDX-License-Identifier: MIT
 * sha256.h: SHA-256 (FIPS 180-4), for the stamp that says which rules and lists
 * a verdict was made with. Not for speed.
 */
#ifndef IPR_SHA256_H
#define IPR_SHA256_H

#include "str.h"

typedef struct ipr_sha256 {
    uint32_t h[8];
    uint64_t bytes;    /* taken so far */
    uint8_t block[64]; /* the bytes behind the last whole block */
} ipr_sha256;

void ipr_sha256_init(ipr_sha256 *s);
void ipr_sha256_add(ipr_sha256 *s, const void *p, size_t n);
/* The digest as 64 small hex digits, not NUL-ended. Ends s. */
void ipr_sha256_hex(ipr_sha256 *s, char out[64]);

#endif
