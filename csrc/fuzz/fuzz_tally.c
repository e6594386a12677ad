/* SPDX-License-Identifier: MIT
 * fuzz_tally.c: packed tallies with a right hash behind any bytes: refused, or a state that
 * packs to the same bytes, merges and answers plans. */
#include "fuzz.h"
#include "../core/tally_run.h"

static void ask(ipr_env *env, const ipr_tally *t)
{
    for (int m = 0; m < IPR_MEASURE_COUNT_; m++) {
        ipr_plan plan = {.measure = (ipr_measure)m,
                         .entity = IPR_ENTITY_request,
                         .anchor = 1,
                         .done = 14,
                         .hit = 6,
                         .permille = 950,
                         .facet = (unsigned)m,
                         .limit = 3600};
        ipr_results r;
        if (ipr_tally_run(t, &plan, 1, IPR_PERIOD_QUARTER, UINT32_MAX, &r))
            abort();
        ipr_results_fini(env, &r);
    }
}

static void see(void *ud, const ipr_quality *row)
{
    *(uint64_t *)ud += row->n;
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    ipr_env env;
    ipr_buf in, out;
    ipr_tally *t = NULL;
    uint64_t troubles = 0;
    ipr_env_init(&env);
    ipr_buf_init(&in, &env);
    ipr_buf_init(&out, &env);
    ipr_buf_adds(&in, "IPRTALLY\1");
    ipr_buf_add(&in, (const char *)data, n);
    uint64_t hash = ipr_hash(0, in.p, in.n);
    for (int i = 0; i < 8; i++)
        ipr_buf_addc(&in, (char)(hash >> 8 * i & 255));
    if (!ipr_tally_unpack(&env, ipr_buf_str(&in), &t, NULL)) {
        if (ipr_tally_pack(t, &out, NULL) || !ipr_str_eq(ipr_buf_str(&in), ipr_buf_str(&out)))
            abort();
        ask(&env, t);
        ipr_tally_quality(t, see, &troubles);
        ipr_tally *sum = ipr_tally_new(&env, NULL);
        ipr_tally_merge(sum, t, NULL);
        ipr_tally_free(sum);
    }
    ipr_tally_free(t);
    ipr_buf_fini(&in);
    ipr_buf_fini(&out);
    return 0;
}
