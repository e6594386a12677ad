/* SPDX-License-Identifier: MIT
 * feature_terms.c: what the words of a listing say, by the vocabulary: replica,
 * grey_market, used, accessory, licensed, sample, spare_part, contact_off_platform,
 * proof_dodge, stock_implausible, goods. One scan a listing serves them all. */
#include "field.h"
#include "vocab.h"

#include <string.h>

typedef struct field_hits {
    ipr_column column;
    size_t n;
    ipr_vocab_hit hits[IPR_VOCAB_HITS];
} field_hits;

enum { IN_TITLE, IN_DESCRIPTION, IN_BRAND, IN_CATEGORY, FIELDS };

typedef struct terms_state {
    ipr_env *env;
    uint32_t epoch; /* the listing the hits are of */
    ipr_vocab_scratch scratch;
    field_hits fields[FIELDS];
} terms_state;

static void state_fini(void *p)
{
    terms_state *s = p;
    ipr_vocab_scratch_fini(&s->scratch);
    ipr_free(s->env, s, sizeof *s);
}

static terms_state *state_of(ipr_eval *v)
{
    ipr_scratch *slot = &v->scratch[IPR_SCRATCH_TERMS];
    if (!slot->p) {
        terms_state *s = ipr_calloc(v->env, 1, sizeof *s);
        if (!s) {
            v->failed = true;
            return NULL;
        }
        s->env = v->env;
        ipr_vocab_scratch_init(&s->scratch, v->env);
        slot->p = s;
        slot->fini = state_fini;
    }
    return slot->p;
}

/* The hits of this listing, scanned at first use; NULL without a vocabulary. */
static const terms_state *scan(ipr_eval *v)
{
    static const ipr_column columns[FIELDS] = {IPR_COL_TITLE, IPR_COL_DESCRIPTION, IPR_COL_BRAND,
                                               IPR_COL_CATEGORY};
    terms_state *s = v->lists->terms ? state_of(v) : NULL;
    if (!s || s->epoch == v->epoch)
        return s;
    s->epoch = v->epoch;
    for (size_t f = 0; f < FIELDS; f++) {
        ipr_str text = ipr_eval_text(v, columns[f]);
        s->fields[f].column = columns[f];
        s->fields[f].n = 0;
        if (text.n && ipr_vocab_scan(v->lists->terms, &s->scratch, text, f == IN_TITLE,
                                     s->fields[f].hits, IPR_VOCAB_HITS, &s->fields[f].n))
            v->failed = true;
    }
    return s;
}

static bool has_text(ipr_eval *v)
{
    return ipr_eval_text(v, IPR_COL_TITLE).p || ipr_eval_text(v, IPR_COL_DESCRIPTION).p;
}

static size_t append(char *to, size_t n, size_t cap, const char *s, size_t len)
{
    size_t room = cap - 1 - n;
    size_t take = len < room ? len : room;
    memcpy(to + n, s, take);
    to[n + take] = '\0';
    return n + take;
}

/* "says the goods are a copy (en)" at the hit. */
static void show(ipr_eval *v, ipr_value *out, ipr_column c, const ipr_vocab_hit *h)
{
    char says[160] = "";
    if (!v->evidence_wanted)
        return;
    const char *kind = ipr_term_kind_says(h->term->kind);
    size_t n = append(says, 0, sizeof says, kind, strlen(kind));
    if (h->term->language.n) {
        n = append(says, n, sizeof says, " (", 2);
        n = append(says, n, sizeof says, h->term->language.p, h->term->language.n);
        n = append(says, n, sizeof says, ")", 1);
    }
    if (h->hidden)
        append(says, n, sizeof says, ", written so that filters do not read it", 40);
    ipr_value_at(v, out, c, h->start, h->end, says);
}

/* --------------------------------------------------------------------- replica */

/* A word alone in brackets is a label of the goods: "[Replica]", "(AAA+)". */
static bool is_label(ipr_str s, const ipr_vocab_hit *h)
{
    if (h->start == 0 || h->end >= s.n)
        return false;
    char open = s.p[h->start - 1], shut = s.p[h->end];
    if (shut == '+' && h->end + 1 < s.n)
        shut = s.p[h->end + 1];
    return (open == '[' && shut == ']') || (open == '(' && shut == ')');
}

/* What a hit is worth where it stands: a description says more in passing; "as shown"
 * instead of a brand says more than in a title, and so does a label. */
