/* SPDX-License-Identifier: MIT
 * letters.h: a text as letters and tokens, with all that tells how it was written.
 *
 * The brand matcher's reading of a text: what a letter is, what it looks like, how it was
 * written (case, full-width, zero-width before it), and what stands between tokens. Names of
 * the lexicon are read the same way, so that both sides meet. Scratch of one thread.
 */
#ifndef IPR_LETTERS_H
#define IPR_LETTERS_H

#include "fold.h"

enum {
    IPR_LT_UPPER = 1,        /* a capital in the source */
    IPR_LT_ZERO = 2,         /* a zero-width character stands before it, in the same token */
    IPR_LT_SIGN = 4,         /* not a letter or digit, but read as one: @ $ ! */
    IPR_LT_ACCENT = 8,       /* an accent was dropped from it */
    IPR_LT_WIDE = 16,        /* full-width form */
    IPR_LT_STYLED = 32,      /* circled, squared, mathematical … form */
    IPR_LT_AFTER_SMALL = 64, /* a small letter stands right before it */
    IPR_LT_AFTER_UPPER = 128 /* a capital stands right before it */
};

typedef struct ipr_letter {
    uint32_t cp;   /* plain form */
    uint32_t look; /* what a Latin reader sees: a-z, 0-9, or cp */
    uint32_t key;  /* look, with leet digits and signs as letters and l as i: the loosest form */
    uint32_t at;   /* source byte */
    uint8_t how;   /* IPR_LT_… */
    uint8_t kind;  /* IPR_CH_… of the source character */
} ipr_letter;

typedef enum ipr_gap {
    IPR_GAP_EDGE,  /* the text begins here */
    IPR_GAP_BLANK, /* blanks, perhaps with signs */
    IPR_GAP_HARD,  /* signs that part words: / , ; ( ) & + " | */
    IPR_GAP_SOFT,  /* signs that stand inside words: - ' . _ * */
    IPR_GAP_CAMEL  /* nothing: a capital after a small letter, or another kind of script */
} ipr_gap;

typedef struct ipr_token {
    uint32_t first, end; /* letters [first, end) */
    uint8_t gap;         /* ipr_gap before it */
    bool capital;        /* begins with a capital */
    bool capitals;       /* all capitals, and more than one letter */
    bool digits;         /* has a digit */
    uint64_t hash;       /* of the plain letters: ipr_letters_hash */
} ipr_token;

typedef struct ipr_letters {
    ipr_env *env;
    ipr_str src;
    ipr_letter *v;
    size_t n, cap;
    ipr_token *tok;
    size_t ntok, cap_tok;
    bool solid;    /* has letters of a script without blanks */
    bool cyrillic; /* has Cyrillic letters */
    bool masks;    /* has a sign that may hide a letter: * # _ • */
} ipr_letters;

void ipr_letters_init(ipr_letters *l, ipr_env *env);
void ipr_letters_fini(ipr_letters *l);
/* Reads src (kept by the caller). At most limits.max_tokens tokens; the rest is left out.
 * IPR_ENOMEM leaves l empty. O(src.n). */
ipr_status ipr_letters_read(ipr_letters *l, ipr_str src);
/* The key of what a letter looks like. */
uint32_t ipr_letters_key(uint32_t look);
/* Hash of the plain letters [a, b). */
uint64_t ipr_letters_hash(const ipr_letters *l, size_t a, size_t b);
/* Source bytes of the letters [a, b), a < b. */
void ipr_letters_span(const ipr_letters *l, size_t a, size_t b, uint32_t *start, uint32_t *end);

/* One step of a seeded hash over code points; begin with the seed. */
static inline uint64_t ipr_letters_step(uint64_t h, uint32_t cp)
{
    h = (h ^ cp) * 0x9FB21C651E98DF25u;
    return h ^ h >> 32;
}

#endif
