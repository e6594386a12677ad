/* SPDX-License-Identifier: MIT
 * fold.h: several views of one text, each with a way back to the source bytes.
 *
 * Used by dict, brand, the vocabulary and the text verbs of conditions. A view is
 * UTF-8 for comparing, never for showing. Folding is per code point, by generated
 * tables, linear in the source; invalid bytes become U+FFFD. One ipr_text is
 * scratch of one thread, reused from field to field without allocation once warm.
 */
#ifndef IPR_FOLD_H
#define IPR_FOLD_H

#include "fold_tab.h"
#include "utf8.h"

typedef enum ipr_view {
    IPR_VIEW_PLAIN,    /* NFKC, case folded, no accents, no format characters */
    IPR_VIEW_SKELETON, /* plain, and every look-alike as the Latin letter a reader sees */
    IPR_VIEW_LEET,   /* skeleton, and digits and signs inside words read as letters: n1ke, @didas */
    IPR_VIEW_JOINED, /* leet, and three or more single letters in a row as one word: n i k e */
    IPR_VIEW_COUNT
} ipr_view;

#define IPR_TEXT_PAD                                                                               \
    IPR_HASH_PAD /* bytes behind the view that may be read; what they are is not said */

typedef struct ipr_text {
    ipr_env *env;
    ipr_str src;  /* what was folded; the caller keeps it */
    char *p;      /* the view */
    size_t n;     /* its bytes */
    uint32_t *at; /* at[i] is the source byte where the code point behind byte i begins */
    bool direct;  /* all ASCII: at is unused, offsets are the same */
    bool solid;   /* some character stands in a script without blanks (see IPR_CH_SOLID) */
    size_t cap, cap_at;
} ipr_text;

void ipr_text_init(ipr_text *t, ipr_env *env);
void ipr_text_fini(ipr_text *t);

/* Makes t the given view of src. IPR_ENOMEM leaves t empty; sources of 4 GB and more are
 * IPR_ELIMIT. O(src.n). */
ipr_status ipr_text_fold(ipr_text *t, ipr_str src, ipr_view view);

/* Whether the leet or joined view of the source of t, a skeleton (or plain and all ASCII), may
 * differ from t. Cheap; true may be wrong, false is not. */
bool ipr_text_has_leet(const ipr_text *t);

/* The source bytes behind view bytes [a, b), a < b: from the first byte of the character
 * behind a to the last of the one behind b-1, with the accents that follow it. */
void ipr_text_span(const ipr_text *t, size_t a, size_t b, uint32_t *start, uint32_t *end);

/* What the tables say of a code point. */
const ipr_fold_record *ipr_fold_of(uint32_t cp);
/* Its plain form: up to 18 code points into out; returns how many, 0 for none. */
size_t ipr_fold_plain(uint32_t cp, uint32_t out[18]);
/* What a reader of Latin sees in it (a small ASCII letter or digit), or the plain form's first
 * code point. *n gets how many letters it looks like: 1, or 2 for ligatures (*second). */
uint32_t ipr_fold_seen(uint32_t cp, uint32_t *second);
/* The letter a digit or sign stands for in leet: '3' gives 'e', '@' 'a'; 0 if none. The digit
 * 1 gives 'i'; read it as 'l' too. */
char ipr_fold_leet(uint32_t cp);

/* The end of the source character that begins at byte `at`, with following accents. */
size_t ipr_fold_char_end(ipr_str src, size_t at);

/* Copies the leading ASCII bytes of src to dst in small letters; returns how many. Reads at
 * most n bytes. The AVX2 path gives the same bytes. */
size_t ipr_fold_ascii(ipr_cpu cpu, char *dst, const char *src, size_t n);

#endif
