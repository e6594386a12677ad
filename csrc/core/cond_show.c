/* SPDX-License-Identifier: MIT
 * cond_show.c: what a condition says of itself: evidence, values, source form. */
#include "cond_in.h"

#include <string.h>

static const char *const verbs[] = {
#define X(NAME, verb, text) verb,
    IPR_OP_LIST(X)
#undef X
};

static bool is_branch(const ipr_node *node)
{
    return node->op <= IPR_OP_NOT;
}

static bool has_field(const ipr_node *node)
{
    return !is_branch(node) && node->op < IPR_OP_FIRED;
}

static void put_name(unsigned field, ipr_name_fn name, void *ud, ipr_buf *out)
{
    if (field < IPR_FIELD_COUNT)
        ipr_buf_adds(out, ipr_field_name(field));
    else
        ipr_buf_addstr(out, name(ud, IPR_OP_PRESENT, field));
}

static void put_field(const ipr_node *node, ipr_name_fn name, void *ud, ipr_buf *out)
{
    static const char *const views[] = {
        [IPR_PART_VALUE] = "",         [IPR_PART_RAW] = ".raw",
        [IPR_PART_LEET] = ".leet",     [IPR_PART_SKELETON] = ".skeleton",
        [IPR_PART_JOINED] = ".joined", [IPR_PART_WORDS] = ".words",
        [IPR_PART_LENGTH] = ".length"};
    put_name(node->field, name, ud, out);
    ipr_buf_adds(out, views[node->view]);
    if (node->part == IPR_PART_COUNT)
        ipr_buf_adds(out, ":count(list)");
    if (node->part == IPR_PART_MOST)
        ipr_buf_adds(out, ":most(list)");
}

static void put_texts(const ipr_prog *p, const ipr_node *node, ipr_buf *out)
{
    for (uint32_t i = 0; i < node->n; i++) {
        ipr_buf_adds(out, i ? ", \"" : "\"");
        ipr_buf_addstr(out, ipr_prog_text(p, node->arg + i));
        ipr_buf_addc(out, '"');
        if (i == 4 && node->n > 6) {
            ipr_buf_adds(out, " …");
            return;
        }
    }
}

/* A class by its ranges, in order; a hyphen where it cannot be taken for one's. */
static void put_class(const ipr_prog *p, const ipr_class *c, ipr_buf *out)
{
    bool hyphen = false;
    ipr_buf_addc(out, '"');
    for (uint32_t i = 0; i < c->n; i++) {
        const ipr_range *r = &p->range[c->first + i];
        if (r->from == '-' && r->to == '-') {
            hyphen = true;
            continue;
        }
        ipr_utf8_put(out, r->from);
        if (r->to != r->from) {
            ipr_buf_addc(out, '-');
            ipr_utf8_put(out, r->to);
        }
    }
    ipr_buf_adds(out, hyphen ? "-\"" : "\"");
}

static void put_arguments(const ipr_prog *p, const ipr_node *node, ipr_name_fn name, void *ud,
                          ipr_buf *out)
{
    switch ((ipr_op)node->op) {
    case IPR_OP_BETWEEN:
    case IPR_OP_RAMP:
        ipr_decimal_put(out, node->a);
        ipr_buf_adds(out, ", ");
        ipr_decimal_put(out, node->b);
        break;
    case IPR_OP_BEFORE:
    case IPR_OP_AFTER:
        ipr_date_put(out, (int64_t)node->a);
        break;
    case IPR_OP_BELOW:
    case IPR_OP_AT_MOST:
    case IPR_OP_AT_LEAST:
    case IPR_OP_ABOVE:
    case IPR_OP_EQUALS:
        ipr_decimal_put(out, node->a);
        if (node->n && node->part == IPR_PART_VALUE) {
            ipr_buf_addc(out, ' ');
            ipr_buf_addstr(out, ipr_prog_text(p, node->arg));
        }
        break;
    case IPR_OP_NEAR:
        if (ipr_field_type(node->field) != IPR_TYPE_HASH) {
            ipr_buf_adds(out, "list");
            break;
        }
        ipr_buf_adds(out, "bank, ");
        ipr_decimal_put(out, node->a);
        break;
    case IPR_OP_REVEALS:
        ipr_buf_adds(out, "list");
        break;
    case IPR_OP_NAMES:
        put_name(node->arg, name, ud, out);
        break;
    case IPR_OP_HAS_CHAR:
        put_class(p, &p->class[node->arg], out);
        break;
    case IPR_OP_HAS:
        if (node->n == 0) {
            ipr_buf_adds(out, "list");
            break;
        }
        put_texts(p, node, out);
        break;
    default:
        put_texts(p, node, out);
    }
}

