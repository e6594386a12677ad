/* SPDX-License-Identifier: MIT
 * field.h: everything a rule can ask of a listing, in one table: the raw columns
 * and the features computed from them.
 *
 * A feature is one row of IPR_FEATURE_LIST and one function
 * `void ipr_feature_NAME(ipr_eval *v, ipr_value *out)` in the file of its room.
 * Values are computed when first asked for and kept until the next listing. An
 * ipr_eval belongs to one worker; the lists in ipr_lists are shared, read-only.
 */
#ifndef IPR_FIELD_H
#define IPR_FIELD_H

#include "listing.h"
#include "money.h"

/* X(name, TYPE, cost, "what it is given by, or empty", "what it says"); costs are relative
 * (1: look at a column; 100: an index over a long list) and order conditions, nothing else. */
#define IPR_FEATURE_LIST(X)                                                                        \
    X(title_length, NUMBER, 1, "title", "code points of the title")                                \
    X(description_length, NUMBER, 2, "description", "code points of the description")              \
    X(brand_named, TEXT, 60, "brands", "the brand that the listing names, as the lexicon has it")  \
    X(brand_trick, TEXT, 60, "brands", "how the named brand is written")                           \
    X(brand_evasion, BOOL, 60, "brands", "written so that a filter does not read it")              \
    X(brand_slip, BOOL, 60, "brands", "the named brand is misspelt")                               \
    X(brand_count, NUMBER, 60, "brands", "brands named, accessories' and denied ones aside")       \
    X(brand_high_risk, BOOL, 60, "brands", "the named brand is much copied")                       \
    X(brand_accessory, BOOL, 60, "brands", "a brand is named as what the goods are for")           \
    X(replica, NUMBER, 40, "title", "how much the words say that the goods are a copy, 0 to 1")    \
    X(grey_market, NUMBER, 40, "title", "words for parallel import, resale, theft")                \
    X(used, BOOL, 20, "", "the goods are used or refurbished")                                     \
    X(accessory, BOOL, 20, "", "the goods go with those of a brand")                               \
    X(licensed, BOOL, 20, "", "the goods are made under licence")                                  \
    X(sample, BOOL, 20, "", "a sample, tester or small size")                                      \
    X(spare_part, BOOL, 20, "", "a part, packaging or an empty container")                         \
    X(contact_off_platform, BOOL, 20, "", "leads the buyer off the platform")                      \
    X(proof_dodge, BOOL, 20, "", "says why the goods are not shown as they are")                   \
    X(stock_implausible, BOOL, 20, "", "a stock or choice no honest seller has")                   \
    X(goods, TEXT, 20, "", "the kind of goods, by category or title")                              \
    X(price_ratio, NUMBER, 30, "prices", "price / usual price of brand and category")              \
    X(price_z, NUMBER, 30, "prices", "robust deviations of ln price from the usual")               \
    X(authorised, BOOL, 5, "", "the brand's consent is on the seller list")                        \
    X(seller_watch, BOOL, 5, "sellers", "the seller is on the watch list")                         \
    X(seller_deny, BOOL, 5, "sellers", "the seller is on the deny list")                           \
    X(gtin_valid, BOOL, 2, "gtin", "the article number can stand on goods")                        \
    X(gtin_wrong, BOOL, 2, "gtin", "check digit or length is wrong, or it is no number")           \
    X(gtin_restricted, BOOL, 2, "gtin", "a number for shops or coupons, not goods")                \
    X(image_fake_distance, NUMBER, 80, "images",                                                   \
      "bits of 256 to the nearest known fake; 256: over 48")                                       \
    X(image_own_distance, NUMBER, 80, "images",                                                    \
      "bits of 256 to the brand's nearest picture; 256: over 48")                                  \
    X(relisted, NUMBER, 100, "removed", "how much it repeats a removed listing, 0 to 1")           \
    X(seller_listings, NUMBER, 3, "context", "listings of this seller in the context")             \
    X(seller_brands, NUMBER, 3, "context", "brands among this seller's listings")                  \
    X(seller_burst, NUMBER, 3, "context", "most listings this seller made on one day")             \
    X(gtin_brands, NUMBER, 3, "context", "brands that carry this article number")                  \
    X(title_copies, NUMBER, 10, "context", "sellers that use this title")

typedef enum ipr_field {
#define X(NAME, name, TYPE, text) IPR_FIELD_##name,
    IPR_COLUMN_LIST(X)
#undef X
#define X(name, TYPE, cost, needs, text) IPR_FIELD_##name,
        IPR_FEATURE_LIST(X)
#undef X
            IPR_FIELD_COUNT /* from here on: other columns, by slot (see ipr_field_column) */
} ipr_field;

/* Fields of other columns are numbered behind the table's: slot s is this field. */
#define IPR_FIELD_MAX (IPR_FIELD_COUNT + IPR_MAX_SLOTS)
static inline unsigned ipr_field_column(size_t slot)
{
    return (unsigned)(slot < IPR_COL_COUNT ? slot : IPR_FIELD_COUNT + slot - IPR_COL_COUNT);
}

/* Where something was seen: bytes start..end of the field's own text (half-open), what
 * stands there and what it says. start == end == UINT32_MAX: no place in a text. */
typedef struct ipr_evidence {
    const char *field; /* name of the column it was seen in (or of the feature) */
    uint32_t start, end;
    ipr_str text; /* the words as written */
    ipr_str says; /* one clause for people: "homoglyph of Nike" */
} ipr_evidence;

