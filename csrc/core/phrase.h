/* SPDX-License-Identifier: MIT
 * phrase.h: noun phrases, as subject.c looks for them around a value.
 *
 * Private to phrase.c, behind.c, before.c, elder.c and subject.c. The functions that fill a
 * work set its subject and the end of the subject's core, and leave it as it is where they find
 * none (false).
 */
#ifndef IPR_PHRASE_H
#define IPR_PHRASE_H

#include "scan.h"

#define STOP                                                                                       \
    (IPR_ROLE(AUX) | IPR_ROLE(REL) | IPR_ROLE(CONJ) | IPR_ROLE(BASE) | IPR_ROLE(UP) |              \
     IPR_ROLE(DOWN) | IPR_ROLE(YOY) | IPR_ROLE(RESPECTIVELY) | IPR_ROLE(SHARE))
#define LINK                                                                                       \
    (IPR_ROLE(OF) | IPR_ROLE(IN) | IPR_ROLE(PREP) | IPR_ROLE(BY) | IPR_ROLE(FROM) | IPR_ROLE(TO))
/* What ends the core of a noun phrase: links, deeds, the start of another phrase. */
#define CORE_END (LINK | IPR_ROLE(VERB) | IPR_ROLE(SKIP) | IPR_ROLE(DET) | IPR_ROLE(EVERY))
#define FUNCTION                                                                                   \
    (STOP | LINK | IPR_ROLE(DET) | IPR_ROLE(AND) | IPR_ROLE(OR) | IPR_ROLE(GT) | IPR_ROLE(GE) |    \
     IPR_ROLE(LT) | IPR_ROLE(LE) | IPR_ROLE(ABOUT) | IPR_ROLE(POST_GT) | IPR_ROLE(POST_GE) |       \
     IPR_ROLE(POST_LE) | IPR_ROLE(POST_ABOUT) | IPR_ROLE(MORE) | IPR_ROLE(LESS) |                  \
     IPR_ROLE(PERCENT) | IPR_ROLE(COUNTER) | IPR_ROLE(EVERY) | IPR_ROLE(PRIOR) |                   \
     IPR_ROLE(TODATE) | IPR_ROLE(SINCE) | IPR_ROLE(INSTANT) | IPR_ROLE(BETWEEN) |                  \
     IPR_ROLE(OUTOF) | IPR_ROLE(HOH) | IPR_ROLE(QOQ) | IPR_ROLE(ENDOF))

static inline bool ipr_is_share(const ipr_work *w)
{
    return (1u << IPR_U_PERCENT | 1u << IPR_U_RATIO) >> w->q->unit & 1;
}

/* The phrase that begins at i: its core up to the first link, its whole up to a stop. */
bool ipr_phrase_at(const ipr_scan *s, size_t i, size_t limit, ipr_work *w);
/* The subject of the clause [lo, hi): the words before its first verb. */
bool ipr_phrase_clause(const ipr_scan *s, size_t lo, size_t hi, ipr_work *w);
/* Where the words before token `hi` that no verb, stop or mention parts begin. */
size_t ipr_phrase_before(const ipr_scan *s, size_t limit, size_t hi);
/* Where the list begins that goes on behind the clause break at k, "loss to cable, satellite and
 * telco firms may", not before lo; k + 1 if none does. */
size_t ipr_phrase_list(const ipr_scan *s, size_t lo, size_t k, size_t hi);
/* "of (last year's) orders": over a period that opens a phrase. */
size_t ipr_past_period(const ipr_scan *s, size_t k, size_t hi);
/* Every word that names something is of a class: IPR_ALSO_MEASURE, "their value"; _KIND. */
bool ipr_phrase_all(const ipr_scan *s, size_t lo, size_t hi, uint16_t also);

/* behind.c: what stands behind the value: its noun, or what it is a share of. Sets `anaphor` or
 * `kind_of` where it finds that the value takes over what another measures. */
bool ipr_phrase_behind(const ipr_scan *s, ipr_work *w);
/* before.c: the label before a colon, a bar or a column gap, "arrests: 667"; */
bool ipr_phrase_label(const ipr_scan *s, ipr_work *w);
/* the phrase that the value stands beside between commas, "the staff, 40 of them, had"; */
bool ipr_phrase_apposed(const ipr_scan *s, ipr_work *w);
/* or what the words before the value tell of; sets `part`. */
bool ipr_phrase_told(const ipr_scan *s, ipr_work *w);

/* Does the word at token i end as plurals do? */
bool ipr_plural(const ipr_scan *s, size_t i);
/* elder.c: a time or a place aside: "in the past 12 months", "in the 27 Member States". */
bool ipr_phrase_aside(const ipr_scan *s, const ipr_work *w);
/* "16 suspensions were lifted": a plural that is a verb's noun, where a phrase may end. */
bool ipr_deed_noun(const ipr_scan *s, size_t k);
/* elder.c: the earlier value that value i takes its subject over from if it has none; -1. */
int32_t ipr_work_elder(ipr_scan *s, size_t i);
/* elder.c: values of lists get the noun that they share, once each was asked for its own. */
void ipr_work_shared(ipr_scan *s);

#endif
