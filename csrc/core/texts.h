/* SPDX-License-Identifier: MIT
 * texts.h: the folded views of a listing's texts, made once a listing and shared
 * by everything that reads them: conditions, brand matcher, vocabulary.
 *
 * Belongs to an ipr_eval (one worker). Views and words are made when first asked
 * for; after the first listings nothing is allocated.
 */
#ifndef IPR_TEXTS_H
#define IPR_TEXTS_H

#include "field.h"
#include "words.h"

/* The view of a column's or text field's value; NULL where it is missing or memory
 * is short (then v->failed). Lives until the next listing. */
const ipr_text *ipr_texts_view(ipr_eval *v, unsigned field, ipr_view view);
/* The words of that view, which *text gets. */
const ipr_words *ipr_texts_words(ipr_eval *v, unsigned field, ipr_view view, const ipr_text **text);

#endif
