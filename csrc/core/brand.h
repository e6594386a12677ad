/* SPDX-License-Identifier: MIT
 * brand.h: which brand a listing names, and how it is written.
 *
 * Used by the scorer (once a listing, hot path), `iprcore brands` and brands.lua.
 * A lexicon is built once from rows or TSV, sealed, then read-only and shared by
 * threads; each worker has one ipr_brand_scratch. Spans are bytes of the field as
 * given. Invalid UTF-8 parts words. Nothing is allocated per listing once warm.
 */
#ifndef IPR_BRAND_H
#define IPR_BRAND_H

#include "dict.h"

/* X(NAME, "name in output", class, "what it is"). The order is the order of suspicion:
 * of several tricks in one name the last is reported. */
#define IPR_TRICK_LIST(X)                                                                          \
    X(PLAIN, "plain", ORDINARY, "as the lexicon has it")                                           \
    X(CASE, "case", ORDINARY, "other capitals or accents")                                         \
    X(ALIAS, "alias", ORDINARY, "another name of the brand or of its line")                        \
    X(TRANSLITERATION, "transliteration", ORDINARY, "the name in another script")                  \
    X(REPEAT, "repeat", SLIP, "a letter repeated: Guccci")                                         \
    X(DELETION, "deletion", SLIP, "a letter left out: Guci")                                       \
    X(TRANSPOSITION, "transposition", SLIP, "two letters swapped: Guicc")                          \
    X(INSERTION, "insertion", SLIP, "a letter too many: Gucxci")                                   \
    X(SUBSTITUTION, "substitution", SLIP, "another letter: Gocci")                                 \
    X(TRUNCATION, "truncation", SLIP, "the end of a word is missing: Birkensto")                   \
    X(VOWEL_DROP, "vowel_drop", EVASION, "the vowels left out: Brbrry")                            \
    X(CODEWORD, "codeword", EVASION, "a code word for the brand")                                  \
    X(SPACING, "spacing", EVASION, "blanks between letters: G u c c i")                            \
    X(PUNCTUATION, "punctuation", EVASION, "signs between letters: G.u.c.c.i")                     \
    X(LEET, "leet", EVASION, "digits or signs for letters: Gucc1")                                 \
    X(ZERO_WIDTH, "zero_width", EVASION, "invisible characters between letters")                   \
    X(FULL_WIDTH, "full_width", EVASION, "full-width letters")                                     \
    X(MIXED_SCRIPT, "mixed_script", EVASION, "letters of two scripts, read by their sound")        \
    X(HOMOGLYPH, "homoglyph", EVASION, "look-alike letters of another script")

typedef enum ipr_trick {
#define X(name, text, cls, about) IPR_TRICK_##name,
    IPR_TRICK_LIST(X)
#undef X
        IPR_TRICK_COUNT
} ipr_trick;

typedef enum ipr_trick_class {
    IPR_CLASS_ORDINARY, /* how people write the name; never suspicious */
    IPR_CLASS_SLIP,     /* a mistake of the hand, or meant as one */
    IPR_CLASS_EVASION   /* written so that a reader sees the brand and a filter does not */
} ipr_trick_class;

/* Names for output; never NULL. */
const char *ipr_trick_name(ipr_trick t);
const char *ipr_trick_about(ipr_trick t);
const char *ipr_trick_class_name(ipr_trick_class c);

typedef enum ipr_brand_field {
    IPR_BRAND_IN_TITLE,
    IPR_BRAND_IN_DESCRIPTION,
    IPR_BRAND_IN_COLUMN
} ipr_brand_field;

typedef struct ipr_lexicon ipr_lexicon;
typedef struct ipr_brand_scratch ipr_brand_scratch;

/* One row of a lexicon, views into the caller's text; lists are "a|b|c", empty where unknown. */
typedef struct ipr_brand_row {
    ipr_str brand, key, category, aliases, native, codewords;
    ipr_str price, currency;
    bool high_risk, ambiguous;
} ipr_brand_row;

