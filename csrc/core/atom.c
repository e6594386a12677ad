/* SPDX-License-Identifier: MIT
 * atom.c: the character level of the metric parser. */
#include "atom_in.h"

#include <string.h>

enum { OTHER, BLANK, LINE, LETTER, DIGIT, HAN, BAD };

static const uint8_t ASCII[128] = {
    ['\t'] = BLANK, [' '] = BLANK, ['\v'] = BLANK, ['\n'] = LINE, ['\r'] = LINE, ['\f'] = LINE,
#define D(c) [c] = DIGIT
    D('0'),         D('1'),        D('2'),         D('3'),        D('4'),        D('5'),
    D('6'),         D('7'),        D('8'),         D('9'),
#define L(c) [c] = LETTER, [c + 32] = LETTER
    L('A'),         L('B'),        L('C'),         L('D'),        L('E'),        L('F'),
    L('G'),         L('H'),        L('I'),         L('J'),        L('K'),        L('L'),
    L('M'),         L('N'),        L('O'),         L('P'),        L('Q'),        L('R'),
    L('S'),         L('T'),        L('U'),         L('V'),        L('W'),        L('X'),
    L('Y'),         L('Z')};

/* Full-width forms become their ASCII selves, other signs one of a few letters. */
static uint32_t fold(uint32_t cp)
{
    if (cp >= 0xFF01 && cp <= 0xFF5E)
        return cp - 0xFEE0;
    switch (cp) {
    case 0x2010:
    case 0x2011:
    case 0x2212:
        return '-';
    case 0xFFE5:
        return 0xA5;
    case 0xFFE1:
        return 0xA3;
    case 0x3002:
    case 0xFF61:
        return '.';
    case 0x2018:
    case 0x2019:
    case 0x02BC:
        return '\'';
    default:
        return cp;
    }
}

static int classify(uint32_t cp)
{
    if (cp < 128)
        return ASCII[cp];
    if (cp == IPR_CP_BAD)
        return BAD;
    if (cp == 0xA0 || (cp >= 0x2000 && cp <= 0x200A) || cp == 0x202F || cp == 0x3000 ||
        cp == 0x200B || cp == 0xFEFF || cp == 0x2060)
        return BLANK;
    if (cp == 0x2028 || cp == 0x2029 || cp == 0x85)
        return LINE;
    if ((cp >= 0x3400 && cp <= 0x9FFF) || (cp >= 0x3040 && cp <= 0x30FF) || cp == 0x3007 ||
        (cp >= 0xF900 && cp <= 0xFAFF) || (cp >= 0xAC00 && cp <= 0xD7A3) || cp >= 0x20000)
        return HAN;
    if ((cp >= 0xC0 && cp <= 0x24F && cp != 0xD7 && cp != 0xF7) || (cp >= 0x370 && cp <= 0x1FFF) ||
        cp == 0xAD)
        return LETTER;
    return OTHER;
}

typedef ipr_atoms reader;

/* Where peek cannot tell in place. */
static int peek_far(const reader *r, uint32_t *cp, size_t *n)
{
    if (r->p >= r->end) {
        *n = 0;
        *cp = 0;
        return -1;
    }
    *n = ipr_utf8_next(r->p, r->end, cp);
    *cp = fold(*cp);
    return classify(*cp);
}

/* The code point at r->p, folded, its bytes and class; -1 at the end. ASCII and the bulk of
 * Han (U+4000 to U+9FFF, three bytes) are decoded in place. */
static inline int peek(const reader *r, uint32_t *cp, size_t *n)
{
    const uint8_t *u = (const uint8_t *)r->p;
    if (r->p < r->end && *u < 128) {
        *n = 1;
        *cp = *u;
        return ASCII[*u];
    }
    if (r->end - r->p >= 3 && (*u & 0xF0) == 0xE0 && (uint8_t)(*u - 0xE4) < 6 &&
        (u[1] & 0xC0) == 0x80 && (u[2] & 0xC0) == 0x80) {
        *n = 3;
        *cp = (uint32_t)(*u & 15) << 12 | (uint32_t)(u[1] & 63) << 6 | (u[2] & 63);
        return HAN;
    }
    return peek_far(r, cp, n);
}

static inline bool is_digit(const reader *r, size_t at)
{
    return r->p + at < r->end && (uint8_t)(r->p[at] - '0') < 10;
}

