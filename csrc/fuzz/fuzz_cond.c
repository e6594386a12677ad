/* SPDX-License-Identifier: MIT
 * fuzz_cond.c: any program of conditions on any listing: built or refused, tested, printed and
 * explained without a fault, and ~ of a condition is what is missing to one. */
#include "fuzz.h"
#include "../core/verdict.h"

typedef struct input {
    const uint8_t *p;
    size_t n;
} input;

static unsigned take(input *in)
{
    if (in->n == 0)
        return 0;
    in->n--;
    return *in->p++;
}

static ipr_str text(input *in)
{
    size_t n = take(in) % 24;
    n = n > in->n ? in->n : n;
    ipr_str s = {(const char *)in->p, n};
    in->p += n;
    in->n -= n;
    return s;
}

/* One condition out of the input; UINT32_MAX if it was refused. */
static uint32_t build(ipr_prog *p, input *in, int depth)
{
    unsigned op = take(in) % IPR_OP_PER;
    if (depth < 20 && op <= IPR_OP_NOT) {
        uint32_t at = ipr_cond_open(p, (ipr_op)op, NULL);
        size_t parts = op == IPR_OP_NOT ? 1 : take(in) % 4;
        for (size_t i = 0; i < parts; i++) {
            if (build(p, in, depth + 1) == UINT32_MAX)
                return UINT32_MAX;
        }
        return at != UINT32_MAX && ipr_cond_close(p, at, NULL) == IPR_OK ? at : UINT32_MAX;
    }
    ipr_str texts[2] = {text(in), text(in)};
    ipr_leaf leaf = {.op = (ipr_op)op,
                     .part = (ipr_part)(take(in) % 9),
                     .texts = texts,
                     .of = (ipr_part)(take(in) % 5),
                     .field = take(in) % IPR_COL_COUNT,
                     .a = (double)take(in) - 20,
                     .b = take(in),
                     .n = take(in) % 3};
    bool text_near = op == IPR_OP_NEAR && ipr_field_type(leaf.field) == IPR_TYPE_TEXT;
    if (op == IPR_OP_HAS || op == IPR_OP_REVEALS || text_near || leaf.part >= IPR_PART_COUNT) {
        leaf.n = 0;
        leaf.arg = ipr_prog_terms(p, texts, 2, NULL);
        if (leaf.arg != UINT32_MAX)
            ipr_prog_values(p, leaf.arg, &leaf.b, 1);
    } else if (op == IPR_OP_NAMES) {
        leaf.n = 0;
        leaf.arg = take(in) % IPR_COL_COUNT;
    } else if (op == IPR_OP_NEAR) {
        ipr_str hash = IPR_STR("ffff0000ffff0000");
        leaf.n = 0;
        leaf.arg = ipr_prog_hashes(p, &hash, 1, NULL);
    }
    ipr_leaf per = {.op = IPR_OP_PER, .field = take(in) % IPR_COL_COUNT};
    if (op >= IPR_OP_BELOW && op <= IPR_OP_RAMP && leaf.n == 2)
        leaf.per = &per;
    return leaf.n == 0 && leaf.arg == UINT32_MAX ? UINT32_MAX : ipr_cond_leaf(p, &leaf, NULL);
}

static void look(void *ud, const ipr_evidence *e)
{
    const ipr_listing *l = ud;
    (void)l;
    if (e->start != UINT32_MAX && e->end - e->start != e->text.n)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t n)
{
    static const ipr_lists none;
    ipr_env env;
    ipr_eval v;
    ipr_listing l;
    ipr_buf out;
    input in = {data, n};
    ipr_env_init(&env);
    ipr_rules *r = ipr_rules_new(&env);
    ipr_columns *c = ipr_columns_new(&env);
    ipr_prog *p = ipr_rules_prog(r);
    ipr_eval_init(&v, &env, &none);
    ipr_buf_init(&out, &env);
    ipr_listing_begin(&l, c);
    for (int i = 0; i < 6; i++)
        l.slot[take(&in) % IPR_COL_COUNT] = text(&in);
    uint32_t no = ipr_cond_open(p, IPR_OP_NOT, NULL), yes = build(p, &in, 0);
    if (yes != UINT32_MAX && ipr_cond_close(p, no, NULL) == IPR_OK) {
        ipr_verdict o = {.rules = r, .columns = c};
        v.evidence_wanted = true;
        ipr_eval_set(&v, &l);
        ipr_truth a = ipr_cond_test(p, yes, &v, NULL), b = ipr_cond_test(p, no, &v, NULL);
        if (a.lo > a.hi || a.lo < 0 || a.hi > 1000 || b.lo != 1000 - a.hi || b.hi != 1000 - a.lo)
            abort();
        ipr_cond_print(p, yes, ipr_verdict_name, &o, &out);
        ipr_cond_values(p, yes, &v, ipr_verdict_name, &o, &out);
        ipr_cond_unknown(p, yes, &v, NULL);
        ipr_cond_evidence(p, yes, &v, NULL, ipr_verdict_name, &o, look, &l);
    }
    ipr_buf_fini(&out);
    ipr_eval_fini(&v);
    ipr_columns_free(c);
    ipr_rules_free(r);
    return 0;
}
