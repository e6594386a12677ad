/* SPDX-License-Identifier: MIT
 * names.h: texts numbered 0, 1, 2, … in the order they first come.
 *
 * One byte store and an open-addressing table of 32-bit hashes; a text costs its bytes, two
 * for its length, 4 for its place and 8 to 21 for its slot. Texts never move out of order
 * and are never removed. Who uses it: tallies, for ids and for attribute texts.
 */
#ifndef IPR_NAMES_H
#define IPR_NAMES_H

#include "str.h"

typedef struct ipr_name_slot {
    uint32_t hash;
    uint32_t index; /* of the text, plus 1; 0: free */
} ipr_name_slot;

typedef struct ipr_names {
    ipr_env *env;
    char *text; /* two bytes of length and the bytes, one behind the other */
    size_t used, text_cap;
    uint32_t *at; /* where text i begins */
    size_t n, at_cap;
    ipr_name_slot *slots;
    size_t slot_count; /* a power of two, or 0 */
} ipr_names;

#define IPR_NAME_MAX 4096 /* bytes of one text */
#define IPR_NO_NAME UINT32_MAX

void ipr_names_init(ipr_names *t, ipr_env *env);
void ipr_names_fini(ipr_names *t);

/* The number of s, given anew if it was not there (*fresh). IPR_NO_NAME if memory is short,
 * s is longer than IPR_NAME_MAX or the store is full (4 GB); nothing is changed then. */
uint32_t ipr_names_put(ipr_names *t, ipr_str s, bool *fresh);
/* The number of s, or IPR_NO_NAME. */
uint32_t ipr_names_find(const ipr_names *t, ipr_str s);
/* The text of a number; valid until the next put. */
ipr_str ipr_names_get(const ipr_names *t, uint32_t index);
size_t ipr_names_bytes(const ipr_names *t);

/* The numbers 0 … n-1 in the order of a comparison (<0, 0, >0; stable), in a new array that
 * the caller frees with ipr_free(env, *out, n * sizeof **out). IPR_ENOMEM or IPR_OK. */
typedef int (*ipr_order_fn)(const void *ctx, uint32_t a, uint32_t b);
ipr_status ipr_sorted(ipr_env *env, size_t n, ipr_order_fn order, const void *ctx, uint32_t **out);
/* The same for all texts, in the order of their bytes. */
ipr_status ipr_names_sorted(const ipr_names *t, uint32_t **order);

#endif
