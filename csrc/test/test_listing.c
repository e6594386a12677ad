/* SPDX-License-Identifier: MIT
 * test_listing.c: headers and aliases, listings from rows and objects, field values. */
#include "test.h"

#include "../core/field.h"

#define S(x) IPR_STR(x)

static ipr_env env;

static ipr_columns *columns(const ipr_str *header, size_t n)
{
    ipr_env_init(&env);
    ipr_columns *c = ipr_columns_new(&env);
    CHECK(c && ipr_columns_header(c, header, n, NULL) == IPR_OK);
    return c;
}

static void aliases_of_the_usual_feeds(void)
{
    static const struct {
        const char *name;
        int column;
    } cases[] = {
        {"id", IPR_COL_ID},
        {"\xEF\xBB\xBFid", IPR_COL_ID},
        {"Handle", IPR_COL_ID},
        {"URL handle", IPR_COL_ID},
        {"g:id", IPR_COL_ID},
        {"Item number", IPR_COL_ID},
        {"Title", IPR_COL_TITLE},
        {"*Title", IPR_COL_TITLE},
        {"item-name", IPR_COL_TITLE},
        {"Body (HTML)", IPR_COL_DESCRIPTION},
        {"Vendor", IPR_COL_BRAND},
        {"C:Brand", IPR_COL_BRAND},
        {"Variant Price", IPR_COL_PRICE},
        {"Price", IPR_COL_PRICE},
        {"*StartPrice", IPR_COL_PRICE},
        {"standard_price", IPR_COL_PRICE},
        {"Seller Age Days", IPR_COL_SELLER_AGE_DAYS},
        {"Variant Barcode", IPR_COL_GTIN},
        {"Google Shopping / MPN", IPR_COL_MPN},
        {"Inventory quantity", IPR_COL_QUANTITY},
        {"item-condition", IPR_COL_CONDITION},
        {"link", IPR_COL_URL},
        {"Colour", -1},
        {"image_link", -1},
        {"", -1},
        {"Variant Compare At Price", -1},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ipr_str s = {cases[i].name, strlen(cases[i].name)};
        if (ipr_column_find(s, NULL) != cases[i].column)
            printf("  %s: %d\n", cases[i].name, ipr_column_find(s, NULL));
        CHECK(ipr_column_find(s, NULL) == cases[i].column);
    }
}

static void the_canonical_name_beats_an_alias(void)
{
    ipr_str header[] = {S("sku"), S("name"), S("title"), S("id"), S("Colour")};
    ipr_str fields[] = {S("K1"), S("alias"), S("real"), S("7"), S("red")};
    ipr_env_init(&env);
    ipr_columns *c = ipr_columns_new(&env);
    int colour = ipr_columns_want(c, S("colour"));
    CHECK(colour == IPR_COL_COUNT && ipr_columns_want(c, S("Colour")) == colour);
    CHECK(ipr_columns_header(c, header, 5, NULL) == IPR_OK);
    ipr_listing l;
    ipr_row row = {.fields = fields, .n = 5, .row = 3, .line = 9};
    ipr_listing_csv(&l, c, &row);
    CHECK_STR(l.slot[IPR_COL_ID], "7");
    CHECK_STR(l.slot[IPR_COL_TITLE], "real");
    CHECK_STR(l.slot[colour], "red");
    CHECK(l.code == IPR_OK && l.line == 9 && !l.slot[IPR_COL_PRICE].p);
    ipr_columns_free(c);
}

static void an_explicit_map_beats_all(void)
{
    ipr_str header[] = {S("id"), S("title"), S("Benennung")}, fields[] = {S("1"), S("a"), S("b")};
    ipr_env_init(&env);
    ipr_columns *c = ipr_columns_new(&env);
    CHECK(ipr_columns_map(c, S("title"), S("Benennung"), NULL) == IPR_OK);
    CHECK(ipr_columns_map(c, S("titel"), S("Benennung"), NULL) == IPR_ENAME);
    CHECK(ipr_columns_header(c, header, 3, NULL) == IPR_OK);
    ipr_listing l;
    ipr_row row = {.fields = fields, .n = 3};
    ipr_listing_csv(&l, c, &row);
    CHECK_STR(l.slot[IPR_COL_TITLE], "b");
    ipr_columns_free(c);
}

static void rows_that_cannot_be_scored(void)
{
    ipr_str header[] = {S("id"), S("title")}, none[] = {S("title")};
    ipr_columns *c = columns(header, 2);
    ipr_str many[] = {S("1"), S("a"), S("b")}, blank[] = {S(" "), S("a")};
    ipr_listing l;
    ipr_listing_csv(&l, c, &(ipr_row){.fields = many, .n = 3});
    CHECK(l.code == IPR_EFIELDS);
    CHECK_STR(l.slot[IPR_COL_ID], "1");
    ipr_listing_csv(&l, c, &(ipr_row){.fields = blank, .n = 2});
    CHECK(l.code == IPR_ENOID);
    ipr_listing_csv(&l, c, &(ipr_row){.fields = many, .n = 1});
    CHECK(l.code == IPR_OK && !l.slot[IPR_COL_TITLE].p);
    ipr_listing_csv(&l, c, &(ipr_row){.fields = many, .n = 1, .code = IPR_EUTF8});
    CHECK(l.code == IPR_EUTF8);
    ipr_columns_free(c);
    c = ipr_columns_new(&env);
    CHECK(ipr_columns_header(c, none, 1, NULL) == IPR_EHEADER);
    ipr_columns_free(c);
}

