/* SPDX-License-Identifier: MIT
 * atom_run.c: atoms many at a time. The usual ones, in the middle of a line and behind a blank
 * or none, are read here with one look at eight bytes each; the others by ipr_atom_next. */
#include "atom_in.h"

/* Bytes that may be looked at behind an atom's first, wherever its word or number goes on. */
#define AHEAD 32

/* What an atom is told by its first byte; up to QUOTE it may belong to a word before it. */
enum { RARE, HYPHEN, QUOTE, SIGN, BLANK, WORD, NUMBER, HAN };

#define R2(c, what) [c] = what, [(c) + 1] = what
#define R4(c, what) R2(c, what), R2((c) + 2, what)
#define R8(c, what) R4(c, what), R4((c) + 4, what)
static const uint8_t OPENS[256] = {
    ['\t'] = BLANK, R4('\n', BLANK), [' '] = BLANK,  R4('!', SIGN), R2('%', SIGN), ['\''] = QUOTE,
    ['('] = SIGN,   R4(')', SIGN),   ['-'] = HYPHEN, ['.'] = SIGN,  ['/'] = SIGN,  R8('0', NUMBER),
    ['8'] = NUMBER, ['9'] = NUMBER,  R4(':', SIGN),  ['>'] = SIGN,  ['?'] = SIGN,  ['@'] = SIGN,
    R8('A', WORD),  R8('I', WORD),   R8('Q', WORD),  ['Y'] = WORD,  ['Z'] = WORD,  R4('[', SIGN),
    ['_'] = SIGN,   ['`'] = SIGN,    R8('a', WORD),  R8('i', WORD), R8('q', WORD), ['y'] = WORD,
    ['z'] = WORD,   R4('{', SIGN),   R4(0xE4, HAN),  [0xE8] = HAN,  [0xE9] = HAN,
};

static inline bool is_digit(char c)
{
    return (uint8_t)(c - '0') < 10;
}

/* Is the byte of a character that may belong to the word or number before it? */
static inline bool joins(char c)
{
    return (uint8_t)c >= 128 && OPENS[(uint8_t)c] != HAN;
}

/* May the letters that end before p belong to a longer word? */
static inline bool word_goes_on(const char *p)
{
    return joins(*p) || (*p == '-' && p[1] <= ' ') || (*p == '\'' && (p[1] | 32) == 's');
}

/* A word of ASCII letters at p; behind it, or NULL. */
static inline const char *read_word(const char *p, const char *far, ipr_atom *a)
{
    uint64_t capitals = 0, small = 0, hash = 0, keep;
    const char *first = p;
    unsigned n;
    do {
        if (p >= far)
            return NULL;
        uint64_t bytes = ipr_load8((const unsigned char *)p), low = EACH(0x20);
        n = ipr_leading_letters(bytes);
        keep = n < 8 ? ((uint64_t)1 << 8 * n) - 1 : UINT64_MAX;
        capitals |= ~bytes & low & keep;
        small |= bytes & low & keep;
        hash = ipr_hash_mix(hash, (bytes | low) & keep);
        p += n;
    } while (n == 8);
    if (OPENS[(uint8_t)*p] <= QUOTE && word_goes_on(p))
        return NULL;
    a->kind = IPR_T_WORD;
    unsigned cap = capitals != 0, upper = cap & (small == 0) & (p - first > 1);
    a->flags |= (uint16_t)(cap * IPR_F_CAP | upper * IPR_F_UPPER);
    a->hash = hash;
    return p;
}

/* The number of the digits that *n of the eight bytes begin with. */
static inline uint64_t digits_at(const char *p, unsigned *n)
{
    uint64_t v = ipr_load8((const unsigned char *)p) ^ EACH('0');
    uint64_t others = (v | (v + EACH(6))) & EACH(0xF0);
    *n = others ? (unsigned)__builtin_ctzll(others) / 8 : 8;
    if (*n == 0 || *n == 8)
        return 0;
    v <<= 8 * (8 - *n);
    v = v * 10 + (v >> 8); /* pairs of digits, then fours, then all */
    return ((v & 0x000000FF000000FFu) * 0x000F424000000064u +
            ((v >> 16) & 0x000000FF000000FFu) * 0x0000271000000001u) >>
           32;
}

/* May digits that end before p be a part of a longer number? */
static inline bool number_goes_on(const char *p)
{
    return joins(*p) || (*p != '-' && is_digit(p[1]));
}

/* A number of fewer than eight digits, with fewer than eight behind its point, or with one
 * comma before its last three; behind it, or NULL. */
