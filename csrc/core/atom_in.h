/* SPDX-License-Identifier: MIT
 * atom_in.h: what atom.c (any atom) and atom_run.c (the usual ones, many at a time) share. */
#ifndef IPR_ATOM_IN_H
#define IPR_ATOM_IN_H

#include "atom.h"

/* What the hashes of numbers and signs begin with; no word does. */
#define IPR_NUMBERS ((uint64_t)0xFE << 56)
#define IPR_SIGNS ((uint64_t)0xFF << 56)

#define EACH(byte) (0x0101010101010101u * (byte)) /* the byte eight times */

/* How many of the eight bytes, from the lowest on, are ASCII letters. */
static inline unsigned ipr_leading_letters(uint64_t bytes)
{
    uint64_t low = bytes | EACH(0x20), seven = low & EACH(0x7F);
    uint64_t is = (seven + EACH(0x80 - 'a')) & ~(seven + EACH(0x80 - 'z' - 1)) & ~low & EACH(0x80);
    uint64_t others = is ^ EACH(0x80);
    return others ? (unsigned)__builtin_ctzll(others) / 8 : 8;
}

/* What a sign and the byte behind it tell: IPR_A_…. Full stops of Han are such too. */
static inline unsigned ipr_atom_signs(char sign, char next)
{
    static const uint8_t told[128] = {
        ['.'] = IPR_A_JOINS | IPR_A_DOTS, ['@'] = IPR_A_JOINS, [':'] = IPR_A_JOINS};
    unsigned dots = (next == '.') | (next == '\xE3') | (next == '\xEF');
    return told[sign & 127] & ((unsigned)((uint8_t)next > ' ') | dots << 1);
}

/* Goes behind the blanks and line breaks at r->p; their flags. */
uint16_t ipr_atom_blanks(ipr_atoms *r);

#endif
