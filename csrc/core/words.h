/* SPDX-License-Identifier: MIT
 * words.h: a folded text cut into words, each with a seeded hash.
 *
 * Used by dict, brand and whatever counts or compares words. A word is a run of
 * letters and digits (and of the signs that are part of them, IPR_CH_WORD); all
 * else separates. Texts of scripts without blanks are one long word here.
 */
#ifndef IPR_WORDS_H
#define IPR_WORDS_H

#include "fold.h"

typedef struct ipr_word {
    uint64_t hash;       /* of its bytes, seeded */
    uint32_t start, end; /* bytes of the view */
} ipr_word;

typedef struct ipr_words {
    ipr_env *env;
    ipr_word *v;
    size_t n, cap;
} ipr_words;

void ipr_words_init(ipr_words *w, ipr_env *env);
void ipr_words_fini(ipr_words *w);
/* The words of t, replacing what w held. IPR_ENOMEM leaves w empty; IPR_ELIMIT: the first
 * limits.max_tokens words, for there are more. O(t->n). */
ipr_status ipr_words_split(ipr_words *w, const ipr_text *t);
/* The hash of a phrase: fold the words' in from left to right, from 0. One word's is its own. */
static inline uint64_t ipr_words_chain(uint64_t phrase, uint64_t word)
{
    return word ^ (phrase ^ phrase >> 29) * 0x9E3779B97F4A7C15u;
}

#endif