typedef struct ipr_value {
    bool known;     /* false: missing */
    double number;  /* NUMBER, MONEY (the amount), BOOL, DATE */
    ipr_str text;   /* TEXT, SET, HASH; MONEY: the currency, empty if not known */
    uint32_t first; /* evidence v->evidence[first .. first + count) */
    uint32_t count;
} ipr_value;

/* X(name, type): the lists a scorer may be given; rooms add their own. The scorer sets them by
 * name from userdata that begin with the pointer. */
#define IPR_LIST_POINTERS(X)                                                                       \
    X(brands, struct ipr_lexicon)      /* brands by all their names */                             \
    X(terms, struct ipr_vocab)         /* words for copies, used goods, kinds of goods … */      \
    X(prices, struct ipr_prices)       /* the caller's references */                               \
    X(typical, struct ipr_prices)      /* the shipped ones, asked where his have no answer */      \
    X(sellers, struct ipr_sellers)     /* authorised, watch, deny */                               \
    X(removed, struct ipr_removed)     /* listings taken down before */                            \
    X(known_fakes, struct ipr_bank)    /* pictures of fakes */                                     \
    X(brand_pictures, struct ipr_bank) /* the brand's own */                                       \
    X(context, struct ipr_context)     /* what was counted of the neighbours */

#define X(name, type) type;
IPR_LIST_POINTERS(X)
#undef X

/* NULL where a list was not given. Read-only while scoring; owned by whoever made them. */
typedef struct ipr_lists {
#define X(name, type) const type *name;
    IPR_LIST_POINTERS(X)
#undef X
    ipr_str currency; /* the default currency of prices, empty if none */
    ipr_str date;     /* today as the caller says it, YYYY-MM-DD; empty if he does not */
} ipr_lists;

/* Per-worker memory of a room: made by the room at first use, freed by `fini` with the view. */
typedef struct ipr_scratch {
    void *p;
    void (*fini)(void *p);
} ipr_scratch;

/* One row a room that needs memory of its own per worker. */
typedef enum ipr_scratch_key {
    IPR_SCRATCH_WORDS,
    IPR_SCRATCH_LISTS,
    IPR_SCRATCH_BRAND,
    IPR_SCRATCH_PRICE,
    IPR_SCRATCH_TERMS,
    IPR_SCRATCH_IMAGE,
    IPR_SCRATCH_RELIST,
    IPR_SCRATCH_CONTEXT,
    IPR_SCRATCH_COUNT
} ipr_scratch_key;

typedef struct ipr_eval {
    ipr_env *env;
    const ipr_lists *lists;
    const ipr_listing *listing;
    bool evidence_wanted;   /* false: spend nothing on evidence and its words */
    bool failed;            /* memory ran out while computing a value */
    ipr_arena arena;        /* texts of this listing's values and evidence */
    ipr_evidence *evidence; /* of all values of this listing */
    size_t evidence_n, evidence_cap;
    uint32_t epoch;                 /* counts listings; a value is cached if stamps agree */
    uint32_t stamp[IPR_FIELD_MAX];  /* epoch in which the value was computed */
    ipr_value value[IPR_FIELD_MAX]; /* private: use ipr_eval_get */
    ipr_scratch scratch[IPR_SCRATCH_COUNT];
} ipr_eval;

void ipr_eval_init(ipr_eval *v, ipr_env *env, const ipr_lists *lists);
void ipr_eval_fini(ipr_eval *v);
/* Starts on the next listing, which stays valid until the one after. */
void ipr_eval_set(ipr_eval *v, const ipr_listing *listing);
/* Works the value of a field out, for ipr_eval_get. */
const ipr_value *ipr_eval_make(ipr_eval *v, unsigned field);
/* The value of a field (an ipr_field or an ipr_field_column); never NULL. */
static inline const ipr_value *ipr_eval_get(ipr_eval *v, unsigned field)
{
    return v->stamp[field] == v->epoch ? &v->value[field] : ipr_eval_make(v, field);
}

/* For features: the raw text of a column, p NULL where missing. */
ipr_str ipr_eval_text(const ipr_eval *v, ipr_column c);
/* Adds evidence to the value being computed (call only from its feature, after setting
 * nothing else in between): a place in column `c`. Does nothing where none is wanted or
 * after limits.max_hits. The text shown is cut from the column; says is copied. */
void ipr_value_at(ipr_eval *v, ipr_value *out, ipr_column c, size_t start, size_t end,
                  const char *says);
/* Evidence without a place: the feature's name and a clause. */
void ipr_value_says(ipr_eval *v, ipr_value *out, const char *field, const char *says);
/* Sets a known value. */
void ipr_value_number(ipr_value *out, double number);
void ipr_value_text(ipr_value *out, ipr_str text);

/* The table. Names are C strings that live for ever. */
const char *ipr_field_name(unsigned field); /* of a field of the table */
ipr_type ipr_field_type(unsigned field);    /* other columns are TEXT */
unsigned ipr_field_cost(unsigned field);
const char *ipr_field_needs(unsigned field); /* the list or column without which it is missing */
const char *ipr_field_about(unsigned field);
/* The field called name, or -1. */
int ipr_field_find(ipr_str name);

/* Seconds since 1970 of YYYY-MM-DD, optionally followed by T or a blank and HH:MM[:SS[.f]]
 * and Z or +HH:MM; false if it is no such date. */
bool ipr_date_parse(ipr_str text, int64_t *seconds);

/* Appends such a second as YYYY-MM-DD, with THH:MM:SSZ unless that is midnight. */
void ipr_date_put(ipr_buf *out, int64_t seconds);

#define X(name, TYPE, cost, needs, text) void ipr_feature_##name(ipr_eval *v, ipr_value *out);
IPR_FEATURE_LIST(X)
#undef X

#endif
