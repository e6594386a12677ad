/* SPDX-License-Identifier: MIT
 * listing.h: one listing as typed columns, from a CSV row or a JSON object.
 *
 * Provides the canonical columns of DESIGN.md section 5, the reading of headers
 * by name or by the usual aliases (Google Merchant, Shopify, eBay, Amazon), and
 * the record that features and conditions are evaluated on. An ipr_columns is
 * made once per input, then read-only and shared by all workers; an ipr_listing
 * is a set of views that live as long as the bytes they were read from.
 */
#ifndef IPR_LISTING_H
#define IPR_LISTING_H

#include "csv.h"
#include "json.h"
#include "money.h"

typedef enum ipr_type {
    IPR_TYPE_TEXT,   /* bytes, UTF-8 */
    IPR_TYPE_NUMBER, /* a double */
    IPR_TYPE_MONEY,  /* an amount with a currency where one is known */
    IPR_TYPE_BOOL,   /* 0 or 1 in .number */
    IPR_TYPE_DATE,   /* seconds since 1970-01-01T00:00Z in .number */
    IPR_TYPE_SET,    /* texts, '\n' between them, in .text */
    IPR_TYPE_HASH    /* hex digits in .text */
} ipr_type;

/* X(NAME, name, TYPE, "what it holds") */
#define IPR_COLUMN_LIST(X)                                                                         \
    X(ID, id, TEXT, "the listing's id")                                                            \
    X(TITLE, title, TEXT, "its title")                                                             \
    X(DESCRIPTION, description, TEXT, "its description")                                           \
    X(BRAND, brand, TEXT, "the brand column, as the seller filled it in")                          \
    X(PRICE, price, MONEY, "the price asked")                                                      \
    X(CURRENCY, currency, TEXT, "the price's ISO 4217 code, where a column gives it")              \
    X(CATEGORY, category, TEXT, "the category")                                                    \
    X(SELLER_ID, seller_id, TEXT, "the seller's id")                                               \
    X(SELLER_NAME, seller_name, TEXT, "the seller's name")                                         \
    X(SELLER_AGE_DAYS, seller_age_days, NUMBER, "days since the seller's account was opened")      \
    X(SELLER_STRIKES, seller_strikes, NUMBER, "earlier enforcement against the seller")            \
    X(QUANTITY, quantity, NUMBER, "pieces in stock")                                               \
    X(CONDITION, condition, TEXT, "new, refurbished or used")                                      \
    X(GTIN, gtin, TEXT, "EAN, UPC, ISBN")                                                          \
    X(MPN, mpn, TEXT, "the maker's part number")                                                   \
    X(IMAGE_HASH, image_hash, HASH, "perceptual hash of the first picture, hex")                   \
    X(URL, url, TEXT, "where the listing is")                                                      \
    X(SHIP_FROM, ship_from, TEXT, "where the goods come from")                                     \
    X(CREATED_AT, created_at, DATE, "when the listing was made")

typedef enum ipr_column {
#define X(NAME, name, TYPE, text) IPR_COL_##NAME,
    IPR_COLUMN_LIST(X)
#undef X
        IPR_COL_COUNT
} ipr_column;

#define IPR_MAX_SLOTS 64 /* canonical columns and the others that rules or --with name */

/* What a feed can say of its price column as a whole. */
typedef struct ipr_price_column {
    /* How its prices are written; from any thread. False if memory ran out. */
    bool (*style)(void *feed, ipr_money_style *out);
    void *feed;
} ipr_price_column;

typedef struct ipr_listing {
    ipr_str slot[IPR_MAX_SLOTS];    /* by ipr_column, then wanted columns; p NULL where missing */
    size_t n;                       /* slots in use */
    uint64_t row, line;             /* 1-based place in the input; 0 where there is none */
    bool id_is_number;              /* the id came as a JSON number, and is one on output too */
    bool price_is_number;           /* the price too: its point is one */
    const ipr_price_column *prices; /* asked what "1.234" means there; NULL: nobody knows */
    ipr_status code;                /* IPR_OK, or why this row cannot be scored */
    char message[160];              /* for people, where code is not IPR_OK */
} ipr_listing;

typedef struct ipr_columns ipr_columns;

/* NULL if memory is short. */
ipr_columns *ipr_columns_new(ipr_env *env);
void ipr_columns_free(ipr_columns *c);
/* The same maps and wanted columns, without a header; NULL if memory is short. */
ipr_columns *ipr_columns_copy(ipr_env *env, const ipr_columns *c);
/* Says that input column `name` is the canonical `column`; it then beats every
 * alias. IPR_ENAME if there is no such canonical column. */
ipr_status ipr_columns_map(ipr_columns *c, ipr_str column, ipr_str name, ipr_err *err);
/* Asks that the input column `name` be kept: returns its slot (a canonical
 * column's own where the name is one), the same for the same name, or -1 if
 * there are too many. Names are compared without case and punctuation. */
int ipr_columns_want(ipr_columns *c, ipr_str name);
/* Reads a header row. IPR_EHEADER if nothing in it is an id, or a mapped name is not in it. */
ipr_status ipr_columns_header(ipr_columns *c, const ipr_str *fields, size_t n, ipr_err *err);
/* Whether an input column of that name is read: it is mapped, a canonical column by name or alias,
 * or wanted. */
bool ipr_columns_reads(const ipr_columns *c, ipr_str name);
/* How many slots a listing has. */
size_t ipr_columns_slots(const ipr_columns *c);
/* The name that slot was asked for by (canonical name, or as wanted). */
ipr_str ipr_columns_name(const ipr_columns *c, size_t slot);
/* Whether the header has a column for this slot. */
bool ipr_columns_has(const ipr_columns *c, size_t slot);

/* Fills l with views into row's fields. Never fails: l->code says why a row
 * cannot be scored (the id is kept where it could be read). */
void ipr_listing_csv(ipr_listing *l, const ipr_columns *c, const ipr_row *row);
/* The same from one JSON object. Texts with escapes are unescaped into `text`,
 * which is emptied first and holds them until its next use. */
void ipr_listing_json(ipr_listing *l, const ipr_columns *c, ipr_str object, ipr_buf *text);
/* The same field by field, for listings that are no row: begin, then add names and values
 * (ranks belongs to this listing), then end. A listing without id is fine here. */
typedef struct ipr_ranks {
    unsigned rank[IPR_COL_COUNT];
} ipr_ranks;
void ipr_listing_begin(ipr_listing *l, const ipr_columns *c);
bool ipr_listing_add(ipr_listing *l, const ipr_columns *c, ipr_ranks *ranks, ipr_str name,
                     ipr_str value);
void ipr_listing_end(ipr_listing *l);
/* Makes the listing own its bytes: copies every slot into the arena and points
 * the slots there. Returns false if memory is short. */
bool ipr_listing_own(ipr_listing *l, ipr_arena *arena);

/* The canonical column a name or alias stands for, or -1. *rank (may be NULL)
 * gets 0 for the canonical name itself, more for weaker aliases. */
int ipr_column_find(ipr_str name, unsigned *rank);
/* Equal but for case, blanks and punctuation; names of punctuation only by bytes. */
bool ipr_same_name(ipr_str a, ipr_str b);
/* The canonical column's name. */
const char *ipr_column_name(ipr_column c);
/* "new", "refurbished" or "used" for the ways marketplaces write them; missing otherwise. */
ipr_str ipr_condition_of(ipr_str text);

#endif
