/* SPDX-License-Identifier: MIT
 * test_cond.c: truth, scores and actions without Lua. */
#include "test.h"

#include "../core/verdict.h"

#define S(x) IPR_STR(x)

static ipr_env env;
static const ipr_lists no_lists;

typedef struct world {
    ipr_rules *rules;
    ipr_columns *columns;
    ipr_eval eval;
    ipr_result result;
    ipr_listing listing;
} world;

static void begin(world *w)
{
    ipr_env_init(&env);
    memset(w, 0, sizeof *w);
    w->rules = ipr_rules_new(&env);
    w->columns = ipr_columns_new(&env);
    ipr_eval_init(&w->eval, &env, &no_lists);
    ipr_listing_begin(&w->listing, w->columns);
}

static uint32_t number(world *w, ipr_op op, unsigned field, double a, double b)
{
    return ipr_cond_leaf(ipr_rules_prog(w->rules),
                         &(ipr_leaf){.op = op, .field = field, .a = a, .b = b}, NULL);
}

static void add(world *w, const char *name, const char *group, int64_t weight, uint32_t when)
{
    ipr_rule r = {.name = {name, strlen(name)},
                  .weight = weight,
                  .when = when,
                  .unless = IPR_NONE,
                  .group = ipr_rules_group(w->rules, (ipr_str){group, strlen(group)})};
    CHECK(ipr_rules_add(w->rules, &r, NULL) == IPR_OK);
}

static void act(world *w, const char *name, int64_t at, uint32_t groups)
{
    ipr_action a = {.name = {name, strlen(name)}, .at = at, .groups = groups};
    CHECK(ipr_rules_action(w->rules, &a, NULL, 0, NULL) == IPR_OK);
}

static void run(world *w)
{
    ipr_eval_set(&w->eval, &w->listing);
    ipr_score_begin(&w->result);
    ipr_score_end(&w->result, &w->eval);
}

static void seal(world *w)
{
    CHECK(ipr_rules_seal(w->rules, NULL) == IPR_OK);
    CHECK(ipr_result_init(&w->result, w->rules, &env) == IPR_OK);
}

static void end(world *w)
{
    ipr_result_fini(&w->result, &env);
    ipr_eval_fini(&w->eval);
    ipr_rules_free(w->rules);
    ipr_columns_free(w->columns);
}

static void misfits_are_refused(void)
{
    world w;
    ipr_err err = {0};
    begin(&w);
    ipr_prog *p = ipr_rules_prog(w.rules);
    CHECK(ipr_cond_leaf(p, &(ipr_leaf){.op = IPR_OP_BELOW, .field = IPR_FIELD_title}, &err) ==
          UINT32_MAX);
    CHECK(err.code == IPR_EVALUE);
    CHECK(ipr_cond_leaf(p, &(ipr_leaf){.op = IPR_OP_IS, .field = IPR_FIELD_title}, &err) ==
          UINT32_MAX);
    CHECK(number(&w, IPR_OP_RAMP, IPR_FIELD_price, 1, 1) == UINT32_MAX);
    CHECK(number(&w, IPR_OP_BETWEEN, IPR_FIELD_price, 2, 1) == UINT32_MAX);
    CHECK(ipr_cond_leaf(p, &(ipr_leaf){.op = IPR_OP_TRUTH, .field = IPR_FIELD_price}, &err) ==
          UINT32_MAX);
    CHECK(ipr_prog_terms(p, &S("--"), 1, &err) == UINT32_MAX && err.code == IPR_ELIST);
    CHECK(ipr_prog_hashes(p, &S("xyz"), 1, &err) == UINT32_MAX && err.offset == 0);
    for (size_t i = 0; i < env.limits.max_depth; i++)
        CHECK(ipr_cond_open(p, IPR_OP_NOT, &err) != UINT32_MAX);
    CHECK(ipr_cond_open(p, IPR_OP_NOT, &err) == UINT32_MAX && err.code == IPR_EDEPTH);
    end(&w);
}