/* ---- blanks ---- */

uint16_t ipr_atom_blanks(reader *r)
{
    uint16_t flags = 0;
    unsigned blanks = 0, lines = 0;
    uint32_t cp;
    size_t n;
    if (r->p == r->begin)
        flags = IPR_F_LINE | IPR_F_PARA | IPR_F_GAP;
    for (;;) {
        int c = peek(r, &cp, &n);
        if (c == LINE) {
            bool pair = cp == '\r' && r->p + 1 < r->end && r->p[1] == '\n';
            lines += cp == '\f' ? 2 : 1;
            r->p += pair ? 2 : n;
            blanks = 0;
        } else if (c == BLANK) {
            blanks += cp == '\t' ? 2 : 1;
            r->p += n;
        } else {
            break;
        }
    }
    if (blanks || lines)
        flags |= IPR_F_GAP;
    if (lines)
        flags |= IPR_F_LINE;
    if (lines > 1)
        flags |= IPR_F_PARA;
    if (blanks > 1 && !lines)
        flags |= IPR_F_WIDE;
    return flags;
}

/* ---- words ---- */

/* At a hyphen that a line break follows: the bytes to skip if a word goes on there. */
static size_t line_hyphen(const reader *r)
{
    const char *p = r->p + 1;
    while (p < r->end && (*p == ' ' || *p == '\r'))
        p++;
    if (p >= r->end || *p != '\n')
        return 0;
    for (p++; p < r->end && *p == ' ';)
        p++;
    return p < r->end && *p >= 'a' && *p <= 'z' ? (size_t)(p - r->p) : 0;
}

static bool possessive(const reader *r, size_t quote)
{
    const char *s = r->p + quote;
    if (s >= r->end || (*s | 32) != 's')
        return false;
    reader next = {r->begin, s + 1, r->end, 0};
    uint32_t cp;
    size_t n;
    int c = peek(&next, &cp, &n);
    return c != LETTER && c != DIGIT;
}

/* The letters of a word so far: their hash, eight at a time, wherever the text cuts them. */
typedef struct word {
    uint64_t hash, part; /* part: the last `fill` < 8 of them */
    unsigned fill, letters, capitals;
} word;

/* Adds n bytes, at most 8, that are zero above. */
static inline void add_letters(word *w, uint64_t bytes, unsigned n)
{
    w->part |= bytes << 8 * w->fill;
    w->fill += n;
    if (w->fill < 8)
        return;
    w->hash = ipr_hash_mix(w->hash, w->part);
    w->fill -= 8;
    w->part = w->fill ? bytes >> 8 * (n - w->fill) : 0;
}

/* Reads the ASCII letters at r->p. */
static inline void read_letters(reader *r, word *w)
{
    unsigned n;
    do {
        size_t left = (size_t)(r->end - r->p);
        const unsigned char *u = (const unsigned char *)r->p;
        uint64_t bytes = left >= 8 ? ipr_load8(u) : ipr_load_rest(u, left);
        n = ipr_leading_letters(bytes);
        uint64_t keep = n < 8 ? ((uint64_t)1 << 8 * n) - 1 : UINT64_MAX;
        uint64_t capitals = ~bytes & EACH(0x20) & keep;
        if (capitals)
            w->capitals += (unsigned)__builtin_popcountll(capitals);
        add_letters(w, (bytes | EACH(0x20)) & keep, n);
        w->letters += n;
        r->p += n;
    } while (n == 8);
}

/* Reads a word on from where its first ASCII letters end: over other letters, soft hyphens and
 * the hyphen of a broken line; takes a possessive ending. */
static word read_rest(reader *r, word w, ipr_atom *a)
{
    uint32_t cp;
    size_t n, skip;
    for (;;) {
        int c = peek(r, &cp, &n);
        if (c == OTHER && cp == '-' && w.letters > 1 && n == 1 && (skip = line_hyphen(r))) {
            r->p += skip;
        } else if (c == LETTER) {
            if (cp != 0xAD)
                add_letters(&w, cp, cp < 128 ? 1 : 4);
            w.letters++;
            r->p += n;
        } else {
            break;
        }
        read_letters(r, &w);
    }
    if (cp == '\'' && n && possessive(r, n)) {
        r->p += n + 1;
        a->flags |= IPR_F_POSS;
    }
    return w;
}

