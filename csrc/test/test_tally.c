/* SPDX-License-Identifier: MIT
 * test_tally.c: any order and split of events packs alike; damaged packs are refused. */
#include "../core/sha256.h"
#include "../core/tally_run.h"
#include "test.h"

#include <stddef.h>
#include <stdlib.h>

#define EVENTS 400

static uint32_t next_random(uint32_t *s)
{
    *s = *s * 1664525u + 1013904223u;
    return *s >> 8;
}

/* The i-th of a fixed set of events with many ties and repeats. Texts live in `text`. */
static ipr_event event_of(uint32_t i, char text[3][16])
{
    uint32_t s = i * 2654435761u + 1;
    ipr_event e;
    memset(&e, 0, sizeof e);
    e.kind = (ipr_kind)(next_random(&s) % IPR_KIND_coverage);
    e.time = 1514764800 + (int64_t)(next_random(&s) % 40) * 7200;
    e.count = 1 + next_random(&s) % 3;
    e.amount = ipr_kind_info(e.kind)->uses & IPR_USES_AMOUNT ? (int64_t)(next_random(&s) % 9) : 0;
    snprintf(text[0], 16, "id%u", next_random(&s) % 12);
    snprintf(text[1], 16, "p%u", next_random(&s) % 4);
    snprintf(text[2], 16, "r%u", next_random(&s) % 3);
    e.id = (ipr_str){text[0], strlen(text[0])};
    e.parent = e.party = (ipr_str){text[1], strlen(text[1])};
    e.place = (ipr_str){text[2], strlen(text[2])};
    e.codes = next_random(&s) % 8;
    return e;
}

static void add_event(ipr_tally *t, uint32_t i)
{
    char text[3][16];
    ipr_event e = event_of(i, text);
    ipr_event cover = {.kind = IPR_KIND_coverage,
                       .time = e.time,
                       .until = e.time + 3600 * (i % 9),
                       .covers = (int)e.kind};
    CHECK(ipr_tally_add(t, &e, NULL) == IPR_OK);
    if (i % 9)
        CHECK(ipr_tally_add(t, &cover, NULL) == IPR_OK);
    if (i % 50 == 0)
        ipr_tally_trouble(t, IPR_TROUBLE_unknown_kind, e.place);
    if (i % 70 == 0)
        ipr_tally_column(t, e.party);
}

static void any_order_and_split_packs_alike(void)
{
    ipr_env env;
    ipr_buf want, got;
    uint32_t seed = 5;
    ipr_env_init(&env);
    ipr_buf_init(&want, &env);
    ipr_buf_init(&got, &env);
    ipr_tally *whole = ipr_tally_new(&env, NULL);
    for (uint32_t i = 0; i < EVENTS; i++)
        add_event(whole, i);
    CHECK(ipr_tally_pack(whole, &want, NULL) == IPR_OK);
    for (int round = 0; round < 12; round++) {
        ipr_tally *part[3] = {ipr_tally_new(&env, NULL), ipr_tally_new(&env, NULL),
                              ipr_tally_new(&env, NULL)};
        uint32_t step = 1 + 2 * (next_random(&seed) % 190); /* coprime steps reorder */
        while (EVENTS % step == 0 || step % 5 == 0)
            step += 2;
        for (uint32_t i = 0; i < EVENTS; i++)
            add_event(part[next_random(&seed) % 3], i * step % EVENTS);
        int a = round % 3, b = (round + 1) % 3, c = (round + 2) % 3;
        CHECK(ipr_tally_merge(part[a], part[b], NULL) == IPR_OK);
        CHECK(ipr_tally_merge(part[c], part[a], NULL) == IPR_OK);
        got.n = 0;
        CHECK(ipr_tally_pack(part[c], &got, NULL) == IPR_OK);
        CHECK(ipr_str_eq(ipr_buf_str(&got), ipr_buf_str(&want)));
        for (int i = 0; i < 3; i++)
            ipr_tally_free(part[i]);
    }
    ipr_tally *back = NULL;
    CHECK(ipr_tally_unpack(&env, ipr_buf_str(&want), &back, NULL) == IPR_OK);
    got.n = 0;
    CHECK(back && ipr_tally_pack(back, &got, NULL) == IPR_OK);
    CHECK(ipr_str_eq(ipr_buf_str(&got), ipr_buf_str(&want)));
    ipr_tally_free(back);
    ipr_tally_free(whole);
    ipr_buf_fini(&want);
    ipr_buf_fini(&got);
}

/* Packs go from machine to machine: `make check-32` and `make check-big` see the same bytes. A new
 * version of the format changes this digest. */