static void put_leaf(const ipr_prog *p, const ipr_node *node, ipr_name_fn name, void *ud,
                     ipr_buf *out)
{
    if (node->op == IPR_OP_CALL) {
        ipr_buf_adds(out, "function");
    } else if (node->op == IPR_OP_FIRED || node->op == IPR_OP_GROUP) {
        ipr_buf_adds(out, verbs[node->op]);
        ipr_buf_adds(out, " \"");
        ipr_buf_addstr(out, name(ud, (ipr_op)node->op, node->arg));
        ipr_buf_addc(out, '"');
    } else {
        put_field(node, name, ud, out);
        if (node->op == IPR_OP_TRUTH || node->op == IPR_OP_PER)
            return;
        if (p->node + node->next > node + 1) {
            ipr_buf_adds(out, ":per(");
            put_leaf(p, node + 1, name, ud, out);
            ipr_buf_addc(out, ')');
        }
        ipr_buf_addc(out, ':');
        ipr_buf_adds(out, verbs[node->op]);
        ipr_buf_addc(out, '(');
        if (node->op != IPR_OP_PRESENT && node->op != IPR_OP_MISSING)
            put_arguments(p, node, name, ud, out);
        ipr_buf_addc(out, ')');
    }
}

void ipr_cond_print(const ipr_prog *p, uint32_t at, ipr_name_fn name, void *ud, ipr_buf *out)
{
    size_t n;
    const ipr_node *nodes = ipr_prog_nodes(p, &n), *node = &nodes[at];
    if (!is_branch(node)) {
        put_leaf(p, node, name, ud, out);
        return;
    }
    bool chain = node->n; /* ((a & b) & c), else (a & b & c) */
    if (node->op == IPR_OP_NOT)
        ipr_buf_addc(out, '~');
    for (uint32_t i = at + 1; chain && (i = nodes[i].next) < node->next;)
        ipr_buf_addc(out, '(');
    if (!chain && node->op != IPR_OP_NOT)
        ipr_buf_addc(out, '(');
    for (uint32_t i = at + 1; i < node->next; i = nodes[i].next) {
        if (i > at + 1)
            ipr_buf_adds(out, node->op == IPR_OP_ALL ? " & " : " | ");
        ipr_cond_print(p, i, name, ud, out);
        if (chain && i > at + 1)
            ipr_buf_addc(out, ')');
    }
    if (!chain && node->op != IPR_OP_NOT)
        ipr_buf_addc(out, ')');
}

/* A number that was worked out, to four digits (or all before the point). */
static double rounded(double v)
{
    double a = v < 0 ? -v : v, scale = 1;
    if (!(a <= 1e15))
        return v;
    while (a > 0 && a * scale < 1000 && scale < 1e15)
        scale *= 10;
    a = (double)(int64_t)(a * scale + 0.5) / scale;
    return v < 0 ? -a : a;
}

/* The value of a field as a person reads it; long texts are cut. */
static void put_value(unsigned field, const ipr_value *value, ipr_buf *out)
{
    ipr_type type = ipr_field_type(field);
    bool given = field < IPR_COL_COUNT || field >= IPR_FIELD_COUNT;
    if (!value->known) {
        ipr_buf_adds(out, "missing");
    } else if (type == IPR_TYPE_NUMBER || type == IPR_TYPE_MONEY) {
        ipr_decimal_put(out, given ? value->number : rounded(value->number));
        if (value->text.n) {
            ipr_buf_addc(out, ' ');
            ipr_buf_addstr(out, value->text);
        }
    } else if (type == IPR_TYPE_BOOL) {
        ipr_buf_adds(out, value->number > 0 ? "true" : "false");
    } else if (type == IPR_TYPE_DATE) {
        ipr_date_put(out, (int64_t)value->number);
    } else {
        ipr_str s = value->text;
        size_t n = s.n > 60 ? 60 : s.n;
        while (n < s.n && n && ((unsigned char)s.p[n] & 0xC0) == 0x80)
            n--;
        ipr_buf_addc(out, '"');
        ipr_utf8_clean(out, (ipr_str){s.p, n});
        ipr_buf_adds(out, n < s.n ? "…\"" : "\"");
    }
}

void ipr_cond_values(const ipr_prog *p, uint32_t at, ipr_eval *v, ipr_name_fn name, void *ud,
                     ipr_buf *out)
{
    size_t n, said = 0;
    const ipr_node *nodes = ipr_prog_nodes(p, &n);
    for (uint32_t i = at; i < nodes[at].next; i++) {
        uint32_t k = at;
        while (k < i && !(has_field(&nodes[k]) && nodes[k].field == nodes[i].field))
            k++;
        if (!has_field(&nodes[i]) || k < i)
            continue;
        if (said++)
            ipr_buf_adds(out, ", ");
        if (nodes[i].field < IPR_FIELD_COUNT)
            ipr_buf_adds(out, ipr_field_name(nodes[i].field));
        else
            ipr_buf_addstr(out, name(ud, IPR_OP_PRESENT, nodes[i].field));
        ipr_buf_addc(out, ' ');
        put_value(nodes[i].field, ipr_eval_get(v, nodes[i].field), out);
    }
}

void ipr_cond_fields(const ipr_prog *p, uint32_t at, bool *fields)
{
    size_t n;
    const ipr_node *nodes = ipr_prog_nodes(p, &n);
    for (uint32_t i = at; i < nodes[at].next; i++) {
        if (has_field(&nodes[i]))
            fields[nodes[i].field] = true;
    }
}

