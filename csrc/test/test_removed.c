/* SPDX-License-Identifier: MIT
 * test_removed.c: a listing put up again is found, another of the same goods is not. */
#include "../core/removed.h"
#include "test.h"

static ipr_env env;

#define TEXT_LONG                                                                                  \
    "Handmade calf leather tote with gold zip, inside pocket, dust bag and card, ships in two "    \
    "days"

static ipr_str str(const char *s)
{
    return (ipr_str){s, strlen(s)};
}

static ipr_removed_row row(const char *id, const char *title, const char *text)
{
    return (ipr_removed_row){.id = str(id), .title = str(title), .description = str(text)};
}

static ipr_removed *bank(void)
{
    ipr_env_init(&env);
    ipr_removed *r = ipr_removed_new(&env);
    ipr_removed_row a = row("r1", "Acme Tote Bag Brown", TEXT_LONG);
    a.seller_id = str("s1");
    a.price = 50;
    a.image_hash = str("ffff0000ffff0000");
    CHECK(ipr_removed_add(r, &a, NULL) == IPR_OK);
    a = row("r2", "劳力士潜航者自动机械男表", "");
    CHECK(ipr_removed_add(r, &a, NULL) == IPR_OK);
    a = row("r3", "", "");
    CHECK(ipr_removed_add(r, &a, NULL) == IPR_EEMPTY);
    a.image_hash = str("zz");
    CHECK(ipr_removed_add(r, &a, NULL) == IPR_EVALUE);
    for (int i = 0; i < 3000; i++) {
        a = row("x", "common words of shoes and bags for men", "");
        CHECK(ipr_removed_add(r, &a, NULL) == IPR_OK);
    }
    CHECK(ipr_removed_seal(r, NULL) == IPR_OK && ipr_removed_count(r) == 3002);
    return r;
}

/* Whether something is found. */
static bool look(const ipr_removed *r, ipr_removed_scratch *s, const ipr_removed_row *q,
                 ipr_removed_match *m)
{
    CHECK(ipr_removed_look(r, s, q, m) == IPR_OK);
    return m->score > 0;
}

static void found(void)
{
    ipr_removed *r = bank();
    ipr_removed_scratch *s = ipr_removed_scratch_new(&env);
    ipr_removed_match m;
    ipr_removed_row q = row("n", "Acme tote bag, BROWN!", TEXT_LONG " now");
    CHECK(look(r, s, &q, &m) && m.score > 0.9);
    CHECK_STR(m.id, "r1");
    q = row("n", "Acme Tote Bag Brown", "");
    CHECK(!look(r, s, &q, &m) || m.score < 0.3);
    q.image_hash = str("ffff0000ffff0001");
    q.seller_id = str("s1");
    q.price = 50.5;
    CHECK(look(r, s, &q, &m) && m.same_seller && m.same_price && m.image_bits == 4);
    CHECK(m.score >= 0.75);
    q = row("n", "劳力士潜航者自动机械男表 现货", "");
    CHECK(look(r, s, &q, &m) && m.similarity > 0.7);
    CHECK_STR(m.id, "r2");
    q = row("n", "wholly other goods", "");
    CHECK(!look(r, s, &q, &m) && m.score == 0);
    ipr_removed_scratch_free(s);
    ipr_removed_free(r);
}

static const test_case tests[] = {{"a removed listing put up again is found", found}};
TEST_MAIN(tests)