static void intervals(void)
{
    world w;
    begin(&w);
    ipr_prog *p = ipr_rules_prog(w.rules);
    w.listing.slot[IPR_COL_QUANTITY] = S("5");
    ipr_eval_set(&w.eval, &w.listing);
    uint32_t ramp = number(&w, IPR_OP_RAMP, IPR_FIELD_quantity, 0, 20);
    uint32_t tiny = number(&w, IPR_OP_RAMP, IPR_FIELD_quantity, 4.999999, 1000000);
    uint32_t gone = number(&w, IPR_OP_ABOVE, IPR_FIELD_seller_strikes, 0, 0);
    ipr_truth t = ipr_cond_test(p, ramp, &w.eval, NULL);
    CHECK(t.lo == 250 && t.hi == 250);
    t = ipr_cond_test(p, tiny, &w.eval, NULL);
    CHECK(t.lo == 1 && t.hi == 1); /* more than nothing stays more than nothing */
    t = ipr_cond_test(p, gone, &w.eval, NULL);
    CHECK(t.lo == 0 && t.hi == 1000 && ipr_is_unknown(t));
    uint32_t any = ipr_cond_open(p, IPR_OP_ANY, NULL);
    number(&w, IPR_OP_RAMP, IPR_FIELD_quantity, 0, 20);
    number(&w, IPR_OP_ABOVE, IPR_FIELD_seller_strikes, 0, 0);
    CHECK(ipr_cond_close(p, any, NULL) == IPR_OK);
    t = ipr_cond_test(p, any, &w.eval, NULL);
    CHECK(t.lo == 250 && t.hi == 1000 && ipr_is_true(t));
    CHECK(ipr_cond_unknown(p, any, &w.eval, NULL) == IPR_FIELD_seller_strikes);
    bool bad = false;
    CHECK(ipr_truth_of(0.5, &bad).lo == 500 && !bad);
    ipr_truth_of(1.5, &bad);
    CHECK(bad);
    end(&w);
}

static void scores_and_actions(void)
{
    world w;
    begin(&w);
    add(&w, "b", "price", 2500, number(&w, IPR_OP_RAMP, IPR_FIELD_price, 10, 0));
    add(&w, "a", "price", 2500, number(&w, IPR_OP_BELOW, IPR_FIELD_price, 100, 0));
    add(&w, "c", "stock", -500, number(&w, IPR_OP_ABOVE, IPR_FIELD_quantity, 1, 0));
    act(&w, "remove", 4000, 2);
    act(&w, "review", 1000, 0);
    ipr_rules_cap(w.rules, 0, 4500);
    seal(&w);
    w.listing.slot[IPR_COL_PRICE] = S("0.50 USD");
    w.listing.slot[IPR_COL_ID] = S("=1");
    run(&w);
    CHECK(w.result.score == 4500 && w.result.fired == 2 && w.result.complete);
    CHECK(w.result.hit[0].score == 2375 && w.result.hit[0].strength == 950);
    CHECK(w.result.order[0] == 1 && w.result.order[1] == 0);
    CHECK_STR(ipr_verdict_action(w.rules, w.result.action), "review");
    CHECK_STR(ipr_verdict_action(w.rules, w.result.held), "remove");
    CHECK(w.result.hit[2].outcome == IPR_UNKNOWN);
    ipr_verdict o = {.form = IPR_FORM_CSV, .rules = w.rules, .columns = w.columns};
    ipr_buf b;
    ipr_buf_init(&b, &env);
    ipr_verdict_put(&o, &w.result, &w.eval, &b);
    CHECK_STR(ipr_buf_str(&b), "'=1,4.5,review,a(2.5) b(2.375),\n");
    ipr_buf_fini(&b);
    end(&w);
}

