/* SPDX-License-Identifier: MIT
 * test_estimate.c: sketches stay within their bounds and merge in any order. */
#include "../core/estimate.h"
#include "test.h"

#include <stdio.h>

static void add_number(ipr_hll *h, unsigned i)
{
    char text[32];
    snprintf(text, sizeof text, "seller%u", i);
    ipr_hll_add(h, (ipr_str){text, strlen(text)});
}

static void distinct_counts_are_near(void)
{
    static const unsigned sizes[] = {0, 1, 10, 500, 5000, 20000, 200000};
    for (size_t k = 0; k < sizeof sizes / sizeof *sizes; k++) {
        ipr_hll all = {{0}}, even = {{0}}, odd = {{0}};
        for (unsigned i = 0; i < sizes[k]; i++) {
            add_number(&all, i);
            add_number(&all, i);
            add_number(i % 2 ? &odd : &even, i);
        }
        double n = (double)ipr_hll_count(&all), want = sizes[k];
        CHECK(n >= want * 0.95 && n <= want * 1.05);
        ipr_hll_merge(&odd, &even);
        CHECK(memcmp(&odd, &all, sizeof all) == 0);
    }
}

static void buckets_are_within_their_bound(void)
{
    for (uint64_t v = 0; v <= UINT32_MAX; v += v < 5000 ? 1 : v / 777) {
        unsigned b = ipr_dd_bucket((uint32_t)v);
        double got = ipr_dd_value(b), off = got > (double)v ? got - (double)v : (double)v - got;
        CHECK(b < IPR_DD_BUCKETS);
        CHECK(v < 64 ? off == 0 : off <= (double)v / 64);
        CHECK(!v || ipr_dd_bucket((uint32_t)v - 1) <= b);
    }
    CHECK(ipr_dd_bucket(UINT32_MAX) < IPR_DD_BUCKETS);
}

static const test_case tests[] = {
    {"distinct counts are within 5 % and merge in any order", distinct_counts_are_near},
    {"quantile buckets are within 1/64 and in order", buckets_are_within_their_bound},
};
TEST_MAIN(tests)
