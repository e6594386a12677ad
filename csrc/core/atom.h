/* SPDX-License-Identifier: MIT
 * atom.h: cuts UTF-8 bytes into words, numbers in digits and signs.
 *
 * The one place that knows letters, digits, blanks and punctuation. Words come
 * with a well mixed hash of their lower-case form; numbers with their exact decimal value.
 * Used by pack.c to cut phrases and by token.c to cut texts, so that both agree.
 * No allocation; every call moves at least one byte on, so time is linear.
 */
#ifndef IPR_ATOM_H
#define IPR_ATOM_H

#include "utf8.h"

enum {              /* kinds of atoms and tokens */
       IPR_T_WORD,  /* a word, phrase or Han character */
       IPR_T_NUM,   /* a number in digits */
       IPR_T_PUNCT, /* a sign; ch says which */
       IPR_T_SKIP   /* an address or identifier: never a number */
};
enum {                        /* their flags */
       IPR_F_GAP = 1,         /* a blank or line break before it */
       IPR_F_WIDE = 2,        /* a column gap before it: tab or two blanks */
       IPR_F_LINE = 4,        /* first of its line */
       IPR_F_CAP = 8,         /* has a capital, mostly its first letter */
       IPR_F_HYPHEN = 16,     /* joined to the one before by a hyphen */
       IPR_F_HAN = 32,        /* Han text, or its full-width punctuation */
       IPR_F_UPPER = 64,      /* more than one letter, all capitals */
       IPR_F_GROUPED = 128,   /* a number with grouping signs */
       IPR_F_POINT = 256,     /* a number with a decimal part */
       IPR_F_BIG = 512,       /* a number of more than 18 digits */
       IPR_F_TRAP = 1024,     /* taken by a trap or a period: no value */
       IPR_F_POSS = 2048,     /* possessive */
       IPR_F_PARA = 4096,     /* a blank line or page break before it */
       IPR_F_CONCEPT = 8192,  /* its entry names concepts */
       IPR_F_DEFINES = 16384, /* its entry says what a term means */
       IPR_F_HOME = 32768     /* its entry tells the place of the text */
};

typedef struct ipr_atom {
    uint32_t start, end; /* bytes of the text */
    uint16_t flags;
    uint8_t kind;
    char ch;        /* 0, or PUNCT: its ASCII form; 'l' list comma, 'q' 'Q' quotes, 'd' dash,
                       'b' bullet, 'm' middle dot, 'x' other */
    int16_t exp;    /* NUM: value is mant × 10^exp */
    uint16_t entry; /* of a token: in the pack; 0 unknown */
    uint64_t mant;
    union {
        uint64_t hash;  /* of an atom */
        uint64_t roles; /* of a token: those of its entry */
    };
} ipr_atom;

enum {                  /* of the signs read so far: */
       IPR_A_JOINS = 1, /* a dot, at sign or colon that no blank follows: in every address */
       IPR_A_DOTS = 2   /* a full stop that another may follow */
};

/* A place in a text. */
typedef struct ipr_atoms {
    const char *begin, *p, *end;
    unsigned signs; /* IPR_A_… */
} ipr_atoms;

static inline ipr_atoms ipr_atoms_at(ipr_str text, size_t pos)
{
    return (ipr_atoms){text.p, text.p + pos, text.p + text.n, 0};
}
/* Reads the atom at r->p, blanks before it into its flags, and goes behind it; false at the
 * end. */
bool ipr_atom_next(ipr_atoms *r, ipr_atom *a);
/* The same for up to max atoms: how many. The last of them is the max-th, the text's last, or
 * the first that begins a line or stands behind a column gap. */
size_t ipr_atom_run(ipr_atoms *r, ipr_atom *a, size_t max);

#endif
