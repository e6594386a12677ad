/* SPDX-License-Identifier: MIT
 * context.h: what a listing's neighbours say, counted beforehand: how much a seller
 * lists, on how many brands one number stands, how often a title is repeated.
 *
 * Used by the context features. `iprcore context` makes the counts from feeds; a
 * scorer only looks them up, so a listing's score still depends on nothing but
 * the listing and the lists given. Filled, sealed, read-only, shared.
 */
#ifndef IPR_CONTEXT_H
#define IPR_CONTEXT_H

#include "map.h"
#include "words.h"

typedef enum ipr_context_kind {
    IPR_CONTEXT_SELLER, /* key: seller id; distinct: brands; peak: most listings made in a day */
    IPR_CONTEXT_GTIN,   /* key: 14 digits; distinct: brands */
    IPR_CONTEXT_TITLE,  /* key: see ipr_title_key; distinct: sellers */
    IPR_CONTEXT_KINDS
} ipr_context_kind;

typedef struct ipr_context_row {
    uint32_t listings, distinct, peak;
} ipr_context_row;

typedef struct ipr_context ipr_context;

ipr_context *ipr_context_new(ipr_env *env);
void ipr_context_free(ipr_context *c);
/* The last of equal keys stays. */
ipr_status ipr_context_add(ipr_context *c, ipr_context_kind kind, ipr_str key,
                           const ipr_context_row *row, ipr_err *err);
ipr_status ipr_context_seal(ipr_context *c, ipr_err *err);
size_t ipr_context_count(const ipr_context *c);
/* NULL if the key was not counted. Keys are told apart by 64 bits of a seeded hash. */
const ipr_context_row *ipr_context_find(const ipr_context *c, ipr_context_kind kind, ipr_str key);

/* The words of a title whatever their order, case and signs, as 16 hex digits into out (of
 * 17 bytes): the same on every machine. Empty for titles of fewer than four words, which
 * many listings share. IPR_ENOMEM or IPR_OK. */
ipr_status ipr_title_key(ipr_text *text, ipr_words *words, ipr_str title, char *out);

#endif
