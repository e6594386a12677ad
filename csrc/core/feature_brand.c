/* SPDX-License-Identifier: MIT
 * feature_brand.c: which brand a listing names and how: brand_named, brand_trick,
 * brand_evasion, brand_slip, brand_count, brand_high_risk, brand_accessory. One
 * search a listing serves them all. */
#include "brand.h"
#include "field.h"

#include <string.h>

typedef struct brand_state {
    ipr_env *env;
    uint32_t epoch; /* the listing that `found` is of */
    ipr_brand_scratch *scratch;
    ipr_brand_found found;
} brand_state;

static void state_fini(void *p)
{
    brand_state *s = p;
    ipr_brand_scratch_free(s->scratch);
    ipr_free(s->env, s, sizeof *s);
}

static brand_state *state_of(ipr_eval *v)
{
    ipr_scratch *slot = &v->scratch[IPR_SCRATCH_BRAND];
    if (slot->p)
        return slot->p;
    brand_state *s = ipr_calloc(v->env, 1, sizeof *s);
    ipr_brand_scratch *scratch = s ? ipr_brand_scratch_new(v->env) : NULL;
    if (!scratch) {
        ipr_free(v->env, s, sizeof *s);
        return NULL;
    }
    *s = (brand_state){.env = v->env, .scratch = scratch};
    *slot = (ipr_scratch){s, state_fini};
    return s;
}

/* What was found in this listing; NULL without a lexicon or memory. */
static const ipr_brand_found *find(ipr_eval *v)
{
    if (!v->lists->brands)
        return NULL;
    brand_state *s = state_of(v);
    if (!s) {
        v->failed = true;
        return NULL;
    }
    if (s->epoch == v->epoch)
        return &s->found;
    s->epoch = v->epoch;
    s->found.n = 0;
    s->found.named = false;
    if (ipr_brand_find(v->lists->brands, s->scratch, ipr_eval_text(v, IPR_COL_TITLE),
                       ipr_eval_text(v, IPR_COL_DESCRIPTION), ipr_eval_text(v, IPR_COL_BRAND),
                       &s->found))
        v->failed = true;
    return &s->found;
}

/* The hit of the listing's own brand, or NULL. */
static const ipr_brand_hit *named(ipr_eval *v)
{
    const ipr_brand_found *f = find(v);
    return f && f->named && f->n ? &f->hits[0] : NULL;
}

/* "Gucci: digits or signs for letters" */
static void show(ipr_eval *v, ipr_value *out, const ipr_brand_hit *h, const char *what)
{
    static const ipr_column columns[] = {IPR_COL_TITLE, IPR_COL_DESCRIPTION, IPR_COL_BRAND};
    ipr_buf b;
    if (!v->evidence_wanted)
        return;
    ipr_buf_init(&b, v->env);
    ipr_buf_addstr(&b, ipr_lexicon_brand(v->lists->brands, h->brand).name);
    if (what) {
        ipr_buf_adds(&b, ", ");
        ipr_buf_adds(&b, what);
    } else if (h->trick != IPR_TRICK_PLAIN) {
        const char *about = ipr_trick_about((ipr_trick)h->trick);
        ipr_buf_adds(&b, ": ");
        ipr_buf_add(&b, about, strcspn(about, ":")); /* what follows is an example */
    }
    ipr_buf_addc(&b, '\0');
    if (b.failed)
        v->failed = true;
    else
        ipr_value_at(v, out, columns[h->field], h->start, h->end, b.p);
    ipr_buf_fini(&b);
}

void ipr_feature_brand_named(ipr_eval *v, ipr_value *out)
{
    const ipr_brand_hit *h = named(v);
    if (!h)
        return;
    ipr_value_text(out, ipr_lexicon_brand(v->lists->brands, h->brand).name);
    show(v, out, h, NULL);
}

void ipr_feature_brand_trick(ipr_eval *v, ipr_value *out)
{
    const ipr_brand_hit *h = named(v);
    if (!h)
        return;
    const char *name = ipr_trick_name((ipr_trick)h->trick);
    ipr_value_text(out, (ipr_str){name, strlen(name)});
    show(v, out, h, NULL);
}

#define SHORT_NAME 3

/* Letters and digits of a hit as written; other scripts count two a character. */
static size_t letters(ipr_eval *v, const ipr_brand_hit *h)
{
    static const ipr_column columns[] = {IPR_COL_TITLE, IPR_COL_DESCRIPTION, IPR_COL_BRAND};
    ipr_str text = ipr_eval_text(v, columns[h->field]);
    size_t n = 0;
    for (size_t i = h->start; i < h->end && i < text.n; i++) {
        unsigned char c = (unsigned char)text.p[i];
        n += c >= 0x80 || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z');
    }
    return n;
}

/* The named brand is written in a way of this class: for half where it has three letters
 * or fewer, which come about by chance. False where no brand is named. */
static void of_class(ipr_eval *v, ipr_value *out, ipr_trick_class cls)
{
    const ipr_brand_found *f = find(v);
    const ipr_brand_hit *h = named(v);
    if (!f)
        return;
    bool so = h && h->cls == cls;
    ipr_value_number(out, !so ? 0 : letters(v, h) > SHORT_NAME ? 1 : 0.5);
    if (so)
        show(v, out, h, NULL);
}

void ipr_feature_brand_evasion(ipr_eval *v, ipr_value *out)
{
    of_class(v, out, IPR_CLASS_EVASION);
}

void ipr_feature_brand_slip(ipr_eval *v, ipr_value *out)
{
    of_class(v, out, IPR_CLASS_SLIP);
}

void ipr_feature_brand_count(ipr_eval *v, ipr_value *out)
{
    const ipr_brand_found *f = find(v);
    size_t n = 0;
    if (!f)
        return;
    for (size_t i = 0; i < f->n; i++) {
        if (f->hits[i].negated || f->hits[i].accessory)
            continue;
        n++;
        show(v, out, &f->hits[i], NULL);
    }
    ipr_value_number(out, (double)n);
}

void ipr_feature_brand_high_risk(ipr_eval *v, ipr_value *out)
{
    const ipr_brand_found *f = find(v);
    const ipr_brand_hit *h = named(v);
    if (!f)
        return;
    ipr_value_number(out, h && ipr_lexicon_brand(v->lists->brands, h->brand).high_risk);
    if (out->number > 0)
        show(v, out, h, "a much-copied brand");
}

void ipr_feature_brand_accessory(ipr_eval *v, ipr_value *out)
{
    const ipr_brand_found *f = find(v);
    bool any = false;
    if (!f)
        return;
    for (size_t i = 0; i < f->n; i++)
        if (f->hits[i].accessory) {
            any = true;
            show(v, out, &f->hits[i], "named as what the goods are for");
        }
    ipr_value_number(out, any);
}