static double worth(ipr_eval *v, const field_hits *f, const ipr_vocab_hit *h)
{
    double s = h->term->strength / 1000.0;
    if (h->hidden && s < 0.9)
        s = 0.9;
    if (f->column == IPR_COL_DESCRIPTION)
        s *= 0.85;
    if (f->column == IPR_COL_BRAND && h->term->kind == IPR_TERM_EVASION && s < 0.75)
        s = 0.75;
    if (f->column == IPR_COL_TITLE && s >= 0.4 && is_label(ipr_eval_text(v, f->column), h))
        s = 1 - (1 - s) / 2;
    return s;
}

static bool is_soft(const ipr_vocab_hit *h)
{
    return h->term->kind == IPR_TERM_SOFTENER || h->term->kind == IPR_TERM_ORIGIN ||
           h->term->strength < 300;
}

static bool seen_before(const terms_state *s, size_t field, size_t i)
{
    const ipr_term *t = s->fields[field].hits[i].term;
    for (size_t f = 0; f <= field; f++)
        for (size_t k = 0; k < (f == field ? i : s->fields[f].n); k++)
            if (s->fields[f].hits[k].term == t)
                return true;
    return false;
}

/* Different words for copies add up as independent hints do; soft words count once, the
 * strongest, and for half where a copy word stands beside them. */
void ipr_feature_replica(ipr_eval *v, ipr_value *out)
{
    const terms_state *s = has_text(v) ? scan(v) : NULL;
    double none = 1, soft = 0;
    if (!s)
        return;
    for (size_t f = 0; f < IN_CATEGORY; f++)
        for (size_t i = 0; i < s->fields[f].n; i++) {
            const ipr_vocab_hit *h = &s->fields[f].hits[i];
            if (ipr_term_class_of(h->term->kind) != IPR_TERMS_COPY)
                continue;
            double w = worth(v, &s->fields[f], h);
            if (!is_soft(h) || (f == IN_BRAND && w > 0.5)) {
                if (!seen_before(s, f, i))
                    none *= 1 - w;
            } else if (w > soft) {
                soft = w;
            }
            show(v, out, s->fields[f].column, h);
        }
    ipr_value_number(out, none < 1 ? 1 - none * (1 - soft / 2) : soft);
}

/* ------------------------------------------------------------- other wordings */

/* The strongest hit of a kind: in the title, from `in_title` on; in the description,
 * from `in_text` on. Shows all that count. */
static double strongest(ipr_eval *v, ipr_value *out, const terms_state *s, ipr_term_kind kind,
                        unsigned in_title, unsigned in_text)
{
    double best = 0;
    for (size_t f = 0; f <= IN_DESCRIPTION; f++)
        for (size_t i = 0; i < s->fields[f].n; i++) {
            const ipr_vocab_hit *h = &s->fields[f].hits[i];
            if (h->term->kind != kind || h->term->strength < (f == IN_TITLE ? in_title : in_text))
                continue;
            if (h->term->strength / 1000.0 > best)
                best = h->term->strength / 1000.0;
            show(v, out, s->fields[f].column, h);
        }
    return best;
}

/* False, not unknown, when nothing says so. */
static void signal(ipr_eval *v, ipr_value *out, ipr_term_kind kind, unsigned in_title,
                   unsigned in_text)
{
    const terms_state *s = scan(v);
    double best = s ? strongest(v, out, s, kind, in_title, in_text) : 0;
    ipr_value_number(out, best);
}

void ipr_feature_grey_market(ipr_eval *v, ipr_value *out)
{
    const terms_state *s = has_text(v) ? scan(v) : NULL;
    double best = 0;
    if (!s)
        return;
    for (ipr_term_kind k = IPR_TERM_PARALLEL; k <= IPR_TERM_THEFT; k++) {
        double x = strongest(v, out, s, k, 250, 400);
        best = x > best ? x : best;
    }
    ipr_value_number(out, best);
}

void ipr_feature_used(ipr_eval *v, ipr_value *out)
{
    ipr_str c = ipr_eval_text(v, IPR_COL_CONDITION);
    ipr_str state = c.p ? ipr_condition_of(c) : (ipr_str){NULL, 0};
    if (!state.p) {
        signal(v, out, IPR_TERM_USED, 600, 900);
        return;
    }
    ipr_value_number(out, !ipr_str_is(state, "new"));
    if (out->number > 0)
        ipr_value_at(v, out, IPR_COL_CONDITION, 0, c.n, "the condition is given as used");
}

void ipr_feature_accessory(ipr_eval *v, ipr_value *out)
{
    signal(v, out, IPR_TERM_ACCESSORY, 600, 900);
}

void ipr_feature_licensed(ipr_eval *v, ipr_value *out)
{
    signal(v, out, IPR_TERM_LICENSED, 500, 800);
}

