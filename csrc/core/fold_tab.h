/* SPDX-License-Identifier: MIT
 * fold_tab.h: the shape of the generated folding tables in fold_tab.c.
 *
 * Used by fold.c alone. A code point's record gives its plain form (NFKC, case
 * folded, without accents and format characters), what a reader of Latin sees in
 * it, and flags. `make tables` writes fold_tab.c. */
#ifndef IPR_FOLD_TAB_H
#define IPR_FOLD_TAB_H

#include <stdint.h>

enum {
    IPR_CH_WORD = 1,     /* a letter or digit, or a sign that is part of a word */
    IPR_CH_SOLID = 2,    /* of a script whose words stand without blanks between, or with affixes */
    IPR_CH_WIDE = 4,     /* a full-width form */
    IPR_CH_STYLED = 8,   /* a circled, mathematical or otherwise styled form */
    IPR_CH_IGNORED = 16, /* zero-width: format characters, variation selectors, soft hyphen */
    IPR_CH_MARK = 32,    /* an accent or point that the plain view drops */
    IPR_CH_SCRIPT = 192  /* these two bits: 0 other, 1 Latin, 2 Greek, 3 Cyrillic (letters) */
};
#define IPR_CH_LATIN (1 << 6)
#define IPR_CH_GREEK (2 << 6)
#define IPR_CH_CYRILLIC (3 << 6)

typedef struct ipr_fold_record {
    uint16_t plain; /* where the plain form begins in the pool */
    uint16_t seen;  /* where the look-alike form begins in the pool */
    uint8_t nplain; /* its code points; 0 is the code point itself, or nothing (IGNORED, MARK) */
    uint8_t nseen;  /* its code points; 0: as the plain form */
    uint8_t flags;  /* IPR_CH_… */
} ipr_fold_record;

#define IPR_FOLD_PAGE 128
extern const char *const ipr_fold_unicode;
extern const uint16_t ipr_fold_stage1[];
extern const uint16_t ipr_fold_stage2[][IPR_FOLD_PAGE];
extern const ipr_fold_record ipr_fold_records[];
extern const uint32_t ipr_fold_pool[];

#endif
