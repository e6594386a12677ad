/* SPDX-License-Identifier: MIT
 * spell.h: is a word a letter or two off one of many words?
 *
 * Used by the verb `near` of texts. Words are 5 letters a-z and digits or more; a query is near
 * a word if no more letters must be put in, left out or changed than one (queries under 8
 * letters) or two. Exact: partition search (Li et al., Pass-Join, 2011). A word is cut into one
 * piece more than letters may differ, so one piece stands in the query as it is, a little moved
 * at most; each piece is filed under its place and length. Read-only once sealed.
 */
#ifndef IPR_SPELL_H
#define IPR_SPELL_H

#include "str.h"

typedef struct ipr_spell ipr_spell;

enum { IPR_SPELL_MIN = 5, IPR_SPELL_MAX = 24 }; /* letters of a query */

/* NULL if memory is short. Freed by ipr_spell_free (NULL allowed). */
ipr_spell *ipr_spell_new(ipr_env *env);
void ipr_spell_free(ipr_spell *s);
/* Files a word; what is no such word is left out, as IPR_OK. The bytes are copied. */
ipr_status ipr_spell_add(ipr_spell *s, ipr_str word);
ipr_status ipr_spell_seal(ipr_spell *s);
/* Whether text is a query: 5 to 24 of a-z and 0-9. */
bool ipr_spell_asks(ipr_str text);
/* Whether the query w is near a word (or is one). About 20 look-ups. */
bool ipr_spell_near(const ipr_spell *s, ipr_str w);

#endif
