/* SPDX-License-Identifier: MIT
 * money_marks.h: the signs and small words that stand around an amount.
 *
 * Private to money.c, which reads them, and money_tab.c, which lists them.
 * Texts are folded (lower-case ASCII, half-width); the first that matches wins.
 */
#ifndef IPR_MONEY_MARKS_H
#define IPR_MONEY_MARKS_H

#include <stddef.h>

typedef enum ipr_mark_kind {
    IPR_MARK_CURRENCY, /* names one currency */
    IPR_MARK_FAMILY,   /* a sign many currencies share: `code` lists them */
    IPR_MARK_NOISE,    /* says nothing about the amount */
    IPR_MARK_FROM,     /* the lower or upper end of a range */
    IPR_MARK_NO_PRICE  /* instead of a price */
} ipr_mark_kind;

typedef struct ipr_money_mark {
    const char *text; /* folded, UTF-8 */
    ipr_mark_kind kind;
    const char *code; /* CURRENCY: the code; FAMILY: the codes it may be */
} ipr_money_mark;

extern const ipr_money_mark ipr_money_marks[];
extern const size_t ipr_money_mark_count;

#endif
