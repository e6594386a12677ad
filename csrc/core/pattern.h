/* SPDX-License-Identifier: MIT
 * pattern.h: Lua's string patterns (reference manual 6.4.1) with a budget of steps.
 *
 * Used for rule files, whose text functions must end whatever the pattern: a count
 * hook does not interrupt C. Classes are ASCII, whatever the locale.
 */
#ifndef IPR_PATTERN_H
#define IPR_PATTERN_H

#include "str.h"

#define IPR_PATTERN_CAPTURES 32
#define IPR_PATTERN_OPEN ((size_t)-1)     /* length of a capture that was never closed */
#define IPR_PATTERN_POSITION ((size_t)-2) /* length of a () capture: only a place */

typedef struct ipr_match {
    const char *begin, *end; /* the subject */
    uint64_t *steps;         /* what may still be done; shared by many matches */
    const char *error;       /* why the pattern is wrong, or NULL */
    bool spent;              /* steps ran out */
    int depth;               /* of nested tries */
    size_t captures;
    struct {
        const char *p;
        size_t n; /* or IPR_PATTERN_POSITION */
    } capture[IPR_PATTERN_CAPTURES];
} ipr_match;

void ipr_match_init(ipr_match *m, ipr_str subject, uint64_t *steps);
/* Tries the pattern at s, within the subject: the end of the match, or NULL (then error and
 * spent say whether it is only no match). An anchor ^ is the caller's. Captures are set. */
const char *ipr_match_at(ipr_match *m, const char *s, ipr_str pattern);

#endif
