/* SPDX-License-Identifier: MIT
 * feature_context.c: seller_listings, seller_brands, seller_burst, gtin_brands,
 * title_copies: what was counted of the neighbours beforehand. */
#include "context.h"
#include "field.h"
#include "gtin.h"

#include <string.h>

static void show(ipr_eval *v, ipr_value *out, ipr_column c, uint32_t n, const char *what)
{
    ipr_buf b;
    if (!v->evidence_wanted)
        return;
    ipr_buf_init(&b, v->env);
    ipr_buf_addint(&b, n);
    ipr_buf_addc(&b, ' ');
    ipr_buf_adds(&b, what);
    ipr_buf_addc(&b, '\0');
    if (b.failed)
        v->failed = true;
    else
        ipr_value_at(v, out, c, 0, ipr_eval_text(v, c).n, b.p);
    ipr_buf_fini(&b);
}

static const ipr_context_row *seller_row(ipr_eval *v)
{
    ipr_str seller = ipr_eval_text(v, IPR_COL_SELLER_ID);
    const ipr_context *c = v->lists->context;
    return c && seller.n ? ipr_context_find(c, IPR_CONTEXT_SELLER, seller) : NULL;
}

static void seller_count(ipr_eval *v, ipr_value *out, uint32_t n, const char *what)
{
    ipr_value_number(out, n);
    show(v, out, IPR_COL_SELLER_ID, n, what);
}

void ipr_feature_seller_listings(ipr_eval *v, ipr_value *out)
{
    const ipr_context_row *r = seller_row(v);
    if (r)
        seller_count(v, out, r->listings, "listings of this seller");
}

void ipr_feature_seller_brands(ipr_eval *v, ipr_value *out)
{
    const ipr_context_row *r = seller_row(v);
    if (r)
        seller_count(v, out, r->distinct, "brands among this seller's listings");
}

void ipr_feature_seller_burst(ipr_eval *v, ipr_value *out)
{
    const ipr_context_row *r = seller_row(v);
    if (r && r->peak)
        seller_count(v, out, r->peak, "listings by this seller on one day");
}

void ipr_feature_gtin_brands(ipr_eval *v, ipr_value *out)
{
    const ipr_context *c = v->lists->context;
    ipr_gtin g = ipr_gtin_check(ipr_eval_text(v, IPR_COL_GTIN));
    if (!c || !g.check_ok)
        return;
    const ipr_context_row *r = ipr_context_find(c, IPR_CONTEXT_GTIN, (ipr_str){g.key, 14});
    if (!r)
        return;
    ipr_value_number(out, r->distinct);
    show(v, out, IPR_COL_GTIN, r->distinct, "brands carry this article number");
}

typedef struct key_state {
    ipr_env *env;
    ipr_text text;
    ipr_words words;
} key_state;

static void state_fini(void *p)
{
    key_state *s = p;
    ipr_words_fini(&s->words);
    ipr_text_fini(&s->text);
    ipr_free(s->env, s, sizeof *s);
}

static key_state *state_of(ipr_eval *v)
{
    ipr_scratch *slot = &v->scratch[IPR_SCRATCH_CONTEXT];
    if (slot->p)
        return slot->p;
    key_state *s = ipr_calloc(v->env, 1, sizeof *s);
    if (!s) {
        v->failed = true;
        return NULL;
    }
    s->env = v->env;
    ipr_text_init(&s->text, v->env);
    ipr_words_init(&s->words, v->env);
    slot->p = s;
    slot->fini = state_fini;
    return s;
}

void ipr_feature_title_copies(ipr_eval *v, ipr_value *out)
{
    char key[17];
    ipr_str title = ipr_eval_text(v, IPR_COL_TITLE);
    const ipr_context *c = v->lists->context;
    key_state *s = c && title.n ? state_of(v) : NULL;
    if (!s)
        return;
    if (ipr_title_key(&s->text, &s->words, title, key))
        v->failed = true;
    const ipr_context_row *r = ipr_context_find(c, IPR_CONTEXT_TITLE, (ipr_str){key, strlen(key)});
    if (!r)
        return;
    ipr_value_number(out, r->distinct);
    show(v, out, IPR_COL_TITLE, r->distinct, "sellers use this title");
}
