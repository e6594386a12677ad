/* SPDX-License-Identifier: MIT
 * feature_relist.c: relisted: how much a listing repeats a removed one. */
#include "field.h"
#include "removed.h"

static void scratch_fini(void *p)
{
    ipr_removed_scratch_free(p);
}

static ipr_removed_scratch *scratch_of(ipr_eval *v)
{
    ipr_scratch *slot = &v->scratch[IPR_SCRATCH_RELIST];
    if (!slot->p) {
        slot->p = ipr_removed_scratch_new(v->env);
        slot->fini = scratch_fini;
        v->failed = v->failed || !slot->p;
    }
    return slot->p;
}

/* "repeats removed listing 4711: 14 words shared (0.88 alike), same seller, same price" */
static void show(ipr_eval *v, ipr_value *out, const ipr_removed_match *m)
{
    ipr_buf b;
    if (!v->evidence_wanted)
        return;
    ipr_buf_init(&b, v->env);
    ipr_buf_adds(&b, "repeats removed listing ");
    ipr_buf_addstr(&b, m->id);
    ipr_buf_adds(&b, ": ");
    ipr_buf_addint(&b, m->shared);
    ipr_buf_adds(&b, " words shared (");
    ipr_decimal_fixed(&b, m->similarity, 2);
    ipr_buf_adds(&b, " alike)");
    if (m->same_seller)
        ipr_buf_adds(&b, ", same seller");
    if (m->same_price)
        ipr_buf_adds(&b, ", same price");
    if (m->image_bits < 256) {
        ipr_buf_adds(&b, ", pictures differ in ");
        ipr_buf_addint(&b, m->image_bits);
        ipr_buf_adds(&b, " of 256 bits");
    }
    ipr_buf_addc(&b, '\0');
    if (b.failed)
        v->failed = true;
    else
        ipr_value_says(v, out, "relisted", b.p);
    ipr_buf_fini(&b);
}

void ipr_feature_relisted(ipr_eval *v, ipr_value *out)
{
    const ipr_removed *r = v->lists->removed;
    ipr_removed_scratch *s = r ? scratch_of(v) : NULL;
    ipr_removed_match m;
    if (!s)
        return;
    const ipr_value *price = ipr_eval_get(v, IPR_FIELD_price);
    ipr_removed_row row = {
        ipr_eval_text(v, IPR_COL_ID),          ipr_eval_text(v, IPR_COL_TITLE),
        ipr_eval_text(v, IPR_COL_DESCRIPTION), ipr_eval_text(v, IPR_COL_SELLER_ID),
        ipr_eval_text(v, IPR_COL_IMAGE_HASH),  price->known ? price->number : 0};
    if (!row.title.p && !row.description.p && !row.image_hash.p)
        return;
    if (ipr_removed_look(r, s, &row, &m))
        v->failed = true;
    ipr_value_number(out, m.score);
    if (m.score > 0)
        show(v, out, &m);
}
