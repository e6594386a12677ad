/* SPDX-License-Identifier: MIT
 * moment.h: ISO 8601 dates and times as seconds since 1970-01-01T00:00:00Z, and back.
 *
 * Own arithmetic on the proleptic Gregorian calendar: no locale, no clock, no libc time.
 * Who uses it: events, tallies, calendars. Assumes nothing about the surroundings.
 */
#ifndef IPR_MOMENT_H
#define IPR_MOMENT_H

#include "str.h"

#define IPR_DAY_SECONDS 86400

/* Days since 1970-01-01 of a civil date, and back (month and day from 1). */
int64_t ipr_day_of(int64_t year, unsigned month, unsigned day);
void ipr_day_civil(int64_t day, int64_t *year, unsigned *month, unsigned *dom);

/* Reads YYYY-MM-DD, optionally followed by T or one blank, hh:mm[:ss[.fraction]] and a zone (Z,
 * ±hh, ±hhmm, ±hh:mm; none is UTC). Hour 24 only as 24:00:00; second 60 counts as the next
 * second; fractions are cut. *date_only tells whether there was no time of day. IPR_EVALUE
 * with the offset of the first wrong byte; *out is then untouched. */
ipr_status ipr_moment_parse(ipr_str s, int64_t *out, bool *date_only, ipr_err *err);

/* Reads an offset from UTC: Z, ±hh, ±hhmm or ±hh:mm, to seconds. */
bool ipr_offset_parse(ipr_str s, int64_t *seconds);

/* Appends "2019-12-31T23:59:59Z". */
void ipr_moment_put(ipr_buf *b, int64_t moment);

#endif