static inline void read_word(reader *r, ipr_atom *a)
{
    word w = {0};
    a->kind = IPR_T_WORD;
    read_letters(r, &w);
    if (r->p < r->end && (*r->p == '-' || *r->p == '\'' || (uint8_t)*r->p >= 128))
        w = read_rest(r, w, a);
    if (w.capitals)
        a->flags |= IPR_F_CAP; /* "iPhone" too */
    if (w.letters > 1 && w.capitals == w.letters)
        a->flags |= IPR_F_UPPER;
    a->end = (uint32_t)(r->p - r->begin);
    a->hash = ipr_hash_mix(w.hash, w.part);
}

/* ---- numbers ---- */

static void add_digit(ipr_atom *a, unsigned d, bool fraction)
{
    if (a->mant > (UINT64_MAX - 9) / 10 || (a->flags & IPR_F_BIG)) {
        a->flags |= IPR_F_BIG;
        if (!fraction && a->exp < 20000)
            a->exp++;
        return;
    }
    a->mant = a->mant * 10 + d;
    if (fraction && a->exp > -20000)
        a->exp--;
}

static size_t run_of_digits(const reader *r, size_t at)
{
    size_t n = 0;
    while (is_digit(r, at + n))
        n++;
    return n;
}

/* Bytes of a group separator at r->p, with its sign: ',' '.' ' ' or '\''; 0 none. */
static size_t separator(const reader *r, char *sign)
{
    uint32_t cp;
    size_t n;
    int c = peek(r, &cp, &n);
    if (c == BLANK && cp != '\t' && cp != 0x3000)
        *sign = ' ';
    else if (c == OTHER && (cp == ',' || cp == '.' || cp == '\''))
        *sign = (char)cp;
    else
        return 0;
    return n;
}

static bool wide_digit(const reader *r, unsigned *d)
{
    uint32_t cp;
    size_t n;
    if (r->end - r->p < 3 || (uint8_t)*r->p != 0xEF)
        return false;
    if (peek(r, &cp, &n) != DIGIT)
        return false;
    *d = cp - '0';
    return true;
}

static void read_digits(reader *r, ipr_atom *a, bool fraction)
{
    unsigned d;
    for (;;) {
        if (is_digit(r, 0)) {
            add_digit(a, (unsigned)(*r->p++ - '0'), fraction);
        } else if (wide_digit(r, &d)) {
            add_digit(a, d, fraction);
            r->p += 3;
        } else {
            break;
        }
    }
}

/* Reads groups of three behind `sign`, as long as they keep that sign. */
static bool read_groups(reader *r, ipr_atom *a, char sign)
{
    bool any = false;
    for (;;) {
        char s = 0;
        size_t n = separator(r, &s);
        if (!n || s != sign)
            return any;
        size_t digits = run_of_digits(r, n);
        bool indian = sign == ',' && digits == 2 && n + 5 < (size_t)(r->end - r->p) &&
                      r->p[n + 2] == ',' && run_of_digits(r, n + 3) >= 2;
        if (digits != 3 && !indian)
            return any;
        r->p += n;
        read_digits(r, a, false);
        any = true;
    }
}

static void read_number(reader *r, ipr_atom *a)
{
    const char *first = r->p;
    a->kind = IPR_T_NUM;
    read_digits(r, a, false);
    size_t lead = (size_t)(r->p - first);
    char sign = 0;
    size_t n = lead <= 3 ? separator(r, &sign) : 0;
    if (n && run_of_digits(r, n) == 3 && !(sign == ' ' && *first == '0')) {
        reader save = *r;
        ipr_atom keep = *a;
        bool any = read_groups(r, a, sign);
        size_t groups = (size_t)(r->p - save.p) / (n + 3);
        if (sign == '.' && groups < 2) { /* 1.234 is a decimal */
            *r = save;
            *a = keep;
            any = false;
        }
        if (any)
            a->flags |= IPR_F_GROUPED;
    } else if (n && sign == ',' && run_of_digits(r, n) == 2) {
        if (read_groups(r, a, sign))
            a->flags |= IPR_F_GROUPED;
    }
    n = separator(r, &sign);
    size_t frac = n ? run_of_digits(r, n) : 0;
    bool comma = sign == ',' && n == 1 && frac >= 1 && frac <= 2 && !(a->flags & IPR_F_GROUPED);
    if (n && frac && (sign == '.' || comma)) {
        r->p += n;
        read_digits(r, a, true);
        a->flags |= IPR_F_POINT;
    }
    a->hash = ipr_hash_mix(IPR_NUMBERS ^ (uint64_t)a->exp, a->mant);
    a->end = (uint32_t)(r->p - r->begin);
}

