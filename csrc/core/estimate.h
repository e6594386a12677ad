/* SPDX-License-Identifier: MIT
 * estimate.h: two published sketches in integers: HyperLogLog for distinct counts (Flajolet and
 * others, 2007) and DDSketch for quantiles with its linearly interpolated mapping (Masson and
 * others, 2019). Both merge by maximum or sum, so any split and order gives the same state.
 * Who uses it: tallies, where a caller asked for sketches; everything else is exact.
 */
#ifndef IPR_ESTIMATE_H
#define IPR_ESTIMATE_H

#include "str.h"

#define IPR_HLL_BITS 12 /* 4096 registers: standard error 1.6 % */
#define IPR_HLL_REGISTERS (1u << IPR_HLL_BITS)

typedef struct ipr_hll {
    unsigned char r[IPR_HLL_REGISTERS]; /* zeros: empty */
} ipr_hll;

void ipr_hll_add(ipr_hll *h, ipr_str s);
void ipr_hll_merge(ipr_hll *into, const ipr_hll *from);
/* The estimated number of distinct texts, rounded. */
uint64_t ipr_hll_count(const ipr_hll *h);

/* Buckets of 32-bit values: 32 to each power of two; the value of a bucket is within 1/64 of
 * every value in it, and values up to 63 are exact. */
#define IPR_DD_BUCKETS (33 * 32)
unsigned ipr_dd_bucket(uint32_t v);
uint32_t ipr_dd_value(unsigned bucket);

#endif
