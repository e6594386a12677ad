/* SPDX-License-Identifier: MIT
 * feature_market.c: price, seller, article number and picture of a listing against
 * the lists given: price_ratio, price_z, authorised, seller_watch, seller_deny,
 * gtin_valid, gtin_restricted, image_fake_distance, image_own_distance. */
#include "field.h"
#include "gtin.h"
#include "hash.h"
#include "price.h"
#include "seller.h"

#include <math.h>

/* The brand column as written and the brand found by name; returns how many. */
static size_t brands_of(ipr_eval *v, ipr_str out[2])
{
    ipr_str column = ipr_eval_text(v, IPR_COL_BRAND);
    size_t n = 0;
    if (column.n)
        out[n++] = column;
    const ipr_value *b = ipr_eval_get(v, IPR_FIELD_brand_named);
    if (b->known && b->text.n)
        out[n++] = b->text;
    return n;
}

/* ----------------------------------------------------------------------- price */

typedef struct usual {
    ipr_price_answer answer;
    ipr_str brand, category;
    double price;
    ipr_str currency;
} usual;

/* The reference of one table, for the first category and brand that have one. */
static bool look(const ipr_prices *p, ipr_price_key k, const ipr_str *brands, size_t n,
                 const ipr_str *categories, size_t m, usual *u)
{
    for (size_t c = 0; p && c < m; c++)
        for (size_t b = 0; b < n; b++) {
            k.brand = brands[b];
            k.category = categories[c];
            u->answer = ipr_prices_look(p, &k);
            if (u->answer.why != IPR_PRICE_FOUND)
                continue;
            u->brand = k.brand;
            u->category = k.category;
            return true;
        }
    return false;
}

/* The caller's references go before the shipped ones, the category as written before the
 * kind of goods; only a listing that does not say what it offers may ask for all the brand's
 * goods (which has no answer where they differ widely). */
static bool find_usual(ipr_eval *v, usual *u)
{
    ipr_str brands[2], categories[2];
    const ipr_value *price = ipr_eval_get(v, IPR_FIELD_price);
    const ipr_value *goods = ipr_eval_get(v, IPR_FIELD_goods);
    ipr_str category = ipr_eval_text(v, IPR_COL_CATEGORY);
    ipr_str condition = ipr_eval_text(v, IPR_COL_CONDITION);
    ipr_price_key k = {{NULL, 0}, {NULL, 0}, {NULL, 0}, price->text};
    size_t n, m = 0;
    if (!price->known || !price->text.n || price->number <= 0)
        return false;
    n = brands_of(v, brands);
    k.condition = condition.n ? ipr_condition_of(condition) : condition;
    if (category.n)
        categories[m++] = category;
    if (goods->known)
        categories[m++] = goods->text;
    u->price = price->number;
    u->currency = price->text;
    if (look(v->lists->prices, k, brands, n, categories, m, u) ||
        look(v->lists->typical, k, brands, n, categories, m, u))
        return true;
    if (m > 0)
        return false;
    categories[0] = (ipr_str){"", 0};
    return look(v->lists->prices, k, brands, n, categories, 1, u) ||
           look(v->lists->typical, k, brands, n, categories, 1, u);
}

/* "24.00 USD is 0.21 of the usual 115 USD for Nike shoes (37 prices)" */
static void show_usual(ipr_eval *v, ipr_value *out, const usual *u)
{
    ipr_buf b;
    if (!v->evidence_wanted)
        return;
    ipr_buf_init(&b, v->env);
    ipr_decimal_fixed(&b, u->price, 2);
    ipr_buf_addc(&b, ' ');
    ipr_buf_addstr(&b, u->currency);
    ipr_buf_adds(&b, " is ");
    ipr_decimal_fixed(&b, u->price / u->answer.median, 2);
    ipr_buf_adds(&b, " of the usual ");
    ipr_decimal_fixed(&b, u->answer.median, u->answer.median < 20 ? 2 : 0);
    ipr_buf_addc(&b, ' ');
    ipr_buf_addstr(&b, u->currency);
    ipr_buf_adds(&b, " for ");
    ipr_buf_addstr(&b, u->brand);
    if (u->category.n) {
        ipr_buf_addc(&b, ' ');
        ipr_buf_addstr(&b, u->category);
    }
    if (u->answer.ref->n) {
        ipr_buf_adds(&b, " (");
        ipr_buf_addint(&b, u->answer.ref->n);
        ipr_buf_adds(&b, " prices)");
    } else {
        ipr_buf_adds(&b, " (set by hand)");
    }
    if (u->answer.converted)
        ipr_buf_adds(&b, ", converted by the given rates");
    ipr_buf_addc(&b, '\0');
    if (b.failed)
        v->failed = true;
    else
        ipr_value_at(v, out, IPR_COL_PRICE, 0, ipr_eval_text(v, IPR_COL_PRICE).n, b.p);
    ipr_buf_fini(&b);
}

void ipr_feature_price_ratio(ipr_eval *v, ipr_value *out)
{
    usual u;
    if (!find_usual(v, &u))
        return;
    ipr_value_number(out, u.price / u.answer.median);
    show_usual(v, out, &u);
}

/* Robust standard deviations of ln price from the usual one; the spread is taken as at
 * least a tenth, so that a catalogue with one price does not make every sale extreme. */
