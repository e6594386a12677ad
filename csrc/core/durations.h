/* SPDX-License-Identifier: MIT
 * durations.h: numbered lists of durations in seconds and their quantiles, exact or, where
 * asked, from sketches of bounded size. Who uses it: tally_run. One object, one thread.
 */
#ifndef IPR_DURATIONS_H
#define IPR_DURATIONS_H

#include "estimate.h"

typedef struct ipr_duration_list {
    uint32_t *v; /* the durations, or the counts of IPR_DD_BUCKETS buckets */
    size_t n, cap;
} ipr_duration_list;

typedef struct ipr_durations {
    ipr_env *env;
    bool sketch;
    ipr_duration_list *lists;
    size_t cap; /* lists there are */
} ipr_durations;

void ipr_durations_init(ipr_durations *d, ipr_env *env, bool sketch);
void ipr_durations_fini(ipr_durations *d);
/* Adds to list i; false if memory is short. */
bool ipr_durations_add(ipr_durations *d, size_t i, uint32_t seconds);
/* The nearest-rank quantile of list i: the ceil(n × permille / 1000)-th smallest; 0 if it is
 * empty. A sketch answers within 1/64. Sorts the list. */
uint32_t ipr_durations_quantile(ipr_durations *d, size_t i, unsigned permille);

#endif