static void listings_from_json(void)
{
    ipr_env_init(&env);
    ipr_columns *c = ipr_columns_new(&env);
    ipr_buf text;
    ipr_buf_init(&text, &env);
    ipr_listing l;
    ipr_listing_json(
        &l, c,
        S("{\"id\":12,\"title\":\"a\\u0062\\n\",\"price\":1.50,\"brand\":null,"
          "\"gtin\":[\"4006381333931\",\"x\"],\"more\":{\"id\":3},\"seller_id\":\"\"}"),
        &text);
    CHECK(l.code == IPR_OK);
    CHECK_STR(l.slot[IPR_COL_ID], "12");
    CHECK_STR(l.slot[IPR_COL_TITLE], "ab\n");
    CHECK_STR(l.slot[IPR_COL_PRICE], "1.50");
    CHECK(!l.slot[IPR_COL_BRAND].p && !l.slot[IPR_COL_SELLER_ID].p);
    ipr_listing_json(&l, c, S("{\"id\":\"x\",\"title\":"), &text);
    CHECK(l.code == IPR_EJSON);
    CHECK_STR(l.slot[IPR_COL_ID], "x");
    ipr_listing_json(&l, c, S("[1]"), &text);
    CHECK(l.code == IPR_EJSON);
    ipr_listing_json(&l, c, S("{\"title\":\"a\"}"), &text);
    CHECK(l.code == IPR_ENOID);
    ipr_listing_json(&l, c, S("{\"id\":\"1\",\"title\":\"\xff\"}"), &text);
    CHECK(l.code == IPR_EUTF8);
    ipr_buf_fini(&text);
    ipr_columns_free(c);
}

static void conditions_are_normalised(void)
{
    CHECK_STR(ipr_condition_of(S("https://schema.org/UsedCondition")), "used");
    CHECK_STR(ipr_condition_of(S("Pre-Owned")), "used");
    CHECK_STR(ipr_condition_of(S("中古")), "used");
    CHECK_STR(ipr_condition_of(S("Usado")), "used");
    CHECK_STR(ipr_condition_of(S("Brand New")), "new");
    CHECK_STR(ipr_condition_of(S("Certified - Refurbished")), "refurbished");
    CHECK(!ipr_condition_of(S("see text")).p);
    CHECK(!ipr_condition_of((ipr_str){NULL, 0}).p);
}

static void values_are_made_once_a_listing(void)
{
    ipr_env_init(&env);
    ipr_lists lists = {0};
    ipr_eval v;
    ipr_listing l = {.n = IPR_COL_COUNT};
    l.slot[IPR_COL_TITLE] = S("caf\xC3\xA9");
    l.slot[IPR_COL_PRICE] = S(" 12.5 ");
    l.slot[IPR_COL_SELLER_AGE_DAYS] = S("many");
    l.slot[IPR_COL_CREATED_AT] = S("1970-01-02T00:00:00Z");
    ipr_eval_init(&v, &env, &lists);
    ipr_eval_set(&v, &l);
    CHECK(ipr_eval_get(&v, IPR_FIELD_title_length)->number == 4);
    CHECK(ipr_eval_get(&v, IPR_FIELD_price)->number == 12.5);
    CHECK(!ipr_eval_get(&v, IPR_FIELD_seller_age_days)->known);
    CHECK(!ipr_eval_get(&v, IPR_FIELD_brand)->known);
    CHECK(ipr_eval_get(&v, IPR_FIELD_created_at)->number == 86400);
    ipr_listing next = {.n = IPR_COL_COUNT};
    ipr_eval_set(&v, &next);
    CHECK(!ipr_eval_get(&v, IPR_FIELD_title_length)->known);
    CHECK(ipr_field_find(S("title_length")) == IPR_FIELD_title_length);
    CHECK(ipr_field_find(S("prise")) < 0);
    ipr_eval_fini(&v);
}

static void dates(void)
{
    int64_t t;
    CHECK(ipr_date_parse(S("2020-02-29"), &t) && t == 1582934400);
    CHECK(ipr_date_parse(S("2020-01-01T01:00:00+01:00"), &t) && t == 1577836800);
    CHECK(ipr_date_parse(S("2020-01-01 00:00"), &t) && t == 1577836800);
    CHECK(!ipr_date_parse(S("2019-02-29"), &t));
    CHECK(!ipr_date_parse(S("2019-13-01"), &t));
    CHECK(!ipr_date_parse(S("01.02.2019"), &t));
    CHECK(!ipr_date_parse(S("2019-01-01Tx"), &t));
    CHECK(!ipr_date_parse(S("2019-01-01T10:00:00+1"), &t));
}

static const test_case TESTS[] = {
    {"aliases of the usual feeds", aliases_of_the_usual_feeds},
    {"the canonical name beats an alias", the_canonical_name_beats_an_alias},
    {"an explicit map beats all", an_explicit_map_beats_all},
    {"rows that cannot be scored", rows_that_cannot_be_scored},
    {"listings from JSON", listings_from_json},
    {"conditions are normalised", conditions_are_normalised},
    {"values are made once a listing", values_are_made_once_a_listing},
    {"dates", dates},
};

TEST_MAIN(TESTS)
