/* SPDX-License-Identifier: MIT
 * removed.h: a bank of removed listings, asked for the one that a new listing
 * repeats.
 *
 * Used by the feature `relisted`. A listing is kept as the set of its word hashes
 * (title and description), its seller, price and picture. Looking goes through
 * the rarest words of the new listing, so common words cost nothing; the set
 * similarity of what is found is then exact. Filled, sealed, read-only, shared.
 */
#ifndef IPR_REMOVED_H
#define IPR_REMOVED_H

#include "hash.h"
#include "words.h"

typedef struct ipr_removed_row {
    ipr_str id, title, description, seller_id, image_hash;
    double price; /* 0 where not known */
} ipr_removed_row;

typedef struct ipr_removed ipr_removed;
typedef struct ipr_removed_scratch ipr_removed_scratch;

ipr_removed *ipr_removed_new(ipr_env *env);
void ipr_removed_free(ipr_removed *r);
/* Copies what is kept. IPR_EEMPTY if the row has neither words nor a picture. */
ipr_status ipr_removed_add(ipr_removed *r, const ipr_removed_row *row, ipr_err *err);
ipr_status ipr_removed_seal(ipr_removed *r, ipr_err *err);
size_t ipr_removed_count(const ipr_removed *r);

typedef struct ipr_removed_match {
    ipr_str id;                   /* of the removed listing */
    double similarity;            /* shared words / all words of both, 0 to 1 */
    uint32_t shared;              /* words in both */
    unsigned image_bits;          /* differing bits of the pictures, of 256; 256 if unknown */
    bool same_seller, same_price; /* price within a fiftieth */
    double score;                 /* 0 to 1: see ipr_removed_look */
} ipr_removed_match;

/* Scratch of one worker. */
ipr_removed_scratch *ipr_removed_scratch_new(ipr_env *env);
void ipr_removed_scratch_free(ipr_removed_scratch *s);

/* The removed listing that row repeats most; false if none shares a rare word or picture.
 * The score is the similarity, halved where fewer than 12 words are shared (a product's
 * name alone repeats by itself), plus a quarter for each of the same seller, the same price
 * and a picture within 31 bits, 1 at most; without similarity of a third or such a picture
 * it is 0. Equal scores: the lowest row number. IPR_ENOMEM (the score is 0 then) or IPR_OK. */
ipr_status ipr_removed_look(const ipr_removed *r, ipr_removed_scratch *s,
                            const ipr_removed_row *row, ipr_removed_match *out);

#endif