/* NULL if memory is short. */
ipr_lexicon *ipr_lexicon_new(ipr_env *env);
void ipr_lexicon_free(ipr_lexicon *lex);
/* Adds a brand, or more names to one of that name. IPR_EEMPTY if the name has no letter. */
ipr_status ipr_lexicon_add(ipr_lexicon *lex, const ipr_brand_row *row);
/* The part of ipr_lexicon_fill for one row. */
ipr_status ipr_lexicon_fill_row(ipr_lexicon *lex, const ipr_brand_row *row);
/* The name of the i-th column that a list may have, from 0; NULL behind the last. */
const char *ipr_lexicon_column(size_t i);
/* Adds every row of a TSV text with a header (DESIGN.md section 12). IPR_EHEADER without a
 * column "brand"; rows with an empty name are IPR_ELIST with their line. */
ipr_status ipr_lexicon_read(ipr_lexicon *lex, ipr_str tsv, ipr_err *err);
/* Fills in what a list leaves open: category and high_risk of brands that have no category,
 * from the rows of another list of the same form. Adds no brand and no name. */
ipr_status ipr_lexicon_fill(ipr_lexicon *lex, ipr_str tsv, ipr_err *err);
/* The vocabulary behind guards and slips: one word a line; a capital marks a name. */
ipr_status ipr_lexicon_read_words(ipr_lexicon *lex, ipr_str text);
/* Goods and function words, "word<TAB>roles": see lua/iprcore/data/goods.tsv. */
ipr_status ipr_lexicon_read_goods(ipr_lexicon *lex, ipr_str text, ipr_err *err);
/* Phrases in which a name is not a brand ("apple pie"), one a line. */
ipr_status ipr_lexicon_read_phrases(ipr_lexicon *lex, ipr_str text);
/* Ends building; from now on the lexicon is read-only. Finding before sealing finds nothing. */
ipr_status ipr_lexicon_seal(ipr_lexicon *lex);

size_t ipr_lexicon_count(const ipr_lexicon *lex);
/* The brand with this number; views live as long as the lexicon. */
typedef struct ipr_brand_info {
    ipr_str name, category, price, currency;
    bool high_risk, ambiguous;
} ipr_brand_info;
ipr_brand_info ipr_lexicon_brand(const ipr_lexicon *lex, uint32_t brand);
/* To *out the number of the brand that a brand column names (any of its names, whole text), or
 * UINT32_MAX. IPR_ENOMEM or IPR_OK. */
ipr_status ipr_lexicon_lookup(const ipr_lexicon *lex, ipr_brand_scratch *s, ipr_str text,
                              uint32_t *out);

typedef struct ipr_brand_hit {
    uint32_t brand;      /* number in the lexicon */
    uint32_t start, end; /* bytes of the field */
    uint8_t field;       /* ipr_brand_field */
    uint8_t trick;       /* ipr_trick */
    uint8_t cls;         /* ipr_trick_class; spacing and punctuation may be ordinary */
    bool accessory;      /* named as what the thing is for: "for iPhone" */
    bool negated;        /* "not Gucci" */
    int16_t score;       /* how sure; orders the hits */
} ipr_brand_hit;

enum { IPR_BRAND_HITS = 16 };

typedef struct ipr_brand_found {
    bool named;                         /* hits[0] is the brand of the listing */
    size_t n;                           /* hits, one a brand, best first */
    ipr_brand_hit hits[IPR_BRAND_HITS]; /* beyond hits[0], or if !named all: the others */
} ipr_brand_found;

ipr_brand_scratch *ipr_brand_scratch_new(ipr_env *env);
void ipr_brand_scratch_free(ipr_brand_scratch *s);

/* Finds the brands of one listing; empty fields are {NULL, 0}. A brand column that names a
 * brand of the lexicon supports it; a slip counts only where the right name stands nowhere.
 * IPR_ENOMEM leaves out->n == 0. Linear in the fields. */
ipr_status ipr_brand_find(const ipr_lexicon *lex, ipr_brand_scratch *s, ipr_str title,
                          ipr_str description, ipr_str brand_column, ipr_brand_found *out);

#endif