/* ---- signs ---- */

static char sign_of(uint32_t cp)
{
    if (cp < 128)
        return cp ? (char)cp : 'x';
    switch (cp) {
    case 0x3001:
        return 'l';
    case 0x201C:
    case 0x300A:
    case 0x300C:
    case 0x3008:
    case 0x300E:
    case 0xAB:
        return 'q';
    case 0x201D:
    case 0x300B:
    case 0x300D:
    case 0x3009:
    case 0x300F:
    case 0xBB:
        return 'Q';
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2015:
    case 0x2500:
    case 0xFE63:
        return 'd';
    case 0x2022:
    case 0x2023:
    case 0x25AA:
    case 0x25CF:
    case 0x25E6:
    case 0x25CB:
    case 0x25A0:
    case 0x25A1:
    case 0x25BA:
    case 0x203B:
    case 0x25C6:
    case 0x25B6:
    case 0x27A2:
    case 0xF0B7:
    case 0x2605:
    case 0x2043:
    case 0x25FE:
    case 0x2713:
    case 0x2714:
    case 0x25B8:
        return 'b';
    case 0xB7:
    case 0x30FB:
    case 0x2027:
        return 'm';
    case 0x3010:
    case 0x3014:
        return '(';
    case 0x3011:
    case 0x3015:
        return ')';
    case 0x2500 + 2:
        return '|';
    default:
        return 'x';
    }
}

static void read_sign(reader *r, ipr_atom *a, uint32_t cp, size_t n)
{
    a->kind = IPR_T_PUNCT;
    a->ch = cp == IPR_CP_BAD ? 'x' : sign_of(cp);
    if (n == 3 && cp != IPR_CP_BAD && (uint8_t)*r->p >= 0xE3)
        a->flags |= IPR_F_HAN;
    r->p += n;
    r->signs |= ipr_atom_signs(a->ch, r->p < r->end ? *r->p : ' ');
    a->hash = ipr_hash_mix(IPR_SIGNS, cp);
    a->end = (uint32_t)(r->p - r->begin);
}

/* ---- the next atom ---- */

static bool alnum_before(const reader *r)
{
    if (r->p == r->begin)
        return false;
    uint8_t c = (uint8_t)r->p[-1];
    return c >= 128 || ASCII[c] == LETTER || ASCII[c] == DIGIT;
}

/* A hyphen between two words is no sign but a mark on the second. */
static bool joins_words(const reader *r, size_t n)
{
    reader next = {r->begin, r->p + n, r->end, 0};
    uint32_t cp;
    return alnum_before(r) && peek(&next, &cp, &n) == LETTER;
}

/* ".5", where it is no full stop. */
static bool opens_decimal(const reader *r, const ipr_atom *a)
{
    return is_digit(r, 1) && !alnum_before(r) &&
           (a->flags & IPR_F_GAP || a->start == 0 || r->p[-1] == '(' || r->p[-1] == ':');
}

bool ipr_atom_next(ipr_atoms *r, ipr_atom *a)
{
    uint32_t cp;
    size_t n;
    *a = (ipr_atom){.flags = ipr_atom_blanks(r)};
    int c = peek(r, &cp, &n);
    if (c == OTHER && cp == '-' && joins_words(r, n)) {
        a->flags |= IPR_F_HYPHEN;
        r->p += n;
        c = peek(r, &cp, &n);
    }
    a->start = (uint32_t)(r->p - r->begin);
    if (c == LETTER) {
        read_word(r, a);
    } else if (c == DIGIT) {
        read_number(r, a);
    } else if (c == OTHER && cp == '.' && opens_decimal(r, a)) {
        r->p++;
        a->kind = IPR_T_NUM;
        read_digits(r, a, true);
        a->flags |= IPR_F_POINT;
        a->end = (uint32_t)(r->p - r->begin);
    } else if (c >= 0) {
        read_sign(r, a, cp, n);
        if (c == HAN) {
            a->kind = IPR_T_WORD;
            a->flags |= IPR_F_HAN;
            a->ch = 0;
        }
    }
    return c >= 0;
}
