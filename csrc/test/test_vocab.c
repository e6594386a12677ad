/* SPDX-License-Identifier: MIT
 * test_vocab.c: terms, guards and the caller's precedence. */
#include "../core/vocab.h"
#include "test.h"

static ipr_env env;

static void add(ipr_vocab *v, const char *term, ipr_term_kind kind, unsigned strength, bool own)
{
    ipr_term t = {
        .text = {term, strlen(term)}, .kind = kind, .strength = (uint16_t)strength, .own = own};
    CHECK(ipr_vocab_add(v, &t, NULL) == IPR_OK);
}

/* The hits of text as "start-end " one after the other. */
static void hits_are(const ipr_vocab *v, const char *text, const char *want)
{
    ipr_vocab_scratch s;
    ipr_vocab_hit hits[8];
    ipr_buf b;
    ipr_vocab_scratch_init(&s, &env);
    ipr_buf_init(&b, &env);
    size_t n;
    CHECK(ipr_vocab_scan(v, &s, (ipr_str){text, strlen(text)}, true, hits, 8, &n) == IPR_OK);
    for (size_t i = 0; i < n; i++) {
        ipr_buf_addint(&b, hits[i].start);
        ipr_buf_addc(&b, '-');
        ipr_buf_addint(&b, hits[i].end);
        ipr_buf_adds(&b, hits[i].hidden ? "! " : " ");
    }
    CHECK_STR(ipr_buf_str(&b), want);
    ipr_buf_fini(&b);
    ipr_vocab_scratch_fini(&s);
}

static void guards(void)
{
    ipr_env_init(&env);
    ipr_vocab *v = ipr_vocab_new(&env);
    add(v, "replica", IPR_TERM_COPY, 800, false);
    add(v, "aaa", IPR_TERM_GRADE, 450, false);
    add(v, "aaa replica", IPR_TERM_COPY, 950, false);
    add(v, "aaa battery", IPR_TERM_EXCEPTION, 1000, false);
    add(v, "not", IPR_TERM_NEGATION, 1000, false);
    add(v, "高仿", IPR_TERM_COPY, 970, false);
    add(v, "used", IPR_TERM_USED, 1000, false);
    CHECK(ipr_vocab_seal(v, NULL) == IPR_OK && ipr_vocab_count(v) == 7);
    hits_are(v, "a replica", "2-9 ");
    hits_are(v, "AAA replica", "0-11 ");
    hits_are(v, "aaa battery, aaa", "13-16 ");
    hits_are(v, "not a replica", "");
    hits_are(v, "not aaa battery replica", "16-23 ");
    hits_are(v, "not used", "4-8 ");
    hits_are(v, "表高仿表", "3-9 ");
    hits_are(v, "repl1ca r3plica", "0-7! 8-15! ");
    hits_are(v, "", "");
    ipr_vocab_free(v);
}

static void the_callers_term_goes_first(void)
{
    ipr_env_init(&env);
    ipr_vocab *v = ipr_vocab_new(&env);
    add(v, "réplica", IPR_TERM_COPY, 750, false);
    add(v, "replica", IPR_TERM_COPY, 800, false);
    add(v, "grey", IPR_TERM_PARALLEL, 800, false);
    add(v, "Replica", IPR_TERM_COPY, 0, true);
    ipr_term t = {.text = IPR_STR("x"), .strength = 1001};
    CHECK(ipr_vocab_add(v, &t, NULL) == IPR_EVALUE);
    CHECK(ipr_vocab_seal(v, NULL) == IPR_OK);
    hits_are(v, "replica grey", "8-12 ");
    ipr_vocab_free(v);
}

static const test_case tests[] = {
    {"ordinary phrases, negations and longer terms take hits away", guards},
    {"the caller's term goes before the shipped ones", the_callers_term_goes_first},
};
TEST_MAIN(tests)
