/* SPDX-License-Identifier: MIT
 * test_faults_metric.c: memory runs out while figures are read out of prose. */
#include "../core/metric.h"
#include "stories.h"

static ipr_status metrics(ipr_env *env)
{
    ipr_str text = S("In 2019, 1,045 leads led to 4,125 arrests, a 12% increase.\n- 30 bags\n");
    ipr_str line = S("{\"id\":\"\\n\",\"text\":\"4,125 arrests\"}");
    ipr_pack p;
    ipr_metrics out;
    ipr_buf json;
    ipr_metric_options o = {.claims = true};
    ipr_status st = ipr_pack_init(&p, env);
    ipr_metrics_init(&out, env);
    ipr_buf_init(&json, env);
    ipr_entry *e = st ? NULL : ipr_pack_entry(&p, S("increase of leads"));
    TRY(st, have(e));
    TRY(st, have(ipr_pack_entry(&p, S("arrests"))));
    TRY(st, have(ipr_pack_row(&p, S("leads"))));
    TRY(st, ipr_pack_seal(&p));
    ipr_scan *s = st ? NULL : ipr_scan_new(env);
    TRY(st, have(s));
    if (!st) {
        st = ipr_metric_scan(s, &p, text, &o, &out, NULL);
        CHECK(!st || out.n == 0);
        mend(env);
        out.n = 0;
        CHECK(!ipr_metric_scan(s, &p, text, &o, &out, NULL) && out.n >= 4);
    }
    for (size_t i = 0; !st && i < out.n; i++)
        ipr_metric_json(&json, &p, text, &out.item[i]);
    TRY(st, full(&json));
    TRY(st, ipr_metric_line(s, &p, line, &o, &out, &json));
    ipr_scan_free(s);
    ipr_buf_fini(&json);
    ipr_metrics_fini(&out);
    ipr_pack_fini(&p);
    return st;
}

static const story stories[] = {{"metrics", metrics}};

int main(int argc, char **argv)
{
    (void)argv;
    return run_stories(stories, sizeof stories / sizeof *stories, argc);
}