void ipr_feature_price_z(ipr_eval *v, ipr_value *out)
{
    usual u;
    if (!find_usual(v, &u))
        return;
    double spread = 1.4826 * u.answer.ref->mad_log;
    ipr_value_number(out, log(u.price / u.answer.median) / (spread < 0.1 ? 0.1 : spread));
    show_usual(v, out, &u);
}

/* ---------------------------------------------------------------------- seller */

static void seller_list(ipr_eval *v, ipr_value *out, ipr_seller_list list, const char *says)
{
    ipr_str brands[2], seller = ipr_eval_text(v, IPR_COL_SELLER_ID);
    const ipr_sellers *s = v->lists->sellers;
    if (!s || !seller.n) {
        if (list == IPR_SELLER_AUTHORISED)
            ipr_value_number(out, 0);
        return;
    }
    size_t n = brands_of(v, brands);
    const ipr_seller_row *r = ipr_sellers_find(s, list, seller, brands, n, v->lists->date);
    ipr_value_number(out, r != NULL);
    if (!r || !v->evidence_wanted)
        return;
    ipr_buf b;
    ipr_buf_init(&b, v->env);
    ipr_buf_adds(&b, says);
    ipr_buf_adds(&b, r->brand.n && !ipr_str_is(r->brand, "*") ? " for " : " for every brand");
    if (r->brand.n && !ipr_str_is(r->brand, "*"))
        ipr_buf_addstr(&b, r->brand);
    if (r->reason.n) {
        ipr_buf_adds(&b, ": ");
        ipr_buf_addstr(&b, r->reason);
    }
    if (r->by.n) {
        ipr_buf_adds(&b, ", by ");
        ipr_buf_addstr(&b, r->by);
    }
    ipr_buf_addc(&b, '\0');
    if (b.failed)
        v->failed = true;
    else
        ipr_value_at(v, out, IPR_COL_SELLER_ID, 0, seller.n, b.p);
    ipr_buf_fini(&b);
}

void ipr_feature_authorised(ipr_eval *v, ipr_value *out)
{
    seller_list(v, out, IPR_SELLER_AUTHORISED, "listed as authorised");
}

void ipr_feature_seller_watch(ipr_eval *v, ipr_value *out)
{
    seller_list(v, out, IPR_SELLER_WATCH, "on the watch list");
}

void ipr_feature_seller_deny(ipr_eval *v, ipr_value *out)
{
    seller_list(v, out, IPR_SELLER_DENY, "on the deny list");
}

/* -------------------------------------------------------------- article number */

/* Known where a number was given that is not merely a filler or a spreadsheet's damage:
 * those say nothing of the goods. */
static bool read_gtin(ipr_eval *v, ipr_gtin *g)
{
    ipr_str text = ipr_eval_text(v, IPR_COL_GTIN);
    *g = ipr_gtin_check(text);
    return text.p && g->state != IPR_GTIN_EMPTY && g->state != IPR_GTIN_DAMAGED;
}

void ipr_feature_gtin_valid(ipr_eval *v, ipr_value *out)
{
    ipr_gtin g;
    if (read_gtin(v, &g))
        ipr_value_number(out, g.state == IPR_GTIN_OK);
}

void ipr_feature_gtin_wrong(ipr_eval *v, ipr_value *out)
{
    ipr_gtin g;
    if (!read_gtin(v, &g))
        return;
    bool wrong = !g.check_ok || g.state == IPR_GTIN_ZERO;
    ipr_value_number(out, wrong);
    if (wrong)
        ipr_value_at(v, out, IPR_COL_GTIN, 0, ipr_eval_text(v, IPR_COL_GTIN).n,
                     ipr_gtin_state_text(g.state));
}

void ipr_feature_gtin_restricted(ipr_eval *v, ipr_value *out)
{
    ipr_str text = ipr_eval_text(v, IPR_COL_GTIN);
    ipr_gtin g = ipr_gtin_check(text);
    if (!text.p || !g.check_ok)
        return;
    bool bad = g.state == IPR_GTIN_RESTRICTED || g.state == IPR_GTIN_COUPON;
    ipr_value_number(out, bad);
    if (bad)
        ipr_value_at(v, out, IPR_COL_GTIN, 0, text.n, ipr_gtin_state_text(g.state));
}

/* --------------------------------------------------------------------- pictures */

#define LOOK_WITHIN 48 /* bits of 256; a quarter of it for hashes of 64 */
#define FAR_AWAY 256   /* what is said where no picture is as near as that */

static void picture(ipr_eval *v, ipr_value *out, const ipr_bank *bank, const char *says)
{
    ipr_str text = ipr_eval_text(v, IPR_COL_IMAGE_HASH);
    ipr_imghash h;
    ipr_bank_hit hit;
    if (!bank || !ipr_bank_count(bank) || !text.n || ipr_imghash_parse(text, &h, NULL))
        return;
    unsigned within = h.bits == 256 ? LOOK_WITHIN : LOOK_WITHIN / 4;
    if (!ipr_bank_nearest(bank, &h, within, &hit)) {
        ipr_value_number(out, FAR_AWAY);
        return;
    }
    ipr_value_number(out, hit.distance * (256.0 / h.bits));
    ipr_value_at(v, out, IPR_COL_IMAGE_HASH, 0, text.n, says);
}

void ipr_feature_image_fake_distance(ipr_eval *v, ipr_value *out)
{
    picture(v, out, v->lists->known_fakes, "close to the picture of a known fake");
}

void ipr_feature_image_own_distance(ipr_eval *v, ipr_value *out)
{
    picture(v, out, v->lists->brand_pictures, "close to one of the brand's own pictures");
}
