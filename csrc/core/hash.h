/* SPDX-License-Identifier: MIT
 * hash.h: perceptual image hashes (64 or 256 bits in hex) and banks of them that
 * answer "which known picture is nearest, within this distance?", exactly.
 *
 * Used by the image features. A bank is filled, sealed once, then read-only and
 * free to share between workers. Small banks are scanned; larger ones keep one
 * table a 16-bit segment (multi-index hashing, Norouzi et al. 2012): with the
 * distance r split unevenly over m segments so that the parts' sums of radius + 1
 * come to r + 1, every hash within r agrees with the query in one segment to that
 * segment's radius, so looking there misses none.
 */
#ifndef IPR_HASH_H
#define IPR_HASH_H

#include "str.h"

typedef struct ipr_imghash {
    uint64_t w[4];
    uint16_t bits; /* 64 (only w[0] is used) or 256 */
} ipr_imghash;

/* Reads 16 or 64 hex digits of any case, "0x" and blanks around allowed.
 * IPR_EVALUE naming the length or the digit otherwise. */
ipr_status ipr_imghash_parse(ipr_str text, ipr_imghash *out, ipr_err *err);
/* The number of differing bits; both must have the same bits. */
unsigned ipr_imghash_distance(const ipr_imghash *a, const ipr_imghash *b);

typedef struct ipr_bank ipr_bank;

typedef struct ipr_bank_hit {
    uint32_t tag;      /* what ipr_bank_add was given */
    unsigned distance; /* bits that differ */
} ipr_bank_hit;

/* An empty bank, or NULL if memory is short. Free with ipr_bank_free (NULL allowed). */
ipr_bank *ipr_bank_new(ipr_env *env);
void ipr_bank_free(ipr_bank *b);
/* Adds a hash; tag is the caller's. IPR_ELIMIT past limits.max_list. Not after sealing. */
ipr_status ipr_bank_add(ipr_bank *b, const ipr_imghash *h, uint32_t tag, ipr_err *err);
/* Sorts, drops equal hashes (the lowest tag stays) and builds the tables. */
ipr_status ipr_bank_seal(ipr_bank *b, ipr_err *err);
/* Distinct hashes held after sealing. */
size_t ipr_bank_count(const ipr_bank *b);

/* The nearest hash within `within` bits, the lowest tag among equals; false if none
 * or if the bank holds no hash of q's length. Exact. Sealed banks only. */
bool ipr_bank_nearest(const ipr_bank *b, const ipr_imghash *q, unsigned within, ipr_bank_hit *out);
/* All hashes within `within`, nearest first, then by tag: fills at most cap, returns
 * how many there are. Costs a scan. */
size_t ipr_bank_all(const ipr_bank *b, const ipr_imghash *q, unsigned within, ipr_bank_hit *out,
                    size_t cap);

#endif
