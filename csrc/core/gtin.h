/* SPDX-License-Identifier: MIT
 * gtin.h: what a text in a GTIN column is: a number with a right check digit, a
 * number that no shop may use, or something else, and which.
 *
 * GS1 General Specifications 7.9: from the right, weights 3 1 3 …. Blanks and
 * hyphens between digits are passed over. A prefix says which office licensed
 * the number, never where the goods were made.
 */
#ifndef IPR_GTIN_H
#define IPR_GTIN_H

#include "str.h"

typedef enum ipr_gtin_state {
    IPR_GTIN_OK,         /* the check digit is right and the number may stand on goods */
    IPR_GTIN_EMPTY,      /* nothing there, or a filler such as "N/A", "does not apply" */
    IPR_GTIN_CHECK,      /* 8, 12, 13 or 14 digits, wrong check digit */
    IPR_GTIN_LENGTH,     /* digits, but not 8, 12, 13 or 14 */
    IPR_GTIN_TEXT,       /* not digits */
    IPR_GTIN_DAMAGED,    /* a spreadsheet's work: 4.00638E+12, '4006…, 4006….0 */
    IPR_GTIN_ZERO,       /* all zeros: the check digit is right, nobody has it */
    IPR_GTIN_RESTRICTED, /* 02, 04, 2: for use inside a shop or a company */
    IPR_GTIN_COUPON      /* 05, 98, 99: coupons and refunds */
} ipr_gtin_state;

typedef struct ipr_gtin {
    ipr_gtin_state state;
    bool check_ok;  /* the check digit is right (also for ZERO, RESTRICTED, COUPON) */
    uint8_t length; /* digits read: 8, 12, 13, 14; 0 where state is not about digits */
    bool upce;      /* eight digits that only make sense as a UPC-E; key is its UPC-A */
    char key[15];   /* 14 digits, zero-padded, for comparing; "" unless check_ok */
} ipr_gtin;

ipr_gtin ipr_gtin_check(ipr_str text);

/* The check digit ('0' to '9') that n digits without one need. */
char ipr_gtin_digit(const char *digits, size_t n);
/* "ok", "empty", "check", …. Never NULL. */
const char *ipr_gtin_state_name(ipr_gtin_state s);
/* One sentence for people, e.g. "the check digit is wrong". Never NULL. */
const char *ipr_gtin_state_text(ipr_gtin_state s);

#endif
