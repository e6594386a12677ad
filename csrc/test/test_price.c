/* SPDX-License-Identifier: MIT
 * test_price.c: references are medians by cell, and answer only where they may. */
#include "../core/price.h"
#include "test.h"

#include <math.h>

static ipr_env env;

static ipr_price_key key(const char *brand, const char *category, const char *condition,
                         const char *currency)
{
    return (ipr_price_key){{brand, strlen(brand)},
                           {category, strlen(category)},
                           {condition, strlen(condition)},
                           {currency, strlen(currency)}};
}

static ipr_prices *shoes(void)
{
    static const double prices[] = {90, 100, 110, 120, 60, 1000};
    ipr_env_init(&env);
    ipr_prices *p = ipr_prices_new(&env);
    ipr_price_key k = key("New Balance", "Shoes", "", "USD");
    for (size_t i = 0; i < 6; i++)
        CHECK(ipr_prices_add(p, &k, prices[i], NULL) == IPR_OK);
    k = key("New Balance", "Socks", "", "USD");
    for (size_t i = 0; i < 4; i++)
        CHECK(ipr_prices_add(p, &k, 10, NULL) == IPR_OK);
    ipr_prices_settle(p);
    return p;
}

static void medians(void)
{
    ipr_prices *p = shoes();
    CHECK(ipr_prices_count(p) == 3);
    const ipr_price_ref *all = ipr_prices_at(p, 0), *r = ipr_prices_at(p, 1);
    CHECK(all->n == 10 && all->key.category.n == 0 && all->median == 75);
    CHECK(r->n == 6 && r->median == 105);
    CHECK(fabs(r->mad_log - (log(120.0 / 105) + log(105 / 90.0)) / 2) < 1e-9);
    ipr_price_key k = key("x", "", "", "USD");
    CHECK(ipr_prices_add(p, &k, 0, NULL) == IPR_EVALUE);
    CHECK(ipr_prices_add(p, &k, HUGE_VAL, NULL) == IPR_EVALUE);
    ipr_prices_free(p);
}

static void answers(void)
{
    static const struct {
        const char *brand, *category, *condition, *currency;
        ipr_price_why why;
    } cases[] = {
        {"NEW-BALANCE", "shoes", "", "USD", IPR_PRICE_FOUND},
        {"New Balance", "shoes", "new", "usd", IPR_PRICE_FOUND},
        {"New Balance", "shoes", "used", "USD", IPR_PRICE_FOUND},
        {"New Balance", "Socks", "", "USD", IPR_PRICE_FEW},
        {"New Balance", "", "", "USD", IPR_PRICE_WIDE},
        {"New Balance", "hats", "", "USD", IPR_PRICE_NO_CELL},
        {"New Balance", "shoes", "", "INR", IPR_PRICE_OTHER_MONEY},
        {"Other", "shoes", "", "USD", IPR_PRICE_NO_CELL},
    };
    ipr_prices *p = shoes();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ipr_price_key k =
            key(cases[i].brand, cases[i].category, cases[i].condition, cases[i].currency);
        ipr_price_answer a = ipr_prices_look(p, &k);
        if (a.why != cases[i].why)
            printf("  case %d: %d\n", (int)i, (int)a.why);
        CHECK(a.why == cases[i].why && (a.median == 105) == (a.why == IPR_PRICE_FOUND));
    }
    ipr_prices_free(p);
}

static void rates_are_the_callers(void)
{
    ipr_prices *p = shoes();
    ipr_price_key k = key("New Balance", "shoes", "", "INR");
    CHECK(ipr_prices_rate(p, IPR_STR("INR"), 80, NULL) == IPR_OK);
    CHECK(ipr_prices_rate(p, IPR_STR("INR"), 0, NULL) == IPR_EVALUE);
    ipr_price_answer a = ipr_prices_look(p, &k);
    CHECK(a.why == IPR_PRICE_FOUND && a.converted && a.median == 105 * 80);
    ipr_prices_free(p);
}

static void put_keeps_the_first(void)
{
    ipr_env_init(&env);
    ipr_prices *p = ipr_prices_new(&env);
    ipr_price_ref r = {key("Rolex", "watch", "", "USD"), 0, 9000, 0.4};
    CHECK(ipr_prices_put(p, &r, NULL) == IPR_OK);
    r.median = 5;
    CHECK(ipr_prices_put(p, &r, NULL) == IPR_OK);
    r.median = NAN;
    CHECK(ipr_prices_put(p, &r, NULL) == IPR_EVALUE);
    ipr_prices_settle(p);
    CHECK(ipr_prices_count(p) == 1 && ipr_prices_at(p, 0)->median == 9000);
    ipr_prices_free(p);
    ipr_prices_free(NULL);
}

static const test_case tests[] = {
    {"cells hold medians and spreads", medians},
    {"a lookup answers only for its cell and currency", answers},
    {"only the caller's rates convert", rates_are_the_callers},
    {"the first of equal rows stays", put_keeps_the_first},
};
TEST_MAIN(tests)
