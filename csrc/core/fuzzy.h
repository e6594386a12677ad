/* SPDX-License-Identifier: MIT
 * fuzzy.h: words that are nearly a word of a list: one edit away, cut short, or
 * without vowels.
 *
 * Used by the brand matcher, and only after its gates (no exact name, not a word of the
 * language). A delete index: every word is filed under itself and under all forms
 * with one letter left out, so a query looks up its own few forms instead of every
 * word. What is found is verified by ipr_fuzzy_relation. Read-only once sealed.
 */
#ifndef IPR_FUZZY_H
#define IPR_FUZZY_H

#include "env.h"

typedef struct ipr_fuzzy ipr_fuzzy;

typedef enum ipr_relation {
    IPR_REL_NONE,          /* not near enough */
    IPR_REL_DELETION,      /* one letter is missing, not the last */
    IPR_REL_TRANSPOSITION, /* two neighbours are swapped */
    IPR_REL_INSERTION,     /* one letter too many */
    IPR_REL_SUBSTITUTION,  /* one other letter */
    IPR_REL_TRUNCATION,    /* the last one to three letters are missing */
    IPR_REL_VOWEL_DROP     /* no vowel is left after the first letter */
} ipr_relation;

enum { IPR_FUZZY_MIN = 4, IPR_FUZZY_MAX = 24 }; /* letters of a word that is filed */

ipr_fuzzy *ipr_fuzzy_new(ipr_env *env);
void ipr_fuzzy_free(ipr_fuzzy *f);
/* Files a word (small letters) under `number`; shorter and longer words are left out, as
 * IPR_OK. The letters are copied. */
ipr_status ipr_fuzzy_add(ipr_fuzzy *f, const uint32_t *word, size_t n, uint32_t number);
ipr_status ipr_fuzzy_seal(ipr_fuzzy *f);

/* Numbers of words that may be near w, verified, each once: at most max. O(n^2). */
typedef struct ipr_near {
    uint32_t number;
    ipr_relation relation;
} ipr_near;
size_t ipr_fuzzy_find(const ipr_fuzzy *f, const uint32_t *w, size_t n, ipr_near *out, size_t max);

/* The number of the word that is w itself, or UINT32_MAX. */
uint32_t ipr_fuzzy_word(const ipr_fuzzy *f, const uint32_t *w, size_t n);

/* How the text t stands to the word w; NONE also for equal texts. */
ipr_relation ipr_fuzzy_relation(const uint32_t *t, size_t n, const uint32_t *w, size_t m);

#endif
