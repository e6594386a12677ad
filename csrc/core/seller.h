/* SPDX-License-Identifier: MIT
 * seller.h: the caller's list of sellers: authorised, watched or denied, for one
 * brand or all, until a date, with a reason and who decided.
 *
 * Used by the seller features. Filled once, then read-only and shared by workers.
 * A row whose date is past counts no more; without a date of today (the caller's)
 * no row is past. Of several rows for one seller, list and brand the one that holds
 * longest counts, so that a look-up costs the same however long the list.
 */
#ifndef IPR_SELLER_H
#define IPR_SELLER_H

#include "str.h"

typedef enum ipr_seller_list {
    IPR_SELLER_AUTHORISED, /* sells with the brand's consent */
    IPR_SELLER_WATCH,      /* look twice */
    IPR_SELLER_DENY,       /* known for fakes */
    IPR_SELLER_LISTS
} ipr_seller_list;

typedef struct ipr_seller_row {
    ipr_str seller_id;
    ipr_str brand; /* "*" or empty: every brand */
    ipr_str until; /* YYYY-MM-DD, the last day it holds; empty: for good */
    ipr_str reason, by;
    ipr_seller_list list;
} ipr_seller_row;

typedef struct ipr_sellers ipr_sellers;

ipr_sellers *ipr_sellers_new(ipr_env *env);
void ipr_sellers_free(ipr_sellers *s);
/* Copies the row. IPR_EEMPTY without a seller id, IPR_EVALUE on a date of another form or a brand
 * of over 256 letters, IPR_ELIMIT past limits.max_list. */
ipr_status ipr_sellers_add(ipr_sellers *s, const ipr_seller_row *row, ipr_err *err);
size_t ipr_sellers_count(const ipr_sellers *s);
/* The list called name, or IPR_SELLER_LISTS. */
ipr_seller_list ipr_seller_list_find(ipr_str name);

/* The first row of `list` that holds for this seller, any of the brands (compared by
 * letters and digits; n may be 0, then only rows for every brand) and the day; NULL if none. */
const ipr_seller_row *ipr_sellers_find(const ipr_sellers *s, ipr_seller_list list,
                                       ipr_str seller_id, const ipr_str *brands, size_t n,
                                       ipr_str today);

#endif
