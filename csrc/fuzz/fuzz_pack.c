/* SPDX-License-Identifier: MIT
 * fuzz_pack.c: a language pack of any bytes, and any text read with it. Lines up to a zero byte are
 * phrases, each with a tab and the bytes of its meaning behind it; each must be found again, with
 * the entry it got. The text follows; spans must lie inside it. */
#include "fuzz.h"
#include "../core/metric.h"

/* Byte i of what says the meaning, below `top`; 0 where there is none. */
static unsigned byte(ipr_str s, size_t i, unsigned top)
{
    return i < s.n ? (uint8_t)s.p[i] % top : 0;
}

static void mean(ipr_entry *e, ipr_str how)
{
    e->roles |= (uint64_t)1 << byte(how, 0, IPR_ROLE_COUNT);
    ipr_set_add(&e->concepts, byte(how, 1, IPR_CONCEPT_MAX));
    e->scale = (int8_t)byte(how, 2, 25);
    e->number = byte(how, 3, 256) / 4.0;
    e->time = (int8_t)byte(how, 4, 13);
    e->unit = (uint8_t)byte(how, 5, 4);
    e->also = (uint16_t)byte(how, 6, 4);
}

static void add_row(ipr_pack *p, ipr_str name, ipr_str how)
{
    ipr_key_row *row = ipr_pack_row(p, name);
    check(row != NULL);
    row->units = ~0u;
    ipr_set_add(&row->heads, byte(how, 1, IPR_CONCEPT_MAX));
    if (how.n > 7)
        ipr_set_add(&row->facet, byte(how, 7, IPR_CONCEPT_MAX));
    row->share = how.n > 8;
}

/* Whether the pack is within its limits: sealing fails for no other reason. */
static bool fill(ipr_pack *p, ipr_str rest)
{
    while (rest.n) {
        ipr_str how = cut(&rest, '\n'), phrase = cut(&how, '\t');
        ipr_entry *e = ipr_pack_entry(p, phrase);
        if (!e)
            continue;
        mean(e, how);
        uint64_t roles = e->roles;
        e = ipr_pack_entry(p, phrase);
        check(e && e->roles == roles);
        add_row(p, phrase, how);
    }
    ipr_status sealed = ipr_pack_seal(p);
    check(sealed == IPR_OK || sealed == IPR_ELIMIT);
    return sealed == IPR_OK;
}

static void scan(ipr_env *env, const ipr_pack *pack, ipr_str text)
{
    ipr_metric_options options = {.claims = true};
    ipr_scan *s = ipr_scan_new(env);
    ipr_metrics out;
    ipr_buf json;
    ipr_metrics_init(&out, env);
    ipr_buf_init(&json, env);
    ipr_metric_scan(s, pack, text, &options, &out, NULL);
    for (size_t i = 0; i < out.n; i++) {
        const ipr_metric *m = &out.item[i];
        check(m->span.start < m->span.end && m->span.end <= text.n && m->subject.end <= text.n);
        ipr_metric_json(&json, pack, text, m);
    }
    ipr_buf_fini(&json);
    ipr_metrics_fini(&out);
    ipr_scan_free(s);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    ipr_env env;
    ipr_pack pack;
    ipr_str text = {(const char *)data, size};
    ipr_env_init(&env);
    check(ipr_pack_init(&pack, &env) == IPR_OK);
    ipr_str phrases = cut(&text, 0);
    ipr_pack_variants(&pack, phrases);
    if (fill(&pack, phrases))
        scan(&env, &pack, text);
    ipr_pack_fini(&pack);
    return 0;
}
