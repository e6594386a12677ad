/* SPDX-License-Identifier: MIT
 * estimate.c: HyperLogLog and DDSketch in integers, see estimate.h. */
#include "estimate.h"

#include <math.h>

void ipr_hll_add(ipr_hll *h, ipr_str s)
{
    uint64_t hash = ipr_hash(0, s.p, s.n); /* one seed everywhere: sketches are merged */
    unsigned i = (unsigned)(hash >> (64 - IPR_HLL_BITS)), rank = 1;
    for (uint64_t rest = hash << IPR_HLL_BITS; rank <= 64 - IPR_HLL_BITS && !(rest >> 63);
         rest <<= 1)
        rank++;
    if (rank > h->r[i])
        h->r[i] = (unsigned char)rank;
}

void ipr_hll_merge(ipr_hll *into, const ipr_hll *from)
{
    for (unsigned i = 0; i < IPR_HLL_REGISTERS; i++)
        if (from->r[i] > into->r[i])
            into->r[i] = from->r[i];
}

uint64_t ipr_hll_count(const ipr_hll *h)
{
    const double m = IPR_HLL_REGISTERS;
    unsigned zeros = 0;
    uint64_t sum = 0; /* of 2^-register, in units of 2^-50; beyond 50 a register adds nothing */
    for (unsigned i = 0; i < IPR_HLL_REGISTERS; i++) {
        zeros += h->r[i] == 0;
        sum += h->r[i] <= 50 ? UINT64_C(1) << (50 - h->r[i]) : 0;
    }
    double estimate = 0.7213 / (1 + 1.079 / m) * m * m / ldexp((double)sum, -50);
    if (estimate <= 2.5 * m && zeros)
        estimate = m * log(m / zeros);
    return (uint64_t)(estimate + 0.5);
}

unsigned ipr_dd_bucket(uint32_t v)
{
    unsigned shift = 0;
    while (v >> shift >= 64)
        shift++;
    return shift * 32 + (v >> shift);
}

uint32_t ipr_dd_value(unsigned bucket)
{
    unsigned shift = bucket < 64 ? 0 : bucket / 32 - 1;
    uint64_t low = (uint64_t)(bucket - shift * 32) << shift;
    return (uint32_t)(low + (shift ? (UINT64_C(1) << (shift - 1)) : 0));
}
