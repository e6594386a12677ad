/* SPDX-License-Identifier: MIT
 * test_limits.c: every kind of list ends at limits.max_list with an error that names it. The other
 * limits: spec/unit/limits_spec.lua. */
#include "../core/brand.h"
#include "../core/context.h"
#include "../core/hash.h"
#include "../core/price.h"
#include "../core/removed.h"
#include "../core/seller.h"
#include "../core/vocab.h"
#include "test.h"

static ipr_env env;

/* Item i of a list of each kind; the list is made before the first and freed after the last. */
typedef ipr_status (*add_fn)(void *list, char *name, ipr_err *err);

static ipr_status add_seller(void *list, char *name, ipr_err *err)
{
    ipr_seller_row row = {.seller_id = {name, 2}, .list = IPR_SELLER_DENY};
    return ipr_sellers_add(list, &row, err);
}

static ipr_status add_price(void *list, char *name, ipr_err *err)
{
    ipr_price_ref ref = {.key = {.brand = {name, 2}, .currency = {"USD", 3}}, .median = 5};
    return ipr_prices_put(list, &ref, err);
}

static ipr_status add_removed(void *list, char *name, ipr_err *err)
{
    ipr_removed_row row = {.id = {name, 2}, .title = {name, 2}};
    return ipr_removed_add(list, &row, err);
}

static ipr_status add_count(void *list, char *name, ipr_err *err)
{
    ipr_context_row row = {1, 1, 1};
    return ipr_context_add(list, 0, (ipr_str){name, 2}, &row, err);
}

static ipr_status add_hash(void *list, char *name, ipr_err *err)
{
    ipr_imghash h = {{(uint64_t)name[1], 0, 0, 0}, 64};
    return ipr_bank_add(list, &h, 0, err);
}

static ipr_status add_term(void *list, char *name, ipr_err *err)
{
    ipr_term t = {.text = {name, 2}, .kind = IPR_TERM_COPY};
    return ipr_vocab_add(list, &t, err);
}

static ipr_status add_brand(void *list, char *name, ipr_err *err)
{
    char tsv[16];
    int n = snprintf(tsv, sizeof tsv, "brand\n%s\n", name);
    return ipr_lexicon_read(list, (ipr_str){tsv, (size_t)n}, err);
}

static void ends(void *list, add_fn add)
{
    ipr_err err = {0};
    char name[3] = "aa";
    CHECK(list != NULL);
    for (; name[1] < 'd'; name[1]++)
        CHECK(add(list, name, &err) == IPR_OK);
    CHECK(add(list, name, &err) == IPR_ELIMIT && strstr(err.message, "max_list"));
    CHECK(err.code == IPR_ELIMIT);
}

static void lists_end_at_max_list(void)
{
    ipr_env_init(&env);
    env.limits.max_list = 3;
    ipr_sellers *sellers = ipr_sellers_new(&env);
    ipr_prices *prices = ipr_prices_new(&env);
    ipr_removed *removed = ipr_removed_new(&env);
    ipr_context *context = ipr_context_new(&env);
    ipr_bank *bank = ipr_bank_new(&env);
    ipr_vocab *vocab = ipr_vocab_new(&env);
    ipr_lexicon *lexicon = ipr_lexicon_new(&env);
    ends(sellers, add_seller);
    ends(prices, add_price);
    ends(removed, add_removed);
    ends(context, add_count);
    ends(bank, add_hash);
    ends(vocab, add_term);
    ends(lexicon, add_brand);
    ipr_sellers_free(sellers);
    ipr_prices_free(prices);
    ipr_removed_free(removed);
    ipr_context_free(context);
    ipr_bank_free(bank);
    ipr_vocab_free(vocab);
    ipr_lexicon_free(lexicon);
}

static const test_case tests[] = {{"lists end at max_list", lists_end_at_max_list}};
TEST_MAIN(tests)