static inline const char *read_number(const char *p, ipr_atom *a)
{
    unsigned n, m;
    a->kind = IPR_T_NUM;
    a->mant = digits_at(p, &n);
    p += n;
    if (n == 8)
        return NULL;
    if (number_goes_on(p)) {
        char sign = *p;
        uint64_t rest = digits_at(p + 1, &m);
        bool group = sign == ',' && n <= 3 && m == 3;
        if ((sign != '.' && !group) || m == 8)
            return NULL;
        p += 1 + m;
        if (number_goes_on(p))
            return NULL;
        a->flags |= group ? IPR_F_GROUPED : IPR_F_POINT;
        a->exp = group ? 0 : (int16_t) - (int)m;
        static const uint32_t tens[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000};
        a->mant = a->mant * tens[m] + rest;
    }
    a->hash = ipr_hash_mix(IPR_NUMBERS ^ (uint64_t)a->exp, a->mant);
    return p;
}

static inline const char *read_sign(const char *p, unsigned *signs, ipr_atom *a)
{
    if ((*p == '.') & is_digit(p[1]))
        return NULL;
    a->kind = IPR_T_PUNCT;
    a->ch = *p;
    *signs |= ipr_atom_signs(*p, p[1]);
    a->hash = ipr_hash_mix(IPR_SIGNS, (uint8_t)*p);
    return p + 1;
}

/* A character of U+4000 to U+9FFF. */
static inline const char *read_han(const char *p, ipr_atom *a)
{
    const uint8_t *u = (const uint8_t *)p;
    if ((u[1] & 0xC0) != 0x80 || (u[2] & 0xC0) != 0x80)
        return NULL;
    a->kind = IPR_T_WORD;
    a->flags |= IPR_F_HAN;
    a->hash = ipr_hash_mix(IPR_SIGNS, (uint32_t)(*u & 15) << 12 | (uint32_t)(u[1] & 63) << 6 |
                                          (uint32_t)(u[2] & 63));
    return p + 3;
}

/* Does the hyphen at p join two words of ASCII letters, or a number and one? */
static inline bool joins_words(const char *p)
{
    return OPENS[(uint8_t)p[1]] == WORD && (OPENS[(uint8_t)p[-1]] == WORD || is_digit(p[-1]));
}

/* The atom at p, which opens so, begin < p < far; behind it, or NULL where it is no usual one. */
static inline const char *read_usual(const char *p, uint8_t opens, const char *far, unsigned *signs,
                                     ipr_atom *a)
{
    if (opens == HYPHEN && joins_words(p)) {
        a->start++;
        a->flags |= IPR_F_HYPHEN;
        p++;
        opens = WORD;
    }
    if (opens == WORD)
        return read_word(p, far, a);
    if ((opens == SIGN) | (opens == QUOTE))
        return read_sign(p, signs, a);
    if (opens == NUMBER)
        return read_number(p, a);
    if (opens == HAN)
        return read_han(p, a);
    bool plain = opens == HYPHEN && (uint8_t)p[-1] < 128 && (uint8_t)p[1] < 128;
    return plain ? read_sign(p, signs, a) : NULL;
}

size_t ipr_atom_run(ipr_atoms *r, ipr_atom *a, size_t max)
{
    const char *begin = r->begin, *p = r->p, *behind = NULL;
    const char *far = r->end - begin > AHEAD ? r->end - AHEAD : begin;
    for (size_t n = 0; n < max; n++, a++, p = behind) {
        const char *at = p;
        uint16_t flags = 0;
        behind = NULL;
        if (p > begin && p < far) {
            at += *p == ' ';
            flags = *p == ' ' ? IPR_F_GAP : 0;
            uint8_t opens = OPENS[(uint8_t)*at];
            if (opens == BLANK) {
                r->p = p;
                flags = ipr_atom_blanks(r);
                at = r->p;
                opens = at < far ? OPENS[(uint8_t)*at] : RARE;
            }
            *a = (ipr_atom){.start = (uint32_t)(at - begin), .flags = flags};
            behind = read_usual(at, opens, far, &r->signs, a);
        }
        if (behind) {
            a->end = (uint32_t)(behind - begin);
        } else {
            r->p = p;
            if (!ipr_atom_next(r, a))
                return n;
            behind = r->p;
            flags = a->flags;
        }
        if (flags & (IPR_F_LINE | IPR_F_WIDE)) {
            r->p = behind;
            return n + 1;
        }
    }
    r->p = p;
    return max;
}