static void packs_are_the_same_on_any_machine(void)
{
    ipr_env env;
    ipr_buf b;
    ipr_sha256 sha;
    char hex[64];
    ipr_env_init(&env);
    ipr_buf_init(&b, &env);
    ipr_tally *t = ipr_tally_new(&env, NULL);
    for (uint32_t i = 0; i < EVENTS; i++)
        add_event(t, i);
    CHECK(ipr_tally_pack(t, &b, NULL) == IPR_OK);
    ipr_sha256_init(&sha);
    ipr_sha256_add(&sha, b.p, b.n);
    ipr_sha256_hex(&sha, hex);
    CHECK_STR(((ipr_str){hex, 64}),
              "f55eb50db9ba4f4a76ae8580408f5415f32f4c3cb926f10b7a60eb1c1dfae6c3");
    ipr_tally_free(t);
    ipr_buf_fini(&b);
}

/* Sums that pass their end are alike too, however they came there; amounts below the end are. */
static void sums_end_alike_in_any_order(void)
{
    static const int64_t amounts[] = {IPR_SUM_FULL - 1, 7, IPR_SUM_FULL / 2, 1, IPR_SUM_FULL - 9};
    ipr_env env;
    ipr_buf b[3];
    ipr_env_init(&env);
    for (size_t k = 0; k < 3; k++) {
        ipr_tally *t[2] = {ipr_tally_new(&env, NULL), ipr_tally_new(&env, NULL)}, *back = NULL;
        ipr_event e = {.kind = IPR_KIND_case_value, .time = 1514764800, .count = 1};
        e.place = IPR_STR("CNY");
        for (size_t i = 0; i < 5; i++) {
            e.amount = amounts[(i * (k + 1) + k) % 5];
            CHECK(ipr_tally_add(t[i * (k + 2) / 3 % 2], &e, NULL) == IPR_OK);
        }
        ipr_buf_init(&b[k], &env);
        CHECK(ipr_tally_merge(t[k % 2], t[1 - k % 2], NULL) == IPR_OK);
        CHECK(ipr_tally_pack(t[k % 2], &b[k], NULL) == IPR_OK);
        CHECK(ipr_str_eq(ipr_buf_str(&b[k]), ipr_buf_str(&b[0])));
        CHECK(ipr_tally_unpack(&env, ipr_buf_str(&b[k]), &back, NULL) == IPR_OK);
        ipr_plan plan = {.kind = e.kind, .measure = IPR_MEASURE_EVENTS, .sum = IPR_SUM_AMOUNT};
        ipr_results r;
        CHECK(ipr_tally_run(back, &plan, 1, IPR_PERIOD_YEAR, e.time, &r) == IPR_OK);
        CHECK(r.n == 1 && r.v[0].num == IPR_SUM_FULL);
        ipr_results_fini(&env, &r);
        ipr_tally_free(back);
        ipr_tally_free(t[0]);
        ipr_tally_free(t[1]);
    }
    for (size_t k = 0; k < 3; k++)
        ipr_buf_fini(&b[k]);
}

static void damaged_packs_are_refused(void)
{
    ipr_env env;
    ipr_buf b;
    ipr_env_init(&env);
    ipr_buf_init(&b, &env);
    ipr_tally *t = ipr_tally_new(&env, NULL), *back = NULL;
    for (uint32_t i = 0; i < 40; i++)
        add_event(t, i);
    CHECK(ipr_tally_pack(t, &b, NULL) == IPR_OK);
    for (size_t i = 0; i < b.n; i++) {
        ipr_err err = {0};
        CHECK(ipr_tally_unpack(&env, (ipr_str){b.p, i}, &back, &err) == IPR_EVERSION);
        b.p[i] = (char)(b.p[i] ^ 4);
        CHECK(ipr_tally_unpack(&env, ipr_buf_str(&b), &back, &err) == IPR_EVERSION);
        CHECK(err.message[0] && err.offset <= b.n && !back);
        b.p[i] = (char)(b.p[i] ^ 4);
    }
    ipr_tally_free(t);
    ipr_buf_fini(&b);
}

/* What events add up to until a limit of 5 is passed: an error that names it, when adding, when
 * merging and when unpacking. */
