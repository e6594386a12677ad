/* SPDX-License-Identifier: MIT
 * sound.h: what a name sounds like, so that Версаче, Versace and Ваама, Waama meet.
 *
 * Used by the brand matcher for names written in Cyrillic that no list has. Letters
 * that Russian writing does not keep apart fall into one class. Small plain letters in.
 */
#ifndef IPR_SOUND_H
#define IPR_SOUND_H

#include "env.h"

enum { IPR_SOUND_MAX = 40 }; /* letters of a name that is transcribed */

bool ipr_sound_is_cyrillic(uint32_t c);
/* The classes of w, at most 2 n characters into out; 0 if a letter is neither Latin nor
 * Cyrillic. `soft` reads Latin c before e, i, y as s, else as k. */
size_t ipr_sound_of(const uint32_t *w, size_t n, bool soft, char *out);

#endif
