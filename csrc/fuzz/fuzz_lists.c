/* SPDX-License-Identifier: MIT
 * fuzz_lists.c: rows of any bytes into the lists that a scorer asks: prices, sellers, removed
 * listings, counts of a context. Each row is refused or kept, and what was kept answers when
 * asked for itself. Rows end with a line feed, fields with a tab. */
#include "fuzz.h"
#include "../core/context.h"
#include "../core/decimal.h"
#include "../core/price.h"
#include "../core/removed.h"
#include "../core/seller.h"

#include <math.h>

enum { FIELDS = 6 };

typedef struct lists {
    ipr_prices *prices;
    ipr_sellers *sellers;
    ipr_removed *removed;
    ipr_context *context;
    size_t kept; /* rows of removed */
} lists;

static double number(ipr_str s)
{
    double v;
    return ipr_decimal_parse(s, &v, NULL) ? 0 : v;
}

static ipr_removed_row removed_row(const ipr_str *f)
{
    return (ipr_removed_row){f[0], f[1], f[2], f[3], f[4], number(f[5])};
}

static void add(lists *l, const ipr_str *f)
{
    ipr_price_key key = {f[0], f[1], f[2], f[3]};
    ipr_price_ref ref = {key, 0, number(f[4]), number(f[5])};
    ipr_seller_row seller = {f[0], f[1], f[2],
                             f[3], f[4], (ipr_seller_list)(f[5].n % IPR_SELLER_LISTS)};
    ipr_removed_row row = removed_row(f);
    ipr_context_row count = {(uint32_t)f[1].n, (uint32_t)f[2].n, (uint32_t)f[3].n};
    if (ipr_prices_put(l->prices, &ref, NULL) == IPR_OK)
        check(isfinite(ref.median) && ref.median > 0 && ref.mad_log >= 0);
    ipr_prices_rate(l->prices, f[3], number(f[5]), NULL);
    ipr_sellers_add(l->sellers, &seller, NULL);
    l->kept += ipr_removed_add(l->removed, &row, NULL) == IPR_OK;
    ipr_context_add(l->context, (ipr_context_kind)(f[5].n % IPR_CONTEXT_KINDS), f[0], &count, NULL);
}

static void ask(const lists *l, ipr_removed_scratch *s, const ipr_str *f)
{
    ipr_price_key key = {f[0], f[1], f[2], f[3]};
    ipr_removed_row row = removed_row(f);
    ipr_price_answer a = ipr_prices_look(l->prices, &key);
    check(a.why != IPR_PRICE_FOUND || a.median > 0);
    const ipr_seller_row *seller = ipr_sellers_find(
        l->sellers, (ipr_seller_list)(f[5].n % IPR_SELLER_LISTS), f[0], f + 1, 1, f[2]);
    check(!seller || seller->seller_id.n <= f[0].n);
    ipr_removed_match m;
    check(ipr_removed_look(l->removed, s, &row, &m) == IPR_OK);
    check(m.score >= 0 && m.score <= 1 && m.similarity >= 0 && m.similarity <= 1);
    if (f[0].n)
        check(ipr_context_find(l->context, (ipr_context_kind)(f[5].n % IPR_CONTEXT_KINDS), f[0]));
}

static void each(lists *l, ipr_removed_scratch *s, ipr_str rest)
{
    while (rest.n) {
        ipr_str row = cut(&rest, '\n'), f[FIELDS];
        for (int i = 0; i < FIELDS; i++)
            f[i] = cut(&row, '\t');
        if (s)
            ask(l, s, f);
        else
            add(l, f);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    ipr_env env;
    ipr_env_init(&env);
    ipr_str all = {(const char *)data, n};
    lists l = {ipr_prices_new(&env), ipr_sellers_new(&env), ipr_removed_new(&env),
               ipr_context_new(&env), 0};
    ipr_removed_scratch *s = ipr_removed_scratch_new(&env);
    each(&l, NULL, all);
    ipr_prices_settle(l.prices);
    check(ipr_removed_seal(l.removed, NULL) == IPR_OK &&
          ipr_context_seal(l.context, NULL) == IPR_OK);
    check(ipr_removed_count(l.removed) == l.kept);
    each(&l, s, all);
    ipr_removed_scratch_free(s);
    ipr_prices_free(l.prices);
    ipr_sellers_free(l.sellers);
    ipr_removed_free(l.removed);
    ipr_context_free(l.context);
    return 0;
}