static void the_caps_hold(void)
{
    static const struct {
        const char *name;
        size_t at; /* of the limit in ipr_limits */
    } caps[] = {
        {"max_cases", offsetof(ipr_limits, max_cases)},
        {"max_words", offsetof(ipr_limits, max_words)},
        {"max_cells", offsetof(ipr_limits, max_cells)},
        {"max_spans", offsetof(ipr_limits, max_spans)},
    };
    for (size_t k = 0; k < sizeof caps / sizeof *caps; k++) {
        ipr_env small, wide;
        ipr_err err = {0};
        ipr_buf b;
        ipr_env_init(&small);
        ipr_env_init(&wide);
        *(size_t *)((char *)&small.limits + caps[k].at) = 5;
        ipr_tally *t[] = {ipr_tally_new(&small, NULL), ipr_tally_new(&wide, NULL)}, *into;
        for (size_t i = 0; i < 12; i++) {
            char id[] = {'a', (char)('a' + i)}, party[] = {'p', (char)('a' + i)};
            int64_t time = 1514764800 + (int64_t)i * 2 * IPR_DAY_SECONDS;
            ipr_event e = {.kind = IPR_KIND_request_received, .time = time, .count = 1};
            ipr_event cover = {.kind = IPR_KIND_coverage, .time = time, .until = time + 9};
            e.id = (ipr_str){id, 2};
            e.party = (ipr_str){party, k == 1 ? 2 : 1};
            for (size_t n = 0; n < 2; n++) {
                ipr_status st = ipr_tally_add(t[n], &e, &err);
                if (!st && k == 3)
                    st = ipr_tally_add(t[n], &cover, &err);
                CHECK(st == (n == 0 && i >= 5 ? IPR_ELIMIT : IPR_OK));
            }
        }
        CHECK(strstr(err.message, caps[k].name));
        ipr_buf_init(&b, &wide);
        CHECK(ipr_tally_pack(t[1], &b, NULL) == IPR_OK);
        memset(&err, 0, sizeof err);
        CHECK(ipr_tally_unpack(&small, ipr_buf_str(&b), &into, &err) == IPR_ELIMIT);
        CHECK(strstr(err.message, caps[k].name));
        into = ipr_tally_new(&small, NULL);
        memset(&err, 0, sizeof err);
        CHECK(ipr_tally_merge(into, t[1], &err) == IPR_ELIMIT && strstr(err.message, caps[k].name));
        ipr_tally_free(into);
        ipr_tally_free(t[0]);
        ipr_tally_free(t[1]);
        ipr_buf_fini(&b);
    }
}

static void tell(void *ud, const ipr_quality *row)
{
    char *at = (char *)ud + strlen(ud);
    snprintf(at, 400 - strlen(ud), "%s %.*s %d\n", row->code, (int)row->what.n, row->what.p,
             (int)row->n);
}

/* max_unknown: the first names, with all their rows, whatever came in between. */
static void unknown_names_are_few_and_the_same(void)
{
    static const char want[] = "unknown_kind a 10\nunknown_kind b 10\nunknown_kind c 10\n"
                               "unknown_kind  230\nunknown_column a 1\nunknown_column b 1\n"
                               "unknown_column c 1\nunknown_column  1\n";
    ipr_env env;
    ipr_buf b[2];
    ipr_env_init(&env);
    env.limits.max_unknown = 3;
    for (uint32_t k = 0; k < 2; k++) {
        ipr_tally *t[2] = {ipr_tally_new(&env, NULL), ipr_tally_new(&env, NULL)}, *back = NULL;
        for (uint32_t i = 0; i < 260; i++) {
            char name = (char)('a' + (k ? 25 - i % 26 : i * 7 % 26));
            ipr_tally *to = t[i / (k + 1) % 2];
            CHECK(ipr_tally_trouble(to, IPR_TROUBLE_unknown_kind, (ipr_str){&name, 1}) == IPR_OK);
            CHECK(ipr_tally_column(to, (ipr_str){&name, 1}) == IPR_OK);
        }
        CHECK(ipr_tally_merge(t[k], t[1 - k], NULL) == IPR_OK);
        ipr_buf_init(&b[k], &env);
        CHECK(ipr_tally_pack(t[k], &b[k], NULL) == IPR_OK);
        CHECK(ipr_tally_unpack(&env, ipr_buf_str(&b[k]), &back, NULL) == IPR_OK);
        const ipr_tally *both[] = {t[k], back};
        for (size_t n = 0; n < 2; n++) {
            char told[400] = "";
            CHECK(ipr_tally_quality(both[n], tell, told) == IPR_OK);
            CHECK_STR(((ipr_str){told, strlen(told)}), want);
        }
        ipr_tally_free(back);
        ipr_tally_free(t[0]);
        ipr_tally_free(t[1]);
    }
    CHECK(ipr_str_eq(ipr_buf_str(&b[0]), ipr_buf_str(&b[1])));
    ipr_buf_fini(&b[0]);
    ipr_buf_fini(&b[1]);
}

static const test_case tests[] = {
    {"any order and split of the events packs to the same bytes", any_order_and_split_packs_alike},
    {"a tally packs to the same bytes on any machine", packs_are_the_same_on_any_machine},
    {"sums that pass their end are the same in any order", sums_end_alike_in_any_order},
    {"damaged packs are refused", damaged_packs_are_refused},
    {"the caps hold and are named", the_caps_hold},
    {"of unknown names the first are told, the rest together", unknown_names_are_few_and_the_same},
};
TEST_MAIN(tests)
