/* SPDX-License-Identifier: MIT
 * test_faults_tally.c: memory runs out while events are counted. */
#include "../core/durations.h"
#include "../core/tally_run.h"
#include "stories.h"

static ipr_status add_events(ipr_tally *t)
{
    ipr_status st = IPR_OK;
    for (uint32_t i = 0; !st && i < 60; i++) {
        char id[16];
        ipr_event e = {.kind = i % 2 ? IPR_KIND_request_received : IPR_KIND_request_accepted,
                       .time = 1514764800 + 86400 * (int64_t)i,
                       .count = 1,
                       .party = S("p1"),
                       .place = S("r1"),
                       .parent = S("L1")};
        e.id = (ipr_str){id, (size_t)snprintf(id, sizeof id, "id%d", (int)i / 2)};
        st = ipr_tally_add(t, &e, NULL);
    }
    ipr_event cover = {.kind = IPR_KIND_coverage, .time = 0, .until = 90000, .covers = 1};
    TRY(st, ipr_tally_add(t, &cover, NULL));
    TRY(st, ipr_tally_trouble(t, IPR_TROUBLE_unknown_kind, S("odd")));
    return TRY(st, ipr_tally_column(t, S("colour")));
}

static void count_row(void *ud, const ipr_quality *row)
{
    *(uint64_t *)ud += row->n;
}

static ipr_status tally(ipr_env *env)
{
    ipr_plan plan = {.measure = IPR_MEASURE_QUANTILE,
                     .entity = IPR_ENTITY_request,
                     .anchor = 1,
                     .done = 14,
                     .permille = 500,
                     .facet = IPR_FACET_PARTY};
    ipr_results r = {0};
    ipr_buf b;
    uint64_t rows_seen = 0;
    ipr_tally *t = ipr_tally_new(env, &(ipr_tally_options){.sketches = true}), *back = NULL;
    ipr_status st = have(t);
    ipr_buf_init(&b, env);
    TRY(st, add_events(t));
    TRY(st, ipr_tally_pack(t, &b, NULL));
    TRY(st, ipr_tally_unpack(env, ipr_buf_str(&b), &back, NULL));
    CHECK(!st || back == NULL);
    TRY(st, ipr_tally_merge(back, t, NULL));
    TRY(st, ipr_tally_quality(back, count_row, &rows_seen));
    TRY(st, ipr_tally_run(back, &plan, 1, IPR_PERIOD_MONTH, INT64_MAX, &r));
    ipr_results_fini(env, &r);
    ipr_tally_free(back);
    ipr_tally_free(t);
    ipr_buf_fini(&b);
    return st;
}

static ipr_status durations(ipr_env *env)
{
    ipr_status st = IPR_OK;
    for (int sketch = 0; sketch < 2; sketch++) {
        ipr_durations d;
        ipr_durations_init(&d, env, sketch);
        for (uint32_t i = 0; !st && i < 40; i++)
            st = ipr_durations_add(&d, i % 3, i) ? IPR_OK : IPR_ENOMEM;
        ipr_durations_fini(&d);
    }
    return st;
}

static const story stories[] = {{"tally", tally}, {"durations", durations}};

int main(int argc, char **argv)
{
    (void)argv;
    return run_stories(stories, sizeof stories / sizeof *stories, argc);
}