void ipr_feature_sample(ipr_eval *v, ipr_value *out)
{
    signal(v, out, IPR_TERM_SAMPLE, 500, 1001);
}

void ipr_feature_spare_part(ipr_eval *v, ipr_value *out)
{
    signal(v, out, IPR_TERM_SPARE_PART, 600, 1001);
}

void ipr_feature_contact_off_platform(ipr_eval *v, ipr_value *out)
{
    signal(v, out, IPR_TERM_CONTACT, 600, 600);
}

void ipr_feature_proof_dodge(ipr_eval *v, ipr_value *out)
{
    signal(v, out, IPR_TERM_PROOF_DODGE, 700, 700);
}

/* ----------------------------------------------------------------------- stock */

#define MANY_PIECES 1000.0
#define MANY_STYLES 15

/* The whole number that ends just before byte `at`, past blanks and a plus; 0 if none. */
static unsigned number_before(ipr_str s, size_t at)
{
    unsigned value = 0, unit = 1;
    while (at > 0 && (s.p[at - 1] == ' ' || s.p[at - 1] == '+'))
        at--;
    for (; at > 0 && s.p[at - 1] >= '0' && s.p[at - 1] <= '9' && unit <= 1000; at--) {
        value += unit * (unsigned)(s.p[at - 1] - '0');
        unit *= 10;
    }
    return value;
}

void ipr_feature_stock_implausible(ipr_eval *v, ipr_value *out)
{
    double quantity = 0;
    const ipr_value *q = ipr_eval_get(v, IPR_FIELD_quantity);
    const terms_state *s = scan(v);
    ipr_str title = ipr_eval_text(v, IPR_COL_TITLE);
    bool wide = false;
    if (q->known)
        quantity = q->number;
    for (size_t i = 0; s && i < s->fields[IN_TITLE].n; i++) {
        const ipr_vocab_hit *h = &s->fields[IN_TITLE].hits[i];
        if (h->term->kind != IPR_TERM_BREADTH || number_before(title, h->start) < MANY_STYLES)
            continue;
        wide = true;
        ipr_value_at(v, out, IPR_COL_TITLE, h->start, h->end, "one listing for many styles");
    }
    if (quantity >= MANY_PIECES)
        ipr_value_at(v, out, IPR_COL_QUANTITY, 0, ipr_eval_text(v, IPR_COL_QUANTITY).n,
                     "a thousand pieces or more in stock");
    ipr_value_number(out, wide || quantity >= MANY_PIECES);
}

/* ----------------------------------------------------------------------- goods */

/* Whether " for " or its like stands between two bytes: what follows is what the goods
 * are for, not what they are. */
static bool parted(ipr_str s, size_t from, size_t to)
{
    static const char *const words[] = {" for ",        " fits ", " para ", " pour ",
                                        " f\xC3\xBCr ", " per ",  " dla ",  " voor "};
    for (size_t k = 0; k < sizeof words / sizeof *words; k++) {
        size_t n = strlen(words[k]);
        for (size_t i = from; i + n <= to; i++)
            if (ipr_str_ieq((ipr_str){s.p + i, n}, (ipr_str){words[k], n}))
                return true;
    }
    return false;
}

/* The goods word of a field: the last one (in most languages the thing itself comes
 * last), a plain word before a product line, and before "for …" if that follows. */
static const ipr_vocab_hit *goods_word(ipr_eval *v, const field_hits *f)
{
    const ipr_vocab_hit *best = NULL;
    ipr_str text = ipr_eval_text(v, f->column);
    for (size_t i = 0; i < f->n; i++) {
        const ipr_vocab_hit *h = &f->hits[i];
        if (best && (h->term->kind == IPR_TERM_ACCESSORY ||
                     (h->term->kind == IPR_TERM_GOODS && parted(text, best->end, h->start))))
            break;
        if (h->term->kind == IPR_TERM_GOODS && (!best || h->term->strength >= best->term->strength))
            best = h;
    }
    return best;
}

void ipr_feature_goods(ipr_eval *v, ipr_value *out)
{
    static const size_t order[] = {IN_CATEGORY, IN_TITLE};
    const terms_state *s = scan(v);
    for (size_t k = 0; s && k < 2; k++) {
        const field_hits *f = &s->fields[order[k]];
        const ipr_vocab_hit *h = goods_word(v, f);
        if (!h)
            continue;
        ipr_value_text(out, h->term->value);
        ipr_value_at(v, out, f->column, h->start, h->end, "says what the goods are");
        return;
    }
}
