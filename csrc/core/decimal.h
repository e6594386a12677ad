/* SPDX-License-Identifier: MIT
 * decimal.h: numbers from text and text from numbers, correctly rounded, without
 * the C library's locale-bound strtod and printf.
 *
 * Reading rounds half to even on the exact value, whatever the number of
 * digits; writing gives the shortest decimal that reads back as the same
 * double. Method: exact integers where the value fits (nearly always), else
 * big-integer division (reading) and Steele & White's free-format algorithm
 * (writing).
 */
#ifndef IPR_DECIMAL_H
#define IPR_DECIMAL_H

#include "str.h"

/* The value of digits × 10^exp10, digits being n ASCII digits. Values too big
 * give infinity, too small 0. Digits beyond 800 only decide the rounding. */
double ipr_decimal_make(const char *digits, size_t n, int64_t exp10);
/* The same for digits that are a number. */
double ipr_decimal_of(uint64_t digits, int64_t exp10);

/* Reads [-+]digits[.digits][(e|E)[-+]digits] that fills s whole. IPR_ENUMBER with
 * the offset of the first wrong byte otherwise. */
ipr_status ipr_decimal_parse(ipr_str s, double *out, ipr_err *err);

/* Appends the shortest decimal that reads back as v: "1045", "0.96", "1e+300"
 * (exponent form from 1e17 up and below 1e-6). NaN and infinities append
 * "null", since JSON has no word for them. */
void ipr_decimal_put(ipr_buf *b, double v);
/* Appends v rounded half away from zero (on its shortest decimal) to `places`. */
void ipr_decimal_fixed(ipr_buf *b, double v, int places);
/* v thousandths as a plain decimal without needless zeros: 2500 -> "2.5". */
void ipr_decimal_milli(ipr_buf *b, int64_t v);

#endif
