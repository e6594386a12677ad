/* SPDX-License-Identifier: MIT
 * fuzz_metric.c: any bytes as a report, read with a small pack that has every role. Spans
 * must lie inside the text and on character boundaries where the text is UTF-8. */
#include "fuzz.h"
#include "../core/metric.h"

static void word(ipr_pack *p, const char *phrase, int role, int8_t scale)
{
    ipr_entry *e = ipr_pack_entry(p, (ipr_str){phrase, strlen(phrase)});
    if (!e)
        abort();
    e->roles |= (uint64_t)1 << role;
    e->scale = scale;
    e->number = 0.5 + role % 3;
    e->time = (int8_t)(role % 4);
    ipr_set_add(&e->concepts, (unsigned)role);
}

/* Each role gets one letter, one two-letter word and one Han character. */
static void fill(ipr_pack *p)
{
    for (int r = 0; r < IPR_ROLE_COUNT; r++) {
        char latin[3] = {(char)('a' + r % 26), (char)('a' + r / 26), 0};
        char han[4] = {(char)0xE4, (char)(0xB8 + r / 32), (char)(0x80 + r % 64), 0};
        word(p, latin, r, (int8_t)(r % 9));
        word(p, han, r, (int8_t)(r % 9));
    }
    ipr_key_row *row = ipr_pack_row(p, IPR_STR("key"));
    if (!row)
        abort();
    row->units = ~0u;
    ipr_set_add(&row->heads, IPR_R_VERB);
    ipr_set_add(&row->facet, IPR_R_NAME);
    row->share = true;
    if (ipr_pack_seal(p))
        abort();
}

static void check_metric(ipr_str text, const ipr_metric *m)
{
    if (m->span.start >= m->span.end || m->span.end > text.n || m->subject.end > text.n ||
        m->facet.end > text.n || !(m->value >= 0) || m->value > 1e300)
        abort();
    if (ipr_utf8_check(text) == text.n && ((uint8_t)text.p[m->span.start] & 0xC0) == 0x80)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static ipr_env env;
    static ipr_pack pack;
    static ipr_scan *scan;
    if (!scan) {
        ipr_env_init(&env);
        if (ipr_pack_init(&pack, &env))
            abort();
        fill(&pack);
        scan = ipr_scan_new(&env);
    }
    ipr_metrics out;
    ipr_buf json;
    ipr_metric_options options = {.claims = true};
    ipr_str text = {(const char *)data, size};
    ipr_metrics_init(&out, &env);
    ipr_buf_init(&json, &env);
    if (!ipr_metric_scan(scan, &pack, text, &options, &out, NULL))
        for (size_t i = 0; i < out.n; i++) {
            check_metric(text, &out.item[i]);
            ipr_metric_json(&json, &pack, text, &out.item[i]);
        }
    ipr_buf_clear(&json); /* the same bytes as a line of JSON */
    ipr_metric_line(scan, &pack, text, &options, &out, &json);
    if (json.n && (memcmp(json.p, "{\"id\":", 6) || memcmp(json.p + json.n - 2, "}\n", 2)))
        abort();
    ipr_buf_fini(&json);
    ipr_metrics_fini(&out);
    return 0;
}
