/* SPDX-License-Identifier: MIT
 * change.h: what change.c and again.c share: words of moves, figures told again.
 *
 * Private to these two files.
 */
#ifndef IPR_CHANGE_H
#define IPR_CHANGE_H

#include "scan.h"

#define COMPARATORS (IPR_ROLE(GT) | IPR_ROLE(GE) | IPR_ROLE(LT) | IPR_ROLE(LE) | IPR_ROLE(ABOUT))
#define TREND (IPR_ROLE(UP) | IPR_ROLE(DOWN))
#define VERSUS (IPR_ROLE(BASE) | IPR_ROLE(FROM))

static inline bool ipr_is_part(const ipr_quantity *q)
{
    const unsigned parts = 1u << IPR_U_PERCENT | 1u << IPR_U_RATIO | 1u << IPR_U_POINTS;
    return parts >> q->unit & 1;
}

/* The same figure again: "a third (33%)", "RMB 8.4 billion (US$1.2 billion)". */
void ipr_work_again(ipr_scan *s);
/* Another thing that moved alike: "Music fell by 18%, and film by 2%". */
void ipr_work_alike(ipr_scan *s);

#endif
