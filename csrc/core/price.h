/* SPDX-License-Identifier: MIT
 * price.h: what goods usually cost: references by brand, category, condition and
 * currency, made from catalogues or read from a list.
 *
 * Used by `iprcore prices` (which fills and prints a table) and by the price
 * features (which ask it). A reference answers only for its own currency, unless
 * the caller gave exchange rates; too few prices or too wide a spread are no
 * reference; a listing whose category has no cell gets no answer, never the
 * brand's as a whole.
 */
#ifndef IPR_PRICE_H
#define IPR_PRICE_H

#include "str.h"

#define IPR_PRICE_MIN_N 5         /* fewer prices make no reference */
#define IPR_PRICE_MAX_MAD 0.75    /* a wider spread of log price makes none */
#define IPR_PRICE_MAX_MAD_ALL 0.5 /* … of all the brand's goods together */

typedef struct ipr_price_key {
    ipr_str brand;
    ipr_str category;  /* empty: all goods of the brand */
    ipr_str condition; /* new, refurbished, used; empty: all */
    ipr_str currency;  /* ISO code */
} ipr_price_key;

typedef struct ipr_price_ref {
    ipr_price_key key; /* views into the table */
    uint32_t n;        /* prices behind it; 0: set by hand */
    double median;     /* in whole units of the currency */
    double mad_log;    /* median absolute deviation of ln price */
} ipr_price_ref;

typedef struct ipr_prices ipr_prices;

/* An empty table, or NULL if memory is short. Free with ipr_prices_free (NULL allowed). */
ipr_prices *ipr_prices_new(ipr_env *env);
void ipr_prices_free(ipr_prices *p);

/* Filling, one of: */
/* puts a finished reference; the first of equal keys stays. IPR_EVALUE on a median or
 * spread that is not a finite number above (at least) zero; texts are copied. */
ipr_status ipr_prices_put(ipr_prices *p, const ipr_price_ref *ref, ipr_err *err);
/* adds one price to its cell and to the cells for all categories and conditions. */
ipr_status ipr_prices_add(ipr_prices *p, const ipr_price_key *key, double price, ipr_err *err);
/* works out the medians of what was added and sorts the table by key bytes. */
void ipr_prices_settle(ipr_prices *p);
/* the caller's exchange rate: units of the currency for one US dollar. */
ipr_status ipr_prices_rate(ipr_prices *p, ipr_str currency, double units_per_usd, ipr_err *err);

/* Reading a settled table. */
size_t ipr_prices_count(const ipr_prices *p);
const ipr_price_ref *ipr_prices_at(const ipr_prices *p, size_t i);

typedef enum ipr_price_why {
    IPR_PRICE_FOUND,
    IPR_PRICE_NO_CELL,     /* no such brand and category */
    IPR_PRICE_OTHER_MONEY, /* the cell exists, but only in other currencies */
    IPR_PRICE_FEW,         /* fewer than IPR_PRICE_MIN_N prices */
    IPR_PRICE_WIDE         /* a spread wider than IPR_PRICE_MAX_MAD */
} ipr_price_why;

typedef struct ipr_price_answer {
    ipr_price_why why;
    const ipr_price_ref *ref; /* the cell found, also when FEW or WIDE; else NULL */
    double median;            /* in the currency asked for; 0 unless FOUND */
    bool converted;           /* by the caller's rates from ref's currency */
} ipr_price_answer;

/* The reference for one listing. category: the listing's, or what its title says it
 * is; empty asks for the cell of all the brand's goods. A listing without condition
 * counts as new; used goods fall back on the cell for all conditions only. */
ipr_price_answer ipr_prices_look(const ipr_prices *p, const ipr_price_key *key);

#endif