/* The field that a leaf lacks: its own, the one it looks for or the one it is taken per. */
static int missing_field(const ipr_prog *p, const ipr_node *node, ipr_eval *v)
{
    if (!ipr_eval_get(v, node->field)->known)
        return node->field;
    if (node->op == IPR_OP_NAMES)
        return (int)node->arg;
    return p->node + node->next > node + 1 ? node[1].field : node->field;
}

int ipr_cond_unknown(const ipr_prog *p, uint32_t at, ipr_eval *v, const ipr_said *said)
{
    size_t n;
    const ipr_node *nodes = ipr_prog_nodes(p, &n), *node = &nodes[at];
    ipr_truth t = ipr_cond_test(p, at, v, said);
    if (t.lo == t.hi)
        return -1;
    if (!is_branch(node))
        return has_field(node) ? missing_field(p, node, v) : -1;
    for (uint32_t i = at + 1; i < node->next; i = nodes[i].next) {
        int field = ipr_cond_unknown(p, i, v, said);
        if (field >= 0)
            return field;
    }
    return -1;
}

/* " at least 5": what a value was compared with. */
static void put_compared(const ipr_prog *p, const ipr_node *node, ipr_name_fn name, void *ud,
                         ipr_buf *out)
{
    if (node->op == IPR_OP_RAMP) {
        ipr_buf_adds(out, ", where ");
        ipr_decimal_put(out, node->a);
        ipr_buf_adds(out, " counts nothing and ");
        ipr_decimal_put(out, node->b);
        ipr_buf_adds(out, " in full");
        return;
    }
    ipr_buf_addc(out, ' ');
    for (const char *verb = verbs[node->op]; *verb; verb++)
        ipr_buf_addc(out, *verb == '_' ? ' ' : *verb);
    ipr_buf_addc(out, ' ');
    put_arguments(p, node, name, ud, out);
}

/* Evidence of a leaf whose field has none of its own: the place of the match, or the value
 * compared and the comparison. */
static void made_up(const ipr_prog *p, uint32_t at, ipr_eval *v, ipr_name_fn name, void *ud,
                    ipr_evidence *e)
{
    size_t n;
    const ipr_node *node = ipr_prog_nodes(p, &n) + at;
    const ipr_value *value = ipr_eval_get(v, node->field);
    ipr_buf says;
    ipr_buf_init(&says, v->env);
    bool column = node->field < IPR_COL_COUNT || node->field >= IPR_FIELD_COUNT;
    *e = (ipr_evidence){ipr_field_name(node->field), UINT32_MAX, UINT32_MAX, {NULL, 0}, {NULL, 0}};
    if (node->field >= IPR_FIELD_COUNT) {
        ipr_str s = name(ud, IPR_OP_PRESENT, node->field);
        e->field = ipr_arena_dup(&v->arena, s.p, s.n);
    }
    if (column && value->known) {
        size_t slot = node->field < IPR_COL_COUNT ? node->field
                                                  : node->field - IPR_FIELD_COUNT + IPR_COL_COUNT;
        ipr_str raw = v->listing->slot[slot];
        uint32_t start = 0, end = (uint32_t)raw.n;
        ipr_cond_match(p, at, v, &start, &end);
        *e = (ipr_evidence){e->field, start, end, {raw.p + start, end - start}, {NULL, 0}};
    }
    if (node->op == IPR_OP_PRESENT || node->op == IPR_OP_MISSING || node->op == IPR_OP_TRUTH) {
        ipr_buf_adds(&says, node->op == IPR_OP_MISSING ? "is missing" : "is there");
    } else {
        put_value(node->field, value, &says);
        put_compared(p, node, name, ud, &says);
    }
    char *copy = says.failed ? NULL : ipr_arena_dup(&v->arena, says.p ? says.p : "", says.n);
    if (!copy || !e->field)
        v->failed = true;
    else
        e->says = (ipr_str){copy, says.n};
    if (!e->field)
        e->field = "column";
    ipr_buf_fini(&says);
}

void ipr_cond_evidence(const ipr_prog *p, uint32_t at, ipr_eval *v, const ipr_said *said,
                       ipr_name_fn name, void *names, ipr_evidence_fn fn, void *ud)
{
    size_t n;
    const ipr_node *nodes = ipr_prog_nodes(p, &n), *node = &nodes[at];
    if (node->op == IPR_OP_NOT || !ipr_is_true(ipr_cond_test(p, at, v, said)))
        return;
    if (is_branch(node)) {
        for (uint32_t i = at + 1; i < node->next; i = nodes[i].next)
            ipr_cond_evidence(p, i, v, said, name, names, fn, ud);
        return;
    }
    if (!has_field(node) || node->op == IPR_OP_MISSING)
        return;
    const ipr_value *value = ipr_eval_get(v, node->field);
    if (value->count == 0) {
        ipr_evidence e;
        made_up(p, at, v, name, names, &e);
        fn(ud, &e);
        return;
    }
    for (uint32_t i = 0; i < value->count; i++) {
        ipr_evidence e = v->evidence[value->first + i]; /* fn may make v->evidence move */
        fn(ud, &e);
    }
}