static void exceptions_hold_until_their_day(void)
{
    world w;
    ipr_lists lists = {.date = S("2020-02-01")};
    begin(&w);
    w.eval.lists = &lists;
    add(&w, "a", "g", 1000, number(&w, IPR_OP_ABOVE, IPR_FIELD_quantity, 1, 0));
    ipr_exception e = {.rule = 0, .key = IPR_BY_SELLER, .value = S("s"), .until = S("2020-02-01")};
    CHECK(ipr_rules_except(w.rules, &e, NULL) == IPR_OK);
    seal(&w);
    w.listing.slot[IPR_COL_QUANTITY] = S("2");
    w.listing.slot[IPR_COL_SELLER_ID] = S("s");
    run(&w);
    CHECK(w.result.score == 0 && w.result.hit[0].outcome == IPR_EXCEPTED);
    lists.date = S("2020-02-02");
    run(&w);
    CHECK(w.result.score == 1000 && w.result.hit[0].outcome == IPR_HIT);
    lists.date = S("");
    run(&w);
    CHECK(w.result.score == 1000); /* without a date a dated exception holds nothing back */
    end(&w);
}

static void conditions_print_themselves(void)
{
    world w;
    begin(&w);
    ipr_prog *p = ipr_rules_prog(w.rules);
    uint32_t list = ipr_prog_terms(p, &S("rolex"), 1, NULL);
    double price = 8000;
    CHECK(ipr_prog_values(p, list, &price, 1) == IPR_OK);
    CHECK(ipr_prog_values(p, list, &price, 1) == IPR_EVALUE); /* once */
    ipr_leaf most = {.op = IPR_OP_PER,
                     .part = IPR_PART_MOST,
                     .of = IPR_PART_SKELETON,
                     .field = IPR_FIELD_title,
                     .arg = list};
    static const ipr_str chars = {"a-z-", 4};
    const struct {
        ipr_leaf leaf;
        const char *want;
    } cases[] = {
        {{.op = IPR_OP_BELOW, .field = IPR_FIELD_price, .a = 0.5, .per = &most},
         "price:per(title.skeleton:most(list)):below(0.5)"},
        {{.op = IPR_OP_REVEALS, .part = IPR_PART_JOINED, .field = IPR_FIELD_title, .arg = list},
         "title.joined:reveals(list)"},
        {{.op = IPR_OP_NAMES, .field = IPR_FIELD_title, .arg = IPR_FIELD_brand},
         "title:has(brand)"},
        {{.op = IPR_OP_NEAR, .field = IPR_FIELD_title, .arg = list}, "title:near(list)"},
        {{.op = IPR_OP_HAS_CHAR, .field = IPR_FIELD_title, .texts = &chars, .n = 1},
         "title:has_char(\"a-z-\")"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ipr_verdict o = {.rules = w.rules, .columns = w.columns};
        ipr_buf out;
        ipr_buf_init(&out, &env);
        uint32_t at = ipr_cond_leaf(p, &cases[i].leaf, NULL);
        CHECK(at != UINT32_MAX);
        ipr_cond_print(p, at, ipr_verdict_name, &o, &out);
        CHECK_STR(ipr_buf_str(&out), cases[i].want);
        ipr_buf_fini(&out);
    }
    end(&w);
}

/* A long list is looked up, a short one compared text by text: both say the same of all texts of
 * the first three letters, among them the empty one, doubles and others than ASCII. */
static void many_texts_are_looked_up(void)
{
    enum { ALL = 40 };
    static char bytes[ALL][8];
    ipr_str text[ALL];
    world w;
    begin(&w);
    ipr_prog *p = ipr_rules_prog(w.rules);
    for (size_t i = 0; i < ALL; i++) {
        static const char *const letters[] = {"", "a", "b", "\xC3\xA9"};
        for (size_t k = i; k; k /= 4)
            strcat(bytes[i], letters[k % 4]);
        text[i] = (ipr_str){bytes[i], strlen(bytes[i])};
    }
    for (size_t n = 1; n <= ALL; n += n < 10 ? 1 : 10) {
        ipr_leaf leaf = {.op = IPR_OP_IS_ANY, .field = IPR_FIELD_brand, .texts = text, .n = n};
        uint32_t any = ipr_cond_leaf(p, &leaf, NULL), start, end;
        for (size_t i = 0; i < ALL; i++) {
            bool held = false;
            for (size_t k = 0; k < n; k++)
                held |= ipr_str_eq(text[k], text[i]);
            w.listing.slot[IPR_COL_BRAND] = text[i];
            ipr_eval_set(&w.eval, &w.listing);
            CHECK(ipr_is_true(ipr_cond_test(p, any, &w.eval, NULL)) == held);
            start = end = 99;
            ipr_cond_match(p, any, &w.eval, &start, &end);
            CHECK(start == (held ? 0 : 99) && end == (held ? text[i].n : 99));
        }
    }
    end(&w);
}

/* A leaf that stands in several conditions answers in each as a leaf of its own would, listing
 * after listing, also behind ~ and divided by another number. */
static void a_leaf_stands_in_several_conditions(void)
{
    static const char *const brands[] = {"Nike", "Puma", "", "nike", "Fila", "Puma"};
    static const ipr_leaf by = {.op = IPR_OP_PER, .field = IPR_FIELD_quantity};
    const ipr_str want[] = {S("nike"), S("puma")};
    const ipr_leaf text = {.op = IPR_OP_IS_ANY, .field = IPR_FIELD_brand, .texts = want, .n = 2};
    const ipr_leaf ratio = {
        .op = IPR_OP_BELOW, .field = IPR_FIELD_seller_strikes, .a = 2, .per = &by};
    world w;
    begin(&w);
    ipr_prog *p = ipr_rules_prog(w.rules);
    uint32_t first[] = {ipr_cond_leaf(p, &text, NULL), ipr_cond_leaf(p, &ratio, NULL)};
    for (size_t k = 0; k < 2; k++) {
        uint32_t again = ipr_cond_again(p, first[k], NULL),
                 not = ipr_cond_open(p, IPR_OP_NOT, NULL);
        uint32_t third = ipr_cond_again(p, again, NULL);
        CHECK(ipr_cond_close(p, not, NULL) == IPR_OK);
        uint32_t own = ipr_cond_leaf(p, k ? &ratio : &text, NULL);
        for (size_t i = 0; i < sizeof brands / sizeof *brands; i++) {
            w.listing.slot[IPR_COL_BRAND] = (ipr_str){brands[i], strlen(brands[i])};
            w.listing.slot[IPR_COL_SELLER_STRIKES] = i == 1 ? S("9") : S("3");
            w.listing.slot[IPR_COL_QUANTITY] = i == 4 ? S("") : S("2");
            ipr_eval_set(&w.eval, &w.listing);
            ipr_truth is = ipr_cond_test(p, own, &w.eval, NULL);
            ipr_truth is_not = {(int16_t)(1000 - is.hi), (int16_t)(1000 - is.lo)};
            const uint32_t at[] = {first[k], again, third, not };
            for (size_t j = 0; j < 4; j++) {
                ipr_truth t = ipr_cond_test(p, at[j], &w.eval, NULL);
                CHECK(t.lo == (j < 3 ? is : is_not).lo && t.hi == (j < 3 ? is : is_not).hi);
            }
        }
    }
    end(&w);
}

static const test_case TESTS[] = {
    {"a leaf stands in several conditions", a_leaf_stands_in_several_conditions},
    {"many texts are looked up, and found as few are", many_texts_are_looked_up},
    {"conditions print themselves", conditions_print_themselves},
    {"misfits are refused", misfits_are_refused},
    {"intervals", intervals},
    {"scores and actions", scores_and_actions},
    {"exceptions hold until their day", exceptions_hold_until_their_day},
};

TEST_MAIN(TESTS)
