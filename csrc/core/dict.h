/* SPDX-License-Identifier: MIT
 * dict.h: many terms found in one pass over a text: whole words, and parts of
 * words for scripts that are written without blanks.
 *
 * Used by the replica vocabulary, contact words, goods words and the brand matcher's
 * native names. A term maps to (kind, id); both are the caller's. Terms of letters
 * and digits match whole words with any blanks, hyphens, dots between them; signs
 * such as : + % # * & in a term must stand in the text too ("1:1" is not "1 1").
 * Terms with a Chinese, Japanese, Korean, Thai, Arabic … letter match anywhere (in
 * Arabic from the beginning of a word, article and particles aside).
 * A sealed dictionary is read-only and may be shared between threads.
 */
#ifndef IPR_DICT_H
#define IPR_DICT_H

#include "words.h"

typedef struct ipr_dict ipr_dict;

typedef struct ipr_dict_hit {
    uint32_t start, end; /* source bytes, as ipr_text_span gives them */
    uint32_t from, to;   /* bytes of the view */
    uint32_t id;         /* what was added with the term */
    uint32_t kind;
} ipr_dict_hit;

/* NULL if memory is short. Freed by ipr_dict_free (NULL allowed). */
ipr_dict *ipr_dict_new(ipr_env *env);
void ipr_dict_free(ipr_dict *d);

/* Adds a term, not yet folded. IPR_EEMPTY if nothing of it is a letter or digit, IPR_ELIMIT
 * beyond 16 words or 64 characters. The same term may be added with several ids. */
ipr_status ipr_dict_add(ipr_dict *d, ipr_str term, uint32_t kind, uint32_t id);
/* Ends adding. Finding before sealing finds nothing. */
ipr_status ipr_dict_seal(ipr_dict *d);
/* Terms added. */
size_t ipr_dict_count(const ipr_dict *d);
/* Term number i (in the order of adding), folded. */
ipr_str ipr_dict_text(const ipr_dict *d, size_t i);
/* Whether one word of t is by itself a term that is written without other signs. */
bool ipr_dict_has_word(const ipr_dict *d, const ipr_text *t, const ipr_word *w);

/* All hits in t (folded as IPR_VIEW_PLAIN), whose words are w, overlapping ones too, in order
 * of start, longer first, then by kind and id. Writes at most max; returns how many it wrote.
 * Makes no allocation; O(t->n) times the words (at most 16) or letters (at most 64) of a term. */
size_t ipr_dict_find(const ipr_dict *d, const ipr_text *t, const ipr_words *w, ipr_dict_hit *out,
                     size_t max);

#endif
